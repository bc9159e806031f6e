"""Every equation that an explanation prints is true as printed, and is about this very step."""

from collections.abc import Iterator

import numpy as np
import pytest
from msgspec.structs import replace

from gd_visualizer.core.activations import ACTIVATIONS
from gd_visualizer.core.losses import LOSSES
from gd_visualizer.core.network.network import Network, Parameter
from gd_visualizer.core.network.objective import NetworkObjective
from gd_visualizer.core.optimizers.registry import OPTIMIZERS
from gd_visualizer.core.penalty import penalty_of
from gd_visualizer.descent.commands import descent as commands
from gd_visualizer.descent.commands.stepping import take_steps
from gd_visualizer.descent.explanation.equation import equation
from gd_visualizer.descent.explanation.expressions.call import Call
from gd_visualizer.descent.explanation.expressions.expression import Power, Value, minus
from gd_visualizer.descent.explanation.line import Line
from gd_visualizer.descent.explanation.slopes import gradient_of
from gd_visualizer.descent.explanation.values import StepValues, step_values
from gd_visualizer.descent.explanation.whole import sections
from gd_visualizer.descent.state.descent import Descent
from gd_visualizer.descent.state.state import open_lesson
from gd_visualizer.lesson.rate import typed_rate
from gd_visualizer.scene.explanation.of_state import explanation
from gd_visualizer.text.message import message
from gd_visualizer.text.numerals import decimal_of, number
from tests.descent.lessons import make
from tests.descent.reader import Read

RATES = ("0.01", "1/9", "0.3", "1e-6", "1/18", "0.0375")


def other_options(optimizer: str) -> dict[str, float]:
    """Each option somewhat below its default, and above 0."""
    options = OPTIMIZERS[optimizer].options
    return {name: 0.9 * option.default or 0.3 for name, option in options.items()}


def random_descents(loss: str, optimizer: str, count: int, seed: int = 0) -> Iterator[Descent]:
    """Small networks with every activation, a few steps on; some with batches, some huge."""
    rng = np.random.default_rng([seed, *loss.encode(), *optimizer.encode()])
    for _ in range(count):
        layers = tuple(int(n) for n in rng.integers(1, 4, rng.integers(2, 5)))
        names = [str(name) for name in rng.choice(list(ACTIVATIONS), len(layers) - 1)]
        if LOSSES[loss].of_sums:
            names[-1] = "sigmoid"
        network = Network(layers, tuple(names), bool(rng.integers(2)))
        points = int(rng.choice([1, 2, 3, 4, 15]))
        whole = rng.random() < 0.3
        scale = 10.0 ** rng.choice([-3, 0, 0, 0, 0, 1, 3])
        X = rng.normal(size=(points, layers[0])) * 2
        y = rng.normal(size=(points, layers[-1])) * 2
        theta = rng.normal(size=network.size) * scale
        if whole:
            X, y, theta = X.round(), y.round(), theta.round()
        if LOSSES[loss].of_sums:
            y = np.clip(np.abs(y) / 3, 0, 1).round(2)
        rate = typed_rate(str(rng.choice(RATES)))
        base = make(layers, X, np.zeros_like(y), theta, rate, optimizer)
        settings = replace(
            base.settings,
            options=OPTIMIZERS[optimizer].defaults(
                other_options(optimizer) if rng.integers(2) else {}
            ),
            batch_size=max(points // 2, 1) if rng.random() < 0.3 else None,
        )
        price = (
            penalty_of(network.weights, *rng.choice([0, 0.01, 0.3], 3)) if rng.integers(2) else None
        )
        objective = NetworkObjective(network, X, y, LOSSES[loss], price)
        lesson = replace(base, objective=objective, settings=settings)
        steps = int(rng.choice([1, 1, 2, 3, 30]))
        descent = take_steps(open_lesson(lesson).descent, steps, heed_stop=False)
        if descent.row:
            yield descent


def carried_slope(values: StepValues, parameter: Parameter) -> float:
    """The mean size of slope at the node × value that feeds the weight: what the slope of the
    activation, and its rounding, is multiplied by."""
    kept = values.lesson.objective.trace(values.theta, values.rows)
    layer = parameter.layer - 1
    size = np.abs(kept.node_slopes[layer][:, parameter.target - 1])
    if parameter.source:
        with np.errstate(all="ignore"):
            size = size * np.abs(kept.values[layer][:, parameter.source - 1])
    return float(size[np.isfinite(size)].sum() / len(values.rows))


def check(descent: Descent, choice: int) -> int:
    """One weight and one point of the last step; how many equations were read."""
    lesson = descent.lesson
    values = step_values(descent, choice % lesson.objective.points)
    parameter = lesson.network.parameters[choice % lesson.objective.size]
    count, last, line = 0, None, None
    for section in sections(values, parameter.name):
        for line in section.lines:
            if line.equation is None:
                continue
            read, count, last = Read(line.text), count + 1, line
            assert read.holds(), line.text
            assert "−0 " not in line.text + " ", line.text
    made = float(descent.timeline.theta(descent.row)[parameter.index])
    assert isinstance(last, Line)
    assert last.equation is not None
    if line is not last and "nothing moves" in line.text:
        before = float(values.theta[parameter.index])
        assert abs(made - before) <= 1e-6 * abs(before), (line.text, made)
        shown, made = float(decimal_of(line.text.rpartition(" stays at ")[2])), before
    else:
        shown = float(decimal_of(last.equation.result))
    assert abs(shown - made) <= 0.51e-3 * abs(made) + 1e-13, (last.text, made)
    slope = gradient_of(values, parameter)
    # both paths round the slope of an activation by some 1e-16, also near 0, at a tanh's end
    carried = carried_slope(values, parameter)
    exact = float(values.gradient[parameter.index])
    assert slope == pytest.approx(exact, rel=1e-9, abs=1e-9 + 1e-13 * carried)
    return count


@pytest.mark.parametrize("optimizer", OPTIMIZERS)
@pytest.mark.parametrize("loss", LOSSES)
def test_every_equation_is_true_as_printed(loss: str, optimizer: str) -> None:
    read = 0
    for k, descent in enumerate(random_descents(loss, optimizer, 29)):
        read += check(descent, k * 7 + 3)
    assert read > 150


@pytest.mark.long
@pytest.mark.parametrize("optimizer", OPTIMIZERS)
@pytest.mark.parametrize("loss", LOSSES)
def test_every_equation_of_100_000_steps_is_true_as_printed(loss: str, optimizer: str) -> None:
    for k, descent in enumerate(random_descents(loss, optimizer, 2858, seed=1)):
        check(descent, k)


@pytest.mark.parametrize(
    ("left", "right", "text"),
    [
        (0.0048287, 0.0025972, "0.0048287 − 0.0025972 = 0.0022315"),
        (0.00482871, 0.00259722, "0.00482871 − 0.00259722 ≈ 0.002231"),
        (12345.678, 0.178, "12345.7 − 0.178 ≈ 12345.5"),
    ],
)
def test_a_result_halfway_between_two_roundings_has_another_digit(
    left: float, right: float, text: str
) -> None:
    assert equation(minus(Value(left), Value(right)), left - right).text == text
    assert not Read("x: 0.0048287 − 0.0025972 ≈ 0.002231").holds()
    assert not Read("x: 0.0048287 − 0.0025972 ≈ 0.002232").holds()


def test_softplus_of_a_very_negative_sum_keeps_its_digits() -> None:
    z = Value(-125.8761)
    made = equation(Call("softplus", (z,)), float(np.exp(-125.8761)), settle=False)
    assert made.result == number(float(np.exp(-125.8761)))
    assert Read(f"value: {made.text}").holds()


def test_numbers_that_overflow_are_said_and_make_no_equation() -> None:
    made = equation(Power(Value(1e200), 2), np.inf)
    line = Line(message("square"), made)
    assert line.text == "square (not a finite number)"


def test_a_deep_wide_network_is_explained_in_a_moment() -> None:
    layers = (64,) * 9
    size = 8 * 64 * 64
    theta = np.random.default_rng(0).normal(size=size) / 8
    X, y = np.ones((2, 64)), np.zeros((2, 64))
    state = open_lesson(make(layers, X, y, theta, activation="tanh"))
    for _ in range(3):
        state = commands.advance(state)
    made = explanation(state)
    assert len(made.lines) <= 20
    assert sum(1 for line in made.lines for _ in line.parts) <= 200
