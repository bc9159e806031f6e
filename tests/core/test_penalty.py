"""A penalty is part of the loss everywhere: value, slope, slices, the step's line, curvature."""

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from gd_visualizer.core.losses import LOSSES
from gd_visualizer.core.network.network import Network
from gd_visualizer.core.network.objective import NetworkObjective
from gd_visualizer.core.objective import landscape
from gd_visualizer.core.objective.directions import random_plane
from gd_visualizer.core.objective.step_line import along
from gd_visualizer.core.penalty import Penalty, penalty_of
from tests.core.strategies import cases, losses_at, proof

PRICES = st.floats(0, 2)


def price(network, theta, l1, l2, decay):
    """The penalty as it is written, parameter by parameter; complex θ with a real part ≠ 0 too."""
    total = 0.0
    for p in network.parameters:
        w = theta[..., p.index]
        if p.source:
            total = total + l1 * np.where(np.real(w) < 0, -w, w) + l2 * w * w / 2
        total = total + decay * w * w / 2
    return total


def priced(one, l1, l2, decay):
    network = one.objective.network
    return replace(one.objective, penalty=penalty_of(network.weights, l1, l2, decay))


@proof(60)
@given(cases(), PRICES, PRICES, PRICES)
def test_the_gradient_is_the_complex_step_of_error_and_penalty(one, l1, l2, decay):
    objective, theta = priced(one, l1, l2, decay), one.theta
    network = objective.network
    thetas = theta + 1e-200j * np.eye(len(theta))
    exact = losses_at(objective, thetas) + price(network, thetas, l1, l2, decay)
    loss, slopes = objective.evaluate(theta)
    whole = losses_at(objective, theta[None])[0] + price(network, theta, l1, l2, decay)
    assert loss == pytest.approx(whole, rel=1e-12)
    np.testing.assert_allclose(slopes, exact.imag / 1e-200, rtol=1e-9, atol=1e-11)
    assert objective.mean_at(theta) + objective.penalty_at(theta) == pytest.approx(loss, rel=1e-13)


@proof(40)
@given(cases(), PRICES, PRICES, PRICES, st.data())
def test_a_slice_over_any_parameters_holds_the_penalty(one, l1, l2, decay, data):
    objective, theta = priced(one, l1, l2, decay), one.theta
    names = objective.network.names
    axes = data.draw(st.lists(st.sampled_from(names), min_size=1, max_size=2, unique=True))
    lines = [np.linspace(-1, 2, n) for n in (4, 3)][: len(axes)]
    got = landscape.sample(objective, theta, axes, lines).losses
    index = [names.index(name) for name in axes]
    for place in np.ndindex(got.shape):
        there = theta.copy()
        there[index] = [line[k] for line, k in zip(lines, place, strict=True)]
        assert got[place] == pytest.approx(objective.loss_at(there), rel=1e-11)


@proof(40)
@given(cases(), PRICES, PRICES, PRICES, st.integers(0, 99))
def test_a_slice_along_any_directions_holds_the_penalty(one, l1, l2, decay, seed):
    objective, theta = priced(one, l1, l2, decay), one.theta
    if len(theta) < 2:
        return
    directions = random_plane(objective.network.filters, theta, seed)
    lines = [np.linspace(-1, 2, n) for n in (4, 3)]
    got = landscape.sample(objective, theta, directions, lines).losses
    for i, j in np.ndindex(got.shape):
        there = directions.at(theta, np.array([lines[0][i], lines[1][j]]))
        assert got[i, j] == pytest.approx(objective.loss_at(there), rel=1e-11)


@proof(40)
@given(cases(), PRICES, PRICES, PRICES, st.integers(0, 99))
def test_the_line_of_a_step_holds_the_penalty(one, l1, l2, decay, seed):
    objective, theta = priced(one, l1, l2, decay), one.theta
    direction = np.random.default_rng(seed).normal(size=len(theta))
    rates = np.array([0.0, 0.01, 0.3])
    losses, slopes = along(objective, theta, direction, rates)
    for rate, loss, slope in zip(rates, losses, slopes, strict=True):
        expected, gradient = objective.evaluate(theta + rate * direction)
        assert loss == pytest.approx(expected, rel=1e-11)
        assert slope == pytest.approx(gradient @ direction, rel=1e-9, abs=1e-10)


@proof(40)
@given(cases(), PRICES, PRICES, PRICES, st.integers(0, 99))
def test_the_hessian_holds_the_penalty(one, l1, l2, decay, seed):
    objective, theta = priced(one, l1, l2, decay), one.theta
    v = np.random.default_rng(seed).normal(size=len(theta))
    added = objective.hessian(theta)(v) - one.objective.hessian(theta)(v)
    weights = objective.network.weights
    np.testing.assert_allclose(added, (l2 * weights + decay) * v, rtol=1e-7, atol=1e-9)


def test_biases_are_free_of_l1_and_l2_and_pay_the_decay():
    network = Network((1, 1), ("identity",), biases=True)
    theta = np.array([2.0, -3.0])
    assert penalty_of(network.weights, 0.5, 0.1, 0.0).value(theta) == 0.5 * 2 + 0.1 * 4 / 2
    assert penalty_of(network.weights, 0.0, 0.0, 0.1).value(theta) == pytest.approx(0.1 * 13 / 2)
    assert penalty_of(network.weights, 0.5, 0.0, 0.0).gradient(theta).tolist() == [0.5, 0]
    assert penalty_of(network.weights, 0.5, 0.0, 0.0).gradient(np.zeros(2)).tolist() == [0, 0]


def test_no_price_is_no_penalty():
    assert penalty_of(Network((1, 1), ("identity",)).weights, 0, 0, 0) is None


def test_a_penalty_that_overflows_is_infinite_without_a_warning():
    assert Penalty(np.zeros(1), np.ones(1)).value(np.array([1e200])) == np.inf
    assert Penalty(np.zeros(1), np.zeros(1)).value(np.array([1e200])) == 0


def test_a_slope_and_a_penalty_that_overflow_against_each_other_are_told_by_nan() -> None:
    network = Network((1, 1), ("identity",), False)
    penalty = Penalty(np.array([0.0]), np.array([1e308]))
    objective = NetworkObjective(
        network, np.array([[1e200]]), np.array([[1e308]]), LOSSES["mean squared error"], penalty
    )
    loss, gradient = objective.evaluate(np.array([10.0]))
    assert not np.isfinite(loss)
    assert not np.isfinite(gradient).any()
