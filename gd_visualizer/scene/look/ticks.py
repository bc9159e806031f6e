"""Round places along an axis, and their numbers."""

import math
from dataclasses import dataclass
from decimal import Decimal

from gd_visualizer.scene.look.drawable import drawable
from gd_visualizer.text.numerals import fixed, number, power_of_ten

_FEWEST, _MOST = 2, 8
_MARGIN = 0.12


@dataclass(frozen=True)
class Ticks:
    """Where an axis is marked, and with which texts."""

    values: tuple[float, ...]
    texts: tuple[str, ...]


def round_step(span: float, most: int, mantissas: tuple[float, ...] = (1, 2, 5)) -> float:
    """The smallest of ``mantissas`` × 10ⁿ that divides ``span`` into at most ``most`` parts."""
    least = span / max(most, 1)
    power = 10.0 ** math.floor(math.log10(least))
    for mantissa in (*mantissas, 10 * mantissas[0]):
        if mantissa * power >= least * (1 - 1e-9):
            return mantissa * power
    return 10 * mantissas[0] * power


def linear_ticks(low: float, high: float, most: int = 6, whole: bool = False) -> Ticks:
    """At most about ``most`` round values from ``low`` to ``high``; ``whole``: no fractions."""
    if not drawable((low, high)):
        return Ticks((low,), (number(low),))
    return _even_ticks(low, high, most, whole)


def _even_ticks(low: float, high: float, most: int, whole: bool = False) -> Ticks:
    step = round_step(high - low, most, (1, 2, 2.5, 5))
    if whole:
        step = max(1.0, round_step(high - low, most))
    first, last = math.ceil(low / step - 1e-9), math.floor(high / step + 1e-9)
    # k·step, and not a running sum, so that 0.3 is 0.3; rounded to what the step can say.
    decimals = _decimals(step)
    values = tuple(round(k * step, max(decimals, 0) + 1) for k in range(first, last + 1))
    if len(values) < _FEWEST and not whole and most < _MOST:  # one alone gives no scale
        return _even_ticks(low, high, most + 1)
    largest = max((abs(v) for v in values), default=0)
    if largest >= 1e7 or decimals > 9 or (decimals > 4 and largest < 0.01):
        digits = 1 + math.ceil(math.log10(max(largest, step) / step) - 1e-9)
        return Ticks(values, tuple(number(v, min(max(digits + 1, 2), 17)) for v in values))
    return Ticks(values, tuple(fixed(v, decimals) for v in values))


def log_ticks(low: float, high: float, most: int = 6) -> Ticks:
    """Powers of ten from ``low`` to ``high``, both above 0; with 2 and 5 where there are few."""
    first, last = math.floor(math.log10(low)), min(math.ceil(math.log10(high)), 308)
    stride = max(1, -(-(last - first) // most))
    mantissas = (1, 2, 5) if last - first <= 2 else (1,)
    every = [m * 10.0**p for p in range(first, last + 1, stride) for m in mantissas]
    values = tuple(v for v in every if low * (1 - 1e-9) <= v <= high * (1 + 1e-9))
    if len(values) < _FEWEST and stride > 1:  # one alone gives no scale
        return log_ticks(low, high, most + 1)
    if len(values) < _FEWEST:  # within a power of ten
        return _even_ticks(low, high, most)
    if mantissas == (1,) and not 1e-4 < low < high < 1e5:
        return Ticks(values, tuple(power_of_ten(round(math.log10(v))) for v in values))
    return Ticks(values, tuple(number(v) for v in values))


def floor_of(ticks: Ticks, low: float, high: float) -> float | None:
    """Where a loss of 0 is the floor of an axis from ``low`` to ``high``: at its lowest mark, with
    no more than a margin below."""
    if not ticks.texts or ticks.texts[0] != "0":
        return None
    return ticks.values[0] if ticks.values[0] - low < _MARGIN * (high - low) else None


def _decimals(step: float) -> int:
    """Of a round step, which has at most two digits."""
    exponent = Decimal(f"{step:.2g}").normalize().as_tuple().exponent
    return max(-int(exponent), 0)
