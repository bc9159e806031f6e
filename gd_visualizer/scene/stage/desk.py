"""What the lecturer alone reads: what the next press says, and the notes of the beat that is on."""

import re

from msgspec import Struct
from msgspec.structs import replace

from gd_visualizer.descent.script.clicker import at_end, coming, next_beat
from gd_visualizer.descent.script.script import performed
from gd_visualizer.descent.state.state import State
from gd_visualizer.drawing.frame import Frame
from gd_visualizer.drawing.lines import fitted
from gd_visualizer.drawing.shapes import Drawing, Paint, Run, Shape, Words, words
from gd_visualizer.lesson.lesson import Lesson
from gd_visualizer.lesson.library.catalogue import following
from gd_visualizer.scene.explanation.of_state import own_words
from gd_visualizer.scene.explanation.phases import PHASES
from gd_visualizer.text.message import Message, message, translatable
from gd_visualizer.text.speech import Speech

_NEXT, _LESSON = translatable("Next: {what}"), translatable("the next lesson")
_LINE, _BOLDER = 1.36, 0.8  # sizes; ems that bold letters are wider
_LEAD = re.compile(r"[^\s.:!?][^.:!?]{0,20}:(?= )")  # "Ask:", "Often wrong:"


class DeskWords(Struct, frozen=True):
    """What the next ``press`` leads to, and the ``notes`` of the beat that is on; either may be
    empty."""

    press: str
    notes: str


def desk_words(state: State, speech: Speech) -> DeskWords:
    """Off the script too, the notes of the last beat stay."""
    lesson, done = state.descent.lesson, performed(state)
    notes = speech.words(own_words(lesson, lesson.beats[done - 1].notes)) if done else ""
    return DeskWords(_said(_press(state), speech), notes)


def all_desk_words(lesson: Lesson, speech: Speech) -> list[DeskWords]:
    """What comes in a lesson, beat by beat, so that there is room for each from the start."""
    found = [message(_LESSON), *(own_words(lesson, beat.text) for beat in lesson.beats)]
    notes = ["", *(speech.words(own_words(lesson, beat.notes)) for beat in lesson.beats)]
    return [DeskWords(_said(m, speech), note) for m, note in zip(found, notes, strict=True)]


def _press(state: State) -> Message | None:
    beat, phase = next_beat(state), coming(state)
    if beat:
        return own_words(state.descent.lesson, beat.text) if beat.text else None
    if at_end(state):
        return message(_LESSON) if following(state.descent.lesson) else None
    return None if state.descent.lesson.beats or phase is None else message(PHASES[phase])


def _said(what: Message | None, speech: Speech) -> str:
    return speech.words(message(_NEXT, what=what)) if what else ""


def desk_text(text: str, frame: Frame, least: int) -> Drawing:
    """``text`` line by line, with what a line begins with ("Ask:") in bold, in letters of the
    frame's size, or smaller, down to ``least`` px, where it is not high enough; what has no room
    even so makes the drawing higher than the ``frame``."""
    room = max(frame.width - _BOLDER * frame.em, frame.em), frame.height
    sizes = range(int(frame.size(1)), min(int(frame.size(1)), least) - 1, -1)
    size, lines = fitted(text, room, sizes, _LINE) if text else (frame.em, [])
    parts = text.split("\n")
    shapes: list[Shape] = []
    for k, line in enumerate(lines):
        begins = any(part.startswith(line) for part in parts)
        shapes.append(Words(0, (k + 0.5) * _LINE * size, _runs(line, begins), size, Paint("ink")))
    high = len(lines) * _LINE * size
    return Drawing(replace(frame, height=high, em=size), tuple(shapes))


def _runs(line: str, begins: bool) -> tuple[Run, ...]:
    lead = _LEAD.match(line) if begins else None
    end = lead.end() if lead else 0
    first = words(line[:end], "semibold") if lead else ()
    return (*first, Run(line[end:]))
