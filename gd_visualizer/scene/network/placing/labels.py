"""Weights on their edges, slopes right beside them, and the chain rule's factors at the nodes.

Every label has candidates along its own edge, or around its own node, and covers neither a node,
another edge nor another label; what finds no place is left out, the explained weight's never.
"""

from collections.abc import Iterable, Sequence
from functools import lru_cache
from typing import NamedTuple

import numpy as np
from msgspec import Struct

from gd_visualizer.core.arrays import Array
from gd_visualizer.drawing.placement import Label, Obstacles, crossings, place, place_all
from gd_visualizer.drawing.shapes import Rect
from gd_visualizer.scene.network.parts import Node

# Where a box's middle stands on its edge: near the start, where the edges of a node part.
_SHARES = (0.3, 0.36, 0.25, 0.42, 0.2, 0.48, 0.54, 0.6, 0.66, 0.72, 0.8, 0.15)
_TIGHT_SHARES = (*_SHARES, *np.arange(0.06, 0.95, 0.03).tolist())
_MOVED_SHARES = np.linspace(0.1, 0.9, 17).tolist()
_MOVED = 0.35  # of a box's width or height, that its middle may be off its edge
_MOST_OFF = 2000  # places beside its edge, for the first one
PILL = 0.82  # size of a slope's letters, of its weight's
Line = tuple[float, float, float, float]
Circle = tuple[float, float, float, float]  # x, y, radius, half its width


def circles(nodes: Sequence[Node]) -> tuple[Circle, ...]:
    """Nodes, as far as labels keep off them."""
    return tuple((n.x, n.y, n.radius, max(n.wide, n.radius)) for n in nodes)


class Edged(Struct, frozen=True):
    """What is written on an edge: ``wide`` ems of its number, and beside it ``slope`` ems, 0 where
    none is told; ``line`` is its index among all edges, ``first``: it has the first choice;
    ``alone``: no other edge is between these layers, so that they stand above and below it."""

    wide: float
    slope: float
    line: int
    first: bool = False
    alone: bool = False


class Surroundings(Struct, frozen=True):
    """What labels keep off: ``nodes`` as x, y, radius, half the width; ``words`` and squares;
    the ``lines`` of all edges with half their widths; inside of ``room``."""

    nodes: tuple[Circle, ...]
    words: tuple[Rect, ...]
    lines: tuple[Line, ...]
    halves: tuple[float, ...]
    room: Rect

    def obstacles(self, more: Iterable[Rect] = ()) -> Obstacles:
        """As obstacles of labels; wide nodes are a rectangle between two discs."""
        discs = [(x, y, r) for x, y, r, _ in self.nodes]
        wide = [(x, y, r, w) for x, y, r, w in self.nodes if w > r]
        discs += [(x + side * (w - r), y, r) for x, y, r, w in wide for side in (-1, 1)]
        boxes = [(x - w + r, y - r, 2 * (w - r), 2 * r) for x, y, r, w in wide]
        lines = [(*line, half) for line, half in zip(self.lines, self.halves, strict=True)]
        return Obstacles.of([*self.words, *boxes, *more], discs, lines)


@lru_cache(maxsize=256)
def placed(
    candidates: tuple[tuple[Rect, ...], ...],
    around: Surroundings,
    apart: float,
    ranks: tuple[float, ...] = (),
) -> list[int | None]:
    """Which place each label takes, the first ones first where no ``ranks`` are given."""
    order = ranks or range(len(candidates))
    labels = [Label(rects, rank) for rects, rank in zip(candidates, order, strict=True)]
    return place(labels, around.obstacles(), around.room, apart)


class Style(Struct, frozen=True):
    """How labels are set: letters of ``size`` px, a pill's of ``small``; ``tight``: in boxes that
    fit their words; ``moved``: not all in the middle of their edges; ``off``: the first one may
    stand beside its edge; ``always``: it is there in any case, over something if it must be;
    ``whole``: all have place, or none."""

    size: float
    small: float
    tight: bool = False
    moved: bool = False
    off: bool = False
    always: bool = False
    whole: bool = False

    @property
    def side(self) -> float:
        """What is left and right of the words, in letters."""
        return 0.35 if self.tight else 0.5

    @property
    def high(self) -> float:
        """A box's height, in px."""
        return (1.5 if self.tight else 1.75) * self.size

    @property
    def pill_high(self) -> float:
        """A pill's height, in px."""
        return (1.35 if self.tight else 1.5) * self.small

    @property
    def apart(self) -> float:
        """How far labels keep off everything, in px."""
        return 1.0 if self.tight else 2.0


class OnEdge(Struct, frozen=True):
    """Where a weight's box and its slope's pill stand, in letters of ``size`` and ``small`` px."""

    box: Rect
    pill: Rect | None
    size: float
    small: float


def on_edges(edged: Sequence[Edged], around: Surroundings, style: Style) -> list[OnEdge | None]:
    """A box and a pill for each; None for those without a place, pills are left out before boxes
    are."""
    size, small, both = style.size, style.small, 2 * style.side
    obstacles = around.obstacles()
    edges = [
        _Edge(
            one.line,
            around.lines[one.line],
            one.first,
            around.halves[one.line] + 1 if one.alone else 0.0,
        )
        for one in edged
    ]
    boxes = [
        _boxes((one.wide + both) * size, edge, style, around.room)
        for edge, one in zip(edges, edged, strict=True)
    ]
    pills = [((one.slope + both) * small, style.pill_high) if one.slope else None for one in edged]
    clear = _clear(boxes, edges, obstacles, style, around.room)
    if style.whole and not all(clear):
        return [None] * len(clear)
    labels = [
        _label(alone, pill, edge, style)
        for alone, pill, edge in zip(clear, pills, edges, strict=True)
    ]
    if not any(pills) and not any(label.always for label in labels):
        obstacles = Obstacles(discs=obstacles.discs)  # of the others they are clear
    chosen = _placed(labels, obstacles, around.room, style)
    return [
        None if k is None else OnEdge(label.candidates[k], _pill(label, k), size, small)
        for label, k in zip(labels, chosen, strict=True)
    ]


def _placed(
    labels: Sequence[Label], obstacles: Obstacles, room: Rect, style: Style
) -> Sequence[int | None]:
    """One after the other; where all are wanted and not all find room, all together."""
    chosen = place(labels, obstacles, room, style.apart)
    if not style.whole or None not in chosen:
        return chosen
    return place_all(labels, obstacles, room, style.apart) or [None] * len(labels)


class _Edge(NamedTuple):
    """A line, its index, whether it has the first choice, and how far from its middle a box above
    it ends: 0 where it is not alone."""

    number: int
    line: Line
    first: bool
    off: float


def _pill(label: Label, k: int) -> Rect | None:
    """None where the candidate is a box alone: its companion is the very same rectangle."""
    if not label.companions or label.companions[k] == label.candidates[k]:
        return None
    return label.companions[k]


def _boxes(wide: float, edge: _Edge, style: Style, room: Rect) -> list[Rect]:
    """Places of a box ``wide`` px on its edge, the best first; beside it, where it may be off."""
    line, high = edge.line, style.high
    middles = [_along(line, share) for share in (_TIGHT_SHARES if style.tight else _SHARES)]
    if style.moved:  # then not right in the middle of its edge, but still on it
        moves = [(0, -_MOVED * high), (0, _MOVED * high), (-_MOVED * wide, 0), (_MOVED * wide, 0)]
        there = [_along(line, share) for share in _MOVED_SHARES]
        middles += [(x + a, y + b) for a, b in moves for x, y in there]
    if edge.first and style.off:
        middles += _around(_along(line, _SHARES[0]), high, room)
    if edge.off:
        x, y = _along(line, 0.5)
        middles.insert(0, (x, y - high / 2 - edge.off))
    return [(x - wide / 2, y - high / 2, wide, high) for x, y in middles]


def _label(alone: list[Rect], pill: tuple[float, float] | None, edge: _Edge, style: Style) -> Label:
    """A box with its pill right behind it, before it, below or above; at last the box alone, unless
    all must be there."""
    always, own = edge.first and style.always, frozenset({edge.number})
    both = [(box, at) for box in alone if pill for at in _pills(box, pill, edge, style)]
    boxes, pills = [box for box, _ in both], [at for _, at in both]
    if not pill or not (always or style.whole):
        boxes += alone
        pills += alone
    return Label(boxes, 0.0 if edge.first else 1.0, own, always, pills)


def _clear(
    boxes: Sequence[list[Rect]],
    edges: Sequence[_Edge],
    off: Obstacles,
    style: Style,
    room: Rect,
) -> list[list[Rect]]:
    """Those that cover nothing, but all of one that must be there: of the others, no companions
    need be tried."""
    counts = [len(rects) for rects in boxes]
    every = np.array([rect for rects in boxes for rect in rects]).reshape(-1, 4)
    every[:, 2:] += every[:, :2]
    low, high = every[:, :2], every[:, 2:]
    inside = ((low >= room[:2]) & (high <= np.add(room[:2], room[2:]))).all(axis=1)
    wide = every + np.array((-style.apart, -style.apart, style.apart, style.apart))
    crossed = crossings(wide, off.lines) > 0
    crossed[np.arange(len(every)), np.repeat([edge.number for edge in edges], counts)] = False
    free = (inside & ~_covers(wide, off) & ~crossed.any(axis=1)).tolist()
    return [
        rects
        if edge.first and style.always
        else [rect for rect, there in zip(rects, free[end - count : end], strict=True) if there]
        for rects, edge, count, end in zip(boxes, edges, counts, np.cumsum(counts), strict=True)
    ]


def _covers(wide: Array, off: Obstacles) -> Array:
    """Whether each (n,) shares anything with a box."""
    low = np.maximum(wide[:, None, :2], off.boxes[None, :, :2])
    high = np.minimum(wide[:, None, 2:], off.boxes[None, :, 2:])
    found: Array = ((low < high)[..., 0] & (low < high)[..., 1]).any(axis=1)
    return found


def _around(middle: tuple[float, float], step: float, room: Rect) -> list[tuple[float, float]]:
    """Places all over the ``room``, the nearest first."""
    left, top, width, height = room
    x, y = np.meshgrid(np.arange(0, width, step * 0.5), np.arange(0, height, step * 0.25))
    places = np.column_stack((left + x.ravel(), top + y.ravel()))
    away = np.hypot(*(places - middle).T)
    return [(px, py) for px, py in places[np.argsort(away)[:_MOST_OFF]].tolist()]


def _along(line: Line, share: float) -> tuple[float, float]:
    x0, y0, x1, y1 = line
    return x0 + (x1 - x0) * share, y0 + (y1 - y0) * share


def _pills(box: Rect, pill: tuple[float, float], edge: _Edge, style: Style) -> list[Rect]:
    """Places of a pill beside its box; below the line where the box is above it."""
    found = beside(box, pill, edge.line, style.off or style.moved)
    if edge.off and box[1] + box[3] < edge.line[1]:
        middle, y = box[0] + box[2] / 2, _along(edge.line, 0.5)[1]
        found.insert(0, (middle - pill[0] / 2, y + edge.off, *pill))
    return found


def beside(box: Rect, pill: tuple[float, float], line: Line, off: bool) -> list[Rect]:
    """Places of a pill that touches its box: on along the edge, back along it, below, above; at
    the sides of a box that may be ``off`` the middle of its edge."""
    x, y = box[0] + box[2] / 2, box[1] + box[3] / 2
    dx, dy = line[2] - line[0], line[3] - line[1]
    far_x, far_y = (box[2] + pill[0]) / 2 + 1, (box[3] + pill[1]) / 2 + 1
    share = min(far_x / abs(dx) if dx else np.inf, far_y / abs(dy) if dy else np.inf)
    ways = [(share * dx, share * dy), (-share * dx, -share * dy), (0, far_y), (0, -far_y)]
    ways += [(far_x, 0), (-far_x, 0)] if off else []
    return [(x + a - pill[0] / 2, y + b - pill[1] / 2, *pill) for a, b in ways]
