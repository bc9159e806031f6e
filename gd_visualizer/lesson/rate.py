"""Learning rates, which a person types as a number or as a fraction: 1/9 is not 0.111."""

import math
import re
from decimal import Decimal
from fractions import Fraction
from typing import NamedTuple

from gd_visualizer.text.errors import RefusedValue
from gd_visualizer.text.message import message

_SUPERSCRIPTS = str.maketrans("-0123456789", "⁻⁰¹²³⁴⁵⁶⁷⁸⁹")
_PLAIN = str.maketrans("⁻⁰¹²³⁴⁵⁶⁷⁸⁹−", "-0123456789-")
_POWER = re.compile(
    r"(?:(?<=\d)\s*[×x·]\s*|(?<!\S))10(?:\^([−-]?[0-9]{1,3})|(⁻?[⁰¹²³⁴⁵⁶⁷⁸⁹]{1,3}))"
)
_PLAIN_FROM, _PLAIN_BELOW = 1e-4, 1e7
_NUMBER = r"(\d+(?:\.\d*)?|\.\d+)(?:[eE]([+-]?\d{1,3}))?"
_TYPED = re.compile(rf"\s*{_NUMBER}\s*(?:/\s*{_NUMBER}\s*)?", re.ASCII)


class LearningRate(NamedTuple):
    """A learning rate: its value, above 0 and finite, and the text to show it by."""

    value: float
    text: str


def learning_rate(value: float) -> LearningRate:
    """The rate of that value. Raises RefusedValue unless it is finite and above 0."""
    if not (math.isfinite(value) and value > 0):
        raise _refused()
    return LearningRate(float(value), _shown(float(value)))


def _shown(value: float) -> str:
    """All of its digits; very small and very large ones by powers of ten: 10⁻⁷, 2.5 × 10⁻⁷."""
    if _PLAIN_FROM <= value < _PLAIN_BELOW:
        return repr(value).removesuffix(".0")
    exact = Decimal(repr(value)).normalize()
    power = "10" + str(exact.adjusted()).translate(_SUPERSCRIPTS)
    mantissa = exact.scaleb(-exact.adjusted())
    return power if mantissa == 1 else f"{mantissa:f} × {power}"


def typed_rate(text: str) -> LearningRate:
    """The rate that a person typed, e.g. ``0.01``, ``1e-7``, ``2.5 × 10⁻⁷`` or ``1/9``.

    Raises RefusedValue otherwise.
    """
    text = _POWER.sub(_as_exponent, text)
    match = _TYPED.fullmatch(text) if len(text) <= 60 else None
    if not match:
        raise _refused()
    top, top_power, bottom, bottom_power = match.groups()
    exact = Fraction(top) * Fraction(10) ** int(top_power or 0)
    if bottom is None:
        return learning_rate(_rounded(exact))
    divisor = Fraction(bottom) * Fraction(10) ** int(bottom_power or 0)
    if not divisor:
        raise _refused()
    rate = learning_rate(_rounded(exact / divisor))
    shown = re.sub(r"\s|(?<![\d.])0+(?=\d)", "", text)  # 01/9 is 1/9, as Python would have it
    return LearningRate(rate.value, shown)


def _as_exponent(found: re.Match[str]) -> str:
    """e-7, or 1e-7 where no number stands before it."""
    alone = found[0].startswith("10")
    return f"{'1' if alone else ''}e{(found[1] or found[2]).translate(_PLAIN)}"


def _refused() -> RefusedValue:
    return RefusedValue(message("expected a number above 0, or a fraction such as 1/9"))


def _rounded(exact: Fraction) -> float:
    try:
        return float(exact)
    except OverflowError:
        return math.inf
