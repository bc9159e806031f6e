"""Activations, losses and optimizers are told apart by their records' fields, never by name."""

import ast
import sys
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

from gd_visualizer.core.activations import ACTIVATIONS, Activation
from gd_visualizer.core.losses import LOSSES, Loss
from gd_visualizer.core.optimizers.record import Optimizer
from gd_visualizer.core.optimizers.registry import OPTIMIZERS
from tests.sources import MARKS, ROOT, called, python_files

CORE = ROOT / "core"
RECORDS = {CORE / "activations.py", CORE / "losses.py", *(CORE / "optimizers").glob("*.py")}
NAMES = {*ACTIVATIONS, *LOSSES, *OPTIMIZERS}
# What formulas are written with; some activations are functions of that name.
FUNCTIONS = {
    ROOT / "descent/explanation/expressions/functions.py",
    CORE / "datasets/formula.py",
}
# A lesson that does not say which has these, as one of a table, or of numbers that its network
# cannot reach.
DEFAULTS = {
    ROOT / "lesson/file/schema.py": 3,
    ROOT / "lesson/table/lesson.py": 4,
    ROOT / "lesson/changed.py": 2,
}
PLANTS = [
    'def plain(name): return name == "gradient descent"',
    'def averages(name): return name in ("adam", "adamw")',
    'RULES = {"rmsprop": None}',
    'PLAIN = "identity"',
    'def of(name):\n    match name:\n        case "huber" | "other":\n            return 1',
    'ADAM = OPTIMIZERS["adam"]',
]
OBJECT_PLANTS = [
    "from gd_visualizer.core.losses import LOSSES, MEAN_SQUARED",
    "from gd_visualizer.core.optimizers.adam import ADAM as rule",
    "def of(loss): return loss is losses.HUBER",
]


def names_in(tree: ast.AST) -> Iterator[str]:
    """Registered names that a module says, but for words that are shown."""
    shown = {argument for node in ast.walk(tree) if called(node) in MARKS for argument in node.args}
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and node.value in NAMES and node not in shown:
            yield f"line {node.lineno}: {node.value}"


@cache
def record_variables() -> set[str]:
    """What the records are called in their own modules."""
    modules = [m for m in sys.modules.values() if Path(getattr(m, "__file__", "") or "") in RECORDS]
    return {
        name
        for module in modules
        for name, value in vars(module).items()
        if isinstance(value, Activation | Loss | Optimizer)
    }


def records_in(tree: ast.AST) -> Iterator[str]:
    """Single records that a module imports, or takes from another."""
    variables = record_variables()
    for node in ast.walk(tree):
        if isinstance(node, ast.alias | ast.Attribute):
            name = node.name if isinstance(node, ast.alias) else node.attr
            if name in variables:
                yield f"line {node.lineno}: {name}"


def test_no_module_but_the_records_says_a_registered_name() -> None:
    for file in set(python_files()) - RECORDS - FUNCTIONS:
        assert list(names_in(ast.parse(file.read_text("utf-8")))) == [], file


def test_above_the_mathematics_single_records_are_a_lessons_defaults_only() -> None:
    above = {file for file in python_files() if CORE not in file.parents}
    for file in above - DEFAULTS.keys():
        assert list(records_in(ast.parse(file.read_text("utf-8")))) == [], file
    for file, count in DEFAULTS.items():
        tree = ast.parse(file.read_text("utf-8"))
        assert len(list(records_in(tree))) == count
        compared = (ast.unparse(n) for n in ast.walk(tree) if isinstance(n, ast.Compare))
        assert not [one for one in compared if any(v in one for v in record_variables())]


@pytest.mark.parametrize("planted", PLANTS)
def test_a_planted_name_is_found(planted: str) -> None:
    assert list(names_in(ast.parse(planted)))


@pytest.mark.parametrize("planted", OBJECT_PLANTS)
def test_a_planted_record_is_found(planted: str) -> None:
    assert list(records_in(ast.parse(planted)))
