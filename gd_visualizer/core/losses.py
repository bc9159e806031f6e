"""Losses of one output at one point: a value, its slope and its curvature, side by side.

The loss of a network is the mean over the points of the sum over the outputs of these values.
``p`` is predicted, ``t`` actual, arrays of any one shape; error = p − t.
"""

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

from gd_visualizer.core.arrays import Array


@dataclass(frozen=True, eq=False)
class Loss:
    """A loss.

    ``value(p, t)`` is the loss of each output, ``slope(p, t)`` its derivative with respect to
    ``p``, ``curvature(p, t)`` the derivative of ``slope``: 0 at the kink of the absolute error, and
    at |error| = 1 huber's is the inner one. ``probability`` says that predictions lie in (0, 1) and
    targets in [0, 1].
    """

    name: str
    value: Callable[[Array, Array], Array]
    slope: Callable[[Array, Array], Array]
    curvature: Callable[[Array, Array], Array]
    probability: bool = False


def _size(e: Array) -> Array:
    # |e|, holding for complex e as well.
    return np.where(np.real(e) >= 0, e, -e)


def _huber(p: Array, t: Array) -> Array:
    e = p - t
    small = np.abs(np.real(e)) <= 1
    inside = np.where(small, e, 0)  # keeps the square of a huge error from overflowing
    return np.where(small, 0.5 * inside * inside, _size(e) - 0.5)


def _at_least(values: Array, low: float) -> Array:
    return np.where(np.real(values) < low, low, values)  # nan stays nan


def _cross_entropy(p: Array, t: Array) -> Array:
    # torch.nn.BCELoss: "Our solution is that BCELoss clamps its log function outputs to be
    # greater than or equal to -100."
    with np.errstate(divide="ignore"):
        hit, miss = _at_least(np.log(p), -100), _at_least(np.log1p(-p), -100)
    return -(t * hit + (1 - t) * miss)


def _cross_entropy_slope(p: Array, t: Array) -> Array:
    # torch's backward divides by max(p(1−p), 1e-12), which stays finite at 0 and 1.
    return (p - t) / np.maximum(p * (1 - p), 1e-12)


def _cross_entropy_curvature(p: Array, t: Array) -> Array:
    # The derivative of that slope, t/p² + (1−t)/(1−p)², and 1/1e-12 where its divisor is held.
    divisor = p * (1 - p)
    held = np.maximum(divisor, 1e-12)
    return np.where(divisor <= 1e-12, 1e12, (t * (1 - p) ** 2 + (1 - t) * p**2) / held**2)


MEAN_SQUARED = Loss(
    "mean squared error",
    lambda p, t: (p - t) ** 2,
    lambda p, t: 2 * (p - t),
    lambda p, _t: np.full_like(p, 2.0),
)
HALF_MEAN_SQUARED = Loss(
    "half mean squared error",
    lambda p, t: 0.5 * (p - t) ** 2,
    lambda p, t: p - t,
    lambda p, _t: np.ones_like(p),
)
MEAN_ABSOLUTE = Loss(
    "mean absolute error",
    lambda p, t: _size(p - t),
    lambda p, t: np.sign(p - t),
    lambda p, _t: np.zeros_like(p),
)
HUBER = Loss(
    "huber",
    _huber,
    lambda p, t: np.clip(p - t, -1, 1),
    lambda p, t: np.where(np.abs(np.real(p - t)) <= 1, 1.0, 0.0),
)
CROSS_ENTROPY = Loss(
    "binary cross-entropy",
    _cross_entropy,
    _cross_entropy_slope,
    _cross_entropy_curvature,
    probability=True,
)

LOSSES = {
    loss.name: loss
    for loss in (MEAN_SQUARED, HALF_MEAN_SQUARED, MEAN_ABSOLUTE, HUBER, CROSS_ENTROPY)
}
