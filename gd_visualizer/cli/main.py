"""The command line: decides between the window and the words that need no display."""

import argparse
import contextlib
import gc
import os
import sys
from collections.abc import Callable, Sequence
from types import ModuleType
from typing import NoReturn

from gd_visualizer import __version__
from gd_visualizer.cli.arguments import RefusedError, complain
from gd_visualizer.cli.plain_imports import plain_imports
from gd_visualizer.lesson.file.refusal import LessonError

WORDS = ("lessons", "export", "slides", "explain", "code", "weights")
_EPILOG = "LESSON is the id of a built-in lesson, FILE a lesson file (TOML)."


class _Parser(argparse.ArgumentParser):
    """Refuses in one line, without the usage."""

    def error(self, message: str) -> NoReturn:
        raise RefusedError(f"{message}; '{self.prog} --help' shows what is possible")


def run(arguments: Sequence[str]) -> int:
    """Does what ``arguments`` say; returns the exit status: 0, 2 for anything refused, or 130 where
    a person stopped it."""
    try:
        if not arguments or arguments[0] not in WORDS:
            return _window(arguments)
        _do(_words().parse_args(arguments))
    except (RefusedError, LessonError) as error:
        complain(str(error))
        return 2
    except BrokenPipeError:  # the reader, e.g. `head`, has seen enough
        _drop_output()
        return 0
    except OSError as error:
        _drop_output()
        complain(f"the output could not be written: {error.strerror}")
        return 2
    except KeyboardInterrupt:
        complain("stopped before it was done; nothing was written")
        return 130
    return 0


def _do(parsed: argparse.Namespace) -> None:
    """One of the words. Raises RefusedError, LessonError."""
    from gd_visualizer.figures.animation.refusal import AnimationError
    from gd_visualizer.figures.file import WriteError  # not before the window's first frame

    command: Callable[[argparse.Namespace], None] = parsed.command
    try:
        command(parsed)
        if sys.stdout:
            sys.stdout.flush()
    except (WriteError, AnimationError) as error:
        raise RefusedError(str(error)) from error


def _window(arguments: Sequence[str]) -> int:
    """The window program, where there is a display."""
    parser = _Parser(
        prog="gd-visualizer",
        description="Click through gradient descent on a small network.",
        epilog=f"{_EPILOG} Without a display: {', '.join(WORDS)}.",
        allow_abbrev=False,
    )
    parser.add_argument("lesson", nargs="?", metavar="LESSON|FILE")
    parser.add_argument("--present", action="store_true", help="full screen for the class")
    parser.add_argument("--no-3d", action="store_true", help="the map instead of 3D")
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
    program = window_program()
    if parsed.no_3d:
        from gd_visualizer.view.surface3d.gl_probe import forbid

        forbid()
    status: int = program.start(parsed.lesson, parsed.reset_settings, parsed.present)
    return status


def window_program() -> ModuleType:
    """The module ``app.start``, imported in the quickest way."""
    gc.disable()  # until all is built: of what is loaded nothing is given up
    with plain_imports():
        from gd_visualizer.app import start
    return start


def _need_libraries() -> None:
    """Raises RefusedError where Qt would end the process without a word about the cause."""
    from gd_visualizer.cli.system_libraries import missing_packages

    chosen = os.environ.get("QT_QPA_PLATFORM", "")
    x11 = chosen.startswith("xcb") if chosen else bool(os.environ.get("DISPLAY"))
    packages = missing_packages(x11)
    if packages:
        raise RefusedError(
            "Qt's system libraries are missing; on Debian and Ubuntu install them with "
            f"'apt install {' '.join(packages)}'"
        )


def _words() -> argparse.ArgumentParser:
    from gd_visualizer.cli.export import add_export  # the window needs none of these
    from gd_visualizer.cli.slides import add_slides
    from gd_visualizer.cli.text import add_texts

    parser = _Parser(prog="gd-visualizer", allow_abbrev=False)
    words = parser.add_subparsers(required=True, metavar=" | ".join(WORDS))
    add_texts(words, _EPILOG)
    add_export(words, _EPILOG)
    add_slides(words, _EPILOG)
    return parser


def _drop_output() -> None:
    """Nothing more can be written to standard output, not even when Python ends."""
    with contextlib.suppress(OSError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
