import itertools

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from gd_visualizer.core.losses import LOSSES
from gd_visualizer.core.network import axis_slice
from gd_visualizer.core.network.network import Network
from gd_visualizer.core.network.objective import NetworkObjective
from gd_visualizer.core.objective import landscape
from tests.core.strategies import anywhere, case, cases, proof


def one_by_one(objective, theta, axes, coordinates):
    """The slice as a plain loop over its samples."""
    losses = np.empty([len(c) for c in coordinates])
    at = [objective.network.parameter(name).index for name in axes]
    for place in np.ndindex(*losses.shape):
        moved = theta.copy()
        moved[at] = [c[i] for c, i in zip(coordinates, place, strict=True)]
        losses[place] = objective.loss_at(moved)
    return losses


def assert_like_a_plain_loop(objective, theta, axes, coordinates):
    got = landscape.sample(objective, theta, axes, coordinates)
    expected = one_by_one(objective, theta, axes, coordinates)
    assert got.axes == tuple(axes)
    assert got.losses.shape == expected.shape
    assert got.losses.dtype == np.float64
    # where a loss all but vanishes, its rounding is that of the predictions
    atol = 1e-14 * expected.max()
    np.testing.assert_allclose(got.losses, expected, rtol=1e-12, atol=atol, err_msg=str(axes))


AXIS = np.array([-1.5, 0.25, 2.0])


@pytest.mark.parametrize("biases", [False, True])
@pytest.mark.parametrize("loss", LOSSES)
def test_every_pair_of_parameters_in_both_orders_gives_what_a_plain_loop_gives(loss, biases):
    network = Network((2, 3, 2, 2), ("tanh", "leaky relu", "sigmoid"), biases)
    objective, theta = case(network, LOSSES[loss], points=3, seed=5)
    for axes in itertools.permutations(network.names, 2):
        assert_like_a_plain_loop(objective, theta, axes, (AXIS, AXIS[:2] + 0.1))


@pytest.mark.parametrize("loss", LOSSES)
def test_every_single_parameter_gives_what_a_plain_loop_gives(loss):
    network = Network((2, 3, 2, 2), ("relu", "softplus", "sigmoid"), biases=True)
    objective, theta = case(network, LOSSES[loss], points=3, seed=6)
    for name in network.names:
        assert_like_a_plain_loop(objective, theta, (name,), (AXIS,))


@proof(300)
@given(cases(most_points=12), st.sampled_from([None, 1, 2, 5, 8, 11, 29]), st.data())
def test_random_networks_give_what_a_plain_loop_gives_whatever_the_pieces(one, columns, data):
    objective, theta = one
    names = st.sampled_from(objective.network.names)
    axes = data.draw(st.lists(names, min_size=1, max_size=2, unique=True))
    edges = st.floats(-3, 3, allow_subnormal=False)
    coordinates = [np.array(data.draw(st.lists(edges, min_size=1, max_size=7))) for _ in axes]
    with pytest.MonkeyPatch.context() as patch:
        if columns:  # np.clip lets the upper bound win
            patch.setattr(axis_slice, "_MOST_COLUMNS", columns)
        assert_like_a_plain_loop(objective, theta, axes, coordinates)


@pytest.mark.parametrize("axes", [("w1_1_1", "w1_2_3"), ("w2_5_1", "w1_1_5"), ("b2_1", "w2_2_1")])
def test_a_wide_network_with_many_points_gives_what_a_plain_loop_gives(axes):
    network = Network((64, 64, 64, 2), ("tanh", "relu", "identity"), biases=True)
    objective, theta = anywhere(network, LOSSES["huber"], points=300, seed=2)
    assert 1_500_000 // network.size < 300, "one block of points would prove nothing"
    assert_like_a_plain_loop(objective, theta, axes, (AXIS, AXIS + 0.1))


@proof(50)
@given(cases(), st.data())
def test_the_slice_passes_through_the_present_loss(one, data):
    objective, theta = one
    pair = st.lists(st.sampled_from(objective.network.names), min_size=1, max_size=2, unique=True)
    axes = data.draw(pair)
    here = [theta[[objective.network.parameter(name).index]] for name in axes]
    losses = landscape.sample(objective, theta, axes, here).losses
    assert losses.item() == pytest.approx(objective.loss_at(theta), rel=1e-12, abs=0)


def bowl(loss="mean squared error"):
    last = "sigmoid" if LOSSES[loss].of_sums else "identity"
    network = Network((2, 3, 1), ("tanh", last), biases=True)
    return case(network, LOSSES[loss], points=6, seed=4)


@pytest.mark.parametrize("axes", [("w1_1_1", "w2_1_1"), ("w2_1_1", "w1_1_1"), ("b1_2", "w1_1_1")])
def test_the_first_index_of_the_losses_is_the_first_axis(axes):
    objective, theta = bowl()
    first, second = np.linspace(-1, 1, 4), np.linspace(-3, 3, 7)
    both = landscape.sample(objective, theta, axes, (first, second))
    assert both.losses.shape == (4, 7)
    assert [c.tolist() for c in both.coordinates] == [first.tolist(), second.tolist()]
    moved = theta.copy()
    moved[objective.network.parameter(axes[1]).index] = second[5]
    alone = landscape.sample(objective, moved, axes[:1], (first,))
    np.testing.assert_allclose(both.losses[:, 5], alone.losses, rtol=1e-12)


@pytest.mark.parametrize("axes", [("w1_1_1",), ("w1_1_1", "b2_1"), ("b2_1", "w1_1_1")])
def test_a_slice_is_read_only_and_leaves_theta_alone(axes):
    objective, theta = bowl()
    before = theta.copy()
    coordinates = [AXIS.copy() for _ in axes]
    got = landscape.sample(objective, theta, axes, coordinates)
    assert (theta == before).all()
    coordinates[0][0] = 99
    assert got.coordinates[0][0] == AXIS[0]
    for array in (got.losses, *got.coordinates):
        with pytest.raises(ValueError, match="read-only"):
            array[0] = 0


@pytest.mark.parametrize("axes", [("w1_1_1",), ("w2_3_1", "w1_1_2"), ("w1_1_1", "b1_1")])
@pytest.mark.parametrize("loss", LOSSES)
def test_refining_yields_none_then_the_coarse_grid_then_finer_ones(axes, loss):
    objective, theta = bowl(loss)
    sizes, ranges = (3, 5, 9), [(-1.0, 2.0), (0.0, 4.0)][: len(axes)]
    grids = list(landscape.refine(objective, theta, axes, ranges, sizes))
    assert grids[0] is None
    ready = [g for g in grids if g is not None]
    assert grids.index(ready[0]) == len(grids) - len(ready), "None after a grid was ready"
    lengths = [g.losses.shape for g in ready]
    assert lengths == sorted(lengths)
    assert list(dict.fromkeys(lengths)) == [(n,) * len(axes) for n in sizes]
    assert lengths[-2:] != [(9,) * len(axes)] * 2, "the finest grid is the end"
    for grid in dict.fromkeys(ready):
        for c, (low, high) in zip(grid.coordinates, ranges, strict=True):
            assert (c[0], c[-1]) == (low, high)
        exact = landscape.sample(objective, theta, axes, grid.coordinates).losses
        np.testing.assert_allclose(grid.losses, exact, rtol=1e-4, atol=1e-7 * exact.max())
        assert not grid.losses.flags.writeable


def test_pixels_show_the_loss_of_a_certain_and_wrong_prediction():
    network = Network((1, 1), ("sigmoid",))
    loss = LOSSES["binary cross-entropy"]
    objective = NetworkObjective(network, np.array([[-1.0], [1.0]]), np.array([[1.0], [0.0]]), loss)
    *_, grid = landscape.refine(objective, np.ones(1), ("w1_1_1",), [(-30.0, 30.0)], (31,))
    exact = landscape.sample(objective, np.ones(1), ("w1_1_1",), grid.coordinates).losses
    np.testing.assert_allclose(grid.losses, exact, rtol=1e-4, atol=1e-4)


def test_refining_in_float64_is_sampling():
    objective, theta = bowl()
    axes = ("w2_3_1", "w1_1_2")
    *_, last = landscape.refine(objective, theta, axes, [(-1, 1), (-2, 2)], (3, 6), np.float64)
    coordinates = np.linspace(-1, 1, 6), np.linspace(-2, 2, 6)
    assert (last.losses == landscape.sample(objective, theta, axes, coordinates).losses).all()


def test_refining_can_be_dropped_at_any_piece_and_never_holds_numpys_error_state():
    objective, theta = bowl()
    axes, ranges = ("w1_1_1", "w2_1_1"), [(-1.0, 1.0), (-1.0, 1.0)]
    expected = one_by_one(objective, theta, axes, (AXIS, AXIS))
    state = np.geterr()
    for pieces in range(1, 12):
        work = landscape.refine(objective, theta, axes, ranges, (3, 5))
        other = landscape.refine(objective, theta, axes[::-1], ranges, (3, 5))
        for _ in range(pieces):
            next(work, None)
            assert np.geterr() == state
            next(other, None)
        work.close()
        got = landscape.sample(objective, theta, axes, (AXIS, AXIS)).losses
        np.testing.assert_allclose(got, expected, rtol=1e-12)


@pytest.mark.parametrize("axes", [("w1_1_1",), ("w2_1_1", "w1_1_1"), ("w1_1_1", "w1_1_2")])
@pytest.mark.parametrize("loss", LOSSES)
def test_numbers_that_overflow_give_inf_or_nan_without_a_warning(axes, loss):
    last = "sigmoid" if LOSSES[loss].of_sums else "identity"
    network = Network((1, 2, 2), ("identity", last), biases=True)
    objective = NetworkObjective(
        network, np.array([[3.0], [1e200]]), np.zeros((2, 2)), LOSSES[loss]
    )
    theta = np.full(network.size, 0.5)
    coordinates = [np.array([-1e300, 0.0, 1e300]) for _ in axes]
    losses = landscape.sample(objective, theta, axes, coordinates).losses
    ranges = [(-1e60, 1e60)] * len(axes)  # too big for float32
    *_, grid = landscape.refine(objective, theta, axes, ranges, (2, 3))
    if last == "identity":  # a sigmoid makes finite what overflowed below it
        finite = np.isfinite(one_by_one(objective, theta, axes, coordinates))
        assert not finite.all()
        assert (np.isfinite(losses) == finite).all()
        assert not np.isfinite(grid.losses).all()


@pytest.mark.parametrize("biases", [False, True])
def test_parameters_too_big_for_the_pixels_float32_give_inf_or_nan_without_a_warning(biases):
    network = Network((1, 2, 1), ("identity", "identity"), biases)
    X, y = np.ones((2, 1)), np.zeros((2, 1))
    objective = NetworkObjective(network, X, y, LOSSES["mean squared error"])
    theta = np.full(network.size, 1e60)
    *_, grid = landscape.refine(objective, theta, ("w1_1_1",), [(-1.0, 1.0)], (2, 3))
    assert not np.isfinite(grid.losses).any()


@pytest.mark.parametrize(
    "axes",
    [
        (),
        ("w1_1_1", "w1_1_1"),
        ("w1_1_1", "w1_2_1", "b1_1"),
        ("w1_1_9",),
        ("w1_1_1", "b9_1"),
        ("W1_1_1",),
    ],
)
def test_axes_that_are_not_one_or_two_different_parameters_are_refused(axes):
    objective, theta = bowl()
    with pytest.raises(ValueError, match="parameter"):
        landscape.sample(objective, theta, axes, [AXIS for _ in axes])
    with pytest.raises(ValueError, match="parameter"):
        next(landscape.refine(objective, theta, axes, [(-1, 1) for _ in axes]))
