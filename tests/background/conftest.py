"""Every test here has Qt, ends as it began, and leaves Qt nothing to complain about."""

import pytest

pytest.importorskip("PySide6.QtWidgets", exc_type=ImportError)


@pytest.fixture(autouse=True)
def _nothing_left(nothing_left: None) -> None:
    """See ``tests.window``."""
