"""Steps by an average of the squares: G. Hinton, Neural Networks for Machine Learning, lecture
6e."""

import numpy as np

from gd_visualizer.core.arrays import Floats
from gd_visualizer.core.optimizers.record import (
    Assignment,
    Lines,
    Optimizer,
    OptimizerState,
    Option,
    Options,
)


def rmsprop(
    _theta: Floats, g: Floats, state: OptimizerState, rate: float, o: Options
) -> tuple[Floats, OptimizerState]:
    """torch.optim.RMSprop: s ← α s + (1−α) g²; v ← μ v + g/(√s + ε); w ← w − η v."""
    s = o["alpha"] * state.slots[0] + (1 - o["alpha"]) * (g * g)
    v = o["momentum"] * state.slots[1] + g / (np.sqrt(s) + o["epsilon"])
    return -rate * v, OptimizerState(state.count + 1, np.stack((s, v)))


def _rmsprop_lines(o: Options, _steps_before: int) -> Lines:
    average = "alpha · squares + (1 - alpha) · slope ** 2"
    squares = Assignment("squares", average, "average of squares", "s")
    scaled = "slope / (sqrt(squares) + epsilon)"
    if not o["momentum"]:
        return squares, Assignment("weight", f"weight - learning_rate · {scaled}")
    return (
        squares,
        Assignment("velocity", f"momentum · velocity + {scaled}", "velocity", "v"),
        Assignment("weight", "weight - learning_rate · velocity"),
    )


RMSPROP = Optimizer(
    "rmsprop",
    source="torch.optim.RMSprop",
    torch=("RMSprop(parameters, lr=learning_rate, alpha=alpha, eps=epsilon, momentum=momentum)"),
    year=2012,
    rule=rmsprop,
    lines=_rmsprop_lines,
    slots=("squares", "velocity"),
    options={
        "alpha": Option(0.99),
        "epsilon": Option(1e-8),
        "momentum": Option(0.0, silent=True),
    },
    direction="slope ÷ its usual size",
)
