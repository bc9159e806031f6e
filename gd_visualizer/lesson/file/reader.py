"""The format of lesson files: TOML in, a Lesson out, or one sentence that says what is wrong.

Each table is read by the module of its name, and the shape of them all is in ``schema``. Places
in messages count from 1; see ``refusal``.
"""

from pathlib import Path
from typing import Any

from gd_visualizer.core.activations import ACTIVATIONS
from gd_visualizer.core.arrays import Floats
from gd_visualizer.core.network.fit import Fit
from gd_visualizer.core.network.network import Network
from gd_visualizer.core.network.objective import NetworkObjective
from gd_visualizer.core.objective.objective import Objective
from gd_visualizer.lesson.beats import Action, Beat
from gd_visualizer.lesson.file import descent_table, start_table, view_table
from gd_visualizer.lesson.file.actions import parse_action
from gd_visualizer.lesson.file.data import data_table
from gd_visualizer.lesson.file.refusal import Refusal, choice, counted, naming, not_taken, shown
from gd_visualizer.lesson.file.schema import BeatTable, Document, NetworkTable
from gd_visualizer.lesson.file.text_file import check_size, decoded, read
from gd_visualizer.lesson.file.toml import document_of
from gd_visualizer.lesson.file.validation import shaped
from gd_visualizer.lesson.lesson import Lesson
from gd_visualizer.lesson.unfit import unfit
from gd_visualizer.text.message import message, translatable

FORMAT = 1


def read_lesson(path: Path) -> Lesson:
    """The lesson in the file ``path``. Raises LessonError."""
    with naming(str(path)):
        content = read(path)
    return parse_lesson(content, path.name, path.parent)


def parse_lesson(content: bytes, name: str, folder: Path | None) -> Lesson:
    """The lesson that ``content`` writes, which messages call ``name``. Raises LessonError.

    Data files are sought in ``folder``; None refuses them.
    """
    with naming(name):
        check_size(len(content))
        document = document_of(decoded(content))
    return lesson_of(document, name, folder)


def lesson_of(document: dict[str, Any], name: str, folder: Path | None) -> Lesson:
    """The lesson in a parsed document. Raises LessonError."""
    with naming(name):
        _check_format(document)
        return _assembled(shaped(document), Path(name).stem, folder)


def _check_format(document: dict[str, Any]) -> None:
    # Before anything else: a file of a later format may rightly hold keys unknown here.
    if "format" not in document:
        raise Refusal("format", message("missing; expected format = {format}", format=FORMAT))
    got = document["format"]
    if type(got) is not int or got != FORMAT:
        words = translatable("expected format = {format}, got {got}")
        if type(got) is int and got > FORMAT:
            words = translatable(
                "expected format = {format}, got {got}; this program reads format {format} only"
            )
        raise Refusal("format", message(words, format=FORMAT, got=shown(got)))


def _assembled(document: Document, stem: str, folder: Path | None) -> Lesson:
    network = _network(document.network)
    given = data_table.points(document.data, network, folder)
    loss = descent_table.loss(document.descent)
    data_table.check_loss(loss, network, given)
    X, y = given.data.training
    settings = descent_table.settings(document.descent, len(X))
    price = descent_table.penalty(document.descent, network)
    objective = NetworkObjective(network, X, y, loss, price)
    return Lesson(
        id=document.id or stem,
        title=document.title,
        summary=document.summary,
        objective=objective,
        start=_finite(start_table.start(document.start, network), objective, document),
        settings=settings,
        view=view_table.view(document.view, network, len(X)),
        random=start_table.random(document.start.random),
        starts_random=document.start.random is not None,
        stop=descent_table.stop(document.descent.stop),
        beats=_beats(document.beat, objective),
        found=given.found,
        given=given.data,
    )


def _network(table: NetworkTable) -> Network:
    depth = len(table.layers) - 1
    names = table.activations
    if isinstance(names, str):
        choice("network.activations", names, tuple(ACTIVATIONS))
        return Network(tuple(table.layers), (names,) * depth, table.biases)
    for place, name in enumerate(names, 1):
        choice(f"network.activations[{place}]", name, tuple(ACTIVATIONS))
    if len(names) != depth:
        words = message(
            "expected {what}, one per layer after the input, got {got}",
            what=counted(depth, translatable("1 name"), translatable("{count} names")),
            got=str(len(names)),
        )
        raise Refusal("network.activations", words)
    return Network(tuple(table.layers), tuple(names), table.biases)


def _finite(theta: Floats, objective: Objective, document: Document) -> Floats:
    """``theta``, where a descent can stand. Raises Refusal."""
    problem = unfit(objective, theta, *objective.evaluate(theta))
    if problem:
        raise Refusal("start.random" if document.start.random else "start.weights", problem)
    return theta


def _beats(tables: tuple[BeatTable, ...], fit: Fit) -> tuple[Beat, ...]:
    beats = []
    for place, table in enumerate(tables, 1):
        where = f"beat[{place}].do"
        do = [_action(f"{where}[{i}]", text, fit) for i, text in enumerate(table.do, 1)]
        beats.append(Beat(tuple(do), table.text, table.notes.strip()))
    return tuple(beats)


def _action(where: str, text: str, fit: Fit) -> Action:
    try:
        return parse_action(text, fit.network, fit.points)
    except ValueError as error:
        raise not_taken(where, error, text) from None
