"""What is minimised need not be a network: a bowl over two numbers, written down directly."""

from collections.abc import Generator, Sequence
from dataclasses import dataclass
from fractions import Fraction

import numpy as np

from gd_visualizer.core.objective.objective import Along, HessianProduct, Measured, Objective
from gd_visualizer.core.objective.plane import Plane
from gd_visualizer.core.objective.slice import Slice

BENDS = np.array([[4.0, 1.0], [1.0, 2.0]])


@dataclass(frozen=True, eq=False)
class _BowlLine:
    bowl: "Bowl"
    theta: np.ndarray
    direction: np.ndarray

    def measure(self, rates: np.ndarray) -> Generator[None, None, Measured]:
        found = [self.bowl.evaluate(self.theta + rate * self.direction) for rate in rates]
        yield
        losses, gradients = (np.array(each) for each in zip(*found, strict=True))
        return losses, gradients @ self.direction


@dataclass(frozen=True, eq=False)
class Bowl(Objective):
    """The mean over ``centres`` (N, 2) of ½(θ − c)ᵀ A (θ − c), with A = ``BENDS``."""

    centres: np.ndarray

    @property
    def names(self) -> tuple[str, ...]:
        return "across", "along"

    @property
    def points(self) -> int:
        return len(self.centres)

    def evaluate(
        self, theta: np.ndarray, rows: np.ndarray | None = None
    ) -> tuple[float, np.ndarray]:
        off = theta - (self.centres if rows is None else self.centres[rows])
        return float((off @ BENDS * off).sum(axis=1).mean() / 2), (off @ BENDS).mean(axis=0)

    def sample(
        self,
        theta: np.ndarray,
        along: Along,
        coordinates: Sequence[np.ndarray],
        dtype: np.dtype,  # noqa: ARG002
    ) -> Generator[None, None, Slice]:
        index = None if isinstance(along, Plane) else [self.index(name) for name in along]
        losses = np.empty([len(c) for c in coordinates])
        for place in np.ndindex(*losses.shape):
            there = np.array([c[i] for c, i in zip(coordinates, place, strict=True)])
            if index is None:
                losses[place] = self.loss_at(along.at(theta, there))
            else:
                moved = theta.copy()
                moved[index] = there
                losses[place] = self.loss_at(moved)
            yield
        axes = along.names if index is None else tuple(along)
        return Slice(axes, tuple(coordinates), losses)

    def line(self, theta: np.ndarray, direction: np.ndarray) -> _BowlLine:
        return _BowlLine(self, theta, direction)

    def hessian(self, theta: np.ndarray) -> HessianProduct:  # noqa: ARG002
        return lambda v: BENDS @ v

    @property
    def quadratic(self) -> bool:
        return True

    def exact_hessian(self) -> list[list[Fraction]]:
        return [[Fraction(entry) for entry in row] for row in BENDS.tolist()]
