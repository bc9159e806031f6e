"""The explanation: the arithmetic of the current phase, as chips, lines and bars."""

from msgspec import Struct

from gd_visualizer.descent.explanation.line import Line
from gd_visualizer.text.message import Message, message

ASKED = "?"
SLOPE_ROLE = "slope"
_NOTHING = message("")


class Chip(Struct, frozen=True):
    """A number or a small expression with its name below.

    ``role`` is its colour: loss, value, activation, slope, new or plain; blank is to be filled in.
    ``parameter``, ``node`` or ``point`` is what a click on it selects; ``rate``: it is the learning
    rate, which can be changed there.
    """

    text: str
    caption: Message
    role: str = "plain"
    parameter: str = ""
    node: tuple[int, int] | None = None
    point: int | None = None
    rate: bool = False


class Sign(Struct, frozen=True):
    """×, =, − or the like, between chips."""

    text: str


class Bar(Struct, frozen=True):
    """One point's slope: ``share`` of the largest, from −1 to 1."""

    point: int
    text: str
    share: float
    selected: bool


class Vector(Struct, frozen=True):
    """Numbers in brackets: slopes, or weights before and after; ``lit`` is the selected place."""

    words: Message
    before: tuple[str, ...]
    after: tuple[str, ...] = ()
    lit: int = -1
    cut: bool = False
    note: Message | None = None


class Explanation(Struct, frozen=True):
    """All of it. ``lines`` are smaller arithmetic, ``bars`` the points' slopes."""

    title: Message
    subtitle: Message
    row: tuple[Chip | Sign, ...] = ()
    lines: tuple[Line, ...] = ()
    bars: tuple[Bar, ...] = ()
    vector: Vector | None = None
    remark: Message = _NOTHING
    asked: bool = False
    told_above: bool = False  # whether the remark is the stage's sentence as well

    @property
    def text(self) -> str:
        """In English, to be copied."""
        parts = [self.title.english, self.subtitle.english]
        row = " ".join(part.text for part in self.row)
        return "\n".join(
            part for part in (*parts, row, *(line.text for line in self.lines)) if part
        )
