"""Both scripts of a whole training end at the program's own loss."""

import json
import sys

import numpy as np
import pytest

from gd_visualizer.core.activations import ACTIVATIONS
from gd_visualizer.core.losses import LOSSES
from gd_visualizer.core.optimizers.registry import OPTIMIZERS
from gd_visualizer.descent.code.training.head import settings_changed
from gd_visualizer.descent.code.training.numpy_script import numpy_script
from gd_visualizer.descent.code.training.torch_script import torch_script
from gd_visualizer.descent.commands import descent as commands
from gd_visualizer.descent.commands.stepping import take_steps
from gd_visualizer.descent.state.descent import Descent
from gd_visualizer.descent.state.state import open_lesson
from gd_visualizer.lesson.library.built_in import BUILT_IN
from gd_visualizer.lesson.library.catalogue import load
from tests.descent.code.training import trainings


def own(start: Descent, steps: int) -> list[float]:
    """The program's loss after the steps, and that of the testing points, if there are any."""
    moment = take_steps(start, steps, heed_stop=False).moment
    assert moment.row == steps
    testing = start.lesson.testing
    tested = [] if testing is None else [testing.evaluate(moment.theta)[0]]
    return [moment.loss, *tested]


@pytest.mark.parametrize("k", range(trainings.COUNT))
def test_the_numpy_script_ends_at_the_program_s_loss(k: int) -> None:
    start = trainings.training(k)
    found = trainings.printed(sys.executable, numpy_script(start, trainings.STEPS))
    np.testing.assert_allclose(found, own(start, trainings.STEPS), rtol=1e-9)


@pytest.mark.parametrize("k", range(trainings.COUNT))
def test_the_torch_script_ended_at_the_program_s_loss_when_torch_ran_it(k: int) -> None:
    start = trainings.training(k)
    script = torch_script(start, trainings.STEPS)
    digest, *found = json.loads(trainings.FILE.read_text("utf-8"))[k]
    assert trainings.digest(script) == digest, "another script: record it anew, see trainings.py"
    np.testing.assert_allclose(found, own(start, trainings.STEPS), rtol=1e-9)


def test_the_trainings_have_everything() -> None:
    starts = [trainings.training(k) for k in range(trainings.COUNT)]
    fits = [start.lesson.fit for start in starts]
    assert {start.settings.optimizer for start in starts} == set(OPTIMIZERS)
    assert {fit.loss.name for fit in fits} == set(LOSSES)
    assert {fit.network.activations[0] for fit in fits} == set(ACTIVATIONS)
    for some in (
        {start.settings.batch_size is None for start in starts},
        {fit.penalty is None for fit in fits},
        {start.lesson.data.scaled for start in starts},
        {start.lesson.testing is None for start in starts},
        {fit.network.biases for fit in fits},
    ):
        assert some == {True, False}


@pytest.mark.parametrize("name", BUILT_IN)
def test_a_built_in_lesson_s_script_takes_the_steps_that_have_been_taken(name: str) -> None:
    start = open_lesson(load(name)).descent
    descent = take_steps(start, 3, heed_stop=False)
    loss, *_tested = trainings.printed(sys.executable, numpy_script(descent))
    assert loss == pytest.approx(descent.moment.loss, rel=1e-9, abs=1e-24)


def test_it_is_told_where_a_run_has_changed_its_settings() -> None:
    state = commands.step(open_lesson(load("many-steps")), 2)
    assert not settings_changed(state.descent)
    state = commands.step(commands.set_optimizer(state, "adam"))
    assert settings_changed(state.descent)
