"""Shapes of the explanation that stay together, and what a click on them selects."""

from msgspec import Struct

from gd_visualizer.drawing.shapes import Paint, Shape, Words, moved, words
from gd_visualizer.drawing.typeface import Weight

LINE = 1.4  # sizes of letters, from line to line


class Target(Struct, frozen=True):
    """What a click selects: a parameter, a node, a point, a line that opens and closes, or the
    learning rate, to be changed."""

    parameter: str = ""
    node: tuple[int, int] | None = None
    point: int | None = None
    line: str = ""
    rate: bool = False

    def __bool__(self) -> bool:
        return self != NOTHING


NOTHING, RATE = Target(), Target(rate=True)


class Block(Struct, frozen=True, eq=False):
    """Shapes from (0, 0) on; what can be clicked has a Target as its name."""

    shapes: tuple[Shape, ...]
    width: float
    height: float

    def at(self, x: float, y: float) -> tuple[Shape, ...]:
        """The shapes in their place."""
        return moved(self.shapes, x, y)


def written(
    text: str,
    x: float,
    y: float,
    size: float,
    role: str = "ink",
    weight: Weight = "regular",
    target: Target = NOTHING,
) -> Words:
    """Words from ``x`` on, in a line whose top is at ``y``."""
    middle = y + LINE / 2 * size
    return Words(x, middle, words(text), size, Paint(role), weight, name=target or None)


def end_of(line: Words) -> float:
    """Where words that begin at their place end."""
    return line.x + line.width
