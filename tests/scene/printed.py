"""Reading numbers as the screen prints them, exactly."""

import re
from decimal import Decimal

_DIGITS = str.maketrans("⁻⁰¹²³⁴⁵⁶⁷⁸⁹", "-0123456789")
_NUMBER = re.compile(r"(−?\d+(?:\.\d+)?)(?: × 10([⁻⁰¹²³⁴⁵⁶⁷⁸⁹]+))?")
_POWER = re.compile(r"10([⁻⁰¹²³⁴⁵⁶⁷⁸⁹]+)")


def read(text: str) -> Decimal:
    """The number in ``text``; AssertionError if it is not written as numbers are here."""
    power = _POWER.fullmatch(text)
    if power:
        return Decimal(1).scaleb(int(power[1].translate(_DIGITS)))
    match = _NUMBER.fullmatch(text)
    assert match, f"{text!r} is not a number as the screen prints them"
    exponent = int(match[2].translate(_DIGITS)) if match[2] else 0
    value = Decimal(match[1].replace("−", "-")).scaleb(exponent)
    assert value or "−" not in text, f"{text!r} is minus nothing"
    return value


def last_place(text: str) -> Decimal:
    """The worth of one in the last digit printed."""
    power = _POWER.fullmatch(text)
    if power:
        return read(text)
    digits, _, exponent = text.partition(" × 10")
    decimals = len(digits.partition(".")[2])
    return Decimal(1).scaleb((int(exponent.translate(_DIGITS)) if exponent else 0) - decimals)


def assert_rounded(text: str, value: float) -> None:
    """``text`` is the rounding of ``value`` to the digits that it prints."""
    assert abs(read(text) - Decimal(value)) <= last_place(text) / 2, (text, value)
