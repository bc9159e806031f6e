"""The word ``export``: a figure, a table or an animation, without a display."""

import argparse
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from gd_visualizer.cli.animation import (
    add_animation,
    refuse_alone,
    refuse_animation,
    write_animation,
)
from gd_visualizer.cli.arguments import (
    MOST_STEPS,
    RefusedError,
    complain,
    either,
    size,
    span,
    whole,
)
from gd_visualizer.cli.progress import Progress, progress
from gd_visualizer.lesson.library.languages import LANGUAGES, speech_in
from gd_visualizer.lesson.pictures import CURVE, FIGURES, named

if TYPE_CHECKING:
    from gd_visualizer.descent.state.descent import Descent
    from gd_visualizer.figures.sheet.request import Request
    from gd_visualizer.lesson.lesson import Lesson

_DEFAULT_STEPS = 50
_FIRST = FIGURES[0]


def add_export(words: "argparse._SubParsersAction[Any]", epilog: str) -> None:
    """Adds the word ``export`` with its arguments to the command line's ``words``."""
    export = words.add_parser(
        "export", help="write a figure, a table or an animation", epilog=epilog, allow_abbrev=False
    )
    export.set_defaults(command=_export)
    export.add_argument("lesson", metavar="LESSON|FILE")
    out = export.add_mutually_exclusive_group(required=True)
    out.add_argument(
        "--output",
        "-o",
        metavar="OUT",
        help="the file to write; .png .svg .pdf or .csv picks the format",
    )
    add_animation(export, out)
    export.add_argument(
        "--steps",
        metavar="N",
        type=whole(0, MOST_STEPS),
        help="take exactly N steps first (default: until the lesson's stop, else 50)",
    )
    export.add_argument(
        "--view",
        default=_FIRST.name,
        help=either([f"{_FIRST.name} (default)", *(figure.name for figure in FIGURES[1:])]),
    )
    export.add_argument(
        "--size",
        metavar="WIDTHxHEIGHT",
        type=size,
        help="in pixels (default 1600x1000, of an animation 1280x800)",
    )
    export.add_argument("--force", action="store_true", help="replace an existing file")
    export.add_argument("--axes", metavar="A[,B]", help="parameters, e.g. w1_1_1,w1_2_1")
    export.add_argument("--x-range", metavar="LO,HI", type=span)
    export.add_argument("--y-range", metavar="LO,HI", type=span)
    export.add_argument(
        "--language",
        choices=LANGUAGES,
        default="en",
        help="of words and numbers in pictures (default en); tables are the same in all",
    )
    export.add_argument(
        "--grid", metavar="N", type=whole(2, 100_001), help="samples along each axis"
    )


def _export(arguments: argparse.Namespace) -> None:
    from gd_visualizer.figures.file import check_target, write
    from gd_visualizer.lesson.library.catalogue import find

    output = _output(arguments)
    views = [figure.name for figure in FIGURES]
    if arguments.view not in views:
        raise RefusedError(f"--view {arguments.view}: expected {either(views)}")
    lesson = find(arguments.lesson)
    request = _request(arguments, lesson, output.suffix.lower())
    check_target(output, arguments.force)
    if arguments.animation:
        refuse_animation(arguments, lesson, request)
    if lesson.found:
        complain(lesson.found.english)
    with progress() as told:
        if arguments.animation:
            descent = told.last(*_running(arguments, lesson, whole=True))
            _tell_overflow(descent, output, told)
            write_animation(arguments, descent, request, told)
            return
        if output.suffix.lower() == ".csv" and request.view is CURVE:
            content = _run_table(arguments, lesson, output, told)
        else:
            content = _drawn(arguments, lesson, request, output, told)
        write(output, content, arguments.force)


def _output(arguments: argparse.Namespace) -> Path:
    """The file to write. RefusedError where its name does not tell what it is to be."""
    from gd_visualizer.figures.animation.wanted import SUFFIXES as MOVING
    from gd_visualizer.figures.sheet.request import SUFFIXES as STILL

    moving = bool(arguments.animation)
    option, name = (
        ("--animation", arguments.animation) if moving else ("--output", arguments.output)
    )
    suffixes: Sequence[str] = MOVING if moving else STILL
    if not moving:
        refuse_alone(arguments)
    if Path(name).suffix.lower() not in suffixes:
        raise RefusedError(f"{option} {name}: expected a name ending in {either(suffixes)}")
    return Path(name)


def _run_table(
    arguments: argparse.Namespace, lesson: "Lesson", output: Path, told: Progress
) -> Iterator[bytes]:
    """The run's table, written while it runs."""
    from gd_visualizer.figures.table import run_head, run_rows

    yield run_head(lesson)
    start = 0
    for descent in told.counted(*_running(arguments, lesson, whole=False)):
        yield from run_rows(descent, start)
        start = descent.row + 1
    _tell_overflow(descent, output, told)


def _drawn(
    arguments: argparse.Namespace,
    lesson: "Lesson",
    request: "Request",
    output: Path,
    told: Progress,
) -> Iterator[bytes]:
    """The picture, or another table, after the run."""
    from gd_visualizer.figures.render import pieces

    descent = told.last(*_running(arguments, lesson, whole=True))
    _tell_overflow(descent, output, told)
    with told.during(f"drawing {output.name}"):
        yield from pieces(descent, request, output.suffix.lower())


def _running(
    arguments: argparse.Namespace, lesson: "Lesson", whole: bool
) -> "tuple[Iterator[Descent], int]":
    """The descents after each piece of the run, and its steps."""
    from gd_visualizer.descent.commands.running import running
    from gd_visualizer.descent.state.state import open_lesson

    steps, heed_stop = arguments.steps, arguments.steps is None
    if steps is None:
        steps = _DEFAULT_STEPS if lesson.stop.steps is None else lesson.stop.steps
    return running(open_lesson(lesson).descent, steps, heed_stop, whole), steps


def _tell_overflow(descent: "Descent", output: Path, told: Progress) -> None:
    if descent.ending and descent.ending.kind == "diverged":
        from gd_visualizer.descent.diagnosis.advice import overflow

        told.erase()
        complain(f"{output.name} ends early: {overflow(descent)}")


def _request(arguments: argparse.Namespace, lesson: "Lesson", suffix: str) -> "Request":
    """What is asked, checked against the lesson's network."""
    from gd_visualizer.figures.animation.wanted import SIZE as ANIMATION
    from gd_visualizer.figures.sheet.request import SIZE as FIGURE
    from gd_visualizer.figures.sheet.request import Request

    view = named(arguments.view)
    if suffix == ".csv" and not view.table:
        raise RefusedError(
            f"--view {view.name}: a {view.name} has no table, expected .png, .svg or .pdf"
        )
    if not view.axes:
        for option in ("axes", "x_range", "y_range", "grid"):
            if getattr(arguments, option) is not None:
                name = "--" + option.replace("_", "-")
                over = either([figure.name for figure in FIGURES if figure.axes])
                raise RefusedError(f"{name}: goes with --view {over}, not with {view.name}")
        axes: tuple[str, ...] = ()
    else:
        axes = _axes(arguments, lesson, view.axes)
    if len(axes) == 2 and arguments.grid and arguments.grid > 2001:
        raise RefusedError(f"--grid {arguments.grid}: expected 2 to 2001 over two parameters")
    if suffix == ".csv" and view.axes == 1 and arguments.y_range:
        raise RefusedError("--y-range: a table over one parameter has no second axis")
    size = arguments.size or (ANIMATION if arguments.animation else FIGURE)
    ranges = arguments.x_range, arguments.y_range
    speech = speech_in(arguments.language)
    return Request(view, axes, ranges, arguments.grid, size, speech=speech)


def _axes(arguments: argparse.Namespace, lesson: "Lesson", count: int) -> tuple[str, ...]:
    names = lesson.objective.names
    if arguments.axes is None:
        chosen = [*lesson.view.axes, *(n for n in names if n not in lesson.view.axes)][:count]
        if len(chosen) < count:
            raise RefusedError(
                f"--view {arguments.view}: needs two parameters, this network has one"
            )
        return tuple(chosen)
    asked = tuple(part.strip() for part in arguments.axes.split(","))
    for name in asked:
        if name not in names:
            shown = ", ".join(names[:12]) + (", …" if len(names) > 12 else "")
            raise RefusedError(f"--axes {arguments.axes}: no parameter {name!r}; expected {shown}")
    if len(asked) != count or len(set(asked)) != count:
        wanted = "one parameter" if count == 1 else "two different parameters"
        raise RefusedError(
            f"--axes {arguments.axes}: expected {wanted} for --view {arguments.view}"
        )
    return asked
