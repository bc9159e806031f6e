"""What single lessons show, press by press."""

import re

import numpy as np
import pytest

from gd_visualizer.descent.commands import descent as commands
from gd_visualizer.descent.commands import kept_runs as kept
from gd_visualizer.descent.explanation.prediction import asked_value
from gd_visualizer.descent.explanation.values import step_values
from gd_visualizer.descent.script import clicker, script
from gd_visualizer.descent.state.state import State, open_lesson
from gd_visualizer.drawing.frame import Frame
from gd_visualizer.lesson.lesson import Phase
from gd_visualizer.lesson.library.built_in import BUILT_IN
from gd_visualizer.lesson.library.catalogue import load
from gd_visualizer.lesson.pictures import CURVE_PANEL, MAP, SLOPE, SURFACE_PANEL
from gd_visualizer.scene.curve.curve import loss_curve
from gd_visualizer.scene.explanation.of_state import explanation
from gd_visualizer.scene.look.ticks import floor_of, linear_ticks
from gd_visualizer.scene.network.of_state import shown_diagram
from gd_visualizer.scene.points.table import point_sums, point_texts
from gd_visualizer.scene.surface.ranges.shown_ranges import shown_ranges
from gd_visualizer.scene.visibility import visibility
from gd_visualizer.text.numerals import number


def presses(lesson: str) -> list[State]:
    """Its states from the start, press by press."""
    states = [open_lesson(load(lesson))]
    while not clicker.at_end(states[-1]):
        states.append(clicker.forward(states[-1]))
    return states


def told(state: State) -> tuple[str, str, str]:
    """The points' losses in the table; and whether their total and their mean are told."""
    shown = visibility(state)
    losses = [row[-1] for row in point_texts(state.descent, np.arange(3), shown)]
    return " ".join(losses).strip(), "total" * shown.total, "mean" * shown.mean


def test_the_loss_function_is_told_in_three_beats_squares_sum_and_mean() -> None:
    states = presses("loss-function")
    squares = "100 25 25"
    assert [told(state) for state in states[2:]] == [
        ("", "", ""),
        (squares, "", ""),
        (squares, "total", ""),
        (squares, "total", "mean"),
    ]
    lines = [[line.text for line in explanation(state).lines] for state in states[2:]]
    rows = [" ".join(part.text for part in explanation(state).row) for state in states[2:]]
    assert rows == ["10 − 20 = −10", "(−10)² = 100", "100 + 25 + 25 = 150", "150 ÷ 3 = 50"]
    error, square = "error, predicted − actual: 10 − 20 = −10", "squared error: (−10)² = 100"
    assert lines[:3] == [[], [error], [error, square]]
    mean = "loss, the mean over the points: (100 + 25 + 25) ÷ 3 = 50"
    assert lines[3] == [error, square, mean]
    assert told(clicker.backward(states[4])) == told(states[3])
    again = clicker.forward(commands.reset(states[-1]))
    assert told(clicker.forward(again)) == ("", "", "")


def test_down_one_curve_shows_the_curve_it_asks_about_and_of_the_slope_the_tangent_alone() -> None:
    states = presses("descent-1d")
    assert {state.display.surface for state in states} == {SLOPE}
    assert all(state.display.shows_surface for state in states)
    slopes = next(state for state in states if state.descent.phase == Phase.SLOPES)
    slope = slopes.descent.moment.gradient[0]
    (chip,) = explanation(slopes).row
    assert (chip.text, chip.caption.english) == ("−30.938", "slope of the tangent")
    assert explanation(slopes).lines == explanation(slopes).bars == ()
    notes = shown_diagram(slopes, Frame(600, 300, 14)).notes
    assert [note.text for note in notes] == ["−30.938"]
    values = step_values(slopes.descent, 0)
    assert asked_value(values, Phase.SLOPES, "w1_1_1", (1, 0)) == slope


def test_map_and_curve_stand_side_by_side_wherever_runs_are_kept() -> None:
    states = [state for state in presses("many-steps") if state.descent.kept]
    assert states
    by_hand = kept.keep(commands.step(open_lesson(load("many-steps")), 7))
    for state in (*states, by_hand, commands.step(by_hand, 3)):
        assert state.display.surface is MAP
        assert state.display.panels == (SURFACE_PANEL, CURVE_PANEL)


def test_a_loss_of_0_is_the_floor_of_its_axis_by_decades_too() -> None:
    landed = presses("learning-rate")[8].descent
    assert landed.moment.loss == 0
    for log in (True, False):
        curve = loss_curve(landed, log)
        low, high = curve.drawn_heights(np.array(curve.y_range)).tolist()
        zero, start = curve.drawn_heights(np.array([0.0, 16.0])).tolist()
        assert curve.heights.texts[0] == "0"
        assert curve.drawn_heights(np.array(curve.heights.values))[0] == zero
        assert zero - low < 0.05 * (high - low)
        assert not log or start - zero > 0.15 * (high - low)
    assert floor_of(linear_ticks(-2, 60), -2, 60) == 0
    assert floor_of(linear_ticks(-40, 60), -40, 60) is None


_NUMBER = re.compile(r"−?\d+(?:\.\d+)?(?:/\d+)?")


def numbers(text: str) -> set[str]:
    """The numbers of a text, without their signs: 2 − 1 says no −1."""
    return {found.lstrip("−") for found in _NUMBER.findall(text)}


def on_screen(state: State) -> set[str]:
    """All numbers that a state has: of every point, of the step, of the settings."""
    descent, shown = state.descent, explanation(state)
    chips = [part.text for part in shown.row] + [line.text for line in shown.lines]
    count = descent.lesson.objective.points
    table = [text for row in point_texts(descent, np.arange(count)) for text in row]
    before = descent.timeline.theta(max(descent.row - 1, 0))
    losses = descent.timeline.losses()[max(descent.row - 1, 0) : descent.row + 1].tolist()
    values = (descent.moment.theta, before, descent.moment.gradient, losses)
    settings = [descent.settings.rate.text, str(descent.row), str(count)]
    sums = point_sums(descent)
    kept = descent.lesson.objective.trace(descent.moment.theta, np.array([state.display.point]))
    nodes = [number(v) for layer in kept.values for v in layer[0].tolist()]
    scalars = [number(v) for value in values for v in list(value)]
    return numbers(" ".join([*chips, *table, *scalars, *settings, *nodes, sums.total, sums.loss]))


@pytest.mark.parametrize("lesson", BUILT_IN)
def test_every_number_that_a_caption_says_is_one_of_its_state_s(lesson: str) -> None:
    for state in presses(lesson):
        missing = numbers(script.caption(state)) - on_screen(state)
        assert not missing, script.caption(state)


def test_a_weight_that_is_moved_leaves_the_curve_where_it_is() -> None:
    for state in presses("descent-1d")[1:]:
        moved = commands.drop(commands.drag(state, {"w1_1_1": 2.5}))
        assert moved.display is state.display


def test_too_big_a_step_compares_its_rates_over_one_range_that_holds_the_valley() -> None:
    states = [state for state in presses("learning-rate") if state.descent.compared]
    ((low, high),) = {shown_ranges(state)[0] for state in states}
    assert low < 2 < 10 / 3 < 14 / 3 < high
    assert len({state.descent.settings.rate.value for state in states}) == 3
