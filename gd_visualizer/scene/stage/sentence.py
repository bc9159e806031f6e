"""The sentence on top of the stage: what a beat says, or what has just happened."""

import re
from collections.abc import Sequence
from functools import lru_cache

from gd_visualizer.descent.script.script import caption
from gd_visualizer.descent.state.state import State
from gd_visualizer.drawing.lines import balanced, broken
from gd_visualizer.drawing.shapes import Paint, Rect, Words, words
from gd_visualizer.drawing.typeface import width_of
from gd_visualizer.lesson.lesson import Phase
from gd_visualizer.scene.explanation.of_state import own_words
from gd_visualizer.scene.sentences import running, sentence
from gd_visualizer.text.message import Message

_LINE = 1.26  # sizes
_END = re.compile(r"[.:;?!](?= )")
_LEAST = 0.5  # of the size, that long sentences shrink to


def stage_sentence(state: State, old: State | None, runs: bool = False) -> Message:
    """At the very start, what the lesson is about; then what the beat says or, off the script,
    what has changed from ``old``. While it ``runs``, the same few words for each step."""
    if runs and state.descent.row and state.descent.resting:
        return running(state)
    descent, progress = state.descent, state.progress
    silent = progress.asked is None and not progress.seeking and not caption(state)
    if (
        silent
        and descent.lesson.summary
        and descent.phase == Phase.START
        and progress.reveal_by_phase
        and not descent.ended
    ):
        return own_words(descent.lesson, descent.lesson.summary)
    return sentence(state, old)


@lru_cache(maxsize=4)  # what is said beside it changes more often
def sentence_lines(text: str, room: Rect, letters: float) -> Sequence[Words]:
    """``text`` on two lines at most, in letters of ``letters`` px or as large as fit."""
    left, top, width, _ = room
    size = round(letters)
    while len(broken(text, size, width, "semibold")) > 2 and size > letters * _LEAST:
        size -= 1
    lines = _lines(text, size, width)
    return [
        Words(left, top + (k + 0.5) * _LINE * size, words(line), size, Paint("ink"), "semibold")
        for k, line in enumerate(lines)
    ]


def _lines(text: str, size: float, width: float) -> list[str]:
    """Two lines end where a sentence does, if both have room so; else they are about as long."""
    whole = broken(text, size, width, "semibold")
    if len(whole) < 2:
        return whole
    ends = [found.end() for found in _END.finditer(text)]
    for end in sorted(ends, key=lambda place: abs(place - len(text) / 2)):
        parts = [text[:end].strip(), text[end:].strip()]
        if all(width_of(part, size, "semibold") <= width for part in parts):
            return parts
    return balanced(text, size, width, "semibold")[:2]
