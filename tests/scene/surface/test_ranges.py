"""The ranges of a slice's axes."""

import math
from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from gd_visualizer.descent.commands.descent import drag
from gd_visualizer.descent.state.descent import Descent
from gd_visualizer.descent.state.state import open_lesson
from gd_visualizer.lesson.library.built_in import BUILT_IN
from gd_visualizer.lesson.library.catalogue import load
from gd_visualizer.lesson.pictures import SLOPE
from gd_visualizer.scene.surface.ranges import axis_values, slice_ranges
from tests.scene.descents import after, along, bowl, diverged, networks, proof

LARGE = [id for id in BUILT_IN if len(load(id).network.names) > 1]


@pytest.mark.parametrize("lesson", BUILT_IN)
@pytest.mark.parametrize("steps", [0, 5, None])
def test_a_lesson_s_own_ranges_hold_for_its_own_axes(lesson: str, steps: int | None) -> None:
    descent = after(lesson, steps)
    view = descent.lesson.view
    own = (view.x_range, view.y_range if view.surface is not SLOPE else None)
    for given_range, found in zip(
        own, slice_ranges(descent, along(descent, view.axes)), strict=False
    ):
        assert given_range in (None, found)


def test_a_lesson_s_own_ranges_go_with_their_axes_and_not_with_others() -> None:
    descent = after("two-inputs", 0)
    view = replace(descent.lesson.view, x_range=(-7, 9), y_range=(-1, 3))
    descent = replace(descent, lesson=replace(descent.lesson, view=view))
    assert slice_ranges(descent, along(descent, ("w1_2_1", "w1_1_1"))) == [(-1, 3), (-7, 9)]
    one = replace(view, axes=("w1_1_1",))
    descent = replace(descent, lesson=replace(descent.lesson, view=one))
    assert (-1, 3) not in slice_ranges(descent, along(descent, ("w1_1_1", "w1_2_1")))


def test_a_curve_s_own_range_holds_though_the_lesson_names_a_second_axis() -> None:
    descent = after("many-steps", 0)
    view = replace(descent.lesson.view, surface=SLOPE, x_range=(-7.0, 9.0))
    assert len(view.axes) == 2
    changed = replace(descent, lesson=replace(descent.lesson, view=view))
    assert slice_ranges(changed, along(changed, view.axes[:1])) == [(-7.0, 9.0)]


@proof(40)
@given(
    start=st.floats(-20, 20),
    away=st.floats(-18, 18),
    rate=st.floats(0.01, 0.9),
    steps=st.integers(0, 30),
)
def test_a_curve_shows_start_path_and_lowest_place_of_a_bowl(
    start: float, away: float, rate: float, steps: int
) -> None:
    descent = bowl(start + away, start, rate, steps)
    ((low, high),) = slice_ranges(descent, along(descent, ("w1_1_1",)))
    path = axis_values(descent, along(descent, ("w1_1_1",)))
    assert low < path.min()
    assert path.max() < high
    room = 0.12 * (high - low)  # the lowest place stands well inside
    assert low + room < start + away < high - room


@pytest.mark.parametrize("lowest", [30, -150, 1000])
def test_a_curve_shows_the_lowest_place_of_a_bowl_far_from_the_start(lowest: float) -> None:
    ((low, high),) = slice_ranges(bowl(lowest, 2), along(bowl(lowest, 2), ("w1_1_1",)))
    assert low < lowest < high


@st.composite
def looked_at(draw: st.DrawFn) -> tuple[Descent, list[str]]:
    """A descent and two of its parameters, or its only one."""
    descent = draw(networks(most_layers=4, most_nodes=6, most_steps=40))
    names = descent.lesson.objective.names
    count = min(2, len(names))
    axes = st.lists(st.sampled_from(names), min_size=count, max_size=count, unique=True)
    return descent, draw(axes)


@proof(40)
@given(case=looked_at())
def test_automatic_ranges_are_finite_and_contain_the_start(case: tuple[Descent, list[str]]) -> None:
    descent, axes = case
    found = slice_ranges(descent, along(descent, axes))
    assert all(map(math.isfinite, np.ravel(found)))
    for (low, high), value in zip(
        found, axis_values(descent, along(descent, axes))[0], strict=True
    ):
        assert low < value < high


@proof(40)
@given(case=looked_at())
def test_automatic_ranges_of_two_axes_are_equally_long(case: tuple[Descent, list[str]]) -> None:
    lengths = [high - low for low, high in slice_ranges(case[0], along(*case))]
    assert lengths == pytest.approx([lengths[0]] * len(lengths), rel=1e-6)


@pytest.mark.parametrize("lesson", LARGE)
@pytest.mark.parametrize("steps", [0, 5, None])
def test_automatic_ranges_over_any_two_parameters_of_a_lesson_contain_the_current_point(
    lesson: str, steps: int | None
) -> None:
    descent = after(lesson, steps)
    network = descent.lesson.network
    plain = replace(descent.lesson.view, x_range=None, y_range=None)
    descent = replace(descent, lesson=replace(descent.lesson, view=plain))
    for axes in ((network.names[0], network.names[-1]), network.names[1::-1]):
        place = axis_values(descent, along(descent, axes))
        for (low, high), way in zip(
            slice_ranges(descent, along(descent, axes)), place.T, strict=True
        ):
            assert low < way[0] < high
            assert low < way[-1] < high


@pytest.mark.parametrize("lowest", [5, 10, 12.345, 20])
def test_the_ends_of_a_range_take_few_digits_to_write(lowest: float) -> None:
    ((low, high),) = slice_ranges(bowl(lowest, 2), along(bowl(lowest, 2), ("w1_1_1",)))
    assert max(len(repr(low)), len(repr(high))) <= 7


def test_a_diverged_path_leaves_the_minimum_in_view() -> None:
    descent = diverged()
    ((low, high),) = slice_ranges(descent, along(descent, ("w1_1_1",)))
    assert low < 10 / 3 < high
    assert high - low < 1000


def test_while_a_weight_is_dragged_the_range_follows_it() -> None:
    state = open_lesson(load("learning-rate"))
    dragged = drag(state, {"w1_1_1": 40.0}).descent
    assert axis_values(dragged, along(dragged, ("w1_1_1",))).tolist() == [[40.0]]
    ((low, high),) = slice_ranges(dragged, along(dragged, ("w1_1_1",)))
    assert low < 40 < high
