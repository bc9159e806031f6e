"""The stage: read from the back row, inside of its frame, nothing moves, made without Qt."""

import subprocess
import sys
from collections.abc import Iterator
from itertools import product

import pytest

from gd_visualizer.descent.commands import descent as commands
from gd_visualizer.descent.script import clicker
from gd_visualizer.descent.state.state import State, open_lesson
from gd_visualizer.drawing.frame import Frame
from gd_visualizer.drawing.shapes import Box, Rect, Words, flat
from gd_visualizer.lesson.library.built_in import BUILT_IN, LECTURE, PLAYGROUND
from gd_visualizer.lesson.library.catalogue import load
from gd_visualizer.lesson.pictures import CURVE_PANEL, NETWORK_PANEL, SURFACE_PANEL
from gd_visualizer.lesson.rate import learning_rate
from gd_visualizer.scene.curve.picture import CurvePicture, curve_picture
from gd_visualizer.scene.explanation.of_state import explanation
from gd_visualizer.scene.explanation.parts import Chip
from gd_visualizer.scene.explanation.reserved_widths import ReservedWidths
from gd_visualizer.scene.network.picture import network_picture
from gd_visualizer.scene.stage.reserved import reserved_for
from gd_visualizer.scene.stage.rooms import StageRooms, class_frame, desk_frame, stage_rooms
from gd_visualizer.scene.stage.stage import Stage, stage
from gd_visualizer.scene.surface.picture import SurfacePicture, surface_picture
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
from gd_visualizer.scene.stage.rooms import class_frame
from gd_visualizer.scene.stage.stage import stage

for lesson in BUILT_IN:
    state, reserved = open_lesson(load(lesson)), ReservedWidths()
    while True:
        made = stage(state, class_frame(1280, 720), None, reserved)
        print(lesson, len(made.drawing.shapes))
        if clicker.at_end(state):
            break
        state = clicker.forward(state)
"""


def screen(state: State, size: tuple[int, int], speech: Speech = ENGLISH) -> Stage:
    """A class's, with its surface, where there is one."""
    return staged(state, class_frame(*size, speech))


def staged(state: State, frame: Frame) -> Stage:
    surface_slice = None
    if state.display.shows_surface:
        surface_slice = slice_in(state)
    reserved = reserved_for(state.descent.lesson, frame.speech)
    return stage(state, frame, surface_slice, reserved)


def words_of(made: Stage) -> Iterator[Words]:
    return (one for one in flat(made.drawing.shapes) if isinstance(one, Words))


def key_numbers(made: Stage) -> Iterator[Words]:
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
    high = min(size[1], size[0] * 9 / 16)  # a 4:3 screen is as wide on the wall as one of 16:9
    for lesson in BUILT_IN:
        # Legends of two classes, weights of deeper networks and adam's rule are smaller.
        of = high if lesson in LECTURE else 0.75 * high
        for state in along_the_beats(lesson):
            made = screen(state, size)
            # Around the lantern rather a smaller number than none.
            small = min(one.size for one in words_of(made) if one.name != "direction")
            assert small >= of / 30 - 0.5, (lesson, state.progress.beat)
            keys = [one.size for one in key_numbers(made)]
            assert min(keys, default=high) >= of / 20 - 0.5, (lesson, state.progress.beat)


@pytest.mark.parametrize("size", [(800, 800), (1080, 1920), (300, 800), (640, 480)])
def test_other_screens_are_laid_out_without_complaint(size: tuple[int, int]) -> None:
    for lesson in BUILT_IN:
        for state in along_the_beats(lesson):
            made = screen(state, size)
            assert made.rooms.pictures


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


def test_a_picture_is_left_out_for_the_one_who_draws_it() -> None:
    state = open_lesson(load("loss-surface"))
    assert state.display.surface.in_space
    frame, reserved = class_frame(1280, 720), ReservedWidths()
    whole = screen(state, (1280, 720))
    empty = stage(state, frame, None, reserved, without=(SURFACE_PANEL,))
    room = whole.rooms.pictures[SURFACE_PANEL]
    assert empty.rooms.pictures == whole.rooms.pictures
    assert within(whole, room)
    assert not within(empty, room)


def test_of_three_pictures_the_surface_has_one_side() -> None:
    panels = (NETWORK_PANEL, SURFACE_PANEL, CURVE_PANEL)
    places = stage_rooms(class_frame(1920, 1080), panels).pictures
    upper, surface, lower = (places[panel] for panel in panels)
    assert surface[0] > upper[0] + upper[2]
    assert upper[0] == lower[0]
    assert surface[3] > 0.8 * (lower[1] + lower[3] - upper[1])


def within(made: Stage, room: Rect) -> list[str]:
    """What is written in a room."""
    return [one.text for one in words_of(made) if holds(room, one)]


ENLARGED = desk_frame(972, 660, 2.0)
FRAMES = [
    class_frame(1280, 720),
    class_frame(1920, 1080, GERMAN),
    desk_frame(1388, 844, 1.0),
    desk_frame(972, 712, 1.0, GERMAN),
    ENLARGED,
    desk_frame(848, 544, 1.0),
]


@pytest.mark.parametrize(
    ("lesson", "frame"),
    [*product(LECTURE, FRAMES), *product(PLAYGROUND, FRAMES[:3:2])],
    ids=lambda one: one if isinstance(one, str) else f"{one.width}x{one.height}",
)
def test_nothing_moves_between_the_beats_of_a_lesson(lesson: str, frame: Frame) -> None:
    places: dict[object, set[object]] = {}
    for state in along_the_beats(lesson):
        for what, place in persisting(state, frame):
            places.setdefault(what, set()).add(place)
    assert {what: found for what, found in places.items() if len(found) > 1} == {}


def areas(state: State, rooms: StageRooms) -> Iterator[tuple[object, object]]:
    """Where the plots of curve and surface lie."""
    for panel in rooms.pictures:
        picture, frame = state.display.picture(panel), rooms.frame_of(panel)
        made: CurvePicture | SurfacePicture | None = None
        if panel is CURVE_PANEL:
            made = curve_picture(state, frame)
        elif panel is SURFACE_PANEL:
            made = surface_picture(state, slice_in(state), frame)
        if made and made.area:
            yield (picture.name, state.section.names), made.area.rect


def label_places(state: State, frame: Frame) -> Iterator[tuple[object, object]]:
    """Where the weights' numbers stand. Not in small windows at 200 %, where the slope that is
    explained goes first."""
    rooms = stage_rooms(frame, state.display.panels)
    if NETWORK_PANEL not in rooms.pictures or frame is ENLARGED:
        return
    for edge in network_picture(state, rooms.frame_of(NETWORK_PANEL)).diagram.edges:
        yield ("weight", edge.name), edge.box and edge.box.rect


def off_the_script(state: State) -> Iterator[State]:
    """Steps and drags that no beat takes."""
    yield commands.set_learning_rate(state, learning_rate(0.0123))
    if state.descent.lesson.view.descends:
        yield commands.step(state, 7)
    for name in state.descent.lesson.objective.names:
        for value in (2.5, -1.8148, 123456.7):
            yield commands.drag(state, {name: value})


@pytest.mark.parametrize("lesson", LECTURE)
def test_weights_keep_their_places_while_they_are_dragged_and_stepped(lesson: str) -> None:
    start = open_lesson(load(lesson))
    for frame in FRAMES:
        first = dict(label_places(start, frame))
        for state in off_the_script(start):
            assert dict(label_places(state, frame)) == first


def persisting(state: State, frame: Frame) -> Iterator[tuple[object, object]]:
    """What is there at several beats, with its place."""
    made = staged(state, frame)
    rooms = made.rooms
    yield "sentence", rooms.sentence
    yield "arithmetic", rooms.arithmetic
    for panel, room in rooms.pictures.items():
        yield panel.name, room
    if NETWORK_PANEL in rooms.pictures:
        diagram = network_picture(state, rooms.frame_of(NETWORK_PANEL)).diagram
        for node in diagram.nodes:
            yield ("node", node.layer, node.index), (node.x, node.y, node.radius, node.wide)
        for error in diagram.errors:
            yield ("error", error.y), (error.x, error.half, error.wide)
        yield from label_places(state, frame)
    yield from areas(state, rooms)
    row = explanation(state).row
    names = tuple(part.caption.english for part in row if isinstance(part, Chip))
    boxes = [one.rect for one in flat(made.drawing.shapes) if isinstance(one, Box) and one.round]
    top = rooms.arithmetic[1]
    chips = [box for box in boxes if box[1] == top]
    if state.descent.settings.plain:  # adam's row is as long as its numbers
        yield ("chips", names), tuple(chips)


@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}x{size[1]}")
def test_the_class_sees_every_weight(size: tuple[int, int]) -> None:
    for lesson in LECTURE:
        for state in along_the_beats(lesson):
            rooms = stage_rooms(class_frame(*size), state.display.panels)
            if NETWORK_PANEL in rooms.pictures:
                edges = network_picture(state, rooms.frame_of(NETWORK_PANEL)).diagram.edges
                assert all(edge.box for edge in edges), (lesson, state.progress.beat)
