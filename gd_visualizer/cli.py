"""The command line: decides between the window and the words that need no display."""

import argparse
import contextlib
import io
import os
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

from gd_visualizer import __version__
from gd_visualizer.lesson.refusal import LessonError, one_line

if TYPE_CHECKING:
    from gd_visualizer.figures.request import Request
    from gd_visualizer.lesson.lesson import Lesson

WORDS = ("lessons", "export")
MOST_STEPS = 1_000_000
MOST_PIXELS = 10_000
_DEFAULT_STEPS = 50
_EPILOG = "LESSON is the id of a built-in lesson, FILE a lesson file (TOML)."


class RefusedError(Exception):
    """What was asked cannot be done; the message is one sentence for the person."""


class _Parser(argparse.ArgumentParser):
    """Refuses in one line, without the usage."""

    def error(self, message: str) -> NoReturn:
        raise RefusedError(f"{message}; '{self.prog} --help' shows what is possible")


def run(arguments: Sequence[str]) -> int:
    """Does what ``arguments`` say; returns the exit status: 0, or 2 for anything refused."""
    try:
        if not arguments or arguments[0] not in WORDS:
            return _window(arguments)
        _do(_words().parse_args(arguments))
    except (RefusedError, LessonError) as error:
        _complain(str(error))
        return 2
    except BrokenPipeError:  # the reader, e.g. `head`, has seen enough
        _drop_output()
        return 0
    except OSError as error:
        _drop_output()
        _complain(f"the output could not be written: {error.strerror}")
        return 2
    except KeyboardInterrupt:
        return 130
    return 0


def _do(parsed: argparse.Namespace) -> None:
    """One of the words. Raises RefusedError, LessonError."""
    from gd_visualizer.figures.file import WriteError  # not before the window's first frame

    command: Callable[[argparse.Namespace], None] = parsed.command
    try:
        command(parsed)
        if sys.stdout:
            sys.stdout.flush()
    except WriteError as error:
        raise RefusedError(str(error)) from error


def _window(arguments: Sequence[str]) -> int:
    """The window program, where there is a display."""
    parser = _Parser(
        prog="gd-visualizer",
        description="Click through gradient descent on a small network.",
        epilog=f"{_EPILOG} Without a display: 'gd-visualizer lessons' and 'gd-visualizer export'.",
        allow_abbrev=False,
    )
    parser.add_argument("lesson", nargs="?", metavar="LESSON|FILE")
    parser.add_argument("--reset-settings", action="store_true", help="forget sizes and folders")
    parser.add_argument("--version", action="version", version=f"gd-visualizer {__version__}")
    parsed = parser.parse_args(arguments)
    # Qt would abort without a word to the person.
    displays = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
    if sys.platform.startswith("linux") and not any(map(os.environ.get, displays)):
        raise RefusedError(
            "no display to open a window on; 'gd-visualizer export LESSON --output FILE' needs none"
        )
    _need_libraries()
    from gd_visualizer.app import start

    return start(parsed.lesson, parsed.reset_settings)


def _need_libraries() -> None:
    """Raises RefusedError where Qt would end the process without a word about the cause."""
    from gd_visualizer.libraries import missing_packages

    chosen = os.environ.get("QT_QPA_PLATFORM", "")
    x11 = chosen.startswith("xcb") if chosen else bool(os.environ.get("DISPLAY"))
    packages = missing_packages(x11)
    if packages:
        raise RefusedError(
            "Qt's system libraries are missing; on Debian and Ubuntu install them with "
            f"'apt install {' '.join(packages)}'"
        )


def _words() -> argparse.ArgumentParser:
    parser = _Parser(prog="gd-visualizer", allow_abbrev=False)
    words = parser.add_subparsers(required=True, metavar="lessons | export")
    lessons = words.add_parser("lessons", help="list the built-in lessons", allow_abbrev=False)
    lessons.set_defaults(command=_lessons)
    export = words.add_parser(
        "export", help="write a figure or a table", epilog=_EPILOG, allow_abbrev=False
    )
    export.set_defaults(command=_export)
    export.add_argument("lesson", metavar="LESSON|FILE")
    export.add_argument(
        "--output",
        "-o",
        required=True,
        metavar="OUT",
        help="the file to write; .png .svg .pdf or .csv picks the format",
    )
    export.add_argument(
        "--steps",
        metavar="N",
        type=_whole(0, MOST_STEPS),
        help="take exactly N steps first (default: until the lesson's stop, else 50)",
    )
    export.add_argument(
        "--view",
        default="loss-curve",
        help="loss-curve (default), slope, map, 3d, network or points",
    )
    export.add_argument(
        "--size",
        metavar="WIDTHxHEIGHT",
        type=_size,
        default=(1600, 1000),
        help="in pixels (default 1600x1000)",
    )
    export.add_argument("--force", action="store_true", help="replace an existing file")
    export.add_argument("--axes", metavar="A[,B]", help="parameters, e.g. w1_1_1,w1_2_1")
    export.add_argument("--x-range", metavar="LO,HI", type=_range)
    export.add_argument("--y-range", metavar="LO,HI", type=_range)
    export.add_argument(
        "--grid", metavar="N", type=_whole(2, 100_001), help="samples along each axis"
    )
    return parser


def _drop_output() -> None:
    """Nothing more can be written to standard output, not even when Python ends."""
    with contextlib.suppress(OSError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _complain(sentence: str) -> None:
    """One line on standard error, whatever the names in it hold."""
    if sys.stderr:
        print(f"gd-visualizer: {one_line(sentence)}", file=sys.stderr)


def _lessons(_arguments: argparse.Namespace) -> None:
    from gd_visualizer.lesson.built_in import BUILT_IN
    from gd_visualizer.lesson.catalogue import load

    if isinstance(sys.stdout, io.TextIOWrapper):  # a title's ’ must not end the list in ASCII
        sys.stdout.reconfigure(errors="replace")
    for name in BUILT_IN:
        print(f"{name}\t{load(name).title}")


def _export(arguments: argparse.Namespace) -> None:
    from gd_visualizer.descent.state import open_lesson
    from gd_visualizer.descent.stepping import take_steps
    from gd_visualizer.figures.file import check_target, write
    from gd_visualizer.figures.render import render
    from gd_visualizer.figures.request import SUFFIXES, VIEWS
    from gd_visualizer.lesson.catalogue import find

    output = Path(arguments.output)
    if output.suffix.lower() not in SUFFIXES:
        raise RefusedError(
            f"--output {arguments.output}: expected a name ending in {_either(SUFFIXES)}"
        )
    if arguments.view not in VIEWS:
        raise RefusedError(f"--view {arguments.view}: expected {_either(VIEWS)}")
    lesson = find(arguments.lesson)
    request = _request(arguments, lesson, output.suffix.lower())
    check_target(output, arguments.force)
    descent = open_lesson(lesson).descent
    if arguments.steps is None:
        default = _DEFAULT_STEPS if lesson.stop.steps is None else lesson.stop.steps
        descent = take_steps(descent, default)
    else:
        descent = take_steps(descent, arguments.steps, heed_stop=False)
    if descent.ending and descent.ending.kind == "diverged":
        _complain(
            f"the numbers are no longer finite after step {descent.row}; {output.name} ends there"
        )
    write(output, render(descent, request, output.suffix.lower()), arguments.force)


def _request(arguments: argparse.Namespace, lesson: "Lesson", suffix: str) -> "Request":
    """What is asked, checked against the lesson's network."""
    from gd_visualizer.figures.request import PLAIN_VIEWS, Request

    view = arguments.view
    if suffix == ".csv" and view == "network":
        raise RefusedError("--view network: a network has no table, expected .png, .svg or .pdf")
    if view in PLAIN_VIEWS:
        for option in ("axes", "x_range", "y_range", "grid"):
            if getattr(arguments, option) is not None:
                name = "--" + option.replace("_", "-")
                raise RefusedError(f"{name}: goes with --view slope, map or 3d, not with {view}")
        axes: tuple[str, ...] = ()
    else:
        axes = _axes(arguments, lesson, 1 if view == "slope" else 2)
    if len(axes) == 2 and arguments.grid and arguments.grid > 2001:
        raise RefusedError(f"--grid {arguments.grid}: expected 2 to 2001 over two parameters")
    if suffix == ".csv" and view == "slope" and arguments.y_range:
        raise RefusedError("--y-range: a table over one parameter has no second axis")
    return Request(
        view, axes, (arguments.x_range, arguments.y_range), arguments.grid, arguments.size
    )


def _axes(arguments: argparse.Namespace, lesson: "Lesson", count: int) -> tuple[str, ...]:
    names = lesson.network.names
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


def _whole(low: int, high: int) -> Callable[[str], int]:
    def convert(text: str) -> int:
        if text.isascii() and text.isdigit() and len(text) < 19 and low <= int(text) <= high:
            return int(text)
        raise argparse.ArgumentTypeError(
            f"expected a whole number from {low:,} to {high:,}, got {text!r}"
        )

    return convert


def _size(text: str) -> tuple[int, int]:
    parts = text.lower().split("x")
    digits = len(parts) == 2 and all(p.isascii() and p.isdigit() and len(p) < 7 for p in parts)
    if digits and all(1 <= int(part) <= MOST_PIXELS for part in parts):
        return int(parts[0]), int(parts[1])
    raise argparse.ArgumentTypeError(
        f"expected WIDTHxHEIGHT in pixels, at most 10,000 each, e.g. 1600x1000, got {text!r}"
    )


def _range(text: str) -> tuple[float, float]:
    from gd_visualizer.lesson.view_table import apart

    try:
        low, high = (float(part) for part in text.split(","))
    except ValueError:
        low, high = 0.0, 0.0
    if "_" not in text and apart(low, high) and abs(low) <= 1e100 and abs(high) <= 1e100:
        return low, high
    raise argparse.ArgumentTypeError(
        f"expected LO,HI, two numbers with LO below HI, e.g. -2,4, got {text!r}"
    )


def _either(words: Sequence[str]) -> str:
    return f"{', '.join(words[:-1])} or {words[-1]}"
