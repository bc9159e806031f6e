"""How numbers look: the one place that decides on digits, signs and exponents.

A whole number is printed whole, minus is −, and there is never a −0. Each printed number is the
correct rounding of its value; one that lies exactly between two roundings has a digit more.
"""

import math
import re
from collections.abc import Sequence
from decimal import Decimal, InvalidOperation
from functools import lru_cache

MINUS = "−"
_LONG_WHOLE = re.compile(r"(?<![\w./])\d{5,}")
_SUPERSCRIPTS = str.maketrans("-0123456789", "⁻⁰¹²³⁴⁵⁶⁷⁸⁹")
_PLAIN = str.maketrans("⁻⁰¹²³⁴⁵⁶⁷⁸⁹", "-0123456789")
_PLAIN_FROM, _PLAIN_BELOW = Decimal("1e-4"), Decimal("1e7")
NOTHING = 1e-6  # a slope below it is about 0, where it moves no weight
_NOISE = 1e-14
_SURE = 15  # decimal digits that float64 always keeps
_KEPT = 4096  # texts: a screen asks for each of its numbers several times


@lru_cache(_KEPT)
def number(value: float, significant: int = 4) -> str:
    """``value`` with at most so many significant digits, trailing zeros left out.

    Whole numbers below ten million keep all of their digits: 4624, −24.
    """
    if not math.isfinite(value):
        return "not a number" if math.isnan(value) else (MINUS if value < 0 else "") + "∞"
    size = abs(value)
    if size == int(size) and size < _PLAIN_BELOW:
        return _signed(f"{int(value)}")
    rounded = Decimal(f"{value:.{significant - 1}e}")
    if not _PLAIN_FROM <= abs(rounded) < _PLAIN_BELOW:
        return scientific(value, significant)
    decimals = max(0, significant - 1 - rounded.adjusted())
    return _trimmed(_untied(value, decimals, "f"))


def scientific(value: float, significant: int) -> str:
    """A finite ``value`` as a digit before the point times a power of ten."""
    digits, _, power = _untied(value, significant - 1, "e").partition("e")
    return f"{_trimmed(digits)} × {power_of_ten(int(power))}"


def column(values: Sequence[float], significant: int = 4) -> list[str]:
    """Numbers that stand below one another: all with the same digits after the point."""
    texts = [number(value, significant) for value in values]
    if any("×" in text or not text[-1].isdigit() for text in texts):
        return texts
    decimals = max((len(text.partition(".")[2]) for text in texts), default=0)
    return _sharing(values, decimals)


def table_column(values: Sequence[float], significant: int = 4) -> list[str]:
    """Like ``column``, but with no more digits than the largest number needs: short, for tables."""
    texts = column(values, significant)
    largest = max((abs(value) for value in values if math.isfinite(value)), default=0.0)
    if any("×" in text or not text[-1].isdigit() for text in texts) or not largest:
        return texts
    most = max(0, significant - 1 - math.floor(math.log10(largest)))
    decimals = len(texts[0].partition(".")[2])
    return texts if decimals <= most else _sharing(values, most)


def _sharing(values: Sequence[float], decimals: int) -> list[str]:
    """All with so many digits after the point, or more where one lies between two roundings."""
    while any(_between(value, decimals) for value in values):
        decimals += 1
    return [fixed(value, decimals) for value in values]


def fixed(value: float, decimals: int) -> str:
    """``value`` with exactly so many digits after the point."""
    return _signed(f"{value:.{decimals}f}")


def letters(text: str) -> int:
    """How many letters ``text`` has on screen, where whole parts of five digits or more are written
    in groups of three."""
    return len(text) + sum((len(found[0]) - 1) // 3 for found in _LONG_WHOLE.finditer(text))


def subscript(number: int) -> str:
    """A whole number in subscript digits."""
    return "".join(chr(0x2080 + int(digit)) for digit in str(number))


def superscript(number: int) -> str:
    """A whole number in superscript digits."""
    return str(number).translate(_SUPERSCRIPTS)


def power_of_ten(exponent: int) -> str:
    """10 with an exponent in superscript digits."""
    return "10" + superscript(exponent)


@lru_cache(_KEPT)
def decimal_of(text: str) -> Decimal:
    """The value of a number as it is printed here; nan for what is none."""
    digits, _, power = text.replace(MINUS, "-").partition(" × 10")
    try:
        return Decimal(digits).scaleb(int(power.translate(_PLAIN)) if power else 0)
    except (InvalidOperation, ValueError):
        return Decimal("nan")


def _untied(value: float, places: int, kind: str) -> str:
    """With so many digits after the point, or one more where ``value`` lies between two."""
    return f"{value:.{places + _between(value, places, kind)}{kind}}"


def _between(value: float, places: int, kind: str = "f") -> bool:
    """Whether ``value`` lies halfway between two with so many places, but for rounding errors."""
    finer = f"{value:.{places + 1}{kind}}"
    mantissa = finer.partition("e")[0]
    short = len(mantissa.lstrip("-0.")) <= _SURE + 1
    return short and mantissa.endswith("5") and abs(float(finer) - value) <= _NOISE * abs(value)


def _trimmed(text: str) -> str:
    return _signed(text.rstrip("0").rstrip(".") if "." in text else text)


def _signed(text: str) -> str:
    if text.startswith("-"):
        return MINUS + text[1:] if text.strip("-0.") else text[1:]
    return text
