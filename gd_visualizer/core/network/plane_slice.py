"""Slices of a network's loss over one or two directions: ``axis_slice`` for planes.

Every weight is linear in the coordinates, W = W₀ + aWᵤ + bWᵥ. Arrays inside are (nodes, samples of
the last coordinate, points), and a last row of ones carries the biases, as in ``fast_path``.
"""

from collections.abc import Generator, Iterator, Sequence

import numpy as np

from gd_visualizer.core.arrays import Array, Floats, frozen
from gd_visualizer.core.network.fast_path import in_place
from gd_visualizer.core.network.fit import Fit
from gd_visualizer.core.network.network import Network
from gd_visualizer.core.objective.plane import Plane
from gd_visualizer.core.objective.slice import Slice

_MOST_COLUMNS = 1 << 14


def _matrices(network: Network, vector: Floats) -> list[Floats]:
    """``vector`` (P,) as one matrix (from, to) a layer, the biases its last row."""
    parts = []
    for W, b in network.unpack(vector):
        parts.append(W if b is None else np.vstack([W, b]))
    return parts


class PlaneSampler:
    """One grid in the making. The first of two coordinates is the outer loop."""

    def __init__(
        self,
        fit: Fit,
        theta: Floats,
        plane: Plane,
        coordinates: Sequence[Floats],
        dtype: np.dtype,
    ) -> None:
        network = fit.network
        if len(coordinates) != len(plane.names):
            raise ValueError(f"{len(plane.names)} axes, but coordinates for {len(coordinates)}")
        if plane.origin.shape != (network.size,):
            expected = (network.size,)
            raise ValueError(f"plane: expected origin {expected}, got {plane.origin.shape}")
        self.fit, self.dtype = fit, dtype
        self.theta, self.plane, self.axes = theta, plane, plane.names
        self.coordinates = tuple(frozen(c) for c in coordinates)
        self.base = _matrices(network, plane.at(theta, np.zeros(len(plane.names))))
        self.inner = _matrices(network, plane.basis[-1])
        self.outer = _matrices(network, plane.basis[0]) if len(plane.names) == 2 else None
        # both products of a layer count; an activation or a loss costs more than a product
        work = sum(2 * W.size + 24 * W.shape[1] for W in self.base) + 24 * network.layers[-1]
        self.columns = int(np.clip(3_600_000 // work, 64, _MOST_COLUMNS))

    def pieces(self) -> Generator[None, None, Slice]:
        """Returns the slice; yields after each piece."""
        inner = self.coordinates[-1]
        outer = self.coordinates[0] if self.outer else np.zeros(1)
        total = np.zeros((len(outer), len(inner)))
        n = self.fit.points
        points = min(n, self.columns)
        rows = max(1, self.columns // points)
        for p in range(0, n, points):
            for i in range(0, len(inner), rows):
                with np.errstate(all="ignore"):
                    block = _Block(self, slice(p, p + points), inner[i : i + rows])
                for o, value in enumerate(outer.tolist()):  # a NumPy float64 would widen float32
                    with np.errstate(all="ignore"):
                        total[o, i : i + rows] += block.losses(value)
                    yield
        total /= n
        yield from self._penalty_rows(total)
        losses = total if self.outer else total[0]
        losses.flags.writeable = False
        return Slice(self.axes, self.coordinates, losses)

    def _penalty_rows(self, losses: Floats) -> Iterator[None]:
        """Adds the penalty row by row; yields after each."""
        penalty = self.fit.penalty
        if penalty is None:
            return
        origin = self.plane.at(self.theta, np.zeros(len(self.axes)))
        outer = self.plane.basis[0] if self.outer else None
        rows = penalty.over_plane(origin, outer, self.plane.basis[-1], list(self.coordinates))
        for place, values in enumerate(rows):
            with np.errstate(over="ignore", invalid="ignore"):
                losses[place] += values
            yield

    def matrix(self, layer: int, value: float) -> Array:
        """W₀ + aWᵤ (from, to) of a layer, rounded once only."""
        W = self.base[layer]
        return (W + value * self.outer[layer] if self.outer else W).astype(self.dtype)


class _Block:
    """Some of the points and some samples of the inner coordinate, with buffers made once.

    The sums of layer 1 are linear in both coordinates: what either adds is computed here.
    """

    def __init__(self, grid: PlaneSampler, points: slice, inner: Floats) -> None:
        network, dtype = grid.fit.network, grid.dtype
        self.grid, self.loss = grid, grid.fit.loss
        self.names = self.loss.taken(network.activations)
        self.t = np.ascontiguousarray(grid.fit.y[points].T, dtype=dtype)[:, None, :]
        X = grid.fit.X[points].T.astype(dtype)
        if network.biases:
            X = np.vstack([X, np.ones_like(X[:1])])
        self.samples = inner.astype(dtype)[:, None]
        self.base = grid.base[0].T.astype(dtype) @ X
        self.along = grid.outer[0].T.astype(dtype) @ X if grid.outer else None
        self.spread = self.samples * (grid.inner[0].T.astype(dtype) @ X)[:, None, :]
        self.inner = [W.T.astype(dtype) if W.any() else None for W in grid.inner]
        shape = self.spread.shape[1:]
        below = [m + network.biases for m in network.layers[1:-1]]
        self.values = [np.ones((m, *shape), dtype) for m in (*below, network.layers[-1])]
        self.spare = np.empty((max(network.layers[1:]), *shape), dtype)

    def losses(self, value: float) -> Array:
        """The sum of the points' losses for each inner sample, at this outer value."""
        sums = self.base
        if self.along is not None:
            sums = sums + value * self.along
        z = self.values[0][: len(sums)]
        np.add(self.spread, sums[:, None, :], out=z)
        self._activate(0, z)
        for layer in range(1, len(self.values)):
            z = self._sums(layer, value)
            self._activate(layer, z)
        return self._loss_of(z)

    def _sums(self, layer: int, value: float) -> Array:
        """(W₀ + aWᵤ)ᵀA + b∘WᵥᵀA (nodes, samples, points), two products for all samples."""
        W, Wv = self.grid.matrix(layer, value).T, self.inner[layer]
        below = self.values[layer - 1].reshape(W.shape[1], -1)
        z = self.values[layer][: len(W)]
        np.dot(W, below, out=z.reshape(len(W), -1))
        if Wv is not None:
            bent = self.spare[: len(W)]
            np.dot(Wv, below, out=bent.reshape(len(W), -1))
            bent *= self.samples
            z += bent
        return z

    def _activate(self, layer: int, z: Array) -> None:
        functions = in_place(self.names[layer], z.shape)
        if functions:
            functions[0](z, self.spare[: len(z)])

    def _loss_of(self, p: Array) -> Array:
        """Sums over outputs and points, of ``p`` (outputs, samples, points)."""
        if self.loss.squares:
            e = np.subtract(p, self.t, out=p)
            squares: Array = np.einsum("osn,osn->s", e, e)
            return squares * self.loss.squares
        return self.loss.value(p, self.t).sum(axis=(0, 2))
