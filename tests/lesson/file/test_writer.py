"""What is written of a lesson is read back as the same lesson."""

import tomllib
from collections.abc import Mapping
from typing import Any

import numpy as np
import pytest
from hypothesis import given

from gd_visualizer.lesson.file.reader import lesson_of, parse_lesson
from gd_visualizer.lesson.file.writing.layout import number_text
from gd_visualizer.lesson.file.writing.writer import lesson_text
from gd_visualizer.lesson.lesson import Lesson
from gd_visualizer.lesson.library.built_in import BUILT_IN
from gd_visualizer.lesson.library.catalogue import load
from tests.core.strategies import proof
from tests.lesson.file.documents import NUMBERS, documents


def bits(array: np.ndarray | None) -> bytes | None:
    return None if array is None else array.tobytes()


def told(lesson: Lesson) -> dict[str, object]:
    """All that a lesson is, comparable: numbers by their bits."""
    fit, data = lesson.fit, lesson.data
    plain = {name: getattr(lesson, name) for name in lesson.__struct_fields__}
    for name in ("objective", "start", "given", "found", "taught", "source"):
        del plain[name]
    price = (None, None) if fit.penalty is None else (fit.penalty.l1, fit.penalty.l2)
    arrays = (lesson.start, fit.X, fit.y, data.X, data.y, *data.rows, *price)
    columns = {name: getattr(data, name) for name in set(data.__struct_fields__) - {"X", "y"}}
    return (
        plain
        | columns
        | {"arrays": [bits(array) for array in arrays]}
        | {"network": fit.network, "loss": fit.loss.name}
    )


def again(lesson: Lesson) -> Lesson:
    return parse_lesson(lesson_text(lesson).encode(), "other.toml", None)


@pytest.mark.parametrize("name", BUILT_IN)
def test_a_built_in_lesson_is_the_same_after_writing(name: str) -> None:
    assert told(again(load(name))) == told(load(name))


@given(documents())
@proof(150)
def test_any_lesson_is_the_same_after_writing(document: Mapping[str, Any]) -> None:
    lesson = lesson_of(dict(document), "x.toml", None)
    assert told(again(lesson)) == told(lesson)


@given(NUMBERS)
@proof(300)
def test_a_number_is_as_short_as_it_can_be(value: float) -> None:
    text = number_text(value)
    read = float(tomllib.loads(f"x = {text}")["x"])
    assert np.float64(read).tobytes() == np.float64(value).tobytes()
    assert not text.endswith(".0") or text == "-0.0"
    assert len(text) <= len(repr(value))


def test_the_file_is_one_that_a_person_would_write() -> None:
    text = lesson_text(load("learning-rate"), stem="learning-rate")
    assert text.startswith('format = 1\ntitle = "Too big a step"\n')
    assert "inputs = [[3]] " in text
    assert 'do = ["keep", "rate = 1/9"]' in text
    assert "3.0" not in text


def test_long_lists_take_several_lines_of_whole_points() -> None:
    document = tomllib.loads(lesson_text(load("many-steps")))
    document["data"]["inputs"] = [[k / 8, -k] for k in range(40)]
    document["data"]["targets"] = list(range(40))
    lines = lesson_text(lesson_of(document, "x.toml", None)).splitlines()
    assert max(len(line) for line in lines if not line.startswith(("Ask", "Show", "Often"))) <= 100
    assert sum(line.startswith("    [") for line in lines) >= 4
