"""The lecturer's desk: while the class sees the stage on a screen of its own, what the next press
says, the notes of the beat that is on, how long it has taken, and the time of day."""

from collections.abc import Callable
from datetime import datetime
from math import ceil

from msgspec.structs import replace
from PySide6.QtCore import QEvent, QObject, QRect, Qt, QTimer
from PySide6.QtGui import QHideEvent, QPainter, QPaintEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QFrame, QWidget

from gd_visualizer.descent.state.state import State
from gd_visualizer.drawing.frame import Audience, Frame
from gd_visualizer.drawing.shapes import Drawing
from gd_visualizer.lesson.lesson import Lesson
from gd_visualizer.scene.stage.desk import DeskWords, all_desk_words, desk_text, desk_words
from gd_visualizer.view.look.style import px
from gd_visualizer.view.paint.drawing import paint_drawing
from gd_visualizer.view.text.translate import speech, tr
from gd_visualizer.view.widgets.fixed_label import StillLabel
from gd_visualizer.view.widgets.scrolling import ScrollArea

Clock = Callable[[], datetime]
_LETTERS, _LEAST = 15, 12  # designed px; px
_SIDE, _TOP, _GAP = 16, 8, 28  # designed px
_SHARE = 0.23  # of the window's height, that it takes at most
_NEXT = 0.3  # of its width, for what the next press says
_SECOND = 1000  # ms


def local_time() -> datetime:
    """The time of day, which knows its time zone."""
    return datetime.now().astimezone()


class Desk(QFrame):
    """As high as the longest notes of the lesson need, so that nothing moves from beat to beat.
    ``now`` tells the time; the clock begins when the desk is made, and rests while it is not seen.
    """

    def __init__(self, now: Clock = local_time) -> None:
        super().__init__()
        self.setObjectName("desk")
        self.setAccessibleName(tr("Desk"))
        self._now, self._began = now, now()
        self._lesson: Lesson | None = None
        self._words = DeskWords("", "")
        self.clock = StillLabel(_clock_words("0:00:00", "00:00"))
        self.clock.setObjectName("clock")
        self.press, self.notes = Reading(), Reading()
        for part in (self.clock, self.press, self.notes):
            part.setParent(self)
        self._tick = QTimer(self)
        self._tick.setSingleShot(True)
        self._tick.setTimerType(Qt.TimerType.PreciseTimer)
        self._tick.timeout.connect(self.tell_time)

    def sync(self, new: State, old: State | None) -> None:
        """What the next press says, and the notes."""
        lesson, said = new.descent.lesson, desk_words(new, speech())
        if said != self._words or old is None:
            self._words = said
            self.press.show_text(said.press)
            self.notes.show_text(said.notes)
        if lesson is not self._lesson or old is None:
            self._lesson = lesson
            self.arrange()
            self.tell_time()

    def tell_time(self) -> None:
        """Writes the time, and again when the next second begins, as long as it is seen."""
        now = self._now()
        seconds = (now - self._began).total_seconds()
        self.clock.setText(_clock_words(_elapsed(int(seconds)), f"{now:%H:%M}"))
        if self.isVisible():
            self._tick.start(_SECOND - int(seconds * _SECOND) % _SECOND)

    def arrange(self) -> None:
        """Everything in its place, and the height that it needs."""
        if self._lesson is None:
            return
        side, top, gap, em = px(_SIDE), px(_TOP), px(_GAP), float(px(_LETTERS))
        room, high = self.width() - 2 * side, self.clock.sizeHint().height()
        found = all_desk_words(self._lesson, speech())
        notes = any(words.notes for words in found)
        left = round((room - gap) * _NEXT) if notes else room
        right = max(room - left - gap, 1)
        most = round(self.window().height() * _SHARE)
        upper = max(needed(words.press, left, em) for words in found) + high
        lower = max(needed(words.notes, right, em) for words in found)
        inner = min(max(upper, lower), most - 2 * top)
        self.clock.setGeometry(side, top, left, high)
        self.press.place(QRect(side, top + high, left, inner - high), em)
        self.notes.place(QRect(side + left + gap, top, right, inner), em)
        self.notes.setVisible(notes)
        if self.height() != inner + 2 * top:
            self.setFixedHeight(inner + 2 * top)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        super().resizeEvent(event)
        self.arrange()

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self.arrange()

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802
        super().showEvent(event)
        self.window().installEventFilter(self)
        self.tell_time()

    def hideEvent(self, event: QHideEvent) -> None:  # noqa: N802
        super().hideEvent(event)
        self.window().removeEventFilter(self)
        self._tick.stop()

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:  # noqa: N802
        """A lower window leaves it less, though it is as wide as before."""
        if event.type() == QEvent.Type.Resize:
            self.arrange()
        return False


class Reading(ScrollArea):
    """A text that is to be read from where one stands: whole, in smaller letters where it is long;
    only what would be too small to read scrolls."""

    def __init__(self) -> None:
        super().__init__()
        self._text, self._em = "", float(px(_LETTERS))
        self._page = _Page()
        self.setWidget(self._page)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    @property
    def text(self) -> str:
        """What it says."""
        return self._text

    @property
    def drawing(self) -> Drawing:
        """How it says it; higher than the widget where it scrolls."""
        return self._page.drawing

    def show_text(self, text: str) -> None:
        """Says something else."""
        self._text = text
        self.setAccessibleName(text)
        self._write()

    def place(self, rect: QRect, em: float) -> None:
        """Its place, and how large its letters are where they have room, in px."""
        self._em = em
        self.setGeometry(rect)
        self._write()

    def _write(self) -> None:
        """Reached by Tab only where there is something to scroll."""
        room = Frame(self.width(), self.height(), self._em, Audience.SCREEN, speech())
        made = desk_text(self._text, room, _LEAST)
        scrolls = made.frame.height > self.height()
        if scrolls:
            bar = self.verticalScrollBar().sizeHint().width()
            made = desk_text(self._text, replace(room, width=room.width - bar), _LEAST)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus if scrolls else Qt.FocusPolicy.NoFocus)
        self._page.show_drawing(made)
        self.verticalScrollBar().setValue(0)


class _Page(QWidget):
    """Paints a drawing, and is as high as it."""

    def __init__(self) -> None:
        super().__init__()
        self.drawing = Drawing(Frame(1, 1, 1))

    def show_drawing(self, drawing: Drawing) -> None:
        self.drawing = drawing
        self.setFixedHeight(ceil(drawing.frame.height))
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802
        painter = QPainter(self)
        paint_drawing(painter, self.drawing)
        painter.end()


def needed(text: str, width: float, em: float) -> int:
    """How high a text is in letters of ``em`` px, with nothing left out."""
    return ceil(desk_text(text, Frame(width, float("inf"), em), _LEAST).frame.height)


def _clock_words(elapsed: str, time: str) -> str:
    return tr("{elapsed} since F5 · {time}", elapsed=elapsed, time=time)


def _elapsed(seconds: int) -> str:
    """Minutes and seconds, with hours once there are some: 7:05, 1:07:05."""
    hours, rest = divmod(max(seconds, 0), 3600)
    minutes, left = divmod(rest, 60)
    return f"{hours}:{minutes:02}:{left:02}" if hours else f"{minutes}:{left:02}"
