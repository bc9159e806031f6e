"""Runs that are kept, as lines in the pictures: each with a colour, a dash and a name."""

from msgspec import Struct

from gd_visualizer.core.arrays import Floats
from gd_visualizer.text.message import Message

DASHES: tuple[tuple[float, ...], ...] = (
    (6, 3),
    (2, 2),
    (8, 3, 2, 3),
    (12, 4),
    (1, 2),
    (6, 2, 2, 2, 2, 2),
    (4, 4),
    (10, 2),
)
NAMELESS = Message("")
MOST_ROWS = 2000  # of a line


class KeptRunLine(Struct, frozen=True, eq=False):
    """``xs``, ``ys`` (n,) of a line; ``look`` picks its colour and its dash."""

    words: Message
    look: int
    xs: Floats
    ys: Floats
