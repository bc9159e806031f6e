"""Points from the columns of a table that a person has chosen."""

from array import array
from collections.abc import Iterator, Sequence
from typing import NamedTuple

import numpy as np

from gd_visualizer.core.arrays import Floats
from gd_visualizer.lesson.data import Data
from gd_visualizer.lesson.file.data.class_words import two_classes
from gd_visualizer.lesson.file.data.decimal_mark import Cell, decimal_mark, value
from gd_visualizer.lesson.file.data.dialect import Row, column_words
from gd_visualizer.lesson.file.refusal import Refusal, naming
from gd_visualizer.lesson.file.text_file import line_and_column
from gd_visualizer.lesson.table.opened import ColumnKind, OpenedTable, is_gap
from gd_visualizer.text.errors import RefusedValue, own
from gd_visualizer.text.message import message

_TAKEN = (ColumnKind.NUMBERS, ColumnKind.CLASSES)
_SPREAD = 30.0  # how much wider one input may be than another


class Chosen(NamedTuple):
    """The points, and how many rows were left out because one of their cells is empty or no
    number."""

    data: Data
    left_out: int


def suggested(table: OpenedTable) -> tuple[tuple[int, ...], tuple[int, ...]]:
    """Inputs and target as most tables have them: the last column that can be a target, and the
    columns of numbers before it."""
    targets = [k for k, column in enumerate(table.columns) if column.kind in _TAKEN]
    target = targets[-1:]
    numbers = [k for k, one in enumerate(table.columns) if one.kind is ColumnKind.NUMBERS]
    inputs = [k for k in numbers if k not in target]
    return tuple(inputs[:64]), tuple(target)


def choose(
    table: OpenedTable,
    inputs: Sequence[int],
    targets: Sequence[int],
    classes: tuple[float, float],
    mark: str | None = None,
) -> Chosen:
    """The points of these columns (from 0); a target of two words becomes the two ``classes``, the
    word that comes first the lower one.

    ``mark`` before decimals, None: to be found. Raises LessonError in one sentence.
    """
    with naming(table.name):
        _check(table, inputs, targets)
        columns = (*inputs, *targets)
        words = [k for k in columns if table.columns[k].kind is ColumnKind.CLASSES]
        numbers = [k for k in columns if k not in words]
        mark = mark or decimal_mark(_cells(table, numbers), table.text.between)
        reader = _Reader(table, columns, words, mark, classes)
        values, left_out = reader.read()
        if not len(values):
            raise Refusal("", message("every row has a gap in one of the columns that are chosen"))
        X, y = np.hsplit(values, [len(inputs)])
        named = table.header
        data = Data(
            X,
            y,
            inputs=tuple(table.columns[k].name for k in inputs) if named else (),
            targets=tuple(table.columns[k].name for k in targets) if named else (),
            classes=reader.words,
        )
        return Chosen(data, left_out)


def differ_widely(X: Floats) -> bool:
    """Whether the inputs ``X`` (N, inputs) differ so much in size that scaling them helps: one is
    30 times as wide, or as far from 0, as another."""
    sizes = np.sqrt((X**2).mean(axis=0))
    known = sizes[sizes > 0]
    return len(known) > 1 and bool(known.max() > _SPREAD * known.min())


def _check(table: OpenedTable, inputs: Sequence[int], targets: Sequence[int]) -> None:
    if not inputs:
        raise Refusal("", message("expected at least one input"))
    if not targets:
        raise Refusal("", message("expected a target"))
    if len(targets) > 1 and any(table.columns[k].kind is ColumnKind.CLASSES for k in targets):
        raise Refusal("", message("words are the classes of one output"))
    for k in (*inputs, *targets):
        column = table.columns[k]
        if column.kind is ColumnKind.NUMBERS or (
            column.kind is ColumnKind.CLASSES and k in targets
        ):
            continue
        words = message("column {name}: expected numbers", name=own(column.name))
        if k in targets:
            words = message("column {name}: expected numbers or two words", name=own(column.name))
        raise Refusal("", words)


def _cells(table: OpenedTable, columns: Sequence[int]) -> Iterator[Cell]:
    for row in table.body():
        for k in columns:
            name = table.columns[k].name
            yield Cell(line_and_column(str(row.line), name), row.cells[k])


class _Reader:
    """Reads the rows once, into numbers."""

    def __init__(
        self,
        table: OpenedTable,
        columns: Sequence[int],
        words: Sequence[int],
        mark: str,
        classes: tuple[float, float],
    ) -> None:
        self._table, self._columns, self._words = table, columns, words
        self._mark, self._classes = mark, classes
        self._met: list[str] = []

    @property
    def words(self) -> tuple[str, str] | None:
        """The words of the two classes, where there are some."""
        return (self._met[0], self._met[1]) if self._words else None

    def read(self) -> tuple[Floats, int]:
        """The values (rows, columns) without rows that have a gap, and how many those are."""
        numbers, left_out = array("d"), 0
        for row in self._table.body():
            found = self._row(row)
            if found is None:
                left_out += 1
            else:
                numbers.extend(found)
        if self._words:
            self._check_words()
        return np.array(numbers, dtype=np.float64).reshape(-1, len(self._columns)), left_out

    def _row(self, row: Row) -> list[float] | None:
        found = []
        for k in self._columns:
            number = self._class(row.cells[k]) if k in self._words else self._number(row.cells[k])
            if number is None:
                return None
            found.append(number)
        return found

    def _number(self, cell: str) -> float | None:
        try:
            return None if is_gap(cell) else value(cell, self._mark, self._table.text.between)
        except RefusedValue:
            return None

    def _class(self, cell: str) -> float | None:
        if is_gap(cell):
            return None
        if cell not in self._met:
            self._met.append(cell)
            if len(self._met) > 2:
                self._check_words()
        return self._classes[self._met.index(cell)]

    def _check_words(self) -> None:
        """Raises Refusal where they are not two."""
        name = self._table.columns[self._words[0]].name
        two_classes(column_words(name), self._met)
