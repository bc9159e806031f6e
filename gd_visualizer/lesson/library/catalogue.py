"""How a lesson is found by its name."""

import os
from itertools import pairwise
from pathlib import Path

from msgspec.structs import replace

from gd_visualizer.lesson.file.data.bare_table import no_lesson
from gd_visualizer.lesson.file.data.table_name import is_table
from gd_visualizer.lesson.file.reader import read_lesson
from gd_visualizer.lesson.file.refusal import AND, LessonError, listed, shown
from gd_visualizer.lesson.lesson import Lesson
from gd_visualizer.lesson.library.built_in import (
    BUILT_IN,
    LECTURE,
    PLAYGROUND,
    resources_folder,
)
from gd_visualizer.text.message import message


def load(id: str) -> Lesson:
    """The built-in lesson ``id``. Raises LessonError."""
    if id not in BUILT_IN:
        raise _unknown(id)
    return read_lesson(resources_folder() / "lessons" / f"{id}.toml")


def following(lesson: Lesson) -> str | None:
    """The id of the built-in lesson after a built-in one; None after the last of its group and
    after others."""
    if lesson.source or lesson.id not in BUILT_IN:
        return None
    return dict((*pairwise(LECTURE), *pairwise(PLAYGROUND))).get(lesson.id)


def find(text: str) -> Lesson:
    """The built-in lesson of that id, else the lesson in the file of that name.

    A built-in lesson's namesake among files is reached by its path. Raises LessonError, about a
    table with what a lesson would have to say.
    """
    if text in BUILT_IN:
        return load(text)
    is_path = text.endswith(".toml") or any(c in text for c in {"/", os.sep})
    if is_path or os.path.exists(text):
        if is_table(text):
            raise no_lesson(Path(text))
        return replace(read_lesson(Path(text)), source=os.path.abspath(text))
    raise _unknown(text)


def _unknown(text: str) -> LessonError:
    words = message(
        "no lesson or file named {name}; the built-in lessons are {known}",
        name=shown(text),
        known=listed(BUILT_IN, AND),
    )
    return LessonError(words)
