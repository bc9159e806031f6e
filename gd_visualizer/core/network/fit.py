"""A network, the points that it is to fit, and how the misfit is counted."""

from dataclasses import dataclass

import numpy as np

from gd_visualizer.core.arrays import Floats, frozen
from gd_visualizer.core.losses import Loss
from gd_visualizer.core.network import chain_rule
from gd_visualizer.core.network.network import Network
from gd_visualizer.core.penalty import Penalty


@dataclass(frozen=True, eq=False)
class Fit:
    """The mean over the points of ``loss``, summed over outputs, of ``network`` on ``X``, ``y``,
    and a ``penalty`` on its parameters: one quantity is made small, and it is the loss.

    ``X`` (N, inputs), ``y`` (N, outputs), float64, N ≥ 1. Raises ValueError for other shapes:
    nothing broadcasts, because (N,) − (N, 1) would quietly be (N, N).
    """

    network: Network
    X: Floats
    y: Floats
    loss: Loss
    penalty: Penalty | None = None

    def __post_init__(self) -> None:
        object.__setattr__(self, "X", frozen(self.X))
        object.__setattr__(self, "y", frozen(self.y))
        layers = self.network.layers
        for name, array, width in (("X", self.X, layers[0]), ("y", self.y, layers[-1])):
            if array.ndim != 2 or array.shape[1] != width or not len(array):
                raise ValueError(f"{name}: expected shape (N, {width}), got {array.shape}")
        if len(self.X) != len(self.y):
            raise ValueError(f"X has {len(self.X)} points, y has {len(self.y)}")
        output = self.loss.output
        if output is not None and self.network.functions[-1] is not output:
            raise ValueError(f"{self.loss.name} needs {output.name} in the last layer")

    @property
    def points(self) -> int:
        """N, the number of points."""
        return len(self.X)

    def trace(self, theta: Floats, rows: np.ndarray | None = None) -> chain_rule.Trace:
        """Every intermediate of the chain rule at ``theta``, over all points or ``rows``; the
        penalty, which knows no points, is not in it."""
        X, y = (self.X, self.y) if rows is None else (self.X[rows], self.y[rows])
        with np.errstate(all="ignore"):
            return chain_rule.trace(self.network, theta, X, y, self.loss)

    def finite_at(self, theta: Floats) -> bool:
        """Whether every node's sum is finite: a relu turns −∞ into a 0 that no loss betrays."""
        if abs(theta).max() < 1e50 and abs(self.X).max() < 1e50:
            return True
        return all(bool(np.isfinite(sums).all()) for sums in self.trace(theta).sums)
