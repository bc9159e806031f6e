"""The stage as a widget: sentence, pictures and arithmetic, all of them live, in the lecturer's
window and on the class's screen."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QRectF, Qt, QTimer, Signal
from PySide6.QtGui import QAccessible, QColor, QPainter, QPaintEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from gd_visualizer.descent.state.state import State
from gd_visualizer.drawing.frame import Frame
from gd_visualizer.drawing.shapes import Drawing, Rect, Words
from gd_visualizer.lesson.pictures import Panel
from gd_visualizer.scene.sentences import announcement
from gd_visualizer.scene.stage.rooms import StageRooms, class_frame, desk_frame, stage_rooms
from gd_visualizer.scene.stage.sentence import stage_sentence
from gd_visualizer.scene.stage.stage import stage_words
from gd_visualizer.view.look.style import palette, scale
from gd_visualizer.view.look.styled import StyledWidget
from gd_visualizer.view.paint.drawing import paint_drawing
from gd_visualizer.view.stage.arithmetic import ArithmeticView
from gd_visualizer.view.stage.changes import shows_other, told_by
from gd_visualizer.view.stage.overlay import Overlay
from gd_visualizer.view.stage.panels import PanelViews, whole
from gd_visualizer.view.stage.phase_buttons import PhaseChips
from gd_visualizer.view.text.translate import speech, tr, translate_message
from gd_visualizer.view.widgets.buttons import Button
from gd_visualizer.view.widgets.event_listener import EventListener
from gd_visualizer.view.widgets.screen_reader import announce
from gd_visualizer.view.wishes import Wishes

_TITLE = 0.3  # of the width, for the lesson's title, as long as the phases have theirs


class StageView(StyledWidget):
    """Shows the pictures that the state shows, of its ``panels``, with what is said of them.

    ``before_class``: letters as large as a class needs. ``laid_out()`` tells that the pictures
    have other rooms.
    """

    laid_out = Signal()

    def __init__(self, wishes: Wishes, before_class: bool = False) -> None:
        super().__init__()
        self._before_class = before_class
        self.panels = PanelViews(self, before_class)
        self._state: State | None = None
        self._said, self._told, self._note = "", "", ""
        self._runs = False
        self._rooms: StageRooms | None = None
        self._buttons: Sequence[Button] = ()
        self._words: Drawing | None = None
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setAccessibleName(tr("Stage"))
        self.phases = PhaseChips(wishes)
        self.arithmetic = ArithmeticView(wishes)
        self.overlay = Overlay(wishes, self)
        self.arithmetic.more.connect(self._open_overlay)
        self._head = QWidget(self)
        self._corner = QHBoxLayout(self._head)
        self._corner.setContentsMargins(0, 0, 0, 0)
        self._corner.addStretch(1)
        self._corner.addWidget(self.phases)
        self.arithmetic.setParent(self)
        # the pictures' controls need other room
        EventListener(self, QEvent.Type.LayoutRequest, lambda _event: self.panels.place_tools())

    @property
    def rooms(self) -> StageRooms | None:
        """Where everything is; None before the first ``sync``."""
        return self._rooms

    @property
    def sentence(self) -> str:
        """The sentence on top, as it is shown."""
        return self._told or self._said

    @property
    def shown(self) -> list[Panel]:
        """The panels that are seen now."""
        return self.panels.shown

    @property
    def dragging(self) -> bool:
        """Whether weights are on their way, and not dropped yet."""
        return self._state is not None and self._state.descent.provisional is not None

    def show_tools(self, shown: bool) -> None:
        """Whether the pictures' controls are seen: before a class only while the mouse moves."""
        if shown != self.panels.with_tools:
            self.arithmetic.offer(shown)
            self.panels.show_tools(shown)

    def add_corner(self, widgets: Sequence[Button]) -> None:
        """Controls at the right end of the head, behind the phases."""
        self._corner.addSpacing(12)
        self._buttons = widgets
        for widget in widgets:
            self._corner.addWidget(widget)

    def sync(self, new: State, old: State | None) -> None:
        """The sentence, the arithmetic, and which pictures there are."""
        moved = old is None or self._state is None or shows_other(self._state, new)
        same = old is not None and old.descent is new.descent and told_by(old) == told_by(new)
        self._state = new
        if not same:
            self._say(old)
            if QAccessible.isActive():  # its words are made for nobody else
                announce(self, translate_message(announcement(new, old)))
        self.phases.sync(new, old)
        self.arithmetic.sync(new, old)
        self.overlay.sync(new, old)
        if moved:
            self.arrange()
        else:
            self._write()

    def prepare(self, coming: State) -> None:
        """The arithmetic of a state that may come next."""
        self.arithmetic.prepare(coming)

    def show_running(self, running: bool) -> None:
        """Whether steps follow one another now, or have ended: then it says where."""
        self._runs = running
        if not running and not self._told:
            self._say(None)
            self._write()

    def _say(self, old: State | None) -> None:
        """The sentence of the state, and nothing besides it."""
        if self._state:
            self._said = translate_message(stage_sentence(self._state, old, self._runs))
            self._told = ""

    def tell(self, words: str) -> None:
        """Something else that has happened; until the next change."""
        self._told = words
        announce(self, words)
        self._write()

    def note(self, words: str) -> None:
        """What is said below the surface; "" is nothing."""
        if words != self._note:
            self._note = words
            self._write()

    @property
    def frame(self) -> Frame:
        """The stage's room, and the size of its letters."""
        if self._before_class:
            return class_frame(self.width(), self.height(), speech())
        return desk_frame(self.width(), self.height(), scale(), speech())

    def arrange(self) -> None:
        """Everything in its place."""
        if self._state is None or self.width() < 2:
            return
        controls = float(self._head.sizeHint().height())
        rooms = self._rooms = stage_rooms(self.frame, self._state.display.panels, controls)
        em = rooms.frame.em
        self.panels.arrange(rooms)
        self.arithmetic.set_em(em)
        self.arithmetic.setGeometry(whole(rooms.arithmetic))
        left, top, width, height = rooms.head
        self.phases.set_em(em)
        self._fit_head(QRectF(left, top, width, height))
        self.overlay.set_room(whole(_around(rooms)), em)
        self._words = None
        self._write()
        self.laid_out.emit()

    def _fit_head(self, room: QRectF) -> None:
        """The phases and the buttons, with their words where they have room."""
        for words in (True, False):
            for button in self._buttons:
                button.show_words(words)
            self._corner.invalidate()
            wide = self._head.sizeHint().width()
            if wide <= room.width() * (1 - _TITLE):
                break
        wide = round(min(max(wide, room.width() * (1 - _TITLE)), room.width()))
        whole = room.toRect()
        self._head.setGeometry(whole.adjusted(whole.width() - wide, 0, 0, 0))

    def _write(self) -> None:
        if self._state is None or self._rooms is None:
            return
        right = self._head.geometry().right() - self._head.sizeHint().width()
        said = stage_words(self._state, self._rooms, self.sentence, self._note, right)
        before, self._words = self._words, Drawing(self._rooms.frame, tuple(said))
        if QAccessible.isActive():
            self.setAccessibleDescription(self.sentence)
        if before is None:
            self.update()
            return
        for one in set(said).symmetric_difference(before.shapes):  # not all that lies on it
            if isinstance(one, Words):
                self.update(whole(one.rect).adjusted(-2, -2, 2, 2))

    def _open_overlay(self) -> None:
        if self._state:
            self.overlay.open_for(self._state)

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802
        painter = QPainter(self)
        painter.fillRect(self.rect(), QColor(palette().paper))
        if self._words:
            paint_drawing(painter, self._words)
        painter.end()

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802
        super().showEvent(event)
        QTimer.singleShot(0, self, self.arrange)  # once what lies over it has its size

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        super().resizeEvent(event)
        self.arrange()

    def restyle(self) -> None:
        self.arrange()
        QTimer.singleShot(0, self, self.arrange)  # once what lies over it has its new size

    def retranslate(self) -> None:
        """After a change of language."""
        self._say(None)
        self.arrange()


def _around(rooms: StageRooms) -> Rect:
    """From below the sentence to the bottom."""
    left, _, width, _ = rooms.head
    first = rooms.sentence[1] + rooms.sentence[3]
    return left, first, width, rooms.arithmetic[1] + rooms.arithmetic[3] - first
