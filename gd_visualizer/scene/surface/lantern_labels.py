"""Where the numbers around the lantern stand: never on the path, the point or one another."""

import math
from collections.abc import Sequence

import numpy as np

from gd_visualizer.core.arrays import Floats

_APART = 3.0
_TURNS = (0, 7, -7, 14, -14, 21, -21)  # degrees
_PUSHES = 7
Place = tuple[float, float]
Box = tuple[float, float, float, float]  # left, top, width, height


def places(
    center: Place,
    radius: float,
    toward: Sequence[Place],
    sizes: Sequence[Place],
    area: Box,
    path: Floats,
) -> list[Place | None]:
    """The upper left corners of labels of ``sizes`` around a circle on screen, y downwards.

    ``toward`` are their directions, up being positive; ``path`` (n, 2) are places on screen that
    are joined by lines. None for a label that has no room.
    """
    taken: list[Box] = []
    found: list[Place | None] = []
    segments = _segments(path)
    for (dx, dy), (wide, high) in zip(toward, sizes, strict=True):
        place = None
        for box in _options(center, radius, (dx, -dy), (wide, high)):
            inside = _inside(box, area)
            if inside and not _covers(box, center, segments) and not _meets(box, taken):
                place = box[0], box[1]
                taken.append(box)
                break
        found.append(place)
    return found


def _options(center: Place, radius: float, toward: Place, size: Place) -> list[Box]:
    """Boxes outside the circle, farther and farther away and turned a little; at last inside."""
    wide, high = size
    angle = math.atan2(toward[1], toward[0])
    made = []
    for push in (*range(_PUSHES), -1, -2):
        for turn in _TURNS:
            a = angle + math.radians(turn)
            ux, uy = math.cos(a), math.sin(a)
            reach = radius + _APART + push * high * 0.5 + abs(ux) * wide / 2 + abs(uy) * high / 2
            x, y = center[0] + ux * reach, center[1] + uy * reach
            made.append((x - wide / 2, y - high / 2, wide, high))
    return made


def _inside(box: Box, area: Box) -> bool:
    left, top, wide, high = area
    return (
        box[0] >= left + 1
        and box[1] >= top + 1
        and box[0] + box[2] <= left + wide - 1
        and box[1] + box[3] <= top + high - 1
    )


def _meets(box: Box, others: Sequence[Box]) -> bool:
    return any(
        box[0] < x + w + _APART
        and x < box[0] + box[2] + _APART
        and box[1] < y + h
        and y < box[1] + box[3]
        for x, y, w, h in others
    )


def _segments(path: Floats) -> Floats:
    """The lines (n, 4) of ``path``, from and to; a single place is a line to itself."""
    if len(path) == 1:
        path = np.repeat(path, 2, axis=0)
    return np.column_stack([path[:-1], path[1:]]) if len(path) else np.empty((0, 4))


def _covers(box: Box, center: Place, lines: Floats) -> bool:
    """Whether the box lies on the point or the path."""
    left, top, wide, high = box
    near_x = left - 12 <= center[0] <= left + wide + 12
    if near_x and top - 12 <= center[1] <= top + high + 12:
        return True
    low, most = np.array([left - 4, top - 4]), np.array([left + wide + 4, top + high + 4])
    start, across = lines[:, :2], lines[:, 2:] - lines[:, :2]
    with np.errstate(all="ignore"):
        ends = np.stack([(low - start) / across, (most - start) / across])
    still = across == 0
    inside = (start > low) & (start < most)
    near = np.where(still, np.where(inside, -np.inf, np.inf), ends.min(axis=0)).max(axis=1)
    far = np.where(still, np.where(inside, np.inf, -np.inf), ends.max(axis=0)).min(axis=1)
    return bool((np.maximum(near, 0) <= np.minimum(far, 1)).any())
