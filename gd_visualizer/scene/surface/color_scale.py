"""Beside a map: which colour is which loss."""

from gd_visualizer.drawing.frame import Frame
from gd_visualizer.drawing.shapes import Box, Paint, Shape, Words, words
from gd_visualizer.drawing.typeface import width_of
from gd_visualizer.scene.plot.area import Area
from gd_visualizer.scene.surface.levels import level_texts
from gd_visualizer.text.message import message

_AWAY, _BAR, _WORDS = 1.0, 0.9, 0.45  # ems: from the map, the bar's width, from it to the numbers
_APART = 1.35  # ems between two numbers
_WIDEST = 4.2  # ems of numbers; longer ones get smaller
_ROOMY = 25.0  # ems of width, from which on there is room for a scale
MUTED = Paint("muted")


def scale_room(frame: Frame) -> float:
    """How much of the frame's width it takes, in px: none where there is little."""
    size = frame.size(1)
    return (_AWAY + _BAR + _WORDS + _WIDEST) * size if frame.width > _ROOMY * size else 0.0


def color_scale(levels: tuple[float, ...], area: Area, frame: Frame) -> tuple[Shape, ...]:
    """The map's bands from low to high, with the heights between them as far as they fit."""
    size = frame.size(1)
    left, (_, top, _, height) = area.right + _AWAY * size, area.rect
    count = len(levels) + 1
    high = height / count
    made: list[Shape] = [
        Box(
            (left, area.bottom - (k + 1) * high, _BAR * size, high + 0.5),
            Paint("surface", step=(k, count)),
        )
        for k in range(count)
    ]
    x = left + (_BAR + _WORDS) * size
    name = words(frame.speech.words(message("loss")))
    made.append(Words(left, top - 1.2 * size, name, size, Paint("ink")))
    free = area.bottom + size
    for k, text in enumerate(map(frame.speech.number, level_texts(levels)), 1):
        y = area.bottom - k * high
        if free - y >= _APART * size * (k > 1):
            free = y
            small = min(size, size * _WIDEST * size / max(width_of(text, size), 1e-9))
            made.append(Words(x, y, words(text), max(small, 1.0), MUTED))
    return tuple(made)
