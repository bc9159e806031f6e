"""Flat means that the very next update would not move, whatever the optimizer remembers."""

import dataclasses

import numpy as np
import pytest
from msgspec.structs import replace

from gd_visualizer.core.optimizers.record import OptimizerState
from gd_visualizer.core.optimizers.registry import OPTIMIZERS
from gd_visualizer.core.penalty import penalty_of
from gd_visualizer.descent.commands import descent as commands
from gd_visualizer.descent.commands.stepping import take_steps
from gd_visualizer.descent.diagnosis.flat import stands_still
from gd_visualizer.descent.state.descent import Descent
from gd_visualizer.descent.state.state import open_lesson
from gd_visualizer.lesson.lesson import FLAT, Lesson, Stop
from tests.descent.lessons import make, one_weight

REMEMBERS = {  # once it has seen a slope: whether the next step moves without one
    "gradient descent": False,
    "momentum": True,
    "nesterov": True,
    "adagrad": False,
    "rmsprop": False,
    "adam": True,
    "adamw": True,
}


def still(lesson: Lesson, theta: float, state: OptimizerState, limit: float = FLAT) -> bool:
    at = np.array([theta])
    gradient = lesson.objective.evaluate(at)[1]
    return stands_still(lesson.objective, lesson.settings, 0, at, gradient, state, limit)


@pytest.mark.parametrize("name", REMEMBERS)
def test_without_a_slope_it_is_flat_unless_something_remembered_moves(name: str) -> None:
    optimizer = OPTIMIZERS[name]
    lesson = make((1, 1), [[3.0]], [[0.0]], [0.0], optimizer=name)  # at 0 no decay moves
    options, zero = lesson.settings.options, np.zeros(1)
    fresh = optimizer.initial(1, options)
    assert still(lesson, 0.0, fresh)
    assert not still(lesson, 1e-3, fresh)
    _, moving = optimizer.rule(zero, np.ones(1), fresh, 0.1, options)
    assert still(lesson, 0.0, moving) is not REMEMBERS[name]
    assert bool(optimizer.rule(zero, zero, moving, 0.1, options)[0].any()) is REMEMBERS[name]


@pytest.mark.parametrize("name", OPTIMIZERS)
def test_a_run_ends_at_the_first_row_from_which_the_next_update_does_not_move(name: str) -> None:
    options = {"weight_decay": 0.0} if name == "adamw" else {}
    lesson = one_weight(0.1, optimizer=name, options=options, stop=Stop(steps=4000))
    if name in ("gradient descent", "momentum", "nesterov"):
        lesson = one_weight(0.02, optimizer=name, options=options, stop=Stop(steps=4000))
    ended = take_steps(open_lesson(lesson).descent, 4000)
    assert ended.ended is not None
    on = take_steps(ended, 1, heed_stop=False)
    norms = ended.timeline.gradient_norms()
    moved = abs(np.diff(on.timeline.thetas()[:, 0]))
    rate = lesson.settings.rate.value
    resting = (norms <= FLAT) & (moved <= FLAT * rate)
    assert resting[:-1].sum() == 0
    assert resting[-1] == (ended.ended.kind == "flat")


def test_a_velocity_carries_a_run_past_the_lowest_place() -> None:
    lesson = make((1, 1), [[1.0]], [[3.0]], [1.0], 0.5, "momentum", stop=Stop(steps=10))
    descent = commands.step(open_lesson(lesson), 10).descent
    np.testing.assert_allclose(descent.timeline.thetas()[1:5, 0], [3, 4.8, 4.62, 2.838])
    assert descent.row == 10
    assert descent.ended is not None
    assert descent.ended.kind == "stop"


def test_a_turning_point_where_the_velocity_is_0_is_not_flat() -> None:
    options = {"momentum": 0.5}
    lesson = make((1, 1), [[1.0]], [[0.0]], [1.0], optimizer="momentum", options=options)
    assert not still(lesson, 1.0, OptimizerState(1, np.array([[-4.0]])))  # ½ · (−4) + 2 = 0


@pytest.mark.parametrize(("l2", "decay"), [(1.0, 0.0), (0.0, 1.0)])
def test_a_penalty_moves_away_from_the_optimum_of_the_data_and_ends_at_its_own(
    l2: float, decay: float
) -> None:
    lesson = make((1, 1), [[1.0], [2.0], [3.0]], [[3.0], [6.0], [9.0]], [3.0])
    price = penalty_of(lesson.network.weights, 0.0, l2, decay)
    lesson = replace(lesson, objective=dataclasses.replace(lesson.objective, penalty=price))
    descent = commands.step(open_lesson(lesson), 3000).descent
    np.testing.assert_allclose(descent.timeline.thetas()[1:3, 0], [2.97, 2.9431])
    assert descent.ended is not None
    assert descent.ended.kind == "flat"
    assert descent.moment.theta[0] == pytest.approx(28 / (28 / 3 + 1))


def batches(targets: list[float], start: float, seed: int) -> Descent:
    """Points of input 1, one a step."""
    X, y = [[1.0]] * len(targets), [[t] for t in targets]
    lesson = make((1, 1), X, y, [start], 0.1, batch_size=1, seed=seed, stop=Stop(steps=9))
    return commands.step(open_lesson(lesson), 9).descent


@pytest.mark.parametrize("seed", range(6))
def test_a_batch_without_a_slope_does_not_end_a_run_nor_does_a_balance_of_all(seed: int) -> None:
    ended = batches([1.0, 2.0, 3.0], 2.0, seed).ended
    assert ended is not None
    assert (ended.kind, ended.row) == ("stop", 9)


def test_where_no_batch_has_a_slope_a_run_ends() -> None:
    ended = batches([2.0, 2.0, 2.0], 2.0, 0).ended
    assert ended is not None
    assert (ended.kind, ended.row) == ("flat", 0)
