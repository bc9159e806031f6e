"""The values of a network's nodes over one or two of its inputs, quickly, for pictures.

Inside, arrays are (nodes, points) as in ``fast_path``; float32, wherever that tells pixels apart.
"""

from collections.abc import Collection, Generator, Mapping
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise

import numpy as np

from gd_visualizer.core.activations import Activation
from gd_visualizer.core.arrays import Array, Floats
from gd_visualizer.core.network.network import Network

_PIECE = 6_000_000  # products and activations of one piece: a millisecond or two
_ACTIVATION = 16  # products that one activation takes as long as
_LARGE, _CANCELLING, _ALIKE = 1e9, 1e4, 1e-4


@dataclass(frozen=True, eq=False)
class InputGrid:
    """The inputs ``axes`` (one or two, from 0) go along ``lines``, of coordinates (n,) each; the
    others stay at ``held`` (inputs,). All as the network is given them."""

    axes: tuple[int, ...]
    lines: tuple[Floats, ...]
    held: Floats

    @property
    def shape(self) -> tuple[int, ...]:
        """How many coordinates each axis has."""
        return tuple(len(line) for line in self.lines)

    @cached_property
    def points(self) -> Floats:
        """Every place of the grid as inputs (points, inputs), the first axis slowest."""
        found = np.repeat(self.held[None], int(np.prod(self.shape)), axis=0)
        every = np.meshgrid(*self.lines, indexing="ij")
        for axis, values in zip(self.axes, every, strict=True):
            found[:, axis] = values.ravel()
        return found


Values = Mapping[int, Array]  # by layer, from 0 for the inputs: (nodes, *grid.shape)


def cost(network: Network) -> int:
    """Products and activations of one place, activations counted as products."""
    return sum(a * b + _ACTIVATION * b for a, b in pairwise(network.layers))


def node_values(
    network: Network, theta: Floats, grid: InputGrid, layers: Collection[int]
) -> Values:
    """The values of all nodes of ``layers`` over ``grid``, at ``theta`` (P,)."""
    work = pieces(network, theta, grid, layers)
    while True:
        try:
            next(work)
        except StopIteration as end:
            found: Values = end.value
            return found


def pieces(
    network: Network, theta: Floats, grid: InputGrid, layers: Collection[int]
) -> Generator[None, None, Values]:
    """The same in pieces of a few milliseconds, however large the network is: a yield after each.

    Where numbers overflow, inf or nan, without a warning.
    """
    kind = np.dtype(np.float32 if _tame(network, theta, grid) else np.float64)
    count, *rest = grid.shape
    across = int(np.prod(rest))
    rows = max(_PIECE // (cost(network) * across), 1)
    nodes = network.layers
    found = {k: np.empty((nodes[k], *grid.shape), kind) for k in sorted(layers)}
    parts = [
        (W.T.astype(kind), None if b is None else b.astype(kind)[:, None])
        for W, b in network.unpack(theta)
    ]
    for start in range(0, count, rows):
        stop = min(start + rows, count)
        with np.errstate(all="ignore"):
            _fill(found, start, stop, _given(grid, start, stop, kind), parts, network.functions)
        yield
    return found


def _given(grid: InputGrid, start: int, stop: int, kind: np.dtype) -> Array:
    """The inputs (inputs, points) of some coordinates of the first axis."""
    shape = (stop - start, *grid.shape[1:])
    made = np.empty((len(grid.held), *shape), kind)
    made[:] = grid.held.reshape(-1, *[1] * len(shape))
    made[grid.axes[0]] = grid.lines[0][start:stop].reshape(-1, *[1] * (len(shape) - 1))
    if len(grid.axes) > 1:
        made[grid.axes[1]] = grid.lines[1]
    return made.reshape(len(grid.held), -1)


def _fill(
    found: dict[int, Array],
    start: int,
    stop: int,
    values: Array,
    parts: list[tuple[Array, Array | None]],
    functions: tuple[Activation, ...],
) -> None:
    """The values of these coordinates of the first axis, layer by layer, as far as asked."""
    for layer in range(max(found) + 1):
        if layer:
            W, b = parts[layer - 1]
            z = W @ values
            if b is not None:
                z += b
            values = _activated(functions[layer - 1], z)
        if layer in found:
            shape = found[layer][:, start:stop].shape
            found[layer][:, start:stop] = values.reshape(shape)


def _activated(function: Activation, z: Array) -> Array:
    if function.in_place is None:
        return function.value(z)
    function.in_place[0](z, np.empty_like(z))
    return z


def _tame(network: Network, theta: Floats, grid: InputGrid) -> bool:
    """Whether float32 draws the same picture: no huge numbers, inputs that lie apart, and no sums
    of large terms that may cancel."""
    sizes = np.abs(grid.held).copy()
    for axis, line in zip(grid.axes, grid.lines, strict=True):
        low, high = float(line.min()), float(line.max())
        sizes[axis] = max(abs(low), abs(high))
        if not high - low > _ALIKE * sizes[axis]:
            return False
    W, _b = network.unpack(theta)[0]
    with np.errstate(all="ignore"):
        terms = float((sizes[:, None] * np.abs(W)).max())
    return float(np.abs(theta).max()) < _LARGE and terms < _CANCELLING
