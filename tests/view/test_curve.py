"""Loss by step: read, go to a step, by decades."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel

from tests.view.mouse import NONE, move, press, release


def test_a_click_and_a_drag_on_the_curve_go_to_that_row(program) -> None:
    for _ in range(6):
        program.controller.step()
    plot = program.curve.plot
    press(plot, 2.1, 1.0)
    assert program.controller.state.descent.row == 2
    move(plot, 4.2, 1.0)
    assert program.controller.state.descent.row == 4
    release(plot, 4.2, 1.0)
    assert program.controller.state.descent.timeline.last == 6
    assert program.window.status_bar.text.startswith("After step 4")


def test_past_and_future_of_the_cursor_are_two_lines(program) -> None:
    for _ in range(5):
        program.controller.step()
    program.controller.jump(2)
    past, future = program.curve._past.getData(), program.curve._future.getData()
    assert past[0].tolist() == [0, 1, 2]
    assert future[0].tolist() == [2, 3, 4, 5]
    losses = program.controller.state.descent.timeline.losses()
    assert past[1].tolist() == losses[:3].tolist()


def test_hovering_reads_step_and_loss(program) -> None:
    program.controller.step()
    move(program.curve.plot, 1.2, 5.0, NONE)
    assert program.curve.plot.findChild(QLabel, "readout").text() == "step 1: loss 6.25"
    move(program.curve.plot, 3.0, 5.0, NONE)
    assert not program.curve.plot.findChild(QLabel, "readout").isVisible()


def test_the_log_switch_shows_decades_and_even_heights_again(qtbot, program) -> None:
    for _ in range(4):
        program.controller.step()
    qtbot.mouseClick(program.window.log_tab, Qt.MouseButton.LeftButton)
    assert program.curve.log
    assert program.curve._past.getData()[1][1] == pytest.approx(0.7959, abs=1e-4)  # log10 6.25
    qtbot.mouseClick(program.window.log_tab, Qt.MouseButton.LeftButton)
    assert program.curve._past.getData()[1][1] == 6.25


def test_the_switch_shows_that_a_divergence_has_chosen_decades_by_itself(start) -> None:
    program = start("learning-rate")
    assert not program.window.log_tab.isChecked()
    for _ in range(3):
        program.controller.step()
    assert program.curve.log
    assert program.window.log_tab.isChecked()
    program.controller.jump(1)
    program.opening.open_built_in("two-inputs")
    assert not program.window.log_tab.isChecked()
