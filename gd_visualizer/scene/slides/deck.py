"""A lesson as slides: what the class sees at its start and after each beat."""

from collections.abc import Iterator

from msgspec import Struct

from gd_visualizer.descent.script import clicker
from gd_visualizer.descent.script.script import caption
from gd_visualizer.descent.state.state import State, open_lesson
from gd_visualizer.drawing.frame import Frame
from gd_visualizer.lesson.beats import Beat
from gd_visualizer.lesson.lesson import Lesson
from gd_visualizer.lesson.pictures import SURFACE_PANEL
from gd_visualizer.scene.slides.worksheet import Question, worksheet
from gd_visualizer.scene.stage.reserved import reserved_for
from gd_visualizer.scene.stage.stage import Stage, stage
from gd_visualizer.scene.surface.ranges.shown_ranges import shown_heights, shown_ranges
from gd_visualizer.scene.surface.slice import SurfaceSlice, slice_picture


class Slide(Struct, frozen=True, eq=False):
    """One page: ``number`` from 1, the ``state`` that it shows, the ``beat`` that led to it, None
    for the lesson's start, and the ``stage``."""

    number: int
    state: State
    beat: Beat | None
    stage: Stage
    surface_slice: SurfaceSlice | None

    @property
    def sentence(self) -> str:
        """The beat's sentence, in the lesson's own words; empty where it has none."""
        return caption(self.state) or (self.beat.text if self.beat else "")


def slides(lesson: Lesson, frame: Frame, without_space: bool = False) -> Iterator[Slide]:
    """A slide for the start and one for every beat, in a frame of ``class_frame``.

    ``without_space``: surfaces in space are left out, for somebody who draws them himself.
    """
    states = [(None, open_lesson(lesson)), *_played(open_lesson(lesson))]
    yield from _shown(states, frame, without_space)


class Asked(Struct, frozen=True, eq=False):
    """A worksheet's ``slide`` with the result of its ``question`` left blank; ``light``: the slide
    that shows the result, where that is a picture."""

    question: Question
    slide: Slide
    light: Slide | None = None


def questions(lesson: Lesson, frame: Frame) -> Iterator[Asked]:
    """A slide for each question of the lesson, numbered from 1."""
    found = worksheet(lesson)
    asked = _shown([(one.beat, one.state) for one in found], frame, False)
    for question, slide in zip(found, asked, strict=True):
        light = None
        if question.state.progress.seeking:
            (light,) = _shown([(question.beat, question.answer)], frame, False)
        yield Asked(question, slide, light)


_STEPS = 3  # of a lesson without beats, phase by phase
Played = list[tuple[Beat | None, State]]


def _played(state: State) -> Played:
    """What each press of the clicker leads to, by the beat that it performs; in a lesson without
    beats the phases of the first steps, and how a run ends."""
    found: Played = []
    beats = state.descent.lesson.beats
    while True:
        if not beats and state.descent.row == _STEPS and state.descent.resting:
            ended = clicker.finish(state, clicker.run_end(state))
            return [*found, (None, ended)] if ended.descent.row > _STEPS else found
        following = clicker.forward(state)
        if following is state:
            return found
        found.append((beats[following.progress.beat - 1] if beats else None, following))
        state = following


def _shown(states: Played, frame: Frame, without_space: bool) -> Iterator[Slide]:
    reserved = reserved_for(states[0][1].descent.lesson, frame.speech)
    for number, (beat, state) in enumerate(states, 1):
        surface_slice = _slice_of(state) if state.display.shows_surface else None
        without = (SURFACE_PANEL,) if without_space and in_space(state) else ()
        made = stage(state, frame, surface_slice, reserved, without)
        yield Slide(number, state, beat, made, surface_slice)


def in_space(state: State) -> bool:
    """Whether the stage shows the surface in space."""
    return state.display.shows_surface and state.display.surface.in_space


def _slice_of(state: State) -> SurfaceSlice:
    return slice_picture(
        state.descent, state.section, shown_ranges(state), loss_range=shown_heights(state)
    )
