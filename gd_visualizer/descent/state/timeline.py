"""The rows of a descent and a cursor, in append-only chunks of columns that descents share.

A row below a published length is never written again. A timeline that goes on from a row that
another one has already gone on from copies the tail chunk alone.
"""

from collections.abc import Hashable, Iterator, Sequence
from typing import NamedTuple

import numpy as np
from msgspec import Struct
from msgspec.structs import replace

from gd_visualizer.core.arrays import Array, Floats
from gd_visualizer.core.optimizers.record import OptimizerState
from gd_visualizer.core.optimizers.registry import OPTIMIZERS
from gd_visualizer.descent.state.chunk import GONE, Chunk, Places, chunk_rows
from gd_visualizer.lesson.lesson import Settings

_WHOLE = 2  # chunks, up to which a path is drawn by all of its rows


class Rows(NamedTuple):
    """Consecutive rows of a run from ``first`` on: theta (rows, P), loss, norm of the gradient,
    settings (rows,)."""

    first: int
    theta: Floats
    loss: Floats
    norm: Floats
    settings: Array


class Timeline(Struct, frozen=True, eq=False):
    """``length`` rows in ``chunks``, of which the one at ``cursor`` is now."""

    chunks: tuple[Chunk, ...]
    length: int
    cursor: int

    @property
    def last(self) -> int:
        """The number of the latest row: how many steps have been recorded."""
        return self.length - 1

    def at(self, row: int) -> "Timeline":
        """The same rows with the cursor at ``row``, or the nearest one there is."""
        return replace(self, cursor=min(max(row, 0), self.last))

    def place(self, row: int) -> tuple[Chunk, int]:
        """The chunk that holds ``row``, and where in it. IndexError for a row that is not."""
        if not 0 <= row < self.length:
            raise IndexError(f"row {row} of {self.length}")
        chunk, at = divmod(row, self._size)
        return self.chunks[chunk], at

    def without_earlier_rows(self) -> "Timeline":
        """The same without the memory of the chunks before the one that holds the row before the
        cursor: the run can go on from it, its rows can no longer be read (IndexError)."""
        gone = max(self.cursor - 1, 0) // self._size
        return replace(self, chunks=(GONE,) * gone + self.chunks[gone:])

    @property
    def readable_from(self) -> int:
        """The first row that has not been let go."""
        return sum(chunk is GONE for chunk in self.chunks) * self._size

    @property
    def _size(self) -> int:
        return len(self.chunks[-1].loss)

    def theta(self, row: int) -> Floats:
        """Theta (P,) at ``row``, read-only."""
        chunk, at = self.place(row)
        return _read_only(chunk.theta[at])

    def gradient(self, row: int) -> Floats:
        """The gradient (P,) over all points at ``row``, read-only."""
        chunk, at = self.place(row)
        return _read_only(chunk.gradient[at])

    def loss(self, row: int) -> float:
        """The loss at ``row``."""
        chunk, at = self.place(row)
        return float(chunk.loss[at])

    def state(self, row: int) -> OptimizerState:
        """The optimizer's state after ``row``, read-only."""
        chunk, at = self.place(row)
        slots = len(OPTIMIZERS[chunk.settings[at].optimizer].slots)
        return OptimizerState(int(chunk.count[at]), _read_only(chunk.slots[at, :slots]))

    def settings(self, row: int) -> Settings:
        """The settings that made ``row``."""
        chunk, at = self.place(row)
        settings: Settings = chunk.settings[at]
        return settings

    def losses(self, start: int = 0) -> Floats:
        """The loss of every row from ``start`` on (rows,)."""
        first, at = divmod(start, self._size)
        parts = [c.loss for c in self.chunks[first:]]
        return np.concatenate(parts)[at : at + self.length - start]

    def gradient_norms(self) -> Floats:
        """The gradient's norm in every row (length,)."""
        return np.concatenate([c.norm for c in self.chunks])[: self.length]

    def stretches(self, start: int = 0) -> Iterator[Rows]:
        """The rows from ``start`` on, chunk by chunk."""
        size = self._size
        for first in range(start - start % size, self.length if start < self.length else 0, size):
            chunk = self.chunks[first // size]
            part = slice(max(start - first, 0), self.length - first)
            columns = (chunk.theta, chunk.loss, chunk.norm, chunk.settings)
            yield Rows(max(start, first), *(column[part] for column in columns))

    def thetas(self, start: int = 0, stop: int | None = None) -> Floats:
        """Theta of the rows from ``start`` up to ``stop`` (rows, P), by default all of them."""
        return self._gathered(slice(None), start, self.length if stop is None else stop)

    def parameters(self, index: Sequence[int], stop: int, start: int = 0) -> Floats:
        """The parameters ``index`` alone, of the rows from ``start`` up to ``stop`` (rows,
        len(index))."""
        return self._gathered(list(index), start, stop)

    def bounds(self, index: Sequence[int], stop: int) -> tuple[Floats, Floats]:
        """Least and largest of the parameters ``index`` in the first ``stop`` rows, (len(index),)
        each."""
        size = self._size
        full, rest = divmod(min(stop, self.length), size)
        lows = [chunk.bounds[0] for chunk in self.chunks[:full]]
        highs = [chunk.bounds[1] for chunk in self.chunks[:full]]
        if rest:
            lows.append(self.chunks[full].theta[:rest].min(axis=0))
            highs.append(self.chunks[full].theta[:rest].max(axis=0))
        return np.min(lows, axis=0)[list(index)], np.max(highs, axis=0)[list(index)]

    def outline(self, key: Hashable, places: Places, stop: int) -> Floats:
        """What ``places`` reads of the first ``stop`` rows (rows, n), by fewer rows that draw the
        same line: of every stretch the extremes; all of the last ones. ``key`` names ``places``.
        """
        size = self._size
        full, rest = divmod(min(stop, self.length), size)
        if full <= _WHOLE:
            return places(self.thetas(0, stop))
        parts = [chunk.outline(key, places) for chunk in self.chunks[:full]]
        if rest:
            parts.append(places(self.chunks[full].theta[:rest]))
        return np.concatenate(parts)

    def _gathered(self, index: slice | list[int], start: int, stop: int) -> Floats:
        stop = min(stop, self.length)
        size, first = self._size, start // self._size
        parts = [
            chunk.theta[max(start - at, 0) : stop - at, index]
            for at, chunk in zip(range(first * size, stop, size), self.chunks[first:], strict=False)
        ]
        return np.concatenate(parts) if parts else self.chunks[0].theta[:0, index].copy()


class Writer:
    """Rows to come after the cursor of ``timeline``: what lay there is cut off in the result."""

    def __init__(self, timeline: Timeline | None, parameters: int) -> None:
        self._rows = chunk_rows(parameters)
        self._parameters = parameters
        self._length = timeline.cursor + 1 if timeline else 0
        kept = -(-self._length // self._rows)
        self._chunks = list(timeline.chunks[:kept]) if timeline else []

    def append(
        self,
        theta: Floats,
        loss: float,
        gradient: Floats,
        norm: float,
        state: OptimizerState,
        settings: Settings,
    ) -> None:
        """Writes the next row, without looking at what it holds."""
        at = self._length % self._rows
        if at == 0:
            self._chunks.append(Chunk(self._parameters, self._rows))
        elif self._chunks[-1].claimed != at:
            self._chunks[-1] = self._chunks[-1].copied(at)
        chunk = self._chunks[-1]
        chunk.claimed = at + 1
        chunk.theta[at] = theta
        chunk.gradient[at] = gradient
        chunk.loss[at] = loss
        chunk.norm[at] = norm
        chunk.count[at] = state.count
        if len(state.slots):
            chunk.slots[at, : len(state.slots)] = state.slots
            chunk.filled = max(chunk.filled, len(state.slots))
        chunk.settings[at] = settings
        self._length += 1

    def timeline(self) -> Timeline:
        """What has been written, with the cursor at its last row."""
        return Timeline(tuple(self._chunks), self._length, self._length - 1)


def _read_only(view: Floats) -> Floats:
    view.flags.writeable = False
    return view
