"""A velocity, and one step ahead of it: Y. Nesterov, A method for solving the convex programming
problem with convergence rate O(1/k²)."""

from gd_visualizer.core.arrays import Floats
from gd_visualizer.core.optimizers.momentum import velocity, velocity_line
from gd_visualizer.core.optimizers.record import (
    Assignment,
    Lines,
    Optimizer,
    OptimizerState,
    Option,
    Options,
)


def nesterov(
    _theta: Floats, g: Floats, state: OptimizerState, rate: float, o: Options
) -> tuple[Floats, OptimizerState]:
    """torch.optim.SGD with nesterov=True: v ← μ v + g; w ← w − η (g + μ v)."""
    v = velocity(g, state, o)
    ahead = g + o["momentum"] * v
    return -rate * ahead, OptimizerState(state.count + 1, v[None])


def _nesterov_lines(o: Options, steps_before: int) -> Lines:
    ahead = "slope + momentum · velocity"
    return (
        velocity_line(o, steps_before),
        Assignment("ahead", ahead, "slope ahead", "d", inserted=True),
        Assignment("weight", "weight - learning_rate · ahead"),
    )


NESTEROV = Optimizer(
    "nesterov",
    source="torch.optim.SGD with nesterov=True",
    torch="SGD(parameters, lr=learning_rate, momentum=momentum, nesterov=momentum > 0)",
    year=1983,
    rule=nesterov,
    lines=_nesterov_lines,
    slots=("velocity",),
    options={"momentum": Option(0.9)},
    direction="slope ahead",
)
