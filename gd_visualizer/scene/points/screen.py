"""The points on a screen: a table as large as its letters may be, with the errors as bars."""

from collections.abc import Sequence
from functools import lru_cache
from itertools import accumulate

import numpy as np
from msgspec import Struct

from gd_visualizer.core.arrays import Array
from gd_visualizer.descent.state.display import tells_parts
from gd_visualizer.descent.state.shown_step import shown_rows
from gd_visualizer.descent.state.state import State
from gd_visualizer.drawing.frame import Frame
from gd_visualizer.drawing.shapes import Box, Dots, Drawing, Paint, Rect, Shape
from gd_visualizer.drawing.typeface import width_of
from gd_visualizer.scene.explanation.block import Target
from gd_visualizer.scene.explanation.of_state import printed
from gd_visualizer.scene.points.errors import error_bars
from gd_visualizer.scene.points.grid import Grid, lines_of
from gd_visualizer.scene.points.rows import seen_rows, worst_are_seen
from gd_visualizer.scene.points.table import (
    COLUMNS,
    column_names,
    loss_word,
    point_sums,
    point_texts,
)
from gd_visualizer.scene.visibility import Visibility
from gd_visualizer.text.message import Message, message

INPUTS, ERROR = COLUMNS.index("inputs"), COLUMNS.index("error")
_HIGH, _LOW = 2.4, 1.35  # ems of a row, at most and at least
_LARGEST, _OF_ROW = 1.3, 0.7  # ems of letters, at most; of a row's height
_HEAD, _APART, _LEAST = 1.25, 0.8, "0.00"  # ems of a head's line, between columns; a least width
_MARK = 0.7  # ems at the left, for the marks of the step's points
_BARS, _LEAST_BARS, _BESIDE = 16.0, 5.0, 1.4  # ems of the bars' width, and before them


class _Columns(Struct, frozen=True):
    """Which ``columns`` of a row's texts there are, with their right ends, at a ``size``."""

    columns: Sequence[int]
    rights: Sequence[float]
    size: float


@lru_cache(maxsize=4)  # now and next, in the window and before a class
def points_on_screen(state: State, frame: Frame, shown: Visibility) -> Drawing:
    """As many points as have room, all numbers of them that may be seen, what all come to; the bars
    where there is room for them too. ``areas`` are the columns by name."""
    return _Screen(state, frame, shown).drawing()


class _Screen:
    """What one picture is made of."""

    def __init__(self, state: State, frame: Frame, shown: Visibility) -> None:
        self.state, self.frame, self.shown = state, frame, shown
        self.told = state.descent.lesson.view.tells_loss
        self.sums = self._sums() if self.told else []
        names = (*column_names(state.descent), *((loss_word(state.descent),) if self.told else ()))
        self.names = names
        self.heads = [frame.speech.words(Message(name)) for name in names]
        self.head = frame.em * _HEAD * max(len(lines_of(head, 2)) for head in self.heads)
        count = state.descent.lesson.objective.points
        below = len(self.sums) + 0.3
        room = frame.height - self.head
        fits = max(int(room / (_LOW * frame.em) - below), 1)
        cut = count > fits
        self.rows = seen_rows(state.descent, state.display.point, max(fits - cut, 1), shown.errors)
        self.left_out = count - len(self.rows)
        lines = len(self.rows) + (self.left_out > 0) + below
        self.high = min(max(room / lines, _LOW * frame.em), _HIGH * frame.em)
        self.top = self.head + max(room - lines * self.high, 0.0) / 2

    def drawing(self) -> Drawing:
        """All of it."""
        frame, texts = self.frame, self._texts()
        columns = self._columns(texts)
        grid = Grid(0.0, columns.rights, self.top, self.high, columns.size, "semibold", self.head)
        shown = [[row[k] for k in columns.columns] for row in texts]
        heads = [self.heads[k] for k in columns.columns]
        shapes = [
            *self._lights(columns.rights[-1]),
            *grid.heads(heads, min(columns.size, frame.size(1)), 2),
        ]
        shapes += grid.rows(shown, list(columns.columns).index(ERROR))
        shapes += self._marks(grid)
        below = len(self.rows)
        if self.left_out:
            shapes += self._gaps(grid, columns.rights[-1])
            shapes += grid.remark(self._rest(grid, columns.rights[-1]), below, columns.rights[-1])
            below += 1
        if any(value for _, value in self.sums):
            shapes.append(grid.rule(below, columns.rights[-1], 2.0, "grid"))
        shapes += grid.sums(self.sums, below)
        shapes += self._bars(grid, columns.rights[-1])
        return Drawing(frame, tuple(shapes), self._areas(columns))

    def _gaps(self, grid: Grid, right: float) -> list[Shape]:
        """A thin line wherever points between two rows are left out."""
        ends = np.flatnonzero(np.diff(self.rows) > 1) + 1
        return [grid.rule(int(row), right, 1.0, "line") for row in ends]

    def _rest(self, grid: Grid, right: float) -> str:
        """How many more points there are, and which of them are seen, where that has room."""
        words, count = self.frame.speech.words, self.left_out
        short = words(message("… {count} more", count=count))
        if not (self.shown.errors and worst_are_seen(self.state.descent)):
            return short
        long = words(
            message("… {count} more; those with the largest errors are shown", count=count)
        )
        return long if grid.remark_width(long) <= right else short

    def _texts(self) -> list[list[str]]:
        state, speech = self.state, self.frame.speech
        found = point_texts(
            state.descent, self.rows, self.shown, state.display.point, printed(state)
        )
        return [[speech.number(text) for text in row[: len(self.names)]] for row in found]

    def _columns(self, texts: Sequence[Sequence[str]]) -> _Columns:
        """All columns; without the inputs, or in smaller letters, where they are too wide."""
        em, wanted = self.frame.em, list(range(len(self.names)))
        size = max(min(_LARGEST * em, _OF_ROW * self.high), em)
        made = self._placed(texts, wanted, size)
        while made.rights[-1] + (_BESIDE + _LEAST_BARS) * em > self.frame.width and size > em:
            size = max(size * 0.95, em)
            made = self._placed(texts, wanted, size)
        if made.rights[-1] > self.frame.width:
            made = self._placed(texts, [k for k in wanted if k != INPUTS], size)
        while made.rights[-1] > self.frame.width and size > self.frame.em / 2:
            size *= 0.95
            made = self._placed(texts, made.columns, size)
        return made

    def _placed(
        self, texts: Sequence[Sequence[str]], wanted: Sequence[int], size: float
    ) -> _Columns:
        wides = []
        for k in wanted:
            said = [row[k] for row in texts]
            words = (*said, *lines_of(self.heads[k], 2), *([_LEAST] if k else []))
            wides.append(max(width_of(text, size, "semibold") for text in words))
        gaps = [wide + _APART * size for wide in wides]
        gaps[0] += _MARK * size - _APART * size
        return _Columns(wanted, list(accumulate(gaps)), size)

    def _lights(self, right: float) -> list[Shape]:
        """What a click selects, the row that is shown lit."""
        made: list[Shape] = []
        for k, point in enumerate(self.rows.tolist()):
            rect = (0.0, self.top + k * self.high, right + 0.4 * self.frame.em, self.high)
            fill = Paint("now_soft") if point == self.state.display.point else None
            made.append(Box(rect, fill, round=self.high * 0.12, name=Target(point=point)))
        return made

    def _marks(self, grid: Grid) -> list[Shape]:
        """A dot before each point of the step, where it is made of some."""
        step: Array | None = shown_rows(self.state.descent)
        if step is None:
            return []
        places = [k for k, row in enumerate(self.rows.tolist()) if row in step]
        centers = np.array([[0.3 * self.frame.em, grid.middle(k)] for k in places])
        return [Dots(centers, 0.16 * self.frame.em, Paint("now"))] if places else []

    def _bars(self, grid: Grid, right: float) -> list[Shape]:
        """Beside the table, once errors may be seen."""
        em = self.frame.em
        left = right + _BESIDE * em
        room = min(self.frame.width - left, _BARS * em)
        if room < _LEAST_BARS * em or not self.shown.errors:
            return []
        bars = error_bars(self.state, self.rows)
        return bars.shapes(grid, left, room, self.rows) if bars else []

    def _areas(self, columns: _Columns) -> dict[str, Rect]:
        """Where each column is, by its name."""
        lefts = (0.0, *columns.rights)
        return {
            (*COLUMNS, "loss")[k]: (left, 0.0, right - left, self.frame.height)
            for k, left, right in zip(columns.columns, lefts, columns.rights, strict=False)
        }

    def _sums(self) -> list[tuple[str, str]]:
        """The total, in a lesson whose beats come to it, and the loss; empty while not known."""
        state, speech = self.state, self.frame.speech
        lesson, sums = state.descent.lesson, point_sums(state.descent, printed(state))
        priced = lesson.objective.penalty is not None
        mean = message("mean + penalty = loss") if priced else message("mean = loss")
        found = [(mean, sums.loss if self.shown.mean else "")]
        if tells_parts(lesson):
            found.insert(0, (message("total"), sums.total if self.shown.total else ""))
        return [(speech.words(name), speech.number(value)) for name, value in found]
