"""Which point the diagram shows: one before, one after."""

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from gd_visualizer.core.arrays import Array
from gd_visualizer.descent.state.shown_step import shown_rows
from gd_visualizer.descent.state.state import State
from gd_visualizer.text.message import translatable
from gd_visualizer.view.look.style import px
from gd_visualizer.view.text.translate import tr
from gd_visualizer.view.widgets.buttons import Button
from gd_visualizer.view.wishes import Wishes

_GAP = 2  # px


class PointChooser(QWidget):
    """Asks for another point; not there, where there is only one."""

    def __init__(self, wishes: Wishes) -> None:
        super().__init__()
        self._wishes = wishes
        self._before = Button("", tr("The point before"), "left", "flat")
        self._after = Button("", tr("The next point"), "right", "flat")
        self._words = QLabel()
        self._words.setObjectName("quiet")
        self._point, self._count, self._narrow = 0, 1, False
        self._rows: Array | None = None
        self._nearest: tuple[int | None, int | None] = None, None
        self._before.asks(lambda: self._ask(0))
        self._after.asks(lambda: self._ask(1))
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(_GAP)
        for part in (self._before, self._words, self._after):
            layout.addWidget(part)

    def sync(self, new: State, _old: State | None) -> None:
        """Shows which point of how many it is; hidden where there is only one."""
        count = new.descent.lesson.objective.points
        self._point = new.display.point
        self._count = count
        self._rows = shown_rows(new.descent)
        self._nearest = nearest(self._point, count, self._rows)
        self._say()
        for button, point in zip((self._before, self._after), self._nearest, strict=True):
            button.setEnabled(point is not None)
        self.setVisible(count > 1)

    def _ask(self, side: int) -> None:
        point = self._nearest[side]
        if point is not None:
            self._wishes.select_point(point)

    def be_narrow(self, narrow: bool) -> None:
        """1/3 instead of point 1 of 3."""
        if narrow != self._narrow:
            self._narrow = narrow
            self._say()

    def width_with(self, narrow: bool) -> int:
        """The width in px that it needs, in few words or in all."""
        buttons = self._before.sizeHint().width() + self._after.sizeHint().width()
        return buttons + self._wide(narrow) + 2 * _GAP

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange and self._words.text():
            self._say()

    def _say(self) -> None:
        self._words.setText(self._text(self._point + 1, self._narrow))
        self._words.setToolTip(self._tells())
        self._words.setMinimumWidth(self._wide(self._narrow))

    def _text(self, point: int, narrow: bool) -> str:
        text = "{point}/{count}" if narrow else translatable("point {point} of {count}")
        return tr(text, point=str(point), count=str(self._count)) + self._mark(narrow)

    def _wide(self, narrow: bool) -> int:
        """In px, of the words about the last point."""
        self._words.ensurePolished()
        text = self._text(self._count, narrow)
        return self._words.fontMetrics().horizontalAdvance(text) + px(2)

    def _mark(self, narrow: bool) -> str:
        """Whether it is one of the step's points, where those are not all."""
        if self._rows is None:
            return ""
        if narrow:
            return " ●" if self._point in self._rows else " ○"
        words = (
            translatable("in this step")
            if self._point in self._rows
            else translatable("not in this step")
        )
        return ", " + tr(words)

    def _tells(self) -> str:
        if self._rows is None:
            return ""
        return tr("The arrows go through this step’s {n} points", n=str(len(self._rows)))


def nearest(point: int, count: int, rows: Array | None) -> tuple[int | None, int | None]:
    """The point before and the one after, of ``count``, or of the step's ``rows``, ascending."""
    if rows is None:
        return (point - 1 if point else None), (point + 1 if point + 1 < count else None)
    before, after = rows[rows < point], rows[rows > point]
    return (int(before[-1]) if len(before) else None), (int(after[0]) if len(after) else None)
