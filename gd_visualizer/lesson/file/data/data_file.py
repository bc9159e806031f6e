"""The CSV file of a lesson: columns of numbers, beside the lesson or below its folder."""

from collections.abc import Iterable, Mapping
from itertools import chain
from pathlib import Path, PureWindowsPath
from typing import NamedTuple

import numpy as np

from gd_visualizer.core.arrays import Floats, frozen
from gd_visualizer.lesson.file.data.class_words import Classes
from gd_visualizer.lesson.file.data.decimal_mark import (
    MARKS,
    POINT,
    Cell,
    decimal_mark,
    is_word,
    value,
)
from gd_visualizer.lesson.file.data.dialect import (
    COMMA,
    SIGNS,
    Row,
    column_words,
    line_of,
    other_width,
    table_text,
)
from gd_visualizer.lesson.file.refusal import (
    Refusal,
    at,
    expected,
    listed,
    naming,
    not_taken,
    quoted,
    shortened,
    shown,
)
from gd_visualizer.lesson.file.schema import MAX_POINTS, Column
from gd_visualizer.lesson.file.text_file import line_and_column, read
from gd_visualizer.text.errors import own
from gd_visualizer.text.message import Message, message, translatable


class Read(NamedTuple):
    """The numbers (N, columns), read-only, and what was found of how they are written, where that
    is not what a program would write; what the columns are called, () without a header; and the
    words of their classes."""

    values: Floats
    found: Message | None
    names: tuple[str, ...] = ()
    classes: tuple[str, str] | None = None


class _Needed(NamedTuple):
    """Where the needed columns lie in a row, from 0, and what all columns are called."""

    places: list[int]
    names: list[str]
    between: str

    def where(self, row: Row, place: int) -> Message:
        return line_and_column(str(row.line), shortened(self.names[place]))


def read_columns(
    folder: Path | None,
    file: str,
    columns: Mapping[str, Column],
    decimal: str | None = None,
    classes: Classes | None = None,
) -> Read:
    """The numbers of ``columns`` in ``file``, in their order; the last column may hold words, which
    are ``classes``.

    ``columns`` are names in the header or numbers from 1, each under its key in the lesson file.
    The first row is a header where a column is named, or where one of its cells that are needed
    is no number. ``decimal`` is the mark before decimals, None: to be found. Raises LessonError
    about the CSV file, Refusal about the lesson file.
    """
    content = _content(_located(folder, file), file)
    with naming(file):
        text = table_text(content)
        rows = text.rows()
        first = next(rows, None)
        if first is None:
            raise Refusal("", message("expected rows of numbers, got an empty file"))
    places = [_place(key, column, first.cells, file) for key, column in columns.items()]
    named = any(isinstance(column, str) for column in columns.values())
    numbers = places[:-1] if classes else places
    header = named or any(is_word(first.cells[place]) for place in numbers)
    names = first.cells if header else [str(place + 1) for place in range(len(first.cells))]
    needed = _Needed(places, names, text.between)
    with naming(file):
        table = _rows(rows if header else chain([first], rows), header, needed)
        words = _has_words(table, needed, classes)
        counted = needed._replace(places=places[:-1]) if words else needed
        mark = decimal or decimal_mark(_cells(table, counted), text.between)
        values = _numbers(table, counted, mark)
        if words:
            values = frozen(np.column_stack([values, _class_values(table, needed, words)]))
    called = tuple(names[place] for place in places) if header else ()
    found = _found(file, text.between, mark)
    return Read(values, found, called, words.words if words else None)


def _has_words(table: list[Row], needed: _Needed, classes: Classes | None) -> Classes | None:
    """``classes``, which know their words now, where the last column holds words and no number."""
    place = needed.places[-1]
    words = [row.cells[place] for row in table if row.cells[place]]
    if classes is None or not (classes.words or (words and all(map(is_word, words)))):
        return None
    classes.meet(column_words(needed.names[place]), words)
    return classes


def _class_values(table: list[Row], needed: _Needed, classes: Classes) -> list[float]:
    place, values = needed.places[-1], []
    for row in table:
        value = classes.value(row.cells[place])
        if value is None:
            known = listed([quoted(word) for word in classes.words or ()])
            raise expected(needed.where(row, place), known, row.cells[place])
        values.append(value)
    return values


def _found(file: str, between: str, mark: str) -> Message | None:
    if (between, mark) == (COMMA, POINT):
        return None
    words = translatable("{file}: read with {signs} between columns and {marks}")
    values = {"file": own(file), "signs": SIGNS[between], "marks": MARKS[mark]}
    return Message(words, values)


def _located(folder: Path | None, file: str) -> Path:
    """The path of ``file``, links followed. Raises Refusal if it leads out of ``folder``."""
    if folder is None:
        words = message("expected inputs and targets in a lesson that has no folder")
        raise Refusal("data.file", words)
    outside = expected("data.file", message("a file in the lesson's folder or below it"), file)
    # Windows' rules know both slashes, so that a lesson is refused alike on every system.
    as_windows = PureWindowsPath(file)
    if as_windows.anchor or ".." in as_windows.parts:
        raise outside
    try:
        root = folder.resolve()
        path = (root / file).resolve()
    except (OSError, RuntimeError, ValueError):  # a ring of links, a NUL in the name
        raise outside from None
    if not path.is_relative_to(root):
        raise outside
    return path


def _content(path: Path, file: str) -> bytes:
    try:
        return read(path)
    except Refusal as refusal:
        raise Refusal("data.file", at(shown(file), refusal.message)) from None


def _place(key: str, column: Column, first: list[str], file: str) -> int:
    """Where ``column`` lies in a row, from 0; ``first`` is the first row."""
    its = own(file)
    if isinstance(column, int):
        if column > len(first):
            has = message("a column of {file}, which has {count}", file=its, count=len(first))
            raise expected(key, has, column)
        return column - 1
    name = column.strip()
    if name not in first:
        known = listed([shortened(cell) for cell in first if cell][:20])
        raise expected(key, message("a column of {file}, {known}", file=its, known=known), column)
    if first.count(name) > 1:
        words = message("a name that only one column of {file} has", file=its)
        raise expected(key, words, column)
    return first.index(name)


def _rows(rows: Iterable[Row], header: bool, needed: _Needed) -> list[Row]:
    """The rows of numbers, at most as many as a lesson takes, with all the cells they need."""
    table: list[Row] = []
    for row in rows:
        if len(table) == MAX_POINTS:
            words = message("expected at most {most} rows of numbers", most=MAX_POINTS)
            raise Refusal(line_of(row.line), words)
        for place in needed.places:
            if place >= len(row.cells):
                words = message("expected a number, got a row of {count}", count=len(row.cells))
                raise Refusal(needed.where(row, place), words)
        if needed.between == COMMA:
            _check_width(row, len(needed.names), header)
        table.append(row)
    if not table:
        raise Refusal("", message("expected rows of numbers below the header, got none"))
    return table


def _check_width(row: Row, width: int, header: bool) -> None:
    """Raises Refusal where a comma may be a decimal one: it makes a row longer than the others."""
    if any(row.cells[width:]) or (len(row.cells) < width and not header):
        raise other_width(row, width)


def _cells(table: list[Row], needed: _Needed) -> Iterable[Cell]:
    return (
        Cell(needed.where(row, place), row.cells[place]) for row in table for place in needed.places
    )


def _numbers(table: list[Row], needed: _Needed, mark: str) -> Floats:
    return frozen([[_value(row, place, needed, mark) for place in needed.places] for row in table])


def _value(row: Row, place: int, needed: _Needed, mark: str) -> float:
    try:
        return value(row.cells[place], mark, needed.between)
    except ValueError as error:
        raise not_taken(needed.where(row, place), error, row.cells[place]) from None
