"""Adam with a decay that is no gradient: I. Loshchilov, F. Hutter, Decoupled Weight Decay
Regularization."""

from gd_visualizer.core.arrays import Floats
from gd_visualizer.core.optimizers.adam import OPTIONS, adam_lines, adam_update
from gd_visualizer.core.optimizers.record import (
    Assignment,
    Lines,
    Optimizer,
    OptimizerState,
    Option,
    Options,
)


def adamw(
    theta: Floats, g: Floats, state: OptimizerState, rate: float, o: Options
) -> tuple[Floats, OptimizerState]:
    """torch.optim.AdamW: w ← w − η λ w, then as Adam with the gradient left alone."""
    update, slots = adam_update(g, state, rate, o)
    return update - rate * o["weight_decay"] * theta, OptimizerState(state.count + 1, slots)


def _adamw_lines(o: Options, steps_before: int) -> Lines:
    smaller = "weight - learning_rate · weight_decay · weight"
    decay = Assignment("weight", smaller, "weight after its decay")
    return *([decay] if o["weight_decay"] else []), *adam_lines(o, steps_before)


ADAMW = Optimizer(
    "adamw",
    source="torch.optim.AdamW",
    torch=(
        "AdamW(parameters, lr=learning_rate, betas=(beta1, beta2),"
        " eps=epsilon, weight_decay=weight_decay)"
    ),
    year=2017,
    rule=adamw,
    lines=_adamw_lines,
    slots=("average", "squares"),
    options=OPTIONS | {"weight_decay": Option(0.01, silent=True)},
    direction="average slope ÷ its usual size",
)
