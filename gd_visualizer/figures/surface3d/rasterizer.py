"""Triangles and lines as pixels, what is nearer hiding what is behind it: what OpenGL does for the
window, in NumPy, so that a figure needs no window and has the same bytes on repeat."""

from collections.abc import Iterator
from copy import copy
from itertools import pairwise, product
from typing import Literal, NamedTuple

import numpy as np

from gd_visualizer.core.arrays import Array, Floats

Kind = Literal["solid", "clear", "mark", "hidden"]
_PIECE = 1_000_000  # pixels looked at in one go
_EDGE = 1e-9


class Samples(NamedTuple):
    """Samples that something covers: their places (n,), 1 / distance (n,), colours (n, 4)."""

    at: Array
    near: Floats
    color: Array


class Raster:
    """``width`` × ``height`` samples, at first all of the colour ``background`` (3,)."""

    def __init__(self, width: int, height: int, background: Floats) -> None:
        self._size = width, height
        self._colors = np.tile(background.astype(np.float32), (width * height, 1))
        self._near = np.zeros(width * height)  # 1 / distance of what is seen
        self._marked = np.zeros(width * height, dtype=bool)  # where it is a mark

    def triangles(self, places: Floats, depth: Floats, colors: Array, kind: Kind = "solid") -> None:
        """``places`` (m, 3, 2) in samples, distances ``depth`` (m, 3), ``colors`` (m, 3, 4).

        ``clear``: what is behind shines through by their alpha. ``mark``: solid; ``hidden``: only
        where something else hides them, once a sample, by their alpha.
        """
        for piece in self.covered(places, depth, colors):
            self.put(piece, kind)

    def covered(self, places: Floats, depth: Floats, colors: Array) -> Iterator[Samples]:
        """What triangles cover, whatever is there already, in pieces."""
        weights, kept = _weights(places)
        boxes, counts = _boxes(places[kept], self._size)
        near, colors = 1 / depth[kept], colors[kept]
        ends = np.concatenate([[0], np.cumsum(counts)])
        cuts = np.searchsorted(ends, np.arange(0, ends[-1] + _PIECE, _PIECE))
        for first, last in pairwise(np.unique([*cuts.clip(0, len(counts)), len(counts)]).tolist()):
            part = slice(first, last)
            owner, x, y = _samples(boxes[part], counts[part])
            yield self._covered(weights[part], near[part], colors[part], owner, x, y)

    def line_triangles(
        self, places: Floats, depth: Floats, color: Floats, width: float
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

    def copy(self) -> "Raster":
        """Another one with the same samples, to go on from."""
        made = copy(self)
        made._colors, made._near = self._colors.copy(), self._near.copy()
        made._marked = self._marked.copy()
        return made

    def image(self, fine: int) -> Floats:
        """The picture (height, width, 3), one pixel for ``fine`` × ``fine`` samples."""
        width, height = self._size
        cells = self._colors.reshape(height // fine, fine, width // fine, fine, 3)
        made = np.zeros((height // fine, width // fine, 3))
        for row, column in product(range(fine), repeat=2):
            made += cells[:, row, :, column]
        made /= fine * fine
        return made

    def _covered(
        self, weights: Floats, near: Floats, colors: Array, owner: Array, x: Array, y: Array
    ) -> Samples:
        for k in range(3):  # most samples of a box are outside of one edge or another
            kept = np.flatnonzero(_share(weights, owner, x, y, k) >= -_EDGE)
            owner, x, y = owner[kept], x[kept], y[kept]
        share = np.stack([_share(weights, owner, x, y, k) for k in range(3)], axis=1)
        close = np.einsum("nk,nk->n", share, near[owner])
        color = np.einsum("nk,nkc->nc", share, colors[owner])
        return Samples(y * self._size[0] + x, close, color)

    def put(self, samples: Samples, kind: Kind) -> None:
        """A piece, where nothing nearer is."""
        at, close, color = samples
        hidden = (close < self._near[at]) & ~self._marked[at]
        seen = np.flatnonzero(hidden if kind == "hidden" else close > self._near[at])
        seen = seen[np.argsort(close[seen], kind="stable")]  # of several, the last one stays
        at, close, color = at[seen], close[seen], color[seen]
        if kind in ("solid", "mark"):
            self._near[at] = close
            self._colors[at] = color[:, :3]
        else:
            alpha = color[:, 3:]
            self._colors[at] = self._colors[at] * (1 - alpha) + color[:, :3] * alpha
        if kind in ("mark", "hidden"):
            self._marked[at] = True


def _weights(places: Floats) -> tuple[Floats, Array]:
    """How much each corner counts at a sample: (m, 3 corners, 3) for x, y and 1; and which
    triangles have an area at all."""
    x, y = places[..., 0], places[..., 1]
    x1, x2 = np.roll(x, -1, axis=1), np.roll(x, -2, axis=1)
    y1, y2 = np.roll(y, -1, axis=1), np.roll(y, -2, axis=1)
    made = np.stack([y1 - y2, x2 - x1, x1 * y2 - x2 * y1], axis=-1)
    twice = made[..., 2].sum(axis=1)
    kept = np.abs(twice) > 1e-9
    return made[kept] / twice[kept][:, None, None], kept


def _share(weights: Floats, owner: Array, x: Array, y: Array, corner: int) -> Floats:
    """How much one corner counts at samples (n,)."""
    a, b, c = (weights[:, corner, k] for k in range(3))
    c = c + (a + b) / 2  # in a sample's middle
    made: Floats = a[owner] * x + b[owner] * y + c[owner]
    return made


def _boxes(places: Floats, size: tuple[int, int]) -> tuple[Array, Array]:
    """The samples that a triangle may reach: left, top, how many across (m, 3); how many (m,)."""
    low = np.ceil(places.min(axis=1) - 0.5).clip(0, size).astype(np.int64)
    high = np.floor(places.max(axis=1) - 0.5).clip(-1, np.subtract(size, 1)).astype(np.int64)
    extent = (high - low + 1).clip(0)
    return np.column_stack([low, extent[:, 0]]), extent[:, 0] * extent[:, 1]


def _samples(boxes: Array, counts: Array) -> tuple[Array, Array, Array]:
    """Every sample of every box: whose it is, x, y."""
    owner = np.repeat(np.arange(len(counts)), counts)
    place = np.arange(len(owner)) - np.repeat(np.cumsum(counts) - counts, counts)
    left, top, wide = boxes[owner].T
    return owner, left + place % wide, top + place // wide
