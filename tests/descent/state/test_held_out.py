"""The loss of the points that are held out, by row."""

import numpy as np
import pytest

from gd_visualizer.descent.commands import data as points
from gd_visualizer.descent.commands import descent as commands
from gd_visualizer.descent.state.held_out import held_out_loss, held_out_losses, sampled_rows
from gd_visualizer.descent.state.state import State, open_lesson
from gd_visualizer.lesson.data import Generated
from gd_visualizer.lesson.library.catalogue import load


@pytest.fixture
def state() -> State:
    state = points.generate(open_lesson(load("activation")), Generated("circle", 40, 0.3, 2))
    return commands.step(points.hold_out(state, 0.25), 1500)


def by_hand(state: State, theta: np.ndarray) -> float:
    """The mean of the squared errors of the points that do not train."""
    data, network = state.descent.lesson.data, state.descent.lesson.network
    X, y = data.X[data.rows[1]], data.y[data.rows[1]]
    layers, values = network.unpack(theta), X
    for (weights, biases), function in zip(layers, network.functions, strict=True):
        values = function.value(values @ weights + (0 if biases is None else biases))
    return float(((values - y) ** 2).sum(axis=1).mean())


def test_it_is_the_mean_over_the_points_that_do_not_train(state: State) -> None:
    rows = np.array([0, 3, 1024, 1500])
    thetas = [state.descent.timeline.theta(row) for row in rows]
    assert held_out_losses(state.descent, rows) == pytest.approx(
        [by_hand(state, t) for t in thetas]
    )
    assert held_out_loss(state.descent) == pytest.approx(by_hand(state, thetas[-1]))


def test_while_a_weight_is_dragged_it_is_that_of_the_drag(state: State) -> None:
    dragged = commands.drag(state, {"w1_1_1": 2.0})
    assert held_out_loss(dragged.descent) == pytest.approx(
        by_hand(state, dragged.descent.moment.theta)
    )


def test_a_fork_has_losses_of_its_own(state: State) -> None:
    before = held_out_losses(state.descent, np.arange(1490, 1501))
    other = commands.step(commands.jump(state, 1490), 1)
    changed = commands.step(points.hold_out(other, 0.0), 1)
    assert held_out_loss(changed.descent) is None
    forked = commands.set_optimizer(commands.jump(state, 1490), "adam")
    forked = commands.step(forked, 5)
    found = held_out_losses(forked.descent, np.arange(1490, 1496))
    assert found[0] == before[0]
    assert found[5] == pytest.approx(by_hand(state, forked.descent.moment.theta))
    assert found[5] != before[5]


def test_few_rows_draw_the_line_and_a_longer_run_has_the_same(state: State) -> None:
    rows = sampled_rows(state.descent)
    assert len(rows) <= 258
    assert rows[0] == 0
    assert rows[-1] == 1500
    longer = sampled_rows(commands.step(state, 100).descent)
    assert set(rows[:-1]) <= set(longer)
