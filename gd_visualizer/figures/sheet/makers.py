"""What draws a kind of picture and what writes its table, as its record names them.

Used as decorators: so mypy sees that each takes what ``render`` gives.
"""

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING

from msgspec import Struct

from gd_visualizer.descent.state.descent import Descent
from gd_visualizer.figures.sheet.request import Request
from gd_visualizer.text.message import Message

if TYPE_CHECKING:
    from gd_visualizer.figures.sheet.paper import Paper  # imports matplotlib


class FigureMaker(Struct, frozen=True):
    """``draw`` draws on the paper; it returns what the subtitle must add, or nothing."""

    draw: Callable[["Paper", Descent, Request], Message]


class TableMaker(Struct, frozen=True):
    """``lines`` are those of the CSV file, in pieces of whole lines, the head first."""

    lines: Callable[[Descent, Request], Iterator[bytes]]
