"""The window with its frame lies on a screen, whatever was remembered of another one."""

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QMargins, QRect

from gd_visualizer.view.window.placement import fitted
from tests.view.gl_screen import printed

FAR = st.integers(-5000, 5000)
SIDE = st.integers(0, 40)


@given(
    wanted=st.builds(QRect, FAR, FAR, st.integers(1, 4000), st.integers(1, 4000)),
    area=st.builds(QRect, FAR, FAR, st.integers(800, 4000), st.integers(600, 4000)),
    frame=st.builds(QMargins, SIDE, SIDE, SIDE, SIDE),
)
def test_a_window_fits_with_its_frame_and_one_that_fits_stays(
    wanted: QRect, area: QRect, frame: QMargins
) -> None:
    place = fitted(wanted, area, frame)
    assert area.contains(place.marginsAdded(frame))
    assert fitted(place, area, frame) == place
    if area.contains(wanted.marginsAdded(frame)):
        assert place == wanted


OPEN = """
import json, sys, tempfile
from pathlib import Path
from PySide6.QtCore import QSettings
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
application = QApplication([])
from gd_visualizer.view.look import style
from gd_visualizer.view.window.main_window import MainWindow
from gd_visualizer.view.window.geometry import remember, restore, settle
style.apply(application)
folder = tempfile.TemporaryDirectory()

def opened(kept):
    settings = QSettings(str(Path(folder.name) / "s.ini"), QSettings.Format.IniFormat)
    settings.clear()
    for name, value in kept.items():
        settings.setValue(name, value)
    window = MainWindow()
    restore(window, settings)
    window.show()
    assert QTest.qWaitForWindowExposed(window)
    settle(window, settings)
    frame, area = window.frameGeometry(), window.screen().availableGeometry()
    normal = window.normalGeometry() if window.isMaximized() else window.geometry()
    remember(window, settings)
    told = [area.contains(frame), area.contains(normal), window.isMaximized(), frame.getRect(),
            settings.value("place"), settings.value("filling")]
    window.close()
    return told
"""
KEPT = {
    "nothing": {},
    "large": {"place": "100 40 1800 1000", "filling": "false", "frame": "1 20 1 5"},
    "exactly the screen": {"place": "0 0 1920 1080", "filling": "false", "frame": "0 0 0 0"},
    "maximized": {"place": "241 100 1440 900", "filling": "true", "frame": "1 20 1 5"},
    "a screen that is gone": {"place": "2100 300 1200 760", "filling": "false"},
    "nonsense": {"place": "9 9", "filling": "7", "frame": "a b c d"},
}


@pytest.mark.parametrize("size", [(1920, 1080), (1440, 900), (1024, 768)], ids=str)
def test_whatever_was_kept_the_window_opens_whole(size: tuple[int, int], tmp_path: Path) -> None:
    screen = {"name": "x", "x": 0, "y": 0, "width": size[0], "height": size[1], "logicalDpi": 96}
    screen |= {"logicalBaseDpi": 96, "dpr": 1}
    config = {"synchronousWindowSystemEvents": True, "windowFrameMargins": True}
    (tmp_path / "screen.json").write_text(json.dumps(config | {"screens": [screen]}))
    program = OPEN + f"print(json.dumps({{k: opened(v) for k, v in {KEPT!r}.items()}}))"
    platform = f"offscreen:configfile={tmp_path / 'screen.json'}"
    found = printed(program, {"QT_QPA_PLATFORM": platform})
    for kept, (whole, normal_whole, maximized, _frame, _place, filling) in found.items():
        assert whole, kept
        assert normal_whole, kept
        first = kept in ("nothing", "nonsense")
        assert maximized == (kept == "maximized" or (first and size <= (1440, 900))), kept
        assert filling == ("true" if maximized else "false")
    small = size < (1920, 1080)
    assert small or found["large"][4] == "100 40 1800 1000"
