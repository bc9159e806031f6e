"""Steps that shrink with the sum of the squares: J. Duchi, E. Hazan, Y. Singer, Adaptive
Subgradient Methods for Online Learning and Stochastic Optimization."""

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


def adagrad(
    _theta: Floats, g: Floats, state: OptimizerState, rate: float, o: Options
) -> tuple[Floats, OptimizerState]:
    """torch.optim.Adagrad: s ← s + g²; w ← w − η/(1 + (t−1) decay) · g/(√s + ε)."""
    s = state.slots[0] + g * g
    rate = rate / (1 + state.count * o["learning_rate_decay"])
    return -rate * g / (np.sqrt(s) + o["epsilon"]), OptimizerState(state.count + 1, s[None])


def _adagrad_lines(o: Options, steps_before: int) -> Lines:
    rate = Assignment(
        "learning_rate",
        "learning_rate / (1 + steps_before · learning_rate_decay)",
        "learning rate of this step",
        "rate",
        inserted=True,
    )
    return (
        Assignment("squares", "squares + slope ** 2", "sum of squares", "s"),
        *([rate] if o["learning_rate_decay"] and steps_before else []),
        Assignment("weight", "weight - learning_rate · slope / (sqrt(squares) + epsilon)"),
    )


ADAGRAD = Optimizer(
    "adagrad",
    source="torch.optim.Adagrad",
    torch=(
        "Adagrad(parameters, lr=learning_rate, lr_decay=learning_rate_decay, "
        "initial_accumulator_value=initial_accumulator_value, eps=epsilon)"
    ),
    year=2011,
    rule=adagrad,
    lines=_adagrad_lines,
    slots=("squares",),
    options={
        "learning_rate_decay": Option(0.0, silent=True),
        "initial_accumulator_value": Option(0.0),
        "epsilon": Option(1e-10),
    },
    direction="slope ÷ its usual size",
    fill="initial_accumulator_value",
)
