"""The points as a table: inputs, predicted, actual, error and the loss of each, total and mean."""

from typing import Any

import numpy as np
from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QPersistentModelIndex,
    QSignalBlocker,
    Qt,
    Signal,
)
from PySide6.QtGui import QColor
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QLabel,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from gd_visualizer.core.chain_rule import Trace
from gd_visualizer.descent.numerals import number
from gd_visualizer.descent.state import State
from gd_visualizer.view.style import PALETTE, font

_LOSS_WORDS = {
    "mean squared error": "squared error",
    "half mean squared error": "½ squared error",
    "mean absolute error": "absolute error",
    "huber": "huber loss",
    "binary cross-entropy": "cross-entropy",
}
Index = QModelIndex | QPersistentModelIndex


class PointsModel(QAbstractTableModel):
    """The numbers of one moment at every point; texts are made when they are seen."""

    HEADERS = ("point", "inputs", "predicted", "actual", "error", "")

    def __init__(self) -> None:
        super().__init__()
        self._state: State | None = None
        self._trace: Trace | None = None

    def show(self, state: State, kept: Trace) -> None:
        """Other numbers for the same rows, or other rows."""
        fresh = not self._state or self._state.descent.lesson is not state.descent.lesson
        if fresh:
            self.beginResetModel()
        self._state, self._trace = state, kept
        if fresh:
            self.endResetModel()
        else:
            last = self.index(self.rowCount() - 1, len(self.HEADERS) - 1)
            self.dataChanged.emit(self.index(0, 0), last)

    def rowCount(self, _parent: Index = QModelIndex()) -> int:  # noqa: N802, B008
        return len(self._trace.errors) if self._trace else 0

    def columnCount(self, _parent: Index = QModelIndex()) -> int:  # noqa: N802, B008
        return len(self.HEADERS)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = 0) -> Any:  # noqa: N802
        if orientation != Qt.Orientation.Horizontal:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            if section == 5 and self._state:
                return _LOSS_WORDS[self._state.descent.lesson.loss.name]
            return self.HEADERS[section]
        return None

    def data(self, index: Index, role: int = 0) -> Any:
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        if not self._trace or not self._state:
            return None
        row = index.row()
        if role == Qt.ItemDataRole.DisplayRole:
            return self._text(row, index.column())
        if role == Qt.ItemDataRole.BackgroundRole and row == self._state.display.point:
            return QColor(PALETTE.now_soft)
        if role == Qt.ItemDataRole.ForegroundRole and index.column() == 4:
            return QColor(PALETTE.factor_loss)
        return None

    def _text(self, row: int, column: int) -> str:
        kept, state = self._trace, self._state
        if kept is None or state is None:
            return ""
        if column == 0:
            return str(row + 1)
        values = (
            kept.values[0][row],
            kept.predicted[row],
            state.descent.lesson.objective.y[row],
            kept.errors[row],
            kept.losses[row].sum(keepdims=True),
        )[column - 1]
        shown = "  ".join(number(float(v)) for v in values[:8])
        return shown + (" …" if len(values) > 8 else "")


class PointsView(QWidget):
    """Asks for another point by its row."""

    point_selected = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        self._model = PointsModel()
        self._table = QTableView()
        self._table.setModel(self._model)
        self._table.setAccessibleName("Points")
        self._table.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self._table.setShowGrid(False)
        self._table.setFont(font(14))
        self._table.verticalHeader().hide()
        self._table.verticalHeader().setDefaultSectionSize(29)
        header = self._table.horizontalHeader()
        header.setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        header.setHighlightSections(False)
        header.setDefaultAlignment(
            Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag(int(Qt.TextFlag.TextWordWrap))
        )
        header.setMinimumHeight(40)
        header.setFont(font(13))
        self._table.selectionModel().currentRowChanged.connect(self._ask)
        self._sums = QLabel()
        self._sums.setAlignment(Qt.AlignmentFlag.AlignRight)
        self._sums.setFont(font(15))
        self._sums.setTextFormat(Qt.TextFormat.PlainText)
        self._sums.setContentsMargins(0, 4, 8, 2)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(2)
        layout.addWidget(self._table, 1)
        layout.addWidget(self._sums)

    def _ask(self, index: QModelIndex) -> None:
        if index.isValid():
            self.point_selected.emit(index.row())

    def sync(self, new: State, old: State | None) -> None:
        """Other numbers where weights or the shown point differ."""
        if old and old.descent is new.descent and old.display.point == new.display.point:
            return
        descent = new.descent
        kept = descent.lesson.objective.trace(descent.moment.theta)
        with QSignalBlocker(self._table.selectionModel()):
            self._model.show(new, kept)
            self._table.setCurrentIndex(self._model.index(new.display.point, 0))
        total = float(np.sum(kept.losses))
        word = _LOSS_WORDS[descent.lesson.loss.name]
        count = descent.lesson.objective.points
        mean = f"mean {word} = loss   {number(descent.moment.loss)}"
        self._sums.setText(f"total {word}   {number(total)}\n{mean}" if count > 1 else mean)
