"""Where a weight's box stands on its edge, so that it covers nothing else."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

Line = tuple[float, float, float, float]

_PLACES = tuple(0.5 + sign * 0.05 * k for k in range(8) for sign in ((1, -1) if k else (1,)))
_SHRINK = (1.0, 0.85, 0.72)
_BESIDE = (0.0, -0.8, 0.8, -1.5, 1.5, -2.2, 2.2)  # in heights of a box, off its line
_APART = 0.3  # between two boxes, in heights of a box
CHARACTER = 0.62  # width of a character, in font sizes


@dataclass(frozen=True)
class Box:
    """A weight's box around ``x``, ``y``; ``size`` is the font's."""

    x: float
    y: float
    width: float
    height: float
    text: str
    size: float


class Round(Protocol):
    """A node, as far as a box must keep off it."""

    @property
    def x(self) -> float: ...
    @property
    def y(self) -> float: ...
    @property
    def radius(self) -> float: ...


@dataclass(frozen=True)
class Obstacles:
    """What boxes keep off: nodes always, words where they can."""

    nodes: Sequence[Round]
    words: Sequence[Box] = ()


def place_boxes(
    texts: Sequence[str],
    lines: Sequence[Line],
    off: Obstacles,
    size: float,
    smallest: float = 0.0,
) -> list[Box] | None:
    """One box on each line, all alike; smaller where they would cover each other or a node.

    None where there is no room for all of them: a few boxes would look like the only weights.
    """
    for shrink in _SHRINK:
        boxes = _placed(texts, lines, off, max(size * shrink, smallest))
        apart = all(not _meet(a, b, 0) for k, a in enumerate(boxes) for b in boxes[:k])
        if apart and not any(_touches(box, node) for box in boxes for node in off.nodes):
            return boxes
    return None


def place_beside(text: str, line: Line, nodes: Sequence[Round], size: float) -> Box:
    """One box on its line, or as near to it as it covers no node."""
    wide, high = size * (CHARACTER * len(text) + 0.8), size * 1.75
    options = [
        Box(_along(line, 0, t), _along(line, 1, t) + up * high, wide, high, text, size)
        for up in _BESIDE
        for t in _PLACES
    ]
    return min(options, key=lambda box: sum(_touches(box, node) for node in nodes))


def box_size(texts: Sequence[str], lines: Sequence[Line], size: float, share: float) -> float:
    """The font size at which the longest text takes ``share`` of the shortest line's width."""
    longest = max(3, *map(len, texts))
    narrowest = min(line[2] - line[0] for line in lines)
    return min(size, narrowest * share / (CHARACTER * longest))


def _placed(texts: Sequence[str], lines: Sequence[Line], off: Obstacles, size: float) -> list[Box]:
    wide = size * (CHARACTER * max(3, *map(len, texts)) + 0.8)
    placed: list[Box] = []
    for text, line in zip(texts, lines, strict=True):
        options = [
            Box(_along(line, 0, t), _along(line, 1, t), wide, size * 1.75, text, size)
            for t in _PLACES
        ]
        others = [other for other in lines if other is not line]
        placed.append(min(options, key=lambda box: _trouble(box, placed, others, off)))
    return placed


def _along(line: Line, side: int, share: float) -> float:
    return line[side] + (line[side + 2] - line[side]) * share


def _trouble(box: Box, placed: Sequence[Box], lines: Sequence[Line], off: Obstacles) -> float:
    """How much the box covers: other boxes and nodes weigh far more than words and lines do."""
    covered = sum(_meet(box, other, _APART * box.height) for other in placed)
    covered += sum(_touches(box, node) for node in off.nodes)
    hidden = sum(_meet(box, words, 0) for words in off.words)
    return 10 * covered + 4 * hidden + sum(_crosses(box, line) for line in lines)


def _meet(a: Box, b: Box, room: float) -> bool:
    wide, high = (a.width + b.width) / 2 + room, (a.height + b.height) / 2 + room
    return abs(a.x - b.x) < wide and abs(a.y - b.y) < high


def _touches(box: Box, node: Round) -> bool:
    x = max(abs(box.x - node.x) - box.width / 2, 0)
    y = max(abs(box.y - node.y) - box.height / 2, 0)
    return x * x + y * y < node.radius**2


def _crosses(box: Box, line: Line) -> bool:
    """Whether the line passes through the box (Liang and Barsky's clipping)."""
    x, y, dx, dy = line[0], line[1], line[2] - line[0], line[3] - line[1]
    start, end = 0.0, 1.0
    for d, room in (
        (-dx, x - (box.x - box.width / 2)),
        (dx, box.x + box.width / 2 - x),
        (-dy, y - (box.y - box.height / 2)),
        (dy, box.y + box.height / 2 - y),
    ):
        if d == 0 and room < 0:
            return False
        if d < 0:
            start = max(start, room / d)
        elif d > 0:
            end = min(end, room / d)
    return start < end
