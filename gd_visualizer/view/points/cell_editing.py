"""Typing other inputs or another actual value of a point, in the table itself."""

import re
from functools import partial

from PySide6.QtCore import QRectF
from PySide6.QtWidgets import QWidget

from gd_visualizer.descent.state.state import State
from gd_visualizer.drawing.shapes import Box, Drawing
from gd_visualizer.scene.explanation.block import Target
from gd_visualizer.text.errors import RefusedValue
from gd_visualizer.text.message import message
from gd_visualizer.view.text.translate import localize_numbers, tr
from gd_visualizer.view.widgets.number_editor import NumberEditor, typed_number
from gd_visualizer.view.wishes import Wishes

EDITED = ("inputs", "actual")
_APART = re.compile(r"\s*;\s*|,\s+|\s+")


class CellEditing:
    """The field over a cell of ``view``, and what it asks for."""

    def __init__(self, view: QWidget, wishes: Wishes) -> None:
        self._wishes = wishes
        self._state: State | None = None
        self._row = 0
        self._count = 1
        self.editor = NumberEditor(view, self._read, self._take)
        self.editor.setAccessibleName(tr("Value of the point"))

    def leave(self) -> None:
        """Takes nothing."""
        self.editor.leave()

    def open(self, state: State, drawing: Drawing, point: int, column: str) -> None:
        """Over the ``column`` of a training ``point`` (from 0); nothing where it is not shown."""
        over = _cell(drawing, point, column)
        if over is None:
            return
        data = state.descent.lesson.data
        self._state, self._row = state, int(data.rows[0][point])
        values = (data.X if column == "inputs" else data.y)[self._row].tolist()
        self._count = len(values)
        shown = "; ".join(localize_numbers(repr(value).removesuffix(".0")) for value in values)
        self.editor.open(column, shown, over, drawing.frame.em)

    def delete(self, state: State) -> None:
        """Without the point that is shown."""
        row = int(state.descent.lesson.data.rows[0][state.display.point])
        self._wishes.delete_point(row)

    def _read(self, text: str) -> list[float]:
        numbers = [typed_number(part) for part in _APART.split(text.strip())]
        known = [number for number in numbers if number is not None]
        if len(known) != len(numbers) or len(known) != self._count:
            words = message("expected {count} numbers with ; between them", count=self._count)
            raise RefusedValue(message("expected a number") if self._count == 1 else words)
        return known

    def _take(self, column: str, values: list[float]) -> None:
        if self._state is None:
            return
        data = self._state.descent.lesson.data
        x, y = data.X[self._row].tolist(), data.y[self._row].tolist()
        place = partial(self._wishes.place_point, self._row)
        if column == "inputs":
            place(values, y)
        else:
            place(x, values)


def _cell(drawing: Drawing, point: int, column: str) -> QRectF | None:
    rows = (
        one.rect
        for one in drawing.shapes
        if isinstance(one, Box) and isinstance(one.name, Target) and one.name.point == point
    )
    row, area = next(rows, None), drawing.areas.get(column)
    if row is None or area is None:
        return None
    return QRectF(area[0], row[1], area[2], row[3])
