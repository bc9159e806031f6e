"""One text for one number: how many digits each number of a screen has.

Four significant digits where the lines that it stands in are true with them, more where they are
not. A number is known by its value: whatever is as large in two places is printed alike in both.
"""

from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache

from msgspec import Struct, field
from msgspec.structs import replace

from gd_visualizer.descent.explanation.equation import DIGITS, Equation, sign_of
from gd_visualizer.descent.explanation.expressions.expression import Expression
from gd_visualizer.descent.explanation.line import Line
from gd_visualizer.text.numerals import number

_SOME_MORE = 4
MOST = 9  # digits: a line that needs more of them says little, and stands as it is
_ALL = 17
Lines = Sequence[tuple[Expression, float]]


class Printed(Struct, frozen=True):
    """``digits``: by a number's key, how many significant ones it has; of all others DIGITS."""

    digits: Mapping[str, int] = field(default_factory=dict)

    def text(self, value: float) -> str:
        """``value`` as it is printed wherever it stands."""
        return number(value, self.of(value))

    def of(self, value: float) -> int:
        """How many significant digits it is printed with."""
        return self.digits.get(_key(value), DIGITS)

    def line(self, line: Line) -> Line:
        """``line`` and its parts with these digits."""
        parts = tuple(map(self.line, line.parts))
        made = self.equation(line.equation) if line.equation else None
        return replace(line, equation=made, parts=parts)

    def with_lines(self, lines: Lines) -> "Printed":
        """Somewhat more digits for numbers of further ``lines``, where these need them."""
        digits = dict(self.digits)
        _settle(digits, lines, DIGITS + _SOME_MORE)
        return Printed(digits)

    def equation(self, made: Equation) -> Equation:
        """``made`` with these digits; as it stands where they do not make it true."""
        result = self.text(made.value)
        sign = sign_of(made.expression, made.value, result, self, self.of(made.value))
        return replace(made, sign=sign, result=result, digits=self) if sign else made


class Draft(Printed, frozen=True):
    """Gathers the equations of a screen, before it is known how its numbers are printed."""

    found: list[Equation] = field(default_factory=list)

    def equation(self, made: Equation) -> Equation:
        self.found.append(made)
        return made


def agreed(equations: Iterable[Equation]) -> Printed:
    """As few digits for each number as make all of the ``equations`` true."""
    digits: dict[str, int] = {}
    printed = Printed(digits)
    found = [made for made in equations if _true(made)]
    for made in found:  # a result may need more, where it lies between two roundings
        digits[_key(made.value)] = max(printed.of(made.value), made.shown)
    _settle(digits, [(made.expression, made.value) for made in found], MOST)
    return printed


def _settle(digits: dict[str, int], lines: Lines, most: int) -> None:
    """Digits are added, up to ``most`` of a number, until every line is true with all of them."""
    printed = Printed(digits)
    keys = [{_key(one) for one in (*line.numbers(), value)} for line, value in lines]
    open_lines: Iterable[int] = range(len(lines))
    while open_lines:
        before = dict(digits)
        for k in open_lines:
            _raise(*lines[k], digits, printed, most)
        more = {key for key, count in digits.items() if before.get(key) != count}
        open_lines = [k for k, own in enumerate(keys) if own & more]


def _true(made: Equation) -> bool:
    """Whether an equation holds with no more digits than are looked at here."""
    if isinstance(made.digits, int) and made.digits > MOST:
        return False
    return bool(sign_of(made.expression, made.value, made.result, made.digits, made.shown))


def _raise(
    expression: Expression, value: float, digits: dict[str, int], printed: Printed, most: int
) -> None:
    """A digit more for each number of a line that is not true yet, where there is room."""
    if sign_of(expression, value, printed.text(value), printed, printed.of(value)):
        return
    for one in expression.numbers():
        if printed.of(one) < most and number(one, _ALL) != printed.text(one):
            digits[_key(one)] = printed.of(one) + 1


@lru_cache(maxsize=4096)  # each number of a screen is asked for again and again
def _key(value: float) -> str:
    """The same for numbers that differ by rounding errors alone, or by their sign."""
    return f"{abs(value):.12e}"
