"""Averages of the gradient and its squares: D. Kingma, J. Ba, Adam: A Method for Stochastic
Optimization."""

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


def adam_update(g: Floats, state: OptimizerState, rate: float, o: Options) -> tuple[Floats, Floats]:
    """The update (P,), and average and squares after it (2, P)."""
    t = state.count + 1
    m = o["beta1"] * state.slots[0] + (1 - o["beta1"]) * g
    s = o["beta2"] * state.slots[1] + (1 - o["beta2"]) * (g * g)
    m_hat = m / (1 - o["beta1"] ** t)
    s_hat = s / (1 - o["beta2"] ** t)
    return -rate * m_hat / (np.sqrt(s_hat) + o["epsilon"]), np.stack((m, s))


def adam(
    _theta: Floats, g: Floats, state: OptimizerState, rate: float, o: Options
) -> tuple[Floats, OptimizerState]:
    """torch.optim.Adam: m ← β₁ m + (1−β₁) g; s ← β₂ s + (1−β₂) g²;
    m̂ = m/(1−β₁ᵗ); ŝ = s/(1−β₂ᵗ); w ← w − η m̂/(√ŝ + ε).
    """
    update, slots = adam_update(g, state, rate, o)
    return update, OptimizerState(state.count + 1, slots)


def adam_lines(_o: Options, _steps_before: int) -> Lines:
    """The same as it is written."""
    average = "beta1 · average + (1 - beta1) · slope"
    squares = "beta2 · squares + (1 - beta2) · slope ** 2"
    corrected = "average / (1 - beta1 ** step)", "squares / (1 - beta2 ** step)"
    return (
        Assignment("average", average, "average of slopes", "m"),
        Assignment("squares", squares, "average of squares", "s"),
        Assignment("average", corrected[0], "average of slopes, corrected", "m̂"),
        Assignment("squares", corrected[1], "average of squares, corrected", "ŝ"),
        Assignment("weight", "weight - learning_rate · average / (sqrt(squares) + epsilon)"),
    )


OPTIONS = {
    "beta1": Option(0.9, high=1.0),
    "beta2": Option(0.999, high=1.0),
    "epsilon": Option(1e-8),
}
ADAM = Optimizer(
    "adam",
    source="torch.optim.Adam",
    torch="Adam(parameters, lr=learning_rate, betas=(beta1, beta2), eps=epsilon)",
    year=2014,
    rule=adam,
    lines=adam_lines,
    slots=("average", "squares"),
    options=OPTIONS,
    direction="average slope ÷ its usual size",
)
