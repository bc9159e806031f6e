"""Whether float32, which draws twice as fast, can tell the pixels of a slice apart."""

from collections.abc import Callable, Iterator, Sequence

import numpy as np

from gd_visualizer.core.arrays import Array, Floats
from gd_visualizer.core.objective.objective import Objective
from gd_visualizer.core.objective.slice import Slice

_LARGE, _SMALL = 1e9, 1e-9
_ALIKE = 1e-4  # of the numbers themselves, that they lie apart at least

Refined = Iterator[Slice | None]


def precise(
    objective: Objective,
    theta: Floats,
    ranges: Sequence[tuple[float, float]],
    refined: Callable[[type], Refined],
) -> Refined:
    """The grids of ``refined(dtype)``: of float32, unless the numbers are too large, too small or
    too much alike for it; then of float64."""
    if not _tame(objective, theta, ranges):
        yield from refined(np.float64)
        return
    for grid in refined(np.float32):
        if grid is not None and _alike(grid.losses):
            yield from refined(np.float64)
            return
        yield grid


def _tame(objective: Objective, theta: Floats, ranges: Sequence[tuple[float, float]]) -> bool:
    sizes = [np.abs(theta).max(), np.abs(ranges).max(), *objective.magnitudes]
    apart = all(high - low > _ALIKE * max(abs(low), abs(high)) for low, high in ranges)
    return apart and all(size == 0 or _SMALL < size < _LARGE for size in sizes)


def _alike(losses: Array) -> bool:
    """Whether they differ so little that float32 would draw its own noise; or none is finite."""
    finite = losses[np.isfinite(losses)]
    if not finite.size:
        return True
    return 0 <= float(np.ptp(finite)) < _ALIKE * float(np.abs(finite).max())
