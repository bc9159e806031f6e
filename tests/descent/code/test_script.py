"""The script of a step needs NumPy alone and gives the table's losses."""

import contextlib
import io
import warnings

import numpy as np
import pytest

from gd_visualizer.core.losses import LOSSES
from gd_visualizer.core.optimizers.registry import OPTIMIZERS
from gd_visualizer.descent.code.script import as_text, script
from gd_visualizer.descent.commands.stepping import take_steps
from gd_visualizer.descent.explanation.values import step_values
from gd_visualizer.descent.state.descent import Descent
from gd_visualizer.descent.state.state import open_lesson
from gd_visualizer.lesson.lesson import Phase
from gd_visualizer.lesson.library.built_in import BUILT_IN
from gd_visualizer.lesson.library.catalogue import load
from tests.descent.explanation.test_whole import random_descents


def output(descent: Descent) -> list[str]:
    """What the script of the last step prints."""
    printed = io.StringIO()
    with contextlib.redirect_stdout(printed), warnings.catch_warnings():
        warnings.simplefilter("ignore", RuntimeWarning)  # exp of a large number is inf, and said so
        exec(as_text(step_values(descent, 0)), {"__name__": "script"})
    return printed.getvalue().splitlines()


def check(descent: Descent) -> None:
    before, after = output(descent)[-2:]
    rows = descent.timeline.losses()[descent.row - 1 : descent.row + 1]
    assert before.startswith("loss = ")
    assert after.startswith("loss_updated = ")
    shown = [float(line.partition(" = ")[2]) for line in (before, after)]
    np.testing.assert_allclose(shown, rows, rtol=1e-9, atol=1e-13)


@pytest.mark.parametrize("lesson", BUILT_IN)
@pytest.mark.parametrize("steps", [1, 4])
def test_the_code_of_a_built_in_lesson_gives_its_losses(lesson: str, steps: int) -> None:
    check(take_steps(open_lesson(load(lesson)).descent, steps, heed_stop=False))


@pytest.mark.parametrize("optimizer", OPTIMIZERS)
@pytest.mark.parametrize("loss", LOSSES)
def test_the_code_of_a_random_network_gives_its_losses(loss: str, optimizer: str) -> None:
    for descent in random_descents(loss, optimizer, 12, seed=2):
        check(descent)


def test_the_code_of_two_inputs_prints_what_the_lecture_prints() -> None:
    descent = take_steps(open_lesson(load("two-inputs")).descent, 1)
    printed = output(descent)
    assert printed == ["5", "[30 40]", "2.5", "loss = 25", "loss_updated = 6.25"]


def test_every_phase_has_lines_of_its_own() -> None:
    for lesson in BUILT_IN:
        lines = script(step_values(open_lesson(load(lesson)).descent, 0))
        assert {line.phase for line in lines} == set(Phase)


def test_long_data_are_shortened_for_looking_at_only() -> None:
    descent = next(
        d for d in random_descents("huber", "adam", 60, seed=3) if d.lesson.objective.points > 12
    )
    values = step_values(descent, 0)
    shown = "\n".join(line.text for line in script(values, elided=True))
    assert "15 in all" in shown
    assert "in all" not in as_text(values)
