"""Keys after real clicks: whatever has the focus, Right steps and Left goes back."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget

from gd_visualizer.app.program import Program
from gd_visualizer.descent.commands import display as showing
from gd_visualizer.descent.script import clicker
from gd_visualizer.lesson.pictures import NETWORK_PANEL, POINTS_PANEL
from gd_visualizer.view.widgets.buttons import Button
from tests.view.shown import show


def click(widget: QWidget, across: float) -> None:
    """A click where a hand would click: on whatever lies there, but for fields to type into."""
    at = QPoint(int(widget.width() * across), int(widget.height() * 0.6))
    there = widget.childAt(at) or widget
    if isinstance(there, QLineEdit):
        return
    QTest.mouseClick(there, Qt.MouseButton.LeftButton, pos=there.mapFrom(widget, at))


def press(program: Program, key: Qt.Key) -> None:
    """To the window, as the system delivers it; Qt passes it on to what has the focus."""
    QTest.keyClick(program.window.windowHandle(), key)


def row(program: Program) -> int:
    return program.controller.state.descent.row


def assert_steps(program: Program) -> None:
    before = row(program)
    press(program, Qt.Key.Key_Right)
    press(program, Qt.Key.Key_Right)
    assert row(program) == before + 2
    press(program, Qt.Key.Key_Left)
    assert row(program) == before + 1


@pytest.mark.parametrize("lesson", ["two-inputs", "dark-field"])
def test_after_a_click_anywhere_right_steps_and_left_goes_back(start, lesson: str) -> None:
    program = start(lesson)
    window = program.window
    stage = window.stage
    pictures = [stage.panels.view(panel) for panel in stage.shown if panel is not NETWORK_PANEL]
    for widget in (*pictures, stage.arithmetic, window.transport):
        program.controller.open(program.controller.state.descent.lesson)
        window.setFocus()
        for across in (0.3, 0.5, 0.8):
            click(widget, across)
            assert_steps(program)


def test_a_focused_button_leaves_the_arrows_to_the_window(program) -> None:
    for button in program.window.findChildren(Button):
        if button.isVisible() and button.isEnabled():
            button.setFocus()
            program.controller.do(clicker.reset)
            assert_steps(program)


def test_in_the_points_up_and_down_choose_and_letters_are_the_window_s(start) -> None:
    program = start("many-steps")
    show(program, POINTS_PANEL)
    click(program.live.points, 0.5)
    assert QApplication.focusWidget() is program.live.points
    program.controller.do(showing.select_point, 0)
    press(program, Qt.Key.Key_Down)
    assert program.controller.state.display.point == 1
    press(program, Qt.Key.Key_Up)
    assert program.controller.state.display.point == 0
    press(program, Qt.Key.Key_R)
    assert program.controller.running
    press(program, Qt.Key.Key_Home)
    assert (program.controller.running, row(program)) == (False, 0)


def test_the_diagram_keeps_its_arrows(program) -> None:
    program.live.network.setFocus()
    press(program, Qt.Key.Key_Left)
    press(program, Qt.Key.Key_Right)
    assert row(program) == 0
