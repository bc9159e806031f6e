"""A large network's explanation is folded to the asked weight's way, and says so."""

from itertools import pairwise

import numpy as np
import pytest

from gd_visualizer.descent.explanation.values import LISTED, StepValues, step_values
from gd_visualizer.descent.explanation.weight_path import MOST_LINES
from gd_visualizer.descent.explanation.whole import as_text
from gd_visualizer.descent.state.state import open_lesson
from gd_visualizer.lesson.library.built_in import BUILT_IN
from gd_visualizer.lesson.library.catalogue import load
from tests.descent.lessons import make, tanh_network

LAYERS = (2, 12, 12, 12, 12, 2)


def values_of(points: int = 3) -> StepValues:
    draw = np.random.default_rng(5)
    size = sum((n + 1) * m for n, m in pairwise(LAYERS))
    X, y = draw.normal(size=(points, 2)), draw.normal(size=(points, 2))
    start = draw.normal(size=size) / 2
    lesson = make(LAYERS, X, y, start, activation="tanh", biases=True)
    return step_values(open_lesson(lesson).descent, 0)


@pytest.mark.parametrize("weight", ["w1_2_11", "w2_3_4", "b2_5", "w5_12_2"])
def test_the_lines_on_the_path_are_those_of_the_whole_in_its_order(weight: str) -> None:
    values = values_of()
    title, told, *lines = as_text(values, weight).splitlines()
    whole = as_text(values, weight, whole=True).splitlines()
    if weight == "w5_12_2":  # few lines: nothing lies behind it
        assert [title, told, *lines] == whole
        return
    assert title == whole[0]
    assert told.startswith("Folded: the lines of 4")
    assert told.endswith("other nodes; 'explain … --all' prints them.")
    assert len(lines) < MOST_LINES < len(whole)
    rest = iter(whole)
    assert all(line in rest for line in lines)
    assert lines[-1] == whole[-1]


def test_of_many_points_the_first_ones_are_listed_and_the_mean_is_that_of_all() -> None:
    values = step_values(open_lesson(tanh_network(points=MOST_LINES + 1)).descent, 0)
    lines = as_text(values, "w1_1_1").splitlines()
    whole = as_text(values, "w1_1_1", whole=True).splitlines()
    left = len(whole) - len(lines) + 1
    assert left == MOST_LINES + 1 - LISTED
    assert lines[1] == f"Folded: the lines of {left} more points; 'explain … --all' prints them."
    rest = iter(whole)
    assert all(line in rest for line in (lines[0], *lines[2:]))
    assert any("the mean over the points" in line for line in lines)


@pytest.mark.parametrize("lesson", BUILT_IN)
def test_what_can_be_read_is_not_folded(lesson: str) -> None:
    loaded = load(lesson)
    values = step_values(open_lesson(loaded).descent, 0)
    for name in loaded.network.names:
        assert as_text(values, name) == as_text(values, name, whole=True)
