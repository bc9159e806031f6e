"""The window: lessons at the left, controls above, cards in the middle, the sentence below."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtGui import (
    QCloseEvent,
    QDragEnterEvent,
    QDropEvent,
    QKeyEvent,
    QPaintEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import (
    QHBoxLayout,
    QMainWindow,
    QSplitter,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from gd_visualizer.view.buttons import tab
from gd_visualizer.view.card import Card
from gd_visualizer.view.foot import Foot
from gd_visualizer.view.lesson_list import LessonList
from gd_visualizer.view.strip_bar import HIGH, StripBar
from gd_visualizer.view.style import px, scale
from gd_visualizer.view.toolbar import Toolbar
from gd_visualizer.view.translate import tr

if TYPE_CHECKING:
    from gd_visualizer.descent.state import State

NAME = "Gradient Descent Visualizer"
_REPEATED = (Qt.Key.Key_Right, Qt.Key.Key_Left)


class MainWindow(QMainWindow):
    """The frame and its cards. What needs NumPy or pyqtgraph is put in later by ``fill``, so that
    the frame is seen at once.

    ``file_dropped(str)`` tells the path of a file that was dropped on it, ``painted()`` that the
    frame has been seen for the first time.
    """

    painted = Signal()
    file_dropped = Signal(str)
    closed = Signal()

    def __init__(self, lessons: list[tuple[str, str, str]]) -> None:
        super().__init__()
        self.setWindowTitle(NAME)
        self.keys: dict[int, Callable[[], None]] = {}
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAcceptDrops(True)
        self.toolbar, self.lessons, self.foot = Toolbar(), LessonList(lessons), Foot()
        self.cards = {
            "network": Card("Network"),
            "table": Card("Points"),
            "surface": Card("Loss surface"),
            "curve": Card("Loss by step"),
        }
        self.strip_bar = StripBar()
        self.log_tab = tab("log", "log: heights by powers of ten")
        self.log_tab.setCheckable(True)
        self.cards["curve"].add(self.log_tab)
        self.card_tabs = {
            "points": tab(tr("Numbers"), tr("The points as numbers")),
            "code": tab(tr("Code"), tr("This step as NumPy code")),
        }
        self._left, self._right = _column(), _column()
        for splitter, names in (
            (self._left, ("network", "table")),
            (self._right, ("surface", "curve")),
        ):
            for name in names:
                splitter.addWidget(self.cards[name])
            splitter.setStretchFactor(0, 5)
            splitter.setStretchFactor(1, 3)
            splitter.setSizes([500, 300])
        self._arranged = False  # by the person
        self._seen = self._filled = False
        self._scale = scale()
        self._left.splitterMoved.connect(self._remember_arrangement)
        self._build()
        self._measure()

    def fill(self) -> None:
        """Diagram and table, into their cards."""
        from gd_visualizer.view.code_view import CodeView
        from gd_visualizer.view.network_view import NetworkView
        from gd_visualizer.view.phase_chips import PhaseChips
        from gd_visualizer.view.point_chooser import PointChooser
        from gd_visualizer.view.points_view import PointsView
        from gd_visualizer.view.strip_view import StripView
        from gd_visualizer.view.surface_head import SurfaceHead
        from gd_visualizer.view.weight_note import WeightNote

        self._filled = True
        self.network, self.points = NetworkView(), PointsView()
        self.chooser, self.surface_head = PointChooser(), SurfaceHead()
        self.cards["network"].fill(self.network)
        self.note = WeightNote()
        self.cards["network"].add_wide(self.note)
        self.phases, self.strip = PhaseChips(), StripView()
        self.cards["network"].add(self.chooser, self.phases)
        self.strip_bar.fill(self.strip)
        self.chooser.be_narrow(self.width() < px(1240))
        self.network.pointed_at.connect(self.note.point)
        self.code = CodeView()
        self._pages = QStackedWidget()
        self._pages.addWidget(self.points)
        self._pages.addWidget(self.code)
        self.cards["table"].fill(self._pages)
        self.cards["table"].add(*self.card_tabs.values())
        self.cards["surface"].add_wide(self.surface_head)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        super().paintEvent(event)
        if not self._seen:
            self._seen = True
            QTimer.singleShot(0, self, self.painted.emit)

    def _remember_arrangement(self) -> None:
        self._arranged = True

    @property
    def arranged(self) -> bool:
        """Whether the person has moved the line between network and points."""
        return self._arranged

    def keep_arrangement(self) -> None:
        """The splitters stand where the person has put them."""
        self._arranged = True

    def _share_left(self) -> None:
        """A table of a few points shows all of them; the network takes what is left."""
        room = self._left.height() - self._left.handleWidth()
        if not self._filled:
            return
        table = min(max(self.points.wanted_height() + px(58), round(0.36 * room)), room // 2)
        self._left.setSizes([room - table, table])

    def _build(self) -> None:
        self._desk = QSplitter(Qt.Orientation.Horizontal)
        self._desk.setObjectName("desk")
        self._desk.setHandleWidth(14)
        self._desk.setChildrenCollapsible(False)
        for part in (self._left, self._right):
            self._desk.addWidget(part)
            self._desk.setStretchFactor(self._desk.count() - 1, 1)
        self._desk.setSizes([520, 480])
        cards = QWidget()
        inner = QHBoxLayout(cards)
        inner.setContentsMargins(14, 14, 14, 14)
        inner.addWidget(self._desk)
        self._middle = QSplitter(Qt.Orientation.Horizontal)
        self._middle.setHandleWidth(1)
        self._middle.setChildrenCollapsible(False)
        self._middle.addWidget(self.lessons)
        self._middle.addWidget(cards)
        self._middle.setStretchFactor(1, 1)
        self._middle.setSizes([px(216), 1200])
        self.lessons.folded_changed.connect(self._share_room)
        central = QWidget()
        layout = QVBoxLayout(central)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.toolbar)
        self._upright = QSplitter(Qt.Orientation.Vertical)
        self._upright.setHandleWidth(1)
        self._upright.setChildrenCollapsible(False)
        self._upright.addWidget(self._middle)
        self._upright.addWidget(self.strip_bar)
        self._upright.setStretchFactor(0, 1)
        self._upright.setSizes([700, px(HIGH)])
        layout.addWidget(self._upright, 1)
        layout.addWidget(self.foot)
        self.setCentralWidget(central)

    def _share_room(self) -> None:
        """What the lessons give up goes to the cards."""
        side = px(36) if self.lessons.folded else px(216)
        self._middle.setSizes([side, max(self._middle.width() - side, 1)])

    @property
    def splitters(self) -> dict[str, QSplitter]:
        """Every splitter, by the name under which it is remembered."""
        return {
            "splitter/lessons": self._middle,
            "splitter/desk": self._desk,
            "splitter/left": self._left,
            "splitter/right": self._right,
            "splitter/strip": self._upright,
        }

    @property
    def parts(self) -> "list[Callable[[State, State | None], None]]":
        """Every part's ``sync``, the cards' own last."""
        views = (
            self.toolbar,
            self.lessons,
            self.network,
            self.chooser,
            self.note,
            self.phases,
            self.strip,
            self.strip_bar,
            self.points,
            self.code,
            self.surface_head,
            self.foot,
        )
        return [*(view.sync for view in views), self._sync_cards]

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        super().resizeEvent(event)
        if self._filled:
            self.chooser.be_narrow(self.width() < px(1240))
        if not self._arranged:
            QTimer.singleShot(0, self, self._share_left)

    def _sync_cards(self, state: "State", old: "State | None") -> None:
        code = state.display.card == "code"
        self._pages.setCurrentIndex(int(code))
        self.card_tabs["points"].setChecked(not code)
        self.card_tabs["code"].setChecked(code)
        if old and old.descent.lesson is state.descent.lesson:
            return
        lesson = state.descent.lesson
        for name, card in self.cards.items():
            card.setVisible(name in lesson.view.cards)
        self._right.setVisible(bool({"surface", "curve"} & set(lesson.view.cards)))
        self._left.setVisible(bool({"network", "table"} & set(lesson.view.cards)))
        for button in self.card_tabs.values():
            button.setVisible("code" not in lesson.view.hide)
        self.log_tab.setVisible("log" not in lesson.view.hide)
        if not self._arranged:
            self._share_left()
        self.setWindowTitle(f"{lesson.title} – {NAME}")

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self._measure()

    def _measure(self) -> None:
        if self._scale != scale():  # the titles of the lessons keep their room
            self._scale = scale()
            self._share_room()
            if not self._arranged:
                QTimer.singleShot(0, self, self._share_left)
        self.setMinimumSize(min(px(860), 1000), min(px(600), 700))

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Keys that the focused widget has not used for itself."""
        action = self.keys.get(event.key())
        plain = event.modifiers() in (
            Qt.KeyboardModifier.NoModifier,
            Qt.KeyboardModifier.KeypadModifier,
        )
        if action is None or not plain:
            super().keyPressEvent(event)
        elif not event.isAutoRepeat() or event.key() in _REPEATED:
            action()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:  # noqa: N802
        """Takes one lesson file."""
        if _dropped(event):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:  # noqa: N802
        path = _dropped(event)
        if path:
            event.acceptProposedAction()
            self.file_dropped.emit(path)

    def closeEvent(self, event: QCloseEvent) -> None:  # noqa: N802
        self.closed.emit()
        super().closeEvent(event)


def _column() -> QSplitter:
    splitter = QSplitter(Qt.Orientation.Vertical)
    splitter.setHandleWidth(14)
    splitter.setChildrenCollapsible(False)
    return splitter


def _dropped(event: QDropEvent) -> str:
    """The path of the one file that is being dropped, if it is one."""
    urls = event.mimeData().urls()
    path = urls[0].toLocalFile() if len(urls) == 1 else ""
    return path if path and Path(path).is_file() else ""
