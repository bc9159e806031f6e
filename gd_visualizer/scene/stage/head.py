"""Above everything: the lesson's title, and the phases that it comes to."""

from gd_visualizer.descent.state.state import State
from gd_visualizer.drawing.frame import Frame
from gd_visualizer.drawing.shapes import Anchor, Box, Paint, Rect, Shape, Words, words
from gd_visualizer.drawing.typeface import Weight, width_of
from gd_visualizer.lesson.lesson import Phase
from gd_visualizer.scene.explanation.of_state import own_words, shown_phase
from gd_visualizer.scene.explanation.phases import PHASES
from gd_visualizer.text.message import Message, message

_TITLE, _LEAST, _SMALL, _CHIP = 1.08, 1.0, 0.85, 1.6  # ems


def title(state: State, frame: Frame, room: Rect) -> list[Shape]:
    """At the left of the ``room``, in smaller letters, without saying that its points are others,
    or not at all where that is too narrow."""
    left, top, width, high = room
    lesson = state.descent.lesson
    said = [own_words(lesson, lesson.title)]
    now, taught = lesson.data, lesson.original.data
    if now.X is not taught.X or now.y is not taught.y:
        said.insert(0, message("{title}, with other points", title=said[0]))
    for one in said:
        text = frame.speech.words(one)
        for ems in (_TITLE, _LEAST, _SMALL):
            size = frame.size(ems)
            if width_of(text, size, "semibold") <= width:
                return [Words(left, top + high / 2, words(text), size, Paint("muted"), "semibold")]
    return []


def phases(state: State, frame: Frame, room: Rect) -> tuple[list[Shape], float]:
    """From the right edge of the ``room`` on; and where they begin, in px."""
    size, high = frame.size(1), frame.em * _CHIP
    left, top, width, height = room
    shapes: list[Shape] = []
    x, y = left + width, top + (height - high) / 2
    now = shown_phase(state)
    for phase in reversed([p for p in PHASES if p <= state.descent.lesson.view.last_phase]):
        text = frame.speech.words(Message(PHASES[phase]))
        ink, fill = _look(phase, now)
        wide = width_of(text, size, "semibold") + size * 1.4
        weight: Weight = "semibold" if phase == now else "regular"
        at = x - wide / 2, y + high / 2
        shapes += [
            Box((x - wide, y, wide, high), Paint(fill), round=high / 2),
            Words(*at, words(text), size, Paint(ink), weight, Anchor.CENTER),
        ]
        x -= wide + size * 0.3
    return shapes, x


def _look(phase: Phase, now: Phase) -> tuple[str, str]:
    if phase == now:
        return "now_ink", "now"
    return ("action_deep", "action_soft") if phase < now else ("muted", "background")
