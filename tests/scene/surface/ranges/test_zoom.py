"""Ranges on screen: zoomed, moved, widened for a point that is dragged out."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from gd_visualizer.scene.surface.ranges.zoom import including, moved, zoomed

numbers = st.floats(-1e3, 1e3)
lengths = st.floats(1e-3, 1e6)


@given(low=numbers, length=lengths, share=st.floats(0, 1), factor=st.floats(0.1, 10))
def test_a_zoom_leaves_the_place_under_the_pointer_where_it_is(low, length, share, factor) -> None:  # type: ignore[no-untyped-def]
    at = low + share * length
    ((a, b),) = zoomed([(low, low + length)], [at], factor)
    assert b - a == pytest.approx(length * factor, rel=1e-3)
    assert at - a == pytest.approx(share * (b - a), abs=1e-6 * (b - a) + 1e-9 * abs(at))


def test_a_zoom_ends_where_floats_no_longer_tell_places_apart() -> None:
    shown = [(1.0, 2.0)]
    for _ in range(200):
        shown = zoomed(shown, [1.5], 0.5)
    ((low, high),) = shown
    assert high > low
    assert len(set(np.linspace(low, high, 1000))) == 1000
    for _ in range(800):
        shown = zoomed(shown, [1.5], 2)
    assert np.isfinite(shown).all()
    assert moved([(1.0, 2.0)], [1e200]) == [(1.0, 2.0)]
    assert moved([(1.0, 2.0)], [0.5]) == [(1.5, 2.5)]


def test_a_point_widens_the_ranges_only_as_far_as_they_still_tell_something() -> None:
    own = [(0.0, 10.0)]
    inside = including(own, np.array([2.0]), np.array([9.0]))
    assert inside == own
    ((low, high),) = including(own, np.array([-5.0]), np.array([9.0]))
    assert low < -5
    assert high == 10
    ((low, high),) = including(own, np.array([0.0]), np.array([1e30]))
    assert high < 1e5
