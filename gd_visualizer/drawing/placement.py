"""Where labels stand: each has candidates and a rank, and none covers what it must not.

Greedy by rank, as in Christensen, Marks, Shieber, An Empirical Study of Algorithms for
Point-Feature Label Placement, ACM Transactions on Graphics 14 (1995): what is placed first is
in the way of what comes later. A label that finds no place is left out.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

import numpy as np

from gd_visualizer.core.arrays import Array, Floats
from gd_visualizer.drawing.shapes import Rect


@dataclass(frozen=True, eq=False, slots=True)
class Label:
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


@dataclass(eq=False, slots=True)
class Obstacles:
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
    taken = obstacles.boxes
    chosen: list[int | None] = [None] * len(labels)
    for k in sorted(range(len(labels)), key=lambda k: labels[k].rank):
        label = labels[k]
        if not label.candidates:
            continue
        edges = label.edges
        parts = edges.reshape(-1, 4)
        covered = _covered(parts, taken, obstacles, label.own, within, apart)
        covered = covered.reshape(len(edges), -1).sum(axis=1)
        if not covered.min() or label.always:
            if rather_not is not None:
                soft = _covered(parts, rather_not.boxes, rather_not, frozenset(), within, 0.0)
                soft = soft.reshape(len(edges), -1).sum(axis=1)
                covered = np.where(covered == covered.min(), soft, np.inf)
            best = int(covered.argmin())
            chosen[k] = best
            taken = np.vstack((taken, edges[best]))
    return chosen


def free(label: Label, obstacles: Obstacles, within: Rect, apart: float = 0.0) -> bool:
    """Whether a label alone would find a place."""
    if not label.candidates:
        return False
    edges = label.edges
    covered = _covered(edges.reshape(-1, 4), obstacles.boxes, obstacles, label.own, within, apart)
    return not covered.reshape(len(edges), -1).sum(axis=1).min()


def _covered(
    edges: Floats,
    taken: Floats,
    obstacles: Obstacles,
    own: frozenset[int],
    within: Rect,
    apart: float,
) -> Floats:
    """How much each candidate (n,) covers: areas of boxes, depths into lines and discs, and how far
    it lies outside; 0 where it is free."""
    wide = edges + np.array((-apart, -apart, apart, apart))
    left, top, width, height = within
    outside = np.maximum(
        (left, top) - edges[:, :2], edges[:, 2:] - (left + width, top + height)
    ).clip(0)
    total: Floats = 1e6 * outside.sum(axis=1) + _overlaps(wide, taken)
    if len(obstacles.discs):
        total = total + _depths(wide, obstacles.discs)
    lines = obstacles.lines
    if len(lines):
        free = np.isin(np.arange(len(lines)), list(own))
        total = total + (crossings(wide, lines) * ~free).sum(axis=1)
    return total


def _overlaps(edges: Floats, boxes: Floats) -> Floats:
    """The area that each (n, 4) shares with all of ``boxes`` (m, 4)."""
    if not len(boxes):
        return np.zeros(len(edges))
    low = np.maximum(edges[:, None, :2], boxes[None, :, :2])
    high = np.minimum(edges[:, None, 2:], boxes[None, :, 2:])
    shared: Floats = (high - low).clip(0).prod(axis=2).sum(axis=1)
    return shared


def _depths(edges: Floats, discs: Floats) -> Floats:
    """How deep discs (m, 3) reach into each (n, 4)."""
    center = discs[None, :, :2]
    nearest = np.clip(center, edges[:, None, :2], edges[:, None, 2:])
    away = np.hypot(*np.moveaxis(center - nearest, 2, 0))
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
    inside = (start > edges[:, None, :2] - half[..., None]) & (
        start < edges[:, None, 2:] + half[..., None]
    )
    low = np.where(still, np.where(inside, -np.inf, np.inf), np.minimum(one, other)).max(axis=2)
    high = np.where(still, np.where(inside, np.inf, -np.inf), np.maximum(one, other)).min(axis=2)
    share = np.minimum(high, 1) - np.maximum(low, 0)
    return share.clip(0) * np.hypot(along[..., 0], along[..., 1])
