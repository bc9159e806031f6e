"""A learning rate is typed as a number or as a fraction, and keeps the text that it was."""

import math
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gd_visualizer.lesson.rate import LearningRate, learning_rate, typed_rate

TYPED = {
    "0.01": LearningRate(0.01, "0.01"),
    "1": LearningRate(1.0, "1"),
    ".5": LearningRate(0.5, "0.5"),
    "1e-3": LearningRate(0.001, "0.001"),
    " 1/9 ": LearningRate(1 / 9, "1/9"),
    "1 / 18": LearningRate(1 / 18, "1/18"),
    "0.1/3": LearningRate(float(Fraction(1, 30)), "0.1/3"),
    "100": LearningRate(100.0, "100"),
    "1e-7": LearningRate(1e-7, "10⁻⁷"),
    "10⁻⁷": LearningRate(1e-7, "10⁻⁷"),
    "2.5 × 10⁻⁷": LearningRate(2.5e-7, "2.5 × 10⁻⁷"),
    "2.5x10^-7": LearningRate(2.5e-7, "2.5 × 10⁻⁷"),
    "1e400/1e400": LearningRate(1.0, "1e400/1e400"),
}


@pytest.mark.parametrize("text", TYPED)
def test_this_text_is_this_rate(text: str) -> None:
    assert typed_rate(text) == TYPED[text]


@pytest.mark.parametrize(
    "text",
    [
        *("", "0", "-1", "1/0", "0/1", "1//2", "1/2/3", "nan", "inf", "1e400", "1e-400", "1_0"),
        *("1,5", "one", "1e9999", "1" * 61, "1/1e400", "½", "1\n2"),
    ],
)
def test_this_text_is_no_rate(text: str) -> None:
    with pytest.raises(ValueError, match=r"^expected a number above 0, or a fraction such as 1/9$"):
        typed_rate(text)


@pytest.mark.parametrize("value", [0.0, -0.0, -1.0, math.inf, math.nan])
def test_a_rate_is_finite_and_above_0(value: float) -> None:
    with pytest.raises(ValueError, match=r"^expected a number above 0"):
        learning_rate(value)


@given(st.integers(1, 10**6), st.integers(1, 10**6))
def test_a_fraction_is_rounded_once(top: int, bottom: int) -> None:
    assert typed_rate(f"{top}/{bottom}").value == top / bottom


@given(st.floats(min_value=0, exclude_min=True, allow_infinity=False))
def test_the_text_of_a_rate_reads_back_to_it(value: float) -> None:
    assert typed_rate(learning_rate(value).text).value == value
