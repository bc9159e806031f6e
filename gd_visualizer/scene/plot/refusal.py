"""A picture that cannot be drawn says why."""

from gd_visualizer.drawing.frame import Frame
from gd_visualizer.drawing.lines import balanced
from gd_visualizer.drawing.shapes import Anchor, Drawing, Paint, Words, words
from gd_visualizer.text.message import Message

_LINE, _ROOM = 1.3, 0.9  # ems between lines; of the width


def refusal(frame: Frame, sentence: Message) -> Drawing:
    """In the picture's own room, why nothing is drawn there."""
    size = frame.size(1)
    lines = balanced(frame.speech.words(sentence), size, frame.width * _ROOM)
    top = frame.height / 2 - (len(lines) - 1) / 2 * _LINE * size
    muted, middle = Paint("muted"), frame.width / 2
    return Drawing(
        frame,
        tuple(
            Words(middle, top + k * _LINE * size, words(line), size, muted, anchor=Anchor.CENTER)
            for k, line in enumerate(lines)
        ),
    )
