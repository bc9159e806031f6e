import numpy as np
import pytest

from gd_visualizer.core.objective import landscape
from gd_visualizer.core.objective.curvature import curvature_at
from gd_visualizer.core.objective.directions import gradient_plane, random_plane
from gd_visualizer.core.objective.precision import precise
from gd_visualizer.core.objective.step_line import along
from tests.core.bowl import BENDS, Bowl

THETA = np.array([3.0, -1.0])
BOWL = Bowl(np.array([[1.0, 2.0], [0.0, 0.0], [-1.0, 1.0]]))


def test_a_function_of_two_numbers_is_sampled_coarse_to_fine():
    ranges = [(-1.0, 1.0), (0.0, 2.0)]

    def grids(dtype):
        return landscape.refine(BOWL, THETA, BOWL.names, ranges, (3, 5), dtype)

    sizes = [grid.losses.shape for grid in precise(BOWL, THETA, ranges, grids) if grid]
    assert (sizes[0], sizes[-1]) == ((3, 3), (5, 5))
    *_, last = grids(np.float64)
    exact = landscape.sample(BOWL, THETA, BOWL.names, last.coordinates)
    assert (last.losses == exact.losses).all()
    assert exact.losses[1, 3] == BOWL.loss_at(np.array([-0.5, 1.5]))


@pytest.mark.parametrize("kind", ["gradient", "random"])
def test_a_function_of_two_numbers_is_cut_along_directions(kind):
    plane = gradient_plane(BOWL, THETA) if kind == "gradient" else None
    plane = plane or random_plane(BOWL.filters, THETA, 3)
    axis = np.array([-1.0, 0.5])
    losses = landscape.sample(BOWL, THETA, plane, (axis, axis)).losses
    assert losses[0, 1] == BOWL.loss_at(plane.at(THETA, np.array([-1.0, 0.5])))


def test_a_function_of_two_numbers_is_measured_along_a_step():
    direction = -BOWL.evaluate(THETA)[1]
    rates = np.array([0.1, 1.0])
    losses, slopes = along(BOWL, THETA, direction, rates)
    for rate, loss, slope in zip(rates, losses, slopes, strict=True):
        there, gradient = BOWL.evaluate(THETA + rate * direction)
        assert (loss, slope) == pytest.approx((there, gradient @ direction))


def test_a_function_of_two_numbers_has_a_critical_rate():
    largest = np.linalg.eigvalsh(BENDS)[-1]
    found = curvature_at(BOWL, THETA)
    assert found.settled
    assert found.critical_rate == pytest.approx(2 / largest, rel=1e-9)
