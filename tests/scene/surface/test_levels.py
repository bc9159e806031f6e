"""Level heights."""

from decimal import Decimal
from itertools import pairwise

import numpy as np
import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from gd_visualizer.scene.surface.levels import MOST, level_heights
from tests.scene.descents import proof


@st.composite
def losses(draw: st.DrawFn, least: float = -2, most: float = 12) -> np.ndarray:
    """Grids of losses from ``low`` up to at least 10**``least`` above it, relative to it."""
    low = draw(st.just(0.0) | st.floats(1e-9, 1e9))
    factor = 10.0 ** draw(st.floats(least, most))
    share = np.array([0, 1000, *draw(st.lists(st.integers(0, 1000), max_size=6))]) / 1000
    grid = low + max(low, 1e-3) * factor * share
    return np.append(grid, draw(st.sampled_from([np.nan, np.inf, low])))


def assert_few_inside(grid: np.ndarray) -> None:
    heights = level_heights(grid)
    finite = grid[np.isfinite(grid)]
    assert 1 <= len(heights) <= MOST
    assert all(a < b for a, b in pairwise(heights)), heights
    assert all(finite.min() < height < finite.max() for height in heights), heights


@proof(250)
@given(grid=losses())
@example(np.array([0.0, 1e100]))
@example(np.array([1e-99, 2e-99]))
def test_heights_are_few_and_ascend_strictly_inside_the_losses(grid: np.ndarray) -> None:
    assert_few_inside(grid)


@proof(120)
@given(grid=losses(-8, -3))
@example(np.array([25.0, 25.00001]))
@example(np.array([1000.001, 1000.002]))
def test_heights_are_few_and_ascend_strictly_inside_losses_that_hardly_differ(
    grid: np.ndarray,
) -> None:
    assert_few_inside(grid)


@proof(120)
@given(grid=losses(0))
def test_heights_take_three_digits_where_the_highest_is_twice_the_lowest(grid: np.ndarray) -> None:
    heights = level_heights(grid)
    assert len(heights) >= 2
    assert all(len(Decimal(repr(h)).normalize().as_tuple().digits) <= 3 for h in heights)


@pytest.mark.parametrize(
    "grid",
    [
        [],
        [3.0],
        [3.0, 3.0],
        [0.0, 0.0],
        [np.nan],
        [np.inf, np.nan],
        [np.inf, 2.0, 2.0],
        [1.0, 1.0 + 1e-12],
    ],
    ids=str,
)
def test_where_nothing_rises_there_are_no_heights(grid: list[float]) -> None:
    assert level_heights(np.array(grid)) == ()


@pytest.mark.parametrize(
    ("low", "high", "heights"),
    [
        (10, 20, "11 12 13 14 15 16 17 18 19"),
        (1, 5.9, "1.5 2 2.5 3 3.5 4 4.5 5 5.5"),
        (0.9, 100, "1 2 5 10 20 50"),
        (0.9, 9, "1 1.5 2 3 5 7"),
        (0, 100, "0.2 0.5 1 2 5 10 20 50"),
        (0.001, 1e9, "2e6 5e6 1e7 2e7 5e7 1e8 2e8 5e8"),
    ],
)
def test_heights_are_even_in_a_narrow_range_and_by_decades_in_a_wide_one(
    low: float, high: float, heights: str
) -> None:
    assert level_heights(np.array([low, high])) == tuple(map(float, heights.split()))
