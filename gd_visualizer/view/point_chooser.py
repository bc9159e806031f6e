"""Which point the diagram shows: one before, one after."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from gd_visualizer.descent.state import State
from gd_visualizer.view.buttons import Button
from gd_visualizer.view.style import px


class PointChooser(QWidget):
    """Asks for another point; not there, where there is only one."""

    point_selected = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        self._before = Button("", "The point before", "left", "flat")
        self._after = Button("", "The next point", "right", "flat")
        self._words = QLabel()
        self._words.setObjectName("quiet")
        self._point = 0
        self._before.clicked.connect(lambda: self.point_selected.emit(self._point - 1))
        self._after.clicked.connect(lambda: self.point_selected.emit(self._point + 1))
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(2)
        for part in (self._before, self._words, self._after):
            layout.addWidget(part)

    def sync(self, new: State, _old: State | None) -> None:
        """Which point of how many."""
        count = new.descent.lesson.objective.points
        self._point = new.display.point
        self._words.setText(f"point {self._point + 1} of {count}")
        self._words.setMinimumWidth(
            max(
                self._words.fontMetrics().horizontalAdvance(f"point {count} of {count}") + px(2),
                px(40),
            )
        )
        self._before.setEnabled(self._point > 0)
        self._after.setEnabled(self._point + 1 < count)
        self.setVisible(count > 1)
