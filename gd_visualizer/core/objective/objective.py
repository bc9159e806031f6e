"""What is made small: a number, the loss, as a function of a vector ``theta``."""

from collections.abc import Callable, Generator, Sequence
from fractions import Fraction
from typing import Protocol

import numpy as np

from gd_visualizer.core.arrays import Array, Floats
from gd_visualizer.core.batches import batch_rows
from gd_visualizer.core.objective.plane import Plane
from gd_visualizer.core.objective.slice import Slice
from gd_visualizer.core.penalty import Penalty

Along = Sequence[str] | Plane
Measured = tuple[Floats, Floats]
HessianProduct = Callable[[Floats], Floats]


class Line(Protocol):
    """The loss along ``theta + rate · direction``."""

    def measure(self, rates: Floats) -> Generator[None, None, Measured]:
        """Returns the losses (k,) at ``rates`` (k,) and their slopes (k,), the derivatives of the
        loss by the rate; yields after each piece of work.

        A loss is inf or nan where the numbers overflow, on the way to it too; no warnings.
        """
        ...


class Objective(Protocol):
    """What is minimised: ``theta`` (P,) float64 goes in, the loss and its slopes come out.

    Whatever descends, and every picture of the loss, asks this and nothing else; a network on its
    points is one of them. The first part each objective has to say for itself. The rest holds for
    a plain function of a few numbers; one that is a mean over points, has a penalty, or knows a
    faster way says so. ``theta`` of another shape raises ValueError. Numbers that overflow are inf
    or nan, without a warning. An objective is compared with ``is`` and never changes.
    """

    @property
    def names(self) -> tuple[str, ...]:
        """The parameters' names (P,) in theta's order, all different."""
        ...

    def evaluate(self, theta: Floats, rows: np.ndarray | None = None) -> tuple[float, Floats]:
        """The loss and its gradient (P,) at ``theta`` (P,), over all points or those of ``rows``.

        The gradient is a new array.
        """
        ...

    def sample(
        self, theta: Floats, along: Along, coordinates: Sequence[Floats], dtype: np.dtype
    ) -> Generator[None, None, Slice]:
        """Returns the loss at each of ``coordinates`` ((n1,) or (n1,), (n2,)) along one or two
        parameters, by name, the rest of ``theta`` held, or along the directions of a plane, at
        ``plane.at(theta, place)``; yields after each small piece of work.

        Computed in ``dtype``, or better. Raises ValueError at once unless there are coordinates
        for each axis, and the axes are one or two different parameters or a plane of P numbers.
        """
        ...

    def line(self, theta: Floats, direction: Floats) -> Line:
        """The loss along ``theta + rate · direction`` (P,)."""
        ...

    def hessian(self, theta: Floats) -> HessianProduct:
        """``product(v)`` is H v (P,), a new array, with the Hessian H of the loss at ``theta``."""
        ...

    @property
    def size(self) -> int:
        """P, the number of parameters."""
        return len(self.names)

    def index(self, name: str) -> int:
        """The place in theta of the parameter of that name; KeyError if there is none."""
        if name not in self.names:
            raise KeyError(name)
        return self.names.index(name)

    @property
    def points(self) -> int:
        """N, the number of points that the loss is a mean over; 1 where there are none."""
        return 1

    def batch(self, size: int, seed: int, step: int) -> np.ndarray:
        """The rows of data of step ``step`` (from 1), ascending: one of its epoch's batches."""
        return batch_rows(self.points, size, seed, step)

    def thinned(self, most: int) -> "Objective":  # noqa: ARG002
        """The same over every so-manieth point, ``most`` at most: for a first look around."""
        return self

    @property
    def cost(self) -> int:
        """The work of one loss, in products of two numbers; an activation counts as 16."""
        return self.size

    @property
    def penalty(self) -> Penalty | None:
        """The price on large parameters that is part of the loss; None where there is none."""
        return None

    def penalty_at(self, theta: Floats) -> float:
        """The share of the penalty in the loss at ``theta`` (P,)."""
        return 0.0 if self.penalty is None else float(self.penalty.value(theta))

    def loss_at(self, theta: Floats) -> float:
        """The loss at ``theta`` (P,)."""
        return self.evaluate(theta)[0]

    def mean_at(self, theta: Floats) -> float:
        """The loss at ``theta`` (P,) without the penalty."""
        return self.loss_at(theta) - self.penalty_at(theta)

    def finite_at(self, theta: Floats) -> bool:
        """Whether all numbers on the way to the loss at ``theta`` (P,) are finite: a finite loss
        may hide one that is not."""
        return bool(np.isfinite(self.loss_at(theta)))

    @property
    def filters(self) -> Array:
        """For each parameter (P,) the number of its group, from 0: what random directions scale
        together."""
        return np.zeros(self.size, np.intp)

    @property
    def magnitudes(self) -> tuple[float, ...]:
        """The largest absolute values of what is given besides theta, the data; for rounding."""
        return ()

    @property
    def quadratic(self) -> bool:
        """Whether the loss is a parabola along every line, so that it bends everywhere alike."""
        return False

    def exact_hessian(self) -> list[list[Fraction]] | None:
        """A matrix with the Hessian's eigenvalues, of the data as the decimals that they are
        printed as; None where it is not the same everywhere, or large."""
        return None

    @property
    def input_sizes(self) -> Floats:
        """The largest absolute value of each input (inputs,), over all points; () without any."""
        return np.empty(0)

    @property
    def biased(self) -> bool:
        """Whether a constant 1 feeds parameters as the inputs do."""
        return False
