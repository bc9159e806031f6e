"""How strongly the loss bends: products with its Hessian, and the Hessian's largest eigenvalue.

The Hessian (P, P) holds the slopes of the slopes. It is never built: a product with one vector
costs about as much as a few gradients, and products are all that is needed.
"""

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from gd_visualizer.core.activations import ACTIVATIONS
from gd_visualizer.core.arrays import Floats, frozen, norm
from gd_visualizer.core.objective.objective import Objective

TOLERANCE = 1e-6
MOST_PRODUCTS = 1000
_ROUNDING = 1e-13
_Layers = list[tuple[Floats, Floats | None]]


class HessianProduct:
    """``product(v)`` is H v (P,) with the Hessian H of the objective's loss at ``theta`` (P,).

    The chain rule applied to itself, layer by layer. Source: Pearlmutter, Fast Exact
    Multiplication by the Hessian, Neural Computation 6 (1994). What does not depend on
    v is computed once. At kinks the second derivatives are those of the activations and losses.
    """

    def __init__(self, objective: Objective, theta: Floats) -> None:
        self._network, self._points = objective.network, objective.points
        self._penalty = objective.penalty
        kept = objective.trace(theta)
        self._weights = [W for W, _ in self._network.unpack(theta.copy())]
        self._values, self._sum_slopes = kept.values, kept.sum_slopes
        self._bends = list(kept.activation_slopes)
        self._finite = all(bool(np.isfinite(sums).all()) for sums in kept.sums)
        self._turns: list[Floats | None] = []
        with np.errstate(all="ignore"):
            loss = objective.loss
            taken = kept.sums[-1] if loss.of_sums else kept.predicted
            self._loss_curvature = loss.curvature(taken, objective.y)
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


def hessian_vector(objective: Objective, theta: Floats, v: Floats) -> Floats:
    """The Hessian of the objective's loss at ``theta`` (P,) times ``v`` (P,): (P,), exact."""
    return HessianProduct(objective, theta)(v)


@dataclass(frozen=True, eq=False)
class Curvature:
    """The most the loss bends upward at one place.

    ``largest`` is the algebraically largest eigenvalue λ of the Hessian and ``direction`` (P,),
    of length 1 and read-only, its eigenvector. Until it is ``settled``, ``largest`` is an estimate
    from below; nan if the numbers overflow.
    """

    largest: float
    direction: Floats
    settled: bool

    @property
    def critical_rate(self) -> float | None:
        """2/λ: gradient descent with a larger learning rate grows along ``direction``.

        Exact for a quadratic bowl, elsewhere a local estimate; None where nothing bends upward.
        Source: LeCun, Bottou, Orr, Müller, Efficient BackProp (1998), section 5.1: 2/λ_max.
        """
        return 2 / self.largest if self.largest > 0 else None


def power_iteration(
    objective: Objective,
    theta: Floats,
    tolerance: float = TOLERANCE,
    most: int = MOST_PRODUCTS,
) -> Iterator[Curvature]:
    """Estimates of the curvature at ``theta`` (P,), one after each product with the Hessian.

    They rise. The last is settled once ‖Hv − λv‖ ≤ tolerance · |λ|, unless ``most`` products did
    not suffice or the numbers overflow. The start is always the same.
    """
    product = HessianProduct(objective, theta)
    start = np.random.default_rng(0).standard_normal(theta.size)
    basis = (start / norm(start))[None]
    images = product(basis[0])[None]
    whole = 0.0  # the norm of the Hessian, as far as it has shown itself
    for _ in range(most):
        value, rest, size = _residual(basis[0], images[0])
        whole = max(whole, float(np.hypot(value, size)))
        if not np.isfinite(value + size):
            yield Curvature(np.nan, frozen(basis[0]), settled=False)
            return
        # The floor is for an eigenvalue of 0, of which nothing can be a small part.
        settled = size <= max(tolerance * abs(value), tolerance**2 * whole, _ROUNDING * whole)
        value = 0.0 if abs(value) <= _ROUNDING * whole else value
        yield Curvature(value, frozen(basis[0]), settled)
        if settled:
            return
        basis, images = _step(product, basis, images, rest)


def _residual(v: Floats, image: Floats) -> tuple[float, Floats, float]:
    """λ = v·Hv, which is best for v, then Hv − λv (P,) and its length."""
    with np.errstate(all="ignore"):
        value = v @ image
        rest = image - value * v
        return float(value), rest, norm(rest)


def _step(
    product: HessianProduct, basis: Floats, images: Floats, rest: Floats
) -> tuple[Floats, Floats]:
    """The next v and the way to it, as rows (2, P), and their images under H; one product.

    A step of the power iteration goes from v to Hv, or with a shift to Hv + cv. Which of the two
    ends of the spectrum it finds depends on c. So v becomes the best of all that v, Hv and the
    last way span, by v·Hv: at least as good as with the best of all shifts, and v·Hv only rises.
    Source: Knyazev, Toward the Optimal Preconditioned Eigensolver, SIAM J. Sci. Comput. 23 (2001).
    """
    with np.errstate(all="ignore"):
        rest = rest / norm(rest)
        rest -= (basis @ rest) @ basis
        rest /= norm(rest)
        basis, images = np.vstack([basis, rest]), np.vstack([images, product(rest)])
        small = basis @ images.T
    if not np.isfinite(small).all():
        return basis, np.full_like(images, np.nan)
    best = np.linalg.eigh((small + small.T) / 2)[1][:, -1]
    aside = norm(best[1:])
    way = np.r_[aside, -best[0] / aside * best[1:]] if aside else np.eye(len(best))[1]
    both = np.stack([best, way])
    return both @ basis, both @ images


def curvature_at(objective: Objective, theta: Floats) -> Curvature:
    """The curvature at ``theta`` (P,), by the power iteration run to its end."""
    *_, last = power_iteration(objective, theta)
    return last
