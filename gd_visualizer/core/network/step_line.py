"""A network's loss along one step's line, theta + rate · direction, for many rates at once.

The first layer's sums are z = z₀ + rate · z′ with z₀ and z′ computed once.
From there on two things go forward together, values and their derivatives by the rate (forward
mode; Griewank, Walther, Evaluating Derivatives, section 3.1), with V the direction's weights:

    W(rate) = W + rate · V;  z = a W(rate);  dz = da W(rate) + a V;  da = f′(z) · dz

and at the end dloss = Σ slope of the loss · da. Arrays inside are (rates, nodes, points).
"""

from collections.abc import Generator

import numpy as np

from gd_visualizer.core.arrays import Array, Floats
from gd_visualizer.core.network.fast_path import in_place
from gd_visualizer.core.network.fit import Fit

BLOCK_VALUES = 1 << 15
_LARGE = 1e50  # as in Fit.sums_finite: below it no sum overflows unseen

Measured = tuple[Floats, Floats]


class StepLine:
    """Losses and slopes along ``theta + rate · direction`` (P,), in pieces."""

    def __init__(self, fit: Fit, theta: Floats, direction: Floats) -> None:
        network = fit.network
        self._fit, self._ends_at = fit, (theta, direction)
        self._names = fit.loss.taken(network.activations)
        starts, leans = network.unpack(theta), network.unpack(direction)
        self._layers = [
            (W.T, V.T, *(np.zeros((W.shape[1], 1)) if v is None else v[:, None] for v in (b, c)))
            for (W, b), (V, c) in zip(starts, leans, strict=True)
        ]
        self._reach = abs(theta).max(), abs(direction).max(), abs(fit.X).max()
        self._buffers: dict[tuple[int, str], Array] = {}
        self._columns = max(64, BLOCK_VALUES // max(network.layers[1:]))

    def measure(self, rates: Floats) -> Generator[None, None, Measured]:
        """Returns losses and slopes (k,) at ``rates`` (k,); yields after each piece of work."""
        n = self._fit.points
        losses, slopes = np.zeros(len(rates)), np.zeros(len(rates))
        points = min(n, self._columns)
        rows = max(1, self._columns // points)
        for p in range(0, n, points):
            piece = slice(p, p + points)
            first, targets = self._first_sums(piece), self._fit.y[piece].T
            for r in range(0, len(rates), rows):
                loss, slope = self._block(rates[r : r + rows], *first, targets)
                losses[r : r + rows] += loss
                slopes[r : r + rows] += slope
                yield
        return self._with_penalty(rates, losses / n, slopes / n)

    def _with_penalty(self, rates: Floats, losses: Floats, slopes: Floats) -> Measured:
        penalty, (theta, direction) = self._fit.penalty, self._ends_at
        if penalty is None:
            return losses, slopes
        with np.errstate(all="ignore"):
            thetas = theta + rates[:, None] * direction
            return losses + penalty.value(thetas), slopes + penalty.gradient(thetas) @ direction

    def _first_sums(self, piece: slice) -> tuple[Floats, Floats]:
        """z₀ and z′ (nodes, points)."""
        X = self._fit.X[piece].T
        W, V, b, c = self._layers[0]
        with np.errstate(all="ignore"):
            return W @ X + b, V @ X + c

    def _block(self, rates: Floats, z0: Floats, lean: Floats, targets: Floats) -> Measured:
        """Sums of losses and slopes over some points (k,)."""
        rate, shape = rates[:, None, None], (len(rates), *z0.shape)
        unseen = np.zeros(len(rates), bool)
        check = self._may_overflow(rates)
        with np.errstate(all="ignore"):
            z, dz = np.multiply(rate, lean, out=self._buffer(0, "sums", shape)), lean
            z += z0
            for layer, name in enumerate(self._names):
                if layer:
                    z, dz = self._next_sums(layer, rate, z, dz)
                if check:
                    unseen |= ~np.isfinite(z).all(axis=(1, 2))
                dz = _activate(name, z, dz, self._buffer(layer, "spare", z.shape))
            loss, slope = self._ends(z, np.broadcast_to(dz, z.shape), targets)
        loss[unseen] = np.inf
        return loss, slope

    def _next_sums(self, layer: int, rate: Floats, a: Floats, da: Floats) -> tuple[Floats, Floats]:
        W, V, b, c = self._layers[layer]
        shape = (len(a), len(W), a.shape[2])
        moved = W + rate * V
        z = np.matmul(moved, a, out=self._buffer(layer, "sums", shape))
        z += b + rate * c
        dz = np.matmul(moved, da, out=self._buffer(layer, "slopes", shape))
        dz += np.matmul(V, a, out=self._buffer(layer, "spare", shape))
        dz += c
        return z, dz

    def _buffer(self, layer: int, use: str, shape: tuple[int, ...]) -> Array:
        """Room for an array, kept for the next block: fresh pages cost more than the numbers."""
        known = self._buffers.get((layer, use))
        if known is None or known.shape[1:] != shape[1:] or len(known) < shape[0]:
            known = self._buffers[layer, use] = np.empty(shape)
        return known[: shape[0]]

    def _ends(self, p: Floats, dp: Floats, t: Floats) -> Measured:
        loss = self._fit.loss
        if loss.squares:
            p -= t
            values, leans = np.einsum("kon,kon->k", p, p), np.einsum("kon,kon->k", p, dp)
            return loss.squares * values, 2 * loss.squares * leans
        slopes = np.einsum("kon,kon->k", loss.slope(p, t), dp)
        return loss.value(p, t).sum(axis=(1, 2)), slopes

    def _may_overflow(self, rates: Floats) -> bool:
        theta, direction, inputs = self._reach
        with np.errstate(all="ignore"):
            return not (theta + abs(rates).max() * direction < _LARGE and inputs < _LARGE)


def _activate(name: str, z: Array, dz: Array, spare: Array) -> Array:
    """``z`` becomes a, in place; returns da, in ``spare``."""
    functions = in_place(name, z.shape)
    if functions is None:
        return dz
    functions[0](z, spare)
    functions[1](z, spare)
    spare *= dz
    return spare
