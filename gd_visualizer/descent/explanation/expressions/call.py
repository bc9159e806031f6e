"""Functions in an explanation's arithmetic: √(s), ln(p), max(e, −e)."""

import decimal
from collections.abc import Iterator
from decimal import Decimal
from functools import lru_cache

import numpy as np

from gd_visualizer.descent.explanation.expressions.expression import (
    Digits,
    Expression,
    Negative,
    Value,
)
from gd_visualizer.descent.explanation.expressions.functions import FUNCTIONS


class Call(Expression, frozen=True):
    """A function of one or more numbers, by its name in ``FUNCTIONS``."""

    name: str
    arguments: tuple[Expression, ...]

    def text(self, digits: Digits) -> str:
        name = FUNCTIONS[self.name].printed or self.name
        return f"{name}({', '.join(a.text(digits) for a in self.arguments)})"

    def exact(self, digits: Digits) -> Decimal:
        context = decimal.getcontext()
        arguments = tuple(a.exact(digits) for a in self.arguments)
        made, inexact = _exact(self.name, arguments, context.prec)
        if inexact:
            context.flags[decimal.Inexact] = True
        return made

    def numbers(self) -> Iterator[float]:
        for argument in self.arguments:
            yield from argument.numbers()

    def computed(self) -> float:
        with np.errstate(all="ignore"):
            return float(FUNCTIONS[self.name].value(*(a.computed() for a in self.arguments)))

    def size(self) -> float:
        return FUNCTIONS[self.name].size(max(argument.size() for argument in self.arguments))


@lru_cache(maxsize=1024)  # while digits are sought, most arguments stay as they are
def _exact(name: str, arguments: tuple[Decimal, ...], _precision: int) -> tuple[Decimal, bool]:
    """The result in the present context, and whether it is rounded. Contexts differ here by their
    precision alone."""
    with decimal.localcontext() as inside:
        inside.clear_flags()
        made = FUNCTIONS[name].exact(*arguments)
        return made, inside.flags[decimal.Inexact]


def size_of(of: Expression) -> Expression:
    """|a|, as max(a, −a)."""
    return Call("max", (of, Value(-of.value) if isinstance(of, Value) else Negative(of)))
