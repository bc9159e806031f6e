"""Steps of some of the points: which they are, in which epoch, and what their slopes are called."""

import numpy as np
import pytest

from gd_visualizer.descent.commands import descent as commands
from gd_visualizer.descent.commands.display import select_point
from gd_visualizer.descent.explanation.slope_names import at_point, that_moves
from gd_visualizer.descent.explanation.slopes import factors, gradient_of, mean_line
from gd_visualizer.descent.explanation.values import step_values
from gd_visualizer.descent.explanation.whole import as_text
from gd_visualizer.descent.state.shown_step import shown_rows, step_number
from gd_visualizer.descent.state.state import State, open_lesson
from tests.descent.lessons import tanh_network


@pytest.fixture
def start() -> State:
    """20 points, 6 a step: 4 steps an epoch, the last one of 2."""
    return open_lesson(tanh_network(batch_size=6))


def test_a_step_tells_its_epoch_where_it_is_made_of_some_points(start: State) -> None:
    descent = commands.step(start, 9).descent
    told = [step_number(descent, step).english for step in (0, 1, 4, 5, 9, 10)]
    assert told == ["0", "1 (epoch 1)", "4 (epoch 1)", "5 (epoch 2)", "9 (epoch 3)", "10 (epoch 3)"]
    assert step_number(commands.step(open_lesson(tanh_network()), 3).descent, 3).english == "3"
    assert ": step 9 (epoch 3), " in as_text(step_values(descent, 0), "w1_1_1")


def test_the_points_on_screen_are_those_that_the_step_is_made_of(start: State) -> None:
    state = start
    for step in range(1, 6):
        for _ in range(4):
            state = commands.advance(state)
            rows = shown_rows(state.descent)
            assert rows is not None
            assert rows.tolist() == step_values(state.descent, 0).rows.tolist()
            assert state.display.point in rows
        moment = state.descent.moment
        assert moment.row == step
        assert moment.rows is not None
        assert moment.rows.tolist() == rows.tolist()


def test_a_point_that_somebody_has_chosen_besides_the_steps_stays_until_the_step_takes_it(
    start: State,
) -> None:
    rows = shown_rows(start.descent)
    assert rows is not None
    other = next(point for point in range(20) if point not in rows)
    state = select_point(start, other)
    seen = set()
    for _ in range(8):
        state = commands.advance(commands.step(state))
        now = shown_rows(state.descent)
        assert now is not None
        seen.add(other in now)
        if True in seen:
            assert state.display.point in now
        else:
            assert state.display.point == other
    assert seen == {True, False}


def test_the_three_slopes_of_a_weight_have_one_name_each(start: State) -> None:
    state = commands.step(start, 5)
    state = commands.advance(commands.advance(commands.advance(state)))
    values = step_values(state.descent, state.display.point)
    parameter = values.network.parameter("w2_1_1")
    point = values.point + 1
    assert at_point(values, parameter).english == f"slope of w₂₁₁ at point {point}"
    assert that_moves(values, parameter).english == "slope of w₂₁₁ over this step’s 6 points"
    assert mean_line(values, parameter).label == that_moves(values, parameter)
    whole = step_values(commands.set_batch_size(state, None).descent, 0)
    assert that_moves(whole, parameter).english == "slope of w₂₁₁ over all 20 points"
    one, step, every = (
        factors(values, parameter).equation.value,
        gradient_of(values, parameter),
        gradient_of(whole, parameter),
    )
    objective, theta = state.descent.lesson.objective, state.descent.moment.theta
    for slope, rows in ((one, [values.point]), (step, values.rows), (every, np.arange(20))):
        gradient = objective.evaluate(theta, np.array(rows))[1]
        assert slope == pytest.approx(gradient[parameter.index], rel=1e-9)
    assert len({one, step, every}) == 3


def test_a_step_of_one_point_has_the_slope_at_that_point() -> None:
    state = open_lesson(tanh_network(batch_size=1))
    values = step_values(state.descent, state.display.point)
    parameter = values.network.parameter("w2_1_1")
    assert at_point(values, parameter) == that_moves(values, parameter)
