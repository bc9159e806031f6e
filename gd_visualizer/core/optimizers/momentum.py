"""A velocity that each gradient pushes: B. Polyak, Some methods of speeding up the convergence of
iteration methods."""

from gd_visualizer.core.arrays import Floats
from gd_visualizer.core.optimizers.record import (
    Assignment,
    Lines,
    Optimizer,
    OptimizerState,
    Option,
    Options,
)


def velocity(g: Floats, state: OptimizerState, o: Options) -> Floats:
    """v (P,) after a step: torch starts with v = g; the dampening counts from the second step on,
    and not at all where there is no momentum."""
    if state.count == 0 or o["momentum"] == 0:
        return g
    keep = 1 - o.get("dampening", 0.0)
    v: Floats = o["momentum"] * state.slots[0] + keep * g
    return v


def velocity_line(o: Options, steps_before: int) -> Assignment:
    """The same as it is written."""
    formula = "momentum · velocity + slope"
    if steps_before == 0 or o["momentum"] == 0:
        formula = "slope"
    elif o.get("dampening"):
        formula = "momentum · velocity + (1 - dampening) * slope"
    return Assignment("velocity", formula, "velocity", "v")


def momentum(
    _theta: Floats, g: Floats, state: OptimizerState, rate: float, o: Options
) -> tuple[Floats, OptimizerState]:
    """torch.optim.SGD with momentum μ and dampening τ: v ← μ v + (1−τ) g; w ← w − η v."""
    v = velocity(g, state, o)
    return -rate * v, OptimizerState(state.count + 1, v[None])


def _momentum_lines(o: Options, steps_before: int) -> Lines:
    return (
        velocity_line(o, steps_before),
        Assignment("weight", "weight - learning_rate · velocity"),
    )


MOMENTUM = Optimizer(
    "momentum",
    source="torch.optim.SGD with momentum μ and dampening τ",
    torch="SGD(parameters, lr=learning_rate, momentum=momentum, dampening=dampening)",
    year=1964,
    rule=momentum,
    lines=_momentum_lines,
    slots=("velocity",),
    options={"momentum": Option(0.9), "dampening": Option(0.0, silent=True)},
    direction="velocity",
)
