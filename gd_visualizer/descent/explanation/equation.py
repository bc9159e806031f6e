"""Equations that are true as printed.

``=`` stands only where the printed numbers give exactly the printed result, ``≈`` where a pocket
calculator fed with them gives it after rounding to its digits; never halfway between two, where
neither side decides. Digits are added until one of the two holds.
"""

import decimal
import math
from decimal import Decimal

from msgspec import Struct

from gd_visualizer.descent.explanation.expressions.expression import Digits, Expression
from gd_visualizer.text.numerals import decimal_of, number

DIGITS = 4
_MOST_DIGITS = 40  # beyond 17 for what is left of 1 − 0.99999999999999
_MOST_MORE = 4  # of a result
_MORE_DIGITS = (*range(18), 25, _MOST_DIGITS)
_LEAST = 1e-300  # below it float64 loses its digits
ROUNDING = 1e-13  # of an expression's size: what is smaller is rounding error, and 0 is meant
_HALF = Decimal("0.4999999999")  # of a unit: a calculator's own ten digits decide no tie
_PRECISIONS = 60, 800  # the second for numbers such as 1 − 10⁻³⁰⁰
_CONTEXTS = [
    decimal.Context(
        prec=precision,
        Emin=decimal.MIN_EMIN,
        Emax=decimal.MAX_EMAX,
        traps=[],
    )
    for precision in _PRECISIONS
]


class Equation(Struct, frozen=True):
    """An expression, ``sign`` = or ≈, and its ``result``.

    ``value`` is what is meant: 0 where nothing but rounding errors is left. The numbers of the
    expression are printed with ``digits``, the result with ``shown`` significant ones.
    """

    expression: Expression
    sign: str
    value: float
    result: str
    digits: Digits
    shown: int = DIGITS

    @property
    def left(self) -> str:
        """The expression as it is printed before the sign, with the equation's digits."""
        return self.expression.text(self.digits)

    @property
    def text(self) -> str:
        """The whole equation on one line, as in ``2 · (−4) = −8``."""
        return f"{self.left} {self.sign} {self.result}"


def equation(
    expression: Expression,
    value: float,
    digits: int = DIGITS,
    settle: bool = True,
) -> Equation:
    """The equation of ``expression`` and its float64 ``value``, true as printed.

    With ``settle``, a value that is nothing but rounding errors is meant to be 0.
    """
    if abs(value) < _LEAST or (settle and settled(value, expression.size()) == 0):
        value = 0.0
    for shown in range(digits, digits + _MOST_MORE):  # more for what lies between two roundings
        result = number(value, shown)
        for context in _CONTEXTS:
            for more in (k for k in _MORE_DIGITS if k >= shown):
                sign = sign_of(expression, value, result, more, shown, context)
                if sign:
                    return Equation(expression, sign, value, result, more, shown)
    return _by_itself(expression, digits)


def settled(value: float, size: float) -> float:
    """``value``, or 0 where it is but a rounding error of numbers of that ``size``."""
    return 0.0 if abs(value) <= ROUNDING * size else value


def sign_of(
    expression: Expression,
    value: float,
    result: str,
    operands: Digits,
    digits: int,
    context: decimal.Context = _CONTEXTS[0],
) -> str:
    """= or ≈ as it holds, or nothing, with the ``digits`` of the ``result``."""
    if not math.isfinite(value):
        return ""
    with decimal.localcontext(context) as inside:
        exact = expression.exact(operands)
        computed_exactly = not inside.flags[decimal.Inexact]
        shown = decimal_of(result)
        if not exact.is_finite():
            return ""
        if exact == shown and computed_exactly:
            return "="
        unit = _unit(shown, digits) if shown else _unit_of_zero(expression.size(), digits)
        return "≈" if abs(exact - shown) < unit * _HALF else ""


def _unit(shown: Decimal, digits: int) -> Decimal:
    """One in the last of the ``digits`` of a number; whole numbers are printed whole: there it is
    never more than 1."""
    unit = Decimal(1).scaleb(shown.adjusted() + 1 - digits)
    exponent = shown.as_tuple().exponent
    if isinstance(exponent, int) and exponent <= 0:
        unit = min(unit, Decimal(1).scaleb(exponent))
    return unit


def _unit_of_zero(size: float, digits: int) -> Decimal:
    """The same of 0, in the last of the digits of its expression's ``size``."""
    size = min(max(size, _LEAST), 1 / _LEAST)
    return min(Decimal(size).scaleb(-digits), Decimal(1))


def _by_itself(expression: Expression, digits: int) -> Equation:
    """Where the float64 has lost its digits to cancellation: what its full numbers give."""
    with decimal.localcontext(_CONTEXTS[1]) as inside:
        exact = expression.exact(_MOST_DIGITS)
        value = float(exact) if exact.is_finite() else math.nan
        result = number(value, digits)
        same = not inside.flags[decimal.Inexact] and math.isfinite(value)
        sign = "=" if same and decimal_of(result) == exact else "≈"
    return Equation(expression, sign, value, result, _MOST_DIGITS, digits)
