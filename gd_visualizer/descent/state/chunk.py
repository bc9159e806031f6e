"""Columns of consecutive rows, which several timelines share, and what is read of a full one."""

from collections.abc import Callable, Hashable
from functools import cached_property

import numpy as np

from gd_visualizer.core.arrays import Floats, distinct
from gd_visualizer.core.optimizers.registry import OPTIMIZERS

ROWS = 1024
_SLOTS = max(len(optimizer.slots) for optimizer in OPTIMIZERS.values())
_CHUNK_BYTES = 1 << 22
_OUTLINE = 80  # rows that draw a full chunk
_ENDS = (np.argmin, np.argmax)
_MOST_OUTLINES = 8
Places = Callable[[Floats], Floats]  # (rows, P) to (rows, n)


class Chunk:
    """Columns of consecutive rows. ``claimed`` rows have been written by some timeline.

    The columns of slots are allocated but cost no memory until an optimizer fills them.
    """

    def __init__(self, parameters: int, rows: int) -> None:
        self.theta = np.empty((rows, parameters))
        self.gradient = np.empty((rows, parameters))
        self.slots = np.empty((rows, _SLOTS, parameters))
        self.count = np.empty(rows, dtype=np.int64)
        self.loss = np.empty(rows)
        self.norm = np.empty(rows)
        self.settings = np.empty(rows, dtype=object)
        self.claimed = 0
        self.filled = 0  # slots that an optimizer has written to
        self._outlines: dict[Hashable, Floats] = {}

    @cached_property
    def held_out(self) -> Floats:
        """The loss of the testing points, nan where nobody has asked for it; (rows,)."""
        return np.full(len(self.loss), np.nan)

    @property
    def bytes(self) -> int:
        """The memory that its rows take by now."""
        return self.claimed * self._row_bytes(self.filled)

    @property
    def most_bytes(self) -> int:
        """The memory that its rows take at most, once it is full."""
        return len(self.loss) * self._row_bytes(_SLOTS)

    def _row_bytes(self, slots: int) -> int:
        return ((2 + slots) * self.theta.shape[1] + 4) * self.theta.itemsize

    def copied(self, rows: int) -> "Chunk":
        """A chunk of its own with the first ``rows`` rows of this one."""
        copy = Chunk(self.theta.shape[1], len(self.loss))
        for name in ("theta", "gradient", "slots", "count", "loss", "norm", "settings"):
            getattr(copy, name)[:rows] = getattr(self, name)[:rows]
        copy.claimed, copy.filled = rows, self.filled
        return copy

    @cached_property
    def bounds(self) -> tuple[Floats, Floats]:
        """Least and largest of every parameter, (P,) each. For a full chunk: it stays as it is."""
        return self.theta.min(axis=0), self.theta.max(axis=0)

    def outline(self, key: Hashable, places: Places) -> Floats:
        """What ``places`` reads of a full chunk by the extremes of its stretches, in order."""
        if key not in self._outlines:
            if len(self._outlines) >= _MOST_OUTLINES:
                self._outlines.clear()
            self._outlines[key] = thinned_path(places(self.theta), _OUTLINE)
        return self._outlines[key]


class _Gone(Chunk):
    """Stands where a chunk has been let go."""

    def __init__(self) -> None:
        pass

    def __getattr__(self, name: str) -> object:
        raise IndexError(f"these rows are no longer kept, nor their {name}")


GONE = _Gone()


def thinned_path(path: Floats, most: int) -> Floats:
    """``path`` (rows, columns) by about ``most`` rows that draw the same: of every stretch its
    first row and its extremes.

    First and last row are kept; a plain stride would show one side only of a path that flips.
    """
    columns = path.shape[1]
    each = 1 + 2 * columns
    if len(path) <= most:
        return path
    stretch = -(-len(path) * each // most)
    count = len(path) // stretch
    blocks = path[: count * stretch].reshape(count, stretch, columns)
    start = np.arange(count) * stretch
    found = [start, *(start + f(blocks[:, :, k], axis=1) for k in range(columns) for f in _ENDS)]
    rows = distinct(np.concatenate([*found, [len(path) - 1]]))
    thinned: Floats = path[rows]
    return thinned


def chunk_rows(parameters: int) -> int:
    """Rows a chunk: 1,024, fewer where the network is so large that a chunk passes 4 MiB."""
    return int(np.clip(_CHUNK_BYTES // ((2 + _SLOTS) * 8 * parameters), 4, ROWS))
