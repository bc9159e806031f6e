"""Formulas of the activations' records, such as ``1 - a ** 2``, as arithmetic with numbers."""

import ast

from gd_visualizer.descent.explanation.expression import (
    Call,
    Expression,
    Negative,
    Power,
    Quotient,
    Value,
    minus,
    plus,
    times,
)


def formula(text: str, **values: float) -> Expression:
    """The arithmetic of ``text`` with the numbers ``values`` for its names.

    It is written as in Python: + - * / and ** with a whole number, brackets, and the functions
    that ``decimal_functions.FUNCTIONS`` knows. ValueError for anything else.
    """
    return _made(ast.parse(text, mode="eval").body, values)


def _made(node: ast.expr, values: dict[str, float]) -> Expression:
    match node:
        case ast.Constant(value=int() | float() as number):
            return Value(number)
        case ast.Name(id=name):
            return Value(values[name])
        case ast.UnaryOp(op=ast.USub(), operand=of):
            return Negative(_made(of, values))
        case ast.BinOp(left=base, op=ast.Pow(), right=ast.Constant(value=int() as exponent)):
            return Power(_made(base, values), exponent)
        case ast.BinOp(left=left, op=op, right=right):
            return _pair(op, _made(left, values), _made(right, values))
        case ast.Call(func=ast.Name(id=name), args=arguments):
            return Call(name, tuple(_made(one, values) for one in arguments))
    raise ValueError(f"not arithmetic: {ast.unparse(node)}")


def _pair(op: ast.operator, left: Expression, right: Expression) -> Expression:
    match op:
        case ast.Add():
            return plus((left, right))
        case ast.Sub():
            return minus(left, right)
        case ast.Mult():
            return times(left, right)
        case ast.Div():
            return Quotient(left, right)
    raise ValueError(f"not arithmetic: {type(op).__name__}")
