"""A function of x that somebody has typed, ``0.5 * x + sin(2 x)``, as NumPy computes it."""

import ast
import operator
import re
from collections.abc import Callable

import numpy as np

from gd_visualizer.core.arrays import Array, Floats

FUNCTIONS: dict[str, Callable[[Floats], Floats]] = {
    "sin": np.sin,
    "cos": np.cos,
    "tan": np.tan,
    "tanh": np.tanh,
    "exp": np.exp,
    "log": np.log,
    "sqrt": np.sqrt,
    "abs": np.abs,
}
_NUMBERS = {"pi": np.pi, "e": np.e}
_BETWEEN: dict[type[ast.operator], Callable[[Array, Array], Array]] = {
    ast.Add: operator.add,
    ast.Sub: operator.sub,
    ast.Mult: operator.mul,
    ast.Div: operator.truediv,
    ast.Pow: operator.pow,
}
_SIGNS = str.maketrans({"−": "-", "·": "*", "×": "*", "÷": "/", "²": "^2", "³": "^3"})
_LEFT_OUT = re.compile(r"(?<![A-Za-z])(\d+(?:\.\d*)?|\.\d+)\s*(?=[A-Za-z(])(?!e[+-]?\d)")
_SHORT = 200  # characters; nothing that is read deeper than Python reads


class FormulaError(ValueError):
    """Text that is no formula of x; ``part`` is what cannot be read of it, "" for all of it.

    ``at`` is the x at which a formula has no finite value.
    """

    def __init__(self, part: str = "", at: float | None = None) -> None:
        super().__init__(f"no value at x = {at}" if at is not None else f"no formula of x: {part}")
        self.part, self.at = part, at


class Formula:
    """A function of x: numbers, x, pi, e, + − * / ^ and brackets, and the ``FUNCTIONS``.

    ``2 x`` is read as 2 · x. Raises FormulaError for anything else.
    """

    def __init__(self, text: str) -> None:
        self.text = text
        written = _LEFT_OUT.sub(r"\1*", text.translate(_SIGNS)).replace("^", "**")
        if len(text) > _SHORT:
            raise FormulaError
        try:
            self._tree = ast.parse(written.strip(), mode="eval").body
        except (SyntaxError, ValueError, RecursionError, MemoryError):
            raise FormulaError from None
        self(np.zeros(1), finite=False)

    def __call__(self, x: Floats, finite: bool = True) -> Floats:
        """Its values at ``x`` (n,). Raises FormulaError where one is not ``finite``."""
        with np.errstate(all="ignore"):
            found: Floats = np.broadcast_to(_value(self._tree, x), x.shape).astype(np.float64)
        if finite and not np.isfinite(found).all():
            raise FormulaError(at=float(x[~np.isfinite(found)][0]))
        return found


def _value(node: ast.expr, x: Floats) -> Array:
    match node:
        case ast.Constant(value=int() | float() as number) if not isinstance(number, bool):
            return np.float64(number) if abs(number) < 1e300 else _refuse(node)
        case ast.Name(id="x"):
            return x
        case ast.Name(id=name) if name in _NUMBERS:
            return np.float64(_NUMBERS[name])
        case ast.UnaryOp(op=ast.USub()):
            return -_value(node.operand, x)
        case ast.UnaryOp(op=ast.UAdd()):
            return _value(node.operand, x)
        case ast.BinOp() if type(node.op) in _BETWEEN:
            return _BETWEEN[type(node.op)](_value(node.left, x), _value(node.right, x))
        case ast.Call(func=ast.Name(id=name), args=[one], keywords=[]) if name in FUNCTIONS:
            return FUNCTIONS[name](_value(one, x))
    return _refuse(node)


def _refuse(node: ast.expr) -> Array:
    raise FormulaError(ast.unparse(node))
