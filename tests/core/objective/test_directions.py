import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from gd_visualizer.core.losses import LOSSES
from gd_visualizer.core.network.network import Network
from gd_visualizer.core.network.objective import NetworkObjective
from gd_visualizer.core.objective.directions import (
    Plane,
    gradient_plane,
    principal_plane,
    random_plane,
)
from tests.core.strategies import anywhere, case, cases, proof

SIZES = st.integers(2, 12)
SEEDS = st.integers(0, 2**32 - 1)
BOTH = ("one", "two")


def a_plane(size, k, seed):
    rng = np.random.default_rng(seed)
    basis, origin = rng.normal(size=(k, size)), rng.normal(size=size)
    return Plane("given", BOTH[:k], basis * rng.uniform(0.01, 100, (k, 1)), origin)


def curved(seed=3):
    network = Network((2, 3, 1), ("tanh", "identity"), biases=True)
    return case(network, LOSSES["mean squared error"], points=7, seed=seed)


def filters(network, theta):
    """Each node's column of W with its bias below."""
    for W, b in network.unpack(theta):
        yield from (W if b is None else np.vstack([W, b])).T


def filter_lengths(network, theta):
    return [np.linalg.norm(one) for one in filters(network, theta)]


@proof(100)
@given(SIZES, st.integers(1, 2), SEEDS)
def test_theta_moved_to_a_place_has_its_coordinates(size, k, seed):
    plane, rng = a_plane(size, k, seed), np.random.default_rng(seed + 1)
    theta, place = rng.normal(size=size), rng.normal(size=k)
    moved = plane.at(theta, place)
    rounding = 1e-11 * np.abs(theta).max() / np.linalg.svd(plane.basis)[1][-1]
    np.testing.assert_allclose(plane.coordinates(moved), place, rtol=1e-9, atol=rounding)
    back = plane.at(moved, plane.coordinates(theta))
    np.testing.assert_allclose(back, theta, rtol=1e-9, atol=1e-9 * np.abs(moved).max())


@proof(100)
@given(SIZES, st.integers(1, 2), SEEDS)
def test_at_its_own_coordinates_theta_stays_where_it_is(size, k, seed):
    theta = np.random.default_rng(seed + 1).normal(size=size)
    plane = a_plane(size, k, seed)
    assert (plane.at(theta, plane.coordinates(theta)) == theta).all()


@proof(100)
@given(SIZES, st.integers(1, 2), SEEDS)
def test_coordinates_are_those_of_least_squares(size, k, seed):
    plane = a_plane(size, k, seed)
    thetas = np.random.default_rng(seed + 1).normal(size=(5, size))
    expected = np.linalg.lstsq(plane.basis.T, (thetas - plane.origin).T)[0].T
    got = plane.coordinates(thetas)
    assert got.shape == (5, k)
    np.testing.assert_allclose(got, expected, rtol=1e-8, atol=1e-9 * np.abs(expected).max())
    np.testing.assert_allclose(plane.coordinates(thetas[2]), got[2], rtol=1e-9, atol=1e-12)


def test_a_theta_that_is_not_finite_spoils_its_own_coordinates_only():
    plane, thetas = a_plane(3, 2, 0), np.ones((3, 3))
    thetas[1, 1] = np.inf
    assert np.isfinite(plane.coordinates(thetas)).all(axis=1).tolist() == [True, False, True]


def test_slopes_are_the_derivatives_along_the_directions():
    objective, theta = curved()
    plane, h = a_plane(len(theta), 2, 5), 1e-6
    plane = Plane("given", BOTH, plane.basis / np.abs(plane.basis).max(), plane.origin)
    here = plane.coordinates(theta)
    losses = [
        [objective.loss_at(plane.at(theta, here + s * h * e)) for s in (-1, 1)] for e in np.eye(2)
    ]
    expected = [(high - low) / (2 * h) for low, high in losses]
    slopes = plane.slopes(objective.evaluate(theta)[1])
    np.testing.assert_allclose(slopes, expected, rtol=1e-6, atol=1e-8)


def test_slopes_of_a_gradient_that_is_not_finite_come_without_a_warning():
    assert not np.isfinite(a_plane(3, 2, 0).slopes(np.array([np.inf, -np.inf, 1.0]))).any()


@pytest.mark.parametrize(
    ("names", "basis", "message"),
    [
        (BOTH, [[1, 0, 0], [2, 0, 0]], "parallel"),
        (BOTH, [[1, 0, 0], [0, 0, 0]], "zero"),
        (BOTH[:1], [[0, 0, 0]], "zero"),
        (BOTH[:1], [[1, np.nan, 0]], "finite"),
        (BOTH, [[1, 0, 0]], "expected shape"),
        (BOTH[:1], [[1, 0]], "expected shape"),
        ((), np.zeros((0, 3)), "one or two"),
        (("1", "2", "3"), np.eye(3), "one or two"),
    ],
)
def test_directions_that_span_no_plane_are_refused(names, basis, message):
    with pytest.raises(ValueError, match=message):
        Plane("given", names, np.array(basis, float), np.zeros(3))


def test_a_plane_is_read_only_and_its_own():
    basis, origin = np.eye(3)[:2], np.zeros(3)
    plane = Plane("given", BOTH, basis, origin)
    basis[0, 0] = origin[0] = 9
    assert (plane.basis[0, 0], plane.origin[0]) == (1, 0)
    for array in (plane.basis, plane.origin):
        with pytest.raises(ValueError, match="read-only"):
            array[0] = 1


def assert_orthonormal(basis):
    np.testing.assert_allclose(basis @ basis.T, np.eye(2), atol=1e-14)


@proof(200)
@given(cases())
def test_the_gradient_plane_is_orthonormal_with_the_gradient_first(one):
    objective, theta = one
    gradient = objective.evaluate(theta)[1]
    if len(theta) < 2 or not gradient.any():
        with pytest.raises(ValueError, match=r"two parameters|zero"):
            gradient_plane(objective, theta)
        return
    plane = gradient_plane(objective, theta)
    assert_orthonormal(plane.basis)
    np.testing.assert_allclose(plane.basis[0], gradient / np.linalg.norm(gradient), rtol=1e-12)
    slopes = plane.slopes(gradient)
    assert slopes[0] == pytest.approx(np.linalg.norm(gradient), rel=1e-12)
    assert abs(slopes[1]) <= 1e-13 * slopes[0]
    assert (plane.origin == theta).all()


def test_the_gradient_turns_towards_the_second_direction():
    objective, theta = curved()
    plane = gradient_plane(objective, theta)
    u, v = plane.basis
    ahead, behind = (objective.evaluate(theta + h * u)[1] for h in (1e-4, -1e-4))
    turned = ahead - behind
    turned -= (turned @ u) * u
    np.testing.assert_allclose(turned / np.linalg.norm(turned), v, atol=1e-6)


def test_a_gradient_given_is_the_one_taken():
    objective, theta = curved()
    batch = objective.evaluate(theta, np.array([0, 2]))[1]
    np.testing.assert_allclose(
        gradient_plane(objective, theta, batch).basis[0], batch / np.linalg.norm(batch), rtol=1e-12
    )
    assert (gradient_plane(objective, theta).basis == gradient_plane(objective, theta).basis).all()


@pytest.mark.parametrize("inputs", [2, 3, 5])
def test_where_the_gradient_does_not_turn_the_second_direction_is_fixed(inputs):
    network = Network((inputs, 1), ("identity",))
    X, y = np.eye(inputs), np.zeros((inputs, 1))  # a round bowl: H is a multiple of 1
    objective = NetworkObjective(network, X, y, LOSSES["mean squared error"])
    plane = gradient_plane(objective, np.arange(1.0, inputs + 1))
    assert_orthonormal(plane.basis)
    assert (gradient_plane(objective, 2 * plane.origin).basis == plane.basis).all()
    u, v = plane.basis
    assert inputs > 2 or v.tolist() == [-u[1], u[0]]


def test_a_gradient_that_shows_no_direction_is_refused():
    objective, theta = curved()
    with pytest.raises(ValueError, match="gradient is zero"):
        gradient_plane(objective, theta, np.zeros_like(theta))
    for bad in (np.inf, np.nan):
        with pytest.raises(ValueError, match="not finite"):
            gradient_plane(objective, theta, np.full_like(theta, bad))
    alone = NetworkObjective(
        Network((1, 1), ("relu",)), np.ones((1, 1)), np.ones((1, 1)), objective.loss
    )
    with pytest.raises(ValueError, match="two parameters"):
        gradient_plane(alone, np.ones(1))


@pytest.mark.parametrize("scale", [1e-200, 1e200])
def test_tiny_and_huge_gradients_still_show_their_direction(scale):
    objective, theta = curved()
    gradient = objective.evaluate(theta)[1]
    plane = gradient_plane(objective, theta, scale * gradient)
    assert_orthonormal(plane.basis)
    expected = gradient / np.linalg.norm(gradient)
    np.testing.assert_allclose(plane.basis[0], expected, rtol=1e-12)


@proof(200)
@given(cases(), SEEDS)
def test_random_directions_have_the_filters_lengths(one, seed):
    network, theta = one.objective.network, one.theta
    if len(theta) < 2:
        with pytest.raises(ValueError, match="two parameters"):
            random_plane(network.filters, theta, seed)
        return
    plane = random_plane(network.filters, theta, seed)
    assert (plane.basis == random_plane(network.filters, theta, seed).basis).all()
    assert (plane.origin == theta).all()
    expected = filter_lengths(network, theta)
    np.testing.assert_allclose(filter_lengths(network, plane.basis[0]), expected, rtol=1e-12)
    assert np.linalg.norm(plane.basis[1]) == pytest.approx(np.linalg.norm(theta))
    if len(theta) > 20:
        np.testing.assert_allclose(filter_lengths(network, plane.basis[1]), expected, rtol=1e-12)


def test_other_seeds_give_other_directions():
    objective, theta = curved()
    first, other = (random_plane(objective.network.filters, theta, seed) for seed in (1, 2))
    assert not np.isclose(first.basis, other.basis).any()


def test_a_filter_of_zeros_gets_the_others_mean_length():
    network = Network((2, 3, 1), ("relu", "identity"), biases=True)
    theta = np.ones(network.size)
    theta[[p.index for p in network.parameters if (p.layer, p.target) == (1, 2)]] = 0
    mean = (2 * np.sqrt(3) + 2) / 3
    for row in random_plane(network.filters, theta, 0).basis:
        got = filter_lengths(network, row)
        np.testing.assert_allclose(got, [np.sqrt(3), mean, np.sqrt(3), 2], rtol=1e-12)
    for row in random_plane(network.filters, np.zeros(network.size), 0).basis:
        np.testing.assert_allclose(filter_lengths(network, row), 1, rtol=1e-12)


@pytest.mark.parametrize("theta", [(1.0, -2.0), (1e-3, 5.0), (0.0, 1.0), (0.0, 0.0)])
def test_in_a_chain_of_two_weights_the_directions_still_span_the_plane(theta):
    network = Network((1, 1, 1), ("tanh", "identity"))
    for seed in range(20):
        basis = random_plane(network.filters, np.array(theta), seed).basis
        unit = basis / np.linalg.norm(basis, axis=1, keepdims=True)
        assert abs(np.linalg.det(unit)) > 0.1


def test_parameters_that_are_not_finite_have_no_random_plane():
    with pytest.raises(ValueError, match="not finite"):
        random_plane(Network((2, 1), ("relu",)).filters, np.array([1.0, np.inf]), 0)


def walk(rows, size, seed=0):
    return np.random.default_rng(seed).normal(size=(rows, size)).cumsum(axis=0)


@proof(100)
@given(st.integers(3, 300), SIZES, SEEDS)
def test_principal_directions_are_the_eigenvectors_of_the_covariance(rows, size, seed):
    path = walk(rows, size, seed)
    plane = principal_plane(path, path[-1])
    values, vectors = np.linalg.eigh(np.cov(path.T))
    assert_orthonormal(plane.basis)
    np.testing.assert_allclose(plane.shares, values[:-3:-1] / values.sum(), rtol=1e-9, atol=1e-12)
    assert sum(plane.shares) <= 1
    gaps = values[-1] - values[-2], values[-2] - values[-3] if size > 2 else values[-2]
    for row, vector, gap in zip(plane.basis, vectors.T[::-1], gaps, strict=False):
        if gap > 1e-3 * values[-1]:
            assert abs(row @ vector) == pytest.approx(1, abs=1e-9)


@proof(50)
@given(st.integers(3, 300), SIZES, SEEDS)
def test_a_path_ends_on_the_positive_side_of_its_start(rows, size, seed):
    path = walk(rows, size, seed)
    start, end = principal_plane(path, np.zeros(size)).coordinates(path[[0, -1]])
    assert (end - start >= -1e-9).all()


@pytest.mark.parametrize("size", [2, 3, 41])
@pytest.mark.parametrize("rows", [2, 50])
def test_on_a_line_the_second_direction_explains_nothing(rows, size):
    rng = np.random.default_rng(size)
    way = rng.normal(size=size)
    path = 5 + np.linspace(0, 1e-3, rows)[:, None] * way
    plane = principal_plane(path, path[0])
    assert plane.shares == (pytest.approx(1), 0)
    assert_orthonormal(plane.basis)
    np.testing.assert_allclose(plane.basis[0], way / np.linalg.norm(way), atol=1e-10)
    assert (plane.basis == principal_plane(path.copy(), path[0]).basis).all()


def test_a_closed_path_has_a_sign_too():
    turn = np.linspace(0, 2 * np.pi, 41)
    path = np.stack([-3 * np.cos(turn), np.sin(turn), 0 * turn], axis=1)
    basis = principal_plane(path, np.zeros(3)).basis
    np.testing.assert_allclose(basis, np.eye(3)[:2], atol=1e-12)


def test_a_long_path_is_drawn_by_few_rows_close_to_all_of_it():
    path = walk(100_000, 41)
    plane = principal_plane(path, path[-1])
    _, vectors = np.linalg.eigh(np.cov(path.T))
    assert abs(plane.basis[0] @ vectors[:, -1]) > 0.9999
    assert abs(plane.basis[1] @ vectors[:, -2]) > 0.9999


def test_rows_that_are_not_finite_are_left_out():
    path = walk(20, 4)
    expected = principal_plane(path[:18], path[0])
    path[18], path[19, 2] = np.inf, np.nan
    assert (principal_plane(path, path[0]).basis == expected.basis).all()


@pytest.mark.parametrize("path", [np.ones((5, 3)), np.zeros((1, 3)), np.full((4, 3), np.nan)])
def test_a_path_that_does_not_move_is_refused(path):
    with pytest.raises(ValueError, match="two different points"):
        principal_plane(path, np.zeros(3))


def test_a_path_of_one_parameter_has_no_plane():
    with pytest.raises(ValueError, match="two parameters"):
        principal_plane(walk(9, 1), np.zeros(1))


@pytest.mark.parametrize("scale", [1e-200, 1e300])
def test_tiny_and_huge_paths_have_the_same_directions(scale):
    path = walk(30, 5) / 100
    expected = principal_plane(path, path[0]).basis
    np.testing.assert_allclose(principal_plane(path * scale, path[0]).basis, expected, atol=1e-12)


def test_planes_of_a_wide_network_are_orthonormal_too():
    network = Network((8, 32, 32, 1), ("tanh", "relu", "identity"), biases=True)
    objective, theta = anywhere(network, LOSSES["huber"], points=20, seed=1)
    assert_orthonormal(gradient_plane(objective, theta).basis)
    assert_orthonormal(principal_plane(walk(3000, network.size), theta).basis)
