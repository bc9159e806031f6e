"""The learning rate in the window: its band, where the step would land, its critical value."""

from collections.abc import Callable

import numpy as np
import pytest
from PySide6.QtCore import QEvent, QPointF, Qt
from PySide6.QtGui import QAction, QMouseEvent
from PySide6.QtWidgets import QApplication, QLabel

from gd_visualizer.app.program import Program
from gd_visualizer.descent.commands import descent as commands
from gd_visualizer.descent.commands import display as showing
from gd_visualizer.descent.rate.band import kind_at, next_step
from gd_visualizer.drawing.hit import covers
from gd_visualizer.drawing.shapes import Dots, Path, Words
from gd_visualizer.lesson.lesson import Phase
from gd_visualizer.lesson.library.catalogue import load
from gd_visualizer.lesson.rate import typed_rate
from gd_visualizer.view.plot.plot import Plot
from gd_visualizer.view.rate.slider import RateSlider
from gd_visualizer.view.widgets.buttons import Button
from tests.view.shown import drawn, values_at

LEFT, NONE = Qt.MouseButton.LeftButton, Qt.MouseButton.NoButton
PRESS, MOVE = QEvent.Type.MouseButtonPress, QEvent.Type.MouseMove
RELEASE = QEvent.Type.MouseButtonRelease


def slider_of(program: Program) -> RateSlider:
    return program.window.transport.rate.findChild(RateSlider)


def send(program: Program, kind: QEvent.Type, rate: float) -> None:
    """A mouse event on the slider, at a learning rate."""
    slider = slider_of(program)
    at = QPointF(slider.x_of(rate), slider.height() / 2)
    held = NONE if kind == RELEASE else LEFT
    pressed = NONE if kind == MOVE else LEFT
    there = QPointF(slider.mapToGlobal(at.toPoint()))
    event = QMouseEvent(kind, at, there, pressed, held, Qt.KeyboardModifier.NoModifier)
    QApplication.sendEvent(slider, event)


def slide(program: Program, *rates: float) -> None:
    """Takes the handle, still held at the end, over these rates."""
    send(program, PRESS, program.controller.state.descent.settings.rate.value)
    for rate in rates:
        send(program, MOVE, rate)


def told(program: Program) -> str:
    """What the label below the slider says."""
    label = program.window.findChild(QLabel, "readout", Qt.FindChildOption.FindDirectChildrenOnly)
    return label.text() if label and label.isVisible() else ""


def next_step_on(plot: Plot) -> tuple[str, float, float] | None:
    """Words and place of the next step on a plot; of one beyond the picture the words' place."""
    rings, labels = drawn(plot, Dots, "next step"), drawn(plot, Words, "next loss")
    assert len(labels) <= 1
    if not labels:
        assert not rings
        return None
    if not rings:
        assert set("←↑→↓") & set(labels[0].text)
        return labels[0].text, *values_at(plot, np.array([(labels[0].x, labels[0].y)]))[0].tolist()
    place = rings[0].centers[0].tolist()
    assert covers(labels[0], *place, reach=4 * labels[0].size) or drawn(plot, Path, "leader")
    assert not covers(labels[0], *place, reach=0)
    return labels[0].text, *values_at(plot, rings[0].centers)[0].tolist()


def on_surface(program: Program) -> tuple[str, float, float] | None:
    return next_step_on(program.live.surface.plot)


def on_curve(program: Program) -> tuple[str, float, float] | None:
    return next_step_on(program.live.curve.plot)


def loss_of(words: str) -> float:
    return float(words.removeprefix("next loss "))


@pytest.mark.parametrize("lesson", ["many-steps", "learning-rate", "through-a-layer"])
def test_the_slider_s_band_is_that_of_the_next_step_at_every_row(qtbot, start, lesson) -> None:
    program: Program = start(lesson)
    program.controller.do(commands.set_learning_rate, typed_rate("0.02"))
    seen = []
    for _ in range(3):
        qtbot.waitUntil(lambda: program.rate_wiring.band.idle)
        descent, band = program.controller.state.descent, slider_of(program).band
        assert band is not None
        for rate in np.geomspace(2e-5, 8, 60):
            if min(abs(rate / edge - 1) for edge in band.edges) > 0.01:
                assert slider_of(program).kind(rate) == kind_at(descent, rate), rate
        seen.append(band)
        program.controller.do(commands.step)
    assert len({id(band) for band in seen}) == 3
    program.controller.do(commands.back)
    program.controller.do(commands.back)
    qtbot.waitUntil(lambda: program.rate_wiring.band.idle)
    np.testing.assert_allclose(slider_of(program).band.edges, seen[1].edges)


def test_sliding_shows_where_each_rate_would_land_and_letting_go_hides_it(start) -> None:
    program: Program = start("learning-rate")
    program.controller.do(commands.set_learning_rate, typed_rate("1/36"))
    program.controller.do(commands.step)  # 8/3, where the slope is −12
    assert (told(program), on_surface(program), on_curve(program)) == ("", None, None)
    slide(program)
    for rate in (0.03, 0.09, 0.1):
        send(program, MOVE, rate)
        descent = program.controller.state.descent
        assert descent.settings.rate.value == pytest.approx(rate, rel=0.1)
        true = next_step(descent)
        weight = 8 / 3 + 12 * descent.settings.rate.value
        assert true.loss == pytest.approx((3 * weight - 10) ** 2, rel=1e-9)
        words, x, y = on_surface(program)
        assert (x, y) == pytest.approx((weight, true.loss))
        assert loss_of(words) == pytest.approx(true.loss, rel=1e-3, abs=1e-3)
        assert told(program) == words == on_curve(program)[0]
        assert on_curve(program)[1] == 2
    send(program, RELEASE, 0.1)
    assert (told(program), on_surface(program), on_curve(program)) == ("", None, None)
    assert not program.controller.state.display.rate_held
    assert program.controller.state.descent.row == 1


def test_on_a_map_the_mark_is_at_the_very_place_of_the_next_step(qtbot, start) -> None:
    program: Program = start("two-inputs")
    slide(program, 0.004)
    words, x, y = on_surface(program)
    send(program, RELEASE, 0.004)
    program.controller.do(commands.step)
    moment = program.controller.state.descent.moment
    assert (x, y) == pytest.approx(tuple(moment.theta))
    assert loss_of(words) == pytest.approx(moment.loss, rel=1e-3)


def test_the_last_rate_before_letting_go_is_the_one_that_stays(start) -> None:
    program: Program = start("learning-rate")
    slide(program, 0.05, 0.2)
    before = program.controller.state.descent.settings.rate
    send(program, RELEASE, 0.2)
    assert program.controller.state.descent.settings.rate == before
    slider = slider_of(program)
    assert abs(slider.x_of(before.value) - slider.x_of(0.2)) <= 1  # px: as near as a mouse gets


def test_at_the_slopes_the_curve_says_what_too_big_a_step_leads_to(qtbot, start) -> None:
    program: Program = start("learning-rate")
    qtbot.keyClick(program.window, Qt.Key.Key_PageDown)
    assert program.controller.state.descent.phase == Phase.SLOPES
    assert on_curve(program) is on_surface(program) is None  # the caption asks
    program.controller.do(commands.set_learning_rate, typed_rate("2"))
    assert on_curve(program)[0] == "next loss 19,600 ↑"
    assert on_surface(program)[0] == "next loss 19,600 →"  # 50 lies far beyond the picture
    assert told(program) == ""
    program.controller.do(commands.step)
    assert program.controller.state.descent.moment.loss == pytest.approx(19600)
    assert on_curve(program) is None


def test_at_the_slopes_where_a_small_step_leads_is_marked_on_the_surface_too(qtbot, start) -> None:
    program: Program = start("learning-rate")
    program.controller.do(commands.set_learning_rate, typed_rate("1/36"))
    assert on_surface(program) is None
    program.controller.do(commands.to_phase, Phase.SLOPES)
    words, x, y = on_surface(program)
    assert (words, x, y) == ("next loss 4", pytest.approx(8 / 3), pytest.approx(4))
    assert on_curve(program)[0] == words


def predicting(qtbot, start: Callable[..., Program]) -> Program:
    program = start("learning-rate")
    program.controller.do(commands.set_learning_rate, typed_rate("1/36"))
    qtbot.keyClick(program.window, Qt.Key.Key_PageDown)
    program.controller.do(showing.set_predict, True)
    return program


def test_while_results_are_asked_for_no_picture_tells_the_next_loss(qtbot, start) -> None:
    program = predicting(qtbot, start)
    assert (on_surface(program), on_curve(program)) == (None, None)
    slide(program, 0.03)
    assert program.controller.state.display.rate_held
    assert (on_surface(program), on_curve(program)) == (None, None)
    send(program, RELEASE, 0.03)


def test_while_results_are_asked_for_the_slider_does_not_tell_it_either(qtbot, start) -> None:
    program = predicting(qtbot, start)
    slide(program, 0.03)
    label = told(program)
    send(program, RELEASE, 0.03)
    assert label == ""


def test_a_rate_whose_numbers_overflow_is_told_and_has_no_next_step(start) -> None:
    program: Program = start("learning-rate")
    program.controller.do(commands.set_learning_rate, typed_rate("1"))
    program.controller.do(commands.step)
    slide(program)
    program.controller.do(commands.set_learning_rate, typed_rate("1e200"))
    assert told(program) == "the next numbers overflow"
    assert (on_surface(program), on_curve(program)) == (None, None)
    send(program, RELEASE, 1.0)
    assert told(program) == ""


def curvature(program: Program) -> Button:
    buttons = program.window.transport.rate.findChildren(Button)
    return next(b for b in buttons if b.accessibleName() == "Curvature")


def test_the_button_tells_curvature_and_critical_rate_exactly_and_marks_it(qtbot, start) -> None:
    program: Program = start("learning-rate", (1600, 900))
    assert curvature(program).isVisible()
    qtbot.mouseClick(curvature(program), LEFT)
    qtbot.waitUntil(lambda: program.rate_wiring.curvature.idle)
    assert "λ = 18:" in program.window.stage.sentence
    assert "2/λ = 1/9 " in program.window.stage.sentence
    slider = slider_of(program)
    assert slider.critical == pytest.approx(1 / 9)
    program.controller.do(commands.set_learning_rate, typed_rate("0.05"))
    assert slider.critical == pytest.approx(1 / 9)  # the weights have not changed
    program.controller.do(commands.step)
    assert slider.critical is None


def test_the_surface_s_menu_tells_it_too(qtbot, start) -> None:
    program: Program = start("learning-rate")
    menu = program.live.surface_tools.menu

    def action() -> QAction:
        menu.show_choices(program.controller.state, turning=False)
        return next(a for a in menu.actions() if "2/λ" in a.text())

    action().trigger()
    qtbot.waitUntil(lambda: program.rate_wiring.curvature.idle)
    assert "2/λ = 1/9 " in program.window.stage.sentence
    assert slider_of(program).critical == pytest.approx(1 / 9)
    program.controller.open(load("loss-surface"))
    assert not action().isEnabled()


def test_an_answer_that_comes_too_late_is_not_told(qtbot, start) -> None:
    program: Program = start("through-a-layer", (1600, 900))
    qtbot.mouseClick(curvature(program), LEFT)
    program.controller.do(commands.step)
    qtbot.waitUntil(lambda: program.rate_wiring.curvature.idle)
    assert "λ" not in program.window.stage.sentence
    assert slider_of(program).critical is None
