"""Filled bands and level lines of a slice, as paths of a drawing."""

from collections.abc import Sequence
from typing import cast

import numpy as np
from contourpy import FillType, LineType, SerialContourGenerator, ZInterp

from gd_visualizer.core.arrays import Floats, Ints
from gd_visualizer.drawing.shapes import Box, Paint, Path, Pen, Rect, Shape

Rings = tuple[object, object]  # points (n, 2) and offsets (k + 1,), or None and None
Contour = tuple[list[object], list[object]]  # the same of every chunk, of which there is one


def bands(
    heights: Floats, levels: Sequence[float], rect: Rect, role: str, line: Pen | None
) -> tuple[Shape, ...]:
    """``heights`` (rows, columns) over ``rect``, the first row at its top: a colour of the ramp
    ``role`` between any two ``levels`` and beyond them, with a ``line`` at each of them."""
    rows, columns = heights.shape
    count = len(levels) + 1
    drawn = _contours(heights)
    left, top, width, height = rect
    per = np.array((width / (columns - 1), height / (rows - 1)))
    highest = float(heights.max()) * (1 + 1e-9) + 1e-300
    shapes: list[Shape] = [Box(rect, Paint(role, step=(0, count)))]
    for k, level in enumerate(levels, 1):
        upper = max(highest, level + abs(level) * 1e-6)
        points, offsets = cast("Contour", drawn.filled(level, upper))
        places, starts = _joined([(points[0], offsets[0])])
        fill = Paint(role, step=(k, count))
        shapes.append(
            Path(places * per + np.array((left, top)), fill=fill, closed=True, starts=starts)
        )
    if line:
        every = [cast("Contour", drawn.lines(height)) for height in levels]
        places, starts = _joined([(points[0], offsets[0]) for points, offsets in every])
        shapes.append(Path(places * per + np.array((left, top)), line, starts=starts))
    return tuple(shapes)


def _joined(found: Sequence[Rings]) -> tuple[Floats, Ints]:
    """The lines of several levels as those of one: ten paths take ten times as long to paint."""
    there = [(cast("Floats", p), cast("Floats", o)) for p, o in found if p is not None]
    if not there:
        return np.empty((0, 2)), np.zeros(0, np.intp)
    before = np.cumsum([0, *(len(points) for points, _ in there)])[:-1]
    starts = [o[:-1].astype(np.intp) + start for (_, o), start in zip(there, before, strict=True)]
    return np.concatenate([points for points, _ in there]), np.concatenate(starts)


def _contours(heights: Floats) -> SerialContourGenerator:
    """Level lines in units of samples. contour_generator() would import numpy.ma, half a dozen
    frames' time, for masks that there are none of."""
    rows, columns = heights.shape
    x, y = np.meshgrid(np.arange(columns, dtype=np.float64), np.arange(rows, dtype=np.float64))
    return SerialContourGenerator(
        x,
        y,
        heights,
        np.zeros(heights.shape, dtype=bool),
        corner_mask=False,
        line_type=LineType.ChunkCombinedOffset,
        fill_type=FillType.ChunkCombinedOffset,
        quad_as_tri=False,
        z_interp=ZInterp.Linear,
    )
