"""The class's guess at the lowest place: a click in the dark, judged by the light."""

import numpy as np
import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import QWidget

from gd_visualizer.app.program import Program
from gd_visualizer.descent.commands import display as showing
from gd_visualizer.drawing.shapes import Dots, Words
from gd_visualizer.lesson.pictures import MAP, SLOPE, SURFACE_PANEL
from gd_visualizer.view.look.style import palette
from tests.view.mouse import move, pixel, press, release, send
from tests.view.shown import drawn, said, values_at


@pytest.fixture
def dark(start) -> Program:
    """The lesson in the dark, where it starts."""
    program: Program = start("dark-field")
    return program


def middle_of(widget: QWidget, color: str) -> QPoint:
    """The middle of the pixels of one colour."""
    image = widget.grab().toImage().convertToFormat(QImage.Format.Format_RGB32)
    pixels = np.frombuffer(image.constBits(), np.uint32).reshape(image.height(), image.width())
    rows, columns = np.nonzero(pixels == QColor(color).rgb())
    return QPoint(round(float(columns.mean())), round(float(rows.mean())))


def status_bar(program: Program) -> str:
    return program.window.stage.sentence


@pytest.mark.parametrize("kind", [MAP, SLOPE], ids=lambda kind: kind.name)
def test_with_predictions_the_class_points_first_and_is_judged_by_the_light(
    qtbot, dark, kind
) -> None:
    dark.controller.do(showing.show_surface, kind)
    qtbot.waitUntil(lambda: dark.live.feed.idle)
    dark.window.transport.predict.click()
    qtbot.keyClick(dark.window, Qt.Key.Key_L)
    assert dark.controller.state.display.dark
    assert status_bar(dark).startswith("Where is the lowest place?")
    descent = dark.controller.state.descent
    plot, (x, y) = dark.live.surface.plot, (1.4, 1.4 if kind is MAP else 6.0)
    press(plot, x, y)
    release(plot, x, y)
    assert dark.controller.state.descent is descent  # the point stays where it is
    guess = dict(dark.controller.state.display.guess.values)
    assert guess["w1_1_1"] == pytest.approx(1.4, abs=0.03)
    assert [one.text for one in drawn(plot, Words, "guess")] == ["your guess"]
    (mark,) = drawn(plot, Dots, "guess")
    assert values_at(plot, mark.centers)[0, 0] == pytest.approx(guess["w1_1_1"])
    qtbot.keyClick(dark.window, Qt.Key.Key_L)
    assert not dark.controller.state.display.dark
    assert "at your guess" in dark.live.surface.note
    assert said(plot, "guess").startswith("your guess: ")


def test_a_click_in_the_dark_without_predictions_and_a_drag_with_them_point_at_nothing(
    dark,
) -> None:
    plot = dark.live.surface.plot
    press(plot, 1.4, 1.4)
    release(plot, 1.4, 1.4)
    assert not dark.controller.state.display.guess
    dark.window.transport.predict.click()
    press(plot, 1.4, 1.4)
    move(plot, 1.0, 1.2)
    release(plot, 1.0, 1.2)
    assert not dark.controller.state.display.guess


def test_a_hand_that_trembles_clicks_and_pans_nothing(dark) -> None:
    dark.window.transport.predict.click()
    plot = dark.live.surface.plot
    before, (x0, x1) = dark.controller.state.display.ranges, plot.getViewBox().viewRange()[0]
    one = 1.5 * (x1 - x0) / plot.area()[0]
    press(plot, 1.4, 1.4)
    move(plot, 1.4 + one, 1.4)
    release(plot, 1.4 + one, 1.4)
    assert dark.controller.state.display.guess
    assert dark.controller.state.display.ranges == before


def test_a_click_on_the_axes_is_no_guess_and_a_double_click_starts_without_one(dark) -> None:
    dark.window.transport.predict.click()
    plot = dark.live.surface.plot
    (x0, _), (y0, y1) = plot.getViewBox().viewRange()
    press(plot, x0 - 0.04 * (y1 - y0), 0.0)
    release(plot, x0 - 0.04 * (y1 - y0), 0.0)
    assert dark.controller.state.display.guess is None
    press(plot, 1.4, 1.4)
    release(plot, 1.4, 1.4)
    assert dark.controller.state.display.guess
    send(plot, QEvent.Type.MouseButtonDblClick, pixel(plot, 1.4, 1.4))
    release(plot, 1.4, 1.4)
    assert dark.controller.state.display.guess is None
    theta = dark.controller.state.descent.moment.theta
    np.testing.assert_allclose(theta, [1.4, 1.4], atol=0.03)


def test_the_light_pauses_a_run_to_ask(qtbot, dark) -> None:
    dark.controller.do(showing.set_predict, True)
    dark.controller.set_speed(1.0)
    dark.controller.run()
    qtbot.keyClick(dark.window, Qt.Key.Key_L)
    assert not dark.controller.running
    assert dark.controller.state.progress.seeking
    qtbot.keyClick(dark.window, Qt.Key.Key_Escape)
    assert not dark.controller.state.progress.seeking
    assert dark.controller.state.display.dark


def test_a_click_on_a_slice_that_is_out_of_date_is_no_guess(dark) -> None:
    dark.controller.do(showing.set_predict, True)
    dark.controller.do(showing.guess_lowest, {"w9_9_9": 1.0, "w2_1_1": 1.0})
    dark.controller.do(showing.guess_lowest, {"w1_1_1": float("nan"), "w2_1_1": 1.0})
    assert dark.controller.state.display.guess is None


def test_the_presenter_takes_the_class_s_guess_by_a_click(qtbot, dark) -> None:
    dark.controller.do(showing.set_predict, True)
    dark.presenting.open()
    presenter = dark.presenting.presenter
    presenter.resize(1280, 720)
    plot = presenter.stage.panels.view(SURFACE_PANEL).plot
    qtbot.waitUntil(lambda: dark.live.feed.idle and plot.drawing is not None)
    press(plot, 1.2, -0.8)
    release(plot, 1.2, -0.8)
    guess = dict(dark.controller.state.display.guess.values)
    assert list(guess.values()) == pytest.approx([1.2, -0.8], abs=0.03)
    away = middle_of(plot, palette().action) - plot.viewport().mapTo(
        plot, pixel(plot, 1.2, -0.8).toPoint()
    )
    assert away.manhattanLength() <= 3  # a guess has few digits
    presenter.close()
