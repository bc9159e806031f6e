"""The points as a table on a slide: inputs, predicted, actual, error, the loss of each."""

from collections.abc import Iterable, Sequence

import numpy as np

from gd_visualizer.core.arrays import Array
from gd_visualizer.descent.state.descent import Descent
from gd_visualizer.descent.state.shown_step import shown_rows
from gd_visualizer.figures.sheet.makers import FigureMaker
from gd_visualizer.figures.sheet.paper import BODY, SMALL, Paper
from gd_visualizer.figures.sheet.request import Request
from gd_visualizer.scene.points.table import COLUMNS, loss_word, point_sums, point_texts

_LEFT, _TOP, _HEAD, _BOTTOM = 70.0, 185.0, 58.0, 60.0
_MOST_ROW, _LEAST_ROW = 86.0, 50.0
_MOST_ROWS = 20  # that any sheet has room for
_LETTER = 0.57  # of a font's size, as wide as a character on average
_ROUNDING = 1e-9
_BAR = 20.0  # left of the table
_GAP = 1.6  # between two columns, in font sizes


@FigureMaker
def draw_points(paper: Paper, descent: Descent, request: Request) -> str:
    """As many points as there is room for; total and mean below. Of what is asked for, a ? in the
    row of the request's point."""
    count = descent.lesson.objective.points
    room = paper.height - _TOP - _HEAD - _BOTTOM
    lines = 2 if count > 1 else 1
    high = min(max(room / (count + lines), _LEAST_ROW), _MOST_ROW)
    fits = int(room / high + _ROUNDING) - lines
    shown = count if count <= fits else fits - 1  # one line says how many more there are
    texts = point_texts(descent, np.arange(shown), request.shown, request.point)
    size = min(BODY, high * 0.62)
    heads = [*COLUMNS, loss_word(descent)]
    rows = [heads, *texts, *([request.still.widest] if request.still else [])]
    rights, size = _columns(paper, rows, size)
    colors = paper.palette
    base = _TOP + _HEAD
    for right, head in zip(rights, heads, strict=True):
        paper.text(right, _TOP + _HEAD / 2, head, min(SMALL, size), colors.muted, align="right")
    _rule(paper, base)
    for row, cells in enumerate(texts):
        middle = base + (row + 0.5) * high
        for column, (right, cell) in enumerate(zip(rights, cells, strict=True)):
            color = colors.factor_loss if COLUMNS[column : column + 1] == ("error",) else colors.ink
            paper.text(right, middle, cell, size, color, align="right")
    if shown < count:
        middle = base + (shown + 0.5) * high
        more = f"… {count - shown:,} more"
        paper.text(rights[-1], middle, more, size * 0.85, colors.muted, align="right")
        shown += 1
    _rule(paper, base + shown * high)
    marked = shown_rows(descent)
    if marked is not None:
        _mark_step(paper, marked, len(texts), (base, base + (shown + 0.5) * high), high, size)
    if request.shown.mean:
        _write_sums(paper, descent, rights, base + (shown + 0.5) * high, high, size)
    return ""


def widest_cells(moments: Iterable[Descent], request: Request) -> tuple[str, ...]:
    """The longest text of each column at any of the moments, of as many points as may be seen."""
    widest = [""] * (len(COLUMNS) + 1)
    for descent in moments:
        rows = np.arange(min(descent.lesson.objective.points, _MOST_ROWS))
        for cells in point_texts(descent, rows, request.shown, request.point):
            widest = [max(pair, key=len) for pair in zip(widest, cells, strict=True)]
    return tuple(widest)


def _mark_step(
    paper: Paper, rows: Array, shown: int, at: tuple[float, float], high: float, size: float
) -> None:
    """A bar before each of the step's ``rows``, where it is made of some points; below, what the
    bars are. ``at`` are the top of the first row and the middle of the words."""
    top, below = at
    translatable = [top + (row + 0.5) * high for row in rows[rows < shown].tolist()]
    for middle in (*translatable, below):
        ends = [middle - 0.3 * high, middle + 0.3 * high]
        paper.line([_LEFT - _BAR, _LEFT - _BAR], ends, paper.palette.now, 6)
    words = "this step’s point" if len(rows) == 1 else f"this step’s {len(rows)} points"
    paper.text(_LEFT, below, words, size * 0.85, paper.palette.muted)


def _write_sums(
    paper: Paper, descent: Descent, rights: list[float], top: float, high: float, size: float
) -> None:
    for row, (words, value) in enumerate(point_sums(descent).lines):
        middle = top + row * high
        left = rights[-1] - max(len(value), 5) * _LETTER * size - size
        paper.text(left, middle, words.english, size, weight="semibold", align="right")
        paper.text(rights[-1], middle, value, size, weight="semibold", align="right")


def _columns(paper: Paper, rows: Sequence[Sequence[str]], size: float) -> tuple[list[float], float]:
    """The right end of every column, and the font size at which all of them have room."""
    room = paper.width - 2 * _LEFT
    longest = [max(len(row[column]) for row in rows) for column in range(len(rows[0]))]
    need = sum(_LETTER * n for n in longest) + _GAP * (len(longest) - 1)
    size = min(size, room / need)
    spare = (room - need * size) / len(longest)
    rights, at = [], _LEFT
    for n in longest:
        at += n * _LETTER * size + spare
        rights.append(at)
        at += _GAP * size
    return rights, size


def _rule(paper: Paper, y: float) -> None:
    paper.line([_LEFT, paper.width - _LEFT], [y, y], paper.palette.line, 2)
