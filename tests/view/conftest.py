"""A real window with its own settings, closed again after each test."""

from collections.abc import Iterator
from pathlib import Path

import pytest

QtWidgets = pytest.importorskip("PySide6.QtWidgets", exc_type=ImportError)

from PySide6.QtCore import QCoreApplication, QEvent, QSettings  # noqa: E402

from gd_visualizer.app import Program  # noqa: E402
from gd_visualizer.lesson.catalogue import load  # noqa: E402
from gd_visualizer.view import style  # noqa: E402


@pytest.fixture
def program(qtbot, qapp, tmp_path: Path) -> Iterator[Program]:  # type: ignore[no-untyped-def]
    """The whole program on the lesson `two-inputs`, every view built."""
    style.apply(qapp)
    made = Program(
        load("two-inputs"), QSettings(str(tmp_path / "s.ini"), QSettings.Format.IniFormat)
    )
    made.window.resize(1280, 800)
    with qtbot.waitExposed(made.window):
        made.window.show()
    made.build_plots()
    qtbot.waitUntil(lambda: made.feed.idle)
    yield made
    made.controller.pause()
    made.window.close()
    made.window.deleteLater()
    made.deleteLater()
    for _ in range(2):
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
