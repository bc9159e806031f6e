"""What makes the drawing of a kind of picture, as its record names it; and a picture's refusal."""

from collections.abc import Callable
from dataclasses import dataclass

from gd_visualizer.descent.state.state import State
from gd_visualizer.drawing.frame import Frame
from gd_visualizer.drawing.lines import balanced
from gd_visualizer.drawing.shapes import Anchor, Drawing, Paint, Words, words
from gd_visualizer.scene.surface.slice import SurfaceSlice
from gd_visualizer.scene.visibility import Visibility
from gd_visualizer.text.message import Message

_LINE, _ROOM = 1.3, 0.9  # ems between lines; of the width


@dataclass(frozen=True)
class DrawingMaker:
    """``draw`` makes a kind of picture of a state in a frame, as far as it is to be seen; of a
    slice, where it is over parameters. A decorator, so that mypy sees it."""

    draw: Callable[[State, Frame, Visibility, SurfaceSlice | None], Drawing]


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
