"""Cross-entropy far out, where a prediction is as good as 0 or 1."""

import numpy as np
import pytest
from msgspec.structs import replace

from gd_visualizer.core.losses import LOSSES
from gd_visualizer.core.network.network import Network
from gd_visualizer.core.network.objective import NetworkObjective
from gd_visualizer.descent.code.script import as_text as code
from gd_visualizer.descent.commands.stepping import take_steps
from gd_visualizer.descent.explanation.values import step_values
from gd_visualizer.descent.explanation.whole import as_text
from gd_visualizer.descent.state.state import open_lesson
from gd_visualizer.lesson.lesson import Lesson, Phase
from gd_visualizer.scene.explanation.of_state import explanation
from gd_visualizer.scene.explanation.parts import Chip
from tests.descent.lessons import one_weight

LOSS = LOSSES["binary cross-entropy"]


def certain(start: float, target: float = 1.0, layers: tuple[int, ...] = (1, 1)) -> Lesson:
    """Input 1, identity layers and a sigmoid at the end, all weights 1 but the last."""
    names = ("identity",) * (len(layers) - 2) + ("sigmoid",)
    network = Network(layers, names)
    objective = NetworkObjective(network, np.ones((1, 1)), np.array([[target]]), LOSS)
    theta = np.ones(network.size)
    theta[-1] = start
    theta.flags.writeable = False
    return replace(one_weight(1), objective=objective, start=theta)


def explained(lesson: Lesson, weight: str) -> str:
    return as_text(step_values(open_lesson(lesson).descent, 0), weight)


@pytest.mark.parametrize("z", [-30, -50, -800])
def test_a_certain_and_wrong_prediction_has_its_loss_and_slope(z: int) -> None:
    moment = open_lesson(certain(z)).descent.moment
    assert moment.loss == pytest.approx(-z + np.exp(float(z)), rel=1e-15)
    assert moment.gradient.item() == pytest.approx(-1, rel=1e-12)


def test_a_hundred_steps_down_the_ramp_arrive() -> None:
    descent = take_steps(open_lesson(certain(-50)).descent, 100)
    assert descent.row == 100
    assert descent.moment.theta.item() == pytest.approx(3.8736, abs=5e-5)


def test_where_two_factors_would_be_infinity_and_zero_their_product_is_told() -> None:
    text = explained(certain(-50), "w1_1_1")
    assert "multiplied out, predicted − actual: 1.929 × 10⁻²² − 1 ≈ −1\n" in text
    assert "slope of w: −1 × 1 = −1\n" in text
    assert "cross-entropy: softplus(−50) − 1 · (−50) ≈ 50\n" in text
    assert "∞" not in text


def test_before_a_hidden_layer_the_product_takes_the_place_of_both_factors() -> None:
    text = explained(certain(-800, layers=(1, 1, 1)), "w1_1_1")
    assert "slope at the hidden node: −1 × (−800) = 800\n" in text
    assert "slope of w₁: 800 × 1 × 1 = 800\n" in text


def test_where_both_factors_can_be_printed_they_and_their_product_are_told() -> None:
    text = explained(certain(0.0, target=0.0), "w1_1_1")
    assert "slope of the loss at the prediction: (0.5 − 0) ÷ (0.5 × (1 − 0.5)) = 2\n" in text
    assert "multiplied out, predicted − actual: 0.5 − 0 = 0.5\n" in text
    assert "slope of w: 2 × 1 × 0.25 = 0.5\n" in text


def test_the_explanation_has_two_factors_where_two_are_all() -> None:
    state = open_lesson(certain(-50))
    held = replace(state, descent=replace(state.descent, phase=Phase.SLOPES))
    assert [part.text for part in explanation(held).row if isinstance(part, Chip)] == [
        "−1",
        "1",
        "−1",
    ]


def test_the_code_has_no_division_and_no_clamp() -> None:
    text = code(step_values(open_lesson(certain(-50)).descent, 0))
    assert "delta1 = error / len(A0)\n" in text
    assert "maximum" not in text
