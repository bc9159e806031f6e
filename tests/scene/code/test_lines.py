"""The code beside its pictures: the lit lines tell what they compute, and nothing that is asked."""

import numpy as np
import pytest
from msgspec.structs import replace

from gd_visualizer.core.losses import LOSSES
from gd_visualizer.descent.code.results import results
from gd_visualizer.descent.code.script import script
from gd_visualizer.descent.commands import display as showing
from gd_visualizer.descent.commands.stepping import take_steps
from gd_visualizer.descent.explanation.values import step_values
from gd_visualizer.descent.script import clicker
from gd_visualizer.descent.state.state import State, open_lesson
from gd_visualizer.lesson.lesson import Phase
from gd_visualizer.lesson.library.built_in import BUILT_IN
from gd_visualizer.lesson.library.catalogue import load
from gd_visualizer.scene.code.lines import code_lines
from tests.descent.explanation.test_whole import random_descents


def at_phase(state: State, phase: Phase) -> State:
    return replace(state, descent=replace(state.descent, phase=phase))


def told(state: State) -> list[str]:
    """The lines with values, with plain spaces."""
    return [line.text.replace("\u00a0", " ") for line in code_lines(state) if line.told]


def test_each_phase_of_two_inputs_tells_the_lecture_s_numbers() -> None:
    begun = open_lesson(load("two-inputs"))
    assert told(begun) == []
    assert told(at_phase(begun, Phase.FORWARD)) == [
        "product = inputs * weights  # [3 8]",
        "prediction = product.sum()  # 11",
    ]
    assert told(at_phase(begun, Phase.ERROR)) == [
        "error = prediction - target  # 5",
        "loss = error ** 2  # 25",
    ]
    assert told(at_phase(begun, Phase.SLOPES)) == ["gradient = 2 * inputs * error  # [30 40]"]
    assert told(replace(begun, descent=take_steps(begun.descent, 1))) == [
        "weights_updated = weights - learning_rate * gradient  # [0.7 1.6]",
        "prediction_updated = (inputs * weights_updated).sum()  # 8.5",
        "error_updated = prediction_updated - target  # 2.5",
        "loss_updated = error_updated ** 2  # 6.25",
    ]


@pytest.mark.parametrize("loss", LOSSES)
def test_the_values_beside_the_lines_are_those_of_the_step(loss: str) -> None:
    for descent in random_descents(loss, "adam", 6, seed=4):
        values = step_values(descent, 0)
        lines = script(values)
        known = {text.partition(" = ")[0]: one for text, one in results(values, lines).items()}
        losses = descent.timeline.losses()[descent.row - 1 : descent.row + 1]
        shown = [float(known["loss"]), float(known["loss_updated"])]
        np.testing.assert_allclose(shown, losses, rtol=1e-9, atol=1e-13)
        after = [one.ravel() for name, one in known.items() if name in updated(values.network)]
        np.testing.assert_allclose(np.concatenate(after), values.after, rtol=1e-9, atol=1e-13)


def updated(network: object) -> list[str]:
    """The names that the new weights and biases have."""
    return [f"{kind}{layer}_updated" for layer in range(1, network.depth + 1) for kind in "Wb"]


@pytest.mark.parametrize("lesson", BUILT_IN)
def test_of_every_lesson_only_lit_lines_tell_and_nothing_that_is_asked(lesson: str) -> None:
    state = showing.set_predict(open_lesson(load(lesson)), True)
    asked = 0
    for _ in range(12):
        lines = code_lines(state)
        assert all(line.lit for line in lines if line.told)
        if state.progress.asked:
            asked += 1
            assert told(state) == []
            assert any(line.lit for line in lines)
        state = clicker.forward(state)
    assert (asked > 0) == (lesson != "dark-field")  # which asks for a place only
