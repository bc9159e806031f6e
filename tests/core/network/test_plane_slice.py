import itertools

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from gd_visualizer.core.losses import LOSSES
from gd_visualizer.core.network import plane_slice
from gd_visualizer.core.network.network import Network
from gd_visualizer.core.network.objective import NetworkObjective
from gd_visualizer.core.objective import landscape
from gd_visualizer.core.objective.plane import Plane
from tests.core.strategies import anywhere, case, cases, proof

AXIS = np.array([-1.5, 0.25, 2.0])


def a_plane(size, directions=2, seed=0):
    """Neither orthogonal nor of unit length, and not through any theta."""
    rng = np.random.default_rng(seed)
    names = ("one", "two")[:directions]
    return Plane("given", names, rng.uniform(-1, 1, (directions, size)), rng.uniform(-1, 1, size))


def parameters(network, names):
    basis = np.eye(network.size)[[network.parameter(name).index for name in names]]
    return Plane("parameters", names, basis, np.zeros(network.size))


def one_by_one(objective, theta, directions, coordinates):
    """The slice as a plain loop over its samples."""
    losses = np.empty([len(c) for c in coordinates])
    for place in np.ndindex(*losses.shape):
        here = np.array([c[i] for c, i in zip(coordinates, place, strict=True)])
        losses[place] = objective.loss_at(directions.at(theta, here))
    return losses


def assert_like_a_plain_loop(objective, theta, directions, coordinates):
    got = landscape.sample(objective, theta, directions, coordinates)
    expected = one_by_one(objective, theta, directions, coordinates)
    assert got.axes == directions.names
    assert got.losses.shape == expected.shape
    assert got.losses.dtype == np.float64
    # where a loss all but vanishes, its rounding is that of the predictions
    atol = 1e-14 * expected.max()
    np.testing.assert_allclose(got.losses, expected, rtol=1e-12, atol=atol)


@proof(300)
@given(
    cases(most_points=12),
    st.sampled_from([None, 1, 2, 5, 8, 11, 29]),
    st.integers(1, 2),
    st.integers(0, 99),
    st.data(),
)
def test_random_networks_give_what_a_plain_loop_gives_whatever_the_pieces(
    one, columns, k, seed, data
):
    objective, theta = one
    k = min(k, len(theta))
    edges = st.floats(-3, 3, allow_subnormal=False)
    coordinates = [np.array(data.draw(st.lists(edges, min_size=1, max_size=7))) for _ in range(k)]
    with pytest.MonkeyPatch.context() as patch:
        if columns:  # np.clip lets the upper bound win
            patch.setattr(plane_slice, "_MOST_COLUMNS", columns)
        assert_like_a_plain_loop(objective, theta, a_plane(len(theta), k, seed), coordinates)


@pytest.mark.parametrize("biases", [False, True])
@pytest.mark.parametrize("loss", LOSSES)
def test_along_two_parameters_the_slice_is_the_landscape(loss, biases):
    network = Network((2, 3, 2, 2), ("tanh", "leaky relu", "sigmoid"), biases)
    objective, theta = case(network, LOSSES[loss], points=3, seed=5)
    coordinates = AXIS, AXIS[:2] + 0.1
    for names in itertools.permutations(network.names[::2], 2):
        got = landscape.sample(objective, theta, parameters(network, names), coordinates)
        expected = landscape.sample(objective, theta, names, coordinates)
        assert got.axes == expected.axes
        np.testing.assert_allclose(got.losses, expected.losses, rtol=1e-12)


@pytest.mark.parametrize("loss", LOSSES)
def test_along_one_parameter_the_slice_is_the_landscape(loss):
    network = Network((2, 3, 2, 2), ("relu", "softplus", "sigmoid"), biases=True)
    objective, theta = case(network, LOSSES[loss], points=3, seed=6)
    for name in network.names:
        got = landscape.sample(objective, theta, parameters(network, (name,)), (AXIS,))
        expected = landscape.sample(objective, theta, (name,), (AXIS,))
        np.testing.assert_allclose(got.losses, expected.losses, rtol=1e-12)


def test_a_wide_network_with_many_points_gives_what_a_plain_loop_gives():
    network = Network((64, 64, 64, 2), ("tanh", "relu", "identity"), biases=True)
    objective, theta = anywhere(network, LOSSES["huber"], points=700, seed=2)
    directions = a_plane(len(theta))
    grid = plane_slice.PlaneSampler(
        objective, theta, directions, (AXIS, AXIS), np.dtype(np.float64)
    )
    assert grid.columns < 700, "one block of points would prove nothing"
    assert_like_a_plain_loop(objective, theta, directions, (AXIS, AXIS + 0.1))


@proof(50)
@given(cases(), st.integers(1, 2))
def test_the_slice_passes_through_the_present_loss(one, k):
    objective, theta = one
    directions = a_plane(len(theta), min(k, len(theta)))
    here = [np.array([c]) for c in directions.coordinates(theta)]
    loss = landscape.sample(objective, theta, directions, here).losses.item()
    assert loss == pytest.approx(objective.loss_at(theta), rel=1e-11, abs=1e-14)


def bowl(loss="mean squared error"):
    last = "sigmoid" if LOSSES[loss].of_sums else "identity"
    network = Network((2, 3, 1), ("tanh", last), biases=True)
    objective, theta = case(network, LOSSES[loss], points=6, seed=4)
    return objective, theta, a_plane(len(theta), seed=1)


@pytest.mark.parametrize("k", [1, 2])
def test_a_slice_is_read_only_and_leaves_theta_alone(k):
    objective, theta, _ = bowl()
    before, coordinates = theta.copy(), [AXIS.copy() for _ in range(k)]
    got = landscape.sample(objective, theta, a_plane(len(theta), k), coordinates)
    assert (theta == before).all()
    coordinates[0][0] = 99
    assert got.coordinates[0][0] == AXIS[0]
    for array in (got.losses, *got.coordinates):
        with pytest.raises(ValueError, match="read-only"):
            array[0] = 0


@pytest.mark.parametrize("k", [1, 2])
@pytest.mark.parametrize("loss", LOSSES)
def test_refining_yields_none_then_the_coarse_grid_then_finer_ones(k, loss):
    objective, theta, _ = bowl(loss)
    directions = a_plane(len(theta), k)
    sizes, ranges = (3, 5, 9), [(-1.0, 2.0), (0.0, 4.0)][:k]
    grids = list(landscape.refine(objective, theta, directions, ranges, sizes))
    assert grids[0] is None
    ready = [g for g in grids if g is not None]
    assert grids.index(ready[0]) == len(grids) - len(ready), "None after a grid was ready"
    lengths = [g.losses.shape for g in ready]
    assert list(dict.fromkeys(lengths)) == [(n,) * k for n in sizes]
    assert lengths[-2:] != [(9,) * k] * 2, "the finest grid is the end"
    for grid in dict.fromkeys(ready):
        for c, (low, high) in zip(grid.coordinates, ranges, strict=True):
            assert (c[0], c[-1]) == (low, high)
        exact = landscape.sample(objective, theta, directions, grid.coordinates).losses
        np.testing.assert_allclose(grid.losses, exact, rtol=1e-4, atol=1e-6 * exact.max())
        assert not grid.losses.flags.writeable


def test_refining_in_float64_is_sampling():
    objective, theta, directions = bowl()
    *_, last = landscape.refine(
        objective, theta, directions, [(-1, 1), (-2, 2)], (3, 6), np.float64
    )
    coordinates = np.linspace(-1, 1, 6), np.linspace(-2, 2, 6)
    assert (last.losses == landscape.sample(objective, theta, directions, coordinates).losses).all()


def test_float32_stays_float32_inside():
    objective, theta, directions = bowl()
    grid = plane_slice.PlaneSampler(
        objective, theta, directions, (AXIS, AXIS), np.dtype(np.float32)
    )
    # Outside nothing tells: a float64 array inside costs time and no digit.
    block = plane_slice._Block(grid, slice(None), AXIS)
    assert block.losses(0.1).dtype == np.float32
    assert {a.dtype for a in (block.base, block.along, block.spread, block.t)} == {grid.dtype}


def test_refining_can_be_dropped_at_any_piece_and_never_holds_numpys_error_state():
    objective, theta, directions = bowl()
    ranges = [(-1.0, 1.0), (-1.0, 1.0)]
    expected = one_by_one(objective, theta, directions, (AXIS, AXIS))
    state = np.geterr()
    for pieces in range(1, 12):
        work = landscape.refine(objective, theta, directions, ranges, (3, 5))
        for _ in range(pieces):
            next(work, None)
            assert np.geterr() == state
        work.close()
        got = landscape.sample(objective, theta, directions, (AXIS, AXIS)).losses
        np.testing.assert_allclose(got, expected, rtol=1e-12)


@pytest.mark.parametrize("k", [1, 2])
@pytest.mark.parametrize("loss", LOSSES)
def test_numbers_that_overflow_give_inf_or_nan_without_a_warning(k, loss):
    last = "sigmoid" if LOSSES[loss].of_sums else "identity"
    network = Network((1, 2, 2), ("identity", last), biases=True)
    objective = NetworkObjective(
        network, np.array([[3.0], [1e200]]), np.zeros((2, 2)), LOSSES[loss]
    )
    theta = np.full(network.size, 0.5)
    far = [np.array([-1e300, 0.0, 1e300])] * k
    directions = a_plane(len(theta), k)
    losses = landscape.sample(objective, theta, directions, far).losses
    *_, grid = landscape.refine(objective, theta, directions, [(-1e60, 1e60)] * k, (2, 3))
    if last == "identity":  # a sigmoid makes finite what overflowed below it
        finite = np.isfinite(one_by_one(objective, theta, directions, far))
        assert not finite.all()
        assert (np.isfinite(losses) == finite).all()
        assert not np.isfinite(grid.losses).all()


def test_coordinates_or_planes_that_do_not_fit_are_refused():
    objective, theta, directions = bowl()
    with pytest.raises(ValueError, match="2 axes, but coordinates for 1"):
        landscape.sample(objective, theta, directions, (AXIS,))
    with pytest.raises(ValueError, match="2 axes, but coordinates for 3"):
        next(landscape.refine(objective, theta, directions, [(-1, 1)] * 3))
    with pytest.raises(ValueError, match="plane: expected origin"):
        landscape.sample(objective, theta, a_plane(len(theta) + 1), (AXIS, AXIS))
