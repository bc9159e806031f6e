"""A table where a lesson was expected: what a lesson would say to use it."""

import json
from pathlib import Path

from gd_visualizer.lesson.file.data.decimal_mark import is_word
from gd_visualizer.lesson.file.data.dialect import table_text
from gd_visualizer.lesson.file.refusal import AND, LessonError, Refusal, at, listed
from gd_visualizer.lesson.file.text_file import read
from gd_visualizer.text.errors import own
from gd_visualizer.text.message import Message, message

_MOST = 12  # columns that are named


def no_lesson(path: Path) -> LessonError:
    """The sentence that names the columns of the table at ``path`` and the keys of a lesson."""
    try:
        names = _names(path)
    except Refusal as refusal:
        return LessonError(at(str(path), refusal.message))
    return LessonError(at(str(path), _sentence(path.name, names)))


def _names(path: Path) -> list[str]:
    """The columns' names, or their numbers where the first row has none. Raises Refusal."""
    first = next(table_text(read(path)).rows(), None)
    if first is None:
        raise Refusal("", message("expected a lesson, got an empty table"))
    if not any(map(is_word, first.cells)):
        return [str(place) for place in range(1, len(first.cells) + 1)]
    return [name for name in first.cells if name]


def _sentence(file: str, names: list[str]) -> Message:
    inputs, target = names[:-1] or names, names[-1]
    some = listed([*names[:_MOST], *(["…"] if len(names) > _MOST else [])], AND)
    return message(
        "this is a table with the columns {columns}; a lesson names it in [data], as in "
        "file = {file}, input_columns = {inputs}, target_columns = {targets}",
        columns=some,
        file=own(_toml(file)),
        inputs=own(f"[{', '.join(map(_toml, inputs[:_MOST]))}]"),
        targets=own(f"[{_toml(target)}]"),
    )


def _toml(name: str) -> str:
    return name if name.isascii() and name.isdigit() else json.dumps(name, ensure_ascii=False)
