import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from gd_visualizer.core.activations import ACTIVATIONS
from gd_visualizer.core.losses import LOSSES
from gd_visualizer.core.network import chain_rule, fast_path
from gd_visualizer.core.network.network import Network
from gd_visualizer.core.network.objective import NetworkObjective
from tests.core.strategies import anywhere, case, cases, proof

BLOCK = 256  # the smallest block of points that the fast path takes


def assert_like_the_plain_form(objective, theta, rows=None):
    """Loss and gradient within 1e-12 of the plain form's, relative to the terms of their sums."""
    kept = objective.trace(theta, rows)
    slopes = chain_rule.point_gradients(objective.network, kept)
    loss, gradient = objective.evaluate(theta, rows)
    assert loss == pytest.approx(kept.loss, rel=1e-12, abs=0)
    expected = chain_rule.gradient(objective.network, kept)
    np.testing.assert_allclose(gradient, expected, rtol=1e-12, atol=1e-13 * np.abs(slopes).max())


@proof(200)
@given(cases(), st.data())
def test_loss_and_gradient_are_those_of_the_plain_form(one, data):
    objective, theta = one
    assert_like_the_plain_form(objective, theta)
    assert objective.loss_at(theta) == objective.evaluate(theta)[0]
    some = st.lists(st.integers(0, objective.points - 1), min_size=1, unique=True)
    assert_like_the_plain_form(objective, theta, np.array(data.draw(some)))


@proof(80)
@given(cases(), st.data())
def test_no_call_leaves_anything_behind_for_the_next(one, data):
    objective, theta = one
    for _ in range(8):  # more different counts of rows than the path keeps buffers for
        theta = theta + 0.01
        rows = st.lists(st.integers(0, objective.points - 1), min_size=1, unique=True)
        rows = data.draw(st.none() | rows.map(np.array))
        fresh = NetworkObjective(objective.network, objective.X, objective.y, objective.loss)
        again, expected = objective.evaluate(theta, rows), fresh.evaluate(theta, rows)
        assert again[0] == expected[0]
        assert (again[1] == expected[1]).all()
    assert_like_the_plain_form(objective, theta)


@pytest.mark.parametrize("biases", [False, True])
@pytest.mark.parametrize("loss", LOSSES)
def test_points_in_several_blocks_give_what_the_plain_form_gives(loss, biases, monkeypatch):
    monkeypatch.setattr(fast_path, "BLOCK_VALUES", 1)
    network = Network((2, 5, 3, 2), ("tanh", "softplus", "sigmoid"), biases)
    n = 3 * BLOCK - 17
    objective, theta = anywhere(network, LOSSES[loss], n, seed=7)
    shuffled = np.random.default_rng(1).permutation(n)
    for rows in (None, shuffled[: BLOCK + 1], shuffled[:BLOCK], None, shuffled, shuffled[:3], None):
        assert_like_the_plain_form(objective, theta, rows)
        theta = theta * 1.01


def test_seventy_thousand_points_and_sixty_four_nodes_give_what_the_plain_form_gives():
    network = Network((2, 64, 1), ("tanh", "identity"), biases=True)
    assert fast_path.BLOCK_VALUES // 64 < 70_000 / 2, "one block would prove nothing"
    rng = np.random.default_rng(0)
    X, y = rng.normal(size=(70_000, 2)), rng.normal(size=(70_000, 1))
    objective = NetworkObjective(network, X, y, LOSSES["mean squared error"])
    theta = rng.normal(size=network.size) / 8
    kept, (loss, gradient) = objective.trace(theta), objective.evaluate(theta)
    assert loss == pytest.approx(kept.loss, rel=1e-12, abs=0)
    expected = chain_rule.gradient(network, kept)
    np.testing.assert_allclose(gradient, expected, rtol=1e-12, atol=1e-13)


@pytest.mark.parametrize("name", ACTIVATIONS)
def test_every_activation_in_place_is_the_plain_one_kinks_and_far_out_included(name):
    far = [0.0, 5e-324, 1e-300, 1e-9, 0.3, 2.0, 20.0, 40.0, 800.0, 1e300, np.inf]
    z = np.array([*(-x for x in far), *far, np.nan])
    f, functions = ACTIVATIONS[name], fast_path.in_place(name, z.shape)
    if functions is None:
        assert f.straight
        return
    with np.errstate(all="ignore"):
        a, slope, spare = z.copy(), np.full_like(z, 7.0), np.full_like(z, 7.0)
        functions[0](a, spare)
        functions[1](a, slope)
        value = f.value(z)
        derivative = f.derivative(z, value)
    np.testing.assert_allclose(a, value, rtol=1e-14, atol=1e-300)
    known = ~np.isnan(z)
    np.testing.assert_allclose(slope[known], derivative[known], rtol=1e-13, atol=1e-300)


@proof(60)
@given(cases(), st.randoms(use_true_random=False))
def test_the_order_of_the_points_changes_neither_loss_nor_gradient(one, random):
    objective, theta = one
    order = list(range(objective.points))
    random.shuffle(order)
    mixed = NetworkObjective(
        objective.network, objective.X[order], objective.y[order], objective.loss
    )
    (loss, slopes), (expected, terms) = mixed.evaluate(theta), objective.evaluate(theta)
    assert loss == pytest.approx(expected, rel=1e-12, abs=0)
    kept = chain_rule.point_gradients(objective.network, objective.trace(theta))
    np.testing.assert_allclose(slopes, terms, rtol=1e-12, atol=1e-13 * np.abs(kept).max())


def test_a_gradient_once_given_is_never_written_again():
    network = Network((2, 3, 1), ("tanh", "identity"), biases=True)
    objective, theta = anywhere(network, LOSSES["mean squared error"], 600, seed=1)
    for rows in (None, np.arange(5)):
        _, first = objective.evaluate(theta, rows)
        before = first.copy()
        _, second = objective.evaluate(theta + 1, rows)
        assert (first == before).all()
        assert not np.shares_memory(first, second)
        first[:] = np.nan
        assert (objective.evaluate(theta, rows)[1] == before).all()


def test_data_once_given_cannot_be_changed_from_outside():
    X, y = np.array([[3.0]]), np.array([[10.0]])
    objective = NetworkObjective(Network((1, 1), ("identity",)), X, y, LOSSES["mean squared error"])
    X[:], y[:] = 0, 0
    assert objective.loss_at(np.array([2.0])) == 16
    with pytest.raises(ValueError, match="read-only"):
        objective.X[0] = 0


@pytest.mark.parametrize(
    ("X", "y"),
    [
        ((4,), (4, 1)),
        ((4, 2), (4,)),
        ((4, 3), (4, 1)),
        ((4, 2), (4, 2)),
        ((4, 2), (1, 1)),
        ((1, 2), (4, 1)),
        ((0, 2), (0, 1)),
        ((2, 4), (4, 1)),
    ],
)
def test_data_of_the_wrong_shape_are_refused_at_the_door(X, y):
    network = Network((2, 1), ("identity",))
    with pytest.raises(ValueError, match=r"expected shape|points"):
        NetworkObjective(network, np.ones(X), np.ones(y), LOSSES["mean squared error"])


@pytest.mark.parametrize("shape", [(), (1,), (2,), (4,), (1, 3), (3, 1)])
def test_parameters_of_the_wrong_shape_are_refused_at_the_door(shape):
    network = Network((2, 1), ("identity",), biases=True)
    objective, _ = case(network, LOSSES["huber"], 4, seed=0)
    for ask in (objective.evaluate, objective.loss_at, objective.trace):
        with pytest.raises(ValueError, match=r"expected shape \(3,\)"):
            ask(np.ones(shape))


def test_numbers_that_overflow_give_inf_or_nan_without_a_warning():
    network = Network((1, 1, 1), ("identity", "identity"))
    X, y = np.array([[1e200], [1.0]]), np.zeros((2, 1))
    for loss in (LOSSES["mean squared error"], LOSSES["huber"]):
        objective = NetworkObjective(network, X, y, loss)
        value, slopes = objective.evaluate(np.array([1e200, -1.0]))
        assert value == np.inf
        assert not np.isfinite(slopes).all()
        assert np.isinf(objective.trace(np.array([1e200, -1.0])).losses).any()
