"""The table of points on the class's screen: actual, predicted, error, loss, and their sums."""

from collections.abc import Sequence

import numpy as np

from gd_visualizer.descent.state.display import tells_parts
from gd_visualizer.descent.state.state import State
from gd_visualizer.drawing.frame import Frame
from gd_visualizer.drawing.shapes import Anchor, Box, Paint, Shape, Words, words
from gd_visualizer.drawing.typeface import Weight, width_of
from gd_visualizer.scene.explanation.block import LINE, Block
from gd_visualizer.scene.explanation.of_state import printed
from gd_visualizer.scene.points.table import COLUMNS, loss_word, point_sums, point_texts
from gd_visualizer.scene.visibility import Visibility, visibility
from gd_visualizer.text.message import Message, message

_MOST_ROWS = 6
_ERROR = 2  # the place of its column


def points_block(state: State, frame: Frame) -> Block:
    """The first points, and what all of them come to."""
    size, shown = frame.size(1), visibility(state)
    told = state.descent.lesson.view.tells_loss
    sums = _sums(state, frame, shown) if told else []
    heads, rows = _texts(state, frame, shown, told)
    wides = [
        max(width_of(text, size, "semibold") for text in (*column, *head.split(" "))) + size * 0.9
        for head, column in zip(heads, zip(*rows, strict=True), strict=True)
    ]
    rights = np.cumsum(wides).tolist()
    total, high = sum(wides), size * 1.5
    tall = 2 if any(" " in head for head in heads) else 1
    top = tall * size * 1.25
    shapes = [*_heads(heads, rights, tall, size)]
    for k, row in enumerate(rows):
        y = top + k * high
        if k == state.display.point:
            shapes.append(Box((0, y, total, high), Paint("now_soft"), round=high * 0.12))
        for column, text in enumerate(row):
            role = "factor_loss" if column == _ERROR else "ink"
            shapes += _cell(text, rights[column], y + size * 0.08, size, role, "semibold")
    y = top + len(rows) * high
    if any(value for _, value in sums):
        shapes.append(Box((0, y, total, 2), Paint("grid")))
    for k, (name, value) in enumerate(sums):
        at = y + size * 0.2 + k * high
        if value:
            shapes += _cell(name, total - wides[-1], at, size, "muted")
        shapes += _cell(value, total, at, size, "ink", "bold")
    return Block(tuple(shapes), total, y + high * max(len(sums), 1))


def _texts(
    state: State, frame: Frame, shown: Visibility, told: bool
) -> tuple[list[str], list[list[str]]]:
    """Names of columns, and rows; with the loss where it is ``told``."""
    descent, speech = state.descent, frame.speech
    rows = np.arange(min(descent.lesson.objective.points, _MOST_ROWS))
    texts = point_texts(descent, rows, shown, state.display.point, printed(state))
    names = [*COLUMNS[2:5], *([loss_word(descent)] if told else [])]
    heads = [speech.words(Message(name)) for name in names]
    return heads, [[speech.number(text) for text in row[2 : 5 + told]] for row in texts]


def _heads(heads: Sequence[str], rights: Sequence[float], tall: int, size: float) -> list[Shape]:
    """Names of columns, two words below one another."""
    shapes: list[Shape] = []
    for head, right in zip(heads, rights, strict=True):
        parts = head.split(" ")
        for k, part in enumerate(parts[:2]):
            shapes += _cell(part, right, (tall - len(parts) + k) * size * 1.15, size, "muted")
    return shapes


def _sums(state: State, frame: Frame, shown: Visibility) -> list[tuple[str, str]]:
    """The total, in a lesson whose beats come to it, and the loss; empty while not known."""
    lesson, sums = state.descent.lesson, point_sums(state.descent, printed(state))
    mean = message("mean = loss")
    if lesson.objective.penalty is not None:
        mean = message("mean + penalty = loss")
    found = [(mean, sums.loss if shown.mean else "")]
    if tells_parts(lesson):
        found.insert(0, (message("total"), sums.total if shown.total else ""))
    return [(frame.speech.words(name), frame.speech.number(value)) for name, value in found]


def _cell(
    text: str, right: float, y: float, size: float, role: str, weight: Weight = "regular"
) -> list[Shape]:
    """Words that end before ``right``, in a line whose top is at ``y``."""
    if not text:
        return []
    x, middle = right - size * 0.35, y + LINE / 2 * size
    return [Words(x, middle, words(text), size, Paint(role), weight, Anchor.RIGHT)]
