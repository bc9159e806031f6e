"""Values as TOML that a person would write: round numbers, and lists on lines of their own."""

import json
import math
import re
from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

Value = bool | int | float | str | Sequence["Value"] | Mapping[str, "Value"]
_WIDTH = 88
_INDENT = "    "
_WHOLE = 1e15  # whole numbers below it are written without a point
_COMMENT_AT = 35  # the column where comments begin, if there is room


class Entry(NamedTuple):
    """A key of a table, its value, and what a reader should know of it."""

    key: str
    value: Value
    comment: str = ""


def table(name: str, entries: Iterable[Entry]) -> str:
    """The table ``name`` with its lines; "" where it has none."""
    lines = [entry_text(entry) for entry in entries]
    return "\n".join((f"[{name}]", *lines, "")) if lines else ""


def entry_text(entry: Entry) -> str:
    """``key = value``, the comment behind it, or above it where the value takes several lines."""
    text = f"{entry.key} = {value_text(entry.value, len(entry.key) + 3)}"
    if not entry.comment:
        return text
    behind = f"{text:<{_COMMENT_AT - 1}} # {entry.comment}"
    if "\n" in text or len(behind) > _WIDTH + 12:
        return f"# {entry.comment}\n{text}"
    return behind


def value_text(value: Value, used: int = 0, depth: int = 0) -> str:
    """``value`` after ``used`` letters of its line; long lists on several lines."""
    text = _flat(value)
    if not _is_list(value) or used + len(text) <= _WIDTH:
        return text
    inner = _INDENT * (depth + 1)
    items = [value_text(item, len(inner) + 1, depth + 1) for item in value]  # type: ignore[union-attr]
    return "\n".join(("[", *_packed(items, inner), _INDENT * depth + "]"))


def number_text(value: float) -> str:
    """The shortest digits that read back to the same float64; 3 instead of 3.0."""
    if value.is_integer() and abs(value) < _WHOLE and not _minus_zero(value):
        return str(int(value))
    return repr(float(value))


def line_text(text: str) -> str:
    """A text of one line in quotes."""
    return json.dumps(text, ensure_ascii=False)


def lines_text(text: str) -> str:
    """A text of several lines as they are, between three quotes each."""
    text = re.sub(r'"(?="|\Z)', r"\"", text.replace("\\", "\\\\"))
    return f'"""\n{text}"""'


def _flat(value: Value) -> str:
    match value:
        case bool():
            return "true" if value else "false"
        case str():
            return lines_text(value) if "\n" in value or "\t" in value else line_text(value)
        case int():
            return str(value)
        case float():
            return number_text(value)
        case Mapping():
            return f"{{ {', '.join(f'{key} = {_flat(one)}' for key, one in value.items())} }}"
    return f"[{', '.join(map(_flat, value))}]"


def _is_list(value: Value) -> bool:
    return isinstance(value, Sequence) and not isinstance(value, str)


def _packed(items: Iterable[str], indent: str) -> list[str]:
    """As many items on a line as have room."""
    lines, line = [], indent
    for item in items:
        alone = "\n" in item
        if line.strip() and (alone or len(line) + len(item) + 1 > _WIDTH):
            lines.append(line.rstrip())
            line = indent
        line += f"{item}, "
        if alone:
            lines.append(line.rstrip())
            line = indent
    return [*lines, line.rstrip()] if line.strip() else lines


def _minus_zero(value: float) -> bool:
    return value == 0 and math.copysign(1, value) < 0
