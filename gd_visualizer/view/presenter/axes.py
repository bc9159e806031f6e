"""A plot's area on the presenter's screen, its numbers and names."""

from dataclasses import dataclass

import numpy as np
from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPolygonF

from gd_visualizer.core.arrays import Floats
from gd_visualizer.descent.state.section import Range
from gd_visualizer.scene.look.ticks import Ticks, floor_of, linear_ticks
from gd_visualizer.view.look.style import exact_font, palette
from gd_visualizer.view.paint.text_width import width_of
from gd_visualizer.view.text.translate import localize_numbers


@dataclass(frozen=True)
class Sizes:
    """Font sizes: of names and axis numbers, and of key numbers."""

    small: float
    key: float


class Axes:
    """The area of a plot and its ranges; from values to pixels."""

    def __init__(self, area: QRectF, x: Range, y: Range) -> None:
        self.area, self.x, self.y = area, x, y

    @property
    def size(self) -> tuple[float, float]:
        """Width and height in pixels."""
        return self.area.width(), self.area.height()

    def at(self, x: float, y: float) -> QPointF:
        """Where the values ``x`` and ``y`` are on screen, in px."""
        across = (x - self.x[0]) / (self.x[1] - self.x[0])
        up = (y - self.y[0]) / (self.y[1] - self.y[0])
        return QPointF(
            self.area.left() + across * self.area.width(),
            self.area.bottom() - up * self.area.height(),
        )

    def place(self, at: QPointF) -> tuple[float, float]:
        """The values at a place on screen."""
        across = (at.x() - self.area.left()) / self.area.width()
        up = (self.area.bottom() - at.y()) / self.area.height()
        (x0, x1), (y0, y1) = self.x, self.y
        return x0 + across * (x1 - x0), y0 + up * (y1 - y0)

    def line(self, xs: Floats, ys: Floats) -> QPolygonF:
        """Places of (n,) and (n,), those that are not finite left out."""
        good = np.isfinite(xs) & np.isfinite(ys)
        return QPolygonF(
            [self.at(x, y) for x, y in zip(xs[good].tolist(), ys[good].tolist(), strict=True)]
        )


def area_of(rect: QRectF, y: Range, size: float, ticks: Ticks | None = None) -> QRectF:
    """What axis numbers and names leave."""
    ticks = ticks or linear_ticks(*y, max(int(rect.height() / (size * 3)), 2))
    wide = max((width_of(localize_numbers(text), size) for text in ticks.texts), default=size)
    return rect.adjusted(wide + size * 0.6, size * 1.8, -size * 0.8, -size * 2.7)


def map_area(rect: QRectF, size: float) -> QRectF:
    """About what a map will take of ``rect``, whatever its numbers."""
    return area_of(rect, (-9.9, 9.9), size)


def same_scale(area: QRectF, x: Range, y: Range) -> QRectF:
    """The largest area in the middle in which both axes have the same scale."""
    per = min(area.width() / (x[1] - x[0]), area.height() / (y[1] - y[0]))
    made = QRectF(0, 0, per * (x[1] - x[0]), per * (y[1] - y[0]))
    made.moveCenter(area.center())
    return made


def paint_axes(
    painter: QPainter,
    axes: Axes,
    x_name: str,
    y_name: str,
    size: float,
    grid: bool,
    x_ticks: Ticks | None = None,
    y_ticks: Ticks | None = None,
) -> None:
    """Frame, ticks and names of both axes, letters ``size`` px high; with lines where ``grid``."""
    area = axes.area
    x_ticks = x_ticks or linear_ticks(*axes.x, max(int(area.width() / (size * 4)), 2))
    y_ticks = y_ticks or linear_ticks(*axes.y, max(int(area.height() / (size * 3)), 2))
    painter.setFont(exact_font(size))
    floor = floor_of(y_ticks, *axes.y)
    for value, text in zip(y_ticks.values, y_ticks.texts, strict=True):
        at = axes.at(axes.x[0], value)
        if not area.top() - 1 <= at.y() <= area.bottom() + 1:
            continue
        if grid:
            painter.setPen(QPen(QColor(palette().line if value == floor else palette().grid), 1.5))
            painter.drawLine(QLineF(at, QPointF(area.right(), at.y())))
        painter.setPen(QColor(palette().muted))
        where = QRectF(at.x() - 400 - size * 0.4, at.y() - size, 400, 2 * size)
        side = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        painter.drawText(where, int(side), localize_numbers(text))
    _paint_below(painter, axes, x_ticks, size)
    painter.setPen(QColor(palette().muted))
    painter.setFont(exact_font(size))
    middle = int(Qt.AlignmentFlag.AlignCenter)
    below = QRectF(area.left(), area.bottom() + size * 1.45, area.width(), size * 1.3)
    painter.drawText(below, middle | int(Qt.TextFlag.TextDontClip), x_name)
    above = QRectF(area.left() - size * 2, area.top() - size * 1.85, 600, size * 1.3)
    painter.drawText(above, int(Qt.AlignmentFlag.AlignVCenter), y_name)


def _paint_below(painter: QPainter, axes: Axes, ticks: Ticks, size: float) -> None:
    """The first axis' numbers, as many as stand apart."""
    free = -1e9
    for value, text in zip(ticks.values, ticks.texts, strict=True):
        at, wide = axes.at(value, axes.y[0]), width_of(localize_numbers(text), size)
        inside = axes.area.left() - 1 <= at.x() <= axes.area.right() + 1
        if not inside or at.x() - wide / 2 < free:
            continue
        free = at.x() + wide / 2 + size * 0.5
        rect = QRectF(at.x() - 200, axes.area.bottom() + size * 0.15, 400, size * 1.3)
        painter.drawText(rect, int(Qt.AlignmentFlag.AlignCenter), localize_numbers(text))
