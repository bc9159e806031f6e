"""The class's screen: read from the back row, inside of its frame, made without Qt."""

import subprocess
import sys
from collections.abc import Iterator

import pytest

from gd_visualizer.descent.commands import descent as commands
from gd_visualizer.descent.script import clicker
from gd_visualizer.descent.state.state import State, open_lesson
from gd_visualizer.drawing.shapes import Box, Rect, Words, flat
from gd_visualizer.lesson.library.built_in import BUILT_IN
from gd_visualizer.lesson.library.catalogue import load
from gd_visualizer.scene.explanation.reserved_widths import ReservedWidths
from gd_visualizer.scene.presenter.screen import ClassScreen, class_frame, class_screen
from gd_visualizer.text.speech import ENGLISH, Speech
from tests.scene.shown import GERMAN, along_the_beats, slice_in

_SHORT = 4  # letters of a number that a node always shows large
SIZES = [(1024, 768), (1280, 720), (1920, 1080), (3840, 2160)]
SPEECHES = {"English": ENGLISH, "German": GERMAN}
WITHOUT_QT = """
import sys

class Absent:
    def find_spec(self, name, path=None, target=None):
        if name.partition(".")[0] in ("PySide6", "shiboken6", "pyqtgraph", "OpenGL"):
            raise ImportError(name)

sys.meta_path.insert(0, Absent())
from gd_visualizer.descent.script import clicker
from gd_visualizer.descent.state.state import open_lesson
from gd_visualizer.lesson.library.built_in import BUILT_IN
from gd_visualizer.lesson.library.catalogue import load
from gd_visualizer.scene.explanation.reserved_widths import ReservedWidths
from gd_visualizer.scene.presenter.screen import class_frame, class_screen

for lesson in BUILT_IN:
    state, reserved = open_lesson(load(lesson)), ReservedWidths()
    while True:
        made = class_screen(state, class_frame(1280, 720), None, reserved)
        print(lesson, len(made.drawing.shapes))
        if clicker.at_end(state):
            break
        state = clicker.forward(state)
"""


def screen(state: State, size: tuple[int, int], speech: Speech = ENGLISH) -> ClassScreen:
    """With its surface, where there is one."""
    frame = class_frame(*size, speech)
    made = class_screen(state, frame, None, ReservedWidths())
    if not made.surface or not made.plot:
        return made
    surface_slice = slice_in(state)
    return class_screen(state, frame, surface_slice, ReservedWidths())


def words_of(made: ClassScreen) -> Iterator[Words]:
    return (one for one in flat(made.drawing.shapes) if isinstance(one, Words))


def key_numbers(made: ClassScreen) -> Iterator[Words]:
    """Those on chips, and in nodes and errors but the long ones, whose letters are smaller."""
    boxes = [one for one in flat(made.drawing.shapes) if isinstance(one, Box) and one.round]
    for one in words_of(made):
        around = [box for box in boxes if holds(box.rect, one)]
        if not one.text or one.weight != "bold" or not around:
            continue
        on_chip = not any(box.name == "error" or isinstance(box.name, tuple) for box in around)
        if on_chip or len(one.text) <= _SHORT:
            yield one


def holds(rect: Rect, one: Words) -> bool:
    left, top, width, height = rect
    return left < one.x < left + width and top < one.y < top + height


def outside(shape: Words, size: tuple[int, int]) -> bool:
    left, top, width, height = shape.rect
    return left < 0 or top < 0 or left + width > size[0] or top + height > size[1]


def test_every_screen_of_every_lesson_is_made_where_there_is_no_qt() -> None:
    ran = subprocess.run(
        [sys.executable, "-c", WITHOUT_QT], capture_output=True, text=True, check=False
    )
    assert ran.returncode == 0, ran.stderr
    lines = [line.split() for line in ran.stdout.splitlines()]
    assert {lesson for lesson, _ in lines} == set(BUILT_IN)
    assert len(lines) == len(BUILT_IN) + sum(len(load(lesson).beats) for lesson in BUILT_IN)
    assert min(int(shapes) for _, shapes in lines) > 5


@pytest.mark.parametrize("lesson", BUILT_IN)
@pytest.mark.parametrize("said", SPEECHES)
def test_no_word_reaches_out_of_the_screen_at_any_beat(lesson: str, said: str) -> None:
    for size in SIZES[1:3]:
        for state in along_the_beats(lesson):
            made = screen(state, size, SPEECHES[said])
            wrong = [one.text for one in words_of(made) if outside(one, size)]
            assert not wrong, (size, state.progress.beat)


@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}x{size[1]}")
def test_everything_can_be_read_from_the_back_row(size: tuple[int, int]) -> None:
    for lesson in BUILT_IN:
        for state in along_the_beats(lesson):
            made = screen(state, size)
            # Around the lantern rather a smaller number than none.
            small = min(one.size for one in words_of(made) if one.name != "direction")
            assert small >= size[1] / 30 - 0.5, (lesson, state.progress.beat)
            keys = [one.size for one in key_numbers(made)]
            assert min(keys, default=size[1]) >= size[1] / 20 - 0.5, (lesson, state.progress.beat)


@pytest.mark.parametrize("size", [(800, 800), (1080, 1920), (300, 800), (640, 480)])
def test_other_screens_are_laid_out_without_complaint(size: tuple[int, int]) -> None:
    for lesson in BUILT_IN:
        for state in along_the_beats(lesson):
            made = screen(state, size)
            assert made.network or made.plot


def test_off_the_script_the_class_reads_what_is_there() -> None:
    state = clicker.forward(open_lesson(load("two-inputs")))
    for moved, text in (
        (state, "3 × 1 + 4 × 2 = 11."),
        (commands.step(state, 2), "After step 2 the loss fell from 6.25 to"),
        (commands.drop(commands.drag(state, {"w1_1_1": 3.0})), "A new start with your weights"),
    ):
        made = screen(moved, (1280, 720))
        assert text in " ".join(one.text for one in words_of(made))
        assert not [one.text for one in words_of(made) if outside(one, (1280, 720))]


def test_a_surface_in_space_is_left_out_for_the_one_who_draws_it() -> None:
    state = next(
        state
        for state in along_the_beats("loss-surface")
        if state.display.surface.in_space and screen(state, (1280, 720)).surface
    )
    frame = class_frame(1280, 720)
    whole = screen(state, (1280, 720))
    assert whole.plot
    surface_slice = slice_in(state)
    empty = class_screen(state, frame, surface_slice, ReservedWidths(), without_space=True)
    assert empty.plot == whole.plot
    assert within(whole, whole.plot)
    assert not within(empty, whole.plot)


def within(made: ClassScreen, room: Rect) -> list[str]:
    """What is written in a room."""
    return [one.text for one in words_of(made) if holds(room, one)]
