"""A signal is connected with what acts on it; no other signal passes it on."""

import ast
from collections.abc import Iterator

import pytest

from tests.sources import ROOT, called, python_files

WELL = """
class Leaf(QWidget):
    moved = Signal(int)
    left = Signal()

    def __init__(self, wishes):
        self._button.clicked.connect(wishes.step)
        self._menu.triggered.connect(lambda action: self.moved.emit(action.data()))
        self._list.rowChanged.connect(self._ask)
        self._leaf.left.connect(self._go)
        QTimer.singleShot(0, self, self.left.emit)

    def _ask(self, row):
        if row >= 0:
            self.moved.emit(row)
"""
PASSING_ON = """
    def _pass_on(self, row):
        self.moved.emit(row)
"""
PLANTS = [
    "self._leaf.moved.connect(self.moved)",
    "self._leaf.moved.connect(self.moved.emit)",
    "self._leaf.moved.connect(lambda row: self.moved.emit(row))",
    "self._button.clicked.connect(lambda _on: self.left.emit())",
    "self._leaf.moved.connect(self._pass_on)",
    "menu.addAction('Leave', self.left.emit)",
    "for source, wish in ((self._leaf.moved, self.moved),): source.connect(wish)",
]


def signals_of(tree: ast.AST) -> set[str]:
    """The names of the signals that are declared there."""
    assigned = (node for node in ast.walk(tree) if isinstance(node, ast.Assign))
    return {
        target.id
        for node in assigned
        if called(node.value) == "Signal"
        for target in node.targets
        if isinstance(target, ast.Name)
    }


def emitted(node: ast.AST, names: set[str]) -> bool:
    """Whether ``node`` emits a signal with nothing but some of ``names``."""
    if not isinstance(node, ast.Call) or called(node) != "emit":
        return False
    return all(isinstance(value, ast.Name) and value.id in names for value in node.args)


def forwards(function: ast.Lambda | ast.FunctionDef) -> bool:
    """Whether it does nothing but emit what it is called with."""
    names = {argument.arg for argument in function.args.args}
    if isinstance(function, ast.Lambda):
        return emitted(function.body, names)
    *before, last = function.body
    told = all(isinstance(b, ast.Expr) and isinstance(b.value, ast.Constant) for b in before)
    return told and isinstance(last, ast.Expr) and emitted(last.value, names)


def given_away(owner: ast.ClassDef) -> Iterator[ast.expr]:
    """The class's own signals in what a loop goes through, or in what a call is given."""
    own = {f"self.{name}" for name in signals_of(owner)}
    for node in ast.walk(owner):
        values = [node.iter] if isinstance(node, ast.For) else []
        values += node.args if isinstance(node, ast.Call) else []
        for value in values:
            listed = isinstance(value, ast.Tuple | ast.List)
            within = ast.walk(value) if listed else [value]
            yield from (v for v in within if isinstance(v, ast.Attribute) and ast.unparse(v) in own)


def passed_on(source: str, signals: set[str]) -> list[str]:
    """The places where ``source`` connects a signal with a signal, or gives one away to be."""
    tree = ast.parse(source)
    found: list[ast.expr] = []
    for owner in (node for node in ast.walk(tree) if isinstance(node, ast.ClassDef)):
        found += given_away(owner)
    methods = {
        node.name for node in ast.walk(tree) if isinstance(node, ast.FunctionDef) and forwards(node)
    }
    for call in (node for node in ast.walk(tree) if isinstance(node, ast.Call)):
        for taken in call.args if called(call) != "singleShot" else ():
            name = taken.attr if isinstance(taken, ast.Attribute) else ""
            connected = called(call) == "connect" and name in signals | methods
            again = isinstance(taken, ast.Lambda) and forwards(taken)
            if connected or name == "emit" or again:
                found.append(taken)
    return sorted({f"line {node.lineno}: {ast.unparse(node)}" for node in found})


def test_no_signal_is_passed_on_to_a_signal() -> None:
    sources = {file: file.read_text(encoding="utf-8") for file in python_files()}
    signals = set().union(*(signals_of(ast.parse(source)) for source in sources.values()))
    assert len(signals) > 20
    found = {
        str(file.relative_to(ROOT)): places
        for file, source in sources.items()
        if (places := passed_on(source, signals))
    }
    assert found == {}


def test_what_a_leaf_makes_of_another_signal_is_not_passed_on() -> None:
    assert passed_on(WELL, signals_of(ast.parse(WELL))) == []


@pytest.mark.parametrize("line", PLANTS)
def test_a_planted_connection_is_found(line: str) -> None:
    head = "def __init__(self, wishes):"
    source = WELL.replace(head, f"{head}\n        {line}") + PASSING_ON
    assert passed_on(source, signals_of(ast.parse(source)))
