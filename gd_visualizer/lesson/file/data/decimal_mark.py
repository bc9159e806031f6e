"""Which mark a table's numbers have before their decimals: a point or a comma.

What might be thousands in groups is never guessed at: 1.234 is one number in London and another
in Berlin.
"""

import re
from collections.abc import Iterable
from contextlib import suppress
from typing import NamedTuple

from gd_visualizer.lesson.file.data.dialect import COMMA
from gd_visualizer.lesson.file.refusal import Refusal, quoted
from gd_visualizer.lesson.file.text_file import number
from gd_visualizer.text.errors import RefusedValue, own
from gd_visualizer.text.message import Message, message, translatable

POINT = "."
MARKS: dict[str, Message] = {POINT: message("decimal points"), ",": message("decimal commas")}
_MARKED = re.compile(r"[+-]?\d*([.,])\d*(?:[eE][+-]?\d+)?")
_THOUSANDS = re.compile(r"[+-]?[1-9]\d{0,2}[.,]\d{3}")
_GROUPED = re.compile(r"[+-]?\d{1,3}([.,' \u00a0\u202f\u2019]\d{3})+([.,]\d*)?")


class Cell(NamedTuple):
    """A cell with its place, for a sentence."""

    where: Message
    text: str


def decimal_mark(cells: Iterable[Cell], between: str) -> str:
    """The mark of the numbers in ``cells``, the sign between columns being ``between``.

    With commas between columns it is the point. Raises Refusal where both marks occur, or where
    the only one may as well part thousands.
    """
    if between == COMMA:
        return POINT
    first: Cell | None = None
    sure = False
    for cell in cells:
        found = _MARKED.fullmatch(cell.text)
        if not found:
            continue
        if first and found[1] not in first.text:
            words = translatable(
                "expected one decimal mark in all numbers, got {got} after {before}"
            )
            values = {"got": own(quoted(cell.text)), "before": own(quoted(first.text))}
            raise Refusal(cell.where, Message(words, values))
        first, sure = first or cell, sure or not _THOUSANDS.fullmatch(cell.text)
    if first and not sure:
        raise Refusal(first.where, _either(first.text))
    return "," if first and "," in first.text else POINT


def _either(text: str) -> Message:
    digits = text.replace(",", ".")
    words = translatable(
        "{got} may be {decimal} or {whole}; say which mark is decimal in [data], decimal = {mark}"
    )
    values: dict[str, str | Message] = {
        "got": own(quoted(text)),
        "decimal": repr(float(digits)),
        "whole": digits.replace(".", ""),
        "mark": own('","' if "," in text else '"."'),
    }
    return Message(words, values)


def is_word(text: str) -> bool:
    """Whether ``text`` is no number whatever its mark, not even in groups, nan or infinite."""
    try:
        float(text.replace(",", POINT))
    except ValueError:
        return _GROUPED.fullmatch(text) is None
    return False


def value(text: str, mark: str, between: str) -> float:
    """The finite number that ``text`` writes with ``mark``. Raises RefusedValue if none."""
    other = "," if mark == POINT else POINT
    if other not in text:
        with suppress(RefusedValue):
            return number(text.replace(mark, POINT))
    raise RefusedValue(_problem(text, mark, between))


def _problem(text: str, mark: str, between: str) -> Message:
    found = _MARKED.fullmatch(text)
    if found and found[1] != mark:
        if mark != POINT:
            return message("expected a decimal comma")
        if between == COMMA:
            return message("expected a decimal point, because commas stand between columns")
        return message("expected a decimal point")
    if _GROUPED.fullmatch(text):
        return message("expected a number without marks between its thousands")
    return message("expected a number")
