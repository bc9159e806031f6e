"""Round places along an axis, and their numbers."""

import math
from collections.abc import Iterator, Sequence
from decimal import Decimal
from functools import lru_cache
from itertools import pairwise

from msgspec import Struct

from gd_visualizer.scene.look.drawable import drawable
from gd_visualizer.text.numerals import MINUS, fixed, number, power_of_ten

WANTED, MOST = 3, 8
_MARGIN = 0.12
_MANTISSAS: tuple[float, ...] = (1, 2, 2.5, 5)
_LESS_ROUND: tuple[float, ...] = (1, 1.5, 2, 2.5, 3, 4, 5, 6, 8)  # rather than two numbers alone
_WHOLE: tuple[float, ...] = (1, 2, 5)
_LESS_WHOLE: tuple[float, ...] = (1, 2, 3, 4, 5, 6, 8)


class Ticks(Struct, frozen=True):
    """Where an axis is marked, and with which texts."""

    values: tuple[float, ...]
    texts: tuple[str, ...]


def round_step(span: float, most: float, mantissas: tuple[float, ...] = (1, 2, 5)) -> float:
    """The smallest of ``mantissas`` × 10ⁿ that divides ``span`` into at most ``most`` parts."""
    least = span / max(most, 1)
    power = 10.0 ** math.floor(math.log10(least))
    for mantissa in (*mantissas, 10 * mantissas[0]):
        if mantissa * power >= least * (1 - 1e-9):
            return mantissa * power
    return 10 * mantissas[0] * power


@lru_cache(maxsize=256)  # an axis hardly ever changes from step to step
def linear_ticks(
    low: float, high: float, most: int = 6, whole: bool = False, limit: float = MOST
) -> Ticks:
    """Round values from ``low`` to ``high`` that make at most about ``most`` parts of it.

    More, up to ``limit`` parts, where there were less than three values: two alone do not tell
    whether an axis is even. ``whole``: no fractions.
    """
    if not drawable((low, high)):
        return Ticks((low,), (number(low),))
    usual, others = (_WHOLE, _LESS_WHOLE) if whole else (_MANTISSAS, _LESS_ROUND)
    rooms = (most, *range(most + 1, int(limit) + 1), max(limit, most))
    tried = [*((parts, usual) for parts in rooms), (rooms[-1], others)]
    found = Ticks((), ())
    for parts, mantissas in tried:
        made = _even_ticks(low, high, parts, mantissas, whole)
        if len(made.values) >= WANTED:
            return made
        found = max(found, made, key=lambda one: len(one.values))
    return found


def _even_ticks(
    low: float,
    high: float,
    most: float,
    mantissas: tuple[float, ...] = _MANTISSAS,
    whole: bool = False,
) -> Ticks:
    step = round_step(high - low, most, mantissas)
    if whole:
        step = max(1.0, step)
    first, last = math.ceil(low / step - 1e-9), math.floor(high / step + 1e-9)
    # k·step, and not a running sum, so that 0.3 is 0.3; rounded to what the step can say.
    place = _last_place(step)
    decimals = max(-place, 0)
    values = tuple(round(k * step, decimals + 1) for k in range(first, last + 1))
    largest = max((abs(v) for v in values), default=0.0)
    if largest >= 1e7 or decimals > 9 or (decimals > 4 and largest < 0.01):
        return Ticks(values, _by_one_power(values, largest, place))
    return Ticks(values, tuple(fixed(v, decimals) for v in values))


def _by_one_power(values: Sequence[float], largest: float, place: int) -> tuple[str, ...]:
    """All by the power of ten of the largest, with the digits down to that ``place``."""
    if not largest:
        return ("0",) * len(values)
    power = math.floor(math.log10(largest))
    decimals = max(power - place, 0)
    made = [f"{Decimal(repr(value)).scaleb(-power):.{decimals}f}" for value in values]
    return tuple(
        f"{text.replace('-', MINUS)} × {power_of_ten(power)}" if value else "0"
        for text, value in zip(made, values, strict=True)
    )


def log_ticks(low: float, high: float, most: int = 6, limit: float = MOST) -> Ticks:
    """Powers of ten from ``low`` to ``high``, both above 0; with others where those are few.

    Three at least, where they lie no nearer to each other than a part of ``limit``.
    """
    part = (math.log10(high) - math.log10(low)) / max(limit, 1)
    best = None
    for ticks in _by_decades(low, high, most):
        gaps = [math.log10(b) - math.log10(a) for a, b in pairwise(ticks.values)]
        if min(gaps, default=part) < part * (1 - 1e-6):
            continue
        if len(ticks.values) >= WANTED:
            return ticks
        if best is None or len(ticks.values) > len(best.values):
            best = ticks
    return best or _positive(_even_ticks(low, high, 1))


def _by_decades(low: float, high: float, most: int) -> Iterator[Ticks]:
    """What may be marked, the best first; within a power of ten even values."""
    first, last = math.floor(math.log10(low)), min(math.ceil(math.log10(high)), 308)
    stride = max(1, -(-(last - first) // most))
    if last - first <= 2:
        yield _decades(low, high, range(first, last + 1), (1, 2, 5))
    for apart in range(stride, 0, -1):
        yield _decades(low, high, range(first, last + 1, apart), (1,))
    inner = math.ceil(math.log10(low) - 1e-9), math.floor(math.log10(high) + 1e-9)
    for parts in (2, 1):
        if inner[1] - inner[0] >= parts:
            apart = (inner[1] - inner[0]) // parts
            yield _decades(low, high, range(inner[0], inner[1] + 1, apart), (1,))
    if last - first <= MOST:
        for mantissas in ((1, 3), (1, 2, 5)):
            yield _decades(low, high, range(first, last + 1), mantissas)
    if last - first <= 2:
        yield from _within_a_decade(low, high, most)


def _within_a_decade(low: float, high: float, most: int) -> Iterator[Ticks]:
    """Even values, or every second one of them."""
    for parts in (*range(most, 0, -1), *range(most + 1, MOST + 1)):
        yield _positive(_even_ticks(low, high, parts))
    for parts in range(most, 2 * MOST + 1):
        found = _positive(_even_ticks(low, high, parts))
        yield Ticks(found.values[::2], found.texts[::2])


def _positive(ticks: Ticks) -> Ticks:
    pairs = [(v, text) for v, text in zip(ticks.values, ticks.texts, strict=True) if v > 0]
    return Ticks(tuple(v for v, _ in pairs), tuple(text for _, text in pairs))


def _decades(low: float, high: float, powers: range, mantissas: tuple[int, ...]) -> Ticks:
    every = [m * 10.0**p for p in powers for m in mantissas]
    values = tuple(v for v in every if low * (1 - 1e-9) <= v <= high * (1 + 1e-9))
    if mantissas == (1,) and not 1e-4 < low < high < 1e5:
        return Ticks(values, tuple(power_of_ten(round(math.log10(v))) for v in values))
    return Ticks(values, tuple(number(v) for v in values))


def floor_of(ticks: Ticks, low: float, high: float) -> float | None:
    """Where a loss of 0 is the floor of an axis from ``low`` to ``high``: at its lowest mark, with
    no more than a margin below."""
    if not ticks.texts or ticks.texts[0] != "0":
        return None
    return ticks.values[0] if ticks.values[0] - low < _MARGIN * (high - low) else None


def _last_place(step: float) -> int:
    """The power of ten of the last digit of a round step, which has at most two digits."""
    return int(Decimal(f"{step:.2g}").normalize().as_tuple().exponent)
