"""The cards: two columns, or one where there is no room for two; it scrolls rather than clips."""

from collections.abc import Callable

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QSplitter, QWidget

from gd_visualizer.lesson.pictures import NETWORK_CARD, TABLE_CARD
from gd_visualizer.lesson.pictures import Card as Kind
from gd_visualizer.view.look.style import px
from gd_visualizer.view.widgets.scrolling import ScrollArea
from gd_visualizer.view.window.card import Card

_COLUMNS = 2
_COLUMN = 330  # a column's width, at least
_HIGH, _LARGE = 130, 196  # a card, at least, and a large one
_HANDLE, _EDGE = 14, 14


class CardArea(ScrollArea):
    """``table_height`` tells how high the table would be with all of its rows."""

    def __init__(self, cards: dict[Kind, Card], table_height: Callable[[], int]) -> None:
        super().__init__()
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._cards, self._table_height = cards, table_height
        self._arranged = False  # by the person
        self._left, self._right = (self._column(column) for column in range(_COLUMNS))
        self._left.splitterMoved.connect(self.keep_arrangement)
        self._columns = QSplitter(Qt.Orientation.Horizontal)
        self._columns.setObjectName("cards")
        self._columns.setHandleWidth(_HANDLE)
        self._columns.setChildrenCollapsible(False)
        for part in (self._left, self._right):
            self._columns.addWidget(part)
            self._columns.setStretchFactor(self._columns.count() - 1, 1)
        self._columns.setSizes([520, 480])
        page = QWidget()
        layout = QHBoxLayout(page)
        layout.setContentsMargins(_EDGE, _EDGE, _EDGE, _EDGE)
        layout.addWidget(self._columns)
        self.setWidget(page)

    @property
    def splitters(self) -> dict[str, QSplitter]:
        """Every splitter, by the name under which it is remembered."""
        return {
            "splitter/desk": self._columns,
            "splitter/left": self._left,
            "splitter/right": self._right,
        }

    @property
    def arranged(self) -> bool:
        """Whether the person has moved the line between network and points."""
        return self._arranged

    def keep_arrangement(self) -> None:
        """The splitters stand where the person has put them."""
        self._arranged = True

    def show_cards(self, kinds: tuple[Kind, ...]) -> None:
        """Shows the cards of these kinds and hides the others."""
        for kind, card in self._cards.items():
            card.setVisible(kind in kinds)
        for column, splitter in enumerate((self._left, self._right)):
            splitter.setVisible(any(kind.column == column for kind in kinds))
        self.arrange()

    def arrange(self) -> None:
        """One column or two, each card as high as it can be read."""
        for kind, card in self._cards.items():
            card.setMinimumHeight(px(_LARGE if kind.large else _HIGH))
        room = self.viewport().width() - 2 * _EDGE
        both = not (self._left.isHidden() or self._right.isHidden())
        narrow = both and room < _COLUMNS * px(_COLUMN) + _HANDLE
        orientation = Qt.Orientation.Vertical if narrow else Qt.Orientation.Horizontal
        if self._columns.orientation() != orientation:
            self._columns.setOrientation(orientation)
        if not self._arranged:
            self._share()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        super().resizeEvent(event)
        QTimer.singleShot(0, self, self.arrange)

    def _share(self) -> None:
        """A table of a few points shows all of them; the network takes what is left."""
        room = self._left.height() - self._left.handleWidth()
        wanted = self._table_height()
        if wanted:
            table = min(max(wanted + px(58), round(0.36 * room)), room // 2)
            sizes = {NETWORK_CARD: room - table, TABLE_CARD: table}
            self._left.setSizes([sizes.get(kind, px(_HIGH)) for kind in self._kinds(0)])

    def _column(self, column: int) -> QSplitter:
        splitter = QSplitter(Qt.Orientation.Vertical)
        splitter.setHandleWidth(_HANDLE)
        splitter.setChildrenCollapsible(False)
        kinds = self._kinds(column)
        for place, kind in enumerate(kinds):
            splitter.addWidget(self._cards[kind])
            splitter.setStretchFactor(place, 5 if kind.large else 3)
        splitter.setSizes([500 if kind.large else 300 for kind in kinds])
        return splitter

    def _kinds(self, column: int) -> list[Kind]:
        return [kind for kind in self._cards if kind.column == column]
