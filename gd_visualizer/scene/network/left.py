"""The numbers that weights had, beside them while they are dragged to others."""

from collections.abc import Mapping

import numpy as np

from gd_visualizer.descent.explanation.printed import Printed
from gd_visualizer.descent.state.descent import Descent
from gd_visualizer.drawing.frame import Frame
from gd_visualizer.drawing.placement import Label, place
from gd_visualizer.drawing.shapes import Anchor, Paint, Rect, Words, words
from gd_visualizer.drawing.typeface import width_of
from gd_visualizer.scene.network.captions import caption_rect, surroundings
from gd_visualizer.scene.network.parts import Box, Diagram
from gd_visualizer.text.message import message

_MOST = 3  # weights that change at once and are told one by one
_SIZE = 0.72  # of the letters in the weight's box
_HIGH, _AIR, _APART = 1.3, 0.25, 2.0  # in letters; in px


def left_numbers(
    descent: Descent,
    weight: str,
    made: Diagram,
    boxes: Mapping[str, Box],
    frame: Frame,
    printed: Printed,
) -> list[Words]:
    """What the weights that are dragged were before, small and muted, each beside its own of the
    ``boxes`` or a bias's words; of many at once ``weight`` alone. Nothing where there is no room,
    and without a drag."""
    moved = _moved(descent, weight)
    owners = {name: one for name, one in _owners(made, boxes, frame).items() if name in moved}
    if not owners:
        return []
    offered = [
        _offered(*owner, _texts(moved[name], frame, printed), frame)
        for name, owner in owners.items()
    ]
    said = [caption_rect(caption, frame.speech) for caption in made.captions]
    bend = [made.bend.rect] if made.bend else []
    others = (*said, *made.labels, *(box.rect for box in boxes.values()), *bend)
    around = surroundings(made.nodes, made.edges, made.errors, others, frame)
    labels = [Label([one.rect for one in choices]) for choices in offered]
    chosen = place(labels, around.obstacles(), around.room, _APART)
    return [choices[k] for choices, k in zip(offered, chosen, strict=True) if k is not None]


def _moved(descent: Descent, weight: str) -> dict[str, float]:
    """The values before the drag, of what it has changed, by name."""
    if descent.provisional is None:
        return {}
    before = descent.timeline.theta(descent.row)
    (places,) = np.nonzero(before != descent.provisional.theta)
    names = descent.lesson.objective.names
    moved = {names[k]: float(before[k]) for k in places.tolist()}
    return moved if len(moved) <= _MOST else {n: v for n, v in moved.items() if n == weight}


def _owners(made: Diagram, boxes: Mapping[str, Box], frame: Frame) -> dict[str, tuple[Rect, float]]:
    """What each weight's number is written in, and the size of its letters."""
    own = {edge.name: edge.box for edge in made.edges if edge.box} | dict(boxes)
    found = {name: (box.rect, box.size) for name, box in own.items()}
    for caption in made.captions:
        if caption.name:
            found[caption.name] = caption_rect(caption, frame.speech), caption.size
    return found


def _texts(value: float, frame: Frame, printed: Printed) -> tuple[str, str]:
    """With a word and without."""
    text = printed.text(value)
    return frame.speech.words(message("was {number}", number=text)), frame.speech.number(text)


def _offered(owner: Rect, size: float, texts: tuple[str, str], frame: Frame) -> list[Words]:
    """Right below its owner, above, at its sides; then the same without the word."""
    size = max(size * _SIZE, frame.size(0.75))
    left, top, wide, high = owner
    x, y, muted = left + wide / 2, top + high / 2, Paint("muted")
    found = []
    for text in texts:
        far_x = (wide + width_of(text, size)) / 2 + _AIR * size + _APART
        far_y = (high + _HIGH * size) / 2 + _APART
        for by_x, by_y in ((0, 1), (0, -1), (1, 0), (-1, 0), (1, 1), (-1, 1), (1, -1), (-1, -1)):
            at = x + by_x * far_x, y + by_y * far_y
            found.append(Words(*at, words(text), size, muted, anchor=Anchor.CENTER))
    return found
