"""The words that print: ``lessons``, ``explain``, ``code`` and ``weights``."""

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
        ("code", "a step, or the whole training, as a script", _code),
    ):
        word = words.add_parser(name, help=help_text, epilog=epilog, allow_abbrev=False)
        word.set_defaults(command=command)
        word.add_argument("lesson", metavar="LESSON|FILE")
        word.add_argument(
            "--step",
            metavar="N",
            type=whole(1, MOST_STEPS),
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
        else:
            _add_training(word)
    weights = words.add_parser(
        "weights", help="the trained model as JSON", epilog=epilog, allow_abbrev=False
    )
    weights.set_defaults(command=_weights)
    weights.add_argument("lesson", metavar="LESSON|FILE")
    _add_steps(weights, "train for so many steps (default: as the lesson's run does)")


def _add_training(word: argparse.ArgumentParser) -> None:
    way = word.add_mutually_exclusive_group()
    way.add_argument("--run", action="store_true", help="the whole training, in NumPy")
    way.add_argument("--torch", action="store_true", help="the whole training, in PyTorch")
    _add_steps(word, "how long it trains (default: as the lesson's run does)")


def _add_steps(word: argparse.ArgumentParser, help_text: str) -> None:
    word.add_argument("--steps", metavar="N", type=whole(1, MOST_STEPS), help=help_text)


def _lessons(_arguments: argparse.Namespace) -> None:
    from gd_visualizer.lesson.library.built_in import BUILT_IN
    from gd_visualizer.lesson.library.catalogue import load

    _stay_readable()
    for name in BUILT_IN:
        print(f"{name}\t{load(name).title}")


def _explain(arguments: argparse.Namespace) -> None:
    from gd_visualizer.descent.explanation.values import step_values
    from gd_visualizer.descent.explanation.whole import as_text

    descent = _after(arguments, arguments.step or 1)
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
    trains = arguments.run or arguments.torch
    if arguments.steps and not trains:
        raise RefusedError("--steps goes with --run or --torch; --step N is the step that is shown")
    if arguments.step and trains:
        raise RefusedError(
            "--step goes without --run and --torch; --steps N is how long they train"
        )
    text = _training(arguments) if trains else _one_step(arguments)
    _stay_readable("utf-8")
    print(text, end="")


def _one_step(arguments: argparse.Namespace) -> str:
    from gd_visualizer.descent.code.script import as_text
    from gd_visualizer.descent.explanation.values import step_values

    return as_text(step_values(_after(arguments, arguments.step or 1), 0))


def _training(arguments: argparse.Namespace) -> str:
    from gd_visualizer.descent.code.training.numpy_script import numpy_script
    from gd_visualizer.descent.code.training.torch_script import torch_script

    descent = _trained(arguments)
    return torch_script(descent) if arguments.torch else numpy_script(descent)


def _weights(arguments: argparse.Namespace) -> None:
    from gd_visualizer.descent.saved.model import model_text

    text = model_text(_trained(arguments))
    _stay_readable("utf-8")
    print(text, end="")


def _trained(arguments: argparse.Namespace) -> "Descent":
    """After ``--steps``, or where the lesson's own run ends."""
    from gd_visualizer.descent.commands.running import running
    from gd_visualizer.descent.script.actions import run_steps

    if arguments.steps:
        return _after(arguments, arguments.steps, "--steps")
    start = _start(arguments)
    steps = run_steps(start.lesson)
    with progress() as told:
        return told.last(running(start, steps), steps)


def _after(arguments: argparse.Namespace, steps: int, option: str = "--step") -> "Descent":
    """The lesson right after so many steps."""
    from gd_visualizer.descent.commands.running import running
    from gd_visualizer.descent.diagnosis.advice import overflow

    start, whole = _start(arguments), option == "--steps"
    with progress() as told:
        descent = told.last(running(start, steps, heed_stop=False, whole=whole), steps)
    if descent.row < steps:
        raise RefusedError(f"{option} {steps}: {overflow(descent)}")
    return descent


def _start(arguments: argparse.Namespace) -> "Descent":
    """The lesson at its start."""
    from gd_visualizer.descent.state.state import open_lesson
    from gd_visualizer.lesson.library.catalogue import find

    lesson = find(arguments.lesson)
    if lesson.found:
        complain(lesson.found.english)
    return open_lesson(lesson).descent


def _stay_readable(encoding: str | None = None) -> None:
    """A title's ’ must not end the program where the output is ASCII; arithmetic and code are
    UTF-8 wherever they go."""
    if isinstance(sys.stdout, io.TextIOWrapper):
        sys.stdout.reconfigure(encoding=encoding, errors="replace")
