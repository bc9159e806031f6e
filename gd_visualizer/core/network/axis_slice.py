"""Slices of a network's loss over one or two parameters, the others held, in pieces.

What the two parameters do not touch is computed once; what only the first one touches, once a
row. Arrays inside are (nodes, samples along the second axis, points).
"""

from collections.abc import Generator, Sequence

import numpy as np

from gd_visualizer.core.arrays import Array, Floats, frozen
from gd_visualizer.core.network.fast_path import in_place
from gd_visualizer.core.network.fit import Fit
from gd_visualizer.core.network.network import Parameter
from gd_visualizer.core.objective.slice import Slice

_MOST_COLUMNS = 1 << 15


class AxisSampler:
    """One grid in the making. The axis in the earlier layer is the outer loop."""

    def __init__(self, fit: Fit, theta: Floats, axes: Sequence[str], dtype: np.dtype) -> None:
        network = fit.network
        if not 1 <= len(axes) <= 2 or len(set(axes)) != len(axes):
            raise ValueError(f"expected one or two different parameters, got {list(axes)}")
        unknown = [name for name in axes if name not in network.names]
        if unknown:
            raise ValueError(f"no parameter {unknown[0]!r} in this network")
        self.axes = tuple(axes)
        parameters = [network.parameter(name) for name in axes]
        self.swapped = len(axes) == 2 and parameters[0].layer > parameters[1].layer
        self.inner = parameters[0 if self.swapped else -1]
        self.outer: Parameter | None = None
        if len(axes) == 2:
            self.outer = parameters[1 if self.swapped else 0]
        self.fit, self.dtype, self.theta = fit, dtype, theta
        held = theta.copy()
        held[[p.index for p in parameters]] = 0
        with np.errstate(over="ignore"):
            self.layers = [
                (W.astype(dtype), np.zeros(W.shape[1], dtype) if b is None else b.astype(dtype))
                for W, b in network.unpack(held)
            ]
        work = sum(W.size + 16 * W.shape[1] for W, _ in self.layers)  # an activation costs more
        self.columns = int(np.clip(3_600_000 // work, 64, _MOST_COLUMNS))

    def _with_penalty(self, losses: Floats, coordinates: Sequence[Floats]) -> Floats:
        penalty = self.fit.penalty
        if penalty is None:
            return losses
        index = [self.fit.network.parameter(name).index for name in self.axes]
        with np.errstate(over="ignore", invalid="ignore"):
            whole: Floats = losses + penalty.along_axes(self.theta, index, list(coordinates))
        return whole

    def pieces(self, coordinates: Sequence[Floats]) -> Generator[None, None, Slice]:
        """Returns the slice; yields after each piece."""
        if len(coordinates) != len(self.axes):
            raise ValueError(f"{len(self.axes)} axes, but coordinates for {len(coordinates)}")
        return self._pieces(coordinates)

    def _pieces(self, coordinates: Sequence[Floats]) -> Generator[None, None, Slice]:
        inner = coordinates[0 if self.swapped else -1]
        outer = coordinates[1 if self.swapped else 0] if self.outer else np.zeros(1)
        total = np.zeros((len(outer), len(inner)))
        n = self.fit.points
        points = min(n, self.columns)
        rows = max(1, self.columns // points)
        for p in range(0, n, points):
            with np.errstate(all="ignore"):
                block = _Block(self, self.fit, slice(p, p + points))
            for i in range(0, len(inner), rows):
                with np.errstate(all="ignore"):
                    block.take_inner(inner[i : i + rows].astype(self.dtype))
                for o, value in enumerate(outer):
                    with np.errstate(all="ignore"):
                        total[o, i : i + rows] += block.losses(self.dtype.type(value))
                    yield
        losses = total / n
        losses = losses.T if self.swapped else losses
        losses = losses if self.outer else losses[0]
        losses = self._with_penalty(losses, coordinates)
        losses.flags.writeable = False
        return Slice(self.axes, tuple(frozen(c) for c in coordinates), losses)


class _Block:
    """Some of the points, with all that the outer parameter does not touch computed once."""

    def __init__(self, sampler: AxisSampler, fit: Fit, points: slice) -> None:
        self.layers, self.dtype = sampler.layers, sampler.dtype
        self.loss = fit.loss
        self.names = self.loss.taken(fit.network.activations)
        self.outer, self.inner = sampler.outer, sampler.inner
        self.t = np.ascontiguousarray(fit.y[points].T, dtype=self.dtype)
        values = np.ascontiguousarray(fit.X[points].T, dtype=self.dtype)
        self.first = (self.outer or self.inner).layer - 1
        for layer in range(self.first):
            values = self._activated(layer, self._sums(layer, values))
        self.below = values
        self.base = self._sums(self.first, values)
        self.apart = (
            self.outer is not None
            and self.outer.layer == self.inner.layer
            and self.outer.target != self.inner.target
        )
        self.buffers: dict[tuple[int, str], Array] = {}

    def take_inner(self, inner: Array) -> None:
        """The samples of the inner parameter for the next calls of ``losses``."""
        self.samples = inner
        self.apart_values = self.apart_sums = None
        if self.apart:  # what the inner node gives does not depend on the outer parameter
            changed = self._inner_values(self.base, self.below)
            self.apart_values = changed
            if self.inner.layer < len(self.layers):
                self.apart_sums = self._leaving(changed)

    def losses(self, value: Array) -> Array:
        """The sum of the points' losses for each inner sample, at this outer value."""
        sums, below = self._outer_applied(value)
        changed = self.apart_values
        if changed is None:
            changed = self._inner_values(sums, below)
        layer, node = self.inner.layer - 1, self.inner.target - 1
        others = self._activated(layer, sums)
        if layer == len(self.layers) - 1:
            fixed = np.delete(self.loss.value(others, self.t), node, axis=0).sum()
            return fixed + self._loss_of(changed[None], self.t[node : node + 1])
        W, b = self.layers[layer + 1]
        W = W.copy()
        W[node] = 0
        others[node] = 0  # its value here may be infinite, and 0 · ∞ is not 0
        z = self._buffer(layer + 1, "sums", changed.shape)
        given = self.apart_sums if self.apart_sums is not None else self._leaving(changed)
        np.add(given, (W.T @ others + b[:, None])[:, None, :], out=z)
        return self._rest(layer + 1, z)

    def _sums(self, layer: int, values: Array) -> Array:
        W, b = self.layers[layer]
        return W.T @ values + b[:, None]

    def _activated(self, layer: int, z: Array) -> Array:
        a = z.copy()
        functions = in_place(self.names[layer], a.shape)
        if functions:
            functions[0](a, np.empty_like(a))
        return a

    def _feed(self, parameter: Parameter, below: Array) -> Array:
        return below[parameter.source - 1] if parameter.source else np.ones_like(below[0])

    def _outer_applied(self, value: Array) -> tuple[Array, Array]:
        """The sums of the inner parameter's layer, and the values below it."""
        if self.outer is None:
            return self.base, self.below
        sums, below = self.base.copy(), self.below
        sums[self.outer.target - 1] += value * self._feed(self.outer, below)
        for layer in range(self.first, self.inner.layer - 1):
            below = self._activated(layer, sums)
            sums = self._sums(layer + 1, below)
        return sums, below

    def _inner_values(self, sums: Array, below: Array) -> Array:
        """The inner parameter's node at each sample (samples, points)."""
        layer, node = self.inner.layer - 1, self.inner.target - 1
        shape = (len(self.samples), sums.shape[1])
        z = self._buffer(layer, "inner", shape, nodes=1)[0]
        np.multiply(self.samples[:, None], self._feed(self.inner, below), out=z)
        z += sums[node]
        functions = in_place(self.names[layer], z.shape)
        if functions:
            functions[0](z, self._buffer(layer, "spare inner", shape, nodes=1)[0])
        return z

    def _leaving(self, changed: Array) -> Array:
        """What the inner node adds to the sums of the next layer (nodes, samples, points)."""
        layer = self.inner.layer
        W = self.layers[layer][0][self.inner.target - 1]
        out = self._buffer(layer, "leaving", changed.shape)
        return np.multiply(W[:, None, None], changed, out=out)

    def _rest(self, layer: int, z: Array) -> Array:
        """The remaining layers, from the sums ``z`` (nodes, samples, points) of ``layer``."""
        while True:
            functions = in_place(self.names[layer], z.shape)
            if functions:
                functions[0](z, self._buffer(layer, "spare", z.shape[1:]))
            layer += 1
            if layer == len(self.layers):
                return self._loss_of(z, self.t)
            W, b = self.layers[layer]
            out = self._buffer(layer, "sums", z.shape[1:])
            np.dot(W.T, z.reshape(len(z), -1), out=out.reshape(len(out), -1))
            out += b[:, None, None]
            z = out

    def _loss_of(self, p: Array, t: Array) -> Array:
        """Sums over outputs and points; ``p`` (outputs, samples, points), ``t`` (…, points)."""
        if self.loss.squares:
            e = np.subtract(p, t[:, None, :], out=self._buffer(-1, "error", p.shape[1:], len(p)))
            squares: Array = np.einsum("osn,osn->s", e, e)
            return squares * self.loss.squares
        return self.loss.value(p, t[:, None, :]).sum(axis=(0, 2))

    def _buffer(
        self, layer: int, use: str, shape: tuple[int, ...], nodes: int | None = None
    ) -> Array:
        nodes = self.layers[layer][0].shape[1] if nodes is None else nodes
        known = self.buffers.get((layer, use))
        if known is None or known.shape != (nodes, *shape):
            known = self.buffers[layer, use] = np.empty((nodes, *shape), self.dtype)
        return known
