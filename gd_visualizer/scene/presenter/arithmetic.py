"""What the class's screen says: title and phases above, arithmetic and caption below."""

from collections.abc import Sequence
from dataclasses import replace

from gd_visualizer.descent.script.script import caption
from gd_visualizer.descent.state.state import State
from gd_visualizer.drawing.frame import Frame
from gd_visualizer.drawing.lines import broken
from gd_visualizer.drawing.shapes import Anchor, Box, Paint, Shape, Words, words
from gd_visualizer.drawing.typeface import Weight, width_of
from gd_visualizer.lesson.lesson import Phase
from gd_visualizer.scene.explanation import blocks
from gd_visualizer.scene.explanation.block import LINE, Block, written
from gd_visualizer.scene.explanation.chips import fitted_chips
from gd_visualizer.scene.explanation.lines import keys, line_block
from gd_visualizer.scene.explanation.of_state import explanation, own_words
from gd_visualizer.scene.explanation.phases import PHASES
from gd_visualizer.scene.explanation.reserved_widths import ReservedWidths
from gd_visualizer.scene.sentences import sentence
from gd_visualizer.text.message import Message

KEY = 1.49  # ems of key numbers, at least: a twentieth of the height is promised
_CHIP, _TITLE, _VECTOR, _CAPTION = 1.8, 1.38, 1.21, 1.115  # ems
_MOST_LINES, _MOST_OPEN = 4, 2


def head(state: State, frame: Frame, margin: float) -> Block:
    """The lesson's title, and the phases."""
    phases, x = _phases(state, frame, margin)
    lesson = state.descent.lesson
    title = frame.speech.words(own_words(lesson, lesson.title))
    room, ems = x - 2 * margin, _TITLE
    while width_of(title, frame.size(ems), "bold") > room and ems > 1:
        ems *= 0.96
    size = frame.size(ems)
    lines = broken(title, size, room, "bold")[:2]
    top, line = margin * 0.7, size * 1.2
    shapes = [
        written(part, margin, top + k * line, size, "ink", "bold") for k, part in enumerate(lines)
    ]
    lowest = max(phases.height, top + (len(lines) - 1) * line + LINE * size)
    return Block((*phases.shapes, *shapes), frame.width, lowest + margin * 0.3)


def _phases(state: State, frame: Frame, margin: float) -> tuple[Block, float]:
    """The phases that the lesson comes to, from the right edge on, and where they begin."""
    size, high = frame.size(1), frame.em * 1.7
    shapes: list[Shape] = []
    x, y = frame.width - margin, margin * 0.75
    now = state.progress.asked or state.descent.phase
    for phase in reversed([p for p in PHASES if p <= state.descent.lesson.view.last_phase]):
        text = frame.speech.words(Message(PHASES[phase]))
        ink, fill = _look(phase, now)
        wide = width_of(text, size, "semibold") + size * 1.4
        weight: Weight = "semibold" if phase == now else "regular"
        shapes += [
            Box((x - wide, y, wide, high), Paint(fill), round=high / 2),
            Words(x - wide / 2, y + high / 2, words(text), size, Paint(ink), weight, Anchor.CENTER),
        ]
        x -= wide + size * 0.3
    return Block(tuple(shapes), frame.width, y + high), x


def _look(phase: Phase, now: Phase) -> tuple[str, str]:
    if phase == now:
        return "now_ink", "now"
    return ("action_deep", "action_soft") if phase < now else ("muted", "background")


def arithmetic(
    state: State,
    frame: Frame,
    room: float,
    reserved: ReservedWidths,
    note: Message | None = None,
) -> Block:
    """Chips, then smaller lines, then the caption; all of it centred."""
    found = _said(state, frame, room, reserved)
    if note:
        found.append(blocks.centred_words(frame.speech.words(note), frame, 1, room))
    below = frame.speech.words(_caption(state))
    if below:
        found.append(blocks.centred_words(below, frame, _CAPTION, room))
    return _stacked(found, room, frame.em * 0.45)


def _said(state: State, frame: Frame, room: float, reserved: ReservedWidths) -> list[Block]:
    shown = explanation(state)
    found: list[Block] = []
    if shown.row:
        found.append(fitted_chips(shown.row, frame, _CHIP, room, KEY, 1, reserved))
    lines = shown.lines[-_MOST_LINES:]
    if shown.vector and not lines:
        vector = replace(shown.vector, note=None)
        found.append(blocks.fitted_vector(vector, frame, _VECTOR, 1, room))
    if lines:
        opened = keys(lines) if len(keys(lines)) <= _MOST_OPEN else set()
        found.append(line_block(lines, frame, 1, opened, room))
    return found


def _stacked(found: Sequence[Block], room: float, gap: float) -> Block:
    shapes: list[Shape] = []
    y = 0.0
    for block in found:
        shapes += block.at((room - block.width) / 2, y)
        y += block.height + gap
    return Block(tuple(shapes), room, max(y - gap, 0.0))


def _caption(state: State) -> Message:
    """At the very start, what the lesson is about; else the window's sentence."""
    descent, progress = state.descent, state.progress
    silent = progress.asked is None and not progress.seeking and not caption(state)
    if silent and descent.phase == Phase.START and progress.reveal_by_phase and not descent.ended:
        return own_words(descent.lesson, descent.lesson.summary)
    return sentence(state, None)
