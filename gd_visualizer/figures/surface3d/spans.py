"""Which samples triangles cover, row by row: from where to where is worked out once for a row."""

import numpy as np
from msgspec import Struct

from gd_visualizer.core.arrays import Array, Floats

_EDGE = 1e-9  # of a triangle, that a sample on its edge may lie outside


class Spans(Struct, frozen=True, eq=False):
    """Rows of samples, all (r,): ``owner`` is their triangle, ``left`` and ``y`` the first sample,
    ``count`` how many there are."""

    owner: Array
    left: Array
    y: Array
    count: Array

    def spread(self) -> tuple[Array, Array]:
        """Each sample's row, and which one of that row it is, both (n,)."""
        row = np.repeat(np.arange(len(self.count)), self.count)
        first = np.cumsum(self.count) - self.count
        return row, np.arange(len(row)) - first[row]

    def values(self, slopes: Floats) -> tuple[Floats, Floats]:
        """What changes evenly over each triangle, by its ``slopes`` (m, 3, c): how much it is at
        the first sample of each row (r, c), and how much more at the next one (r, c)."""
        across, down, zero = (slopes[:, k][self.owner] for k in range(3))
        x, y = (self.left + 0.5)[:, None], (self.y + 0.5)[:, None]
        return across * x + down * y + zero, across


def shares(places: Floats) -> tuple[Floats, Array]:
    """How much each corner of triangles (m, 3, 2) counts at a place: (m, 3 corners, 3) for x, y and
    1; and which triangles have an area at all, the others left out."""
    x, y = places[..., 0], places[..., 1]
    x1, x2 = np.roll(x, -1, axis=1), np.roll(x, -2, axis=1)
    y1, y2 = np.roll(y, -1, axis=1), np.roll(y, -2, axis=1)
    made = np.stack([y1 - y2, x2 - x1, x1 * y2 - x2 * y1], axis=-1)
    twice = made[..., 2].sum(axis=1)
    kept = np.abs(twice) > 1e-9
    return made[kept] / twice[kept][:, None, None], kept


def slopes(weights: Floats, corners: Array) -> Floats:
    """Of values at ``corners`` (m, 3, c), by ``shares``: how much they grow with x and y, and what
    they are at 0 (m, 3, c)."""
    made: Floats = weights.transpose(0, 2, 1) @ corners
    return made


def boxes(places: Floats, size: tuple[int, int]) -> tuple[Array, Array]:
    """The first sample (m, 2) that a triangle may reach, and how many across and down (m, 2)."""
    a, b, c = (places[:, k] for k in range(3))
    low = np.ceil(np.minimum(np.minimum(a, b), c) - 0.5).clip(0, size)
    high = np.floor(np.maximum(np.maximum(a, b), c) - 0.5).clip(-1, np.subtract(size, 1))
    low, high = low.astype(np.int64), high.astype(np.int64)
    return low, (high - low + 1).clip(0)


def spans(weights: Floats, first: Array, extent: Array) -> Spans:
    """What triangles cover of their ``boxes``, by their ``shares``."""
    rows = np.where(extent[:, 0] > 0, extent[:, 1], 0)
    owner = np.repeat(np.arange(len(rows)), rows)
    y = first[owner, 1] + np.arange(len(owner)) - np.repeat(np.cumsum(rows) - rows, rows)
    left = first[owner, 0].astype(np.float64)
    right = left + extent[owner, 0] - 1
    for corner in range(3):
        a, b, c = (weights[:, corner, k][owner] for k in range(3))
        rest = b * (y + 0.5) + c + _EDGE
        with np.errstate(divide="ignore", invalid="ignore", over="ignore"):
            edge = -rest / a - 0.5
        left = np.where(a > 0, np.maximum(left, np.ceil(edge)), left)
        right = np.where(a < 0, np.minimum(right, np.floor(edge)), right)
        right = np.where((a == 0) & (rest < 0), -1.0, right)
    kept = np.flatnonzero(right >= left)
    left = left[kept].astype(np.int64)
    return Spans(owner[kept], left, y[kept], right[kept].astype(np.int64) - left + 1)
