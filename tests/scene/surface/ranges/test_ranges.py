"""The ranges of a slice's axes."""

import math
from itertools import pairwise

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from gd_visualizer.descent.commands.descent import back, drag, step, to_phase
from gd_visualizer.descent.commands.display import set_dark, show_ranges
from gd_visualizer.descent.rate.band import next_step
from gd_visualizer.descent.state.descent import Descent
from gd_visualizer.descent.state.section import Range, Section
from gd_visualizer.descent.state.state import open_lesson
from gd_visualizer.lesson.lesson import Phase
from gd_visualizer.lesson.library.built_in import BUILT_IN, LECTURE
from gd_visualizer.lesson.library.catalogue import load
from gd_visualizer.lesson.pictures import SLOPE
from gd_visualizer.scene.surface.ranges.ladder import SHAPE, holds
from gd_visualizer.scene.surface.ranges.shown_ranges import (
    axis_values,
    shown_heights,
    shown_ranges,
    slice_ranges,
)
from gd_visualizer.scene.surface.ranges.whole_range import whole_ranges
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
def test_the_whole_of_a_curve_shows_start_path_and_lowest_place_of_a_bowl(
    start: float, away: float, rate: float, steps: int
) -> None:
    descent = bowl(start + away, start, rate, steps)
    ((low, high),) = slice_ranges(descent, along(descent, ("w1_1_1",)), whole=True)
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
def test_maps_have_one_shape(case: tuple[Descent, list[str]]) -> None:
    lengths = [high - low for low, high in slice_ranges(case[0], along(*case))]
    shape = SHAPE[: len(lengths)]
    assert lengths == pytest.approx([lengths[-1] / shape[-1] * side for side in shape], rel=0.02)


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
    ((a, b),) = slice_ranges(after("learning-rate", 0), along(descent, ("w1_1_1",)))
    assert high - low < 250 * (b - a)


def sections(descent: Descent) -> list[Section]:
    """Along each parameter, and along neighbours."""
    names = descent.lesson.objective.names
    return [along(descent, axes) for axes in (*((name,) for name in names), *pairwise(names))]


def rows(descent: Descent) -> list[Descent]:
    """The descent as it was at each row that it has been at."""
    walked = (replace(descent, timeline=descent.timeline.at(k)) for k in range(descent.row + 1))
    return list(walked)


def faults(walked: list[Descent], section: Section) -> list[str]:
    """What is wrong with the default ranges of a descent, row by row."""
    found, seen = [], list[list[Range]]()
    whole = whole_ranges(walked[0].lesson, walked[0].timeline, section)
    for row, descent in enumerate(walked):
        path, ranges = axis_values(descent, section), slice_ranges(descent, section)
        lows, highs = np.array(ranges).T
        inside = (lows <= path).all() and (path <= highs).all()
        extents = np.ptp(path, axis=0)
        longest = int(extents.argmax())
        covers = extents[longest] >= (highs - lows)[longest] / 3
        near = all(
            a - 65 * (b - a) < x.min() and x.max() < b + 65 * (b - a)
            for (a, b), x in zip(whole, path.T, strict=True)
        )
        told_apart = extents[longest] > 1e-6 * np.abs(path).max()
        if near and not inside:
            found.append(f"row {row} is out of {ranges}")
        if near and told_apart and row >= 2 and not covers:
            found.append(f"at row {row} the path is too small in {ranges}")
        box = np.stack([path.min(axis=0), path.max(axis=0)])
        if row < 2 and holds(whole, box) and ranges != list(whole):
            found.append(f"row {row} shows {ranges}")
        if row > 2 and ranges != seen[-1]:
            if holds(seen[-1], box):
                found.append(f"row {row} moves though {seen[-1]} holds it")
            if ranges in seen[2:]:
                found.append(f"row {row} comes back to {ranges}")
        seen.append(ranges)
    return found


def plain(descent: Descent) -> Descent:
    """The descent without its lesson's own ranges."""
    view = replace(descent.lesson.view, x_range=None, y_range=None)
    return replace(descent, lesson=replace(descent.lesson, view=view))


@pytest.mark.parametrize("lesson", BUILT_IN)
def test_steps_are_seen_and_the_ranges_keep_still_while_they_fit(lesson: str) -> None:
    descent = plain(after(lesson, 60))
    for section in sections(descent):
        assert faults(rows(descent), section) == []


@proof(60)
@given(descent=networks(most_layers=4, most_nodes=4, most_steps=40))
def test_steps_of_random_networks_are_seen_and_the_ranges_keep_still(descent: Descent) -> None:
    for section in sections(descent)[:: max(1, len(descent.lesson.objective.names) // 4)]:
        assert faults(rows(descent), section) == []


@pytest.mark.parametrize("lesson", LECTURE)
def test_sixty_steps_change_the_ranges_a_few_times_only(lesson: str) -> None:
    descent = plain(after(lesson, 60))
    walked = rows(descent)
    for section in sections(descent):
        shown = [tuple(slice_ranges(descent, section)) for descent in walked]
        assert len(dict.fromkeys(shown)) <= 6


@pytest.mark.parametrize("lesson", ["through-a-layer", "activation", "slope"])
def test_going_back_shows_what_was_shown_and_each_phase_holds_the_next_step(lesson: str) -> None:
    state, seen = open_lesson(load(lesson)), []
    for _ in range(8):
        seen.append(shown_ranges(state))
        state = to_phase(state, Phase.SLOPES)
        place = state.section.places(next_step(state.descent).theta)
        held = shown_ranges(state)
        assert all(low < at < high for at, (low, high) in zip(place, held, strict=True))
        state = step(state)
        assert state.descent.row < 2 or shown_ranges(state) == held
    for ranges in seen[::-1]:
        state = back(state)
        assert shown_ranges(state) == ranges


def test_in_the_dark_and_in_its_light_the_whole_stays() -> None:
    state = open_lesson(load("activation"))
    whole = shown_ranges(state)
    dark = set_dark(step(state, 4), True)
    assert shown_ranges(dark) == whole
    lit = set_dark(dark, False)
    assert lit.display.revealed
    assert shown_ranges(lit) == whole
    assert shown_ranges(step(state, 4)) != whole


def test_a_drag_leaves_the_ranges_of_the_path_where_they_are() -> None:
    state = step(open_lesson(load("activation")), 4)
    shown = shown_ranges(state)
    assert shown_ranges(drag(state, {"w1_1_1": 1.05})) == shown


@pytest.mark.parametrize("lesson", ["many-steps", "descent-1d", "dark-field"])
def test_a_lesson_s_ranges_and_a_person_s_hold_at_every_row(lesson: str) -> None:
    state, view = open_lesson(load(lesson)), load(lesson).view
    own = [one for one in (view.x_range, view.y_range) if one]
    asked = dict.fromkeys(state.section.names, (-1.0, 0.5))
    for _ in range(12):
        state = step(state)
        assert shown_ranges(state) == own
        assert shown_ranges(show_ranges(state, asked)) == [(-1.0, 0.5)] * len(own)


def test_a_lesson_s_range_of_the_loss_is_kept() -> None:
    lesson = load("descent-1d")
    lesson = replace(lesson, view=replace(lesson.view, y_range=(0.0, 30.0)))
    state = open_lesson(lesson)
    assert shown_heights(state) == (0.0, 30.0)
    assert shown_heights(show_ranges(state, {"loss": (1.0, 2.0)})) == (1.0, 2.0)


def test_while_a_weight_is_dragged_the_range_follows_it() -> None:
    state = open_lesson(load("learning-rate"))
    dragged = drag(state, {"w1_1_1": 40.0}).descent
    assert axis_values(dragged, along(dragged, ("w1_1_1",))).tolist() == [[40.0]]
    ((low, high),) = slice_ranges(dragged, along(dragged, ("w1_1_1",)))
    assert low < 40 < high
