"""What is minimised besides the error: a price on large parameters, which is added to the loss.

l1·Σ|w| + ½·l2·Σw² over the weights, not the biases (Goodfellow, Bengio, Courville, Deep Learning,
7.1), and ½·decay·Σθ² over all parameters, whose slope decay·θ is what the weight_decay of
torch.optim adds to the gradient.
"""

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from gd_visualizer.core.arrays import Array, Floats, frozen


@dataclass(frozen=True, eq=False)
class Penalty:
    """Σ l1·|θ| + ½·l2·θ², with an own ``l1`` and ``l2`` (P,) for each parameter, read-only.

    The slope of |θ| at 0 is 0, as torch has it.
    """

    l1: Floats
    l2: Floats

    def __post_init__(self) -> None:
        object.__setattr__(self, "l1", frozen(self.l1))
        object.__setattr__(self, "l2", frozen(self.l2))
        if self.l1.shape != self.l2.shape or self.l1.ndim != 1:
            raise ValueError(f"l1 and l2: expected one shape, got {self.l1.shape}, {self.l2.shape}")

    @property
    def kinked(self) -> bool:
        """Whether it has a kink at 0, so that it is no parabola."""
        return bool(self.l1.any())

    def prices(self, weights: Array) -> tuple[float, float, float]:
        """l1, l2 and decay as ``penalty_of`` takes them, for ``weights`` (P,) that tell weights
        from biases."""
        of_weights = int(np.argmax(weights))
        decay = float(self.l2[~weights].max(initial=0.0))
        return float(self.l1[of_weights]), float(self.l2[of_weights]) - decay, decay

    def value(self, theta: Floats) -> Floats:
        """The penalty of ``theta`` (…, P): (…); inf where it overflows, without a warning."""
        with np.errstate(over="ignore", under="ignore", invalid="ignore"):
            # the price first: 0 × a square that overflows would be nan
            each: Floats = np.abs(theta) @ self.l1 + (self.l2 * theta * theta).sum(axis=-1) / 2
        return each

    def gradient(self, theta: Floats) -> Floats:
        """Its slopes (…, P) at ``theta`` (…, P): l1·sign(θ) + l2·θ."""
        with np.errstate(over="ignore", under="ignore", invalid="ignore"):
            slopes: Floats = self.l1 * np.sign(theta) + self.l2 * theta
        return slopes

    def along_axes(self, theta: Floats, index: list[int], coordinates: list[Floats]) -> Floats:
        """The penalty over one or two parameters ``index``, the rest of ``theta`` (P,) held:
        (n1,) or (n1, n2)."""
        held = theta.copy()
        held[index] = 0
        total = self.value(held)
        with np.errstate(over="ignore", under="ignore"):
            for place, (k, values) in enumerate(zip(index, coordinates, strict=True)):
                each = self.l1[k] * np.abs(values) + self.l2[k] / 2 * values**2
                total = total + (each if place == len(index) - 1 else each[:, None])
        return total

    def over_plane(
        self, base: Floats, outer: Floats | None, inner: Floats, coordinates: list[Floats]
    ) -> Iterator[Floats]:
        """The penalty at base + a·outer + b·inner (P,): for each a the row over all b."""
        with np.errstate(over="ignore", under="ignore", invalid="ignore"):
            moves = coordinates[-1][:, None] * inner
            for a in coordinates[0] if outer is not None else [0.0]:
                start = base if outer is None else base + a * outer
                yield self.value(start + moves)


def penalty_of(weights: Array, l1: float, l2: float, decay: float) -> Penalty | None:
    """l1·Σ|w| + ½·l2·Σw² over weights + ½·decay·Σθ² over all; None where all three are 0.

    ``weights`` (P,) tells the weights, True, from the biases.
    """
    if not (l1 or l2 or decay):
        return None
    weighs = weights.astype(np.float64)
    return Penalty(l1 * weighs, l2 * weighs + decay)
