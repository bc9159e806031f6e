"""Surface and curve for the back row: painted large, from the same values as in the window."""

from dataclasses import dataclass

import numpy as np
from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QImage, QPainter, QPen, QPolygonF

from gd_visualizer.core.arrays import Floats
from gd_visualizer.descent.names import axis_title
from gd_visualizer.descent.section import Range
from gd_visualizer.descent.state import State
from gd_visualizer.scene.ghosts import surface_ghosts
from gd_visualizer.scene.lantern import Lantern, downhill, lantern, steepness
from gd_visualizer.scene.log_height import drawn, drawn_trail, height_ticks, shown_ground
from gd_visualizer.scene.reveal import height_shown, tangent_shown
from gd_visualizer.scene.slices import Ground, Trail, tangent, trail
from gd_visualizer.scene.slope_marks import slope_marks
from gd_visualizer.scene.ticks import Ticks, linear_ticks
from gd_visualizer.view.map_picture import map_picture
from gd_visualizer.view.night import night_picture
from gd_visualizer.view.stage_extras import paint_ghosts, paint_lantern_marks
from gd_visualizer.view.strip_items import width_of
from gd_visualizer.view.style import exact_font, palette
from gd_visualizer.view.translate import local, said, tr

_HALF = QFont.Weight.DemiBold


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
        """A place on screen."""
        across = (x - self.x[0]) / (self.x[1] - self.x[0])
        up = (y - self.y[0]) / (self.y[1] - self.y[0])
        return QPointF(
            self.area.left() + across * self.area.width(),
            self.area.bottom() - up * self.area.height(),
        )

    def line(self, xs: Floats, ys: Floats) -> QPolygonF:
        """Places of (n,) and (n,), those that are not finite left out."""
        good = np.isfinite(xs) & np.isfinite(ys)
        return QPolygonF(
            [self.at(x, y) for x, y in zip(xs[good].tolist(), ys[good].tolist(), strict=True)]
        )


def paint_surface(
    painter: QPainter, rect: QRectF, state: State, ground: Ground, sizes: Sizes
) -> None:
    """The slice with the way so far and, at Slopes, the slope."""
    ground = shown_ground(state, ground)
    flat = len(ground.ranges) == 1
    x, y = ground.sides
    network = state.descent.lesson.network
    names = [said(axis_title(ground.section, network, k)) for k in range(len(ground.ranges))]
    area = area_of(rect, y, sizes.small)
    if not flat:
        area = _same_scale(area, x, y)
    axes = Axes(area, x, y)
    ticks = height_ticks(ground, max(int(area.height() / (sizes.small * 3)), 2))
    second = tr("loss") if flat else names[1]
    paint_axes(painter, axes, names[0], second, sizes.small, flat, None, ticks)
    cell = tuple((b - a) / side for (a, b), side in zip(ground.ranges, axes.size, strict=False))
    way = drawn_trail(ground, trail(state.descent, ground.section, cell))
    lamp = None
    if state.display.dark:
        lamp = lantern(state.descent, ground, None if flat else axes.size)
    painter.save()
    painter.setClipRect(area)
    if flat:
        _paint_flat(painter, axes, ground, lamp, sizes)
    else:
        size = round(area.width()), round(area.height())
        picture: QImage = (
            night_picture(ground, lamp, way.rings, *size) if lamp else map_picture(ground, *size)
        )
        painter.drawImage(area, picture)
    if not lamp:
        runs = surface_ghosts(state.descent, ground.section)

        def line(xs: Floats, ys: Floats) -> QPolygonF:
            return axes.line(xs, drawn(ground, ys) if flat else ys)

        paint_ghosts(painter, area, runs, line, sizes.small, rings=flat)
    _paint_way(painter, axes, state, ground, way, sizes)
    painter.restore()
    _paint_slopes(painter, axes, state, ground, way, lamp, sizes)


def _paint_flat(
    painter: QPainter, axes: Axes, ground: Ground, lamp: Lantern | None, sizes: Sizes
) -> None:
    xs = ground.slice.coordinates[0]
    losses = np.minimum(ground.slice.losses.astype(np.float64), ground.ceiling)
    color = palette().action
    if lamp:
        painter.fillRect(axes.area, QColor(palette().night))
        losses = np.where(lamp.within(xs, xs) <= 1, losses, np.nan)
        color = palette().lantern[-1]
    painter.setPen(QPen(QColor(color), sizes.small * 0.22))
    painter.drawPolyline(axes.line(xs, losses))


def _paint_way(
    painter: QPainter, axes: Axes, state: State, ground: Ground, way: Trail, sizes: Sizes
) -> None:
    flat, dark = len(ground.ranges) == 1, state.display.dark
    colors = palette()
    edge, own = (colors.night, colors.night_ink) if dark else (colors.path_edge, colors.path)
    if flat and tangent_shown(state) and not dark:
        xs, ys = tangent(way.here, ground.sides, axes.size)
        painter.setPen(QPen(QColor(palette().slope), sizes.small * 0.2))
        painter.drawPolyline(axes.line(xs, ys))
    if not flat:
        for color, width in ((edge, 0.24), (own, 0.1)):
            painter.setPen(QPen(QColor(color), sizes.small * width))
            painter.drawPolyline(axes.line(way.line[:, 0], way.line[:, 1]))
    painter.setPen(QPen(QColor(own), sizes.small * 0.08))
    painter.setBrush(QColor(edge))
    heights = way.ring_losses if flat else way.rings[:, 1]
    for place in axes.line(way.rings[:, 0], heights).toList():
        painter.drawEllipse(place, sizes.small * 0.2, sizes.small * 0.2)


def _paint_slopes(
    painter: QPainter,
    axes: Axes,
    state: State,
    ground: Ground,
    way: Trail,
    lamp: Lantern | None,
    sizes: Sizes,
) -> None:
    """The point where we are, with its slope in words and as an arrow."""
    on, flat = way.here, len(ground.ranges) == 1
    here = float(on.point[0]), on.loss if flat else float(on.point[1])
    if flat and not lamp and not height_shown(state):
        here = here[0], ground.loss_range[0]
    place = axes.at(*here)
    if not axes.area.adjusted(-1, -1, 1, 1).contains(place):
        return
    shown = None if lamp else slope_marks(state, ground.section, ground.sides, axes.size)
    if lamp:
        end = downhill(ground, lamp, way, axes.size, steepness(state.descent, ground.section))
        if end:
            _arrow(painter, place, axes.at(*end), sizes.small)
        per = axes.size[0] / (axes.x[1] - axes.x[0])
        paint_lantern_marks(painter, axes.area, lamp, way, place, axes.line, per, sizes.small)
    if shown and shown.arrow:
        _arrow(painter, place, axes.at(*shown.arrow), sizes.small)
    if shown and shown.landing:
        painter.setPen(QPen(QColor(palette().now), sizes.small * 0.12))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawEllipse(axes.at(*shown.landing), sizes.small * 0.34, sizes.small * 0.34)
    painter.setPen(QPen(QColor(palette().paper), sizes.small * 0.14))
    painter.setBrush(QColor(palette().now))
    painter.drawEllipse(place, sizes.small * 0.42, sizes.small * 0.42)
    if shown:
        words = (
            tr("slope {number}", number=shown.numbers[0])
            if flat
            else tr("slopes {first}, {second}", first=shown.numbers[0], second=shown.numbers[1])
        )
        falling = shown.numbers[0].startswith("−")
        below = not flat and shown.arrow is not None and shown.arrow[1] > here[1]
        write_beside(
            painter, axes, place, words, sizes.key if flat else sizes.small, falling, below
        )


def write_beside(
    painter: QPainter,
    axes: Axes,
    place: QPointF,
    text: str,
    size: float,
    right: bool,
    below: bool = False,
) -> None:
    """Beside a place, inside the area, on a ground of their own."""
    wide, high, away = width_of(text, size, _HALF) + size * 0.4, size * 1.35, size * 0.7
    x = place.x() + away if right else place.x() - away - wide
    x = min(max(x, axes.area.left() + 4), axes.area.right() - wide - 4)
    y = place.y() + away * 0.6 if below else place.y() - high - away * 0.4
    y = min(max(y, axes.area.top() + 2), axes.area.bottom() - high - 2)
    ground = QColor(palette().paper)
    ground.setAlpha(225)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(ground)
    rect = QRectF(x, y, wide, high)
    painter.drawRoundedRect(rect, size * 0.2, size * 0.2)
    painter.setPen(QColor(palette().slope))
    painter.setFont(exact_font(size, _HALF))
    painter.drawText(rect, int(Qt.AlignmentFlag.AlignCenter), text)


def _arrow(painter: QPainter, start: QPointF, end: QPointF, size: float) -> None:
    line = QLineF(start, end)
    if line.length() < 1:
        return
    along = (end - start) / line.length()
    across, head = QPointF(-along.y(), along.x()), size * 0.75
    neck = end - along * head
    for color, width in ((palette().path_edge, 0.36), (palette().path, 0.18)):
        painter.setPen(QPen(QColor(color), size * width))
        painter.drawLine(QLineF(start, neck))
    painter.setPen(QPen(QColor(palette().path_edge), size * 0.1))
    painter.setBrush(QColor(palette().path))
    painter.drawPolygon(QPolygonF([end, neck + across * head * 0.5, neck - across * head * 0.5]))


def area_of(rect: QRectF, y: Range, size: float, ticks: Ticks | None = None) -> QRectF:
    """What axis numbers and names leave."""
    ticks = ticks or linear_ticks(*y, max(int(rect.height() / (size * 3)), 2))
    wide = max((width_of(local(text), size) for text in ticks.texts), default=size)
    return rect.adjusted(wide + size * 0.6, size * 1.5, -size * 0.8, -size * 2.7)


def map_area(rect: QRectF, size: float) -> QRectF:
    """About what a map will take of ``rect``, whatever its numbers."""
    return area_of(rect, (-9.9, 9.9), size)


def _same_scale(area: QRectF, x: Range, y: Range) -> QRectF:
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
    area = axes.area
    x_ticks = x_ticks or linear_ticks(*axes.x, max(int(area.width() / (size * 4)), 2))
    y_ticks = y_ticks or linear_ticks(*axes.y, max(int(area.height() / (size * 3)), 2))
    painter.setFont(exact_font(size))
    for value, text in zip(y_ticks.values, y_ticks.texts, strict=True):
        at = axes.at(axes.x[0], value)
        if not area.top() - 1 <= at.y() <= area.bottom() + 1:
            continue
        if grid:
            painter.setPen(QPen(QColor(palette().grid), 1.5))
            painter.drawLine(QLineF(at, QPointF(area.right(), at.y())))
        painter.setPen(QColor(palette().muted))
        where = QRectF(at.x() - 400 - size * 0.4, at.y() - size, 400, 2 * size)
        side = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        painter.drawText(where, int(side), local(text))
    _paint_below(painter, axes, x_ticks, size)
    painter.setPen(QColor(palette().muted))
    painter.setFont(exact_font(size))
    middle = int(Qt.AlignmentFlag.AlignCenter)
    below = QRectF(area.left(), area.bottom() + size * 1.45, area.width(), size * 1.3)
    painter.drawText(below, middle | int(Qt.TextFlag.TextDontClip), x_name)
    above = QRectF(area.left() - size * 2, area.top() - size * 1.55, 600, size * 1.3)
    painter.drawText(above, int(Qt.AlignmentFlag.AlignVCenter), y_name)


def _paint_below(painter: QPainter, axes: Axes, ticks: Ticks, size: float) -> None:
    """The first axis' numbers, as many as stand apart."""
    free = -1e9
    for value, text in zip(ticks.values, ticks.texts, strict=True):
        at, wide = axes.at(value, axes.y[0]), width_of(local(text), size)
        inside = axes.area.left() - 1 <= at.x() <= axes.area.right() + 1
        if not inside or at.x() - wide / 2 < free:
            continue
        free = at.x() + wide / 2 + size * 0.5
        rect = QRectF(at.x() - 200, axes.area.bottom() + size * 0.15, 400, size * 1.3)
        painter.drawText(rect, int(Qt.AlignmentFlag.AlignCenter), local(text))
