"""A table that somebody opens: its first rows, and which columns are inputs and which targets."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QAbstractItemView,
    QCheckBox,
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QLabel,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from gd_visualizer.lesson.table.chosen import suggested
from gd_visualizer.lesson.table.opened import Column, ColumnKind, OpenedTable
from gd_visualizer.scene.data.table_words import heading
from gd_visualizer.text.message import Message, translatable
from gd_visualizer.view.look.style import px
from gd_visualizer.view.text.translate import tr, translate_message

_ROLES = (translatable("not used"), translatable("input"), translatable("target"))
_UNUSED, _INPUT, _TARGET = range(3)
_MARKS = (
    ("", translatable("found by itself")),
    (".", translatable("point")),
    (",", translatable("comma")),
)
_WIDE, _HIGH = 640, 420


class TableDialog(QDialog):
    """``tried(inputs, targets, mark)`` says of a choice what would become of it, and whether it can
    be taken; ``taken(inputs, targets, mark, scaled)`` is called when it is."""

    def __init__(
        self,
        parent: QWidget,
        table: OpenedTable,
        tried: Callable[[Sequence[int], Sequence[int], str], tuple[Message, bool]],
        taken: Callable[[Sequence[int], Sequence[int], str, bool], Message | None],
    ) -> None:
        super().__init__(parent)
        self._table, self._tried, self._taken = table, tried, taken
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(tr("Open a table"))
        self.roles = [self._role(k, column) for k, column in enumerate(table.columns)]
        self.mark = self._mark_box()
        self.scaled = QCheckBox(tr("Scale the inputs: (x − mean) ÷ deviation"))
        self._told = QLabel()
        self._told.setWordWrap(True)
        kinds = QDialogButtonBox.StandardButton
        self._buttons = QDialogButtonBox(kinds.Open | kinds.Cancel)
        self._buttons.button(kinds.Open).setText(tr("Open"))
        self._buttons.accepted.connect(self._take)
        self._buttons.rejected.connect(self.reject)
        self._lay_out()
        self._try()

    @property
    def told(self) -> str:
        """What is said of the choice."""
        return self._told.text()

    def _role(self, place: int, column: Column) -> QComboBox:
        box = QComboBox()
        box.addItems([tr(role) for role in _ROLES])
        box.setAccessibleName(tr("Column {name}", name=column.name))
        for role, kinds in (
            (_INPUT, (ColumnKind.NUMBERS,)),
            (_TARGET, (ColumnKind.NUMBERS, ColumnKind.CLASSES)),
        ):
            if column.kind not in kinds:
                item = box.model().item(role)  # type: ignore[attr-defined]
                item.setEnabled(False)
        inputs, targets = suggested(self._table)
        role = _TARGET if place in targets else _INPUT if place in inputs else _UNUSED
        box.setCurrentIndex(role)
        box.currentIndexChanged.connect(self._try)
        return box

    def _mark_box(self) -> QComboBox:
        box = QComboBox()
        for mark, words in _MARKS:
            box.addItem(tr(words), mark)
        box.setAccessibleName(tr("Decimal mark"))
        box.currentIndexChanged.connect(self._try)
        return box

    def _lay_out(self) -> None:
        table = self._table
        title = QLabel(translate_message(heading(table)))
        title.setObjectName("title")
        title.setWordWrap(True)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(px(18), px(16), px(18), px(16))
        layout.setSpacing(px(10))
        layout.addWidget(title)
        layout.addWidget(self._preview(), 1)
        layout.addWidget(self._told)
        row = QHBoxLayout()
        row.addWidget(self.scaled)
        row.addStretch(1)
        if table.text.between != ",":
            row.addWidget(QLabel(tr("Decimal mark")))
            row.addWidget(self.mark)
        layout.addLayout(row)
        layout.addWidget(self._buttons)
        self.resize(px(_WIDE), px(_HIGH))

    def _preview(self) -> QTableWidget:
        """The roles in the first row, the table's first rows below."""
        columns = self._table.columns
        shown = QTableWidget(len(self._table.first) + 1, len(columns))
        shown.setHorizontalHeaderLabels([column.name for column in columns])
        shown.setVerticalHeaderLabels(["", *map(str, range(1, len(self._table.first) + 1))])
        shown.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        shown.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        shown.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        shown.setAccessibleName(tr("The first rows of the table"))
        for k, box in enumerate(self.roles):
            shown.setCellWidget(0, k, box)
            for row, cells in enumerate(self._table.first, 1):
                shown.setItem(row, k, QTableWidgetItem(cells[k]))
        shown.resizeColumnsToContents()
        for k, box in enumerate(self.roles):
            shown.setColumnWidth(k, max(shown.columnWidth(k), box.sizeHint().width()))
        shown.setRowHeight(0, self.roles[0].sizeHint().height())
        return shown

    def _with_role(self, role: int) -> list[int]:
        return [k for k, box in enumerate(self.roles) if box.currentIndex() == role]

    def _choice(self) -> tuple[list[int], list[int], str]:
        return self._with_role(_INPUT), self._with_role(_TARGET), str(self.mark.currentData())

    def _try(self) -> None:
        said, can = self._tried(*self._choice())
        self._tell(said, can)

    def _tell(self, said: Message, can: bool) -> None:
        self._told.setText(translate_message(said))
        self._told.setObjectName("" if can else "wrong")
        self._told.setStyleSheet("")  # the name is another: its look is found anew
        self._buttons.button(QDialogButtonBox.StandardButton.Open).setEnabled(can)

    def _take(self) -> None:
        problem = self._taken(*self._choice(), self.scaled.isChecked())
        if problem is None:
            self.accept()
        else:
            self._tell(problem, False)
