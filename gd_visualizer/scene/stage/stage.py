"""The stage: one composition for the lecturer's window, the class's screen and the slides."""

from collections.abc import Collection
from functools import lru_cache

from msgspec import Struct

from gd_visualizer.descent.state.state import State
from gd_visualizer.drawing.frame import Frame
from gd_visualizer.drawing.shapes import Drawing, Placed, Shape
from gd_visualizer.lesson.pictures import Panel, found
from gd_visualizer.scene.explanation import blocks
from gd_visualizer.scene.explanation.block import Block
from gd_visualizer.scene.explanation.of_state import explanation
from gd_visualizer.scene.explanation.reserved_widths import ReservedWidths
from gd_visualizer.scene.stage.arithmetic import arithmetic
from gd_visualizer.scene.stage.head import phases, title
from gd_visualizer.scene.stage.rooms import StageRooms, stage_rooms
from gd_visualizer.scene.stage.sentence import sentence_lines, stage_sentence
from gd_visualizer.scene.surface.caption import surface_note
from gd_visualizer.scene.surface.dark.lantern import lantern_at
from gd_visualizer.scene.surface.maker import DrawingMaker
from gd_visualizer.scene.surface.slice import SurfaceSlice
from gd_visualizer.scene.visibility import visibility

_NOTES = (1.0, 0.9, 0.8)  # ems of a note's letters: smaller ones rather than a second line


class Stage(Struct, frozen=True, eq=False):
    """The ``drawing`` of all there is on it, and its ``rooms``."""

    drawing: Drawing
    rooms: StageRooms


def stage_words(state: State, rooms: StageRooms, said: str, note: str, right: float) -> list[Shape]:
    """The lesson's title, up to ``right`` px, the sentence that is ``said``, and the ``note`` below
    the surface."""
    left, top, _, high = rooms.head
    room = left, top, right - left - 0.6 * rooms.frame.em, high
    shapes: list[Shape] = [
        *title(state, rooms.frame, room),
        *sentence_lines(said, rooms.sentence, rooms.letters),
    ]
    if rooms.note and note:
        left, top, width, high = rooms.note
        shapes += _fitted(note, rooms.frame, width, high).at(left, top)
    return shapes


@lru_cache(maxsize=4)
def _fitted(note: str, frame: Frame, width: float, high: float) -> Block:
    for ems in _NOTES[:-1]:
        made = blocks.centred_words(note, frame, ems, width)
        if made.height <= high:
            return made
    return blocks.centred_words(note, frame, _NOTES[-1], width)


def stage(
    state: State,
    frame: Frame,
    surface_slice: SurfaceSlice | None,
    reserved: ReservedWidths,
    without: Collection[Panel] = (),
) -> Stage:
    """All of it in a frame; the rooms of the panels ``without`` a picture stay empty, for somebody
    who draws them himself. ``surface_slice`` is left out where it is another one's."""
    if surface_slice and surface_slice.section is not state.section:
        surface_slice = None
    rooms = stage_rooms(frame, state.display.panels)
    said = frame.speech.words(stage_sentence(state, None))
    shapes, right = phases(state, frame, rooms.head)
    shapes += stage_words(state, rooms, said, _note(state, frame, surface_slice), right)
    shapes += arithmetic(explanation(state), frame, rooms.arithmetic, reserved).shapes
    pictures = [
        _picture(state, panel, rooms, surface_slice)
        for panel in rooms.pictures
        if panel not in without
    ]
    return Stage(Drawing(frame, (*shapes, *pictures)), rooms)


def _picture(
    state: State, panel: Panel, rooms: StageRooms, surface_slice: SurfaceSlice | None
) -> Placed:
    """A panel's picture in its room; nothing where its kind is drawn otherwise."""
    picture, (left, top, _, _) = state.display.picture(panel), rooms.pictures[panel]
    if not picture.drawing:
        return Placed(left, top, ())
    maker = found("scene", picture.drawing, DrawingMaker)
    drawing = maker.draw(state, rooms.frame_of(panel), visibility(state), surface_slice)
    return Placed(left, top, drawing.shapes)


def _note(state: State, frame: Frame, surface_slice: SurfaceSlice | None) -> str:
    """What the surface does not show by itself."""
    if surface_slice is None or surface_slice.refused:
        return ""
    lantern = lantern_at(state.descent, surface_slice) if state.display.dark else None
    said = surface_note(state, surface_slice, lantern)
    return frame.speech.words(said) if said else ""
