"""Products with the Hessian of a network's loss; the Hessian (P, P) itself is never built."""

import numpy as np

from gd_visualizer.core.activations import ACTIVATIONS
from gd_visualizer.core.arrays import Floats
from gd_visualizer.core.network.fit import Fit

_Layers = list[tuple[Floats, Floats | None]]


class NetworkHessian:
    """``product(v)`` is H v (P,) with the Hessian H of the loss at ``theta`` (P,).

    The chain rule applied to itself, layer by layer. Source: Pearlmutter, Fast Exact
    Multiplication by the Hessian, Neural Computation 6 (1994). What does not depend on
    v is computed once. At kinks the second derivatives are those of the activations and losses.
    """

    def __init__(self, fit: Fit, theta: Floats) -> None:
        self._network, self._points = fit.network, fit.points
        self._penalty = fit.penalty
        kept = fit.trace(theta)
        self._weights = [W for W, _ in self._network.unpack(theta.copy())]
        self._values, self._sum_slopes = kept.values, kept.sum_slopes
        self._bends = list(kept.activation_slopes)
        self._finite = all(bool(np.isfinite(sums).all()) for sums in kept.sums)
        self._turns: list[Floats | None] = []
        with np.errstate(all="ignore"):
            loss = fit.loss
            taken = kept.sums[-1] if loss.of_sums else kept.predicted
            self._loss_curvature = loss.curvature(taken, fit.y)
            node_slopes = list(kept.node_slopes)
            if loss.of_sums:
                node_slopes[-1] = kept.sum_slopes[-1]
                self._bends[-1] = np.ones_like(taken)
            for layer, name in enumerate(loss.taken(self._network.activations)):
                f = ACTIVATIONS[name]
                curvature = f.curvature(kept.sums[layer], kept.values[layer + 1])
                turn = node_slopes[layer] * curvature
                self._turns.append(turn if turn.any() else None)

    def __call__(self, v: Floats) -> Floats:
        """H v (P,), a new array; inf or nan where the numbers overflow, without a warning."""
        moves = self._network.unpack(v)
        if not self._finite:  # a relu or a clipped error would hide it
            return np.full_like(v, np.nan)
        with np.errstate(all="ignore"):
            sums, values = self._forward(moves)
            product = self._backward(moves, sums, values)
            return product if self._penalty is None else product + self._penalty.l2 * v

    def _forward(self, moves: _Layers) -> tuple[list[Floats], list[Floats]]:
        """How fast each layer's sums and values (N, nodes) change as theta moves along v."""
        sums: list[Floats] = []
        values: list[Floats] = []
        for layer, (W, b) in enumerate(moves):
            z = self._values[layer] @ W
            if layer:
                z += values[-1] @ self._weights[layer]
            if b is not None:
                z += b
            sums.append(z)
            values.append(self._bends[layer] * z)
        return sums, values

    def _backward(self, moves: _Layers, sums: list[Floats], values: list[Floats]) -> Floats:
        """How fast the gradient (P,) changes, from how fast the sums and values do."""
        parts: list[Floats] = []
        slope = self._loss_curvature * values[-1]
        for layer in reversed(range(len(moves))):
            there, turn = self._sum_slopes[layer], self._turns[layer]
            change = slope * self._bends[layer]
            if turn is not None:
                change += turn * sums[layer]
            if self._network.biases:
                parts.insert(0, change.sum(axis=0))
            product = self._values[layer].T @ change
            if layer:
                product += values[layer - 1].T @ there
                slope = change @ self._weights[layer].T + there @ moves[layer][0].T
            parts.insert(0, product.ravel())
        return np.concatenate(parts) / self._points
