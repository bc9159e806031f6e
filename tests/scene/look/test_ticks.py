"""Marks along an axis: round places, and texts that say exactly where they are."""

import math
from itertools import pairwise

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from gd_visualizer.scene.look.ticks import Ticks, linear_ticks, log_ticks, round_step
from tests.scene.descents import proof
from tests.scene.printed import assert_rounded, read

ROUND = (1, 1.5, 2, 2.5, 3, 4, 5, 6, 8, 10)


@st.composite
def ranges(draw: st.DrawFn, away: st.SearchStrategy[float]) -> tuple[float, float]:
    """Spans from 1e-9 to 1e12, that begin so many times their length ``away`` from 0."""
    span = draw(st.floats(1, 10)) * 10.0 ** draw(st.integers(-9, 11))
    times = draw(away)
    return times * span, (times + 1) * span


def assert_texts_tell_the_values(ticks: Ticks) -> None:
    assert len(set(ticks.texts)) == len(ticks.texts) == len(ticks.values), ticks
    for value, text in zip(ticks.values, ticks.texts, strict=True):
        assert "-" not in text
        assert_rounded(text, value)
        gaps = [abs(a - b) for a, b in pairwise(ticks.values)]
        assert abs(float(read(text)) - value) <= 1e-3 * min(gaps, default=abs(value)), (text, value)


def assert_one_look(ticks: Ticks) -> None:
    """Equally many decimals, and one power of ten; 0 needs none."""
    digits = [
        text.partition(" × 10") for text in ticks.texts if text != "0" or len(gone(ticks)) < 2
    ]
    assert len({len(number.partition(".")[2]) for number, _, _ in digits}) <= 1, ticks
    assert len({power for _, _, power in digits}) <= 1, ticks


def gone(ticks: Ticks) -> list[str]:
    """The texts with a power of ten."""
    return [text for text in ticks.texts if "×" in text]


def assert_round_inside(ticks: Ticks, low: float, high: float, most: int) -> None:
    span = high - low
    assert max(3, most // 2) <= len(ticks.values) <= max(most + 1, 5)
    assert all(low - 1e-6 * span <= value <= high + 1e-6 * span for value in ticks.values)
    gaps = [b - a for a, b in pairwise(ticks.values)]
    if gaps:
        step = sum(gaps) / len(gaps)
        mantissa = step / 10.0 ** math.floor(math.log10(step * (1 + 1e-6)))
        assert min(abs(mantissa - m) for m in ROUND) < 1e-3, step
        assert all(abs(value / step - round(value / step)) < 1e-3 for value in ticks.values)
        assert ticks.values[0] - step < low
        assert ticks.values[-1] + step > high


@proof(250)
@given(asked=ranges(st.floats(-2, 1)), most=st.integers(2, 12))
@example((0, 1), 5)
@example((0.0, 1e-9), 6)
@example((0, 1e12), 6)
def test_ticks_are_round_places_inside_the_range_with_texts_that_tell_them_apart(
    asked: tuple[float, float], most: int
) -> None:
    ticks = linear_ticks(*asked, most)
    assert_round_inside(ticks, *asked, most)
    assert_texts_tell_the_values(ticks)
    assert_one_look(ticks)


@proof(120)
@given(asked=ranges(st.floats(2, 1e4) | st.floats(-1e4, -2)), most=st.integers(2, 12))
@example((1.0, 1.0001), 6)
@example((12345678.0, 12345679.0), 6)
def test_ticks_far_from_zero_have_texts_that_tell_them_apart_too(
    asked: tuple[float, float], most: int
) -> None:
    ticks = linear_ticks(*asked, most)
    assert_round_inside(ticks, *asked, most)
    assert_texts_tell_the_values(ticks)
    assert_one_look(ticks)


@pytest.mark.parametrize(
    ("low", "high", "most", "texts"),
    [
        (-3, 6, 9, "−3 −2 −1 0 1 2 3 4 5 6"),
        (0, 1, 5, "0.0 0.2 0.4 0.6 0.8 1.0"),
        (-0.5, 0.5, 4, "−0.50 −0.25 0.00 0.25 0.50"),
        (0, 25, 6, "0 5 10 15 20 25"),
        (0.7, 2.3, 4, "1.0 1.5 2.0"),
    ],
)
def test_ticks_of_everyday_ranges_share_their_digits(
    low: float, high: float, most: int, texts: str
) -> None:
    assert linear_ticks(low, high, most).texts == tuple(texts.split())


@proof(100)
@given(last=st.integers(4, 1_000_000), most=st.integers(4, 10))
def test_ticks_of_steps_are_whole_numbers(last: int, most: int) -> None:
    ticks = linear_ticks(0, last, most, whole=True)
    assert ticks.values[0] == 0
    assert all(value == int(value) and read(text) == value for value, text in pairs(ticks))
    assert 3 <= len(ticks.values) <= max(most + 1, 5)


@proof(200)
@given(
    asked=ranges(st.floats(-2, 1e4)),
    most=st.integers(1, 6),
    limit=st.integers(2, 8),
    log=st.booleans(),
)
def test_there_are_three_ticks_where_there_is_room_and_none_nearer_to_another_than_that(
    asked: tuple[float, float], most: int, limit: int, log: bool
) -> None:
    low, high = asked
    if log:
        low, high = 10 ** (low / 1e12 % 7), 10 ** (low / 1e12 % 7 + 0.05 + (high - low) % 9)
        ticks = log_ticks(low, high, most, limit)
        values, span = [math.log10(value) for value in ticks.values], math.log10(high / low)
    else:
        ticks = linear_ticks(low, high, most, limit=limit)
        values, span = list(ticks.values), high - low
    parts = max(limit, most)
    assert all(b - a >= span / parts * (1 - 1e-5) for a, b in pairwise(values)), ticks
    assert len(values) >= (3 if limit >= 7 else 1), ticks
    assert len(set(ticks.texts)) == len(values)


def pairs(ticks: Ticks) -> list[tuple[float, str]]:
    return list(zip(ticks.values, ticks.texts, strict=True))


@proof(200)
@given(
    low=st.floats(-300, 300).map(lambda e: 10.0**e),
    decades=st.floats(1, 20) | st.floats(0.01, 1),
    most=st.integers(5, 8),
)
def test_ticks_by_decades_are_round_places_inside_the_range(
    low: float, decades: float, most: int
) -> None:
    high = low * 10.0 ** min(decades, 307 - math.log10(low))
    ticks = log_ticks(low, high, most)
    assert list(ticks.values) == sorted(set(ticks.values))
    assert all(low * (1 - 1e-8) <= value <= high * (1 + 1e-8) for value in ticks.values)
    for value in ticks.values if decades >= 1 else ():
        mantissa = value / 10.0 ** math.floor(math.log10(value * (1 + 1e-6)))
        assert min(abs(mantissa - m) for m in (1, 2, 3, 5)) < 1e-6
    assert 3 <= len(ticks.values) <= max(most + 1, 9)
    assert_texts_tell_the_values(ticks)


@proof(120)
@given(span=st.floats(1e-9, 1e12), most=st.integers(1, 20))
def test_a_round_step_is_the_smallest_that_leaves_at_most_so_many_parts(
    span: float, most: int
) -> None:
    step = round_step(span, most)
    power = 10.0 ** math.floor(math.log10(step * (1 + 1e-9)))
    assert min(abs(step / power - m) for m in (1, 2, 5)) < 1e-9
    assert span / step <= most * (1 + 1e-6)
    smaller = max(m * power for m in (0.5, 1, 2) if m * power < step * (1 - 1e-6))
    assert span / smaller > most * (1 - 1e-6)
