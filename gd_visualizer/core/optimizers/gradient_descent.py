"""The gradient times the learning rate and nothing else: A.-L. Cauchy, Méthode générale pour la
résolution des systèmes d'équations simultanées."""

from gd_visualizer.core.arrays import Floats
from gd_visualizer.core.optimizers.record import (
    Assignment,
    Lines,
    Optimizer,
    OptimizerState,
    Options,
)


def gradient_descent(
    _theta: Floats, g: Floats, state: OptimizerState, rate: float, _o: Options
) -> tuple[Floats, OptimizerState]:
    """torch.optim.SGD: w ← w − η g."""
    return -rate * g, OptimizerState(state.count + 1, state.slots)


def _gradient_descent_lines(_o: Options, _steps_before: int) -> Lines:
    return (Assignment("weight", "weight - learning_rate · slope"),)


GRADIENT_DESCENT = Optimizer(
    "gradient descent",
    source="torch.optim.SGD",
    torch="SGD(parameters, lr=learning_rate)",
    year=1847,
    rule=gradient_descent,
    lines=_gradient_descent_lines,
    slots=(),
    options={},
    direction="",
    plain=True,
)
