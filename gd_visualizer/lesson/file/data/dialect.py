"""How a table is written: its encoding, and what stands between its columns.

Spreadsheets write what their country has: semicolons or tabs beside decimal commas, UTF-16, a byte
order mark, a first line ``sep=;``.
"""

import codecs
import csv
import re
from collections.abc import Iterator
from io import StringIO
from itertools import islice
from typing import NamedTuple

from gd_visualizer.lesson.file.refusal import Refusal, shortened
from gd_visualizer.lesson.file.text_file import decoded
from gd_visualizer.text.errors import own
from gd_visualizer.text.message import Message, message

COMMA, SEMICOLON, TAB = ",", ";", "\t"
SIGNS: dict[str, Message] = {
    COMMA: message("commas"),
    SEMICOLON: message("semicolons"),
    TAB: message("tabs"),
}
_SAMPLE = 100  # rows by which the sign between columns is found
_NUMBER = re.compile(r"[+-]?\d*[.,]?\d*([eE][+-]?\d+)?|[+-]?(nan|inf)")
_SIGN_LINE = re.compile(r"sep=([,;\t])\r?\n", re.IGNORECASE)
_UTF_16 = {codecs.BOM_UTF16_LE: "utf-16", codecs.BOM_UTF16_BE: "utf-16"}


class Row(NamedTuple):
    """A row of the file and the line that it begins on, from 1."""

    line: int
    cells: list[str]


class Text(NamedTuple):
    """A table's text, the sign between its columns, and the line that it begins on."""

    text: str
    between: str
    line: int

    def rows(self) -> Iterator[Row]:
        """The rows that are not blank, spaces around their cells taken off. Raises Refusal."""
        return _rows(self.text, self.between, self.line)


def table_text(content: bytes) -> Text:
    """The table that ``content`` writes. Raises Refusal where it is no text, or two signs serve
    alike."""
    text = _text(content)
    told = _SIGN_LINE.match(text)
    if told:
        return Text(text[told.end() :], told[1], 2)
    return Text(text, _between(text), 1)


def _text(content: bytes) -> str:
    """UTF-8, or UTF-16 where a byte order mark or zeros beside the letters say so."""
    name = _UTF_16.get(content[:2])
    if name is None and 0 in content[:2]:
        name = "utf-16-be" if content[0] == 0 else "utf-16-le"
    if name is None:
        return decoded(content)
    try:
        return content.decode(name)
    except UnicodeDecodeError:
        raise Refusal("", message("expected text in UTF-8 or UTF-16, got neither")) from None


def _between(text: str) -> str:
    """The sign that makes a table of ``text``: as many columns in every row, of numbers."""
    scores = {sign: _score(text, sign) for sign in SIGNS if sign in text}
    best = max(scores.values(), default=(False, 0.0))
    found = [sign for sign, score in scores.items() if score == best]
    if len(found) > 1 and best > (False, 0.0):
        first, second = (SIGNS[sign] for sign in found[:2])
        words = message(
            "{first} and {second} both make columns of it; expected one of them between columns",
            first=first,
            second=second,
        )
        raise Refusal("", words)
    return found[0] if found else COMMA


def _score(text: str, sign: str) -> tuple[bool, float]:
    """Whether the first rows have one count of columns, two or more; the share of numbers in the
    rows after the first. (False, 0) for no columns at all."""
    try:
        rows = [row.cells for row in islice(_rows(text, sign, 1), _SAMPLE)]
    except Refusal:
        return False, 0.0
    if all(len(row) < 2 for row in rows):
        return False, 0.0
    cells = [cell for row in rows[1:] or rows for cell in row]
    numbers = sum(1 for cell in cells if _NUMBER.fullmatch(cell))
    return len(set(map(len, rows))) == 1, numbers / len(cells)


def _rows(text: str, between: str, line: int) -> Iterator[Row]:
    reader = csv.reader(StringIO(text, newline=""), delimiter=between, strict=True)
    start, before = line, line - 1
    try:
        for cells in reader:
            stripped = [cell.strip() for cell in cells]
            if any(stripped):
                yield Row(start, stripped)
            start = before + reader.line_num + 1
    except csv.Error as error:
        words = message("not valid CSV: {problem}", problem=own(str(error)))
        raise Refusal(line_of(start), words) from None


def other_width(row: Row, width: int) -> Refusal:
    """The refusal of a row that has not the ``width`` of the first one: a comma in it may be a
    decimal one."""
    words = message(
        "expected as many cells as in the first row, {width}, got {got}; decimal commas need "
        "semicolons or tabs between columns",
        width=width,
        got=len(row.cells),
    )
    return Refusal(line_of(row.line), words)


def column_words(name: str) -> Message:
    """The words ``column price``."""
    return message("column {name}", name=own(shortened(name)))


def line_of(line: int) -> Message:
    """The words ``line 3``; lines are counted from 1."""
    return message("line {line}", line=own(str(line)))
