"""Size, place, the list of lessons, speed and scale come back; nonsense does no harm."""

import pytest
from PySide6.QtCore import QByteArray, QPoint, QRect, Qt
from PySide6.QtWidgets import QApplication

from gd_visualizer.app.appearance import Appearance
from gd_visualizer.control.run_timer import RunTimer
from gd_visualizer.lesson.pictures import MAP
from gd_visualizer.view.look import style
from gd_visualizer.view.widgets.fixed_label import StillLabel
from tests.window import end


def test_everything_comes_back(qtbot, start) -> None:
    program = start("many-steps", (1100, 720))
    program.window.transport.set_speed(6)
    qtbot.keyClick(program.window, Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier)
    assert program.window.lessons.isVisible()
    end(program)
    again = start("many-steps", None)
    assert again.window.size() == program_size(1100, 720)
    assert again.window.transport.speed == 6
    assert again.window.lessons.isVisible()
    again.controller.run()
    assert again.controller.findChild(RunTimer).interval == 1000 // 60


def program_size(width: int, height: int) -> object:
    return QRect(0, 0, width, height).size()


def test_a_place_off_the_screen_is_corrected(start) -> None:
    program = start("two-inputs")
    program.window.move(QPoint(20_000, 20_000))
    end(program)
    again = start("two-inputs", None)
    area = QApplication.primaryScreen().availableGeometry()
    assert area.contains(again.window.geometry().center())


def test_nonsense_in_the_settings_is_passed_over(start, settings) -> None:
    for name in ("place", "frame", "lessons shown", "speed", "recent", "lesson", "scale"):
        settings.setValue(name, "nonsense")
    settings.setValue("pictures/two-inputs", QByteArray(b"nonsense"))
    settings.setValue("export/size", "99")
    kept = Appearance(QApplication.instance(), settings)
    assert (kept.scale, kept.colors, kept.language) == (1, "light", "system")
    assert not kept.reduced_motion
    program = start("two-inputs")
    program.exports.open(MAP)
    assert program.controller.state.descent.lesson.id == "two-inputs"


def test_ctrl_plus_makes_everything_larger_and_ctrl_0_normal_again(qtbot, start, settings) -> None:
    program = start("two-inputs", (1440, 900))
    control = Qt.KeyboardModifier.ControlModifier
    stage, place = program.window.stage, program.window.transport.findChild(StillLabel)
    letters, before = stage.frame.em, place.font().pixelSize()
    for _ in range(3):
        qtbot.keyClick(program.window, Qt.Key.Key_Plus, control)
    assert style.scale() == 1.5
    place.ensurePolished()
    assert place.font().pixelSize() == round(before * 1.5)
    assert stage.frame.em == pytest.approx(letters * 1.5, rel=0.1)
    assert settings.value("scale") == "1.5"
    qtbot.keyClick(program.window, Qt.Key.Key_Minus, control)
    assert style.scale() == 1.25
    qtbot.keyClick(program.window, Qt.Key.Key_0, control)
    assert style.scale() == 1
