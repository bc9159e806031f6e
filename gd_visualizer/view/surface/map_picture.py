"""The map as a picture: filled bands between round heights, level lines on top."""

from typing import cast

import numpy as np
import pyqtgraph as pg
from contourpy import FillType, LineType, SerialContourGenerator, ZInterp
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPainterPath, QPen

from gd_visualizer.core.arrays import Floats
from gd_visualizer.scene.look.colors import ramp
from gd_visualizer.scene.surface.slice import SurfaceSlice
from gd_visualizer.view.look.style import palette, px

_LINE_ALPHA = 190


def map_picture(surface_slice: SurfaceSlice, width: int, height: int) -> QImage:
    """The map with so many pixels; row 0 of the image is the upper end of the second axis."""
    image = QImage(max(width, 2), max(height, 2), QImage.Format.Format_RGB32)
    colors = [QColor(c) for c in ramp(palette().surface, len(surface_slice.levels) + 1)]
    losses = surface_slice.slice.losses
    image.fill(colors[0])
    heights = np.where(np.isfinite(losses), losses, np.inf).astype(np.float64)
    heights = np.clip(heights, *surface_slice.loss_range).T[::-1]
    rows, columns = heights.shape
    drawn = contours(np.ascontiguousarray(heights))
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    scale = ((image.width()) / (columns - 1), (image.height()) / (rows - 1))
    painter.setPen(Qt.PenStyle.NoPen)
    top = float(heights.max()) * (1 + 1e-9) + 1e-300
    for level, color in zip(surface_slice.levels, colors[1:], strict=True):
        filled = drawn.filled(level, max(top, level * (1 + 1e-6)))
        path = contour_path(filled[0][0], filled[1][0], scale)
        path.setFillRule(Qt.FillRule.OddEvenFill)
        painter.fillPath(path, color)
    line = QColor(palette().level_line)
    line.setAlpha(_LINE_ALPHA)
    painter.setPen(QPen(line, px(1.2)))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    lines = [
        cast("tuple[list[object], list[object]]", drawn.lines(h)) for h in surface_slice.levels
    ]
    found = [(points[0], offsets[0]) for points, offsets in lines if points[0] is not None]
    painter.drawPath(contour_path(*_together(found), scale))
    painter.end()
    return image


def _together(found: list[tuple[object, object]]) -> tuple[object, object]:
    """The lines of all levels as those of one: ten paths take ten times as long to make."""
    if not found:
        return None, None
    places = [cast("Floats", points) for points, _ in found]
    ends = [cast("Floats", offsets)[1:].astype(np.int64) for _, offsets in found]
    before = np.cumsum([0, *map(len, places)])[:-1]
    offsets = [end + start for end, start in zip(ends, before, strict=True)]
    return np.concatenate(places), np.concatenate([[0], *offsets])


def contours(heights: Floats) -> SerialContourGenerator:
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


def contour_path(points: object, offsets: object, scale: tuple[float, float]) -> QPainterPath:
    """Closed rings: points (n, 2), each ring from one offset to the next."""
    if points is None:
        return QPainterPath()
    places = cast("Floats", points)
    connect = np.ones(len(places), dtype=np.int32)
    connect[cast("Floats", offsets)[1:] - 1] = 0
    path: QPainterPath = pg.arrayToQPath(
        places[:, 0] * scale[0], places[:, 1] * scale[1], connect=connect, finiteCheck=False
    )
    return path
