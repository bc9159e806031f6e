"""Every text of the program that is translated, read from its source."""

import ast
from pathlib import Path

import gd_visualizer
from gd_visualizer.core.losses import LOSSES
from gd_visualizer.core.optimizers.registry import OPTIMIZERS
from gd_visualizer.lesson.library.built_in import BUILT_IN
from gd_visualizer.lesson.library.catalogue import load

ROOT = Path(gd_visualizer.__file__).parent
MARKS = ("tr", "message", "translatable", "Message")


def python_files() -> list[Path]:
    return sorted(ROOT.rglob("*.py"))


def called(node: ast.AST) -> str:
    """The name of a called function."""
    if not isinstance(node, ast.Call):
        return ""
    return getattr(node.func, "id", getattr(node.func, "attr", ""))


def texts_of(node: ast.expr) -> list[str]:
    """The string constants of an expression: one, or those of both branches."""
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        return [node.value]
    if isinstance(node, ast.IfExp):
        return [*texts_of(node.body), *texts_of(node.orelse)]
    return []


def in_the_code() -> set[str]:
    """First arguments of tr, message and translatable."""
    found: set[str] = set()
    for file in python_files():
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            if called(node) in MARKS and isinstance(node, ast.Call) and node.args:
                found.update(texts_of(node.args[0]))
    return found - {"{text}", "{title}", "{number}", "{weight}", ""}


def in_the_records() -> set[str]:
    """Words of the mathematics, which marks none: those of the losses and of the optimizers."""
    found = {loss.words for loss in LOSSES.values() if loss.words != loss.name}
    for optimizer in OPTIMIZERS.values():
        every_line = optimizer.lines(dict.fromkeys(optimizer.options, 0.5), 1)
        found |= {optimizer.direction, *(line.words for line in every_line)}
    return found - {""}


def in_the_lessons() -> set[str]:
    """Titles, summaries, captions and notes of the built-in lessons."""
    found: set[str] = set()
    for name in BUILT_IN:
        lesson = load(name)
        found |= {lesson.title, lesson.summary}
        found.update(*((beat.text, beat.notes) for beat in lesson.beats))
    return found - {""}
