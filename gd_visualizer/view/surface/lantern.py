"""The dark field on screen: the lantern's circle of ground, the trail, and the rose around it."""

from collections.abc import Sequence
from typing import cast

import numpy as np
from contourpy import SerialContourGenerator
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import (
    QColor,
    QFont,
    QImage,
    QPainter,
    QPainterPath,
    QPen,
    QPolygonF,
    QRadialGradient,
)

from gd_visualizer.core.arrays import Floats
from gd_visualizer.scene.look.colors import ramp
from gd_visualizer.scene.surface import lantern_labels as direction_labels
from gd_visualizer.scene.surface.lantern import Lantern, Ray, lit_levels
from gd_visualizer.scene.surface.slice import SurfaceSlice
from gd_visualizer.view.explanation.items import width_of
from gd_visualizer.view.look.style import exact_font, palette
from gd_visualizer.view.surface.map_picture import contour_path, contours
from gd_visualizer.view.text.translate import localize_numbers

_HALF = QFont.Weight.DemiBold
_GLOW = 0.34  # of the lantern's radius: what is left of it where one has been
_SMALLER = (1.0, 0.88, 0.76, 0.66)
_SPOT = ((0.0, 90), (1.0, 0))  # opacity by radius
_RIM = ((0.0, 0), (0.8, 10), (0.94, 110), (1.02, 255))  # of the night that closes in


def dark_picture(
    surface_slice: SurfaceSlice, lamp: Lantern, visited: Floats, width: int, height: int
) -> QImage:
    """The map in the dark with so many pixels; ``visited`` (n, 2) are the places before."""
    image = QImage(max(width, 2), max(height, 2), QImage.Format.Format_RGB32)
    image.fill(QColor(palette().night))
    (x0, x1), (y0, y1) = surface_slice.ranges
    per = image.width() / (x1 - x0), image.height() / (y1 - y0)

    def at(x: float, y: float) -> QPointF:
        return QPointF((x - x0) * per[0], (y1 - y) * per[1])

    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    radius = lamp.radius[0] * per[0], lamp.radius[1] * per[1]
    for x, y in visited[-60:].tolist():
        _glow(painter, at(x, y), (radius[0] * _GLOW, radius[1] * _GLOW), palette().night_ink, _SPOT)
    _lit(painter, surface_slice, lamp, at(*lamp.center), radius)
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
    lamp: Lantern,
    center: QPointF,
    radius: tuple[float, float],
) -> None:
    """The ground within the circle, in the lantern's light, with its level lines."""
    circle = QPainterPath()
    circle.addEllipse(center, *radius)
    levels = lit_levels(surface_slice, lamp)
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
    _glow(painter, center, radius, palette().night, _RIM)


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


def paint_direction_labels(
    painter: QPainter,
    lamp: Lantern,
    center: QPointF,
    radius: float,
    area: QRectF,
    path: Floats,
    size: float,
    toward: Sequence[tuple[float, float]] = (),
) -> None:
    """▲ or ▼ with a number in each direction; blue is downhill, and the triangle says it too.

    ``path`` (n, 2) are the places on screen that stay free; ``toward`` the directions as they are
    seen, up being positive, where that is not from above.
    """
    texts = [localize_numbers(ray.text) for ray in lamp.rays]
    best: tuple[int, float, list[QRectF | None]] | None = None
    for smaller in _SMALLER:  # rather smaller than a direction without its number
        boxes = _boxes(lamp, texts, center, radius, area, path, size * smaller, toward)
        lost = sum(box is None for box in boxes)
        if best is None or lost < best[0]:
            best = lost, size * smaller, boxes
        if not lost:
            break
    assert best is not None
    painter.setFont(exact_font(best[1], _HALF))
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    for ray, text, box in zip(lamp.rays, texts, best[2], strict=True):
        if box is not None:
            _label(painter, ray, text, box, best[1])


def _boxes(
    lamp: Lantern,
    texts: Sequence[str],
    center: QPointF,
    radius: float,
    area: QRectF,
    path: Floats,
    size: float,
    toward: Sequence[tuple[float, float]],
) -> list[QRectF | None]:
    sizes = [(width_of(text, size, _HALF) + size * 1.25, size * 1.3) for text in texts]
    found = direction_labels.places(
        (center.x(), center.y()),
        radius,
        toward or [ray.toward for ray in lamp.rays],
        sizes,
        (area.left(), area.top(), area.width(), area.height()),
        path,
    )
    return [
        None if place is None else QRectF(*place, *extent)
        for place, extent in zip(found, sizes, strict=True)
    ]


def _label(painter: QPainter, ray: Ray, text: str, box: QRectF, size: float) -> None:
    flat = ray.change == 0
    color = QColor(palette().night_down if ray.change < 0 else palette().night_ink)
    surface_slice = QColor(palette().night)
    surface_slice.setAlpha(170)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(surface_slice)
    painter.drawRoundedRect(box, size * 0.25, size * 0.25)
    painter.setBrush(color)
    middle, half = box.left() + size * 0.52, size * 0.32
    y = box.center().y()
    tip, status_bar = (y - half, y + half) if ray.up else (y + half, y - half)
    if flat:
        painter.drawRect(QRectF(middle - half, y - size * 0.06, 2 * half, size * 0.12))
    else:
        corners = [
            QPointF(middle, tip),
            QPointF(middle - half, status_bar),
            QPointF(middle + half, status_bar),
        ]
        painter.drawPolygon(QPolygonF(corners))
    painter.setPen(color)
    rest = box.adjusted(size * 1.05, 0, 0, 0)
    painter.drawText(rest, int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft), text)
