"""Where the words of a table of points stand: columns that end alike, rows, and the sums below."""

from collections.abc import Sequence

from msgspec import Struct

from gd_visualizer.drawing.shapes import Anchor, Paint, Path, Pen, Shape, Words, line, words
from gd_visualizer.drawing.typeface import Weight, width_of

ERROR = "factor_loss"
_HEAD_LINE = 1.15  # between two lines of a head, in their letters
_MORE = 0.85  # of the letters, those of remarks


class Grid(Struct, frozen=True):
    """``rights`` are the right ends of the columns, ``top`` is that of the first row, ``high`` the
    height of each, all in px; ``size`` is that of the letters, in ``weight``. ``head`` is how high
    the names of the columns stand above the first row, 0: all that is above it."""

    left: float
    rights: Sequence[float]
    top: float
    high: float
    size: float
    weight: Weight
    head: float = 0.0

    def middle(self, row: int) -> float:
        """The y of a row, from 0; those of the sums count on."""
        return self.top + (row + 0.5) * self.high

    def heads(self, heads: Sequence[str], size: float, most: int) -> list[Shape]:
        """The names of the columns above the rows, in ``most`` lines."""
        made: list[Shape] = []
        parts = [lines_of(head, most) for head in heads]
        tall = max(map(len, parts))
        between = _HEAD_LINE * size
        last = self.top - ((self.head or self.top) - (tall - 1) * between) / 2
        for right, said in zip(self.rights, parts, strict=True):
            ys = [last - (len(said) - 1 - k) * between for k in range(len(said))]
            for y, text in zip(ys, said, strict=True):
                made += _ending(right, y, text, size, "muted", "regular")
        return made

    def rows(self, rows: Sequence[Sequence[str]], error: int) -> list[Shape]:
        """The cells; those of the column ``error`` in its colour."""
        return [
            shape
            for k, row in enumerate(rows)
            for column, (right, text) in enumerate(zip(self.rights, row, strict=True))
            for shape in _ending(
                right,
                self.middle(k),
                text,
                self.size,
                ERROR if column == error else "ink",
                self.weight,
            )
        ]

    def sums(self, sums: Sequence[tuple[str, str]], row: int) -> list[Shape]:
        """Names and numbers from a row on; of those that are not known yet, nothing."""
        size, right = self.size, self.rights[-1]
        wide = max((width_of(value, size, "bold") for _, value in sums), default=0.0)
        beside = min(self.rights[-2], right - wide - size)  # where the last column begins
        made: list[Shape] = []
        for k, (name, value) in enumerate(sums):
            if value:
                y = self.middle(row + k)
                made += _ending(beside, y, name, size, "muted", "regular")
                made += _ending(right, y, value, size, "ink", "bold")
        return made

    def remark(self, text: str, row: int, right: float | None = None) -> list[Shape]:
        """Small words in a row: from the left on, or up to ``right``."""
        y, size = self.middle(row), _MORE * self.size
        if right is not None:
            return _ending(right, y, text, size, "muted", "regular")
        return [Words(self.left, y, words(text), size, Paint("muted"))]

    def remark_width(self, text: str) -> float:
        """How wide a remark is, in px."""
        return width_of(text, _MORE * self.size)

    def rule(self, row: int, right: float, thick: float, role: str) -> Path:
        """A line above a row."""
        y = self.top + row * self.high
        return line((self.left, y), (right, y), pen=Pen(Paint(role), thick))


def lines_of(head: str, most: int) -> list[str]:
    """A column's name in up to so many lines."""
    return head.split(" ", most - 1)


def _ending(x: float, y: float, text: str, size: float, role: str, weight: Weight) -> list[Shape]:
    """Words up to a place; none for nothing."""
    return [Words(x, y, words(text), size, Paint(role), weight, Anchor.RIGHT)] if text else []
