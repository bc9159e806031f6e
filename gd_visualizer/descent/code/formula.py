"""Formulas as the records of ``core`` write them, as NumPy source."""

import ast
from collections.abc import Mapping
from functools import lru_cache

from gd_visualizer.descent.explanation.expressions.formula import parsed
from gd_visualizer.descent.explanation.expressions.functions import FUNCTIONS


@lru_cache(maxsize=256)
def source(text: str, *inserted: tuple[str, str]) -> str:
    """``text`` as an expression of NumPy, for numbers and arrays alike.

    ``inserted``: names in it, each with the source that takes its place.
    """
    trees = {name: ast.parse(other, mode="eval").body for name, other in inserted}
    return ast.unparse(_NumPy(trees).visit(parsed(text)))


@lru_cache(maxsize=256)
def quotient(top: str, bottom: str) -> str:
    """One piece of source by another, with the brackets that it needs."""
    return ast.unparse(ast.parse(f"({top}) / ({bottom})", mode="eval"))


@lru_cache(maxsize=256)
def names(text: str) -> frozenset[str]:
    """The names of the numbers in ``text``, and of its functions."""
    return frozenset(node.id for node in ast.walk(parsed(text)) if isinstance(node, ast.Name))


class _NumPy(ast.NodeTransformer):
    def __init__(self, inserted: Mapping[str, ast.expr]) -> None:
        self._inserted = inserted

    def visit_Name(self, node: ast.Name) -> ast.expr:
        return self._inserted.get(node.id, node)

    def visit_MatMult(self, _node: ast.MatMult) -> ast.operator:
        return ast.Mult()

    def visit_IfExp(self, node: ast.IfExp) -> ast.expr:
        parts = (self.visit(part) for part in (node.test, node.body, node.orelse))
        return _filled("np.where({0}, {1}, {2})", *parts)

    def visit_Call(self, node: ast.Call) -> ast.expr:
        assert isinstance(node.func, ast.Name)
        arguments = (self.visit(argument) for argument in node.args)
        name = node.func.id
        return _filled("np.abs({0})" if name == "abs" else FUNCTIONS[name].code, *arguments)


def _filled(pattern: str, *parts: ast.expr) -> ast.expr:
    text = pattern.format(*(ast.unparse(part) for part in parts))
    return ast.parse(text, mode="eval").body
