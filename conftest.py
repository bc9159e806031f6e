"""Loads pytest-qt where Qt itself can be loaded; elsewhere the window's tests are skipped."""

import importlib
import os
from pathlib import Path

from hypothesis import HealthCheck, settings

# A busy machine is no failure.
settings.register_profile("untimed", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("untimed")
SCREEN = Path(__file__).parent / "tests" / "screen.json"  # as large as a lecture room's
os.environ.setdefault("QT_QPA_PLATFORM", f"offscreen:configfile={SCREEN}")
try:
    importlib.import_module("PySide6.QtWidgets")
except ImportError as error:  # Qt's system libraries are missing
    QT_MISSING = str(error)
else:
    QT_MISSING = ""
    pytest_plugins = ("pytestqt.plugin", "tests.window")
