"""A kind of picture is known by its record: no module but that asks for one by name."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

import gd_visualizer
from gd_visualizer.lesson import pictures
from gd_visualizer.lesson.pictures import PANELS, PICTURES

ROOT = Path(gd_visualizer.__file__).parent
NAMES = {kind.name for kind in (*PANELS, *PICTURES)}
PLANTED = {
    "==": 'view == "map"',
    "!=": '"3d" != view.name',
    "in": 'view.name in ("slope", "map")',
    "in its panels": '"surface" not in panels',
    "match": 'match view:\n    case "loss-curve" | "curve":\n        pass',
    "match in a list": 'match words:\n    case ["surface", kind]:\n        pass',
    "a table": 'AXES = {"slope": 1, "map": 2, "3d": 2}',
    "a look-up": 'window.views["curve"]',
    "get": 'AXES.get("code", 0)',
}


def literals(node: ast.AST | None) -> Iterator[str]:
    """The texts that a node is, or that its list, set or tuple holds."""
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        yield node.value
    elif isinstance(node, ast.Tuple | ast.List | ast.Set):
        for part in node.elts:
            yield from literals(part)


def compared(node: ast.AST) -> list[str]:
    """The texts that a node compares something with, or looks something up by."""
    match node:
        case ast.Compare(left=left, comparators=others):
            return [text for part in (left, *others) for text in literals(part)]
        case ast.MatchValue(value=value):
            return list(literals(value))
        case ast.Subscript(slice=key) if isinstance(node.ctx, ast.Load | ast.Store):
            return list(literals(key))
        case ast.Call(func=ast.Attribute(attr="get"), args=[key, *_]):
            return list(literals(key))
        case ast.Dict(keys=keys):  # one name among others is a colour's, or a control's
            found = [text for key in keys for text in literals(key)]
            return found if len(NAMES & set(found)) > 1 or set(found) <= NAMES else []
    return []


def asked_by_name(code: str) -> list[str]:
    """Where ``code`` asks for a kind of picture by its name: lines and names."""
    return [
        f"{getattr(node, 'lineno', 0)}: {text}"
        for node in ast.walk(ast.parse(code))
        for text in compared(node)
        if text in NAMES
    ]


@pytest.mark.parametrize("way", PLANTED)
def test_each_way_to_ask_by_name_is_found(way: str) -> None:
    assert asked_by_name(PLANTED[way])


def test_no_module_but_the_record_asks_for_a_picture_by_name() -> None:
    own = Path(pictures.__file__)
    found = {
        str(file.relative_to(ROOT)): asked_by_name(file.read_text("utf-8"))
        for file in ROOT.rglob("*.py")
        if file != own
    }
    assert {file: lines for file, lines in found.items() if lines} == {}
