"""Triangles and lines as pixels, what is nearer hiding what is behind it: what OpenGL does for the
window, in NumPy, so that a figure needs no window and has the same bytes on repeat."""

from collections.abc import Callable, Iterable
from copy import copy
from itertools import pairwise
from typing import Literal, NamedTuple

import numpy as np

from gd_visualizer.core.arrays import Array, Floats
from gd_visualizer.figures.surface3d.spans import boxes, shares, slopes, spans

Kind = Literal["solid", "clear", "mark", "hidden"]
_PIECE = 1 << 17  # samples looked at in one go: as many as stay in a processor's own memory


class Samples(NamedTuple):
    """Samples that something covers: their places (n,), 1 / distance (n,), and what tells the
    colours (k, 4) of some of them (k,)."""

    at: Array
    near: Floats
    colors: Callable[[Array], Array]

    def within(self, places: Array) -> "Samples":
        """Those that have a place ≥ 0 among ``places``, of all samples, there."""
        at = places[self.at]
        kept = np.flatnonzero(at >= 0)
        return Samples(at[kept], self.near[kept], lambda some: self.colors(kept[some]))


class Raster:
    """``width`` × ``height`` samples, at first all of the colour ``background`` (3,)."""

    def __init__(self, width: int, height: int, background: Floats) -> None:
        self._size = width, height
        self._colors = np.tile(background.astype(np.float32), (width * height, 1))
        self._near = np.zeros(width * height)  # 1 / distance of what is seen
        self._marked = np.zeros(width * height, dtype=bool)  # where it is a mark

    def triangles(self, places: Floats, depth: Floats, colors: Array) -> None:
        """Solid ones: ``places`` (m, 3, 2) in samples, distances ``depth`` (m, 3), ``colors``
        (m, 3, 4)."""
        _, extent = boxes(places, self._size)
        ends = np.cumsum([0, *extent.prod(axis=1)])
        cuts = np.searchsorted(ends, np.arange(0, ends[-1] + _PIECE, _PIECE))
        for first, last in pairwise(np.unique([*cuts.clip(0, len(places)), len(places)]).tolist()):
            part = slice(first, last)
            self.put(self.covered(places[part], depth[part], colors[part]), "solid")

    def covered(self, places: Floats, depth: Floats, colors: Array) -> Samples:
        """What triangles cover, whatever is there already."""
        weights, kept = shares(places)
        found = spans(weights, *boxes(places[kept], self._size))
        row, along = found.spread()
        first, step = found.values(slopes(weights, 1 / depth[kept][..., None]))
        near = first[row, 0] + step[row, 0] * along
        tints = found.values(slopes(weights, colors[kept]))
        tint, change = (part.astype(np.float32) for part in tints)

        def told(some: Array) -> Array:
            rows = row[some]
            made: Array = change[rows]
            made *= along[some].astype(np.float32)[:, None]
            made += tint[rows]
            return made

        return Samples((found.y * self._size[0] + found.left)[row] + along, near, told)

    def put(self, samples: Samples, kind: Kind) -> None:
        """Where nothing nearer is.

        ``clear``: what is behind shines through by their alpha. ``mark``: solid; ``hidden``: only
        where something else hides them, once a sample, by their alpha.
        """
        at, close, _ = samples
        behind = close < self._near[at] if kind == "hidden" else None
        seen = np.flatnonzero(
            close > self._near[at] if behind is None else behind & ~self._marked[at]
        )
        seen = seen[np.argsort(close[seen], kind="stable")]  # of several, the last one stays
        at, close, color = at[seen], close[seen], samples.colors(seen)
        if kind in ("solid", "mark"):
            self._near[at] = close
            self._colors[at] = color[:, :3]
        else:
            alpha = color[:, 3:]
            self._colors[at] = self._colors[at] * (1 - alpha) + color[:, :3] * alpha
        if kind in ("mark", "hidden"):
            self._marked[at] = True

    def image(self, fine: int) -> Array:
        """The picture (height, width, 3), one pixel for ``fine`` × ``fine`` samples."""
        width, height = self._size
        rows = self._colors.reshape(height // fine, fine, width * 3)
        lines = np.add.reduce([rows[:, k] for k in range(fine)])
        beside = np.tile(np.eye(3, dtype=np.float32) / fine**2, (fine, 1))
        made: Array = lines.reshape(height // fine, width // fine, fine * 3) @ beside
        return made

    def pixels(self, covered: Iterable[Samples], fine: int) -> Array:
        """Which pixels (k,) of ``fine`` × ``fine`` samples are covered at all."""
        width, height = self._size
        mask = np.zeros(width * height, dtype=bool)
        for one in covered:
            mask[one.at] = True
        rows = mask.reshape(height // fine, fine, width)
        lines = np.logical_or.reduce([rows[:, k] for k in range(fine)])
        return np.flatnonzero(np.logical_or.reduce([lines[:, k::fine] for k in range(fine)]))

    def part(self, pixels: Array, fine: int) -> tuple["Raster", Array]:
        """Another one of some ``pixels`` (k,) alone, one below the other; and where in it each
        sample of this one has its place, −1 where it has none."""
        width, height = self._size
        row, column = np.divmod(pixels, width // fine)
        side = np.arange(fine)
        at = (
            (row[:, None, None] * fine + side[:, None]) * width
            + column[:, None, None] * fine
            + side
        )
        at = at.ravel()
        places = np.full(width * height, -1, np.int32)
        places[at] = np.arange(len(at))
        made = copy(self)
        made._size = fine, len(pixels) * fine
        made._colors, made._near = self._colors[at], self._near[at]
        made._marked = self._marked[at]
        return made, places


def line_triangles(
    places: Floats, depth: Floats, color: Floats, width: float
) -> tuple[Floats, Floats, Array]:
    """Separate pieces, ``places`` (k, 2, 2) in samples, ``depth`` (k, 2), as triangles; their
    ``color`` (4,)."""
    along = places[:, 1] - places[:, 0]
    length = np.hypot(along[:, 0], along[:, 1])
    kept = length > 1e-9
    places, depth = places[kept], depth[kept]
    along = along[kept] / length[kept][:, None] * (width / 2)
    across = np.stack([-along[:, 1], along[:, 0]], axis=1)
    a, b = places[:, 0] - along * 0.5, places[:, 1] + along * 0.5
    corners = np.stack([a + across, a - across, b - across, b + across], axis=1)
    far = depth[:, [0, 0, 1, 1]]
    turn = [[0, 1, 2], [0, 2, 3]]
    corners, far = corners[:, turn].reshape(-1, 3, 2), far[:, turn].reshape(-1, 3)
    return corners, far, np.tile(color, (len(corners), 3, 1))
