"""Slices of the loss, over one or two parameters or directions: coarse to fine, in pieces."""

from collections.abc import Iterator, Sequence

import numpy as np

from gd_visualizer.core.arrays import Floats
from gd_visualizer.core.objective.objective import Along, Objective
from gd_visualizer.core.objective.slice import Slice

SIZES = (21, 101, 201)


def sample(
    objective: Objective, theta: Floats, along: Along, coordinates: Sequence[Floats]
) -> Slice:
    """The loss at each of ``coordinates`` along one or two parameters, the rest of ``theta`` held,
    or along a plane's directions, at ``plane.at(theta, place)``; float64.

    Raises ValueError as ``Objective.sample`` does.
    """
    pieces = objective.sample(theta, along, coordinates, np.dtype(np.float64))
    while True:
        try:
            next(pieces)
        except StopIteration as done:
            sampled: Slice = done.value
            return sampled


def refine(
    objective: Objective,
    theta: Floats,
    along: Along,
    ranges: Sequence[tuple[float, float]],
    sizes: Sequence[int] = SIZES,
    dtype: type = np.float32,
) -> Iterator[Slice | None]:
    """Grids over ``ranges``, ends included, each finer than the last, with ``sizes`` samples.

    Yields after each small piece of work the finest grid that is ready, or None before the first
    is; whoever draws it can stop at any time. float32 is enough for pixels.
    """
    ready: Slice | None = None
    for size in sizes:
        coordinates = [np.linspace(low, high, size) for low, high in ranges]
        pieces = objective.sample(theta, along, coordinates, np.dtype(dtype))
        while True:
            try:
                next(pieces)
            except StopIteration as done:
                ready = done.value
                break
            yield ready
        yield ready
