"""Where the numbers around the lantern stand: never on the path, the point or one another."""

import math
from collections.abc import Sequence
from itertools import pairwise

import numpy as np

from gd_visualizer.core.arrays import Floats

_APART = 3.0
_TURNS = (0, 9, -9, 18, -18, 27, -27, 36, -36)  # degrees
_PUSHES = 12
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
    """Points along the lines of ``path``, close enough together that none slips past a label."""
    if len(path) < 2:
        return path.reshape(-1, 2)
    pieces = []
    for a, b in pairwise(path):
        count = int(np.clip(np.hypot(*(b - a)) / 4, 1, 400))
        pieces.append(a + (b - a) * np.linspace(0, 1, count, endpoint=False)[:, None])
    return np.concatenate([*pieces, path[-1:]])


def _covers(box: Box, center: Place, places_on_path: Floats) -> bool:
    """Whether the box lies on the point or the path."""
    left, top, wide, high = box
    near_x = left - 12 <= center[0] <= left + wide + 12
    if near_x and top - 12 <= center[1] <= top + high + 12:
        return True
    if not len(places_on_path):
        return False
    x, y = places_on_path.T
    hit = (x > left - 4) & (x < left + wide + 4) & (y > top - 4) & (y < top + high + 4)
    return bool(hit.any())
