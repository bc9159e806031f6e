"""Other points: what becomes of the descent, of the lesson's script and of the network."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from gd_visualizer.core.datasets.registry import DATASETS
from gd_visualizer.descent.commands import data as points
from gd_visualizer.descent.commands import descent as commands
from gd_visualizer.descent.commands import display as showing
from gd_visualizer.descent.script import clicker
from gd_visualizer.descent.script.script import place
from gd_visualizer.descent.state.state import State, open_lesson
from gd_visualizer.lesson.data import Data, Generated
from gd_visualizer.lesson.file.reader import parse_lesson
from gd_visualizer.lesson.library.catalogue import load
from gd_visualizer.lesson.pictures import CURVE_PANEL, FIT_PANEL, SURFACE_PANEL
from gd_visualizer.lesson.table.lesson import lesson_of
from gd_visualizer.scene.sentences import sentence
from gd_visualizer.text.errors import RefusedValue

LINE = b"""
format = 1
title = "Line"
[network]
layers = [1, 1]
biases = true
[data]
generate = { kind = "line", points = 12, noise = 0.4, seed = 2 }
[start]
weights = [[[0]]]
[descent]
learning_rate = 0.1
stop = { gradient = 1e-12 }
"""


def line() -> State:
    return open_lesson(parse_lesson(LINE, "line.toml", None))


def least_squares(data: Data) -> np.ndarray:
    X = np.column_stack([data.X, np.ones(len(data.X))])
    return np.linalg.lstsq(X, data.y[:, 0], rcond=None)[0]


@pytest.mark.parametrize("scaled", [False, True])
def test_the_line_through_the_points_is_that_of_least_squares(scaled: bool) -> None:
    state = commands.step(points.scale_inputs(line(), scaled), 3000)
    data, (w, b) = state.descent.lesson.data, state.descent.moment.theta
    if data.scale:
        (mean,), (deviation,) = data.scale.mean, data.scale.deviation
        w, b = w / deviation, b - w * mean / deviation
    assert (w, b) == pytest.approx(least_squares(data), abs=1e-9)


def test_a_moved_point_begins_a_new_row_0_at_the_weights_of_now() -> None:
    before = commands.step(line(), 5)
    after = points.place_point(before, 3, [1.5], [9.0])
    assert after.descent.row == 0
    assert np.array_equal(after.descent.moment.theta, before.descent.moment.theta)
    data = after.descent.lesson.data
    assert (data.X[3, 0], data.y[3, 0], data.generated) == (1.5, 9.0, None)
    error = data.X[:, 0] * after.descent.moment.theta[0] + after.descent.moment.theta[1]
    assert after.descent.moment.loss == pytest.approx(np.mean((error - data.y[:, 0]) ** 2))
    assert before.descent.lesson.data.generated is not None


def test_points_are_added_behind_the_others_and_the_last_one_stays() -> None:
    state = points.place_point(line(), 12, [0.5], [7.0])
    assert state.descent.lesson.objective.points == 13
    assert state.display.point == 12
    for _ in range(20):
        state = points.delete_point(state, 0)
    assert state.descent.lesson.data.X.tolist() == [[0.5]]
    assert state.display.point == 0


def test_the_clicker_goes_on_with_the_lessons_own_points() -> None:
    at_two = clicker.forward(clicker.forward(open_lesson(load("two-inputs"))))
    changed = points.place_point(at_two, 0, [1.0, 1.0], [0.0])
    assert place(changed) is None
    back = clicker.backward(changed)
    assert back.descent.lesson is at_two.descent.lesson
    assert np.array_equal(back.descent.moment.theta, at_two.descent.moment.theta)
    assert place(clicker.forward(changed)) == 3


def test_points_of_two_inputs_bring_a_network_of_two() -> None:
    state = points.generate(line(), Generated("circle", 30, 0.1))
    lesson = state.descent.lesson
    assert lesson.network.layers == (2, 1)
    assert lesson.data.class_values == (-1.0, 1.0)
    assert state.display.axes == ("w1_1_1", "b1_1")


def test_what_cannot_be_taken_changes_nothing() -> None:
    state = line()
    with pytest.raises(RefusedValue, match="finite numbers"):
        points.place_point(state, 0, [np.nan], [1.0])
    with pytest.raises(RefusedValue, match="cannot read y"):
        points.generate(state, Generated("curve", 30, 0.1, formula="y"))
    with pytest.raises(RefusedValue, match="loss is not finite"):
        points.place_point(state, 0, [1e300], [1e300])


@given(st.integers(2, 200), st.floats(0.001, 0.9), st.integers(0, 2**40))
def test_every_point_trains_or_tests(count: int, share: float, seed: int) -> None:
    data = Data(np.arange(count)[:, None], np.zeros((count, 1)), test=share, test_seed=seed)
    training, testing = data.rows
    assert np.array_equal(np.sort(np.concatenate([training, testing])), np.arange(count))
    assert len(training) >= 1
    assert len(testing) == min(max(round(share * count), 1), count - 1)


@pytest.mark.parametrize("kind", list(DATASETS))
def test_every_kind_of_data_can_be_stepped_on_with_any_lesson(kind: str) -> None:
    for name in ("line", "descent-1d", "two-inputs", "activation"):
        state = line() if name == "line" else open_lesson(load(name))
        state = points.hold_out(points.generate(state, Generated(kind, 20, 0.1, 5)), 0.25)
        assert commands.step(state).descent.row == 1
        assert state.descent.lesson.testing is not None


def test_a_class_is_not_made_a_number_by_typing_one() -> None:
    state = points.generate(line(), Generated("circle", 30, 0.1))
    with pytest.raises(RefusedValue, match="expected −1 or 1"):
        points.place_point(state, 0, [1.0, 1.0], [7.0])
    assert points.place_point(state, 0, [1.0, 1.0], [-1.0]).descent.lesson.data.y[0, 0] == -1


def test_scaling_takes_another_rate_where_that_of_before_would_not_do() -> None:
    wide = Data([[1e8, 1.0], [2e8, 3.0], [4e8, 2.0]], [[1.0], [2.0], [3.0]])
    state = open_lesson(lesson_of(wide, "wide"))
    assert state.descent.settings.rate.value < 1e-15
    scaled = points.scale_inputs(state, True)
    loss = scaled.descent.moment.loss
    assert commands.step(scaled, 20).descent.moment.loss < 0.2 * loss
    assert points.scale_inputs(line(), True).descent.settings == line().descent.settings


def test_points_of_another_kind_are_seen_in_the_fit() -> None:
    state = open_lesson(load("many-steps"))
    made = points.generate(state, Generated("circle", 30, 0.1))
    assert made.display.panels == (FIT_PANEL, SURFACE_PANEL)
    put_away = showing.show_panels(made, (CURVE_PANEL,))
    noisier = points.generate(put_away, Generated("circle", 30, 0.3))
    assert noisier.display.panels == (CURVE_PANEL,), "a person has put it away"


def test_what_has_become_of_the_points_is_told_for_what_it_is() -> None:
    start = points.generate(line(), Generated("line", 20, 0.1, 5))
    for changed, words in (
        (points.generate(start, Generated("line", 20, 0.2, 5)), "Other points"),
        (points.scale_inputs(start, True), "The inputs are scaled now"),
        (points.hold_out(start, 0.25), "Points are held out"),
    ):
        assert sentence(changed, start).english.startswith(words)
    held = points.hold_out(start, 0.25)
    assert sentence(points.hold_out(held, 0.0), held).english.startswith("No point is held out")
    scaled = points.scale_inputs(start, True)
    back = points.scale_inputs(scaled, False)
    assert sentence(back, scaled).english.startswith("The inputs are as they were")
