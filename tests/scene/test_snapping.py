"""Steps of a drag, as laws: on a step already, in order, the nearest, in few letters."""

from decimal import Decimal
from fractions import Fraction

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from gd_visualizer.scene.snapping import one_step, scale_of, snap_step, snapped, weight_scale

SCALES = st.floats(1e-9, 1e9) | st.floats(-1e9, -1e-9) | st.just(0.0)
VALUES = st.floats(-1e6, 1e6)


def exact_step(scale: float, free: bool) -> Fraction:
    """The step as a fraction: the float of 0.1 is a little more than that."""
    return Fraction(repr(snap_step(scale))) / (100 if free else 1)


@given(VALUES, SCALES, st.booleans())
def test_what_is_on_a_step_stays_and_each_value_goes_to_the_nearest(value, scale, free) -> None:
    reached, step = snapped(value, scale, free), exact_step(scale, free)
    assert snapped(reached, scale, free) == reached
    on_step = round(Fraction(reached) / step) * step
    assert reached == float(on_step)
    assert abs(Fraction(value) - on_step) <= step / 2


@given(VALUES, VALUES, SCALES, st.booleans())
def test_a_hand_that_goes_on_never_takes_the_value_back(one, other, scale, free) -> None:
    low, high = sorted((one, other))
    assert snapped(low, scale, free) <= snapped(high, scale, free)


@given(st.floats(-99, 99), st.floats(0.01, 99), st.booleans())
def test_a_value_that_a_drag_reaches_is_short_to_read(value, scale, free) -> None:
    text = repr(snapped(value, scale, free))
    step = Decimal(repr(float(exact_step(scale, free))))
    assert Decimal(text) % step == 0
    assert len(text) <= len(f"{-99 - step:f}")
    assert text != "-0.0"


@given(st.floats(-99, 99), st.floats(0.01, 99), st.integers(-5, 5), st.booleans())
def test_steps_of_keys_lead_back_to_where_they_began(value, scale, count, free) -> None:
    begun = snapped(value, scale, free)
    there = one_step(begun, scale, count, free)
    assert (there > begun, there < begun) == (count > 0, count < 0)
    assert one_step(there, scale, -count, free) == begun


@given(st.floats(-1e6, 1e6), st.floats(1e-6, 1e6))
def test_an_axis_has_neither_too_few_steps_nor_more_than_a_hand_can_reach(low, length) -> None:
    high = low + length
    if high > low:
        assert 39.9 <= (high - low) / snap_step(scale_of(low, high)) <= 400.1


@pytest.mark.parametrize(
    ("axis", "step"),
    [((-5, 5), 0.1), ((-2, 4), 0.1), ((-10, 10), 0.1), ((0, 1), 0.01), ((-50, 50), 1)],
    ids=str,
)
def test_where_ticks_are_whole_numbers_the_steps_of_the_axis_are_tenths(axis, step) -> None:
    assert snap_step(scale_of(*axis)) == step


@pytest.mark.parametrize(
    ("value", "theta", "step"),
    [
        (2.0, [2, 1], 0.1),
        (0.39, [0.39, -0.7], 0.1),
        (0.0, [0, 0], 0.1),
        (150.0, [150, 1], 10),
        (1.0, [150, 1], 0.1),
        (0.002, [0.002, 0.001], 0.001),
    ],
    ids=str,
)
def test_a_weight_s_steps_are_tenths_unless_it_is_large_or_all_are_tiny(value, theta, step) -> None:
    assert snap_step(weight_scale(value, np.array(theta, dtype=float))) == step
