"""What can be drawn: the ranges, from one end of the floats to the other."""

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gd_visualizer.scene.look.drawable import LARGEST, drawable, refused, widened
from gd_visualizer.scene.look.ticks import linear_ticks
from tests.scene.descents import proof

floats = st.floats(allow_nan=False, allow_infinity=False)
within = st.floats(-LARGEST, LARGEST) | st.floats(-3, 3)


@proof(300)
@given(low=within, high=within, most=st.integers(2, 8))
def test_what_can_be_drawn_has_ticks_that_differ_in_value_and_text(
    low: float, high: float, most: int
) -> None:
    low, high = widened((min(low, high) * 0.9, max(low, high) * 0.9))
    assert drawable((low, high))
    ticks = linear_ticks(low, high, most)
    assert len(ticks.values) == len(set(ticks.values)) == len(set(ticks.texts)) >= 2
    room = (high - low) * 1e-6
    assert all(low - room <= value <= high + room for value in ticks.values)


@proof(300)
@given(low=floats, high=floats)
def test_a_range_is_widened_only_where_it_is_too_narrow_and_stays_above_0(
    low: float, high: float
) -> None:
    low, high = sorted((low / 2, high / 2))
    made = widened((low, high))
    assert drawable(made) or max(map(abs, made)) > LARGEST
    assert made == (low, high) or high - low <= 1e-9 * max(abs(low), abs(high), 1e-91)
    assert made[0] <= low <= high <= made[1]
    assert made[0] >= 0 or low < 0


@pytest.mark.parametrize(
    ("shown", "words"),
    [
        ((0.0, 1.7e308), "too large"),
        ((-math.inf, 1.0), "too large"),
        ((0.0, math.nan), "too large"),
        ((1.0, 1.0), "too close together"),
        ((1.0, 1.0000000000000002), "too close together"),
        ((0.0, 1e-310), "too close together"),
    ],
)
def test_what_cannot_be_drawn_is_refused_in_one_sentence(shown, words) -> None:  # type: ignore[no-untyped-def]
    found = refused((0.0, 1.0), shown)
    assert found is not None
    assert words in found.english
