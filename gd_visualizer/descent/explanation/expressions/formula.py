"""Formulas as the records of ``core`` write them, ``1 - a ** 2``, as arithmetic with numbers.

They are written as in Python: + - * / and ** with a whole number, brackets, ``a if … else b``
after a comparison or a number that is not 0, ``abs`` and the functions of ``FUNCTIONS``; and ``·``,
which is printed as such and holds less tightly than * and /, so that ``r · a / b`` is r times a
quotient.
"""

import ast
import operator
from collections.abc import Callable, Mapping
from functools import lru_cache

from gd_visualizer.descent.explanation.expressions.call import Call, size_of
from gd_visualizer.descent.explanation.expressions.expression import (
    Expression,
    Negative,
    Power,
    Quotient,
    Value,
    dot,
    minus,
    plus,
    times,
)
from gd_visualizer.descent.explanation.expressions.functions import FUNCTIONS

_COMPARISONS: dict[type, Callable[[float, float], bool]] = {
    ast.LtE: operator.le,
    ast.Lt: operator.lt,
    ast.Gt: operator.gt,
    ast.GtE: operator.ge,
}


def parsed(text: str) -> ast.expr:
    """The syntax tree of a formula, in which @ stands for ·."""
    return ast.parse(text.replace("·", "@"), mode="eval").body


class _Reach(ast.NodeTransformer):
    """Lets · reach over the products and quotients behind it: (r · a) / b becomes r · (a / b)."""

    def visit_BinOp(self, node: ast.BinOp) -> ast.AST:
        self.generic_visit(node)
        left, op = node.left, node.op
        if not isinstance(op, ast.Mult | ast.Div) or not _dotted(left):
            return node
        assert isinstance(left, ast.BinOp)
        return ast.BinOp(left.left, left.op, ast.BinOp(left.right, op, node.right))


def _dotted(node: ast.expr) -> bool:
    return isinstance(node, ast.BinOp) and isinstance(node.op, ast.MatMult)


@lru_cache(maxsize=256)
def _tree(text: str) -> ast.expr:
    found: ast.expr = _Reach().visit(parsed(text))
    return found


def formula(text: str, **values: float | Expression) -> Expression:
    """The arithmetic of ``text`` with ``values`` for its names. ValueError if it is none."""
    made = {name: Value(v) if isinstance(v, float | int) else v for name, v in values.items()}
    return _made(_tree(text), made)


def _made(node: ast.expr, values: Mapping[str, Expression]) -> Expression:
    match node:
        case ast.Constant(value=int() | float() as number):
            return Value(number)
        case ast.Name(id=name):
            return values[name]
        case ast.UnaryOp(op=ast.USub(), operand=of):
            return Negative(_made(of, values))
        case ast.BinOp(left=base, op=ast.Pow(), right=exponent):
            return _power(_made(base, values), _made(exponent, values), node)
        case ast.BinOp(left=left, op=op, right=right):
            return _pair(op, _made(left, values), _made(right, values))
        case ast.IfExp(test=test, body=body, orelse=other):
            return _made(body if _holds(test, values) else other, values)
        case ast.Call(func=ast.Name(id="abs"), args=[of]):
            return size_of(_made(of, values))
        case ast.Call(func=ast.Name(id=name), args=arguments) if name in FUNCTIONS:
            return Call(name, tuple(_made(one, values) for one in arguments))
    raise _refused(node)


def _pair(op: ast.operator, left: Expression, right: Expression) -> Expression:
    match op:
        case ast.Add():
            return plus((left, right))
        case ast.Sub():
            return minus(left, right)
        case ast.MatMult():
            return dot(left, right)
        case ast.Mult():
            return times(left, right)
        case ast.Div():
            return Quotient(left, right)
    raise ValueError(f"not arithmetic: {type(op).__name__}")


def _power(base: Expression, exponent: Expression, node: ast.expr) -> Expression:
    if not isinstance(exponent, Value) or exponent.value < 1 or exponent.value % 1:
        raise _refused(node)
    return base if exponent.value == 1 else Power(base, int(exponent.value))


def _holds(node: ast.expr, values: Mapping[str, Expression]) -> bool:
    match node:
        case ast.Compare(left=left, ops=[op], comparators=[right]) if type(op) in _COMPARISONS:
            compare = _COMPARISONS[type(op)]
            return compare(_made(left, values).computed(), _made(right, values).computed())
    return _made(node, values).computed() != 0


def _refused(node: ast.expr) -> ValueError:
    return ValueError(f"not arithmetic: {ast.unparse(node)}")
