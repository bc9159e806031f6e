"""The points: inputs, predicted, actual and error of each, with the errors as bars."""

from collections.abc import Iterator

from PySide6.QtCore import QEvent, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import (
    QAccessible,
    QColor,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
)

from gd_visualizer.descent.state.state import State
from gd_visualizer.drawing.hit import name_at
from gd_visualizer.drawing.shapes import Drawing, Rect, Words
from gd_visualizer.scene.explanation.block import Target
from gd_visualizer.scene.explanation.of_state import printed
from gd_visualizer.scene.points.screen import points_on_screen
from gd_visualizer.scene.visibility import visibility
from gd_visualizer.view.look.style import palette
from gd_visualizer.view.paint.drawing import paint_drawing
from gd_visualizer.view.points.cell_editing import EDITED, CellEditing
from gd_visualizer.view.text.translate import tr
from gd_visualizer.view.widgets.keyboard_focus import KeyboardFocus
from gd_visualizer.view.widgets.picture_view import PictureView
from gd_visualizer.view.widgets.scrolling import UP_AND_DOWN
from gd_visualizer.view.wishes import Wishes

_COLUMNS = ("inputs", "predicted", "error")  # that other views know by these names
_TYPE = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_F2)


class PointsView(PictureView):
    """Asks for another point by its row.

    ``pointed_at(str)`` tells the column under the mouse: inputs, predicted or error; ``light`` is
    its counterpart.
    """

    pointed_at = Signal(str)

    def __init__(self, wishes: Wishes) -> None:
        super().__init__(wishes)
        self.setMouseTracking(True)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(tr("Points"))
        self._state: State | None = None
        self._drawing: Drawing | None = None
        self._lit = self._pointed = ""
        self._focus = KeyboardFocus(self)
        self._cells = CellEditing(self, wishes)

    @property
    def drawing(self) -> Drawing | None:
        """What the next repaint shows; None before the first ``sync``."""
        return self._drawing

    @property
    def lit(self) -> str:
        """The column that is lit; ``""`` is none."""
        return self._lit

    def sync(self, new: State, old: State | None) -> None:
        """Other numbers where weights, the shown point or what may be seen differ."""
        same = old is not None and old.descent is new.descent and _looks(old) == _looks(new)
        if old and old.descent.lesson is not new.descent.lesson:
            self._cells.leave()
        self._state = new
        if not same:
            self._lay_out()

    def prepare(self, coming: State) -> Iterator[None]:
        """The points with the numbers that may come next."""
        if self.width() > 1:
            self.prepare_drawing(points_on_screen(coming, self.frame, visibility(coming)))
        yield

    def set_em(self, em: float) -> None:
        super().set_em(em)
        self._lay_out()

    def _lay_out(self) -> None:
        if self._state is None or self.width() < 2:
            return
        self._drawing = points_on_screen(self._state, self.frame, visibility(self._state))
        if QAccessible.isActive():
            said = (one.text for one in self._drawing.shapes if isinstance(one, Words))
            self.setAccessibleDescription(" ".join(said))
        self.update()

    def light(self, what: str) -> None:
        """Lights up the column that is pointed at in another view; of a weight behind the inputs,
        theirs."""
        column = "inputs" if what.startswith("w1_") else what if what in _COLUMNS else ""
        if column != self._lit:
            self._lit = column
            self.update()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        super().resizeEvent(event)
        self._lay_out()

    def restyle(self) -> None:
        self._lay_out()

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802
        painter = QPainter(self)
        painter.fillRect(self.rect(), QColor(palette().paper))
        if self._drawing:
            rect = self._drawing.areas.get(self._lit)
            if rect:
                painter.fillRect(QRectF(*rect), QColor(palette().action_soft))
            paint_drawing(painter, self._drawing)
        self._focus.paint(painter)
        painter.end()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        column = self._column_at(event.position())
        self._point(column if column in _COLUMNS else "")
        over = self._row_at(event.position()) is not None
        shape = Qt.CursorShape.PointingHandCursor if over else Qt.CursorShape.ArrowCursor
        self.setCursor(shape)

    def leaveEvent(self, event: QEvent) -> None:  # noqa: N802
        super().leaveEvent(event)
        self._point("")

    def _point(self, column: str) -> None:
        if column != self._pointed:
            self._pointed = column
            self.light(column)
            self.pointed_at.emit(column)

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        row = self._row_at(event.position())
        if event.button() == Qt.MouseButton.LeftButton and row is not None:
            self._wishes.select_point(row)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        """Types another value where the inputs or the actual value stand."""
        row, column = self._row_at(event.position()), self._column_at(event.position())
        if row is not None and column in EDITED:
            self._edit(row, column)

    def _edit(self, row: int, column: str) -> None:
        if self._state and self._drawing:
            self._cells.open(self._state, self._drawing, row, column)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Up and Down choose the point before and the next one; Enter types another actual value,
        Delete takes the point away."""
        state, key = self._state, event.key()
        if state and key in _TYPE:
            self._edit(state.display.point, "actual")
            return
        if state and key == Qt.Key.Key_Delete:
            self._cells.delete(state)
            return
        if state is None or key not in UP_AND_DOWN:
            super().keyPressEvent(event)
            return
        wanted = state.display.point + (1 if key == Qt.Key.Key_Down else -1)
        if 0 <= wanted < state.descent.lesson.objective.points:
            self._wishes.select_point(wanted)

    def _row_at(self, place: QPointF) -> int | None:
        if self._drawing is None:
            return None
        found = name_at(self._drawing, place.x(), place.y())
        return found.point if isinstance(found, Target) else None

    def _column_at(self, place: QPointF) -> str:
        areas = self._drawing.areas if self._drawing else {}
        return next((name for name, area in areas.items() if _holds(area, place)), "")


def _looks(state: State) -> tuple[object, ...]:
    return visibility(state), printed(state), state.display.point, state.display.loss_parts


def _holds(rect: Rect, place: QPointF) -> bool:
    return QRectF(*rect).contains(place)
