"""The parts of a diagram, as values. Lengths are in its units, y grows downwards."""

from typing import NamedTuple

from msgspec import Struct

from gd_visualizer.core.arrays import Floats
from gd_visualizer.drawing.shapes import Rect
from gd_visualizer.text.errors import own
from gd_visualizer.text.message import Message, message, translatable
from gd_visualizer.text.numerals import subscript


class Box(Struct, frozen=True):
    """A weight's box around ``x``, ``y``; ``size`` is the font's."""

    x: float
    y: float
    width: float
    height: float
    text: str
    size: float

    @property
    def rect(self) -> Rect:
        """Its rectangle."""
        return self.x - self.width / 2, self.y - self.height / 2, self.width, self.height


class Node(Struct, frozen=True):
    """A node: ``layer`` and ``index`` from 0; ``text`` is empty where its layer has no room.

    ``wide`` is half its width where its value needs more than a circle. ``dead``: nothing that
    comes before it changes its value.
    """

    layer: int
    index: int
    x: float
    y: float
    radius: float
    text: str
    size: float
    wide: float = 0.0
    dead: bool = False


class Edge(NamedTuple):
    """A weight as a line; ``thickness`` by its size, ``thickest`` of any size, dashed where it is
    negative."""

    name: str
    x1: float
    y1: float
    x2: float
    y2: float
    thickness: float
    thickest: float
    negative: bool
    box: Box | None


class Caption(NamedTuple):
    """Words around a place: ``kind`` is input, predicted, error, actual or bias, ``text`` a value.

    For bias, the text is what is added to the node's sum, with its sign, and ``name`` its name. Of
    an input, ``name`` is that of its column; ``scaled``: it is no value of the column itself.
    """

    kind: str
    x: float
    y: float
    size: float
    text: str = ""
    name: str = ""
    scaled: bool = False

    @property
    def message(self) -> Message:
        """What it says, to be translated."""
        match self.kind:
            case "input":
                return self._input()
            case "x":
                return message("{text}", text=f"x{subscript(int(self.text))}")
            case "bias":
                return message("{number}", number=self.text)
            case "actual" if self.text:
                return message("actual {number}", number=self.text)
        return message(self.kind)

    def _input(self) -> Message:
        x = f"x{subscript(int(self.text))}" if self.text else "x"
        if self.name or self.scaled:
            words = translatable("{name}, scaled") if self.scaled else "{name}"
            return message(words, name=own(self.name or x))
        return message("input {x}", x=x) if self.text else message("input")

    @property
    def words(self) -> str:
        """What it says in English."""
        return self.message.english


class ErrorBox(Struct, frozen=True):
    """The error of one output around ``x``, ``y``, as a square ``half`` high up and down, or wider.

    ``wide`` is half its width; its line starts at ``from_x``.
    """

    x: float
    y: float
    half: float
    wide: float
    text: str
    size: float
    from_x: float


class Note(Struct, frozen=True):
    """A number around ``x``, ``y``: the slope of an edge, a slope at a node (role loss), the slope
    of an activation, or a node's sum. ``name`` is the edge's, ``node`` the node's.

    ``words`` are the number with the name that it has room for.
    """

    x: float
    y: float
    width: float
    height: float
    text: str
    size: float
    role: str
    name: str = ""
    selected: bool = False
    node: tuple[int, int] | None = None
    words: Message | None = None

    @property
    def rect(self) -> Rect:
        """Its rectangle."""
        return self.x - self.width / 2, self.y - self.height / 2, self.width, self.height


def note_in(
    rect: Rect,
    text: str,
    size: float,
    role: str,
    name: str = "",
    selected: bool = False,
    node: tuple[int, int] | None = None,
    words: Message | None = None,
) -> Note:
    """A note in its rectangle."""
    left, top, wide, high = rect
    at = left + wide / 2, top + high / 2
    return Note(*at, wide, high, text, size, role, name, selected, node, words)


class Bend(Struct, frozen=True):
    """An activation drawn small beside its ``node``, in ``rect``: ``curve`` are places (n, 2) along
    it, ``middle`` those (2, 2) of a line where the sum is 0, ``dot`` is where the node is."""

    node: tuple[int, int]
    rect: Rect
    curve: Floats
    middle: Floats
    dot: tuple[float, float]


class Arrow(Struct, frozen=True):
    """From one note's left side to another one's right side."""

    x1: float
    y1: float
    x2: float
    y2: float


class Diagram(Struct, frozen=True, eq=False):
    """All that a picture of the network shows. ``feeding`` is the node that feeds the selected
    weight, where its slope is explained; ``pictured`` the last layer whose nodes show pictures,
    None: all show numbers. Each is itself alone, so that what is drawn of it can be kept."""

    nodes: tuple[Node, ...]
    edges: tuple[Edge, ...]
    errors: tuple[ErrorBox, ...]
    captions: tuple[Caption, ...]
    notes: tuple[Note, ...] = ()
    arrows: tuple[Arrow, ...] = ()
    feeding: tuple[int, int] | None = None
    bend: Bend | None = None
    pictured: int | None = None

    @property
    def labels(self) -> list[Rect]:
        """What boxes and notes cover."""
        boxes = [edge.box.rect for edge in self.edges if edge.box]
        return [*boxes, *(note.rect for note in self.notes)]
