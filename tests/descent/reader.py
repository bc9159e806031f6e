"""Reads equations back from their text and computes them in exact decimals, independently."""

import decimal
import re
from decimal import Decimal

_PRECISIONS = 70, 900  # the second for what is left of 1 − 10⁻³⁰⁰
_HALF = Decimal("0.5") - Decimal("1e-12")  # 1 ÷ 18 × 18 is 1 but for its last digit
_POWERS = "⁻⁰¹²³⁴⁵⁶⁷⁸⁹"
_NUMBER = r"\d+(?:\.\d+)?"
_SIGNS = str.maketrans({"−": "-", "×": "*", "·": "*", "÷": "/", "√": "root", "ŝ": "s"})
_RESULT = re.compile(rf"−?{_NUMBER}(?: × 10⁻?[{_POWERS}]+)?")


class Read:
    """``label: [name ←] expression = result``."""

    def __init__(self, line: str) -> None:
        self.label, _, rest = line.strip().partition(": ")
        found = re.fullmatch(r"(?:.* ← )?(.+) ([=≈]) ([^=≈]+)", rest)
        assert found, line
        expression, self.sign, self.result = found.groups()
        self.expression = expression.rpartition(" = ")[2]
        assert _RESULT.fullmatch(self.result), line

    def holds(self, digits: int = 4) -> bool:
        """Whether it is true as printed."""
        return any(self._holds(precision, digits) for precision in _PRECISIONS)

    def _holds(self, precision: int, digits: int) -> bool:
        """Whether it is true as printed.

        ≈ is held to the ``digits`` significant digits of a printed number, not only to the ones
        that are left when zeros are dropped; halfway between two, neither of them is right.
        """
        value, exactly = _computed(self.expression, precision)
        shown, _ = _computed(self.result, precision)
        if self.sign == "=":
            return exactly and value == shown
        found = re.fullmatch(rf"−?\d+\.?(\d*)(?: × 10([{_POWERS}]+))?", self.result)
        assert found
        power = int(found[2].translate(_DIGITS)) if found[2] else 0
        unit = Decimal(1).scaleb(power - len(found[1]))
        # Below 1e-300 float64 loses its digits; ln(1 − p) is 0 but for rounding errors of the 1.
        least = Decimal("1e-13" if "ln" in self.expression else "1e-300")
        if not shown and abs(value) < least:
            return True
        # A 0 is held to the digits of the terms that cancel out.
        largest = shown or _computed(self.expression.replace("−", "+"), precision)[0]
        strict = Decimal(1).scaleb(largest.adjusted() + 1 - digits)
        return abs(value - shown) < min(unit, strict) * _HALF


_DIGITS = str.maketrans(_POWERS, "-0123456789")


def _computed(text: str, precision: int) -> tuple[Decimal, bool]:
    source = text.translate(_SIGNS)
    source = re.sub(rf"[{_POWERS}]+", lambda m: f"**({m[0].translate(_DIGITS)})", source)
    source = re.sub(_NUMBER, lambda m: f"D('{m[0]}')", source)
    assert re.fullmatch(r"[\d.'D()*/+\-, a-z]+", source), text
    context = decimal.Context(
        prec=precision,
        Emin=decimal.MIN_EMIN,
        Emax=decimal.MAX_EMAX,
        traps=[decimal.InvalidOperation],
    )
    with decimal.localcontext(context) as context:
        value = eval(source, {"__builtins__": {}}, _FUNCTIONS)
        return value, not context.flags[decimal.Inexact]


def _sigmoid(z: Decimal) -> Decimal:
    return 1 / (1 + (-z).exp())


def _tanh(z: Decimal) -> Decimal:
    return 2 * _sigmoid(2 * z) - 1


_FUNCTIONS = {
    "D": Decimal,
    "tanh": _tanh,
    "sigmoid": _sigmoid,
    "softplus": lambda z: (1 + z.exp()).ln() if z < 500 else z,
    "relu": lambda z: max(z, Decimal(0)),
    "cosh": lambda z: (z.exp() + 1 / z.exp()) / 2,
    "exp": lambda z: z.exp(),
    "sign": lambda z: z.compare(Decimal(0)),
    "ln": lambda z: z.ln(),
    "max": max,
    "root": lambda z: z.sqrt(),
}
