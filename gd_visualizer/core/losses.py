"""Losses of one output at one point: a value, its slope and its curvature, side by side.

The loss of a network is the mean over the points of the sum over the outputs of these values.
``p`` is predicted, ``t`` actual, arrays of any one shape; error = p − t. Cross-entropy takes the
sum ``z`` of its sigmoid node in place of p: −(t ln p + (1−t) ln(1−p)) is softplus(z) − t z, with
the slope p − t, which neither overflows nor divides 0 by 0 (Goodfellow, Bengio, Courville, Deep
Learning, 6.2.2.2).
"""

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

from gd_visualizer.core.activations import IDENTITY, SIGMOID, Activation, sigmoid
from gd_visualizer.core.arrays import Array


@dataclass(frozen=True, eq=False)
class Loss:
    """A loss: all that the program knows of it.

    ``value(p, t)`` is the loss of each output, ``slope(p, t)`` its derivative with respect to
    ``p``, ``curvature(p, t)`` the derivative of ``slope``: 0 at the kink of the absolute error, and
    at |error| = 1 huber's is the inner one. ``words``: what the screen calls it of one output;
    empty: its name, which no language translates.

    ``written`` and ``slope_written`` are value and slope as the explanation writes them, formulas
    of error, predictions, targets and sums (``descent.explanation.formula`` says in what signs).
    ``code`` and ``slope_code`` are both as NumPy source of the same names; empty: what is written.
    ``torch`` is the value as PyTorch has it, F being torch.nn.functional.

    ``output``: the activation of the output nodes, of a loss that takes the sums of these nodes in
    place of p; targets lie in [0, 1], and its slope at the sums is p − t. ``written_at_sum`` is its
    value where p is so close to 0 or 1 that nothing of it can be printed.
    ``squares``: the loss is so many times error²; 0: it is something else. ``slope_jumps``: the
    slope jumps at error = 0.
    """

    name: str
    value: Callable[[Array, Array], Array]
    slope: Callable[[Array, Array], Array]
    curvature: Callable[[Array, Array], Array]
    written: str
    slope_written: str
    torch: str
    words: str = ""
    code: str = ""
    slope_code: str = ""
    output: Activation | None = None
    written_at_sum: str = ""
    squares: float = 0.0
    slope_jumps: bool = False

    def __post_init__(self) -> None:
        object.__setattr__(self, "words", self.words or self.name)

    @property
    def of_sums(self) -> bool:
        """Whether the loss takes the sums of the output nodes."""
        return self.output is not None

    def taken(self, activations: tuple[str, ...]) -> tuple[str, ...]:
        """The activations up to what the loss takes: with ``of_sums`` the last one is left out."""
        return (*activations[:-1], IDENTITY.name) if self.of_sums else activations


def _size(e: Array) -> Array:
    # |e|, holding for complex e as well.
    return np.where(np.real(e) >= 0, e, -e)


def _huber(p: Array, t: Array) -> Array:
    e = p - t
    small = np.abs(np.real(e)) <= 1
    inside = np.where(small, e, 0)  # keeps the square of a huge error from overflowing
    return np.where(small, 0.5 * inside * inside, _size(e) - 0.5)


def _cross_entropy(z: Array, t: Array) -> Array:
    # softplus(z) − t z with max(z, 0) − t z first, in which nothing small is lost beside z;
    # torch.nn.functional.binary_cross_entropy_with_logits is the same.
    right = np.real(z) >= 0
    return np.where(right, z, 0) - t * z + np.log1p(np.exp(np.where(right, -z, z)))


def _cross_entropy_slope(z: Array, t: Array) -> Array:
    # p − t = (1−t) p − t (1−p), so that it keeps its digits where p is almost t
    right = np.real(z) >= 0
    e = np.exp(np.where(right, -z, z))
    return np.where(right, (1 - t) - t * e, (1 - t) * e - t) / (1 + e)


def _cross_entropy_curvature(z: Array, t: Array) -> Array:
    return np.broadcast_to(sigmoid(z) * sigmoid(-z), np.broadcast(z, t).shape)


MEAN_SQUARED = Loss(
    "mean squared error",
    lambda p, t: (p - t) ** 2,
    lambda p, t: 2 * (p - t),
    lambda p, _t: np.full_like(p, 2.0),
    words="squared error",
    written="error ** 2",
    slope_written="2 · error",
    torch="(predictions - targets) ** 2",
    squares=1.0,
)
HALF_MEAN_SQUARED = Loss(
    "half mean squared error",
    lambda p, t: 0.5 * (p - t) ** 2,
    lambda p, t: p - t,
    lambda p, _t: np.ones_like(p),
    words="½ squared error",
    written="error ** 2 / 2",
    slope_written="error",
    torch="(predictions - targets) ** 2 / 2",
    squares=0.5,
)
MEAN_ABSOLUTE = Loss(
    "mean absolute error",
    lambda p, t: _size(p - t),
    lambda p, t: np.sign(p - t),
    lambda p, _t: np.zeros_like(p),
    words="absolute error",
    written="abs(error)",
    slope_written="error / abs(error) if error else error",
    torch="(predictions - targets).abs()",
    slope_code="np.sign(error)",
    slope_jumps=True,
)
HUBER = Loss(
    "huber",
    _huber,
    lambda p, t: np.clip(p - t, -1, 1),
    lambda p, t: np.where(np.abs(np.real(p - t)) <= 1, 1.0, 0.0),
    words="huber loss",
    written="error ** 2 / 2 if abs(error) <= 1 else abs(error) - 0.5",
    slope_written="error if abs(error) <= 1 else error / abs(error)",
    torch="F.huber_loss(predictions, targets, reduction='none')",
    slope_code="np.clip(error, -1, 1)",
)
CROSS_ENTROPY = Loss(
    "binary cross-entropy",
    _cross_entropy,
    _cross_entropy_slope,
    _cross_entropy_curvature,
    words="cross-entropy",
    written="-(targets * ln(predictions) + (1 - targets) * ln(1 - predictions))",
    written_at_sum="softplus(sums) - targets · sums",
    slope_written="(predictions - targets) / (predictions * (1 - predictions)) if error else error",
    torch="F.binary_cross_entropy_with_logits(sums, targets, reduction='none')",
    code="(1 - targets) * np.logaddexp(0, sums) + targets * np.logaddexp(0, -sums)",
    slope_code="error",  # at the sum: the slope of the sigmoid is multiplied out
    output=SIGMOID,
)

LOSSES = {
    loss.name: loss
    for loss in (MEAN_SQUARED, HALF_MEAN_SQUARED, MEAN_ABSOLUTE, HUBER, CROSS_ENTROPY)
}
