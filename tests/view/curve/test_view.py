"""Loss by step: read, go to a step, by decades."""

import numpy as np
import pytest
from msgspec.structs import replace
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage, QPainter
from PySide6.QtWidgets import QLabel

from gd_visualizer.app.program import Program
from gd_visualizer.core.arrays import Floats
from gd_visualizer.descent.commands import descent as commands
from gd_visualizer.descent.state.state import State
from gd_visualizer.drawing.frame import Audience, Frame
from gd_visualizer.drawing.shapes import Path
from gd_visualizer.figures.render import render
from gd_visualizer.figures.sheet.request import Request
from gd_visualizer.lesson.pictures import CURVE, CURVE_PANEL
from gd_visualizer.scene.curve.picture import curve_picture
from gd_visualizer.scene.visibility import on_paper
from gd_visualizer.view.export.choice import Choice
from gd_visualizer.view.paint.drawing import paint_drawing
from tests.view.mouse import NONE, move, press, release
from tests.view.shown import drawn, show, values_at


def test_a_click_and_a_drag_on_the_curve_go_to_that_row(program) -> None:
    show(program, CURVE_PANEL)
    for _ in range(6):
        program.controller.do(commands.step)
    plot = program.live.curve.plot
    press(plot, 2.1, 1.0)
    assert program.controller.state.descent.row == 2
    move(plot, 4.2, 1.0)
    assert program.controller.state.descent.row == 4
    release(plot, 4.2, 1.0)
    assert program.controller.state.descent.timeline.last == 6
    assert program.window.stage.sentence.startswith("After step 4")


def line(program: Program, name: str) -> Floats:
    """Rows and heights (n, 2) of the line of that name."""
    (path,) = drawn(program.live.curve.plot, Path, name)
    return values_at(program.live.curve.plot, path.points)


def test_past_and_future_of_the_cursor_are_two_lines(program) -> None:
    show(program, CURVE_PANEL)
    for _ in range(5):
        program.controller.do(commands.step)
    program.controller.do(commands.jump, 2)
    losses = program.controller.state.descent.timeline.losses()
    for name, rows in (("past", [0, 1, 2]), ("ahead", [2, 3, 4, 5])):
        np.testing.assert_allclose(line(program, name)[:, 0], rows, atol=1e-9)
        np.testing.assert_allclose(line(program, name)[:, 1], losses[rows])


def test_hovering_reads_step_and_loss(program) -> None:
    show(program, CURVE_PANEL)
    program.controller.do(commands.step)
    move(program.live.curve.plot, 1.2, 5.0, NONE)
    assert program.live.curve.plot.findChild(QLabel, "readout").text() == "step 1: loss 6.25"
    move(program.live.curve.plot, 3.0, 5.0, NONE)
    assert not program.live.curve.plot.findChild(QLabel, "readout").isVisible()


def test_the_log_switch_shows_decades_and_even_heights_again(qtbot, program) -> None:
    show(program, CURVE_PANEL)
    for _ in range(4):
        program.controller.do(commands.step)
    qtbot.mouseClick(program.live.curve_tools.log, Qt.MouseButton.LeftButton)
    assert program.live.curve.log
    assert line(program, "past")[1, 1] == pytest.approx(0.7959, abs=1e-4)  # log10 6.25
    qtbot.mouseClick(program.live.curve_tools.log, Qt.MouseButton.LeftButton)
    assert line(program, "past")[1, 1] == pytest.approx(6.25)


def test_the_switch_shows_that_a_divergence_has_chosen_decades_by_itself(start) -> None:
    program = start("learning-rate")
    assert not program.live.curve_tools.log.isChecked()
    for _ in range(3):
        program.controller.do(commands.step)
    assert program.live.curve.log
    assert program.live.curve_tools.log.isChecked()
    program.controller.do(commands.jump, 1)
    program.opening.open_built_in("two-inputs")
    show(program, CURVE_PANEL)
    assert not program.live.curve_tools.log.isChecked()


def test_class_and_paper_see_the_heights_that_the_window_shows(qtbot, program, tmp_path) -> None:
    for _ in range(4):
        program.controller.do(commands.step)
    qtbot.mouseClick(program.live.curve_tools.log, Qt.MouseButton.LeftButton)
    state, file = program.controller.state, tmp_path / "curve.svg"
    program.exports.save(Choice(CURVE, ".svg", (800, 500)), file)
    qtbot.waitUntil(file.exists, timeout=20_000)
    asked = Request(CURVE, (), size=(800, 500), log_loss=True, shown=on_paper(state))
    assert file.read_bytes() == render(state.descent, asked, ".svg")
    assert file.read_bytes() != render(state.descent, replace(asked, log_loss=False), ".svg")
    even = replace(state, display=replace(state.display, log_loss=False))
    chosen = replace(state, display=replace(state.display, log_loss=None))
    assert on_stage(state) != on_stage(even)
    assert on_stage(chosen) == on_stage(even)


def on_stage(state: State) -> QImage:
    """The class's picture of the curve."""
    image = QImage(600, 400, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.white)
    painter = QPainter(image)
    paint_drawing(painter, curve_picture(state, Frame(600, 400, 14, Audience.SCREEN)).drawing)
    painter.end()
    return image
