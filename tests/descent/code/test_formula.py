"""Formulas become NumPy source."""

import pytest

from gd_visualizer.descent.code.formula import names, quotient, source


@pytest.mark.parametrize(
    ("formula", "code"),
    [
        ("w - r · a / (sqrt(s) + e)", "w - r * a / (np.sqrt(s) + e)"),
        ("a if abs(e) <= 1 else -sign(e)", "np.where(np.abs(e) <= 1, a, -np.sign(e))"),
        ("max(z, 0.01 * sigmoid(-z))", "np.maximum(z, 0.01 * (1 / (1 + np.exp(--z))))"),
    ],
)
def test_a_formula_is_written_for_numpy(formula: str, code: str) -> None:
    assert source(formula) == code


def test_what_is_inserted_has_the_brackets_that_it_needs() -> None:
    assert source("r · d", ("d", "g + m * v")) == "r * (g + m * v)"
    assert source("r · d / e", ("r", "q / (1 + 3 * k)")) == "q / (1 + 3 * k) * d / e"
    assert quotient("a + b", "len(A)") == "(a + b) / len(A)"
    assert quotient("2 * e", "len(A)") == "2 * e / len(A)"


def test_names_are_found_wherever_they_stand() -> None:
    assert names("a · b if c else sqrt(d ** 2)") == {"a", "b", "c", "d", "sqrt"}
