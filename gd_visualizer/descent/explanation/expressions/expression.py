"""Arithmetic as it stands on the board: expressions that print themselves and compute exactly.

An expression is printed with so many ``digits`` for each of its numbers, or for each its own;
``exact`` then computes in decimals from those printed numbers, as a person with a pocket calculator
would.
"""

import math
from collections.abc import Iterable, Iterator
from decimal import Decimal
from typing import Protocol

from msgspec import Struct

from gd_visualizer.text.numerals import MINUS, decimal_of, number, superscript

_SUM, _QUOTIENT, _PRODUCT, _TIGHT = range(4)  # how strongly an expression's parts hold together


class Texts(Protocol):
    """Knows for each number how it is printed."""

    def text(self, value: float) -> str:
        """``value`` as it is printed."""


Digits = int | Texts


class Expression(Struct, frozen=True):
    """A node of an arithmetic tree: a number, an operation or a function call."""

    tightness = _TIGHT

    def text(self, digits: Digits) -> str:
        """As it is printed, each number with at most so many significant digits."""
        raise NotImplementedError

    def exact(self, digits: Digits) -> Decimal:
        """What the printed numbers give, in the precision of the present decimal context."""
        raise NotImplementedError

    def computed(self) -> float:
        """What its numbers give in float64, in the order in which it is written."""
        raise NotImplementedError

    def size(self) -> float:
        """The value if nothing in it cancelled out: what its rounding errors are compared with."""
        raise NotImplementedError

    def numbers(self) -> Iterator[float]:
        """The float64 value of every number in it, from left to right."""
        raise NotImplementedError

    def signed(self, digits: Digits) -> bool:
        """Whether it begins with a minus sign."""
        return self.text(digits).startswith(MINUS)


class Value(Expression, frozen=True):
    """A number of its own, as in the table or on an edge."""

    value: float

    def text(self, digits: Digits) -> str:
        return number(self.value, digits) if isinstance(digits, int) else digits.text(self.value)

    def exact(self, digits: Digits) -> Decimal:
        return decimal_of(self.text(digits))

    def numbers(self) -> Iterator[float]:
        yield self.value

    def computed(self) -> float:
        return self.value

    def size(self) -> float:
        return abs(self.value)


class Sum(Expression, frozen=True):
    """a + b − c: negative numbers and terms after the first are subtracted."""

    terms: tuple[Expression, ...]
    tightness = _SUM

    def text(self, digits: Digits) -> str:
        parts = [self.terms[0].text(digits)]
        for term in self.terms[1:]:
            if isinstance(term, Negative):
                parts.append(f" {MINUS} {_inside(term.of, digits, _QUOTIENT)}")
            elif isinstance(term, Value) and term.signed(digits):
                parts.append(f" {MINUS} {term.text(digits)[1:]}")
            else:
                parts.append(f" + {_inside(term, digits, _QUOTIENT)}")
        return "".join(parts)

    def exact(self, digits: Digits) -> Decimal:
        return sum((term.exact(digits) for term in self.terms), Decimal(0))

    def numbers(self) -> Iterator[float]:
        for term in self.terms:
            yield from term.numbers()

    def computed(self) -> float:
        first, *others = (term.computed() for term in self.terms)
        return sum(others, first)

    def size(self) -> float:
        return sum(term.size() for term in self.terms)


class Negative(Expression, frozen=True):
    """−a, with a in brackets where it is more than one number."""

    of: Expression

    def text(self, digits: Digits) -> str:
        return MINUS + _inside(self.of, digits, _TIGHT)

    def exact(self, digits: Digits) -> Decimal:
        return -self.of.exact(digits)

    def numbers(self) -> Iterator[float]:
        return self.of.numbers()

    def computed(self) -> float:
        return -self.of.computed()

    def size(self) -> float:
        return self.of.size()


class Product(Expression, frozen=True):
    """a × b, or a · b where the two are read as one."""

    factors: tuple[Expression, ...]
    sign: str = "×"
    tightness = _PRODUCT

    def text(self, digits: Digits) -> str:
        first, *others = self.factors
        texts = [_first(first, digits)]
        texts += [_inside(factor, digits, _TIGHT) for factor in others]
        return f" {self.sign} ".join(texts)

    def exact(self, digits: Digits) -> Decimal:
        product = Decimal(1)
        for factor in self.factors:
            product *= factor.exact(digits)
        return product

    def numbers(self) -> Iterator[float]:
        for factor in self.factors:
            yield from factor.numbers()

    def computed(self) -> float:
        return math.prod(factor.computed() for factor in self.factors)

    def size(self) -> float:
        product = 1.0
        for factor in self.factors:
            product *= factor.size()
        return product


class Quotient(Expression, frozen=True):
    """a ÷ b; b in brackets where it is more than one number."""

    top: Expression
    bottom: Expression
    tightness = _QUOTIENT

    def text(self, digits: Digits) -> str:
        return f"{_first(self.top, digits)} ÷ {_inside(self.bottom, digits, _TIGHT)}"

    def exact(self, digits: Digits) -> Decimal:
        return self.top.exact(digits) / self.bottom.exact(digits)

    def numbers(self) -> Iterator[float]:
        yield from self.top.numbers()
        yield from self.bottom.numbers()

    def computed(self) -> float:
        bottom = self.bottom.computed()
        return self.top.computed() / bottom if bottom else math.nan

    def size(self) -> float:
        bottom = self.bottom.size()
        return self.top.size() / bottom if bottom else 0.0


class Power(Expression, frozen=True):
    """a², or any whole number above 0 for the 2."""

    base: Expression
    exponent: int

    def text(self, digits: Digits) -> str:
        return _inside(self.base, digits, _TIGHT) + superscript(self.exponent)

    def exact(self, digits: Digits) -> Decimal:
        return self.base.exact(digits) ** self.exponent

    def numbers(self) -> Iterator[float]:
        return self.base.numbers()

    def computed(self) -> float:
        base = self.base.computed()
        return base * base if self.exponent == 2 else _power(base, self.exponent)

    def size(self) -> float:
        return _power(self.base.size(), self.exponent)


def _first(part: Expression, digits: Digits) -> str:
    """``part`` at the head of a product: a minus sign needs no brackets there."""
    text = part.text(digits)
    return text if part.tightness >= _PRODUCT else f"({text})"


def bracketed(part: Expression, digits: Digits) -> str:
    """``part`` as a factor after the first: in brackets where it needs them."""
    return _inside(part, digits, _TIGHT)


def _inside(part: Expression, digits: Digits, least: int) -> str:
    """``part`` in a place that holds at least as tightly: in brackets where it needs them."""
    text = part.text(digits)
    loose = part.tightness < least or part.signed(digits)
    if loose or (isinstance(part, Value) and "×" in text and least == _TIGHT):
        return f"({text})"
    return text


def plus(terms: Iterable[Expression]) -> Expression:
    """The sum of the terms; of one, itself."""
    found = tuple(terms)
    return found[0] if len(found) == 1 else Sum(found)


def times(*factors: Expression) -> Product:
    """The product written a × b × …"""
    return Product(factors)


def dot(left: Expression, right: Expression) -> Product:
    """The product written a · b, as of a price and what it is paid for."""
    return Product((left, right), "·")


def minus(left: Expression, right: Expression) -> Sum:
    """The difference written a − b, b in brackets where it is a sum or negative."""
    return Sum((left, Negative(right)))


def squared(base: Expression) -> Power:
    """The square of ``base``, written with a superscript."""
    return Power(base, 2)


def _power(base: float, exponent: int) -> float:
    try:
        return base**exponent
    except OverflowError:
        return math.inf
