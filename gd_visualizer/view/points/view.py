"""The points as a table: inputs, predicted, actual, error and the loss of each, total and mean."""

from PySide6.QtCore import (
    QEvent,
    QModelIndex,
    QSignalBlocker,
    Qt,
    Signal,
)
from PySide6.QtGui import QFontMetrics, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QGridLayout,
    QHeaderView,
    QVBoxLayout,
    QWidget,
)

from gd_visualizer.descent.state.state import State
from gd_visualizer.scene.explanation.of_state import printed
from gd_visualizer.scene.points.table import point_sums
from gd_visualizer.scene.visibility import Visibility, visibility
from gd_visualizer.view.look.style import font, px, scale
from gd_visualizer.view.points.model import COLUMN_OF, PointsModel
from gd_visualizer.view.points.table import PointsTable
from gd_visualizer.view.text.translate import localize_numbers, tr, translate_message
from gd_visualizer.view.widgets.fixed_label import StillLabel
from gd_visualizer.view.widgets.picture_view import PictureView
from gd_visualizer.view.wishes import Wishes

_HEAD, _ROW = 36, 27
_SMALLEST, _LARGEST = 0.82, 1.6
_MOST_SUMS = 4  # lines below the points
_FEW = 6  # rows, up to which a table shows all of them if it can


class PointsView(PictureView):
    """Asks for another point by its row."""

    pointed_at = Signal(str)

    def __init__(self, wishes: Wishes) -> None:
        super().__init__(wishes)
        self._model = PointsModel()
        self._table = PointsTable(self._model)
        self._table.setAccessibleName(tr("Points"))
        self._table.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self._table.setShowGrid(False)
        self._table.setWordWrap(False)
        self._table.setTabKeyNavigation(False)
        self._table.setMouseTracking(True)
        self._table.viewport().installEventFilter(self)
        self._table.entered.connect(self._point)
        self._table.verticalHeader().hide()
        header = self._table.horizontalHeader()
        header.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        header.setHighlightSections(False)
        header.setSectionsClickable(False)
        header.setDefaultAlignment(
            Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag(int(Qt.TextFlag.TextWordWrap))
        )
        self._table.selectionModel().currentRowChanged.connect(self._ask)
        self._scale, self._share = scale(), 0.0
        self._wide: list[int] = []
        self._letters: list[int] = []
        self._room = 0
        self._sums = QWidget()
        grid = QGridLayout(self._sums)
        grid.setContentsMargins(0, 2, 4, 0)
        grid.setColumnStretch(0, 1)
        right = Qt.AlignmentFlag.AlignRight
        self._lines = [
            (StillLabel("mean ½ squared error = loss", right), StillLabel("−0.0001234", right))
            for _ in range(_MOST_SUMS)
        ]
        for row, labels in enumerate(self._lines):
            for column, label in enumerate(labels):
                label.setObjectName(("sum", "value")[column])
                grid.addWidget(label, row, column)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(2)
        layout.addWidget(self._table, 1000)
        layout.addWidget(self._sums)
        layout.addStretch(1)

    def sync(self, new: State, old: State | None) -> None:
        """Other numbers where weights or the shown point differ."""
        shown = visibility(new)
        same = old is not None and old.descent is new.descent and visibility(old) == shown
        same = same and old is not None and printed(old) == printed(new)
        if same and old and old.display.point == new.display.point:
            return
        fresh = old is None or old.descent.lesson is not new.descent.lesson
        if fresh:
            self._wide = []
        with QSignalBlocker(self._table.selectionModel()):
            self._model.show(new)
            self._table.setCurrentIndex(self._model.index(new.display.point, 0))
        if old and old.display.point != new.display.point:
            self._table.scrollTo(self._table.currentIndex())
        self._show_sums(new, shown)
        if old and new.descent.timeline.length == 1 < old.descent.timeline.length:
            fresh, self._wide = True, []  # after a reset nothing is as wide as it was
        if fresh or not self._fit_columns():  # longer numbers than before: smaller letters
            self._fit()

    def _show_sums(self, state: State, shown: Visibility) -> None:
        view, several = state.descent.lesson.view, self._model.rowCount() > 1
        told = view.tells_loss and (several or view.descends)
        lines = point_sums(state.descent, printed(state)).lines if told else ()
        for k, (words, value) in enumerate(self._lines):
            visible = k < len(lines)
            if visible:
                words.setText(translate_message(lines[k][0]))
                known = shown.total if several and not k else shown.mean
                value.setText(localize_numbers(lines[k][1]) if known else "")
            words.setVisible(visible)
            value.setVisible(visible)

    def light(self, what: str) -> None:
        """Lights up the column that is pointed at in another view; of a weight behind the inputs,
        theirs."""
        column = COLUMN_OF.get("inputs" if what.startswith("w1_") else what, -1)
        if column != self._model.lit:
            self._model.lit = column
            self._model.repaint()
            self._table.horizontalHeader().viewport().update()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        super().resizeEvent(event)
        self._fit()
        self._table.scrollTo(self._table.currentIndex())

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange and self._scale != scale():
            self._scale, self._share = scale(), 0.0
            self._fit()

    def eventFilter(self, _watched: object, event: QEvent) -> bool:  # noqa: N802
        if event.type() == QEvent.Type.Leave:
            self.pointed_at.emit("")
        elif event.type() == QEvent.Type.Resize:
            self._fit_columns()
        return False

    def wanted_height(self) -> int:
        """The height at which every row of a short table shows."""
        rows = min(self._model.rowCount(), _FEW)
        return px(_HEAD) + rows * px(_ROW) + 6 + self._sums.sizeHint().height()

    def _fit(self) -> None:
        """Larger where there is room, for the back row; as high as its rows, so that the sums
        stand right below the last one."""
        rows = max(min(self._model.rowCount(), 1000), 1)
        by_height = self.height() / px(_ROW) / (rows + 2.4 + _HEAD / _ROW)
        by_width = 0.97 * self._table.viewport().width() / max(sum(self._needs(1.0)), 1)
        share = max(min(max(by_height, 1.0), by_width, _LARGEST), _SMALLEST)
        if abs(share - self._share) > 0.02:
            self._share = share
            self._wide = []
            self._table.setStyleSheet(f"font-size: {round(px(14) * share)}px;")
            header = self._table.horizontalHeader()
            header.setStyleSheet(f"font-size: {round(px(12.5) * share)}px;")
            header.setFixedHeight(round(px(_HEAD) * share))
            self._table.verticalHeader().setDefaultSectionSize(round(px(_ROW) * share))
            self._sums.setStyleSheet(f"font-size: {round(px(15) * share)}px;")
        high = self._table.horizontalHeader().height() + rows * round(px(_ROW) * share) + 6
        self._table.setMinimumHeight(px(_HEAD + _ROW) + 6)
        self.setMinimumHeight(px(_HEAD + _ROW) + 10 + self._sums.sizeHint().height())
        self._table.setMaximumHeight(high)
        self._fit_columns()

    def _needs(self, share: float) -> list[int]:
        """The width of every column in letters ``share`` times as large as designed."""
        shown = self._model.first_texts()
        heads, cells = QFontMetrics(font(12.5 * share)), QFontMetrics(font(14 * share))
        wide = []
        for column in range(self._model.columnCount()):
            words = self._model.heading(column).split(" ")
            widest = max((texts[column] for texts in shown), key=len, default="")
            head = max(heads.horizontalAdvance(word) for word in words) + px(11)
            wide.append(max(head, cells.horizontalAdvance(widest) + px(9)))
        return wide

    def _fit_columns(self) -> bool:
        """Each column as wide as what it says, wider but never narrower as digits change.

        Whether they fit.
        """
        shown = self._model.first_texts()
        letters = [max(map(len, column)) for column in zip(*shown, strict=True)]
        room = self._table.viewport().width()
        if self._wide and room == self._room and all(map(int.__le__, letters, self._letters)):
            return True
        self._letters, self._room = letters, room
        wide = self._needs(self._share or 1.0)
        self._wide = [max(a, b) for a, b in zip(wide, self._wide or wide, strict=True)]
        more = max(room - sum(self._wide), 0) // len(self._wide)
        for column, width in enumerate(self._wide):
            if self._table.columnWidth(column) != width + more:
                self._table.setColumnWidth(column, width + more)
        return sum(self._wide) <= room

    def _ask(self, index: QModelIndex) -> None:
        if index.isValid():
            self._wishes.select_point(index.row())

    def _point(self, index: QModelIndex) -> None:
        names = {column: name for name, column in COLUMN_OF.items()}
        self.pointed_at.emit(names.get(index.column(), ""))
