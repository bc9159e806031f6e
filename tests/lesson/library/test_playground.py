"""The lessons of the Playground: every number that they name is what the program computes."""

import re
from collections.abc import Callable

import numpy as np
import pytest
from msgspec.structs import replace

from gd_visualizer.core.arrays import Floats
from gd_visualizer.core.network.objective import NetworkObjective
from gd_visualizer.descent.commands import descent as commands
from gd_visualizer.descent.script.script import script
from gd_visualizer.descent.state.held_out import held_out_loss, held_out_losses
from gd_visualizer.descent.state.state import State, open_lesson
from gd_visualizer.lesson.lesson import Lesson, Stop
from gd_visualizer.lesson.library.built_in import PLAYGROUND
from gd_visualizer.lesson.library.catalogue import load
from gd_visualizer.text.numerals import number

DECIMAL = re.compile(r"−?\d+\.\d+")


def states(name: str) -> list[State]:
    """At the start and after each beat."""
    lesson = load(name)
    found = script(lesson)
    assert all(map(found.light, range(len(lesson.beats) + 1)))  # else captions come late
    return [found.state(beat) for beat in range(len(lesson.beats) + 1)]


def loss(state: State) -> str:
    return number(state.descent.moment.loss)


def losses(state: State) -> list[str]:
    """Up to the row that is shown."""
    return [number(one) for one in state.descent.timeline.losses()[: state.descent.row + 1]]


def held_out(state: State) -> str:
    found = held_out_loss(state.descent)
    assert found is not None
    return number(found)


def errors(state: State) -> Floats:
    return state.descent.lesson.objective.trace(state.descent.moment.theta).errors[:, 0]


def weights(state: State) -> dict[str, float]:
    descent = state.descent
    names = descent.lesson.objective.names
    return dict(zip(names, descent.moment.theta.tolist(), strict=True))


def least_squares(lesson: Lesson) -> tuple[Floats, float, float]:
    """Of a network of one layer, from its points alone: the weights, the loss there, and the rate
    above which descent flies apart."""
    X, y = lesson.data.training
    rows = np.column_stack([X, np.ones(len(X))])
    found = np.linalg.lstsq(rows, y[:, 0], rcond=None)[0]
    curvature = np.linalg.eigvalsh(2 * rows.T @ rows / len(rows))[-1]
    return found, float(np.mean((rows @ found - y[:, 0]) ** 2)), float(2 / curvature)


def right(objective: NetworkObjective, state: State) -> int:
    """How many points are on their side of the decision line."""
    kept = objective.trace(state.descent.moment.theta)
    return int(np.sum(np.sign(kept.predicted) == np.sign(kept.predicted - kept.errors)))


def line_through_points() -> list[set[str]]:
    first, _, second, third, last = states("line-through-points")
    squares = errors(second) ** 2, errors(third) ** 2
    assert squares[1][0] < squares[0][0]  # the first shrinks, the last grows
    assert squares[1][-1] > squares[0][-1]
    assert np.abs(errors(first)).argmax() == len(errors(first)) - 1
    assert last.descent.ended
    assert last.descent.ended.kind == "flat"
    assert loss(last) == number(least_squares(last.descent.lesson)[1])
    slopes = [number(weights(state)["w1_1_1"]) for state in (first, second)]
    wrong = [f"{errors(state)[-1]:.3f}".replace("-", "−") for state in (second, third)]
    return [
        {number(float(errors(first)[-1])), loss(first)},
        {loss(first), loss(second), *slopes},
        {loss(third), *wrong},
        {loss(last)},
    ]


def wide_inputs() -> list[set[str]]:
    first, _, second, third, fourth, last = states("wide-inputs")
    lesson = first.descent.lesson
    best, lowest, limit = least_squares(lesson)
    slopes = [number(one) for one in first.descent.moment.gradient[:2].tolist()]
    more = commands.step(open_lesson(replace(lesson, stop=Stop())), 1000)
    assert number(float(best[1]), 1) == "0.2"
    assert weights(third)["w1_2_1"] < 0.1 * best[1]
    assert second.descent.settings.rate.value == 1 / 10_000
    assert fourth.descent.settings.rate.value == 0.0002
    area, floor = lesson.data.X.mean(axis=0).tolist()
    assert round(area / floor) == 25
    limits = number(limit, 2)
    return [
        set(slopes),
        {loss(first), loss(second), number(lowest), "0.0001", limits},
        {loss(third), loss(more), "0.2"},
        {"0.0002"},
        set(losses(last)),
    ]


def scaled_inputs() -> list[set[str]]:
    first, _, second, last = states("scaled-inputs")
    wide = states("wide-inputs")
    lesson = first.descent.lesson
    scale = lesson.data.scale
    assert scale is not None
    assert lesson.data.X.tolist() == wide[0].descent.lesson.data.X.tolist()
    assert lesson.data.y.tolist() == wide[0].descent.lesson.data.y.tolist()
    _, lowest, limit = least_squares(lesson)
    assert loss(last) == number(lowest)
    assert last.descent.row == 10
    mean, deviation = f"{scale.mean[0]:.3f}", f"{scale.deviation[0]:.3f}"
    weight = number(weights(last)["w1_1_1"])
    by_metre = number(weights(last)["w1_1_1"] / float(scale.deviation[0]))
    before = number(least_squares(wide[0].descent.lesson)[2], 2)
    return [
        {mean},
        {before, number(limit, 2), "0.3", loss(first), loss(second), loss(wide[2])},
        {loss(last), loss(wide[3]), weight, deviation, by_metre},
    ]


def bent_curve() -> list[set[str]]:
    first, _, second, third, last = states("bent-curve")
    assert np.abs(errors(third)).argmax() == len(errors(third)) - 1
    signs = np.sign(errors(third))
    assert min((signs > 0).sum(), (signs < 0).sum()) > len(signs) / 3
    generated = last.descent.lesson.data.generated
    assert generated is not None
    assert (generated.noise, last.descent.row) == (0.1, 400)
    assert generated.noise**2 < last.descent.moment.loss < 1.25 * generated.noise**2
    end = number(float(errors(third)[-1]), 3)
    return [set(), {loss(first), loss(second)}, {loss(third), end}, {loss(last), "0.1", "0.01"}]


def two_clouds() -> list[set[str]]:
    first, _, second, third, last = states("two-clouds")
    objective = last.descent.lesson.objective
    assert isinstance(objective, NetworkObjective)
    shares = [right(objective, s) / objective.points for s in (first, second, third, last)]
    assert shares == [2 / 3, 8 / 10, (objective.points - 1) / objective.points, 1]
    held = held_out_losses(last.descent, np.arange(21))
    assert (np.diff(held) < 0).all()
    return [set(), {loss(first), loss(second)}, set(), {loss(last), held_out(last)}]


def circle() -> list[set[str]]:
    first, _, second, last = states("circle")
    objective, testing = last.descent.lesson.objective, last.descent.lesson.testing
    assert isinstance(objective, NetworkObjective)
    assert isinstance(testing, NetworkObjective)
    assert (right(objective, second), objective.points) == (69, 75)
    assert (right(objective, last), right(testing, last)) == (objective.points, testing.points)
    return [set(), {loss(first), loss(second)}, {loss(last), held_out(last)}]


def too_many_nodes() -> list[set[str]]:
    _, _, second, third, last = states("too-many-nodes")
    data, descent = last.descent.lesson.data, last.descent
    assert [len(rows) for rows in data.rows] == [12, 8]
    assert last.descent.lesson.objective.size == 25
    assert (second.descent.row, third.descent.row, descent.row) == (20, 120, 800)
    held = held_out_losses(descent, np.arange(801))
    assert 20 <= held.argmin() <= 30
    assert held[-1] == held.max()
    assert (np.abs(errors(last)) < 0.05).all()
    return [
        set(),
        {loss(second), held_out(second)},
        {loss(third), held_out(third)},
        {held_out(last)},
    ]


FACTS: dict[str, Callable[[], list[set[str]]]] = {
    "line-through-points": line_through_points,
    "wide-inputs": wide_inputs,
    "scaled-inputs": scaled_inputs,
    "bent-curve": bent_curve,
    "two-clouds": two_clouds,
    "circle": circle,
    "too-many-nodes": too_many_nodes,
}


@pytest.mark.parametrize("name", PLAYGROUND)
def test_every_number_that_a_lesson_names_is_what_it_computes(name: str) -> None:
    beats, known = load(name).beats, FACTS[name]()
    told = [set(DECIMAL.findall(f"{beat.text}\n{beat.notes}")) for beat in beats]
    assert told == known
