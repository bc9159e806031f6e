"""The CSV file of a lesson: columns of numbers, beside the lesson or below its folder."""

import csv
from collections.abc import Iterable, Iterator, Mapping
from io import StringIO
from itertools import chain
from pathlib import Path, PureWindowsPath
from typing import NamedTuple

from gd_visualizer.core.arrays import Floats, frozen
from gd_visualizer.lesson.message import Message, message
from gd_visualizer.lesson.refusal import (
    Refusal,
    at,
    expected,
    listed,
    naming,
    not_taken,
    own,
    shortened,
    shown,
)
from gd_visualizer.lesson.schema import MAX_POINTS, Column
from gd_visualizer.lesson.text_file import decoded, line_and_column, number, read


class _Row(NamedTuple):
    """A row of the file and the line that it begins on, from 1."""

    line: int
    cells: list[str]


def read_columns(folder: Path | None, file: str, columns: Mapping[str, Column]) -> Floats:
    """The numbers (N, columns) of ``columns`` in ``file``, in their order, read-only.

    ``columns`` are names in the header or numbers from 1, each under its key in the lesson file.
    The first row is a header where a column is named, or where one of its cells that are needed
    is no number. Raises LessonError about the CSV file, Refusal about the lesson file.
    """
    content = _content(_located(folder, file), file)
    with naming(file):
        rows = _rows(decoded(content))
        first = next(rows, None)
        if first is None:
            raise Refusal("", message("expected rows of numbers, got an empty file"))
    places = [_place(key, column, first.cells, file) for key, column in columns.items()]
    named = any(isinstance(column, str) for column in columns.values())
    header = named or any(_is_word(first.cells[place]) for place in places)
    names = first.cells if header else [str(place + 1) for place in range(len(first.cells))]
    with naming(file):
        return _numbers(rows if header else chain([first], rows), places, names)


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


def _rows(text: str) -> Iterator[_Row]:
    """The rows that are not blank, spaces around their cells taken off."""
    reader = csv.reader(StringIO(text, newline=""), strict=True)
    line = 1
    try:
        for cells in reader:
            stripped = [cell.strip() for cell in cells]
            if stripped not in ([], [""]):
                yield _Row(line, stripped)
            line = reader.line_num + 1
    except csv.Error as error:
        words = message("not valid CSV: {problem}", problem=own(str(error)))
        raise Refusal(_line(line), words) from None


def _line(line: int) -> Message:
    return message("line {line}", line=own(str(line)))


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


def _is_word(cell: str) -> bool:
    try:
        float(cell)
    except ValueError:
        return True
    return False


def _numbers(rows: Iterable[_Row], places: list[int], names: list[str]) -> Floats:
    values: list[list[float]] = []
    for row in rows:
        if len(values) == MAX_POINTS:
            words = message("expected at most {most} rows of numbers", most=MAX_POINTS)
            raise Refusal(_line(row.line), words)
        values.append([_value(row, place, names[place]) for place in places])
    if not values:
        raise Refusal("", message("expected rows of numbers below the header, got none"))
    return frozen(values)


def _value(row: _Row, place: int, name: str) -> float:
    where = line_and_column(str(row.line), shortened(name))
    if place >= len(row.cells):
        count = own(str(len(row.cells)))
        raise Refusal(where, message("expected a number, got a row of {count}", count=count))
    try:
        return number(row.cells[place])
    except ValueError as error:
        raise not_taken(where, error, row.cells[place]) from None
