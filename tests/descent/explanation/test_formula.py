"""Formulas become arithmetic that prints itself."""

import pytest

from gd_visualizer.core.activations import ACTIVATIONS
from gd_visualizer.descent.explanation.formula import formula


@pytest.mark.parametrize(
    ("text", "printed"),
    [
        ("1 - a ** 2", "1 − 0.5²"),
        ("a * (1 - a)", "0.5 × (1 − 0.5)"),
        ("max(z, 0.01 * z)", "max(−2, 0.01 × (−2))"),
        ("-z / 2 + a", "−(−2) ÷ 2 + 0.5"),
    ],
)
def test_a_formula_is_printed_with_its_numbers(text: str, printed: str) -> None:
    assert formula(text, z=-2.0, a=0.5).text(4) == printed


@pytest.mark.parametrize("text", ["z if a else 1", "z.real", "'z'", "z % 2", "z ** 0.5"])
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
