"""Optimizers as pure functions: (theta, gradient, state, rate, options) → (update, new state).

The update is returned before it is applied: new theta = theta + update. Rules, names and defaults
are torch.optim's, written out in each docstring with g the gradient, w theta, η the learning rate
and t the step's number, counted from 1. Option names are torch's, spelled out. What torch's
``weight_decay`` adds to the gradient is part of the loss here (``core.penalty``); adamw's alone,
which is the gradient of nothing, is part of its rule.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import NamedTuple

import numpy as np

from gd_visualizer.core.arrays import Floats

Options = Mapping[str, float]


@dataclass(frozen=True, eq=False, slots=True)
class OptimizerState:
    """What an optimizer remembers: the steps it has taken, and its vectors ``slots`` (k, P)."""

    count: int
    slots: Floats


Rule = Callable[[Floats, Floats, OptimizerState, float, Options], tuple[Floats, OptimizerState]]


class Option(NamedTuple):
    """A setting of an optimizer: its default, and the range low ≤ value < high."""

    default: float
    low: float = 0.0
    high: float = np.inf


@dataclass(frozen=True, eq=False)
class Optimizer:
    """An optimizer: its rule, the names of its ``slots`` and the options that it knows.

    ``plain``: its update is −η g and nothing else.
    """

    name: str
    rule: Rule
    slots: tuple[str, ...]
    options: Mapping[str, Option]
    plain: bool = False

    def initial(self, size: int, options: Options) -> OptimizerState:
        """The state before the first step for ``size`` parameters."""
        fill = options.get("initial_accumulator_value", 0.0)
        return OptimizerState(0, np.full((len(self.slots), size), fill))

    def defaults(self, options: Options | None = None) -> dict[str, float]:
        """All options, given ones over the defaults."""
        return {name: o.default for name, o in self.options.items()} | dict(options or {})


def gradient_descent(
    _theta: Floats, g: Floats, state: OptimizerState, rate: float, _o: Options
) -> tuple[Floats, OptimizerState]:
    """torch.optim.SGD: w ← w − η g."""
    return -rate * g, OptimizerState(state.count + 1, state.slots)


def _velocity(g: Floats, state: OptimizerState, o: Options) -> Floats:
    # torch starts with v = g; the dampening counts from the second step on, and not at all where
    # there is no momentum.
    if state.count == 0 or o["momentum"] == 0:
        return g
    keep = 1 - o.get("dampening", 0.0)
    v: Floats = o["momentum"] * state.slots[0] + keep * g
    return v


def momentum(
    _theta: Floats, g: Floats, state: OptimizerState, rate: float, o: Options
) -> tuple[Floats, OptimizerState]:
    """torch.optim.SGD with momentum μ and dampening τ: v ← μ v + (1−τ) g; w ← w − η v."""
    v = _velocity(g, state, o)
    return -rate * v, OptimizerState(state.count + 1, v[None])


def nesterov(
    _theta: Floats, g: Floats, state: OptimizerState, rate: float, o: Options
) -> tuple[Floats, OptimizerState]:
    """torch.optim.SGD with nesterov=True: v ← μ v + g; w ← w − η (g + μ v)."""
    v = _velocity(g, state, o)
    ahead = g + o["momentum"] * v
    return -rate * ahead, OptimizerState(state.count + 1, v[None])


def adagrad(
    _theta: Floats, g: Floats, state: OptimizerState, rate: float, o: Options
) -> tuple[Floats, OptimizerState]:
    """torch.optim.Adagrad: s ← s + g²; w ← w − η/(1 + (t−1) decay) · g/(√s + ε)."""
    s = state.slots[0] + g * g
    rate = rate / (1 + state.count * o["learning_rate_decay"])
    return -rate * g / (np.sqrt(s) + o["epsilon"]), OptimizerState(state.count + 1, s[None])


def rmsprop(
    _theta: Floats, g: Floats, state: OptimizerState, rate: float, o: Options
) -> tuple[Floats, OptimizerState]:
    """torch.optim.RMSprop: s ← α s + (1−α) g²; v ← μ v + g/(√s + ε); w ← w − η v."""
    s = o["alpha"] * state.slots[0] + (1 - o["alpha"]) * (g * g)
    v = o["momentum"] * state.slots[1] + g / (np.sqrt(s) + o["epsilon"])
    return -rate * v, OptimizerState(state.count + 1, np.stack((s, v)))


def _adam(g: Floats, state: OptimizerState, rate: float, o: Options) -> tuple[Floats, Floats]:
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
    update, slots = _adam(g, state, rate, o)
    return update, OptimizerState(state.count + 1, slots)


def adamw(
    theta: Floats, g: Floats, state: OptimizerState, rate: float, o: Options
) -> tuple[Floats, OptimizerState]:
    """torch.optim.AdamW: w ← w − η λ w, then as Adam with the gradient left alone."""
    update, slots = _adam(g, state, rate, o)
    return update - rate * o["weight_decay"] * theta, OptimizerState(state.count + 1, slots)


_MOMENTUM = {"momentum": Option(0.9)}
_ADAM = {
    "beta1": Option(0.9, high=1.0),
    "beta2": Option(0.999, high=1.0),
    "epsilon": Option(1e-8),
}

OPTIMIZERS = {
    optimizer.name: optimizer
    for optimizer in (
        Optimizer("gradient descent", gradient_descent, (), {}, plain=True),
        Optimizer("momentum", momentum, ("velocity",), _MOMENTUM | {"dampening": Option(0.0)}),
        Optimizer("nesterov", nesterov, ("velocity",), _MOMENTUM),
        Optimizer(
            "adagrad",
            adagrad,
            ("sum of squares",),
            {
                "learning_rate_decay": Option(0.0),
                "initial_accumulator_value": Option(0.0),
                "epsilon": Option(1e-10),
            },
        ),
        Optimizer(
            "rmsprop",
            rmsprop,
            ("average of squares", "velocity"),
            {"alpha": Option(0.99), "epsilon": Option(1e-8), "momentum": Option(0.0)},
        ),
        Optimizer("adam", adam, ("average", "average of squares"), _ADAM),
        Optimizer(
            "adamw",
            adamw,
            ("average", "average of squares"),
            _ADAM | {"weight_decay": Option(0.01)},
        ),
    )
}
