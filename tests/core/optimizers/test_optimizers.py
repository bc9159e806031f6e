import json
import math
import random

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from gd_visualizer.core.losses import LOSSES
from gd_visualizer.core.network.network import Network
from gd_visualizer.core.network.objective import NetworkObjective
from gd_visualizer.core.optimizers.registry import OPTIMIZERS
from gd_visualizer.core.penalty import Penalty
from tests.core import torch_record
from tests.core.strategies import proof

# Each rule once more, for one weight, step by step as torch.optim's page of it has it.
# (w, slopes, η, options) → the weight after each step.


def sgd(w, slopes, rate, o, nesterov=False):
    b = None
    for slope in slopes:
        g = slope + o["weight_decay"] * w
        mu = o.get("momentum", 0)
        if mu == 0:
            w = w - rate * g
        else:
            b = g if b is None else mu * b + (1 - o.get("dampening", 0)) * g
            w = w - rate * (g + mu * b if nesterov else b)
        yield w


def nesterov(w, slopes, rate, o):
    return sgd(w, slopes, rate, o, nesterov=True)


def adagrad(w, slopes, rate, o):
    total = o["initial_accumulator_value"]
    for t, slope in enumerate(slopes, 1):
        g = slope + o["weight_decay"] * w
        total = total + g**2
        slowed = rate / (1 + (t - 1) * o["learning_rate_decay"])
        w = w - slowed * g / (math.sqrt(total) + o["epsilon"])
        yield w


def rmsprop(w, slopes, rate, o):
    v = b = 0.0
    for slope in slopes:
        g = slope + o["weight_decay"] * w
        v = o["alpha"] * v + (1 - o["alpha"]) * g**2
        b = o["momentum"] * b + g / (math.sqrt(v) + o["epsilon"])
        w = w - rate * b
        yield w


def adam(w, slopes, rate, o, decoupled=False):
    m = v = 0.0
    for t, slope in enumerate(slopes, 1):
        g = slope if decoupled else slope + o["weight_decay"] * w
        w = w - rate * o["weight_decay"] * w if decoupled else w
        m = o["beta1"] * m + (1 - o["beta1"]) * g
        v = o["beta2"] * v + (1 - o["beta2"]) * g**2
        m_hat, v_hat = m / (1 - o["beta1"] ** t), v / (1 - o["beta2"] ** t)
        w = w - rate * m_hat / (math.sqrt(v_hat) + o["epsilon"])
        yield w


def adamw(w, slopes, rate, o):
    return adam(w, slopes, rate, o, decoupled=True)


BY_HAND = {
    "gradient descent": sgd,
    "momentum": sgd,
    "nesterov": nesterov,
    "adagrad": adagrad,
    "rmsprop": rmsprop,
    "adam": adam,
    "adamw": adamw,
}
# The options' defaults, from the same pages; nesterov's momentum has no usable default there.
DEFAULTS = {
    "gradient descent": {},
    "momentum": {"momentum": 0.9, "dampening": 0},
    "nesterov": {"momentum": 0.9},
    "adagrad": {"learning_rate_decay": 0, "initial_accumulator_value": 0, "epsilon": 1e-10},
    "rmsprop": {"alpha": 0.99, "epsilon": 1e-8, "momentum": 0},
    "adam": {"beta1": 0.9, "beta2": 0.999, "epsilon": 1e-8},
    "adamw": {"beta1": 0.9, "beta2": 0.999, "epsilon": 1e-8, "weight_decay": 0.01},
}
ALL = pytest.mark.parametrize("name", BY_HAND)


def descend(name, theta, slopes_at, rate, options=None, steps=100):
    """Theta after each of ``steps``; ``slopes_at(theta, t)`` gives the gradient of step t."""
    optimizer = OPTIMIZERS[name]
    options = optimizer.defaults(options)
    decay = 0.0 if name == "adamw" else options.pop("weight_decay", 0.0)
    price = Penalty(np.zeros(len(theta)), np.full(len(theta), decay))
    state, path = optimizer.initial(len(theta), options), [theta]
    for t in range(1, steps + 1):
        slopes = slopes_at(path[-1], t) + price.gradient(path[-1])
        update, state = optimizer.rule(path[-1], slopes, state, rate, options)
        assert state.count == t
        assert state.slots.shape == (len(optimizer.slots), len(theta))
        path.append(path[-1] + update)
    return np.array(path[1:])


def some_options(name, draw):
    """Random options, big enough to be seen; each of them 0 at times, as where it is absent."""
    most = {"beta1": 0.99, "beta2": 0.999, "alpha": 0.99, "momentum": 0.99, "dampening": 0.9}
    options = {
        option: draw.choice([0.0, draw.uniform(0.01, most.get(option, 0.5))])
        for option in (*DEFAULTS[name], "weight_decay")
    }
    if "epsilon" in options:
        options["epsilon"] = draw.choice([1e-8, 0.3])
    if name == "momentum" and not options["momentum"]:
        options["dampening"] = 0.0  # another test's case
    return options


def test_names_options_and_defaults_are_those_of_torch_spelled_out():
    assert {name: o.defaults() for name, o in OPTIMIZERS.items()} == DEFAULTS
    assert list(OPTIMIZERS) == list(BY_HAND)
    assert all(o.name == name for name, o in OPTIMIZERS.items())
    assert OPTIMIZERS["adam"].defaults({"beta1": 0.5})["beta1"] == 0.5


@ALL
@proof(60)
@given(seed=st.integers(0, 2**32 - 1))
def test_every_step_follows_the_rule_written_out_by_hand(name, seed):
    draw = random.Random(seed)
    options, rate, steps, size = some_options(name, draw), draw.uniform(0.01, 0.5), 8, 3
    start = [draw.uniform(-2, 2) for _ in range(size)]
    slopes = [[draw.uniform(-3, 3) for _ in range(size)] for _ in range(steps)]
    path = descend(
        name, np.array(start), lambda _, t: np.array(slopes[t - 1]), rate, options, steps
    )
    for i in range(size):
        expected = list(BY_HAND[name](start[i], [g[i] for g in slopes], rate, options))
        assert path[:, i].tolist() == pytest.approx(expected, rel=1e-11, abs=1e-12)


@ALL
@proof(20)
@given(seed=st.integers(0, 2**32 - 1))
def test_a_step_changes_nothing_that_it_was_given_and_repeats_bit_for_bit(name, seed):
    draw = random.Random(seed)
    optimizer, options = OPTIMIZERS[name], some_options(name, draw)
    theta, g = np.array([0.5, -2.0]), np.array([draw.uniform(-3, 3), 1.0])
    state = optimizer.initial(2, options)
    for _ in range(3):
        for array in (theta, g, state.slots):
            array.flags.writeable = False
        before = theta.copy(), g.copy(), state.slots.copy()
        update, after = optimizer.rule(theta, g, state, 0.1, options)
        again, after_again = optimizer.rule(theta, g, state, 0.1, options)
        assert (update == again).all()
        assert after.count == after_again.count == state.count + 1
        assert (after.slots == after_again.slots).all()
        for array, old in zip((theta, g, state.slots), before, strict=True):
            assert (array == old).all()
        theta, state = theta + update, after


# One weight, input 3, target 10, start 2: the loss is (3w − 10)², the error 3w − 10.
ONE = NetworkObjective(
    Network((1, 1), ("identity",)),
    np.array([[3.0]]),
    np.array([[10.0]]),
    LOSSES["mean squared error"],
)


def errors_of_one_weight(name, rate, options=None, steps=100):
    path = descend(
        name, np.array([2.0]), lambda theta, _: ONE.evaluate(theta)[1], rate, options, steps
    )
    return 3 * path[:, 0] - 10


def test_gradient_descent_is_there_in_one_step_at_one_eighteenth():
    assert abs(errors_of_one_weight("gradient descent", 1 / 18, steps=1)[0]) <= 1e-12


def test_gradient_descent_flips_for_ever_at_one_ninth():
    errors = errors_of_one_weight("gradient descent", 1 / 9)
    np.testing.assert_allclose(errors, 4.0 * (-1.0) ** np.arange(100), atol=1e-9)


def test_gradient_descent_diverges_above_one_ninth():
    errors = np.abs(errors_of_one_weight("gradient descent", 0.12))
    np.testing.assert_allclose(errors[1:] / errors[:-1], 1.16, rtol=1e-9)
    assert errors[-1] > 1e6


@pytest.mark.parametrize(
    ("name", "options"),
    [
        ("momentum", {"momentum": 0.0}),
        ("momentum", {"momentum": 0.0, "dampening": 0.5}),  # torch: no buffer without momentum
        ("nesterov", {"momentum": 0.0}),
    ],
)
def test_without_momentum_it_is_gradient_descent(name, options):
    plain = errors_of_one_weight("gradient descent", 0.01)
    assert errors_of_one_weight(name, 0.01, options).tolist() == plain.tolist()


def test_adamw_without_decay_is_adam():
    options = {"weight_decay": 0.0}
    path = errors_of_one_weight("adamw", 0.1, options)
    assert path.tolist() == errors_of_one_weight("adam", 0.1, options).tolist()


@pytest.mark.parametrize("g", [-1e4, -24.0, -0.1, 0.1, 3.0, 1e4])
def test_the_first_step_of_adam_has_the_size_of_the_rate(g):
    path = descend("adam", np.array([2.0]), lambda *_: np.array([g]), 0.1, steps=1)
    assert path[0, 0] - 2 == pytest.approx(-0.1 * math.copysign(1, g), rel=1e-6)


@ALL
def test_every_optimizer_finds_the_lowest_place_of_one_weight(name):
    rates = {"gradient descent": 0.01, "momentum": 0.01, "nesterov": 0.01, "adagrad": 1.0}
    errors = errors_of_one_weight(name, rates.get(name, 0.02), {"weight_decay": 0.0}, steps=400)
    assert abs(errors[-1]) < 0.04


@pytest.mark.parametrize("name", torch_record.OPTIONS)
@pytest.mark.parametrize("kind", ["defaults", "options"])
def test_sixty_steps_are_those_that_torch_took(name, kind):
    options = torch_record.OPTIONS[name] if kind == "options" else {}
    record = json.loads(torch_record.FILE.read_text("utf-8"))
    theirs = np.array(record["trajectories"][f"{name}, {kind}"])
    objective, theta = torch_record.problem()

    def slope(at, _):
        return objective.evaluate(at)[1]

    ours = descend(name, theta, slope, torch_record.RATE, options, steps=torch_record.STEPS)
    assert np.abs(ours[-1] - theta).max() > 0.1, "nothing moved"
    kept = ours[torch_record.EVERY - 1 :: torch_record.EVERY]
    np.testing.assert_allclose(kept, theirs, rtol=0, atol=1e-8)
