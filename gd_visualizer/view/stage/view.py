"""The stage as a widget: sentence, pictures and arithmetic, all of them live, in the lecturer's
window and on the class's screen."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, QRect, QRectF, Qt, QTimer, Signal
from PySide6.QtGui import QAccessible, QColor, QPainter, QPaintEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from gd_visualizer.descent.state.state import State
from gd_visualizer.drawing.frame import Frame
from gd_visualizer.drawing.shapes import Drawing, Rect, Words
from gd_visualizer.lesson.pictures import FIT_PANEL, SURFACE_PANEL, Panel
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
from gd_visualizer.view.stage.phase_buttons import PhaseChips
from gd_visualizer.view.text.translate import speech, tr, translate_message
from gd_visualizer.view.widgets.buttons import Button
from gd_visualizer.view.widgets.picture_view import PictureView
from gd_visualizer.view.widgets.screen_reader import announce
from gd_visualizer.view.wishes import Wishes

_TITLE = 0.3  # of the width, for the lesson's title, as long as the phases have theirs
_TOOLS, _FEWER_TOOLS = 0.3, 0.7  # of a picture's width, that its controls leave to its title
_TITLE_HIGH = 1.6  # ems of a picture's height, that its title has: controls may lie over it
_LOW = 13.0  # ems of a picture's height, below which they leave it more


Making = Callable[[], tuple[PictureView, QWidget | None]]  # a panel's view and its controls


class StageView(StyledWidget):
    """Holds one view for each panel and shows those that the state shows; a view that is offered is
    made when it is first seen.

    ``before_class``: letters as large as a class needs. ``laid_out()`` tells that the pictures
    have other rooms.
    """

    laid_out = Signal()

    def __init__(self, wishes: Wishes, before_class: bool = False) -> None:
        super().__init__()
        self._before_class = before_class
        self._views: dict[Panel, PictureView] = {}
        self._offered: dict[Panel, Making] = {}
        self._tools: dict[Panel, QWidget] = {}
        self._state: State | None = None
        self._said, self._told, self._note = "", "", ""
        self._runs = False
        self._rooms: StageRooms | None = None
        self._buttons: Sequence[Button] = ()
        self._words: Drawing | None = None
        self._with_tools = True
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

    @property
    def rooms(self) -> StageRooms | None:
        """Where everything is; None before the first ``sync``."""
        return self._rooms

    @property
    def sentence(self) -> str:
        """The sentence on top, as it is shown."""
        return self._told or self._said

    @property
    def views(self) -> dict[Panel, PictureView]:
        """The view of each panel that has been seen."""
        return self._views

    def view(self, panel: Panel) -> PictureView:
        """A panel's view, made now where it has not been seen. KeyError where none is offered."""
        if panel not in self._views:
            self._take(panel, *self._offered.pop(panel)())
        return self._views[panel]

    @property
    def tools(self) -> list[QWidget]:
        """The controls over the pictures."""
        return list(self._tools.values())

    @property
    def shown(self) -> list[Panel]:
        """The panels that are seen now."""
        return list(self._rooms.pictures) if self._rooms else []

    @property
    def dragging(self) -> bool:
        """Whether weights are on their way, and not dropped yet."""
        return self._state is not None and self._state.descent.provisional is not None

    def controls(self, panel: Panel) -> QWidget:
        """The controls over a panel's view, made with it. KeyError where it has none."""
        self.view(panel)
        return self._tools[panel]

    def offer_view(self, panel: Panel, making: Making) -> None:
        """A panel's view, and its controls, which lie over its upper right corner: made by
        ``making`` when the panel is first seen."""
        self._offered[panel] = making

    def _take(self, panel: Panel, view: PictureView, tools: QWidget | None) -> None:
        self._views[panel] = view
        for part in (view, tools):
            if part:
                part.setParent(self)
                part.hide()
        if tools:
            self._tools[panel] = tools

    def show_tools(self, shown: bool) -> None:
        """Whether the pictures' controls are seen: before a class only while the mouse moves."""
        if shown != self._with_tools:
            self._with_tools = shown
            self.arithmetic.offer(shown)
            for panel, tools in self._tools.items():
                tools.setVisible(shown and panel in self.shown)

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
        for panel in rooms.pictures:
            if panel in self._offered:
                self.view(panel)
        for panel, view in self._views.items():
            self._place(panel, view, rooms, em)
        self.arithmetic.set_em(em)
        self.arithmetic.setGeometry(_whole(rooms.arithmetic))
        left, top, width, height = rooms.head
        self.phases.set_em(em)
        self._fit_head(QRectF(left, top, width, height))
        self.overlay.set_room(_whole(_around(rooms)), em)
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

    def _place(self, panel: Panel, view: PictureView, rooms: StageRooms, em: float) -> None:
        seen, tools = panel in rooms.pictures, self._tools.get(panel)
        if seen:
            view.set_em(em)
            place, high = _whole(rooms.pictures[panel]), tools.sizeHint().height() if tools else 0
            # a map has a title at each end, the fit says above it what it shows
            full = panel in (SURFACE_PANEL, FIT_PANEL)
            title = 0.0 if full else _TITLE_HIGH * em
            over = 0 if self._before_class else max(round(high - title), 0)  # seen as it moves only
            over = min(over, max(place.height(), 0) // 3)  # of a low one most remains
            view.setGeometry(place.adjusted(0, over, 0, 0))
        for part, there in ((view, seen), (tools, seen and self._with_tools)):
            if part and part.isHidden() == there:
                part.setVisible(there)
        if tools:
            self._place_tools(panel, tools, rooms)
            tools.raise_()

    def _place_tools(self, panel: Panel, tools: QWidget, rooms: StageRooms) -> None:
        """Over a picture's upper right corner, as wide as its title leaves, or as they need."""
        if panel not in rooms.pictures:
            return
        place = _whole(rooms.pictures[panel])
        share = _FEWER_TOOLS if place.height() < _LOW * rooms.frame.em else _TOOLS
        high, least = tools.sizeHint().height(), tools.minimumSizeHint().width()
        left = min(round(place.width() * share), place.width() - least)
        tools.setGeometry(place.adjusted(left, 0, 0, high - place.height()))

    def event(self, event: QEvent) -> bool:
        """The pictures' controls need other room."""
        if event.type() == QEvent.Type.LayoutRequest and self._rooms:
            for panel, tools in self._tools.items():
                self._place_tools(panel, tools, self._rooms)
        return super().event(event)

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
                self.update(_whole(one.rect).adjusted(-2, -2, 2, 2))

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


def _whole(rect: Rect) -> QRect:
    """In whole px."""
    return QRectF(*rect).toRect()
