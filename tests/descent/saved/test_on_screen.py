"""A lesson saved from a state and opened again is that state at the same start."""

from collections.abc import Callable
from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from gd_visualizer.core.datasets.registry import DATASETS
from gd_visualizer.descent.commands import data as points
from gd_visualizer.descent.commands import descent as commands
from gd_visualizer.descent.commands import display as showing
from gd_visualizer.descent.saved.on_screen import about_beats, differs, lesson_on_screen
from gd_visualizer.descent.script import clicker
from gd_visualizer.descent.state.descent import begin
from gd_visualizer.descent.state.state import State, open_lesson
from gd_visualizer.figures.table import run_table
from gd_visualizer.lesson.data import Generated, class_values
from gd_visualizer.lesson.file.reader import lesson_of, parse_lesson
from gd_visualizer.lesson.file.writing.writer import lesson_text
from gd_visualizer.lesson.lesson import Lesson
from gd_visualizer.lesson.library.built_in import BUILT_IN
from gd_visualizer.lesson.library.catalogue import load
from gd_visualizer.lesson.pictures import CURVE_PANEL, SLOPE, SURFACE_PANEL
from gd_visualizer.lesson.rate import typed_rate
from gd_visualizer.scene.surface.ranges.shown_ranges import shown_heights, shown_ranges
from gd_visualizer.text.errors import RefusedValue
from tests.core.strategies import proof
from tests.lesson.file.documents import documents
from tests.lesson.file.test_writer import told

Change = Callable[[State, int], State]
CHANGES: dict[str, Change] = {
    "a typed weight": lambda s, k: commands.set_parameter(s, _name(s, k), 0.1 * k - 1 / 3),
    "a new start": commands.restart,
    "a rate": lambda s, k: commands.set_learning_rate(s, typed_rate(f"1/{k + 20}")),
    "an optimizer": lambda s, k: commands.set_optimizer(s, ("adam", "adamw", "momentum")[k % 3]),
    "a point": lambda s, k: points.place_point(s, 0, [0.1 * k] * _width(s), _target(s)),
    "no point": lambda s, k: points.delete_point(s, k % len(s.descent.lesson.data.X)),
    "made points": lambda s, k: points.generate(s, Generated(list(DATASETS)[k % 10], 20, 0.1, k)),
    "testing points": lambda s, _k: points.hold_out(s, 0.25),
    "a scale": lambda s, k: points.scale_inputs(s, k % 2 == 0),
    "a look": lambda s, k: showing.show_surface(s, SLOPE, (_name(s, k),)),
    "ranges": lambda s, k: showing.show_ranges(s, {s.display.axes[0]: (-k - 1.5, k + 0.1)}),
    "heights": lambda s, k: showing.show_ranges(s, {"loss": (-0.5, k + 1.5)}),
    "pictures": lambda s, _k: showing.show_panels(s, (CURVE_PANEL, SURFACE_PANEL)),
    "the light": lambda s, k: showing.set_dark(s, k % 2 == 0),
}


def _name(state: State, k: int) -> str:
    names = state.descent.lesson.network.names
    return names[k % len(names)]


def _width(state: State) -> int:
    return int(state.descent.lesson.data.X.shape[1])


def _target(state: State) -> list[float]:
    return [0.5] * int(state.descent.lesson.data.y.shape[1])


def changed(state: State, changes: list[tuple[str, int]]) -> State:
    for name, k in changes:
        try:
            state = CHANGES[name](state, k)
        except RefusedValue:
            continue
    return state


def again(lesson: Lesson) -> Lesson:
    return parse_lesson(lesson_text(lesson).encode(), "saved.toml", None)


def at_its_start(state: State) -> State:
    """Row 0 with the settings of now."""
    descent = state.descent
    start = descent.timeline.theta(0)
    return replace(state, descent=begin(descent.lesson, descent.settings, start, descent.home))


def check(state: State) -> None:
    saved = lesson_on_screen(state)
    found, expected = told(again(saved)), told(saved)
    if not saved.starts_random:  # how it was drawn is not written then
        found["random"] = expected["random"]
    if not np.isin(saved.data.y, class_values(saved.network)).all():  # words for two classes only
        expected["classes"] = None
    assert found == expected
    opened = open_lesson(again(saved))
    assert shown_ranges(opened) == shown_ranges(open_lesson(saved))
    if not saved.beats:
        assert saved.start.tobytes() == state.descent.timeline.theta(0).tobytes()
        table = b"".join(run_table(commands.step(at_its_start(state), 5).descent))
        assert b"".join(run_table(commands.step(opened, 5).descent)) == table


CHANGED = st.lists(st.tuples(st.sampled_from(list(CHANGES)), st.integers(0, 30)), max_size=6)


@given(st.sampled_from(BUILT_IN), CHANGED)
@proof(60)
def test_a_built_in_lesson_saved_after_any_changes_is_what_was_on_screen(
    name: str, changes: list[tuple[str, int]]
) -> None:
    check(changed(open_lesson(load(name)), changes))


@given(documents(), CHANGED)
@proof(40)
def test_any_lesson_saved_after_any_changes_is_what_was_on_screen(
    document: dict[str, Any], changes: list[tuple[str, int]]
) -> None:
    check(changed(open_lesson(lesson_of(dict(document), "x.toml", None)), changes))


def test_what_a_person_has_zoomed_to_is_saved() -> None:
    state = changed(open_lesson(load("many-steps")), [("a look", 1), ("ranges", 2), ("heights", 3)])
    opened = open_lesson(again(lesson_on_screen(state)))
    assert shown_ranges(opened) == shown_ranges(state) == [(-3.5, 2.1)]
    assert shown_heights(opened) == shown_heights(state) == (-0.5, 4.5)


@pytest.mark.parametrize("name", BUILT_IN)
def test_presses_of_the_clicker_change_nothing_of_the_lesson(name: str) -> None:
    lesson = load(name)
    state = open_lesson(lesson)
    while not clicker.at_end(state):
        state = clicker.forward(state)
        saved = lesson_on_screen(state)
        assert told(saved) == told(lesson)
        assert about_beats(state) is None
        assert not differs(saved, lesson)


def test_beats_stay_with_their_points_and_a_sentence_says_where_they_do_not() -> None:
    state = open_lesson(load("two-inputs"))
    moved = commands.set_parameter(state, "w1_1_1", 0.5)
    assert lesson_on_screen(moved).beats == load("two-inputs").beats
    assert str(about_beats(moved).english) == "Its beats may speak of other numbers now."
    other = points.place_point(moved, 0, [1.0, 2.0], [3.0])
    assert lesson_on_screen(other).beats == ()
    assert "left out" in about_beats(other).english
    assert about_beats(open_lesson(lesson_on_screen(other))) is None


def test_the_current_weights_can_be_the_start() -> None:
    state = commands.step(open_lesson(load("many-steps")), 3)
    saved = lesson_on_screen(state, current_weights=True)
    assert saved.start.tobytes() == state.descent.moment.theta.tobytes()
    assert differs(saved, load("many-steps"))


def test_a_step_is_no_change_and_what_makes_it_is() -> None:
    lesson = load("many-steps")
    state = open_lesson(lesson)
    assert not differs(lesson_on_screen(commands.step(state, 7)), lesson)
    for name in ("a typed weight", "a rate", "an optimizer", "a point", "a scale"):
        assert differs(lesson_on_screen(changed(state, [(name, 4)])), lesson), name
    for name in ("a look", "ranges", "pictures"):
        assert not differs(lesson_on_screen(changed(state, [(name, 3)])), lesson), name
    assert np.array_equal(state.descent.home, lesson.start)
