import numpy as np
import pytest
from hypothesis import given

from gd_visualizer.core.activations import ACTIVATIONS
from gd_visualizer.core.losses import LOSSES
from gd_visualizer.core.network import chain_rule
from gd_visualizer.core.network.network import Network
from gd_visualizer.core.network.objective import NetworkObjective
from gd_visualizer.core.objective.curvature import (
    curvature_at,
    power_iteration,
)
from tests.core.strategies import anywhere, case, cases, proof

SQUARED = LOSSES["mean squared error"]


def line(inputs, targets, loss=SQUARED):
    """A network without a hidden layer: its squared loss is a quadratic bowl."""
    return NetworkObjective(Network((len(inputs[0]), 1), ("identity",)), inputs, targets, loss)


def product_by_differences(objective, theta, v, step=1e-6):
    """H v (P,) as (∇f(θ + hv) − ∇f(θ − hv))/2h."""
    ahead, behind = (objective.evaluate(theta + s * v)[1] for s in (step, -step))
    return (ahead - behind) / (2 * step)


def hessian_by_differences(objective, theta):
    """The Hessian (P, P), made symmetric."""
    rows = np.stack([product_by_differences(objective, theta, v) for v in np.eye(len(theta))])
    return (rows + rows.T) / 2


def product_by_complex_step(objective, theta, v, step=1e-200):
    """H v (P,) as Im ∇f(θ + ihv)/h: the plain form of the chain rule holds for complex theta."""
    kept = chain_rule.trace(
        objective.network, theta + 1j * step * v, objective.X, objective.y, objective.loss
    )
    return chain_rule.gradient(objective.network, kept).imag / step


def directions(theta, count=2):
    """Random vectors whose parts add up to 1: as far from a kink as one parameter moved alone."""
    v = np.random.default_rng(len(theta)).standard_normal((count, len(theta)))
    return v / np.abs(v).sum(axis=1, keepdims=True)


def size_of(objective, theta):
    """What rounding is measured by: the largest slope of any one point."""
    slopes = chain_rule.point_gradients(objective.network, objective.trace(theta))
    return max(1.0, np.abs(slopes).max())


def assert_products_are_proved(objective, theta):
    """Two ways to the same products.

    A central difference with h = 1e-6 rounds by some 1e-15 of the slopes over h; a complex step
    only rounds. numpy's sign of a complex number is not the slope of |e|, so that one is left out.
    """
    product, size = objective.hessian(theta), size_of(objective, theta)
    for v in directions(theta):
        exact, near = product(v), product_by_differences(objective, theta, v)
        np.testing.assert_allclose(exact, near, rtol=1e-7, atol=1e-7 * size)
        if objective.loss.name != "mean absolute error":
            step = product_by_complex_step(objective, theta, v)
            np.testing.assert_allclose(exact, step, rtol=1e-11, atol=1e-12 * size)


@pytest.mark.parametrize("loss", LOSSES)
@pytest.mark.parametrize("activation", ACTIVATIONS)
def test_products_hold_for_every_activation_loss_and_depth(activation, loss):
    last = "sigmoid" if LOSSES[loss].of_sums else activation
    for depth in (1, 2, 3):
        for biases in (False, True):
            layers = (3, 4, 2, 3)[: depth + 1]
            network = Network(layers, (activation,) * (depth - 1) + (last,), biases)
            assert_products_are_proved(*case(network, LOSSES[loss], points=5, seed=depth))


@proof(200)
@given(cases())
def test_products_of_random_networks_are_those_of_differences_and_complex_steps(one):
    assert_products_are_proved(*one)


@proof(200)
@given(cases())
def test_the_hessian_is_symmetric(one):
    objective, theta = one
    u, v = directions(theta)
    product = objective.hessian(theta)
    size = size_of(objective, theta) + np.abs(product(u)).max() + np.abs(product(v)).max()
    assert u @ product(v) == pytest.approx(v @ product(u), rel=1e-12, abs=1e-13 * size)


@proof(300)
@given(cases())
def test_largest_is_the_largest_eigenvalue_of_the_explicit_hessian(one):
    objective, theta = one
    found = curvature_at(objective, theta)
    assert found.settled
    hessian = hessian_by_differences(objective, theta)
    values = np.linalg.eigvalsh(hessian)
    size = max(size_of(objective, theta), np.abs(values).max())
    assert found.largest == pytest.approx(values[-1], rel=1e-5, abs=1e-7 * size)
    assert np.linalg.norm(found.direction) == pytest.approx(1, rel=1e-12)
    bent = objective.hessian(theta)(found.direction)
    rest = np.linalg.norm(bent - found.largest * found.direction)
    assert rest <= 1.01e-6 * abs(found.largest) + 1e-11 * size


@proof(100)
@given(cases())
def test_estimates_rise_and_only_the_last_is_settled(one):
    found = list(power_iteration(*one))
    assert [f.settled for f in found] == [False] * (len(found) - 1) + [True]
    rises = np.diff([f.largest for f in found])
    assert (rises >= -1e-12 * max(abs(f.largest) for f in found)).all()


def test_an_equal_pair_of_both_signs_does_not_stall_it():
    # (w1·w2 − 10)² bends at 0 like −20·w1·w2: a saddle, where the plain power iteration swings
    objective = NetworkObjective(Network((1, 1, 1), ("identity",) * 2), [[1.0]], [[10.0]], SQUARED)
    theta = np.zeros(2)
    assert np.linalg.eigvalsh(hessian_by_differences(objective, theta)) == pytest.approx([-20, 20])
    found = curvature_at(objective, theta)
    assert found.settled
    assert found.largest == pytest.approx(20, rel=1e-12)
    assert np.abs(found.direction) == pytest.approx(np.sqrt([0.5, 0.5]))


def test_the_eigenvalue_of_largest_magnitude_may_be_negative():
    dominated = 0
    for seed in range(40):
        network = Network((2, 3, 1), ("tanh", "tanh"), biases=True)
        objective, theta = anywhere(network, SQUARED, 3, seed)
        objective = NetworkObjective(network, objective.X, 5 * np.sign(objective.y), SQUARED)
        values = np.linalg.eigvalsh(hessian_by_differences(objective, theta))
        dominated += values[0] < -1.01 * abs(values[-1])
        found = curvature_at(objective, theta)
        assert found.settled
        assert found.largest == pytest.approx(values[-1], rel=1e-5)
    assert dominated >= 3, "too few of these networks have a dominant negative eigenvalue"


def test_where_every_direction_bends_downward_there_is_no_critical_rate():
    # (tanh(w) + 5)² at w = 1: the error is large, and tanh levels off
    objective = NetworkObjective(Network((1, 1), ("tanh",)), [[1.0]], [[-5.0]], SQUARED)
    found = list(power_iteration(objective, np.array([1.0])))
    assert len(found) == 1
    assert found[0].settled
    assert found[0].largest < 0
    assert found[0].critical_rate is None


def test_eigenvalues_that_are_all_alike_settle_at_once():
    found = list(power_iteration(line(np.eye(4), np.ones((4, 1))), np.zeros(4)))
    assert len(found) == 1
    assert found[0].largest == pytest.approx(0.5, rel=1e-12)


def test_eigenvalues_that_lie_close_together_settle():
    scales = np.sqrt(1 - np.r_[0, 1e-5, 1e-4, 1e-3, np.linspace(0.01, 1, 30)])
    objective = line(np.diag(scales), np.ones((34, 1)))
    found = curvature_at(objective, np.zeros(34))
    assert found.settled
    assert found.largest == pytest.approx(2 / 34, rel=1e-6)


def test_a_bowl_of_one_weight_has_its_textbook_critical_rate():
    objective = line([[3.0]], [[10.0]])
    found = list(power_iteration(objective, np.array([2.0])))
    assert len(found) == 1
    assert (found[0].largest, found[0].settled) == (18, True)
    assert found[0].critical_rate == 1 / 9
    assert np.abs(found[0].direction).tolist() == [1]
    for rate, grows in ((0.99 / 9, False), (1.01 / 9, True)):
        theta = np.array([2.0])
        errors = []
        for _ in range(2):
            errors.append(abs(objective.trace(theta).errors.item()))
            theta = theta - rate * objective.evaluate(theta)[1]
        assert (errors[1] > errors[0]) == grows


def test_a_bowl_of_many_weights_has_the_eigenvalues_of_its_data():
    objective, theta = anywhere(Network((6, 1), ("identity",)), SQUARED, 20, seed=1)
    hessian = 2 * objective.X.T @ objective.X / 20
    v = directions(theta)[0]
    np.testing.assert_allclose(objective.hessian(theta)(v), hessian @ v, rtol=1e-12)
    largest = np.linalg.eigvalsh(hessian)[-1]
    assert curvature_at(objective, theta).largest == pytest.approx(largest, rel=1e-11)


def test_a_loss_without_any_bend_is_settled_at_zero():
    objective = line([[1.0, 2.0]], [[30.0]], LOSSES["mean absolute error"])
    found = list(power_iteration(objective, np.zeros(2)))
    assert len(found) == 1
    assert (found[0].largest, found[0].settled, found[0].critical_rate) == (0, True, None)


@pytest.mark.parametrize("weight", [np.nan, np.inf, 1e200])
def test_numbers_that_overflow_end_it_unsettled(weight):
    objective, _ = anywhere(Network((2, 3, 1), ("relu", "identity")), SQUARED, 4, seed=0)
    found = curvature_at(objective, np.full(9, weight))
    assert np.isnan(found.largest)
    assert not found.settled
    assert found.critical_rate is None


def test_a_bowl_bends_as_much_where_its_loss_overflows():
    assert curvature_at(line([[3.0]], [[10.0]]), np.array([1e200])).largest == 18


def test_it_gives_up_after_so_many_products_and_repeats_itself():
    objective, theta = anywhere(Network((4, 5, 1), ("tanh", "identity")), SQUARED, 9, seed=2)
    few = list(power_iteration(objective, theta, most=3))
    assert len(few) == 3
    assert not few[-1].settled
    again = list(power_iteration(objective, theta, most=3))
    assert [f.largest for f in few] == [f.largest for f in again]
    assert few[-1].largest <= curvature_at(objective, theta).largest
    with pytest.raises(ValueError, match="read-only"):
        few[-1].direction[0] = 1


@pytest.mark.parametrize("name", ACTIVATIONS)
def test_curvature_of_an_activation_is_the_slope_of_its_derivative(name):
    f, z, h = ACTIVATIONS[name], np.linspace(-5, 5, 40), 1e-6  # 0, a kink, is not among them
    ahead, behind = (f.derivative(x, f.value(x)) for x in (z + h, z - h))
    near = (ahead - behind) / (2 * h)
    np.testing.assert_allclose(f.curvature(z, f.value(z)), near, rtol=1e-7, atol=1e-9)
    z = np.array([800.0, -800.0])
    with np.errstate(all="raise", under="ignore"):
        assert not f.curvature(z, f.value(z)).any()


@pytest.mark.parametrize(
    ("name", "bent"), [("relu", 0), ("leaky relu", 0), ("tanh", 0), ("softplus", 0.25)]
)
def test_curvature_of_an_activation_at_0_is_that_of_the_middle_and_0_at_a_kink(name, bent):
    f, z = ACTIVATIONS[name], np.array([0.0, -0.0])
    assert f.curvature(z, f.value(z)).tolist() == [bent, bent]


@pytest.mark.parametrize("name", LOSSES)
def test_curvature_of_a_loss_is_the_slope_of_its_slope(name):
    loss, h = LOSSES[name], 1e-7
    p = np.linspace(0.02, 0.98, 25) if loss.of_sums else np.linspace(-3, 3, 25)
    for target in (0.0, 0.3, 1.0):
        t = np.full_like(p, target)
        apart = np.minimum(np.abs(p - t), np.abs(np.abs(p - t) - 1)) > 1e-3  # not at a kink
        near = (loss.slope(p + h, t) - loss.slope(p - h, t)) / (2 * h)
        np.testing.assert_allclose(loss.curvature(p, t)[apart], near[apart], rtol=1e-6, atol=1e-6)


def test_curvature_at_the_edges_of_the_losses():
    edges = np.array([-1.0, 0.0, 1.0, 1.5])
    assert LOSSES["huber"].curvature(edges, np.zeros(4)).tolist() == [1, 1, 1, 0]
    assert LOSSES["mean absolute error"].curvature(edges, np.zeros(4)).tolist() == [0, 0, 0, 0]
    z, t = np.array([-800.0, -40.0, 0.0, 40.0]), np.array([0.0, 1.0, 0.5, 1.0])
    with np.errstate(all="raise", under="ignore"):  # p(1 − p)
        bends = LOSSES["binary cross-entropy"].curvature(z, t)
    np.testing.assert_allclose(bends, [0, np.exp(-40), 0.25, np.exp(-40)], rtol=1e-12)
