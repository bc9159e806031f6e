"""The loss of a network on points as an objective: every question by its fastest way."""

from collections.abc import Generator, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction
from functools import cached_property
from itertools import pairwise

import numpy as np

from gd_visualizer.core.arrays import Array, Floats
from gd_visualizer.core.network import quadratic
from gd_visualizer.core.network.axis_slice import AxisSampler
from gd_visualizer.core.network.fast_path import FastPath
from gd_visualizer.core.network.fit import Fit
from gd_visualizer.core.network.hessian import NetworkHessian
from gd_visualizer.core.network.plane_slice import PlaneSampler
from gd_visualizer.core.network.step_line import StepLine
from gd_visualizer.core.objective.objective import Along, Objective
from gd_visualizer.core.objective.plane import Plane
from gd_visualizer.core.objective.slice import Slice


@dataclass(frozen=True, eq=False)
class NetworkObjective(Fit, Objective):
    """A fit whose loss is minimised. Not for use by two threads at once."""

    @cached_property
    def _fast(self) -> FastPath:
        return FastPath(self.network, self.X, self.y, self.loss)

    @property
    def names(self) -> tuple[str, ...]:
        """``w{layer}_{from}_{to}`` and ``b{layer}_{to}``, in theta's order."""
        return self.network.names

    @property
    def size(self) -> int:
        """P, the number of weights and biases."""
        return self.network.size

    def index(self, name: str) -> int:
        """The place in theta of that weight or bias; KeyError if there is none."""
        return self.network.parameter(name).index

    def evaluate(self, theta: Floats, rows: np.ndarray | None = None) -> tuple[float, Floats]:
        """The loss and its gradient (P,) at ``theta`` (P,), over all points or those of ``rows``.

        The gradient is a new array. Where the numbers overflow, inf or nan, without a warning.
        """
        if theta.shape != (self.network.size,):
            raise ValueError(f"theta: expected shape ({self.network.size},), got {theta.shape}")
        loss, gradient = self._fast.evaluate(theta, rows)
        if self.penalty is not None:
            loss += float(self.penalty.value(theta))
            with np.errstate(all="ignore"):  # ∞ − ∞ too
                gradient += self.penalty.gradient(theta)
        return loss, gradient

    def mean_at(self, theta: Floats) -> float:
        """The loss at ``theta`` (P,) without the penalty: the mean over the points alone."""
        return self._fast.evaluate(theta)[0]

    def sample(
        self, theta: Floats, along: Along, coordinates: Sequence[Floats], dtype: np.dtype
    ) -> Generator[None, None, Slice]:
        """What the parameters do not touch is computed once; see ``axis_slice``, ``plane_slice``.

        Raises ValueError as the protocol says.
        """
        if isinstance(along, Plane):
            return PlaneSampler(self, theta, along, coordinates, dtype).pieces()
        return AxisSampler(self, theta, along, dtype).pieces(coordinates)

    def line(self, theta: Floats, direction: Floats) -> StepLine:
        """The loss along ``theta + rate · direction`` (P,), many rates at once."""
        return StepLine(self, theta, direction)

    def hessian(self, theta: Floats) -> NetworkHessian:
        """Products with the Hessian at ``theta`` (P,), about as costly as a few gradients."""
        return NetworkHessian(self, theta)

    def thinned(self, most: int) -> "NetworkObjective":
        """Over every so-manieth point, ``most`` at most."""
        stride = -(-self.points // most)
        return self if stride == 1 else replace(self, X=self.X[::stride], y=self.y[::stride])

    @property
    def cost(self) -> int:
        """Products and activations, all points together."""
        return sum(a * b + 16 * b for a, b in pairwise(self.network.layers)) * self.points

    @property
    def filters(self) -> Array:
        """For each parameter the node that it feeds."""
        return self.network.filters

    @cached_property
    def magnitudes(self) -> tuple[float, ...]:
        """The largest of ``X`` and of ``y``."""
        return float(np.abs(self.X).max()), float(np.abs(self.y).max())

    @property
    def quadratic(self) -> bool:
        """One layer without an activation, squared errors, and no |w| in a penalty."""
        return quadratic.is_quadratic(self)

    def exact_hessian(self) -> list[list[Fraction]] | None:
        """That of one output, which is the same for each; None unless quadratic and small."""
        return quadratic.exact_hessian(self)

    @cached_property
    def input_sizes(self) -> Floats:
        """The largest absolute value in each column of ``X`` (inputs,)."""
        sizes: Floats = np.abs(self.X).max(axis=0)
        return sizes

    @property
    def biased(self) -> bool:
        """Whether the nodes have biases."""
        return self.network.biases
