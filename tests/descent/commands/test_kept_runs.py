"""Runs that are kept for comparison, and directions as commands."""

import numpy as np
import pytest

from gd_visualizer.descent.commands import (
    descent as commands,
)
from gd_visualizer.descent.commands import (
    display as showing,
)
from gd_visualizer.descent.commands import (
    kept_runs as kept,
)
from gd_visualizer.descent.run_names import run_names
from gd_visualizer.descent.script import clicker
from gd_visualizer.descent.state.state import open_lesson
from gd_visualizer.lesson.library.catalogue import load
from gd_visualizer.lesson.rate import typed_rate
from gd_visualizer.scene.curve.kept_runs import curve_kept_lines
from gd_visualizer.scene.surface.marks.kept_runs import surface_kept_lines
from gd_visualizer.scene.surface.slice import slice_picture
from gd_visualizer.text.errors import RefusedValue
from tests.descent.lessons import one_weight


def test_a_kept_run_stays_as_it_was_whatever_comes_after() -> None:
    state = commands.step(open_lesson(load("learning-rate")), 3)
    losses = state.descent.timeline.losses().copy()
    state = kept.keep(state)
    assert state.descent.row == 0
    state = commands.set_learning_rate(state, typed_rate("1/18"))
    state = commands.step(commands.reset(commands.step(state, 5)), 1)
    state = commands.drop(commands.drag(state, {"w1_1_1": 4.0}))
    state = commands.back(commands.restart(state, 7))
    (run,) = state.descent.kept
    np.testing.assert_array_equal(run.timeline.losses(), losses)
    assert run_names(state.descent)[0].english == "rate 1"


def test_a_run_is_kept_up_to_the_row_that_is_shown() -> None:
    state = commands.back(commands.step(open_lesson(load("many-steps")), 5))
    (run,) = kept.keep(state).descent.kept
    assert run.timeline.cursor == 4
    (kept_line,) = curve_kept_lines(kept.keep(state).descent)
    assert len(kept_line.xs) == 5


def test_at_most_eight_runs_are_kept_each_with_a_look_of_its_own() -> None:
    state = open_lesson(load("many-steps"))
    for _ in range(kept.MOST):
        state = kept.keep(commands.step(state))
    assert sorted(run.look for run in state.descent.kept) == list(range(kept.MOST))
    with pytest.raises(RefusedValue, match="remove one first"):
        kept.keep(commands.step(state))
    third = state.descent.kept[2]
    state = kept.keep(commands.step(kept.remove(state, third)))
    assert state.descent.kept[-1].look == third.look


def test_hidden_runs_are_in_no_picture_and_names_are_the_person_s() -> None:
    state = kept.keep(commands.step(open_lesson(load("two-inputs")), 2))
    state = kept.rename(state, state.descent.kept[0], "  the   first\n")
    assert run_names(state.descent)[0].english == "the first"
    surface_slice = slice_picture(state.descent, state.section, size=3)
    assert len(surface_kept_lines(state.descent, surface_slice)) == 1
    state = kept.hide(state, state.descent.kept[0], True)
    assert surface_kept_lines(state.descent, surface_slice) == []
    assert curve_kept_lines(state.descent) == []


def test_the_lesson_of_too_big_a_step_keeps_its_rates() -> None:
    state = open_lesson(load("learning-rate"))
    while not clicker.at_end(state):
        state = clicker.forward(state)
    words = [words.english for words in run_names(state.descent)[:-1]]
    assert words == ["rate 1", "rate 1/9", "rate 1/18"]
    assert state.descent.settings.rate.text == "0.01"


def test_the_way_of_a_kept_run_over_a_map_is_its_weights() -> None:
    state = commands.step(open_lesson(load("two-inputs")), 4)
    thetas = state.descent.timeline.thetas()
    surface_slice = slice_picture(state.descent, state.section, size=3)
    (kept_line,) = surface_kept_lines(kept.keep(state).descent, surface_slice)
    np.testing.assert_array_equal(np.column_stack([kept_line.xs, kept_line.ys]), thetas)


def test_directions_that_there_are_not_are_refused_and_nothing_changes() -> None:
    state = open_lesson(load("many-steps"))
    with pytest.raises(RefusedValue, match="take some steps first"):
        showing.show_plane(state, "principal")
    with pytest.raises(RefusedValue, match="One weight has no directions"):
        showing.show_plane(open_lesson(one_weight()), "random")
    walked = commands.step(state, 5)
    plane = showing.show_plane(walked, "principal").display.plane
    assert plane is not None
    assert plane.shares is not None
    assert 0.9 < sum(plane.shares) <= 1 + 1e-12


def test_leaving_directions_forgets_their_ranges_and_keeps_the_weights_own() -> None:
    state = commands.step(open_lesson(load("many-steps")), 3)
    own = {"w1_1_1": (0.0, 1.0)}
    state = showing.show_plane(showing.show_ranges(state, own), "gradient")
    state = showing.show_ranges(state, {"gradient": (-1.0, 1.0)})
    assert showing.show_plane(state, "").display.ranges == own


def test_runs_of_one_rate_are_told_apart_by_their_starts() -> None:
    state = open_lesson(load("dark-field"))
    while not clicker.at_end(state):
        state = clicker.forward(state)
    assert [name.english for name in run_names(state.descent)] == ["first start", "second start"]
    rates = kept.keep(commands.step(open_lesson(load("many-steps")), 2))
    rates = commands.set_learning_rate(rates, typed_rate("0.1"))
    assert [name.english for name in run_names(rates.descent)] == ["rate 0.02", "rate 0.1"]
    both = commands.drop(commands.drag(rates, {"w1_1_1": 3.0}))
    both = kept.keep(commands.step(both, 2))
    both = commands.set_learning_rate(both, typed_rate("0.02"))
    found = [name.english for name in run_names(both.descent)]
    assert found == ["rate 0.02, first start", "rate 0.1", "rate 0.02, second start"]
