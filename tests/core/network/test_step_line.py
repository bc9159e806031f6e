"""One step's line: linear in the rate, and the same numbers as one evaluation for each rate."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from gd_visualizer.core.losses import LOSSES
from gd_visualizer.core.network import step_line
from gd_visualizer.core.network.network import Network
from gd_visualizer.core.network.objective import NetworkObjective
from gd_visualizer.core.objective.step_line import along, unit_step
from gd_visualizer.core.optimizers.record import OptimizerState
from gd_visualizer.core.optimizers.registry import OPTIMIZERS
from tests.core.strategies import anywhere, cases, proof


@pytest.mark.parametrize("name", OPTIMIZERS)
@proof(60)
@given(data=st.data())
def test_every_rule_is_linear_in_the_rate_and_its_state_knows_no_rate(name, data):
    optimizer, rng = OPTIMIZERS[name], np.random.default_rng(data.draw(st.integers(0, 2**32 - 1)))
    options = {
        option: data.draw(st.floats(o.low, min(o.high, 1), exclude_max=True) | st.just(o.default))
        for option, o in optimizer.options.items()
    }
    theta, gradient = rng.normal(size=(2, 5))
    slots = abs(rng.normal(size=(len(optimizer.slots), 5))) + 0.1
    state = OptimizerState(data.draw(st.integers(1, 40)), slots)
    direction = unit_step(name, theta, gradient, state, options)
    assert (direction == unit_step(optimizer, theta, gradient, state, options)).all()
    rate = 10 ** data.draw(st.floats(-6, 3))
    update, after = optimizer.rule(theta, gradient, state, rate, options)
    terms = rate * abs(direction).max()  # AdamW subtracts two numbers, which may cancel
    np.testing.assert_allclose(update, rate * direction, rtol=1e-13, atol=1e-14 * terms)
    _, other = optimizer.rule(theta, gradient, state, 1.0, options)
    assert (after.slots == other.slots).all()


def assert_as_evaluated(objective, theta, direction, rates):
    losses, slopes = along(objective, theta, direction, rates)
    for rate, loss, slope in zip(rates, losses, slopes, strict=True):
        expected, gradient = objective.evaluate(theta + rate * direction)
        assert loss == pytest.approx(expected, rel=1e-9)
        terms = abs(gradient * direction).max()
        assert slope == pytest.approx(gradient @ direction, rel=1e-8, abs=1e-8 * terms)


@proof(150)
@given(cases(), st.integers(0, 2**32 - 1))
def test_losses_and_slopes_along_a_line_are_those_of_single_evaluations(one, seed):
    direction = np.random.default_rng(seed).normal(size=one.theta.shape)
    assert_as_evaluated(*one, direction, np.geomspace(1e-5, 2, 9))


@pytest.mark.parametrize("loss", LOSSES)
@pytest.mark.parametrize("biases", [False, True])
def test_blocks_over_points_and_rates_change_nothing(loss, biases, monkeypatch):
    monkeypatch.setattr(step_line, "BLOCK_VALUES", 1)
    last = "sigmoid" if LOSSES[loss].of_sums else "identity"
    network = Network((2, 5, 3, 2), ("tanh", "softplus", last), biases)
    objective, theta = anywhere(network, LOSSES[loss], 200, seed=7)
    direction = -objective.evaluate(theta)[1]
    rates = np.geomspace(1e-4, 3, 5)
    assert len(list(objective.line(theta, direction).measure(rates))) == 4 * 5
    assert_as_evaluated(objective, theta, direction, rates)


def test_a_sum_that_overflows_behind_a_relu_is_not_a_finite_loss():
    network = Network((1, 1, 1), ("relu", "identity"))
    objective = NetworkObjective(
        network, np.array([[1e10]]), np.array([[0.0]]), LOSSES["mean squared error"]
    )
    theta, direction = np.array([1.0, 1.0]), np.array([-1e290, 0.0])
    losses, _ = along(objective, theta, direction, np.array([1e-300, 1.0, 1e9]))
    assert np.isfinite(losses).tolist() == [True, True, False]
    assert not objective.finite_at(theta + 1e9 * direction)
