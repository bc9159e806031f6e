"""The points as a drawing; on paper a whole sheet's table."""

from collections.abc import Iterable, Sequence
from itertools import accumulate

import numpy as np
from msgspec import Struct

from gd_visualizer.core.arrays import Array
from gd_visualizer.descent.state.shown_step import shown_rows
from gd_visualizer.descent.state.state import State
from gd_visualizer.drawing.frame import Audience, Frame
from gd_visualizer.drawing.shapes import Drawing, Paint, Pen, Shape, line
from gd_visualizer.drawing.typeface import width_of
from gd_visualizer.scene.explanation.of_state import printed
from gd_visualizer.scene.points.grid import Grid
from gd_visualizer.scene.points.screen import points_on_screen
from gd_visualizer.scene.points.table import (
    COLUMNS,
    column_names,
    loss_word,
    point_sums,
    point_texts,
)
from gd_visualizer.scene.surface.maker import DrawingMaker
from gd_visualizer.scene.surface.slice import SurfaceSlice
from gd_visualizer.scene.visibility import Visibility
from gd_visualizer.text.message import Message, message

_ERROR = COLUMNS.index("error")
_PAPER_ROWS = 20  # that any sheet has room for
_BODY, _SMALL = 1.06, 0.95  # ems of letters on paper, at most; of names
_MARGIN, _HEAD, _BOTTOM, _BAR = 0.83, 1.6, 0.42, 0.56  # ems of lengths there
_LEAST_HIGH, _MOST_HIGH = 1.39, 2.39  # ems of a row
_OF_ROW = 0.62  # of a row's height, its letters at most
_APART = 1.6  # between two columns, in letters
_RULE, _THICK = 0.055, 0.165  # ems of lines
_ROUNDING = 1e-9


@DrawingMaker
def points_drawing(
    state: State, frame: Frame, shown: Visibility, _slice: SurfaceSlice | None
) -> Drawing:
    """The points."""
    return _drawing(state, frame, shown, ())


def with_columns_of(states: Iterable[State], shown: Visibility) -> DrawingMaker:
    """Draws points in columns with room for all the numbers of these states, so that they stay."""
    widest = [""] * (len(COLUMNS) + 1)
    for state in states:
        rows = np.arange(min(state.descent.lesson.objective.points, _PAPER_ROWS))
        for cells in _texts(state, rows, shown):
            widest = [max(pair, key=_wide) for pair in zip(widest, cells, strict=True)]
    return DrawingMaker(lambda state, frame, seen, _: _drawing(state, frame, seen, widest))


def _drawing(state: State, frame: Frame, shown: Visibility, widest: Sequence[str]) -> Drawing:
    if frame.audience is Audience.PAPER:
        return Drawing(frame, tuple(_Sheet(state, frame, shown, widest).shapes()))
    return points_on_screen(state, frame, shown)


class _Sheet(Struct, frozen=True):
    """As many points as a sheet has room for, total and mean below; of what is asked for, a ? in
    the row of the point that is shown. ``widest``: cells that the columns have room for."""

    state: State
    frame: Frame
    shown: Visibility
    widest: Sequence[str]

    def shapes(self) -> list[Shape]:
        """All of them."""
        em, count = self.frame.em, self.state.descent.lesson.objective.points
        high, fits = self._rows(count)
        first = count if count <= fits else fits - 1  # one line says how many more there are
        heads = _heads(self.state, self.frame)
        rows = _said(_texts(self.state, np.arange(first), self.shown), self.frame)
        size = min(_BODY * em, _OF_ROW * high)
        kept = _said([self.widest], self.frame) if self.widest else []
        rights, size = self._columns([heads, *rows, *kept], size)
        grid = Grid(_MARGIN * em, rights, _HEAD * em, high, size, "regular")
        shapes = [*grid.heads(heads, min(_SMALL * em, size), 1), *grid.rows(rows, _ERROR)]
        below = first
        if first < count:
            more = message("… {count} more", count=count - first)
            shapes += grid.remark(self.frame.speech.words(more), first, rights[-1])
            below += 1
        right = self.frame.width - _MARGIN * em
        shapes += [grid.rule(row, right, _RULE * em, "line") for row in (0, below)]
        shapes += self._step(grid, first, below)
        return [*shapes, *(grid.sums(self._sums(), below) if self.shown.mean else [])]

    def _rows(self, count: int) -> tuple[float, int]:
        """How high a row is, and how many have room."""
        em, lines = self.frame.em, 2 if count > 1 else 1
        room = self.frame.height - (_HEAD + _BOTTOM) * em
        high = min(max(room / (count + lines), _LEAST_HIGH * em), _MOST_HIGH * em)
        return high, int(room / high + _ROUNDING) - lines

    def _columns(self, rows: Sequence[Sequence[str]], size: float) -> tuple[list[float], float]:
        """The right end of every column, and the letters in which all of them have room."""
        room = self.frame.width - 2 * _MARGIN * self.frame.em
        wides = [max(map(_wide, column)) for column in zip(*rows, strict=True)]
        need = sum(wides) + _APART * (len(wides) - 1)
        size = min(size, room / need)
        spare = (room - need * size) / len(wides)
        ends = accumulate(wide * size + spare for wide in wides)
        left = _MARGIN * self.frame.em
        return [left + end + k * _APART * size for k, end in enumerate(ends)], size

    def _step(self, grid: Grid, first: int, below: int) -> list[Shape]:
        """A bar before each point of the step, where it is made of some; below, what they are."""
        rows: Array | None = shown_rows(self.state.descent)
        if rows is None:
            return []
        pen = Pen(Paint("now"), _THICK * self.frame.em)
        x, half = grid.left - _BAR * self.frame.em, 0.3 * grid.high
        middles = [grid.middle(row) for row in (*rows[rows < first].tolist(), below)]
        bars = [line((x, y - half), (x, y + half), pen=pen) for y in middles]
        words = message("this step’s {points} points", points=str(len(rows)))
        if len(rows) == 1:
            words = message("this step’s point")
        return [*bars, *grid.remark(self.frame.speech.words(words), below)]

    def _sums(self) -> list[tuple[str, str]]:
        speech, sums = self.frame.speech, point_sums(self.state.descent, printed(self.state))
        return [(speech.words(name), speech.number(value)) for name, value in sums.lines]


def _texts(state: State, rows: Array, shown: Visibility) -> list[tuple[str, ...]]:
    return point_texts(state.descent, rows, shown, state.display.point, printed(state))


def _said(rows: Iterable[Sequence[str]], frame: Frame) -> list[list[str]]:
    return [[frame.speech.number(text) for text in row] for row in rows]


def _heads(state: State, frame: Frame) -> list[str]:
    return [
        frame.speech.words(Message(name))
        for name in (*column_names(state.descent), loss_word(state.descent))
    ]


def _wide(text: str) -> float:
    """At a size of 1."""
    return width_of(text, 1.0)
