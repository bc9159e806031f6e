"""Where a weight's box stands on its edge, so that it covers nothing else."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Protocol

from gd_visualizer.text.numerals import letters

Line = tuple[float, float, float, float]
Rectangle = tuple[float, float, float, float]  # x and y of its middle, width, height
Circle = tuple[float, float, float, float]  # x, y, radius, half its width

_PLACES = tuple(0.5 + sign * 0.05 * k for k in range(8) for sign in ((1, -1) if k else (1,)))
_PAST = (1.0, 0.0, 1.5, -0.5, 2.0, -1.0)  # for a box beside a line that is shorter than itself
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
    @property
    def wide(self) -> float: ...


@dataclass(frozen=True)
class Obstacles:
    """What boxes keep off: nodes always, words where they can."""

    nodes: tuple[Circle, ...]
    words: tuple[Rectangle, ...] = ()


def circles(nodes: Sequence[Round]) -> tuple[Circle, ...]:
    """Nodes, as far as a box must keep off them."""
    return tuple((n.x, n.y, n.radius, max(n.wide, n.radius)) for n in nodes)


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
    longest = _reserved(texts)
    for shrink in _SHRINK:
        font = max(size * shrink, smallest)
        places = _places(tuple(lines), font * (CHARACTER * longest + 0.8), font * 1.75, off)
        if places:
            return [Box(*place, text, font) for place, text in zip(places, texts, strict=True)]
    return None


def place_beside(text: str, line: Line, off: Obstacles, size: float) -> Box:
    """One box on its line, or as near to it as it covers no node, nor words if it can."""
    return Box(*_beside(letters(text), line, off, size), text, size)


@lru_cache(maxsize=64)
def _beside(length: int, line: Line, off: Obstacles, size: float) -> Rectangle:
    wide, high = size * (CHARACTER * length + 0.8), size * 1.75
    options = [
        (_along(line, 0, t), _along(line, 1, t) + up * high, wide, high)
        for up in _BESIDE
        for t in (_PLACES if not up else (*_PLACES, *_PAST))
    ]
    near = _reach(options, off)
    return min(options, key=lambda box: _trouble(box, (), (), near))


def _reach(options: Sequence[Rectangle], off: Obstacles) -> Obstacles:
    """Those of many obstacles that any of the options could touch."""
    left, right = min(o[0] - o[2] for o in options), max(o[0] + o[2] for o in options)
    top, bottom = min(o[1] - o[3] for o in options), max(o[1] + o[3] for o in options)
    area = (left + right) / 2, (top + bottom) / 2, right - left, bottom - top
    nodes = tuple(node for node in off.nodes if touches(area, node))
    return Obstacles(nodes, tuple(words for words in off.words if meet(area, words, 0)))


def box_size(texts: Sequence[str], lines: Sequence[Line], size: float, share: float) -> float:
    """The font size at which the longest text takes ``share`` of the shortest line's width."""
    longest = _reserved(texts)
    narrowest = min(line[2] - line[0] for line in lines)
    return min(size, narrowest * share / (CHARACTER * longest))


def _reserved(texts: Sequence[str]) -> int:
    """Letters of the longest text, an odd number of them: with a digit more or less, boxes keep
    their places and sizes."""
    return max(3, *map(letters, texts)) | 1


@lru_cache(maxsize=256)
def _places(
    lines: tuple[Line, ...], wide: float, high: float, off: Obstacles
) -> tuple[Rectangle, ...]:
    """A rectangle on each line; none where they would cover each other or a node.

    Cached: from step to step the numbers change, the places hardly ever.
    """
    placed: list[Rectangle] = []
    for line in lines:
        options = [(_along(line, 0, t), _along(line, 1, t), wide, high) for t in _PLACES]
        others = [other for other in lines if other is not line]
        placed.append(min(options, key=lambda box: _trouble(box, placed, others, off)))
    apart = all(not meet(a, b, 0) for k, a in enumerate(placed) for b in placed[:k])
    if apart and not any(touches(box, node) for box in placed for node in off.nodes):
        return tuple(placed)
    return ()


def _along(line: Line, side: int, share: float) -> float:
    return line[side] + (line[side + 2] - line[side]) * share


def _trouble(
    box: Rectangle, placed: Sequence[Rectangle], lines: Sequence[Line], off: Obstacles
) -> float:
    """How much the box covers: other boxes and nodes weigh far more than words and lines do."""
    covered = sum(meet(box, other, _APART * box[3]) for other in placed)
    covered += sum(touches(box, node) for node in off.nodes)
    hidden = sum(meet(box, words, 0) for words in off.words)
    return 10 * covered + 4 * hidden + sum(crosses(box, line) for line in lines)


def meet(a: Rectangle, b: Rectangle, room: float) -> bool:
    """Whether two rectangles are nearer than ``room``."""
    wide, high = (a[2] + b[2]) / 2 + room, (a[3] + b[3]) / 2 + room
    return abs(a[0] - b[0]) < wide and abs(a[1] - b[1]) < high


def touches(box: Rectangle, node: Circle) -> bool:
    """Whether a rectangle covers part of a circle."""
    x = max(abs(box[0] - node[0]) - box[2] / 2 - (node[3] - node[2]), 0)
    y = max(abs(box[1] - node[1]) - box[3] / 2, 0)
    return x * x + y * y < node[2] ** 2


def crosses(box: Rectangle, line: Line) -> bool:
    """Whether the line passes through the box (Liang and Barsky's clipping)."""
    x, y, dx, dy = line[0], line[1], line[2] - line[0], line[3] - line[1]
    start, end = 0.0, 1.0
    for d, room in (
        (-dx, x - (box[0] - box[2] / 2)),
        (dx, box[0] + box[2] / 2 - x),
        (-dy, y - (box[1] - box[3] / 2)),
        (dy, box[1] + box[3] / 2 - y),
    ):
        if d == 0 and room < 0:
            return False
        if d < 0:
            start = max(start, room / d)
        elif d > 0:
            end = min(end, room / d)
    return start < end
