"""The numbers of one moment at every point, as rows for a table."""

from typing import Any

import numpy as np
from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtGui import QColor

from gd_visualizer.core.arrays import Array
from gd_visualizer.descent.state.shown_step import shown_rows
from gd_visualizer.descent.state.state import State
from gd_visualizer.scene.explanation.of_state import printed
from gd_visualizer.scene.points.table import COLUMNS, loss_word, point_texts
from gd_visualizer.scene.visibility import visibility
from gd_visualizer.view.look.style import palette
from gd_visualizer.view.text.translate import localize_numbers, tr

Index = QModelIndex | QPersistentModelIndex
COLUMN_OF = {"inputs": 1, "predicted": 2, "actual": 3, "error": 4}
_BLOCK = 12  # rows whose texts are made at once


class PointsModel(QAbstractTableModel):
    """The numbers of one moment at every point; texts are made when they are seen."""

    def __init__(self) -> None:
        super().__init__()
        self._state: State | None = None
        self._blocks: dict[int, list[tuple[str, ...]]] = {}
        self.lit = -1
        self._step_rows: Array | None = None

    def show(self, state: State) -> None:
        """Other numbers for the same rows, or other rows."""
        fresh = not self._state or self._state.descent.lesson is not state.descent.lesson
        if fresh:
            self.beginResetModel()
        self._state = state
        self._step_rows = shown_rows(state.descent)
        self._blocks = {}
        if fresh:
            self.endResetModel()
        else:
            self.repaint()

    def repaint(self) -> None:
        """Has every cell painted anew."""
        last = self.index(self.rowCount() - 1, self.columnCount() - 1)
        self.dataChanged.emit(self.index(0, 0), last)

    def rowCount(self, _parent: Index = QModelIndex()) -> int:  # noqa: N802, B008
        return self._state.descent.lesson.objective.points if self._state else 0

    def columnCount(self, _parent: Index = QModelIndex()) -> int:  # noqa: N802, B008
        told = not self._state or self._state.descent.lesson.view.tells_loss
        return len(COLUMNS) + told

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = 0) -> Any:  # noqa: N802
        if orientation == Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return self.heading(section)
        if role == Qt.ItemDataRole.ForegroundRole and section == self.lit:
            return QColor(palette().action)
        return None

    def heading(self, column: int) -> str:
        """The words above a column."""
        if column < len(COLUMNS):
            return tr(COLUMNS[column])
        return tr(loss_word(self._state.descent)) if self._state else ""

    def data(self, index: Index, role: int = 0) -> Any:
        step = self._step_rows
        if role == Qt.ItemDataRole.ToolTipRole and step is not None and index.row() in step:
            return tr("One of this step’s {n} points", n=str(len(step)))
        if self._state and role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return localize_numbers(self.texts(index.row())[index.column()])
        return None

    @property
    def point(self) -> int:
        """The row that the other views show."""
        return self._state.display.point if self._state else -1

    def rows_of_step(self, rows: range) -> list[int]:
        """Those of ``rows`` that make the step, where it is made of some of the points."""
        step = self._step_rows
        if step is None:
            return []
        found: list[int] = step[(step >= rows.start) & (step < rows.stop)].tolist()
        return found

    def first_texts(self) -> list[tuple[str, ...]]:
        """What the first rows say, and the number of the last, by which columns are measured."""
        shown = [self.texts(row) for row in range(min(self.rowCount(), _BLOCK))]
        return [*shown, (str(self.rowCount()), *[""] * (len(shown[0]) - 1))] if shown else []

    def texts(self, row: int) -> tuple[str, ...]:
        """The texts of ``row``, counted from 0, column by column; empty before a state is known."""
        if self._state is None:
            return ("",) * self.columnCount()
        block = row // _BLOCK
        if block not in self._blocks:
            rows = np.arange(block * _BLOCK, min((block + 1) * _BLOCK, self.rowCount()))
            shown, point = visibility(self._state), self._state.display.point
            self._blocks[block] = point_texts(
                self._state.descent, rows, shown, point, printed(self._state)
            )
        return self._blocks[block][row % _BLOCK]
