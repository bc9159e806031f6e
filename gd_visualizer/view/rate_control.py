"""The learning rate: a slider by powers of ten, and exact typing."""

import math

from PySide6.QtCore import QEvent, QPoint, QSignalBlocker, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QSlider, QToolTip, QWidget

from gd_visualizer.descent.message import marked
from gd_visualizer.lesson.rate import LearningRate, learning_rate, typed_rate
from gd_visualizer.view.style import px
from gd_visualizer.view.translate import local, tr

_LOW, _HIGH, _TICKS = -5.0, 1.0, 600
_EXPECTED = marked("expected a number above 0, or a fraction such as 1/9")
_TIP = marked("Learning rate: a number or a fraction such as 1/9, then Enter")


class RateControl(QWidget):
    """Asks for another rate by ``edited(LearningRate)``."""

    edited = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._shown: LearningRate | None = None
        self._name = QLabel(tr("learning rate"))
        self._name.setObjectName("quiet")
        self._slider = QSlider(Qt.Orientation.Horizontal)
        self._slider.setRange(0, _TICKS)
        self._slider.setPageStep(_TICKS // 6)
        self._slider.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._slider.setAccessibleName(tr("Learning rate, slider"))
        self._slider.setToolTip(tr("Learning rate, from 0.00001 to 10 by powers of ten"))
        self._slider.valueChanged.connect(self._slide)
        self._field = QLineEdit()
        self._field.setAccessibleName(tr("Learning rate"))
        self._field.setToolTip(tr(_TIP))
        self._field.editingFinished.connect(self._type)
        self._field.textEdited.connect(lambda: self._mark(""))
        self._field.installEventFilter(self)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        for part in (self._name, self._slider, self._field):
            layout.addWidget(part)
        self._measure()

    def show_rate(self, rate: LearningRate) -> None:
        """Slider and field at ``rate``."""
        self._shown = rate
        with QSignalBlocker(self._slider), QSignalBlocker(self._field):
            self._field.setText(local(rate.text))
            self._field.setCursorPosition(0)
            self._slider.setValue(_tick(rate.value))
        self._mark("")

    def be_narrow(self, narrow: bool) -> None:
        """Without the name, where there is no room for it."""
        self._name.setVisible(not narrow)

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
        self._slider.setMinimumWidth(px(64))
        self._slider.setMaximumWidth(px(170))
        self._field.setFixedWidth(px(80))

    def _slide(self, place: int) -> None:
        power = _LOW + (_HIGH - _LOW) * place / _TICKS
        self.edited.emit(learning_rate(float(f"{10**power:.2g}")))

    def _type(self) -> None:
        if self._shown and self._field.text() == local(self._shown.text):
            self._give_keys_back()
            return
        try:
            rate = typed_rate(self._field.text().replace(",", "."))
        except ValueError as error:
            self._mark(tr("Learning rate: {reason}", reason=tr(str(error))))
            return
        self._mark("")
        self.edited.emit(rate)
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
        self._field.setToolTip(reason or _TIP)
        if reason and self._field.isVisible():
            below = self._field.mapToGlobal(QPoint(0, self._field.height()))
            QToolTip.showText(below, reason, self._field)


def _tick(rate: float) -> int:
    share = (math.log10(rate) - _LOW) / (_HIGH - _LOW)
    return round(min(max(share, 0.0), 1.0) * _TICKS)
