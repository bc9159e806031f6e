"""Which point the diagram shows: one before, one after."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from gd_visualizer.descent.state import State
from gd_visualizer.lesson.message import marked
from gd_visualizer.view.buttons import Button
from gd_visualizer.view.style import px
from gd_visualizer.view.translate import tr


class PointChooser(QWidget):
    """Asks for another point; not there, where there is only one."""

    point_selected = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        self._before = Button("", tr("The point before"), "left", "flat")
        self._after = Button("", tr("The next point"), "right", "flat")
        self._words = QLabel()
        self._words.setObjectName("quiet")
        self._point, self._count, self._narrow = 0, 1, False
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
        self._count = count
        self._say()
        self._before.setEnabled(self._point > 0)
        self._after.setEnabled(self._point + 1 < count)
        self.setVisible(count > 1)

    def be_narrow(self, narrow: bool) -> None:
        """1/3 instead of point 1 of 3."""
        if narrow != self._narrow:
            self._narrow = narrow
            self._say()

    def _say(self) -> None:
        text = "{point}/{count}" if self._narrow else marked("point {point} of {count}")
        count = str(self._count)
        self._words.setText(tr(text, point=str(self._point + 1), count=count))
        widest = tr(text, point=count, count=count)
        self._words.setMinimumWidth(self._words.fontMetrics().horizontalAdvance(widest) + px(2))
