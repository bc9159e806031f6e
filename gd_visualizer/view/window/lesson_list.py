"""The lessons, numbered, the current one marked; below them one's own."""

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import (
    QEvent,
    QModelIndex,
    QPersistentModelIndex,
    QSignalBlocker,
    QSize,
    Qt,
)
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from gd_visualizer.lesson.library.built_in import BUILT_IN, LECTURE, PLAYGROUND, titles
from gd_visualizer.view.look.style import px
from gd_visualizer.view.text.translate import tr
from gd_visualizer.view.widgets.buttons import Button
from gd_visualizer.view.widgets.scrolling import UP_AND_DOWN
from gd_visualizer.view.wishes import UNHEARD, Wishes

if TYPE_CHECKING:
    from gd_visualizer.descent.state.state import State

_MARGIN = 8  # left and right of a title, as in the style sheet
_WIDE_SPACE = "\u2007"  # as wide as a digit


class LessonList(QFrame):
    """Asks for another lesson by its id, for a lesson file by its path or by a dialog."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("lessons")
        self._list = _List()
        self._list.setAccessibleName(tr("Lessons"))
        self._list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._list.setWordWrap(True)
        self._list.setTextElideMode(Qt.TextElideMode.ElideNone)
        self._list.setResizeMode(QListWidget.ResizeMode.Adjust)
        self._rows: dict[str, int] = {}
        for name in BUILT_IN:
            if name == PLAYGROUND[0]:
                self._add_heading()
            self._rows[name] = self._list.count()
            self._list.addItem(QListWidgetItem())
        self.retranslate()
        self._wishes = UNHEARD
        self._list.currentRowChanged.connect(self._ask)
        self._fold = Button("", tr("Put the list away (Ctrl+L)"), "fold", "flat")
        self._fold.asks(self.hide)
        self._opener = Button(
            tr("Open a lesson …"),
            tr("Open a lesson file (Ctrl+O), or drop it on the window"),
            "plus",
            "flat",
        )
        self._recent: list[Button] = []
        self._content = QWidget()
        self._lay_out()
        self._measure()

    def hand_in(self, wishes: Wishes) -> None:
        """Takes the ``wishes`` that the list calls, once the program is there."""
        self._wishes = wishes
        self._opener.asks(wishes.open_file)

    def retranslate(self) -> None:
        """The titles in the language that is in force."""
        for name, (title, summary) in titles().items():
            item = self._list.item(self._rows[name])
            item.setText(f"{_number(name)}   {tr(title)}")
            item.setToolTip(tr(summary))

    def _add_heading(self) -> None:
        """The words above the lessons to play with, which cannot be chosen."""
        item = QListWidgetItem()
        item.setFlags(Qt.ItemFlag.NoItemFlags)
        self._list.addItem(item)
        heading = _heading(tr("PLAYGROUND"))
        item.setSizeHint(heading.sizeHint() + QSize(0, 14))
        self._list.setItemWidget(item, heading)

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.addWidget(_heading(tr("LESSONS")))
        head.addStretch(1)
        head.addWidget(self._fold)
        inner = QVBoxLayout(self._content)
        inner.setContentsMargins(10, 8, 10, 10)
        inner.setSpacing(2)
        inner.addLayout(head)
        inner.addWidget(self._list, 1)
        inner.addSpacing(6)
        inner.addWidget(_heading(tr("YOUR OWN")))
        self._own = QVBoxLayout()
        self._own.setSpacing(0)
        inner.addLayout(self._own)
        inner.addWidget(self._opener)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._content, 1)

    def sync(self, new: "State", old: "State | None") -> None:
        """Marks the current lesson; none, where it came from a file."""
        lesson = new.descent.lesson
        if old and old.descent.lesson is lesson:
            return
        with QSignalBlocker(self._list):
            row = -1 if lesson.source else self._rows.get(lesson.id, -1)
            self._list.setCurrentRow(row)
            if row < 0:
                self._list.clearSelection()

    @property
    def recent(self) -> list[str]:
        """The paths of one's own lesson files, in the order of their buttons."""
        return [button.toolTip() for button in self._recent]

    def show_recent(self, paths: list[str], current: str) -> None:
        """One's own lesson files, the last one first; ``current`` is on screen."""
        for button in self._recent:
            self._own.removeWidget(button)
            button.deleteLater()
        self._recent = []
        for path in paths:
            name = Path(path).stem
            button = Button(name if len(name) < 24 else name[:22] + " …", path, kind="own")
            button.setCheckable(True)
            button.setChecked(path == current)
            button.asks(partial(self._wishes.open_path, path))
            self._own.addWidget(button)
            self._recent.append(button)

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self._measure()

    def _measure(self) -> None:
        self.setFixedWidth(px(232))

    def _ask(self, row: int) -> None:
        found = [name for name, place in self._rows.items() if place == row]
        if found:
            self._wishes.open_lesson(found[0])


class _List(QListWidget):
    """Up and Down choose; every other key is the window's."""

    def __init__(self) -> None:
        super().__init__()
        self.setItemDelegate(_Whole(self))

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        if event.key() in UP_AND_DOWN:
            super().keyPressEvent(event)
        else:
            event.ignore()


class _Whole(QStyledItemDelegate):
    """Titles in as many lines as they need beside their margins, which Qt leaves out of account."""

    def __init__(self, within: QListWidget) -> None:
        super().__init__(within)
        self._within = within

    def sizeHint(  # noqa: N802
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        option.rect.setWidth(self._within.viewport().width() - 2 * px(_MARGIN))
        return super().sizeHint(option, index)


def _number(name: str) -> str:
    """The lesson's number in its group, as wide as any."""
    group = PLAYGROUND if name in PLAYGROUND else LECTURE
    return f"{group.index(name) + 1:>2}".replace(" ", _WIDE_SPACE)


def _heading(text: str) -> QLabel:
    label = QLabel(text)
    label.setObjectName("heading")
    label.setContentsMargins(8, 2, 0, 2)
    return label
