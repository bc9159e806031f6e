"""How numbers look."""

import math
from decimal import ROUND_HALF_EVEN, Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gd_visualizer.text.numerals import column, fixed, number, power_of_ten, subscript, table_column
from tests.scene.descents import proof
from tests.scene.printed import assert_rounded, read

floats = st.floats(allow_nan=False, allow_infinity=False)
everyday = st.floats(-1e6, 1e6)
digits = st.integers(1, 8)


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (0.0, "0"),
        (-0.0, "0"),
        (-24.0, "−24"),
        (4624.0, "4624"),
        (9_999_999.0, "9999999"),
        (10_000_000.0, "1 × 10⁷"),
        (16.2336, "16.23"),
        (0.1 + 0.2, "0.3"),
        (-1 / 9, "−0.1111"),
        (9.99996, "10"),
        (9999.96, "10000"),
        (99_999.96, "100000"),
        (9_999_999.6, "1 × 10⁷"),
        (0.0001, "0.0001"),
        (0.00009999999, "0.0001"),
        (0.000099, "9.9 × 10⁻⁵"),
        (2.675, "2.675"),
        (0.5, "0.5"),
        (1.0625, "1.0625"),
        (0.0022315, "0.0022315"),
        (12345.5, "12345.5"),
        (-1.0625e-9, "−1.0625 × 10⁻⁹"),
        (-1e-320, "−1 × 10⁻³²⁰"),
        (1.7976931348623157e308, "1.798 × 10³⁰⁸"),
        (math.inf, "∞"),
        (-math.inf, "−∞"),
        (math.nan, "not a number"),
    ],
)
def test_a_number_is_printed_with_four_digits_and_whole_where_it_is_whole(
    value: float, text: str
) -> None:
    assert number(value) == text


@proof(300)
@given(value=floats | everyday, significant=digits)
def test_a_number_is_the_correct_rounding_to_its_significant_digits(
    value: float, significant: int
) -> None:
    exact = Decimal(value)
    if value == int(value) and abs(value) < 1e7:
        expected = exact
    else:
        place = max(exact.adjusted() - significant + 1, -2000)
        if 1e-4 <= abs(value) < 9e6:
            place = min(place, 0)  # digits before the point are never rounded away
        tie = exact.quantize(Decimal(1).scaleb(place - 1), ROUND_HALF_EVEN)
        if tie.as_tuple().digits[-1] == 5 and abs(float(tie) - value) <= 1e-14 * abs(value):
            place -= 1  # neither side decides
        expected = exact.quantize(Decimal(1).scaleb(place), ROUND_HALF_EVEN)
    assert read(number(value, significant)) == expected


@proof(120)
@given(value=everyday, decimals=st.integers(0, 10))
def test_fixed_rounds_correctly_and_keeps_every_digit_after_the_point(
    value: float, decimals: int
) -> None:
    text = fixed(value, decimals)
    assert len(text.partition(".")[2]) == decimals
    assert_rounded(text, value)


@proof(120)
@given(values=st.lists(everyday | st.integers(-50, 50).map(float), max_size=6), significant=digits)
def test_a_column_shares_its_digits_and_rounds_each_number_correctly(
    values: list[float], significant: int
) -> None:
    texts = column(values, significant)
    assert len(texts) == len(values)
    for text, value in zip(texts, values, strict=True):
        assert_rounded(text, value)
    if not any("×" in text for text in texts):
        assert len({len(text.partition(".")[2]) for text in texts}) <= 1


def test_a_column_of_whole_numbers_is_whole() -> None:
    assert column([-24.0, 0.0, 4624.0]) == ["−24", "0", "4624"]


def test_a_column_takes_a_digit_more_where_a_number_lies_between_two_roundings() -> None:
    assert table_column([100.25, 0.25, 1.0]) == ["100.25", "0.25", "1.00"]
    assert table_column([1000.5, 0.125, 1.0]) == ["1000.5", "0.1", "1.0"]


def test_small_digits_are_written_one_by_one() -> None:
    assert (subscript(1203), power_of_ten(-120)) == ("₁₂₀₃", "10⁻¹²⁰")
