"""Formulas become arithmetic that prints itself."""

import numpy as np
import pytest

from gd_visualizer.core.activations import ACTIVATIONS
from gd_visualizer.core.losses import LOSSES, Loss
from gd_visualizer.descent.explanation.expressions.formula import formula


@pytest.mark.parametrize(
    ("text", "printed"),
    [
        ("1 - a ** 2", "1 − 0.5²"),
        ("a * (1 - a)", "0.5 × (1 − 0.5)"),
        ("max(z, 0.01 * z)", "max(−2, 0.01 × (−2))"),
        ("-z / 2 + a", "−(−2) ÷ 2 + 0.5"),
        ("1 - a · a / sqrt(z ** 2)", "1 − 0.5 · (0.5 ÷ √((−2)²))"),
        ("abs(z) if abs(z) <= 1 else sign(z)", "sign(−2)"),
        ("a / z if z else z", "0.5 ÷ (−2)"),
    ],
)
def test_a_formula_is_printed_with_its_numbers(text: str, printed: str) -> None:
    assert formula(text, z=-2.0, a=0.5).text(4) == printed


@pytest.mark.parametrize(
    "text", ["z if a == 1 else 1", "z.real", "'z'", "z % 2", "z ** 0.5", "erf(z)"]
)
def test_what_is_no_arithmetic_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match="not arithmetic"):
        formula(text, z=1.0, a=1.0)


@pytest.mark.parametrize("function", ACTIVATIONS.values(), ids=ACTIVATIONS.keys())
def test_what_is_written_of_an_activation_is_what_it_is(function) -> None:  # type: ignore[no-untyped-def]
    for z in (-1.75, -0.25, 0.5, 3.0):
        a = float(function.value(z))
        assert float(formula(function.written, z=z).exact(17)) == pytest.approx(a, rel=1e-14)
        if function.slope_written:
            slope = formula(function.slope_written, z=z, a=a).exact(17)
            assert float(slope) == pytest.approx(float(function.derivative(z, a)), rel=1e-12)


def written(loss: Loss, text: str, p: float, t: float) -> float:
    """The value of a loss's formula; for one that takes sums, of the prediction at the sum p."""
    z = p
    p = float(loss.output.value(np.array(z))) if loss.output else p
    made = formula(text, error=p - t, predictions=p, targets=t, sums=z)
    return float(made.exact(17))


@pytest.mark.parametrize("loss", LOSSES.values(), ids=LOSSES.keys())
def test_what_is_written_of_a_loss_is_what_it_is(loss: Loss) -> None:
    for p in (-1.75, -0.25, 0.5, 3.0):
        for t in (0.0, 0.5, 0.75):
            value, slope = (float(f(np.array(p), np.array(t))) for f in (loss.value, loss.slope))
            assert written(loss, loss.written, p, t) == pytest.approx(value, rel=1e-12)
            at_prediction = written(loss, loss.slope_written, p, t)
            if loss.output:
                assert written(loss, loss.written_at_sum, p, t) == pytest.approx(value, rel=1e-12)
                a = loss.output.value(np.array(p))
                at_prediction *= float(loss.output.derivative(np.array(p), a))
            assert at_prediction == pytest.approx(slope, rel=1e-12, abs=1e-15)
            squares = pytest.approx(loss.squares * (p - t) ** 2, rel=1e-15)
            assert not loss.squares or value == squares
