"""Tables as CSV: UTF-8, comma, LF, decimal points in every locale, shortest exact numbers.

A table is written in pieces of some rows, so that a long run's is never in memory as a whole.
"""

import math
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import NamedTuple

import numpy as np
from msgspec import json
from msgspec.structs import replace

from gd_visualizer.core.arrays import Array
from gd_visualizer.descent.state.descent import Descent
from gd_visualizer.descent.state.timeline import Rows
from gd_visualizer.figures.sheet.asked import shown_asked, state_asked
from gd_visualizer.figures.sheet.makers import TableMaker
from gd_visualizer.figures.sheet.request import Request
from gd_visualizer.lesson.lesson import Lesson
from gd_visualizer.scene.points.table import point_values
from gd_visualizer.scene.surface.ranges.shown_ranges import shown_ranges

DEFAULT_GRID = 101
_PIECE = 1024  # rows


class Columns(NamedTuple):
    """Columns side by side: their names, and their numbers (rows, names) in some rows of a run.

    Whole numbers are an array of integers; one column may be (rows,).
    """

    names: tuple[str, ...]
    numbers: Callable[[Rows], Array]


def run_columns(lesson: Lesson) -> list[Columns]:
    """The columns of a run's table, from the left; the epoch where the lesson's steps are made of
    batches, the penalty where there is one."""
    points, penalty = lesson.objective.points, lesson.objective.penalty

    def epochs(rows: Rows) -> Array:  # 0 at the start
        sizes = np.array([settings.batch_size or points for settings in rows.settings])
        return -(-(rows.first + np.arange(len(sizes))) // -(-points // sizes))

    priced = [] if penalty is None else [Columns(("penalty",), lambda r: penalty.value(r.theta))]
    return [
        Columns(("step",), lambda r: r.first + np.arange(len(r.loss))),
        *([] if lesson.settings.batch_size is None else [Columns(("epoch",), epochs)]),
        Columns(("loss",), lambda r: r.loss),
        *priced,
        *_tested(lesson),
        Columns(("learning_rate",), lambda r: np.array([s.rate.value for s in r.settings])),
        Columns(("gradient_norm",), lambda r: r.norm),
        Columns(lesson.objective.names, lambda r: r.theta),
    ]


def _tested(lesson: Lesson) -> list[Columns]:
    """The loss of the points that are held out, where there are some."""
    objective = lesson.testing
    if objective is None:
        return []

    def losses(rows: Rows) -> Array:
        return np.array([objective.mean_at(theta) for theta in rows.theta])

    return [Columns(("testing_loss",), losses)]


def run_head(lesson: Lesson) -> bytes:
    """The first line of a run's table."""
    return head_of([name for columns in run_columns(lesson) for name in columns.names])


def run_rows(descent: Descent, start: int = 0) -> Iterator[bytes]:
    """The lines of a run's table from row ``start`` on, in pieces."""
    columns = run_columns(descent.lesson)
    for rows in descent.timeline.stretches(start):
        yield _lines([column.numbers(rows) for column in columns])


def run_table(descent: Descent) -> Iterator[bytes]:
    """Every row of the run, in pieces."""
    yield run_head(descent.lesson)
    yield from run_rows(descent)


@TableMaker
def known_run(descent: Descent, request: Request) -> Iterator[bytes]:
    """The run without the rows whose loss is not to be seen."""
    shown, timeline = request.shown, descent.timeline
    rows = timeline.length if shown.ahead else descent.row + 1
    known = replace(timeline, length=rows if shown.loss else 0)
    yield from run_table(replace(descent, timeline=known))


@TableMaker
def slice_table(descent: Descent, request: Request) -> Iterator[bytes]:
    """The sampled slice: one column per axis, then the loss; the first axis slowest."""
    size = request.grid or DEFAULT_GRID
    state = state_asked(descent, request)
    along = state.section
    lines = [
        np.linspace(low, high, size)
        for low, high in shown_ranges(state, shown_asked(state, request))
    ]
    surface = along.sample(descent.lesson.objective, descent.moment.theta, lines)
    grids = [*np.meshgrid(*surface.coordinates, indexing="ij"), surface.losses]
    yield head_of([*along.names, "loss"])
    yield from pieces_of([grid.ravel() for grid in grids])


@TableMaker
def point_table(descent: Descent, request: Request) -> Iterator[bytes]:
    """Every point at the current moment: inputs, predicted, actual, error, loss, from point 1; as
    far as they may be seen, else empty."""
    shown = request.shown
    names, values = point_values(descent)
    hidden: tuple[str, ...] = () if shown.values else ("predicted",)
    hidden += () if shown.errors else ("error", "loss")
    values[:, [name.startswith(hidden) for name in names]] = np.nan
    yield head_of(["point", *names])
    yield from pieces_of([np.arange(1, len(values) + 1), values])


def pieces_of(columns: Sequence[Array]) -> Iterator[bytes]:
    for start in range(0, len(columns[0]), _PIECE):
        yield _lines([column[start : start + _PIECE] for column in columns])


def head_of(names: Iterable[str]) -> bytes:
    return ",".join(names).encode() + b"\n"


def _lines(columns: Sequence[Array]) -> bytes:
    """Lines of the ``columns``, (rows,) or (rows, k) each, side by side."""
    rows = zip(*map(_joined, columns), strict=True)
    return b"".join(b",".join(row) + b"\n" for row in rows)


def _joined(numbers: Array) -> list[bytes]:
    """A text for each row of ``numbers``, commas between its cells."""
    texts = cells(numbers)
    if numbers.ndim == 1:
        return texts
    wide = numbers.shape[1]
    return [b",".join(texts[at : at + wide]) for at in range(0, len(texts), wide)]


def cells(numbers: Array) -> list[bytes]:
    """Every number as ``repr`` writes it, row by row; empty where it is not finite.

    msgspec writes the same digits many times as fast, and other exponents: those are Python's.
    """
    values = numbers.ravel().tolist()
    texts = json.encode(values)[1:-1].split(b",")
    if numbers.dtype.kind == "f":
        sizes = np.abs(numbers.ravel())
        plain = (sizes == 0) | ((sizes >= 1e-4) & (sizes < 1e16))
        for at in np.flatnonzero(~plain).tolist():
            texts[at] = repr(values[at]).encode() if math.isfinite(values[at]) else b""
    return texts
