"""The learning rate's slider: its band as brute force has it, its mark, its words."""

from collections.abc import Iterator

import numpy as np
import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QColor, QHelpEvent, QImage, QMouseEvent, QPainter
from PySide6.QtWidgets import QApplication, QLabel, QMainWindow, QToolTip

from gd_visualizer.background import rate_band_feed as band_feed
from gd_visualizer.descent.rate.band import kind_at, rate_band
from gd_visualizer.descent.state.state import State, open_lesson
from gd_visualizer.lesson.library.catalogue import load
from gd_visualizer.lesson.rate import LearningRate, typed_rate
from gd_visualizer.scene.look.palette import DARK, LIGHT, PALETTES
from gd_visualizer.view.look import style
from gd_visualizer.view.rate import groove as rate_groove
from gd_visualizer.view.rate import slider as rate_slider
from gd_visualizer.view.rate.control import RateControl
from gd_visualizer.view.rate.slider import RateSlider
from gd_visualizer.view.wishes import UNHEARD

LEFT, NONE = Qt.MouseButton.LeftButton, Qt.MouseButton.NoButton
LOW, HIGH = rate_slider.LOW, rate_slider.HIGH


@pytest.fixture
def control(qtbot, qapp) -> Iterator[RateControl]:
    """The control in a small window, wide enough for its readout."""
    style.apply(qapp)
    window = QMainWindow()
    qtbot.addWidget(window)
    made = RateControl()
    window.setCentralWidget(made)
    window.resize(420, 120)
    with qtbot.waitExposed(window):
        window.show()
    made.show_rate(typed_rate("0.01"))
    yield made
    style.apply(qapp)
    window.close()


def slider_of(control: RateControl) -> RateSlider:
    return control.findChild(RateSlider)


def opened(name: str) -> State:
    return open_lesson(load(name))


def send(slider: RateSlider, kind: QEvent.Type, x: float) -> None:
    at = QPointF(x, slider.height() / 2)
    held = NONE if kind == QEvent.Type.MouseButtonRelease else LEFT
    pressed = NONE if kind == QEvent.Type.MouseMove else LEFT
    there = QPointF(slider.mapToGlobal(at.toPoint()))
    none = Qt.KeyboardModifier.NoModifier
    QApplication.sendEvent(slider, QMouseEvent(kind, at, there, pressed, held, none))


def press(slider: RateSlider, rate: float) -> None:
    send(slider, QEvent.Type.MouseButtonPress, slider.x_of(rate))


def move(slider: RateSlider, rate: float) -> None:
    send(slider, QEvent.Type.MouseMove, slider.x_of(rate))


def release(slider: RateSlider, rate: float) -> None:
    send(slider, QEvent.Type.MouseButtonRelease, slider.x_of(rate))


def shown_tip(slider: RateSlider, rate: float) -> str:
    at = QPoint(round(slider.x_of(rate)), slider.height() // 2)
    QApplication.sendEvent(slider, QHelpEvent(QEvent.Type.ToolTip, at, slider.mapToGlobal(at)))
    return QToolTip.text()


def painted(slider: RateSlider, rate: float) -> str:
    """The kind whose colour fills most of the groove around ``rate``."""
    image = slider.grab().toImage()
    share, middle = image.devicePixelRatio(), image.height() // 2
    x, reach = round(slider.x_of(rate) * share), 3
    found = [
        image.pixelColor(x + dx, middle + dy)
        for dx in range(-reach, reach + 1)
        for dy in range(-2, 3)
    ]
    kinds = ("lower", "across", "higher", "overflow", "still")
    return max(kinds, key=lambda kind: sum(c == rate_groove.color_of(kind) for c in found))


def test_the_slider_and_the_feed_have_the_same_scale() -> None:
    assert (band_feed.LOW, band_feed.HIGH) == (LOW, HIGH)


@pytest.mark.parametrize("palette", PALETTES)
@pytest.mark.parametrize("name", ["through-a-layer", "learning-rate", "two-inputs", "many-steps"])
def test_the_groove_has_the_colours_that_single_steps_say(qapp, control, name, palette) -> None:
    style.apply(qapp, PALETTES[palette], 2.0)  # room for a rate between two patterns
    descent, slider = opened(name).descent, slider_of(control)
    control.resize(600, 60)
    slider.setMaximumWidth(400)
    slider.resize(400, 60)
    band = rate_band(descent, LOW, HIGH)
    control.show_band(band)
    checked = 0
    for rate in np.geomspace(2e-5, 8, 40):
        near = [abs(slider.x_of(rate) - slider.x_of(edge)) for edge in band.edges[1:-1]]
        if min(near, default=9) < 5 or abs(slider.x_of(rate) - slider.x_of(0.01)) < 26:
            continue
        assert painted(slider, rate) == kind_at(descent, rate), rate
        checked += 1
    assert checked > 15


def test_through_a_layer_a_rate_of_a_hundredth_is_red(control) -> None:
    control.show_band(rate_band(opened("through-a-layer").descent, LOW, HIGH))
    control.show_rate(typed_rate("5"))  # the handle is elsewhere
    assert painted(slider_of(control), 0.0105) == "higher"  # the edge itself is at 0.00997
    assert slider_of(control).kind(0.01) == "higher"


def test_one_weight_is_green_then_amber_then_red(control) -> None:
    slider = slider_of(control)
    descent = opened("learning-rate").descent
    band = rate_band(descent, LOW, HIGH)
    np.testing.assert_allclose(band.edges[1:3], [1 / 18, 1 / 9], rtol=1e-3)
    control.show_band(band, lambda rate: kind_at(descent, rate))
    control.show_rate(typed_rate("0.00002"))
    kinds = [slider.kind(rate) for rate in (1 / 18.01, 1 / 17.99, 1 / 9.01, 1 / 9, 1 / 8.99)]
    assert kinds == ["lower", "across", "across", "higher", "higher"]
    assert [painted(slider, rate) for rate in (0.03, 0.079, 0.5)] == ["lower", "across", "higher"]


def test_no_two_kinds_look_alike_without_colour(control) -> None:
    """Each pattern is another one, painted in a single colour."""
    pictures = []
    for kind in ("lower", "across", "higher", "overflow"):
        image = QImage(60, 20, QImage.Format.Format_RGB32)
        image.fill(QColor(LIGHT.paper))
        painter = QPainter(image)
        rate_groove.paint_groove(painter, (4, 56), 10, [(4, 56, kind)])
        painter.end()
        own = rate_groove.color_of(kind)
        pictures.append([image.pixelColor(x, y) == own for x in range(15, 45) for y in range(20)])
    apart = [sum(a != b for a, b in zip(p, q, strict=True)) for p in pictures for q in pictures]
    assert sorted(apart)[4:][0] > 20


def test_the_tooltip_says_what_the_rate_under_the_mouse_would_do(control) -> None:
    slider = slider_of(control)
    descent = opened("learning-rate").descent
    assert shown_tip(slider, 0.05) == slider.toolTip()  # nothing is known yet
    control.show_band(rate_band(descent, LOW, HIGH))
    for rate, words in (
        (0.001, "The next step lowers the loss"),
        (0.08, "The next step lowers the loss, but lands across the valley"),
        (5, "The next step does not lower the loss"),
    ):
        first, second = shown_tip(slider, rate).split("\n")
        assert second == words
        assert float(first.removeprefix("Learning rate ")) == pytest.approx(rate, rel=0.15)
    assert shown_tip(slider, 0.01).startswith("Learning rate 0.01\n")  # the handle: today's rate
    control.show_critical(1 / 9)
    assert "critical rate 2/λ ≈ 0.111" in shown_tip(slider, 1 / 9)
    assert "critical" not in shown_tip(slider, 1)


def test_the_description_follows_the_rate(control) -> None:
    slider, descent = slider_of(control), opened("learning-rate").descent
    assert slider.accessibleDescription() == ""
    control.show_band(rate_band(descent, LOW, HIGH), lambda rate: kind_at(descent, rate))
    described = []
    for text in ("0.01", "0.1", "1/9", "1"):
        control.show_rate(typed_rate(text))
        described.append(slider.accessibleDescription())
    assert described[0] == "The next step lowers the loss"
    assert described[1].endswith("but lands across the valley")
    assert described[2] == described[3] == "The next step does not lower the loss"


def test_the_critical_rate_has_a_mark(control) -> None:
    slider = slider_of(control)
    control.show_rate(typed_rate("5"))
    at = round(slider.x_of(1e-3)), slider.height() // 2 - 8
    bare = slider.grab().toImage().pixelColor(*at)
    control.show_critical(1e-3)
    assert slider.grab().toImage().pixelColor(*at) == QColor(LIGHT.ink) != bare
    control.show_critical(None)
    assert slider.grab().toImage().pixelColor(*at) == bare


def test_the_mouse_takes_the_rate_along_and_the_next_step_is_told_meanwhile(control) -> None:
    slider = slider_of(control)
    asked: list[LearningRate] = []
    held: list[bool] = []

    def take(rate: LearningRate) -> None:
        asked.append(rate)
        control.show_rate(rate)
        control.show_next_step(f"next loss {rate.text}")

    control.hand_in(UNHEARD._replace(hold_rate=held.append, set_learning_rate=take))
    control.show_next_step("too early")
    assert control.window().findChild(QLabel, "readout") is None
    press(slider, 0.01)
    assert held == [True]
    assert not asked
    move(slider, 0.1)
    label = control.window().findChild(QLabel, "readout")
    assert label.parent() is control.window()
    assert label.isVisible()
    assert label.text() == f"next loss {asked[-1].text}"
    assert asked[-1].value == pytest.approx(0.1, rel=0.1)
    assert label.geometry().bottom() < slider.mapTo(control.window(), QPoint(0, 0)).y()
    release(slider, 0.1)
    assert held == [True, False]
    assert not label.isVisible()


def listening(control: RateControl) -> list[float]:
    """The rates that it asks for, and then shows."""
    asked: list[float] = []

    def take(rate: LearningRate) -> None:
        asked.append(rate.value)
        control.show_rate(rate)

    control.hand_in(UNHEARD._replace(set_learning_rate=take))
    return asked


def test_a_click_beside_the_handle_goes_there_and_holds_it(control) -> None:
    slider = slider_of(control)
    asked = listening(control)
    press(slider, 1.0)
    assert asked[-1] == pytest.approx(1, rel=0.1)
    assert slider.isSliderDown()
    move(slider, 2.0)
    assert asked[-1] == pytest.approx(2, rel=0.15)
    release(slider, 2.0)
    assert not slider.isSliderDown()


def test_a_slider_that_goes_away_is_let_go(control) -> None:
    slider, held = slider_of(control), []
    control.hand_in(UNHEARD._replace(hold_rate=held.append))
    press(slider, 0.01)
    control.hide()
    assert held == [True, False]


def test_keys_go_through_all_rates(qtbot, control) -> None:
    slider = slider_of(control)
    asked = listening(control)
    for _ in range(100):
        qtbot.keyClick(slider, Qt.Key.Key_Right)
    assert asked == sorted(asked)
    assert asked[-1] == 0.1
    qtbot.keyClick(slider, Qt.Key.Key_Home)
    assert asked[-1] == LOW


def test_the_focused_handle_looks_focused(qtbot, qapp, control) -> None:
    style.apply(qapp, DARK)
    slider = slider_of(control)
    slider.clearFocus()
    before = slider.grab().toImage()
    control.activateWindow()
    slider.setFocus(Qt.FocusReason.TabFocusReason)
    qtbot.waitUntil(slider.hasFocus)
    assert slider.grab().toImage() != before
