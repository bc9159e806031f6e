"""The table's cells, painted in one go.

Qt asks its cells through style sheet and delegate, once each: with the same few numbers a repaint
took ten times as long.
"""

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QColor, QFontMetrics, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QTableView

from gd_visualizer.view.look.style import palette, px
from gd_visualizer.view.points.model import COLUMN_OF, PointsModel
from gd_visualizer.view.text.fitted import on_one_line
from gd_visualizer.view.text.translate import localize_numbers
from gd_visualizer.view.widgets.scrolling import UP_AND_DOWN

_RIGHT = int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
_BAR = 4


class PointsTable(QTableView):
    """Numbers at the right of their cells; errors in their colour, the shown point's row and the
    column that is pointed at on theirs."""

    def __init__(self, model: PointsModel) -> None:
        super().__init__()
        self._numbers = model
        self.setModel(model)
        self.viewport().setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Up and Down choose a point; every other key is the window's."""
        if event.key() in UP_AND_DOWN:
            super().keyPressEvent(event)
        else:
            event.ignore()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        model, area = self._numbers, event.rect()
        painter = QPainter(self.viewport())
        painter.fillRect(area, QColor(palette().paper))
        first, last = self.rowAt(area.top()), self.rowAt(area.bottom())
        last = model.rowCount() - 1 if last < 0 else last
        if first >= 0:
            self._write(painter, range(first, last + 1))
        painter.end()

    def _write(self, painter: QPainter, rows: range) -> None:
        model = self._numbers
        columns = range(model.columnCount())
        sides = [(self.columnViewportPosition(k), self.columnWidth(k)) for k in columns]
        self._mark(painter, rows, sides)
        ink, error = QColor(palette().ink), QColor(palette().factor_loss)
        usual, gap = painter.font(), px(3)
        metrics = QFontMetrics(usual)
        for row in rows:
            top, high = self.rowViewportPosition(row), self.rowHeight(row)
            for column, (left, wide), text in zip(columns, sides, model.texts(row), strict=False):
                rect = QRect(left, top, wide - gap, high)
                shown = localize_numbers(text)
                fits = metrics.horizontalAdvance(shown) <= rect.width()
                painter.setFont(usual if fits else on_one_line(usual, shown, rect.width()))
                painter.setPen(error if column == COLUMN_OF["error"] else ink)
                painter.drawText(rect, _RIGHT, shown)

    def _mark(self, painter: QPainter, rows: range, sides: list[tuple[int, int]]) -> None:
        """The shown point's row, bars before those of the step, where it is made of some of the
        points, and above it the column that is pointed at."""
        point, lit = self._numbers.point, self._numbers.lit
        wide = sum(side[1] for side in sides)
        if point in rows:
            top, high = self.rowViewportPosition(point), self.rowHeight(point)
            painter.fillRect(QRect(sides[0][0], top, wide, high), QColor(palette().now_soft))
        for row in self._numbers.rows_of_step(rows):
            bar = QRect(sides[0][0], self.rowViewportPosition(row), px(_BAR), self.rowHeight(row))
            painter.fillRect(bar.adjusted(0, 1, 0, -1), QColor(palette().now))
        if lit >= 0:
            top = self.rowViewportPosition(rows[0])
            high = self.rowViewportPosition(rows[-1]) + self.rowHeight(rows[-1]) - top
            painter.fillRect(
                QRect(sides[lit][0], top, sides[lit][1], high), QColor(palette().action_soft)
            )
