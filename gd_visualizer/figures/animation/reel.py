"""Frames that have been drawn, in little memory: each as what differs from the one before."""

import zlib
from collections.abc import Iterator, Sequence

import numpy as np

from gd_visualizer.core.arrays import Array

_FAST = 1  # of zlib's levels


class Reel:
    """Frames (height, width) of one size; a pixel is red + 256 · green + 65536 · blue, uint32."""

    def __init__(self) -> None:
        self._changes: list[bytes] = []
        self._last: Array | None = None
        self._colors: list[tuple[Array, Array]] = []

    def __len__(self) -> int:
        return len(self._changes)

    @property
    def size(self) -> tuple[int, int]:
        """Width and height in pixels."""
        assert self._last is not None
        height, width = self._last.shape
        return width, height

    def add(self, frame: Array) -> None:
        """One frame more. Its colours count where it differs from the one before."""
        before = np.zeros_like(frame) if self._last is None else self._last
        change = frame ^ before
        self._changes.append(zlib.compress(change.tobytes(), _FAST))
        new = frame if self._last is None else frame[change != 0]
        self._colors.append(np.unique(new, return_counts=True))
        self._last = frame

    def colors(self) -> tuple[Array, Array]:
        """Every colour of the reel (n,), ascending, and how often it appears (n,)."""
        values = np.concatenate([values for values, _ in self._colors])
        counts = np.concatenate([counts for _, counts in self._colors])
        known, place = np.unique(values, return_inverse=True)
        return known, np.bincount(place, counts).astype(np.int64)

    def frames(self, chosen: Sequence[int]) -> Iterator[Array]:
        """The frames with these numbers, ascending."""
        width, height = self.size
        frame = np.zeros((height, width), np.uint32)
        wanted = set(chosen)
        for k, change in enumerate(self._changes):
            frame ^= np.frombuffer(zlib.decompress(change), np.uint32).reshape(height, width)
            if k in wanted:
                yield frame.copy()
