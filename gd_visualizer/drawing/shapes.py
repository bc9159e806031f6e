"""A picture as a value: strokes, fills, dots, boxes, words and images, in the order of painting.

Lengths are in px of the picture's frame, y downwards. Colours are roles of the palette, so that one
drawing serves every palette. ``name`` is what a shape stands for where it can be pointed at.
"""

from collections.abc import Hashable, Iterator, Sequence
from enum import Enum

import numpy as np
from msgspec import Struct, field
from msgspec.structs import replace

from gd_visualizer.core.arrays import Floats, Ints
from gd_visualizer.drawing.frame import Frame
from gd_visualizer.drawing.typeface import CAPITAL, SMALL, Weight, width_of

Rect = tuple[float, float, float, float]  # left, top, width, height


class Paint(Struct, frozen=True):
    """A colour: a ``role`` of the palette, how strong it covers, and which ``step`` (k, of n) of a
    role that is a ramp."""

    role: str
    opacity: float = 1.0
    step: tuple[int, int] | None = None


class Pen(Struct, frozen=True):
    """A line's paint and width; ``dashes`` in widths, drawn and left out in turns."""

    paint: Paint
    width: float
    dashes: tuple[float, ...] = ()


class Path(Struct, frozen=True, eq=False):
    """Lines, or rings where it is ``closed`` or filled, through ``points`` (n, 2).

    ``starts`` (k,) say where each of several begins; a ring in a ring that runs the other way round
    is a hole.
    """

    points: Floats
    pen: Pen | None = None
    fill: Paint | None = None
    closed: bool = False
    starts: Ints | None = None
    name: Hashable = None


class Dots(Struct, frozen=True, eq=False):
    """Discs of one look around ``centers`` (n, 2)."""

    centers: Floats
    radius: float
    fill: Paint | None = None
    pen: Pen | None = None
    name: Hashable = None


class Box(Struct, frozen=True, eq=False):
    """A rectangle with corners of a radius of ``round``."""

    rect: Rect
    fill: Paint | None = None
    pen: Pen | None = None
    round: float = 0.0
    name: Hashable = None


class Anchor(Enum):
    """Which part of the words lies at their place; the height of words is a capital's."""

    LEFT = 0.0
    CENTER = 0.5
    RIGHT = 1.0


class Run(Struct, frozen=True):
    """Letters of one look inside of words; ``lowered``: an index."""

    text: str
    lowered: bool = False
    weight: Weight | None = None
    paint: Paint | None = None

    def width(self, size: float, weight: Weight) -> float:
        """How wide it is in words of ``size``."""
        return width_of(self.text, size * SMALL if self.lowered else size, self.weight or weight)


class Words(Struct, frozen=True):
    """One line of words, whose middle of a capital's height lies at ``y``.

    ``plate`` is painted behind them, ``margin`` wide on every side; ``turned``: read upwards.
    """

    x: float
    y: float
    runs: tuple[Run, ...]
    size: float
    paint: Paint
    weight: Weight = "regular"
    anchor: Anchor = Anchor.LEFT
    plate: Paint | None = None
    pen: Pen | None = None
    margin: float = 0.0
    round: float = 0.0
    turned: bool = False
    name: Hashable = None

    @property
    def width(self) -> float:
        """How wide the words are, without their plate."""
        if len(self.runs) == 1:
            return self.runs[0].width(self.size, self.weight)
        return sum(run.width(self.size, self.weight) for run in self.runs)

    @property
    def text(self) -> str:
        """The words without their looks."""
        return "".join(run.text for run in self.runs)

    @property
    def rect(self) -> Rect:
        """What they cover: a capital's height and what reaches below the line, and the plate."""
        along, m = self.width, self.margin
        high, low = (CAPITAL / 2 + 0.06) * self.size, (CAPITAL / 2 + 0.2) * self.size
        before = along * self.anchor.value
        if self.turned:
            return (
                self.x - high - m,
                self.y + before - along - m,
                high + low + 2 * m,
                along + 2 * m,
            )
        if self.plate or self.pen:
            low = high  # a plate lies evenly around capitals and figures
        return (self.x - before - m, self.y - high - m, along + 2 * m, high + low + 2 * m)


class Image(Struct, frozen=True, eq=False):
    """Indices (rows, columns) into a ramp's ``count`` colours, over ``rect``; first row on top.
    ``smooth``: colours run into one another."""

    rect: Rect
    indices: "np.ndarray[tuple[int, int], np.dtype[np.uint8]]"
    role: str
    count: int
    smooth: bool = False
    name: Hashable = None


class Glow(Struct, frozen=True, eq=False):
    """An ellipse in ``rect`` of one role, whose opacity goes from its middle to its rim by
    ``stops`` (share of the radius, opacity)."""

    rect: Rect
    role: str
    stops: tuple[tuple[float, float], ...]
    name: Hashable = None


class Clip(Struct, frozen=True, eq=False):
    """``shapes`` as far as they lie in ``rect``, or in the ellipse in it where it is ``oval``.

    ``rests``: the very same object is shown many times, so that a painter may keep its picture.
    """

    rect: Rect
    shapes: tuple["Shape", ...]
    oval: bool = False
    rests: bool = False
    name: Hashable = None


class Placed(Struct, frozen=True, eq=False):
    """``shapes`` whose own (0, 0) lies at (``x``, ``y``): a picture as it is, in a larger one."""

    x: float
    y: float
    shapes: tuple["Shape", ...]


Shape = Path | Dots | Box | Words | Image | Glow | Clip | Placed


class Drawing(Struct, frozen=True, eq=False):
    """A picture: shapes in the order of painting, in their frame.

    ``areas`` are the rectangles that coordinates belong to, by name: a plot's axes, for example.
    """

    frame: Frame
    shapes: tuple[Shape, ...] = ()
    areas: dict[str, Rect] = field(default_factory=dict)


def words(text: str, weight: Weight | None = None, paint: Paint | None = None) -> tuple[Run, ...]:
    """``text`` as runs of which there is one."""
    return (Run(text, weight=weight, paint=paint),)


def line(*points: tuple[float, float], pen: Pen, name: Hashable = None) -> Path:
    """A line through a few places."""
    return Path(np.array(points, dtype=np.float64), pen, name=name)


def moved(shapes: Sequence[Shape], dx: float, dy: float) -> tuple[Shape, ...]:
    """``shapes`` moved ``dx`` to the right and ``dy`` down."""
    return tuple(_moved(shape, dx, dy) for shape in shapes)


def faded(shapes: Sequence[Shape], share: float) -> tuple[Shape, ...]:
    """Fills, lines and glows of ``shapes`` covering a ``share`` of what they do."""
    return tuple(_faded(shape, share) for shape in shapes)


def _faded(shape: Shape, share: float) -> Shape:
    if isinstance(shape, Clip):
        return replace(shape, shapes=faded(shape.shapes, share), rests=False)
    if isinstance(shape, Glow):
        return replace(shape, stops=tuple((at, share * opacity) for at, opacity in shape.stops))
    if isinstance(shape, Path | Box | Dots):
        fill = replace(shape.fill, opacity=share * shape.fill.opacity) if shape.fill else None
        pen = shape.pen
        if pen:
            pen = replace(pen, paint=replace(pen.paint, opacity=share * pen.paint.opacity))
        return replace(shape, fill=fill, pen=pen)
    raise TypeError(f"a {type(shape).__name__} cannot be faded")


def flat(shapes: Sequence[Shape], x: float = 0.0, y: float = 0.0) -> Iterator[Shape]:
    """Every single shape, also those inside of others, where it lies in the whole drawing."""
    for shape in shapes:
        if isinstance(shape, Placed):
            yield from flat(shape.shapes, x + shape.x, y + shape.y)
            continue
        yield _moved(shape, x, y) if x or y else shape
        if isinstance(shape, Clip):
            yield from flat(shape.shapes, x, y)


def _moved(shape: Shape, dx: float, dy: float) -> Shape:
    if isinstance(shape, Placed):
        return Placed(shape.x + dx, shape.y + dy, shape.shapes)
    if isinstance(shape, Path):
        return replace(shape, points=shape.points + np.array((dx, dy)))
    if isinstance(shape, Dots):
        return replace(shape, centers=shape.centers + np.array((dx, dy)))
    if isinstance(shape, Words):
        return replace(shape, x=shape.x + dx, y=shape.y + dy)
    left, top, width, height = shape.rect
    rect = (left + dx, top + dy, width, height)
    if isinstance(shape, Clip):
        return replace(shape, rect=rect, shapes=moved(shape.shapes, dx, dy))
    return replace(shape, rect=rect)
