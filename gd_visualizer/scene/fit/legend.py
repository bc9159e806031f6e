"""Over the fit: what its marks mean, in one row, as far as it has room."""

from collections.abc import Callable, Sequence

import numpy as np
from msgspec import Struct

from gd_visualizer.core.arrays import Array
from gd_visualizer.descent.state.state import State
from gd_visualizer.drawing.frame import Frame
from gd_visualizer.drawing.shapes import Paint, Pen, Run, Shape, Words, line, words
from gd_visualizer.drawing.typeface import width_of
from gd_visualizer.scene.fit.cut import forwarded
from gd_visualizer.scene.fit.points import mark
from gd_visualizer.text.message import Message, message
from gd_visualizer.text.numerals import number

_GAP, _MARK = 1.1, 1.0  # ems between two entries; from a mark's left side to its words
_SIZES = 1.0, 0.9, 0.82  # ems of letters, the largest that have room
_MOST_COST = 200_000  # points whose class is looked at
Drawn = Callable[[float, float], Sequence[Shape]]


class Entry(Struct, frozen=True, eq=False):
    """``runs`` after a mark that ``draw`` makes around (x, y), None: without one. What has no room
    is left out, the highest ``rank`` first."""

    runs: tuple[Run, ...]
    draw: Drawn | None = None
    rank: int = 1
    name: str = ""


def legend(
    entries: Sequence[Entry], left: float, y: float, right: float, frame: Frame
) -> list[Shape]:
    """The entries from ``left`` on in a row around ``y``, those that have room up to ``right``;
    in smaller letters rather than without one."""
    size = frame.size(1)
    for ems in _SIZES:
        size = frame.size(ems)
        if _wide_all(entries, size) <= right - left:
            break
    kept = list(entries)
    while kept and _wide_all(kept, size) > right - left:
        kept.remove(max(kept, key=lambda one: one.rank))
    made: list[Shape] = []
    for one in kept:
        x = left
        if one.draw:
            made += one.draw(x + 0.35 * size, y)
            x += _MARK * size
        made.append(Words(x, y, one.runs, size, Paint("muted"), name=one.name or None))
        left += _wide(one, size)
    return made


def remark(
    variants: Sequence[Message], left: float, y: float, right: float, frame: Frame
) -> list[Shape]:
    """The first of the ``variants`` that has room in the row, else the last, however small."""
    size, said = frame.size(_SIZES[-1]), [frame.speech.words(one) for one in variants]
    for ems, text in ((ems, text) for text in said for ems in _SIZES):
        size = frame.size(ems)
        if width_of(text, size) <= right - left:
            return [Words(left, y, words(text), size, Paint("muted"), name="remark")]
    size *= min((right - left) / width_of(said[-1], size), 1.0)
    return [Words(left, y, words(said[-1]), size, Paint("muted"), name="remark")]


def _wide_all(entries: Sequence[Entry], size: float) -> float:
    return sum(_wide(one, size) for one in entries) - _GAP * size


def _wide(one: Entry, size: float) -> float:
    text = Words(0, 0, one.runs, size, Paint("muted")).width
    return text + (_MARK * size if one.draw else 0) + _GAP * size


def point_entries(state: State, frame: Frame, classes: bool) -> list[Entry]:
    """Training and testing points; of two classes each."""
    data, speech, em = state.descent.lesson.data, frame.speech, frame.em
    tests = len(data.rows[1]) > 0
    found = []
    if classes and data.class_values:
        texts = data.classes or tuple(number(value) for value in data.class_values)
        for text, role, diamond in zip(texts, ("negative", "positive"), (True, False), strict=True):
            draw = _marker(role, em, False, diamond)
            found.append(Entry(words(speech.number(text)), draw, 1))
        found.reverse()
        training: Drawn | None = None
    else:
        training = _marker("ink", em, False, False)
    if tests:
        role = "muted" if training is None else "ink"
        if training is not None:
            found.append(Entry(words(speech.words(message("training"))), training, 2))
        hollow = _marker(role, em, True, False)
        found.append(Entry(words(speech.words(message("testing"))), hollow, 2))
    return found


def _marker(role: str, em: float, hollow: bool, diamond: bool) -> Drawn:
    def draw(x: float, y: float) -> Sequence[Shape]:
        return mark(np.array([[x, y]]), 0.32 * em, Paint(role), em, hollow, diamond)

    return draw


def line_entry(said: Message, frame: Frame, pen: Pen, rank: int = 4) -> Entry:
    """A line of that look, and what it is."""

    def draw(x: float, y: float) -> Sequence[Shape]:
        return [line((x - 0.35 * frame.em, y), (x + 0.35 * frame.em, y), pen=pen)]

    return Entry(words(frame.speech.words(said)), draw, rank)


def accuracies(state: State) -> tuple[float, float | None] | None:
    """Which share of the training and of the testing points is predicted to be of its own class;
    None where there are no two classes."""
    lesson, theta = state.descent.lesson, state.descent.moment.theta
    classes = lesson.data.class_values
    if classes is None or len(lesson.data.X) > _MOST_COST:
        return None

    def share(X: Array, y: Array) -> float:
        predicted = forwarded(lesson.network, theta, X)[-1]
        return float(np.mean((predicted > sum(classes) / 2) == (y == classes[1])))

    X, y = lesson.data.testing
    return share(*lesson.data.training), share(X, y) if len(X) else None


def accuracy_entry(state: State, frame: Frame) -> list[Entry]:
    """In per cent, of whole points: 95 % of 20 are 19."""
    found = accuracies(state)
    if found is None:
        return []
    training, testing = found
    right = message("right: {training} %", training=_percent(training))
    if testing is not None:
        right = message(
            "right: {training} %, testing {testing} %",
            training=_percent(training),
            testing=_percent(testing),
        )
    text = frame.speech.words(right)
    return [Entry(words(text, "semibold", Paint("ink")), None, 3, "accuracy")]


def _percent(share: float) -> str:
    """Whole; 100 and 0 only where it is all of them or none."""
    percent = round(100 * share)
    if percent == 100 and share < 1:
        return number(100 * share, 3)
    return number(float(percent) if percent or not share else 100 * share, 2)
