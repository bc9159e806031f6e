"""▲ or ▼ with a number around the lantern: what the loss changes by in each direction."""

import math
from collections.abc import Sequence

import numpy as np

from gd_visualizer.core.arrays import Floats
from gd_visualizer.drawing.frame import Frame
from gd_visualizer.drawing.placement import Label, Obstacles, place
from gd_visualizer.drawing.shapes import Box, Paint, Path, Rect, Shape, Words, words
from gd_visualizer.drawing.typeface import width_of
from gd_visualizer.scene.plot.labels import lines_through
from gd_visualizer.scene.surface.dark.lantern import Lantern, Ray

_SMALLER = (1.0, 0.88, 0.76, 0.66)  # rather smaller than a direction without its number
_APART = 3.0
_TURNS = (0, 7, -7, 14, -14, 21, -21)  # degrees
_PUSHES = 7
_FREE = 0.8  # ems around the point
_TRIANGLE, _HIGH = 1.25, 1.3  # ems beside the number; of height
Place = tuple[float, float]


def direction_labels(
    lantern: Lantern,
    center: Place,
    radius: float,
    within: Rect,
    path: Floats,
    frame: Frame,
    toward: Sequence[Place] = (),
    others: Obstacles | None = None,
) -> list[Shape]:
    """The labels around ``center``, ``radius`` px away; ``path`` (n, 2) and ``others`` stay free.

    ``toward``: the directions as they are seen, up being positive, where that is not from above.
    """
    free = np.array([(*center, _FREE * frame.em)])
    off = Obstacles(discs=free, lines=lines_through(path, 8.0))
    off = off.with_others(others) if others else off
    best: tuple[int, float, list[Rect | None]] | None = None
    for share in _SMALLER:
        size = frame.size(share)
        found = _rects(lantern, center, radius, within, off, frame, size, toward)
        lost = found.count(None)
        if best is None or lost < best[0]:
            best = lost, size, found
        if not lost:
            break
    assert best is not None
    return [
        shape
        for ray, rect in zip(lantern.rays, best[2], strict=True)
        if rect is not None
        for shape in _label(ray, frame.speech.number(ray.text), rect, best[1])
    ]


def _rects(
    lantern: Lantern,
    center: Place,
    radius: float,
    within: Rect,
    off: Obstacles,
    frame: Frame,
    size: float,
    toward: Sequence[Place],
) -> list[Rect | None]:
    """Where each label stands at one size."""
    texts = [frame.speech.number(ray.text) for ray in lantern.rays]
    ways = toward or [ray.toward for ray in lantern.rays]
    labels = [
        Label(
            _around(center, radius, way, width_of(text, size, "semibold") + _TRIANGLE * size, size)
        )
        for text, way in zip(texts, ways, strict=True)
    ]
    chosen = place(labels, off, within, _APART)
    return [None if k is None else one.candidates[k] for one, k in zip(labels, chosen, strict=True)]


def _around(center: Place, radius: float, way: Place, wide: float, size: float) -> list[Rect]:
    """Outside the circle, farther and farther away and turned a little; at last inside."""
    high = _HIGH * size
    angle, made = math.atan2(-way[1], way[0]), list[Rect]()
    for push in (*range(_PUSHES), -1, -2):
        for turn in _TURNS:
            a = angle + math.radians(turn)
            ux, uy = math.cos(a), math.sin(a)
            reach = radius + _APART + push * high * 0.5 + abs(ux) * wide / 2 + abs(uy) * high / 2
            x, y = center[0] + ux * reach, center[1] + uy * reach
            made.append((x - wide / 2, y - high / 2, wide, high))
    return made


def _label(ray: Ray, text: str, rect: Rect, size: float) -> list[Shape]:
    paint = Paint("dark_downhill" if ray.change < 0 else "dark_ink")
    left, top, _, high = rect
    middle, half, y = left + size * 0.52, size * 0.32, top + high / 2
    tip = -half if ray.up else half
    corners = [(middle, y + tip), (middle - half, y - tip), (middle + half, y - tip)]
    if not ray.change:
        thin = size * 0.06
        corners = [(middle - half, y - thin), (middle + half, y - thin)]
        corners += [(middle + half, y + thin), (middle - half, y + thin)]
    return [
        Box(rect, Paint("dark_field", 0.67), round=size * 0.25),
        Path(np.array(corners), fill=paint, closed=True),
        Words(left + 1.05 * size, y, words(text), size, paint, "semibold", name="direction"),
    ]
