"""The words that print: ``lessons``, ``explain`` and ``code``."""

import argparse
import io
import sys
from typing import TYPE_CHECKING, Any

from gd_visualizer.cli.arguments import MOST_STEPS, RefusedError, complain, whole
from gd_visualizer.cli.progress import progress

if TYPE_CHECKING:
    from gd_visualizer.descent.state.descent import Descent


def add_texts(words: "argparse._SubParsersAction[Any]", epilog: str) -> None:
    """The words and their arguments."""
    lessons = words.add_parser("lessons", help="list the built-in lessons", allow_abbrev=False)
    lessons.set_defaults(command=_lessons)
    for name, help_text, command in (
        ("explain", "a step in words and equations", _explain),
        ("code", "a step as a NumPy script", _code),
    ):
        word = words.add_parser(name, help=help_text, epilog=epilog, allow_abbrev=False)
        word.set_defaults(command=command)
        word.add_argument("lesson", metavar="LESSON|FILE")
        word.add_argument(
            "--step",
            metavar="N",
            type=whole(1, MOST_STEPS),
            default=1,
            help="the step that leads from row N-1 to row N (default 1)",
        )
        if name == "explain":
            word.add_argument("--weight", metavar="NAME", help="e.g. w1_1_1 (default: the first)")
            word.add_argument(
                "--point", metavar="K", type=whole(1, 100_000), help="(default: the step's first)"
            )
            word.add_argument(
                "--all", action="store_true", help="every line of a large network or many points"
            )


def _lessons(_arguments: argparse.Namespace) -> None:
    from gd_visualizer.lesson.library.built_in import BUILT_IN
    from gd_visualizer.lesson.library.catalogue import load

    _stay_readable()
    for name in BUILT_IN:
        print(f"{name}\t{load(name).title}")


def _explain(arguments: argparse.Namespace) -> None:
    from gd_visualizer.descent.explanation.values import step_values
    from gd_visualizer.descent.explanation.whole import as_text

    descent = _after(arguments)
    names, points = descent.lesson.objective.names, descent.lesson.objective.points
    weight = arguments.weight or names[0]
    if weight not in names:
        shown = ", ".join(names[:12]) + (", …" if len(names) > 12 else "")
        raise RefusedError(f"--weight {weight}: no such parameter; expected {shown}")
    point = arguments.point or _first_point(descent)
    if point > points:
        raise RefusedError(f"--point {arguments.point}: expected 1 to {points:,}")
    with progress() as told, told.during(f"explaining {weight}"):
        text = as_text(step_values(descent, point - 1), weight, arguments.all)
    _stay_readable("utf-8")
    print(text, end="")


def _first_point(descent: "Descent") -> int:
    from gd_visualizer.descent.state.shown_step import shown_rows

    rows = shown_rows(descent)
    return 1 if rows is None else int(rows[0]) + 1


def _code(arguments: argparse.Namespace) -> None:
    from gd_visualizer.descent.code.script import as_text
    from gd_visualizer.descent.explanation.values import step_values

    descent = _after(arguments)
    _stay_readable("utf-8")
    print(as_text(step_values(descent, 0)), end="")


def _after(arguments: argparse.Namespace) -> "Descent":
    """The lesson right after the step that is asked for."""
    from gd_visualizer.descent.commands.running import running
    from gd_visualizer.descent.diagnosis.advice import overflow
    from gd_visualizer.descent.state.state import open_lesson
    from gd_visualizer.lesson.library.catalogue import find

    lesson = find(arguments.lesson)
    if lesson.found:
        complain(lesson.found.english)
    start = open_lesson(lesson).descent
    with progress() as told:
        steps = running(start, arguments.step, heed_stop=False, whole=False)
        descent = told.last(steps, arguments.step)
    if descent.row < arguments.step:
        raise RefusedError(f"--step {arguments.step}: {overflow(descent)}")
    return descent


def _stay_readable(encoding: str | None = None) -> None:
    """A title's ’ must not end the program where the output is ASCII; arithmetic and code are
    UTF-8 wherever they go."""
    if isinstance(sys.stdout, io.TextIOWrapper):
        sys.stdout.reconfigure(encoding=encoding, errors="replace")
