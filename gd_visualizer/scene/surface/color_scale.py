"""Beside a map: which colour is which loss."""

from collections.abc import Sequence
from functools import lru_cache

from msgspec import Struct

from gd_visualizer.drawing.frame import Frame
from gd_visualizer.drawing.shapes import Box, Paint, Shape, Words, words
from gd_visualizer.drawing.typeface import width_of
from gd_visualizer.scene.plot.area import Area
from gd_visualizer.scene.surface.levels import level_texts
from gd_visualizer.text.message import message

_ABOVE = 1.2  # ems from the map to the name of the scale
_APART = 1.35  # ems between two numbers
MUTED = Paint("muted")


class _Look(Struct, frozen=True):
    """In ems: from ``width`` of the frame on, how far the bar is ``away`` from the map, how wide it
    and its numbers are at most, and what is between; at most so many numbers, 0: all."""

    width: float
    away: float
    bar: float
    between: float
    numbers: float
    most: int = 0

    @property
    def room(self) -> float:
        """All of it."""
        return self.away + self.bar + self.between + self.numbers


_LOOKS = (_Look(25.0, 1.0, 0.9, 0.45, 4.2), _Look(17.0, 0.6, 0.6, 0.3, 2.6, 3))


def scale_room(frame: Frame) -> float:
    """How much of the frame's width it takes, in px: less where there is little, none where there
    is hardly any."""
    look = _look(frame)
    return look.room * frame.size(1) if look else 0.0


def color_scale(levels: tuple[float, ...], area: Area, frame: Frame) -> tuple[Shape, ...]:
    """The map's bands from low to high, with the heights between them as far as they fit."""
    name, numbers = frame.speech.words(message("loss")), level_texts(levels)
    return _color_scale(name, tuple(map(frame.speech.number, numbers)), area, frame)


@lru_cache(maxsize=8)
def _color_scale(
    name: str, numbers: tuple[str, ...], area: Area, frame: Frame
) -> tuple[Shape, ...]:
    look, size = _look(frame), frame.size(1)
    if look is None:
        return ()
    left, (_, top, _, height) = area.right + look.away * size, area.rect
    count = len(numbers) + 1
    high = height / count
    made: list[Shape] = [
        Box(
            (left, area.bottom - (k + 1) * high, look.bar * size, high + 0.5),
            Paint("surface", step=(k, count)),
        )
        for k in range(count)
    ]
    x = left + (look.bar + look.between) * size
    made.append(Words(left, top - _ABOVE * size, words(name), size, Paint("ink")))
    free = area.bottom + size
    for k, text in _told(numbers, look.most):
        y = area.bottom - k * high
        if free - y >= _APART * size * (k > 1):
            free = y
            small = min(size, size * look.numbers * size / max(width_of(text, size), 1e-9))
            made.append(Words(x, y, words(text), max(small, 1.0), MUTED))
    return tuple(made)


def _look(frame: Frame) -> _Look | None:
    return next((one for one in _LOOKS if frame.width > one.width * frame.size(1)), None)


def _told(texts: Sequence[str], most: int) -> list[tuple[int, str]]:
    """The numbers with how many bands are below them: all, or some as far apart as can be."""
    count = len(texts)
    told: Sequence[int] = range(count)
    if 0 < most < count:
        told = [round(k * (count - 1) / (most - 1)) for k in range(most)]
    return [(k + 1, texts[k]) for k in told]
