"""Figures of numbers at the edge: a picture, or one sentence; never a traceback."""

from pathlib import Path

import pytest
from msgspec.structs import replace

from gd_visualizer.descent.state.camera import Camera
from gd_visualizer.descent.state.descent import Descent
from gd_visualizer.figures.render import render
from gd_visualizer.figures.sheet.request import Request
from gd_visualizer.lesson.file.reader import read_lesson
from gd_visualizer.lesson.file.refusal import LessonError
from gd_visualizer.lesson.lesson import Lesson
from gd_visualizer.lesson.pictures import MAP
from tests.extremes import EACH, LONG, SAMPLE, lessons, seeded, states
from tests.figures.pictures import request

FOLDER = Path(__file__).parent.parent / "extreme"
TINY = (160, 100)
WAYS = [(log, dark) for dark in (False, True) for log in (False, True)]


def requests(descent: Descent, coarse: bool = False) -> list[Request]:
    """Every view, linear and logarithmic, lit and dark."""
    made = []
    for view in descent.lesson.figures:
        count = view.axes
        one = request(descent, view.name, TINY, grid={1: 41, 2: 9}.get(count) if coarse else None)
        for log, dark in WAYS if count else WAYS[:1]:
            if not (view is MAP and log):
                made.append(replace(one, log=log, dark=dark))
        if view.in_space:
            made.append(replace(one, camera=Camera()))
    return made


def draw_all(lesson: Lesson) -> None:
    for state in states(lesson):
        for wanted in requests(state.descent, coarse=True):
            assert render(state.descent, wanted, ".png")


@pytest.mark.parametrize("file", sorted(FOLDER.glob("*.toml")), ids=lambda file: file.stem)
def test_every_view_of_an_extreme_lesson_is_drawn_or_the_file_is_refused(file: Path) -> None:
    if file.stem.startswith("gradient"):
        with pytest.raises(LessonError, match=r"toml: start.weights: the gradient is too long"):
            read_lesson(file)
    else:
        draw_all(read_lesson(file))


def test_random_extreme_lessons_are_drawn() -> None:
    for seed, lesson in lessons(0, SAMPLE):
        descent = list(states(lesson))[seed % 3 :][:1]
        for state in descent:
            wanted = requests(state.descent, coarse=True)
            with seeded(seed):
                assert render(state.descent, wanted[seed % len(wanted)], ".png")


@pytest.mark.long
@pytest.mark.parametrize("first", LONG)
def test_every_view_of_random_extreme_lessons_is_drawn(first: int) -> None:
    for seed, lesson in lessons(first, EACH):
        with seeded(seed):
            draw_all(lesson)


@pytest.mark.parametrize("seed", [4484, 15041, 21340, 28633, 34003, 100155])
def test_lessons_that_once_went_wrong_are_drawn(seed: int) -> None:
    _seed, lesson = next(lessons(seed, 1))
    draw_all(lesson)
