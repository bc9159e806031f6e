"""The words along the axes of the picture in space: their numbers and their names."""

from functools import lru_cache

import numpy as np

from gd_visualizer.descent.state.camera import Camera
from gd_visualizer.drawing.frame import Frame
from gd_visualizer.drawing.placement import Label, Obstacles, place
from gd_visualizer.drawing.shapes import Anchor, Paint, Rect, Words, words
from gd_visualizer.drawing.typeface import width_of
from gd_visualizer.scene.plot.labels import pushed
from gd_visualizer.scene.surface3d.axes import AxesPicture
from gd_visualizer.scene.surface3d.projection import to_screen

_NUMBERS, _PUSHES, _PUSH = 0.92, 14, 0.25  # ems; how often and how far out a name may move
_HIGH = 1.3  # of a line of words with its air, in letters


@lru_cache(maxsize=8)  # the same from step to step, as long as nothing is turned
def axis_words(
    axes: AxesPicture, names: tuple[str, ...], camera: Camera, frame: Frame, dark: bool
) -> tuple[Words, ...]:
    """Numbers as far as they stand apart, then the ``names`` of both axes and the loss, farther out
    where that is needed; a name that finds no place takes a number's."""
    labels = [*axes.numbers, *filter(None, axes.titles)]
    if not labels:
        return ()
    room: Rect = (0.0, 0.0, frame.width, frame.height)
    points = np.concatenate([np.stack([label.place, label.edge]) for label in labels])
    ends = to_screen(points, camera, frame.width, frame.height)[0].reshape(-1, 2, 2)
    size, paint = frame.size(_NUMBERS), Paint("dark_ink" if dark else "muted")
    numbers, taken = list[Words](), list[Rect]()
    for label, (at, edge) in zip(axes.numbers, ends.tolist(), strict=False):
        text = frame.speech.number(label.text)
        (rect,) = _outside(at, edge, text, size, 1, room)
        if not any(_overlap(rect, other) for other in taken):
            numbers.append(_words(text, rect, size, paint))
            taken.append(_tall(numbers[-1]))
    size, paint = frame.size(1), Paint("dark_ink" if dark else "ink")
    called = list[Words]()
    said = [name for name, title in zip(names, axes.titles, strict=True) if title]
    for text, (at, edge) in zip(said, ends[len(axes.numbers) :].tolist(), strict=True):
        rects = _outside(at, edge, text, size, _PUSHES, room)
        (k,) = place([Label(rects, always=True)], Obstacles.of(taken), room)
        if k is not None:
            called.append(_words(text, rects[k], size, paint))
            taken.append(_tall(called[-1]))
    kept = [one for one in numbers if not any(_overlap(one.rect, name.rect) for name in called)]
    return (*kept, *called)


def _outside(
    at: list[float], edge: list[float], text: str, size: float, pushes: int, room: Rect
) -> list[Rect]:
    """Beside its axis, on the outer side, and then farther and farther out; at last upwards."""
    away = np.subtract(at, edge)
    out = (away / (float(np.hypot(*away)) or 1.0)).tolist()
    wide, high = width_of(text, size) + 4, size * _HIGH
    found = []
    for push in range(pushes):
        x = at[0] + out[0] * (wide / 2 + push * size * _PUSH)
        y = at[1] + out[1] * (high / 4 + push * size * _PUSH)
        found.append(pushed((x - wide / 2, y - high / 2, wide, high), room))
    if pushes > 1:
        left, top, *_ = found[-1]
        found += [(left, top - k * size * _PUSH, wide, high) for k in range(1, 3 * pushes)]
    return found


def _words(text: str, rect: Rect, size: float, paint: Paint) -> Words:
    left, top, wide, high = rect
    at = left + wide / 2, top + high / 2
    return Words(*at, words(text), size, paint, anchor=Anchor.CENTER)


def _tall(shape: Words) -> Rect:
    """With the air that a line of words has above and below."""
    left, _, wide, _ = shape.rect
    return left - 2, shape.y - _HIGH / 2 * shape.size, wide + 4, _HIGH * shape.size


def _overlap(a: Rect, b: Rect) -> bool:
    return a[0] < b[0] + b[2] and b[0] < a[0] + a[2] and a[1] < b[1] + b[3] and b[1] < a[1] + a[3]
