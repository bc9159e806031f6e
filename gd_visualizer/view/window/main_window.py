"""The window: lessons at the left, controls above, cards in the middle, the sentence below."""

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

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
    QMainWindow,
    QSplitter,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from gd_visualizer.lesson.pictures import (
    CARDS,
    CODE,
    CURVE_CARD,
    NETWORK,
    NETWORK_CARD,
    PICTURES,
    POINTS,
    SURFACE_CARD,
    TABLE_CARD,
    Picture,
)
from gd_visualizer.view.explanation.panel import HIGH, ExplanationPanel
from gd_visualizer.view.look.style import px, scale
from gd_visualizer.view.text.translate import tr, translate_message
from gd_visualizer.view.widgets.buttons import Button, tab
from gd_visualizer.view.widgets.retranslate import retranslate
from gd_visualizer.view.window.card import Card
from gd_visualizer.view.window.card_area import CardArea
from gd_visualizer.view.window.lesson_list import LessonList
from gd_visualizer.view.window.status_bar import StatusBar
from gd_visualizer.view.window.toolbar import Toolbar
from gd_visualizer.view.wishes import UNHEARD, Wishes

if TYPE_CHECKING:
    from gd_visualizer.descent.state.state import State
    from gd_visualizer.view.widgets.picture_view import PictureView

    _View = TypeVar("_View", bound=PictureView)

NAME = "Gradient Descent Visualizer"
_TALL, _MORE = 850, 26  # from this height on, so much more for the explanation
_ROOMY = 700  # below it the list of lessons is folded away
_REPEATED = (Qt.Key.Key_Right, Qt.Key.Key_Left)


class MainWindow(QMainWindow):
    """The frame and its cards. What needs NumPy or pyqtgraph is put in later by ``fill``, so that
    the frame is seen at once.

    ``painted()`` tells that the frame has been seen for the first time, ``closed()`` that the
    window is about to go.
    """

    painted = Signal()
    closed = Signal()

    def __init__(self, lessons: list[tuple[str, str, str]]) -> None:
        super().__init__()
        self.setWindowTitle(NAME)
        self.keys: dict[int, Callable[[], object]] = {}
        self.wishes = UNHEARD
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAcceptDrops(True)
        self.toolbar, self.lessons, self.status_bar = Toolbar(), LessonList(lessons), StatusBar()
        self.cards = {kind: Card(tr(kind.title)) for kind in CARDS}
        self.views: dict[Picture, PictureView] = {}
        self.explanation_panel = ExplanationPanel()
        self.log_tab = tab(tr("log"), tr("log: heights by powers of ten"))
        self.log_tab.setCheckable(True)
        words = tr("Keep this run for comparison, and go back to the start")
        self.keep_tab = Button(tr("+ keep"), words, kind="tab")
        self.cards[CURVE_CARD].add(self.keep_tab, self.log_tab)
        self.page_tabs = {page: tab(tr(page.tab), tr(page.tip)) for page in TABLE_CARD.pictures}
        self.card_area = CardArea(self.cards, self._table_height)
        self._seen = self._filled = self._folded_itself = False
        self._scale = scale()
        self._build()
        self._measure()

    def fill(self, wishes: Wishes) -> None:
        """Diagram and table, into their cards; hands ``wishes`` in to all that ask."""
        from gd_visualizer.view.code.view import CodeView
        from gd_visualizer.view.explanation.phase_buttons import PhaseChips
        from gd_visualizer.view.explanation.view import ExplanationView
        from gd_visualizer.view.network.view import NetworkView
        from gd_visualizer.view.network.weight_note import WeightNote
        from gd_visualizer.view.points.chooser import PointChooser
        from gd_visualizer.view.points.view import PointsView
        from gd_visualizer.view.surface.header import SurfaceHead

        self._filled = True
        self._hand_in(wishes)
        self.network = self.add_view(NETWORK, NetworkView)
        self.chooser, self.surface_head = PointChooser(wishes), SurfaceHead(wishes)
        self.note = WeightNote()
        self.cards[NETWORK_CARD].add_wide(self.note)
        self.phases, self.explanation = PhaseChips(wishes), ExplanationView(wishes)
        self.cards[NETWORK_CARD].add(self.chooser, self.phases)
        self.explanation_panel.fill(self.explanation)
        self.chooser.be_narrow(self.width() < px(1240))
        self.network.pointed_at.connect(self.note.point)
        self._pages = QStackedWidget()
        self.points, self.code = self.add_view(POINTS, PointsView), self.add_view(CODE, CodeView)
        self.cards[TABLE_CARD].fill(self._pages)
        self.cards[TABLE_CARD].add(*self.page_tabs.values())
        self.cards[SURFACE_CARD].add_wide(self.surface_head)

    def add_view(self, picture: Picture, kind: "type[_View]") -> "_View":
        """Makes the widget of a kind of picture, and puts it on its card."""
        from gd_visualizer.view.widgets.picture_view import made

        view = self.views[picture] = made(picture, self.wishes, kind)
        if picture in self.page_tabs:
            self._pages.addWidget(view)
        else:
            self.cards[picture.card].fill(view)
        return view

    def add_other_views(self) -> "list[PictureView]":
        """The same for all that have not been added yet."""
        from gd_visualizer.view.widgets.picture_view import PictureView

        added = {picture.widget for picture in self.views}
        others = {picture.widget: picture for picture in PICTURES if picture.widget not in added}
        return [self.add_view(picture, PictureView) for picture in others.values()]

    def _hand_in(self, wishes: Wishes) -> None:
        """To what has been seen before there was a program to ask."""
        self.wishes = wishes
        for part in (self.toolbar, self.lessons, self.status_bar, self.explanation_panel):
            part.hand_in(wishes)
        self.keep_tab.asks(wishes.keep_run)
        self.log_tab.switches(wishes.set_log_loss)
        for page, button in self.page_tabs.items():
            button.asks(partial(wishes.show_page, page))

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        super().paintEvent(event)
        if not self._seen:
            self._seen = True
            QTimer.singleShot(0, self, self.painted.emit)

    def _table_height(self) -> int:
        return self.points.wanted_height() if self._filled else 0

    def _build(self) -> None:
        self._middle = QSplitter(Qt.Orientation.Horizontal)
        self._middle.setHandleWidth(1)
        self._middle.setChildrenCollapsible(False)
        self._middle.addWidget(self.lessons)
        self._middle.addWidget(self.card_area)
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
        self._upright.addWidget(self.explanation_panel)
        self._upright.setStretchFactor(0, 1)
        self._upright.setSizes([700, px(HIGH)])
        layout.addWidget(self._upright, 1)
        layout.addWidget(self.status_bar)
        self.setCentralWidget(central)

    def share_height(self) -> None:
        """The explanation has as much room as a high window can give it."""
        explanation = px(HIGH) + (px(_MORE) if self.height() >= px(_TALL) else 0)
        self._upright.setSizes([max(self.height() - explanation, 1), explanation])

    def _share_room(self) -> None:
        """What the lessons give up goes to the cards."""
        side = px(36) if self.lessons.folded else px(216)
        self._middle.setSizes([side, max(self._middle.width() - side, 1)])

    @property
    def splitters(self) -> dict[str, QSplitter]:
        """Every splitter, by the name under which it is remembered."""
        return {
            "splitter/lessons": self._middle,
            **self.card_area.splitters,
            "splitter/strip": self._upright,
        }

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        super().resizeEvent(event)
        if self._filled:
            self.chooser.be_narrow(self.width() < px(1240))
        self._fold_lessons()

    def _fold_lessons(self) -> None:
        """The list gives its room away where there is too little; and takes it back."""
        tight = self.width() < px(_ROOMY)
        if tight != self._folded_itself and tight != self.lessons.folded:
            self._folded_itself = tight
            self.lessons.toggle()

    def sync_cards(self, state: "State", old: "State | None") -> None:
        """Which cards there are, and whether data or code are shown; asks the table how high it
        would be."""
        self._pages.setCurrentWidget(self.views[state.display.page])
        for page, button in self.page_tabs.items():
            button.setChecked(page is state.display.page)
        if old and old.descent.lesson is state.descent.lesson:
            return
        from gd_visualizer.scene.explanation.of_state import own_words

        lesson = state.descent.lesson
        self.card_area.show_cards(lesson.view.cards)
        pages = [page for page in self.page_tabs if page.name not in lesson.view.hide]
        for page, button in self.page_tabs.items():
            button.setVisible(page in pages and len(pages) > 1)
        self.log_tab.setVisible("log" not in lesson.view.hide)
        self.setWindowTitle(f"{translate_message(own_words(lesson, lesson.title))} – {NAME}")

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self._measure()

    def retranslate(self) -> None:
        """After a change of language: what is not written by ``sync``."""
        retranslate()
        self.lessons.retranslate()
        self.toolbar.retranslate()
        for card in self.cards.values():
            card.fit()

    def _measure(self) -> None:
        if self._scale != scale():  # the titles of the lessons keep their room
            self._scale = scale()
            self._share_room()
            self._fold_lessons()
            QTimer.singleShot(0, self.card_area, self.card_area.arrange)
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
        """Accepts one local file of any name; ``file_dropped`` brings its path."""
        if _dropped(event):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:  # noqa: N802
        path = _dropped(event)
        if path:
            event.acceptProposedAction()
            self.wishes.open_path(path)

    def closeEvent(self, event: QCloseEvent) -> None:  # noqa: N802
        self.closed.emit()
        super().closeEvent(event)


def _dropped(event: QDropEvent) -> str:
    """The path of the one file that is being dropped, if it is one."""
    urls = event.mimeData().urls()
    path = urls[0].toLocalFile() if len(urls) == 1 else ""
    return path if path and Path(path).is_file() else ""
