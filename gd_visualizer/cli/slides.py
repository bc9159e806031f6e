"""The word ``slides``: a lesson as pages of a PDF, or as pictures, without a display."""

import argparse
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

from gd_visualizer.cli.arguments import RefusedError, complain, either, size
from gd_visualizer.cli.progress import Progress, progress
from gd_visualizer.lesson.library.languages import LANGUAGES

if TYPE_CHECKING:
    from gd_visualizer.figures.slides import Deck

_PICTURES = (".png", ".svg")
_SIZE = 1920, 1080


def add_slides(words: "argparse._SubParsersAction[Any]", epilog: str) -> None:
    """Adds the word ``slides`` with its arguments to the command line's ``words``."""
    slides = words.add_parser(
        "slides", help="write a lesson's beats as slides", epilog=epilog, allow_abbrev=False
    )
    slides.set_defaults(command=_slides)
    slides.add_argument("lesson", metavar="LESSON|FILE")
    slides.add_argument(
        "--output",
        "-o",
        required=True,
        metavar="OUT",
        help="a .pdf, or a folder for one picture of each page",
    )
    slides.add_argument(
        "--size",
        metavar="WIDTHxHEIGHT",
        type=size,
        default=_SIZE,
        help="in pixels (default 1920x1080)",
    )
    slides.add_argument(
        "--format",
        choices=[suffix[1:] for suffix in _PICTURES],
        default="png",
        help="of the pictures in a folder (default png)",
    )
    slides.add_argument(
        "--notes", action="store_true", help="the lecturer's notes on a page after each slide"
    )
    slides.add_argument(
        "--handout",
        action="store_true",
        help="a worksheet: four questions to a page, and the answers on the last",
    )
    slides.add_argument(
        "--language", choices=LANGUAGES, default="en", help="of all words and numbers (default en)"
    )
    slides.add_argument("--force", action="store_true", help="replace existing files")


def _slides(arguments: argparse.Namespace) -> None:
    from gd_visualizer.figures.slides import Deck
    from gd_visualizer.lesson.library.catalogue import find
    from gd_visualizer.lesson.library.languages import speech_in

    output = Path(arguments.output)
    if output.suffix.lower() != ".pdf" and (output.suffix or output.is_file()):
        raise RefusedError(
            f"--output {arguments.output}: expected a name ending in .pdf, or a folder for "
            f"{either(_PICTURES)} pictures"
        )
    if arguments.handout and arguments.notes:
        raise RefusedError("--notes: goes with slides, not with --handout")
    lesson = find(arguments.lesson)
    if lesson.found:
        complain(lesson.found.english)
    speech = speech_in(arguments.language)
    deck = Deck(lesson, arguments.size, arguments.notes, arguments.handout, speech=speech)
    with progress() as told:
        if output.suffix.lower() == ".pdf":
            _write_pdf(deck, output, arguments.force, told)
        else:
            _write_pictures(deck, output, f".{arguments.format}", arguments.force, told)


def _write_pdf(deck: "Deck", output: Path, force: bool, told: Progress) -> None:
    from gd_visualizer.figures.file import check_target, write
    from gd_visualizer.figures.slides import as_pdf

    check_target(output, force)
    write(output, _during(as_pdf(deck), output.name, told), force)


def _write_pictures(deck: "Deck", folder: Path, suffix: str, force: bool, told: Progress) -> None:
    """All of them are drawn before the first is written, so that none is missing in the end."""
    from gd_visualizer.figures.file import check_target, write
    from gd_visualizer.figures.slides import as_pictures, names

    drawn = list(_during(as_pictures(deck, suffix), f"{folder.name}/", told))
    folder.mkdir(exist_ok=True)
    targets = [folder / name for name in names(len(drawn), suffix)]
    for target in targets:
        check_target(target, force)
    for target, picture in zip(targets, drawn, strict=True):
        write(target, picture, force)


def _during(pieces: Iterator[bytes], name: str, told: Progress) -> Iterator[bytes]:
    with told.during(f"drawing {name}"):
        yield from pieces
