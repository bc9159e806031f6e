import numpy as np
import pytest
from hypothesis import given

from gd_visualizer.core.activations import ACTIVATIONS
from gd_visualizer.core.losses import LOSSES
from gd_visualizer.core.network import chain_rule
from gd_visualizer.core.network.network import Network
from gd_visualizer.core.network.objective import NetworkObjective
from tests.core.strategies import (
    Case,
    case,
    cases,
    central_difference,
    complex_step,
    proof,
)

NETWORKS = 52  # for each of 5 losses and 4 depths: 1,040 in all


def assert_slopes_are_proved(objective, theta):
    """Central differences and a complex step find the slopes of both forms of the chain rule.

    A complex step is exact but for rounding: 1e-12. A central difference with h = 1e-6 rounds by
    about a hundred operations' 1e-16 of the loss over h, 1e-8 of it, and is cut off at h²: 1e-7.
    """
    kept = objective.trace(theta)
    plain = chain_rule.gradient(objective.network, kept)
    size = max(1.0, np.abs(chain_rule.point_gradients(objective.network, kept)).max())
    for slopes in (plain, objective.evaluate(theta)[1]):
        exact = complex_step(objective, theta)
        np.testing.assert_allclose(slopes, exact, rtol=1e-12, atol=1e-12 * size)
        near = central_difference(objective, theta)
        np.testing.assert_allclose(slopes, near, rtol=0, atol=1e-7 * max(size, kept.loss))


@pytest.mark.parametrize("depth", [1, 2, 3, 4])
@pytest.mark.parametrize("loss", LOSSES)
def test_slopes_of_random_networks_are_those_of_central_differences_and_complex_steps(loss, depth):
    proved = 0

    @proof(NETWORKS)
    @given(cases(loss=loss, depth=depth))
    def prove(one: Case):
        nonlocal proved
        assert_slopes_are_proved(*one)
        proved += 1

    prove()
    assert proved >= NETWORKS, "fewer networks were proved than were promised"


@pytest.mark.parametrize("depth", [1, 2, 3])
@pytest.mark.parametrize("loss", LOSSES)
@pytest.mark.parametrize("activation", ACTIVATIONS)
def test_slopes_hold_for_every_activation_loss_and_depth(activation, loss, depth):
    last = "sigmoid" if LOSSES[loss].of_sums else activation
    for biases in (False, True):
        layers = (3, 4, 2, 3)[: depth + 1]
        network = Network(layers, (activation,) * (depth - 1) + (last,), biases)
        assert_slopes_are_proved(*case(network, LOSSES[loss], points=5, seed=depth))


@proof(100)
@given(cases())
def test_loss_is_the_mean_over_points_of_the_sum_over_outputs(one):
    objective, theta = one
    kept = objective.trace(theta)
    total = 0.0
    taken = kept.sums[-1] if objective.loss.of_sums else kept.predicted
    for predicted, actual in zip(taken, objective.y, strict=True):
        for p, t in zip(predicted, actual, strict=True):
            total += float(objective.loss.value(p, t))
    assert kept.loss == pytest.approx(total / objective.points, rel=1e-13)
    assert (kept.errors == kept.predicted - objective.y).all()


@proof(100)
@given(cases())
def test_trace_holds_every_factor_of_every_slope(one):
    objective, theta = one
    network, kept = objective.network, objective.trace(theta)
    slopes = chain_rule.point_gradients(network, kept)
    assert slopes.shape == (objective.points, network.size)
    for n in range(objective.points):
        for p in network.parameters:
            layer, target = p.layer - 1, p.target - 1
            feeds = kept.values[layer][n, p.source - 1] if p.source else 1.0
            node = kept.node_slopes[layer][n, target]
            bend = kept.activation_slopes[layer][n, target]
            assert slopes[n, p.index] == pytest.approx(node * feeds * bend, rel=1e-14, abs=0)
    mean = chain_rule.gradient(network, kept)
    size = np.abs(slopes).max()
    np.testing.assert_allclose(slopes.mean(axis=0), mean, rtol=1e-13, atol=1e-14 * size)


@proof(100)
@given(cases())
def test_slope_at_a_node_is_the_sum_over_the_weights_that_leave_it(one):
    objective, theta = one
    network, kept = objective.network, objective.trace(theta)
    weight = dict(zip(network.names, theta, strict=True))
    p, y = kept.predicted, objective.y
    if objective.loss.of_sums:  # cross-entropy
        np.testing.assert_allclose(kept.node_slopes[-1], (p - y) / (p * (1 - p)), rtol=1e-11)
    else:
        assert (kept.node_slopes[-1] == objective.loss.slope(p, y)).all()
    for layer in range(1, network.depth):
        for n in range(objective.points):
            for i in range(1, network.layers[layer] + 1):
                total = size = 0.0
                for j in range(1, network.layers[layer + 1] + 1):
                    there = kept.node_slopes[layer][n, j - 1]
                    bend = kept.activation_slopes[layer][n, j - 1]
                    term = there * bend * weight[f"w{layer + 1}_{i}_{j}"]
                    total, size = total + term, size + abs(term)
                slope = kept.node_slopes[layer - 1][n, i - 1]
                assert slope == pytest.approx(total, rel=0, abs=1e-14 * size)


@proof(100)
@given(cases())
def test_sums_values_and_bends_are_those_of_the_nodes(one):
    objective, theta = one
    network, kept = objective.network, objective.trace(theta)
    known = dict(zip(network.names, theta, strict=True))
    for layer, f in enumerate(network.functions, 1):
        below = kept.values[layer - 1]
        for j in range(1, network.layers[layer] + 1):
            terms = [known[f"w{layer}_{i}_{j}"] * a for i, a in enumerate(below.T, 1)]
            z = sum(terms) + known.get(f"b{layer}_{j}", 0.0)
            sums = kept.sums[layer - 1][:, j - 1]
            np.testing.assert_allclose(sums, z, rtol=1e-13, atol=1e-14)
        assert (kept.values[layer] == f.value(kept.sums[layer - 1])).all()
        bends = f.derivative(kept.sums[layer - 1], kept.values[layer])
        assert (kept.activation_slopes[layer - 1] == bends).all()
        product = kept.node_slopes[layer - 1] * kept.activation_slopes[layer - 1]
        np.testing.assert_allclose(kept.sum_slopes[layer - 1], product, rtol=1e-15)


def test_parameters_lie_layer_by_layer_weights_row_by_row_then_biases():
    network = Network((2, 2, 1), ("tanh", "identity"), biases=True)
    names = "w1_1_1 w1_1_2 w1_2_1 w1_2_2 b1_1 b1_2 w2_1_1 w2_2_1 b2_1"
    assert network.names == tuple(names.split())
    assert network.size == 9
    assert [network.parameter(name).index for name in network.names] == list(range(9))
    (W1, b1), (W2, b2) = network.unpack(np.arange(9.0))
    assert W1.tolist() == [[0, 1], [2, 3]]
    assert b1.tolist() == [4, 5]
    assert W2.tolist() == [[6], [7]]
    assert b2.tolist() == [8]
    assert network.pack([W1, W2], [b1, b2]).tolist() == list(range(9))
    assert network.pack([W1, W2]).tolist() == [0, 1, 2, 3, 0, 0, 6, 7, 0]


# The numbers of the lessons. The network 2-2-1 of `baseline`, its weights and its one point:
BASELINE = (np.array([1.0, -1, 1, 1, 2, -1]), [[2.0, 3]], [[13.0]])
SQUARED = LOSSES["mean squared error"]


def baseline(hidden="identity"):
    theta, X, y = BASELINE
    network = Network((2, 2, 1), (hidden, "identity"))
    return NetworkObjective(network, np.array(X), np.array(y), SQUARED), theta


def line(inputs, targets):
    """A network without a hidden layer: the sum of weights × inputs."""
    network = Network((len(inputs[0]), 1), ("identity",))
    return NetworkObjective(network, np.array(inputs), np.array(targets), SQUARED)


def after_a_step(objective, theta, rate):
    theta = theta - rate * objective.evaluate(theta)[1]
    return theta, objective.trace(theta)


def test_lesson_baseline_and_change_weights():
    objective, theta = baseline()
    kept = objective.trace(theta)
    assert kept.values[1].tolist() == [[5, 1]]
    assert kept.predicted.item() == 9
    assert kept.errors.item() == -4
    changed = objective.trace(np.array([1.0, -1, 1, 1, 3, -2]))
    assert changed.predicted.item() == 13
    assert changed.errors.item() == 0


def test_lesson_loss_function():
    objective = line([[10.0], [8], [6]], [[20.0], [3], [1]])
    kept = objective.trace(np.array([1.0]))
    assert kept.predicted.ravel().tolist() == [10, 8, 6]
    assert kept.errors.ravel().tolist() == [-10, 5, 5]
    assert kept.losses.ravel().tolist() == [100, 25, 25]
    assert kept.loss == objective.loss_at(np.array([1.0])) == 50


def test_lesson_slope_and_learning_rate_one():
    objective, theta = line([[3.0]], [[10.0]]), np.array([2.0])
    kept = objective.trace(theta)
    assert kept.predicted.item() == 6
    assert kept.node_slopes[0].item() == -8
    assert chain_rule.gradient(objective.network, kept).tolist() == [-24]
    assert objective.evaluate(theta)[1].tolist() == [-24]
    assert after_a_step(objective, theta, 0.01)[0] == pytest.approx([2.24], rel=1e-15)
    theta, kept = after_a_step(objective, theta, 1)
    assert theta.tolist() == [26]
    assert kept.errors.item() == 68
    assert kept.loss == 4624


def test_lesson_two_inputs():
    objective, theta = line([[3.0, 4]], [[6.0]]), np.array([1.0, 2])
    kept = objective.trace(theta)
    assert kept.predicted.item() == 11
    assert kept.errors.item() == 5
    assert objective.evaluate(theta)[1].tolist() == [30, 40]
    theta, kept = after_a_step(objective, theta, 0.01)
    assert theta == pytest.approx([0.7, 1.6], rel=1e-15)
    assert kept.errors.item() == pytest.approx(2.5, rel=1e-15)


def test_lesson_through_a_layer():
    objective, theta = baseline()
    slopes = dict(zip(objective.network.names, objective.evaluate(theta)[1], strict=True))
    assert [slopes["w2_1_1"], slopes["w2_2_1"]] == [-40, -8]
    assert [slopes["w1_1_1"], slopes["w1_2_1"]] == [-32, -48]
    assert [slopes["w1_1_2"], slopes["w1_2_2"]] == [16, 24]
    _, kept = after_a_step(objective, theta, 0.01)
    assert kept.errors.item() == pytest.approx(4.0288, rel=1e-14)
    assert round(kept.loss, 2) == 16.23
    _, kept = after_a_step(objective, theta, 0.001)
    assert -4 < kept.errors.item() < 0


def test_lesson_activation_has_a_dead_node():
    objective, _ = baseline(hidden="relu")
    theta = np.array([1.0, -1, 1, -1, 2, -1])
    kept = objective.trace(theta)
    assert kept.sums[0].tolist() == [[5, -5]]
    assert kept.values[1].tolist() == [[5, 0]]
    assert (kept.predicted.item(), kept.errors.item(), kept.loss) == (10, -3, 9)
    assert kept.node_slopes[1].item() == -6
    assert kept.node_slopes[0].tolist() == [[-12, 6]]
    assert kept.activation_slopes[0].tolist() == [[1, 0]]
    slopes = dict(zip(objective.network.names, objective.evaluate(theta)[1], strict=True))
    assert [slopes["w1_1_1"], slopes["w1_2_1"]] == [-24, -36]
    assert [slopes["w1_1_2"], slopes["w1_2_2"]] == [0, 0]
    assert [slopes["w2_1_1"], slopes["w2_2_1"]] == [-30, 0]


@pytest.mark.parametrize(("sum_", "actual"), [(800.0, 0.0), (-800.0, 1.0), (-50.0, 1.0)])
def test_a_certain_and_wrong_prediction_has_the_slope_p_minus_t(sum_, actual):
    network = Network((1, 1), ("sigmoid",))
    theta, loss = np.array([sum_]), LOSSES["binary cross-entropy"]
    objective = NetworkObjective(network, np.array([[1.0]]), np.array([[actual]]), loss)
    with np.errstate(all="raise", under="ignore"):
        kept = chain_rule.trace(network, theta, objective.X, objective.y, loss)
    slope = np.sign(sum_)
    assert kept.loss == abs(sum_)
    assert kept.sum_slopes[0].item() == slope
    assert chain_rule.gradient(network, kept).item() == slope
    assert objective.evaluate(theta) == (abs(sum_), slope)


def test_cross_entropy_without_a_sigmoid_is_no_objective():
    network, loss = Network((1, 1), ("tanh",)), LOSSES["binary cross-entropy"]
    with pytest.raises(ValueError, match="sigmoid"):
        NetworkObjective(network, np.ones((1, 1)), np.ones((1, 1)), loss)
