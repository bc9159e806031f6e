"""The loss along one step's line, theta + rate · direction.

Every optimizer's update is linear in the rate: update(rate) = rate · update(1). So one direction
serves all rates.
"""

import numpy as np

from gd_visualizer.core.arrays import Floats
from gd_visualizer.core.objective.objective import Measured, Objective
from gd_visualizer.core.optimizers.record import Optimizer, OptimizerState, Options
from gd_visualizer.core.optimizers.registry import OPTIMIZERS


def unit_step(
    optimizer: str | Optimizer,
    theta: Floats,
    gradient: Floats,
    state: OptimizerState,
    options: Options,
) -> Floats:
    """The direction (P,) of the next step: its update at rate 1.

    nan where what the optimizer would remember is not finite: no step is taken then.
    """
    rule = (OPTIMIZERS[optimizer] if isinstance(optimizer, str) else optimizer).rule
    with np.errstate(all="ignore"):
        direction, after = rule(theta, gradient, state, 1.0, options)
    return direction if np.isfinite(after.slots).all() else np.full_like(theta, np.nan)


def along(objective: Objective, theta: Floats, direction: Floats, rates: Floats) -> Measured:
    """Losses (k,) at ``theta + rate · direction`` (P,) for each of ``rates`` (k,), and slopes.

    The slopes (k,) are the derivative of the loss by the rate. A loss is inf or nan where the
    numbers overflow, a node's sum among them; no warnings.
    """
    pieces = objective.line(theta, direction).measure(rates)
    while True:
        try:
            next(pieces)
        except StopIteration as done:
            measured: Measured = done.value
            return measured
