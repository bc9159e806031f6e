"""Typing the ranges of the surface."""

from collections.abc import Callable, Mapping, Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QGridLayout, QLabel, QWidget

from gd_visualizer.descent.state.section import Range
from gd_visualizer.view.look.style import px
from gd_visualizer.view.text.translate import localize_numbers, tr
from gd_visualizer.view.widgets.number_editor import typed_number
from gd_visualizer.view.widgets.number_field import NumberField

_FARTHEST = 1e100


class RangeDialog(QDialog):
    """``typed`` is called with all of them by name, once each has a lower number first."""

    def __init__(
        self,
        parent: QWidget,
        axes: Sequence[tuple[str, str, Range]],
        typed: Callable[[Mapping[str, Range]], object],
    ) -> None:
        super().__init__(parent)
        self._typed = typed
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(tr("Ranges of the surface"))
        self._fields: dict[str, tuple[str, NumberField, NumberField]] = {}
        grid = QGridLayout(self)
        for row, (name, words, (low, high)) in enumerate(axes):
            grid.addWidget(QLabel(words), row, 0)
            fields = self._field(words, low), self._field(words, high)
            grid.addWidget(fields[0], row, 1)
            grid.addWidget(QLabel(tr("to")), row, 2)
            grid.addWidget(fields[1], row, 3)
            self._fields[name] = words, *fields
        self._told = QLabel()
        self._told.setObjectName("wrong")
        self._told.setWordWrap(True)
        grid.addWidget(self._told, len(axes), 0, 1, 4)
        kinds = QDialogButtonBox.StandardButton
        buttons = QDialogButtonBox(kinds.Ok | kinds.Cancel)
        buttons.accepted.connect(self._take)
        buttons.rejected.connect(self.reject)
        grid.addWidget(buttons, len(axes) + 1, 0, 1, 4)

    @property
    def told(self) -> str:
        """Why what was typed is not taken."""
        return self._told.text()

    def _field(self, name: str, value: float) -> NumberField:
        field = NumberField(localize_numbers(f"{value:.6g}"))
        field.setAccessibleName(name)
        field.setFixedWidth(px(136))  # −1.23457e+308
        return field

    def _take(self) -> None:
        typed: dict[str, Range] = {}
        for name, (words, *fields) in self._fields.items():
            low, high = (_number(field.text()) for field in fields)
            if low is None or high is None or not _apart(low, high):
                problem = tr("{axis}: expected two numbers, the lower one first.", axis=words)
                self._told.setText(problem)
                return
            typed[name] = low, high
        self._typed(typed)
        self.accept()


def _apart(low: float, high: float) -> bool:
    """Whether the second number is higher by more than floats can hardly tell."""
    return high - low > max(1e-300, 1e-12 * max(abs(low), abs(high)))


def _number(text: str) -> float | None:
    value = typed_number(text)
    return value if value is not None and abs(value) <= _FARTHEST else None
