"""The rate's handle in the whole window: two digits, three with Shift; a pale ring behind it."""

from PySide6.QtCore import QEvent, QPointF, Qt
from PySide6.QtGui import QColor, QMouseEvent
from PySide6.QtWidgets import QApplication

from gd_visualizer.app.program import Program
from gd_visualizer.view.look.style import palette
from gd_visualizer.view.rate.slider import RateSlider

SHIFT, PLAIN = Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.NoModifier
LEFT, NONE = Qt.MouseButton.LeftButton, Qt.MouseButton.NoButton


def send(slider: RateSlider, kind: QEvent.Type, x: float, keys=PLAIN) -> None:
    at = QPointF(x, slider.height() / 2)
    held = NONE if kind == QEvent.Type.MouseButtonRelease else LEFT
    button = NONE if kind == QEvent.Type.MouseMove else LEFT
    there = QPointF(slider.mapToGlobal(at.toPoint()))
    QApplication.sendEvent(slider, QMouseEvent(kind, at, there, button, held, keys))


def rate(program: Program) -> float:
    return program.controller.state.descent.settings.rate.value


def colors_at(slider: RateSlider, x: float) -> set[str]:
    """The colours of the pixels above and below a place of the groove."""
    image = slider.grab().toImage()
    ratio = image.devicePixelRatio()
    return {image.pixelColor(round(x * ratio), y).name() for y in range(image.height())}


def test_a_drag_goes_by_two_digits_shift_creeps_by_three_and_a_ring_is_left(program) -> None:
    slider = program.window.findChild(RateSlider)
    begun = rate(program)
    x, pale = slider.x_of(begun), QColor(palette().muted).name()
    send(slider, QEvent.Type.MouseButtonPress, x)
    send(slider, QEvent.Type.MouseMove, x + 40)
    there = rate(program)
    assert there > 2 * begun
    assert there == float(f"{there:.2g}")
    assert pale in colors_at(slider, x)
    found = []
    for by in range(5):
        send(slider, QEvent.Type.MouseMove, x + 40 + by, SHIFT)
        found.append(rate(program))
    assert found == sorted(set(found))
    assert found[0] == there
    assert found[-1] < 1.1 * there
    assert all(one == float(f"{one:.3g}") for one in found)
    send(slider, QEvent.Type.MouseButtonRelease, x + 44, SHIFT)
    assert rate(program) == found[-1]
    assert not slider.isSliderDown()
    assert pale not in colors_at(slider, x)
