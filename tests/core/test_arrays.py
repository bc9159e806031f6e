import math

import numpy as np
import pytest

from gd_visualizer.core.arrays import distinct, frozen, median, norm


@pytest.mark.parametrize(
    "vector",
    [
        [],
        [0.0, 0.0],
        [3.0, -4.0],
        [-2.5],
        [3e200, -4e200],
        [3e-200, -4e-200],
        [1e300, 1e-300],
        [5e-324],
        [1e145, 1e145],
        [1e-140, 1e-140],
        [1.0, -np.inf],
        [1.0, np.nan],
    ],
)
def test_norm_neither_overflows_nor_vanishes_on_the_way(vector):
    assert norm(np.array(vector)) == pytest.approx(
        math.hypot(*vector), rel=1e-15, abs=0, nan_ok=True
    )


def test_a_median_does_not_overflow_on_the_way() -> None:
    assert median(np.array([1.7e308, 1.0, 1.7e308, 1.6e308])) == pytest.approx(1.65e308)
    assert median(np.array([3.0, 1.0, 2.0])) == 2


def test_frozen_copies_what_could_still_be_written_and_nothing_else():
    array = np.array([1.0, 2.0])
    held = frozen(array)
    array[0] = 99
    assert held.tolist() == [1, 2]
    with pytest.raises(ValueError, match="read-only"):
        held[0] = 0
    assert frozen(held) is held
    assert frozen([1, 2]).dtype == np.float64


@pytest.mark.parametrize("values", [[3], [2, 2, 1], [5, -1, 5, 0, -1], [1e300, 1e300 - 1e284, 0.0]])
def test_each_value_once_in_ascending_order(values: list[float]) -> None:
    np.testing.assert_array_equal(distinct(values), sorted(set(values)))
