"""What can be pointed at in a drawing: the topmost shape that has a name there."""

from collections.abc import Hashable, Iterator, Sequence

import numpy as np

from gd_visualizer.core.arrays import Floats
from gd_visualizer.drawing.shapes import (
    Box,
    Clip,
    Dots,
    Drawing,
    Glow,
    Image,
    Path,
    Placed,
    Rect,
    Shape,
    Words,
)


def names_at(drawing: Drawing, x: float, y: float, reach: float = 0.0) -> Iterator[Hashable]:
    """Names at a place, the topmost first; ``reach``: how far beside it still counts, in px."""
    return _names(drawing.shapes, x, y, reach)


def name_at(drawing: Drawing, x: float, y: float, reach: float = 0.0) -> Hashable:
    """The topmost name at a place: what covers it exactly before what is only near; None for
    nothing."""
    return next(names_at(drawing, x, y), next(names_at(drawing, x, y, reach), None))


def covers(shape: Shape, x: float, y: float, reach: float) -> bool:
    """Whether a shape is seen at a place, or within ``reach`` px of it."""
    if isinstance(shape, Placed):
        return any(covers(one, x - shape.x, y - shape.y, reach) for one in shape.shapes)
    if isinstance(shape, Box | Words | Image | Glow | Clip):
        return _inside(shape.rect, x, y, reach)
    if isinstance(shape, Dots):
        away = np.hypot(*(shape.centers - (x, y)).T)
        return bool((away <= shape.radius + reach).any())
    wide = (shape.pen.width / 2 if shape.pen else 0.0) + reach
    near = distance(shape, x, y) <= wide
    return near or (shape.fill is not None and _winds(shape, x, y))


def distance(path: Path, x: float, y: float) -> float:
    """How far a place is from a path's lines, in px; ∞ where it has none."""
    starts, ends = segments(path)
    if not len(starts):
        return float("inf")
    along, to = ends - starts, (x, y) - starts
    length = (along**2).sum(axis=1)
    share = np.clip((to * along).sum(axis=1) / np.where(length, length, 1), 0, 1)
    return float(np.hypot(*(to - share[:, None] * along).T).min())


def segments(path: Path) -> tuple[Floats, Floats]:
    """The straight pieces of a path, as starts (k, 2) and ends (k, 2)."""
    points = path.points
    if len(points) < 2:
        return np.empty((0, 2)), np.empty((0, 2))
    firsts = np.zeros(1, np.intp) if path.starts is None else path.starts
    inner = np.ones(len(points) - 1, bool)
    inner[firsts[1:] - 1] = False
    starts, ends = points[:-1][inner], points[1:][inner]
    if path.closed:
        lasts = np.append(firsts[1:], len(points)) - 1
        starts, ends = np.vstack((starts, points[lasts])), np.vstack((ends, points[firsts]))
    return starts, ends


def _winds(path: Path, x: float, y: float) -> bool:
    """Whether the rings wind around a place: a ray to the right crosses more of one way."""
    ring = Path(path.points, closed=True, starts=path.starts)
    (x0, y0), (x1, y1) = (end.T for end in segments(ring))
    way = (y1 > y).astype(int) - (y0 > y)
    with np.errstate(all="ignore"):
        at = x0 + (y - y0) / (y1 - y0) * (x1 - x0)
    return bool(way[(way != 0) & (at > x)].sum())


def _inside(rect: Rect, x: float, y: float, reach: float) -> bool:
    left, top, width, height = rect
    return left - reach <= x <= left + width + reach and top - reach <= y <= top + height + reach


def _names(shapes: Sequence[Shape], x: float, y: float, reach: float) -> Iterator[Hashable]:
    for shape in reversed(shapes):
        if isinstance(shape, Placed):
            yield from _names(shape.shapes, x - shape.x, y - shape.y, reach)
        elif isinstance(shape, Clip):
            if _inside(shape.rect, x, y, 0):
                yield from _names(shape.shapes, x, y, reach)
        elif shape.name is not None and covers(shape, x, y, reach):
            yield shape.name
