"""The learning rate where the arithmetic shows it: dragged up and down, turned by wheel, typed."""

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QWidget

from gd_visualizer.descent.explanation.values import step_values
from gd_visualizer.descent.state.state import State
from gd_visualizer.drawing.shapes import Drawing
from gd_visualizer.lesson.rate import LearningRate, learning_rate, typed_rate
from gd_visualizer.scene.explanation.block import RATE
from gd_visualizer.view.rate.slider import HIGH, LOW, rate_of, tick_of
from gd_visualizer.view.stage.targets import rects_of
from gd_visualizer.view.text.translate import localize_numbers, tr
from gd_visualizer.view.widgets.key_drag import shifted
from gd_visualizer.view.widgets.number_editor import NumberEditor
from gd_visualizer.view.wishes import Wishes

_STILL = 4.0  # px, that a hand trembles as it clicks
_PER_TICK, _FINER = 2.0, 0.1  # px that a place of the slider takes; how fast it goes with Shift
_NOTCH = 120  # of a wheel
_NUMBER = 0.62  # of a chip's height, above its name
_TURN = 4  # places of the slider, that a notch of the wheel or a key goes


class LiveRate:
    """Asks for the step that is shown once more, with another rate; ``view`` shows the number."""

    def __init__(self, view: QWidget, wishes: Wishes) -> None:
        self._wishes = wishes
        self._rate: LearningRate | None = None
        self._pressed: tuple[QPointF, float] | None = None  # where, and the rate there
        self._dragging, self._turned, self._over = False, 0, QRectF()
        self.editor = NumberEditor(view, _read, lambda _name, rate: wishes.step_again(rate))
        self.editor.setAccessibleName(tr("Learning rate of this step"))
        self.editor.stepped.connect(self.turn)

    def show(self, state: State | None, drawing: Drawing) -> None:
        """The rate of the step that is explained, where a chip of the ``drawing`` shows it."""
        rects, before = rects_of(drawing, RATE), self._rate
        if state is None or not rects:
            self._rate = self._pressed = None
            self.editor.leave()
            return
        self._rate = step_values(state.descent, state.display.point).settings.rate
        self._over = QRectF(*rects[0])
        if self.editor.name and self._rate != before:
            self.edit()

    @property
    def held(self) -> bool:
        """Whether the button is down on it."""
        return self._pressed is not None

    def press(self, place: QPointF) -> None:
        """The button goes down on it."""
        if self._rate:
            self._pressed, self._dragging = (place, self._rate.value), False

    def move(self, place: QPointF, free: bool) -> None:
        """The mouse has come to ``place``: upwards is more, by powers of ten and two digits;
        ``free``: slowly, by three."""
        if self._pressed is None:
            return
        begun, rate = self._pressed
        moved = begun.y() - place.y()
        self._dragging = self._dragging or abs(moved) >= _STILL
        if self._dragging:
            self._ask(_further(rate, moved / _PER_TICK, free))

    def release(self) -> bool:
        """The button goes up; whether it had been dragged."""
        dragged, self._pressed = self._dragging, None
        return dragged

    def turn(self, steps: int, free: bool = False) -> None:
        """So many notches of the wheel, or keys; upwards is more."""
        if self._rate:
            self._ask(_further(self._rate.value, steps * _TURN, free))

    def wheel(self, event: QWheelEvent) -> None:
        """The wheel is turned over it; touchpads by less than a notch at once."""
        self._turned += event.angleDelta().y() or event.angleDelta().x()  # with Alt they change
        notches = int(self._turned / _NOTCH)
        self._turned -= notches * _NOTCH
        self.turn(notches, shifted(event))

    def edit(self) -> None:
        """Opens the field over the number, in its letters."""
        if self._rate:
            number = QRectF(self._over)
            number.setHeight(number.height() * _NUMBER)
            shown = localize_numbers(self._rate.text)
            self.editor.open("rate", shown, number, number.height() / 1.5)

    def _ask(self, rate: float) -> None:
        if self._rate and rate != self._rate.value:
            self._wishes.step_again(learning_rate(rate))


def _further(rate: float, ticks: float, free: bool) -> float:
    """So many places of the slider on: two digits, three where it goes ``free`` and slowly."""
    if not free:
        return rate_of(min(max(tick_of(rate) + round(ticks), tick_of(LOW)), tick_of(HIGH)))
    ends = tick_of(HIGH) - tick_of(LOW)
    wanted = rate * (HIGH / LOW) ** (ticks * _FINER / ends)
    return float(f"{min(max(wanted, LOW), HIGH):.3g}")


def _read(text: str) -> LearningRate:
    return typed_rate(text.replace(",", "."))
