"""A table that a person opens: its columns, its first rows, and how it is written.

It is read twice, and no cell is kept that is not shown or chosen: a table may be large.
"""

import codecs
from collections.abc import Iterator, Sequence
from enum import Enum
from itertools import islice

from msgspec import Struct

from gd_visualizer.lesson.file.data.decimal_mark import is_word
from gd_visualizer.lesson.file.data.dialect import (
    COMMA,
    Row,
    Text,
    line_of,
    other_width,
    table_text,
)
from gd_visualizer.lesson.file.refusal import Refusal, naming
from gd_visualizer.lesson.file.schema import MAX_POINTS
from gd_visualizer.lesson.file.text_file import check_size
from gd_visualizer.text.message import message

SHOWN = 8  # rows that a person sees before choosing
MOST_COLUMNS = 256
_UTF_16 = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
_CONTROLS = frozenset(range(32)) - frozenset(b"\t\r\n")
_SAMPLE = 1000  # rows by which a column's kind is found
_GAPS = {"", "-", "–", "?", ".", "na", "n/a", "#n/a", "#na", "nan", "null", "none"}


class ColumnKind(Enum):
    """What a column holds."""

    NUMBERS = "numbers"
    CLASSES = "classes"
    WORDS = "words"
    EMPTY = "empty"


class Column(Struct, frozen=True):
    """A column: what it is called, what it holds, and the first ``words`` in it, three at most."""

    name: str
    kind: ColumnKind
    words: tuple[str, ...] = ()


class OpenedTable(Struct, frozen=True, eq=False):
    """A table called ``name``: its ``columns``, how many ``rows`` of cells lie below the header,
    and the ``first`` of them as they are written."""

    name: str
    text: Text
    header: bool
    columns: tuple[Column, ...]
    rows: int
    first: tuple[tuple[str, ...], ...]

    def body(self) -> Iterator[Row]:
        """Its rows without the header, the shorter ones made as long as the others."""
        return _padded(islice(self.text.rows(), int(self.header), None), len(self.columns))


def open_table(content: bytes, name: str) -> OpenedTable:
    """The table that ``content`` writes. Raises LessonError in one sentence about ``name``."""
    with naming(name):
        check_size(len(content))
        text = table_text(_in_utf_8(content))
        sample = list(islice(text.rows(), _SAMPLE + 1))
        if not sample:
            raise Refusal("", message("expected a table, got an empty file"))
        width = len(sample[0].cells) if text.between == COMMA else _widest(text)
        if width > MOST_COLUMNS:
            words = message(
                "expected at most {most} columns, got {got}", most=MOST_COLUMNS, got=width
            )
            raise Refusal("", words)
        padded = list(_padded(sample, width))
        header = _has_header(padded)
        names = padded[0].cells if header else [""] * width
        body = padded[1:] if header else padded
        columns = tuple(
            _column(names[k] or str(k + 1), [row.cells[k] for row in body]) for k in range(width)
        )
        rows = _count(text, width) - header
        if not rows:
            raise Refusal("", message("expected rows of numbers below the header, got none"))
        first = tuple(tuple(row.cells) for row in body[:SHOWN])
        return OpenedTable(name, text, header, columns, rows, first)


def _in_utf_8(content: bytes) -> bytes:
    """``content``, recoded where it is text as Windows writes it in western Europe."""
    try:
        content.decode()
    except UnicodeDecodeError:
        if content[:2] not in _UTF_16 and not _CONTROLS.intersection(content):
            return content.decode("cp1252", "replace").encode()
    return content


def is_gap(cell: str) -> bool:
    """Whether a cell says that its value is not known."""
    return cell.lower() in _GAPS


def _widest(text: Text) -> int:
    return max(len(row.cells) for row in text.rows())


def _count(text: Text, width: int) -> int:
    """How many rows there are. Raises Refusal for too many."""
    count = 0
    for row in _padded(text.rows(), width):
        count += 1
        if count > MAX_POINTS + 1:
            words = message("expected at most {most} rows of numbers", most=MAX_POINTS)
            raise Refusal(line_of(row.line), words)
    return count


def _padded(rows: Iterator[Row] | Sequence[Row], width: int) -> Iterator[Row]:
    """Rows of ``width`` cells. Raises Refusal at one that is longer: a comma may be a decimal
    one."""
    for row in rows:
        if any(row.cells[width:]):
            raise other_width(row, width)
        missing = width - len(row.cells)
        yield Row(row.line, [*row.cells[:width], *([""] * missing)])


def _has_header(rows: Sequence[Row]) -> bool:
    """Whether the first row names the columns: it is words all over, or a column of numbers has a
    word there."""
    first = rows[0].cells
    if not any(map(_says, first)):
        return False
    if all(_says(cell) or not cell for cell in first):
        return True
    below = rows[1:]
    return any(
        _says(cell) and below and all(not _says(row.cells[k]) for row in below)
        for k, cell in enumerate(first)
    )


def _says(cell: str) -> bool:
    return not is_gap(cell) and is_word(cell)


def _column(name: str, cells: Sequence[str]) -> Column:
    known = [cell for cell in cells if not is_gap(cell)]
    if not known:
        return Column(name, ColumnKind.EMPTY)
    words = [cell for cell in known if is_word(cell)]
    different = tuple(dict.fromkeys(words))
    if 2 * len(words) <= len(known):
        return Column(name, ColumnKind.NUMBERS)
    kind = ColumnKind.CLASSES if len(different) == 2 == len(set(known)) else ColumnKind.WORDS
    return Column(name, kind, different[:3])
