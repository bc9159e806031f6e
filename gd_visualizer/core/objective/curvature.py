"""How strongly the loss bends: products with its Hessian, and the Hessian's largest eigenvalue.

The Hessian (P, P) holds the slopes of the slopes. It is never built: a product with one vector
costs about as much as a few gradients, and products are all that is needed.
"""

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from gd_visualizer.core.arrays import Floats, frozen, norm
from gd_visualizer.core.objective.objective import HessianProduct, Objective

TOLERANCE = 1e-6
MOST_PRODUCTS = 1000
_ROUNDING = 1e-13


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
    product = objective.hessian(theta)
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


def curvature_at(
    objective: Objective, theta: Floats, tolerance: float = TOLERANCE, most: int = MOST_PRODUCTS
) -> Curvature:
    """The curvature at ``theta`` (P,), by the power iteration run to its end."""
    *_, last = power_iteration(objective, theta, tolerance, most)
    return last
