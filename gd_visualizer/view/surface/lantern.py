"""The dark field on screen: the lantern's circle, the path, and the direction labels."""

from collections.abc import Sequence
from typing import cast

import numpy as np
from contourpy import SerialContourGenerator
from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import (
    QColor,
    QImage,
    QPainter,
    QPainterPath,
    QPen,
    QRadialGradient,
)

from gd_visualizer.core.arrays import Floats
from gd_visualizer.scene.look.colors import ramp
from gd_visualizer.scene.surface.lantern import Lantern, lit_levels
from gd_visualizer.scene.surface.slice import SurfaceSlice
from gd_visualizer.view.look.style import palette
from gd_visualizer.view.surface.map_picture import contour_path, contours

_GLOW = 0.34  # of the lantern's radius: what is left of it where one has been
_SPOT = ((0.0, 90), (1.0, 0))  # opacity by radius
_RIM = ((0.0, 0), (0.8, 10), (0.94, 110), (1.02, 255))  # of the dark that closes in


def dark_picture(
    surface_slice: SurfaceSlice, lantern: Lantern, visited: Floats, width: int, height: int
) -> QImage:
    """The map in the dark with so many pixels; ``visited`` (n, 2) are the places before."""
    image = QImage(max(width, 2), max(height, 2), QImage.Format.Format_RGB32)
    image.fill(QColor(palette().dark_field))
    (x0, x1), (y0, y1) = surface_slice.ranges
    per = image.width() / (x1 - x0), image.height() / (y1 - y0)

    def at(x: float, y: float) -> QPointF:
        return QPointF((x - x0) * per[0], (y1 - y) * per[1])

    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    radius = lantern.radius[0] * per[0], lantern.radius[1] * per[1]
    for x, y in visited[-60:].tolist():
        _glow(painter, at(x, y), (radius[0] * _GLOW, radius[1] * _GLOW), palette().dark_ink, _SPOT)
    _lit(painter, surface_slice, lantern, at(*lantern.center), radius)
    painter.end()
    return image


def _glow(
    painter: QPainter,
    center: QPointF,
    radius: tuple[float, float],
    color: str,
    stops: Sequence[tuple[float, int]],
) -> None:
    """An ellipse of one colour whose opacity goes from the middle to the rim by ``stops``."""
    reach = stops[-1][0]
    shade = QRadialGradient(QPointF(0, 0), reach)
    for share, alpha in stops:
        made = QColor(color)
        made.setAlpha(alpha)
        shade.setColorAt(share / reach, made)
    painter.save()
    painter.translate(center)
    painter.scale(*radius)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(shade)
    painter.drawEllipse(QPointF(0, 0), reach, reach)
    painter.restore()


def _lit(
    painter: QPainter,
    surface_slice: SurfaceSlice,
    lantern: Lantern,
    center: QPointF,
    radius: tuple[float, float],
) -> None:
    """The surface within the circle, in the lantern's light, with its level lines."""
    circle = QPainterPath()
    circle.addEllipse(center, *radius)
    levels = lit_levels(surface_slice, lantern)
    colors = [QColor(c) for c in ramp(palette().lantern, len(levels) + 1)]
    painter.save()
    painter.setClipPath(circle)
    painter.fillPath(circle, colors[0])
    losses = surface_slice.slice.losses
    heights = np.where(np.isfinite(losses), losses, np.inf).astype(np.float64).T[::-1]
    finite = heights[np.isfinite(heights)]
    top = float(finite.max()) if finite.size else 0.0
    drawn = contours(np.ascontiguousarray(np.minimum(heights, top)))
    rows, columns = heights.shape
    image = painter.device()
    scale = image.width() / (columns - 1), image.height() / (rows - 1)
    for level, color in zip(levels, colors[1:], strict=True):
        _fill(painter, drawn, level, top, color, scale)
    painter.setPen(QPen(QColor(palette().lantern_line), max(1.2, radius[0] / 60)))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    for level in levels:
        points, offsets = cast("tuple[list[object], list[object]]", drawn.lines(level))
        painter.drawPath(contour_path(points[0], offsets[0], scale))
    painter.restore()
    _glow(painter, center, radius, palette().dark_field, _RIM)


def _fill(
    painter: QPainter,
    drawn: SerialContourGenerator,
    level: float,
    top: float,
    color: QColor,
    scale: tuple[float, float],
) -> None:
    filled = drawn.filled(level, max(top * (1 + 1e-9) + 1e-300, level + abs(level) * 1e-6))
    path = contour_path(filled[0][0], filled[1][0], scale)
    path.setFillRule(Qt.FillRule.OddEvenFill)
    painter.fillPath(path, color)
