"""Where labels stand: each has candidates and a rank, and none covers what it must not.

Greedy by rank, as in Christensen, Marks, Shieber, An Empirical Study of Algorithms for
Point-Feature Label Placement, ACM Transactions on Graphics 14 (1995): what is placed first is
in the way of what comes later. A label that finds no place is left out.
"""

from collections.abc import Iterable, Iterator, Sequence

import numpy as np
from msgspec import Struct, field

from gd_visualizer.core.arrays import Array, Floats, Ints
from gd_visualizer.drawing.shapes import Rect

_MOST_PAIRS = 100_000  # of rectangles and lines at once
_MOST_VISITS = 1_000  # of places that are tried together
_NONE: Array = np.zeros((0, 0), dtype=bool)


class Label(Struct, frozen=True, eq=False):
    """``candidates`` are rectangles, the best first; ``companions``, if any, those that have place
    together with each. The lower ``rank``, the sooner it is placed.

    ``own``: indices of the obstacle's lines that it may lie on, as a weight on its own edge.
    ``always``: where no candidate is free, it takes the one that covers least.
    """

    candidates: Sequence[Rect]
    rank: float = 0.0
    own: frozenset[int] = frozenset()
    always: bool = False
    companions: Sequence[Rect] = ()

    @property
    def edges(self) -> Floats:
        """Left, top, right, bottom of every rectangle (candidates, 1 or 2, 4)."""
        both = (self.candidates, self.companions) if self.companions else (self.candidates,)
        found = np.stack([np.array(rects, dtype=np.float64) for rects in both], axis=1)
        found[..., 2:] += found[..., :2]
        return found


class Obstacles(Struct, eq=False):
    """What labels keep off: ``boxes`` (n, 4) as left, top, right, bottom; ``discs`` (n, 3) as x, y,
    radius; ``lines`` (n, 5) as two ends and half a width."""

    boxes: Floats = field(default_factory=lambda: np.empty((0, 4)))
    discs: Floats = field(default_factory=lambda: np.empty((0, 3)))
    lines: Floats = field(default_factory=lambda: np.empty((0, 5)))

    @staticmethod
    def of(
        boxes: Iterable[Rect] = (),
        discs: Iterable[tuple[float, float, float]] = (),
        lines: Iterable[tuple[float, float, float, float, float]] = (),
    ) -> "Obstacles":
        """Obstacles of rectangles (left, top, width, height), discs and lines as in the class."""
        rects = np.array(list(boxes), dtype=np.float64).reshape(-1, 4)
        rects[:, 2:] += rects[:, :2]
        return Obstacles(
            rects,
            np.array(list(discs), dtype=np.float64).reshape(-1, 3),
            np.array(list(lines), dtype=np.float64).reshape(-1, 5),
        )

    def with_others(self, others: "Obstacles") -> "Obstacles":
        """These and those."""
        return Obstacles(
            np.vstack((self.boxes, others.boxes)),
            np.vstack((self.discs, others.discs)),
            np.vstack((self.lines, others.lines)),
        )


def place(
    labels: Sequence[Label],
    obstacles: Obstacles,
    within: Rect,
    apart: float = 0.0,
    rather_not: Obstacles | None = None,
) -> list[int | None]:
    """Which candidate each label takes; None for those that are left out.

    ``apart``: how far labels keep off everything, in px; all lie inside of ``within``. Of the free
    candidates it takes the first of those that cover least of what they should ``rather_not``.
    """
    ranked = sorted(range(len(labels)), key=lambda k: labels[k].rank)
    ranked = [k for k in ranked if labels[k].candidates]
    edges = [labels[k].edges for k in ranked]
    still = _each_covered(edges, [labels[k].own for k in ranked], obstacles, within, apart)
    chosen: list[int | None] = [None] * len(labels)
    taken = np.empty((0, 4))
    for k, rects, covered in zip(ranked, edges, still, strict=True):
        parts = rects.reshape(-1, 4)
        if len(taken):
            covered = covered + _overlaps(_grown(parts, apart), taken)  # noqa: PLW2901
        total = covered.reshape(len(rects), -1).sum(axis=1)
        if not total.min() or labels[k].always:
            best = _softest(rects, np.flatnonzero(total == total.min()), rather_not, within)
            chosen[k] = best
            taken = np.vstack((taken, rects[best]))
    return chosen


def _softest(rects: Floats, equal: Ints, rather_not: Obstacles | None, within: Rect) -> int:
    """The first of the ``equal`` ones among a label's ``rects`` (candidates, 1 or 2, 4) that covers
    least of what it should ``rather_not``: mostly nothing, and then the others need no look."""
    if rather_not is not None:
        for some in (equal[:1], equal):
            parts = rects[some].reshape(-1, 4)
            soft = _covered(parts, rather_not, _NONE, within, 0.0)
            soft = soft.reshape(len(some), -1).sum(axis=1)
            if not soft[0]:
                break
        equal = equal[soft.argmin() :]
    return int(equal[0])


def place_all(
    labels: Sequence[Label], obstacles: Obstacles, within: Rect, apart: float = 0.0
) -> list[int] | None:
    """As ``place``, for few labels that have place together or not at all: those with few free
    candidates choose first, and take back what leaves another one none. None where no choice is
    found."""
    edges = [label.edges for label in labels if label.candidates]
    if len(edges) < len(labels):
        return None
    own = [label.own for label in labels]
    covered = _each_covered(edges, own, obstacles, within, apart)
    kept = [
        np.flatnonzero(part.reshape(len(rects), -1).sum(axis=1) == 0)
        for rects, part in zip(edges, covered, strict=True)
    ]
    if not all(map(len, kept)):
        return None
    order = sorted(range(len(labels)), key=lambda k: (len(kept[k]), labels[k].rank))
    found = _chosen([edges[k][kept[k]] for k in order], apart)
    if found is None:
        return None
    at = {k: int(kept[k][one]) for k, one in zip(order, found, strict=True)}
    return [at[k] for k in range(len(labels))]


def _chosen(rects: Sequence[Floats], apart: float) -> list[int] | None:
    """One of each label's ``rects`` (candidates, 1 or 2, 4), so that none covers another's; None
    where none is found in so many visits."""
    found: list[int] = []
    first, visits = 0, 0
    while len(found) < len(rects):
        visits += 1
        taken = np.vstack([np.empty((0, 4)), *(rects[k][one] for k, one in enumerate(found))])
        there = rects[len(found)]
        covered = _overlaps(_grown(there.reshape(-1, 4), apart), taken).reshape(len(there), -1)
        (left,) = np.nonzero(covered.sum(axis=1) == 0)
        left = left[left >= first]
        if len(left):
            found.append(int(left[0]))
            first = 0
        elif found and visits < _MOST_VISITS:
            first = found.pop() + 1
        else:
            return None
    return found


def covers(
    labels: Sequence[Label], chosen: Sequence[int | None], obstacles: Obstacles, within: Rect
) -> float:
    """How much of the obstacles the labels cover where they stand."""
    rects = [label.edges[k] for label, k in zip(labels, chosen, strict=True) if k is not None]
    if not rects:
        return 0.0
    return float(_covered(np.concatenate(rects), obstacles, _NONE, within, 0.0).sum())


def free(label: Label, obstacles: Obstacles, within: Rect, apart: float = 0.0) -> bool:
    """Whether a label alone would find a place."""
    if not label.candidates:
        return False
    edges = label.edges
    parts = edges.reshape(-1, 4)
    own = np.repeat(_of_own([label.own], obstacles), len(parts), axis=0)
    covered = _covered(parts, obstacles, own, within, apart)
    return not covered.reshape(len(edges), -1).sum(axis=1).min()


def _each_covered(
    edges: Sequence[Floats],
    own: Sequence[frozenset[int]],
    obstacles: Obstacles,
    within: Rect,
    apart: float,
) -> Iterator[Floats]:
    """``_covered`` of each label's rectangles; of many labels at once, for an array has its price
    however short it is, but not of so many that memory would be short."""
    ends = np.cumsum([len(rects) * rects.shape[1] for rects in edges])
    most = max(_MOST_PAIRS // max(len(obstacles.lines), 1), 1)
    groups: dict[int, list[int]] = {}
    for k, end in enumerate(ends.tolist()):
        groups.setdefault(end // most, []).append(k)
    for group in groups.values():
        parts = [edges[k].reshape(-1, 4) for k in group]
        lengths = [len(part) for part in parts]
        lines = np.repeat(_of_own([own[k] for k in group], obstacles), lengths, axis=0)
        covered = _covered(np.concatenate(parts), obstacles, lines, within, apart)
        yield from np.split(covered, np.cumsum(lengths)[:-1])


def _of_own(own: Sequence[frozenset[int]], obstacles: Obstacles) -> Array:
    """Which of the obstacle's lines belong to each label (labels, lines)."""
    made = np.zeros((len(own), len(obstacles.lines)), dtype=bool)
    for row, lines in zip(made, own, strict=True):
        row[[k for k in lines if k < len(row)]] = True
    return made


def _grown(edges: Floats, apart: float) -> Floats:
    grown: Floats = edges + np.array((-apart, -apart, apart, apart))
    return grown


def _covered(edges: Floats, obstacles: Obstacles, own: Array, within: Rect, apart: float) -> Floats:
    """How much each candidate (n,) covers: areas of boxes, depths into lines and discs, and how far
    it lies outside; 0 where it is free. ``own`` (n, lines): lines that it may lie on."""
    wide = _grown(edges, apart)
    left, top, width, height = within
    outside = np.maximum(
        (left, top) - edges[:, :2], edges[:, 2:] - (left + width, top + height)
    ).clip(0)
    total: Floats = 1e6 * (outside[:, 0] + outside[:, 1]) + _overlaps(wide, obstacles.boxes)
    if len(obstacles.discs):
        total = total + _depths(wide, obstacles.discs)
    if len(obstacles.lines):
        crossed = crossings(wide, obstacles.lines)
        total = total + (crossed * ~own if own.size else crossed).sum(axis=1)
    return total


def _overlaps(edges: Floats, boxes: Floats) -> Floats:
    """The area that each (n, 4) shares with all of ``boxes`` (m, 4)."""
    if not len(boxes):
        return np.zeros(len(edges))
    low = np.maximum(edges[:, None, :2], boxes[None, :, :2])
    high = np.minimum(edges[:, None, 2:], boxes[None, :, 2:])
    sides = (high - low).clip(0)
    shared: Floats = (sides[..., 0] * sides[..., 1]).sum(axis=1)
    return shared


def _depths(edges: Floats, discs: Floats) -> Floats:
    """How deep discs (m, 3) reach into each (n, 4)."""
    center = discs[None, :, :2]
    nearest = np.clip(center, edges[:, None, :2], edges[:, None, 2:])
    off = center - nearest
    away = np.hypot(off[..., 0], off[..., 1])
    deep: Floats = (discs[None, :, 2] - away).clip(0).sum(axis=1)
    return deep


def crossings(edges: Floats, lines: Floats) -> Array:
    """How long lines (m, 5) run through each rectangle (n, 4), in px, as (n, m); by Liang and
    Barsky, with half a line's width around the rectangle."""
    half = lines[None, :, 4]
    start, along = lines[None, :, :2], lines[None, :, 2:4] - lines[None, :, :2]
    with np.errstate(all="ignore"):
        one = (edges[:, None, :2] - half[..., None] - start) / along
        other = (edges[:, None, 2:] + half[..., None] - start) / along
    # a line along one axis has no ends there: it is inside always or never
    still = along == 0
    if still.any():
        inside = (start > edges[:, None, :2] - half[..., None]) & (
            start < edges[:, None, 2:] + half[..., None]
        )
        low = np.where(still, np.where(inside, -np.inf, np.inf), np.minimum(one, other))
        high = np.where(still, np.where(inside, np.inf, -np.inf), np.maximum(one, other))
    else:
        low, high = np.minimum(one, other), np.maximum(one, other)
    first = np.maximum(low[..., 0], low[..., 1])
    last = np.minimum(high[..., 0], high[..., 1])
    share = np.minimum(last, 1) - np.maximum(first, 0)
    return share.clip(0) * np.hypot(along[..., 0], along[..., 1])
