"""The map as a picture: filled bands between round heights, level lines on top."""

from typing import cast

import numpy as np
import pyqtgraph as pg
from contourpy import FillType, LineType, SerialContourGenerator, ZInterp
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPainterPath, QPen
from PySide6.QtWidgets import QStyleOptionGraphicsItem, QWidget

from gd_visualizer.core.arrays import Floats
from gd_visualizer.scene.colors import ramp
from gd_visualizer.scene.slices import Ground
from gd_visualizer.view.style import palette, px

_LINE_ALPHA = 190


class MapItem(pg.GraphicsObject):
    """A picture over the ranges of its ground, in the plot's own units."""

    def __init__(self) -> None:
        super().__init__()
        self._image = QImage()
        self._rect = QRectF()

    def show_ground(self, ground: Ground, width: int, height: int) -> None:
        """Draws ``ground`` with so many pixels."""
        (x0, x1), (y0, y1) = ground.ranges
        rect = QRectF(x0, y0, x1 - x0, y1 - y0)
        if rect != self._rect:
            self.prepareGeometryChange()
        self._image, self._rect = map_picture(ground, width, height), rect
        self.update()

    def boundingRect(self) -> QRectF:  # noqa: N802
        return self._rect

    def paint(
        self, painter: QPainter, _option: QStyleOptionGraphicsItem, _widget: QWidget | None = None
    ) -> None:
        target = painter.worldTransform().mapRect(self._rect)
        painter.save()
        painter.resetTransform()  # pixel for pixel; scaled only while another size is on its way
        painter.drawImage(target, self._image)
        painter.restore()


def map_picture(ground: Ground, width: int, height: int) -> QImage:
    """The map with so many pixels; row 0 of the image is the upper end of the second axis."""
    image = QImage(max(width, 2), max(height, 2), QImage.Format.Format_RGB32)
    colors = [QColor(c) for c in ramp(palette().surface, len(ground.levels) + 1)]
    losses = ground.slice.losses
    image.fill(colors[0])
    heights = np.where(np.isfinite(losses), losses, np.inf).astype(np.float64)
    heights = np.clip(heights, *ground.loss_range).T[::-1]
    rows, columns = heights.shape
    contours = _contours(np.ascontiguousarray(heights))
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    scale = ((image.width()) / (columns - 1), (image.height()) / (rows - 1))
    painter.setPen(Qt.PenStyle.NoPen)
    top = float(heights.max()) * (1 + 1e-9) + 1e-300
    for level, color in zip(ground.levels, colors[1:], strict=True):
        filled = contours.filled(level, max(top, level * (1 + 1e-6)))
        path = _path(filled[0][0], filled[1][0], scale)
        path.setFillRule(Qt.FillRule.OddEvenFill)
        painter.fillPath(path, color)
    line = QColor(palette().level_line)
    line.setAlpha(_LINE_ALPHA)
    painter.setPen(QPen(line, px(1.2)))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    for level in ground.levels:
        points, offsets = cast("tuple[list[object], list[object]]", contours.lines(level))
        painter.drawPath(_path(points[0], offsets[0], scale))
    painter.end()
    return image


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


def _path(points: object, offsets: object, scale: tuple[float, float]) -> QPainterPath:
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
