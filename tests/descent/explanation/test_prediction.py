"""What a student's prediction is told: right, or how it differs."""

import dataclasses

import pytest
from msgspec.structs import replace

from gd_visualizer.core.losses import LOSSES
from gd_visualizer.descent.commands import descent as commands
from gd_visualizer.descent.explanation.prediction import judge
from gd_visualizer.descent.explanation.values import step_values
from gd_visualizer.descent.script import clicker
from gd_visualizer.descent.state.state import open_lesson
from gd_visualizer.lesson.lesson import Phase
from gd_visualizer.lesson.library.catalogue import load

RIGHT, SIGN = "Right", "the sign is the other way round"
# lesson, phase, answer, what it is told
TOLD = [
    ("slope", Phase.FORWARD, 6, RIGHT),
    ("slope", Phase.FORWARD, 5, "it is more"),
    ("slope", Phase.FORWARD, 7, "it is less"),
    ("slope", Phase.FORWARD, -6, SIGN),
    ("slope", Phase.ERROR, -4, RIGHT),
    ("slope", Phase.ERROR, 4, "predicted − actual"),
    ("slope", Phase.ERROR, 16, "squared error"),
    ("slope", Phase.SLOPES, -24, RIGHT),
    ("slope", Phase.SLOPES, 24, SIGN),
    ("slope", Phase.SLOPES, -12, "the factor 2"),
    ("slope", Phase.SLOPES, -23, "it is less"),
    ("slope", Phase.UPDATE, 2.24, RIGHT),
    ("slope", Phase.UPDATE, 1.76, "against the slope"),
    ("slope", Phase.UPDATE, 26, "the learning rate is missing"),
    ("slope", Phase.UPDATE, -22, "the learning rate is missing, and the sign"),
    ("slope", Phase.UPDATE, 2.12, "the factor 2"),
    ("slope", Phase.UPDATE, 0.24, "that is the change"),
    ("many-steps", Phase.UPDATE, -0.64, RIGHT),
    ("many-steps", Phase.UPDATE, 0.44, "divide by 4"),
    ("activation", Phase.FORWARD, 0, RIGHT),
    ("activation", Phase.FORWARD, -5, "the activation comes after it"),
]


@pytest.mark.parametrize(("lesson", "phase", "answer", "told"), TOLD)
def test_an_answer_is_told_how_it_differs(
    lesson: str, phase: Phase, answer: float, told: str
) -> None:
    state = open_lesson(load(lesson))
    values = step_values(state.descent, 0)
    node = (1, 1) if lesson == "activation" else (values.network.depth, 0)
    judgement = judge(values, phase, values.network.names[0], node, answer).english
    assert told in judgement
    assert str(abs(answer)) not in judgement.replace("4.", "") or told == "divide by 4"


def test_three_significant_digits_are_enough() -> None:
    state = clicker.forward(open_lesson(load("dark-field")))
    values = step_values(state.descent, 0)
    assert "Right" in judge(values, Phase.FORWARD, "w1_1_1", (2, 0), -1.07).english
    assert "Right" not in judge(values, Phase.FORWARD, "w1_1_1", (2, 0), -1.1).english


@pytest.mark.parametrize(
    ("answer", "told"),
    [(2.01, "Right"), (2.005, "it is more"), (2.0, "it is more"), (1.99, "sign")],
)
def test_a_new_weight_is_right_only_if_its_change_is(answer: float, told: str) -> None:
    state = commands.set_optimizer(open_lesson(load("slope")), "adam")  # 2 + 0.01
    values = step_values(state.descent, 0)
    assert told in judge(values, Phase.UPDATE, "w1_1_1", (1, 0), answer).english


def test_the_factor_2_is_missed_only_where_there_is_one() -> None:
    lesson = load("slope")
    half = replace(lesson, objective=dataclasses.replace(lesson.objective, loss=LOSSES["huber"]))
    values = step_values(open_lesson(half).descent, 0)
    assert "factor 2" not in judge(values, Phase.SLOPES, "w1_1_1", (1, 0), -1.5).english
