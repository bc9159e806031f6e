"""A slider over some values, with its name before it and its value behind it."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QSignalBlocker, Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSlider, QWidget

from gd_visualizer.view.look.style import px
from gd_visualizer.view.text.translate import localize_numbers, tr

_NAME, _VALUE = 84, 44


class NamedSlider(QWidget):
    """``asks(value, goes_on)`` is called for each value; ``goes_on``: in a drag that has begun."""

    def __init__(
        self,
        name: str,
        values: Sequence[float],
        written: Callable[[float], str],
        asks: Callable[[float, bool], object],
    ) -> None:
        super().__init__()
        self._values, self._written, self._asks = values, written, asks
        self._begun = False
        self._name, self._value = QLabel(tr(name)), QLabel()
        self.slider = QSlider(Qt.Orientation.Horizontal)
        self.slider.setRange(0, len(values) - 1)
        self.slider.setPageStep(1)
        self.slider.setAccessibleName(tr(name))
        self.slider.valueChanged.connect(self._ask)
        self.slider.sliderReleased.connect(self._end)
        self._value.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(px(6))
        layout.addWidget(self._name)
        layout.addWidget(self.slider, 1)
        layout.addWidget(self._value)
        self._name.setMinimumWidth(px(_NAME))
        self._value.setMinimumWidth(px(_VALUE))

    def show_value(self, value: float | None) -> None:
        """Shows ``value``, at the nearest of the slider's own; None: there is none."""
        if value is None:
            self._value.setText("")
            return
        nearest = min(range(len(self._values)), key=lambda k: abs(self._values[k] - value))
        with QSignalBlocker(self.slider):
            self.slider.setValue(nearest)
        self._write(value)

    def _write(self, value: float) -> None:
        self._value.setText(localize_numbers(self._written(value)))

    def _ask(self, place: int) -> None:
        value = self._values[place]
        self._write(value)
        goes_on, self._begun = self._begun, self.slider.isSliderDown()
        self._asks(value, goes_on)

    def _end(self) -> None:
        self._begun = False
