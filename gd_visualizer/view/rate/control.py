"""The learning rate: a slider by powers of ten, and exact typing."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QPoint, QSignalBlocker, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QToolTip, QWidget

from gd_visualizer.lesson.rate import LearningRate, learning_rate, typed_rate
from gd_visualizer.text.errors import RefusedValue
from gd_visualizer.text.message import translatable
from gd_visualizer.view.look.style import font, px
from gd_visualizer.view.rate.slider import RateSlider, rate_of
from gd_visualizer.view.text.fitted import on_one_line
from gd_visualizer.view.text.translate import localize_numbers, tr, translate_message
from gd_visualizer.view.widgets.buttons import Button
from gd_visualizer.view.widgets.number_field import NumberField
from gd_visualizer.view.wishes import UNHEARD, Wishes

if TYPE_CHECKING:  # which needs NumPy: not before the first frame
    from gd_visualizer.descent.rate.band import Band

_TIP = translatable("Learning rate: a number or a fraction such as 1/9, then Enter")
_CURVATURE_TIP = translatable(
    "2/λ: above this learning rate each step overshoots further than the one before; λ is the "
    "largest curvature here, that is, how fast the slope changes"
)
_APART = 10  # px besides from what stands before it
_SHORTEST, _WIDEST = 96, 170  # designed px of the slider
_EDGES = 22  # left and right of what is typed


class RateControl(QWidget):
    """Asks for another rate and for the critical one, and tells when the slider is held."""

    def __init__(self) -> None:
        super().__init__()
        self._wishes = UNHEARD
        self._shown: LearningRate | None = None
        self._name = QLabel(tr("learning rate"))
        self._name.setObjectName("quiet")
        self._readout: QLabel | None = None
        self._slider = RateSlider()
        self._slider.setAccessibleName(tr("Learning rate, slider"))
        self._slider.setToolTip(tr("Learning rate, from 0.00001 to 10 by powers of ten"))
        self._slider.valueChanged.connect(self._slide)
        self._slider.between.connect(
            lambda rate: self._wishes.set_learning_rate(learning_rate(rate))
        )
        self._slider.sliderPressed.connect(lambda: self._wishes.hold_rate(True))
        self._slider.sliderReleased.connect(self._let_go)
        self._field = NumberField()
        self._field.setAccessibleName(tr("Learning rate"))
        self._field.setToolTip(tr(_TIP))
        self._field.editingFinished.connect(self._type)
        self._field.textEdited.connect(lambda: self._mark(""))
        self._field.installEventFilter(self)
        layout = self._row = QHBoxLayout(self)
        layout.setContentsMargins(_APART, 0, 0, 0)
        layout.setSpacing(8)
        self._curvature = Button("2/λ", tr(_CURVATURE_TIP), kind="flat")
        self._curvature.setAccessibleName(tr("Curvature"))
        for part in (self._name, self._slider, self._field, self._curvature):
            layout.addWidget(part)
        self._measure()

    def hand_in(self, wishes: Wishes) -> None:
        """Takes the ``wishes`` that slider and field call, once the program is there."""
        self._wishes = wishes
        self._curvature.asks(wishes.find_curvature)

    def show_rate(self, rate: LearningRate) -> None:
        """Puts slider and field at ``rate``, and takes a refusal back."""
        self._shown = rate
        with QSignalBlocker(self._slider), QSignalBlocker(self._field):
            self._field.setText(localize_numbers(rate.text))
            self._field.setCursorPosition(0)
            self._fit_letters()
            self._slider.show_rate(rate.value)
        self._mark("")

    def show_band(self, band: "Band | None", exactly: Callable[[float], str] | None = None) -> None:
        """What the next step would do at each rate; ``exactly`` tells it close to an edge."""
        self._slider.show_band(band, exactly)

    def show_critical(self, rate: float | None) -> None:
        """A mark at the rate above which gradient descent overshoots, or none."""
        self._slider.show_critical(rate)

    def show_next_step(self, text: str) -> None:
        """Above the slider, while the mouse holds it; an empty text hides it."""
        if not (text and self._slider.isSliderDown()):
            if self._readout:
                self._readout.hide()
            return
        if self._readout is None:
            self._readout = _readout(self.window())
        self._readout.setText(text)
        self._readout.adjustSize()
        self._readout.move(self._above_handle(self._readout))
        self._readout.show()
        self._readout.raise_()

    def be_narrow(self, level: int) -> None:
        """Without what is least needed: from 2 on the curvature, at 3 the name."""
        self._name.setVisible(level < 3)
        self._curvature.setVisible(level < 2)
        self._row.invalidate()
        least = self._row.minimumSize().width()
        self.setMinimumWidth(least)
        self.setMaximumWidth(least + px(_WIDEST) - px(_SHORTEST))

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self._measure()

    def eventFilter(self, watched: object, event: QEvent) -> bool:  # noqa: N802
        """Esc puts back what was there."""
        if (
            watched is self._field
            and isinstance(event, QKeyEvent)
            and event.type() == QEvent.Type.KeyPress
            and event.key() == Qt.Key.Key_Escape
            and self._shown
        ):
            self.show_rate(self._shown)
            self._give_keys_back()
            return True
        return False

    def _measure(self) -> None:
        self._slider.setMinimumWidth(px(_SHORTEST))
        self._slider.setMaximumWidth(px(_WIDEST))
        self._field.setFixedWidth(px(88))
        self._fit_letters()

    def _fit_letters(self) -> None:
        """Smaller for a rate of many digits: none is out of sight."""
        usual = font(14)
        shown = on_one_line(usual, self._field.text(), px(88) - px(_EDGES))
        small = shown.pixelSize() < usual.pixelSize()
        wanted = f"font-size: {shown.pixelSize()}px;" if small else ""
        if self._field.styleSheet() != wanted:
            self._field.setStyleSheet(wanted)

    def _slide(self, place: int) -> None:
        self._wishes.set_learning_rate(learning_rate(rate_of(place)))

    def _let_go(self) -> None:
        self.show_next_step("")
        self._wishes.hold_rate(False)

    def _above_handle(self, label: QWidget) -> QPoint:
        """Where a label is above the handle and inside the window."""
        slider, window, wide = self._slider, self.window(), label.width()
        x = slider.x_of(rate_of(slider.value())) - wide / 2
        place = slider.mapTo(window, QPoint(round(x), -label.height() - px(2)))
        return QPoint(max(min(place.x(), window.width() - wide - px(4)), px(4)), place.y())

    def _type(self) -> None:
        if self._shown and self._field.text() == localize_numbers(self._shown.text):
            self._give_keys_back()
            return
        try:
            rate = typed_rate(self._field.text().replace(",", "."))
        except RefusedValue as error:
            self._mark(tr("Learning rate: {reason}", reason=translate_message(error.message)))
            return
        self._mark("")
        self._wishes.set_learning_rate(rate)
        self._give_keys_back()

    def _give_keys_back(self) -> None:
        """Done typing: the next Right or PageDown is a step again."""
        if self._field.hasFocus():
            self.window().setFocus()

    def _mark(self, reason: str) -> None:
        """Says in place why what was typed is not taken; an empty reason clears it."""
        wrong = bool(reason)
        if self._field.property("wrong") != wrong:
            self._field.setProperty("wrong", wrong)
            self._field.style().polish(self._field)
        self._field.setToolTip(reason or tr(_TIP))
        if reason and self._field.isVisible():
            below = self._field.mapToGlobal(QPoint(0, self._field.height()))
            QToolTip.showText(below, reason, self._field)


def _readout(window: QWidget) -> QLabel:
    """A label that floats in ``window``."""
    label = QLabel(window)
    label.setObjectName("readout")
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
    return label
