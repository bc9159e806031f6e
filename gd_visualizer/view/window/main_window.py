"""The window: lessons at the left, the stage, and the transport below it."""

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
from PySide6.QtWidgets import QHBoxLayout, QMainWindow, QMenu, QVBoxLayout, QWidget

from gd_visualizer.lesson.pictures import PANELS, Panel
from gd_visualizer.view.look.style import px
from gd_visualizer.view.stage.transport import Transport
from gd_visualizer.view.text.translate import tr, translate_message
from gd_visualizer.view.widgets.buttons import Button
from gd_visualizer.view.widgets.retranslate import retranslate
from gd_visualizer.view.window.rail import Rail
from gd_visualizer.view.wishes import UNHEARD, Wishes

if TYPE_CHECKING:
    from gd_visualizer.descent.state.state import State
    from gd_visualizer.view.data.panel import DataPanel
    from gd_visualizer.view.window.lesson_list import LessonList

NAME = "Gradient Descent Visualizer"
_REPEATED = (Qt.Key.Key_Right, Qt.Key.Key_Left)


class MainWindow(QMainWindow):
    """The frame. What needs NumPy or pyqtgraph is put in later by ``fill``, so that the frame is
    seen at once; the list of lessons and the points' panel are made when they are first asked for.

    ``painted()`` tells that the frame has been seen for the first time, ``closed()`` that the
    window is about to go.
    """

    painted = Signal()
    closed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setWindowTitle(NAME)
        self.keys: dict[int, Callable[[], object]] = {}
        self.wishes = UNHEARD
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAcceptDrops(True)
        self.rail, self.transport = Rail(), Transport()
        self._recent: tuple[list[str], str] = [], ""
        self._lessons: LessonList | None = None
        self._data: DataPanel | None = None
        self.more = Button(tr("More"), tr("Export, settings, help"), "settings")
        self.present = Button(
            tr("Present"), tr("Present: full screen for the class (F5)"), "present"
        )
        words = tr("Which pictures are shown (Ctrl+1 to Ctrl+6)")
        self.pictures = Button(tr("Pictures"), words, "pictures")
        self._menu = QMenu(self.pictures)
        self._choices = {panel: self._menu.addAction("") for panel in PANELS}
        self._seen = False
        self._state: State | None = None
        self._build()
        self._measure()

    def _build(self) -> None:
        self._menu.setToolTipsVisible(True)
        self._menu.aboutToShow.connect(self._name_pictures)
        for action in self._choices.values():
            action.setCheckable(True)
        self._name_pictures()
        self.pictures.setMenu(self._menu)
        self.rail.opener.asks(self.toggle_lessons)
        self.rail.data.asks(self.toggle_data)
        central = QWidget()
        row = self._row = QHBoxLayout(central)
        self._column = QVBoxLayout()
        for layout in (row, self._column):
            layout.setContentsMargins(0, 0, 0, 0)
            layout.setSpacing(0)
        self._room = QWidget()
        self._column.addWidget(self._room, 1)
        self._column.addWidget(self.transport)
        row.addWidget(self.rail)
        row.addLayout(self._column, 1)
        self.setCentralWidget(central)

    def fill(self, wishes: Wishes) -> None:
        """Makes the stage; hands ``wishes`` in to all that ask."""
        from gd_visualizer.view.stage.view import StageView

        self.wishes = wishes
        for part in (self.rail, self.transport, self._lessons):
            if part:
                part.hand_in(wishes)
        self.present.asks(wishes.present)
        self.more.asks(wishes.open_more)
        for panel, action in self._choices.items():
            action.triggered.connect(lambda shown, panel=panel: self._ask(panel, shown))
        self.stage: StageView = StageView(wishes)
        self.stage.add_corner((self.pictures, self.present, self.more))
        self._column.replaceWidget(self._room, self.stage)
        self._room.deleteLater()

    def _ask(self, panel: Panel, shown: bool) -> None:
        """A picture more or less; what is checked is as it was until the state is another."""
        self._choices[panel].setChecked(not shown)
        self.wishes.show_panel(panel, shown)

    def add_desk(self, desk: QWidget) -> None:
        """What the lecturer alone reads, between stage and transport."""
        self._column.insertWidget(self._column.indexOf(self.transport), desk)

    def add_bar(self, bar: QWidget) -> None:
        """What is offered, above the stage."""
        self._column.insertWidget(0, bar)

    @property
    def lessons(self) -> "LessonList":
        """The list of lessons beside the rail."""
        if self._lessons is None:
            from gd_visualizer.view.window.lesson_list import LessonList

            made = self._lessons = LessonList()
            made.hide()
            self._row.insertWidget(1, made)
            if self.wishes is not UNHEARD:
                made.hand_in(self.wishes)
                made.show_recent(*self._recent)
            if self._state:
                made.sync(self._state, None)
        return self._lessons

    @property
    def lessons_shown(self) -> bool:
        """Whether the list of lessons is there to be seen."""
        return self._lessons is not None and not self._lessons.isHidden()

    @property
    def data(self) -> "DataPanel":
        """The points' panel beside the rail; not before ``fill``."""
        if self._data is None:
            from gd_visualizer.view.data.panel import DataPanel

            self._data = DataPanel(self.wishes, self.toggle_data)
            self._data.hide()
            self._row.insertWidget(self._row.count() - 1, self._data)
        return self._data

    def show_recent(self, paths: list[str], current: str) -> None:
        """One's own lesson files, the last one first; ``current`` is on screen."""
        self._recent = paths, current
        if self._lessons:
            self._lessons.show_recent(paths, current)

    def toggle_lessons(self) -> None:
        """Shows the list of lessons beside the rail, or puts it away."""
        self.lessons.setVisible(self.lessons.isHidden())

    def toggle_data(self) -> None:
        """Shows the points' panel beside the rail, or puts it away."""
        if self.data.isHidden() and self._state:
            self.data.open_on(self._state)
        else:
            self.data.hide()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        super().paintEvent(event)
        if not self._seen:
            self._seen = True
            QTimer.singleShot(0, self, self.painted.emit)

    def sync(self, state: "State", old: "State | None") -> None:
        """Which pictures are checked; the lesson's title above the window."""
        self._state = state
        for panel, action in self._choices.items():
            action.setChecked(panel in state.display.panels)
        for part in (self._lessons, self._data):
            if part:
                part.sync(state, old)
        if old and old.descent.lesson is state.descent.lesson:
            return
        from gd_visualizer.scene.explanation.of_state import own_words

        lesson = state.descent.lesson
        for panel, action in self._choices.items():
            action.setVisible(panel.name not in lesson.view.hide)
        title = translate_message(own_words(lesson, lesson.title)).replace("[*]", "[*][*]")
        self.setWindowTitle(f"{title}[*] – {NAME}")  # where a mark stands for unsaved changes

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self._measure()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        """A low window folds the transport, whose own width may be as before."""
        super().resizeEvent(event)
        self.transport.arrange()

    def retranslate(self) -> None:
        """After a change of language: what is not written by ``sync``."""
        retranslate()
        self._name_pictures()
        for part in (self.rail, self._lessons, self.transport, self.stage, self._data):
            if part:
                part.retranslate()

    def _name_pictures(self) -> None:
        for key, (panel, action) in enumerate(self._choices.items(), 1):
            unseen = action.isChecked() and panel not in self.stage.shown
            title = tr("{picture} (no room for it)", picture=tr(panel.title)) if unseen else ""
            action.setText(f"{title or tr(panel.title)}\tCtrl+{key}")
            action.setToolTip(tr(panel.tip))

    def _measure(self) -> None:
        self.setMinimumSize(min(px(860), 900), min(px(560), 600))

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
        """Accepts one local file of any name."""
        if _dropped(event):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:  # noqa: N802
        path = _dropped(event)
        if path:
            event.acceptProposedAction()
            self.wishes.open_path(path)

    def closeEvent(self, event: QCloseEvent) -> None:  # noqa: N802
        if self.wishes.hold_close():  # something is asked first
            event.ignore()
            return
        self.closed.emit()
        super().closeEvent(event)


def _dropped(event: QDropEvent) -> str:
    """The path of the one file that is being dropped, if it is one."""
    urls = event.mimeData().urls()
    path = urls[0].toLocalFile() if len(urls) == 1 else ""
    return path if path and Path(path).is_file() else ""
