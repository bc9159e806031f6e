"""Surface and curve for the back row: painted large, from the same values as in the window."""

import numpy as np
from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPen, QPolygonF

from gd_visualizer.core.arrays import Floats
from gd_visualizer.descent.names import axis_title, loss_title
from gd_visualizer.descent.state.state import State
from gd_visualizer.scene.curve.kept_runs import surface_kept_lines
from gd_visualizer.scene.surface.gradient_marks import slope_marks
from gd_visualizer.scene.surface.guess import guess_mark
from gd_visualizer.scene.surface.lantern import Lantern, downhill, lantern_at, steepness
from gd_visualizer.scene.surface.log_scale import (
    drawn_heights,
    drawn_path,
    height_ticks,
    shown_slice,
)
from gd_visualizer.scene.surface.minima import shown_minima
from gd_visualizer.scene.surface.slice import DescentPath, SurfaceSlice, descent_path, tangent
from gd_visualizer.scene.surface.tangent import tangent_point
from gd_visualizer.scene.visibility import visibility
from gd_visualizer.text.numerals import MINUS
from gd_visualizer.view.look.style import palette
from gd_visualizer.view.paint.guess import paint_guess
from gd_visualizer.view.paint.labels import paint_label
from gd_visualizer.view.paint.minima import paint_minima
from gd_visualizer.view.paint.text_width import HALF, width_of
from gd_visualizer.view.presenter.axes import Axes, Sizes, area_of, paint_axes, same_scale
from gd_visualizer.view.presenter.marks import paint_kept_runs, paint_lantern_marks
from gd_visualizer.view.surface.lantern import dark_picture
from gd_visualizer.view.surface.map_picture import map_picture
from gd_visualizer.view.text.translate import translate_message


def paint_surface(
    painter: QPainter, rect: QRectF, state: State, surface_slice: SurfaceSlice, sizes: Sizes
) -> Axes:
    """The slice with the path so far and, at Slopes, the slope; where its places are."""
    surface_slice = shown_slice(state, surface_slice)
    flat = len(surface_slice.ranges) == 1
    axes = _paint_frame(painter, rect, state, surface_slice, sizes)
    cell = tuple(
        (b - a) / side for (a, b), side in zip(surface_slice.ranges, axes.size, strict=False)
    )
    path = drawn_path(surface_slice, descent_path(state.descent, surface_slice, cell))
    lantern = None
    if state.display.dark:
        lantern = lantern_at(state.descent, surface_slice, None if flat else axes.size)
    painter.save()
    painter.setClipRect(axes.area)
    _paint_slice(painter, axes, surface_slice, path, lantern, sizes)
    if not lantern:
        _paint_kept_runs(painter, axes, state, surface_slice, sizes)
    _paint_path(painter, axes, state, surface_slice, path, sizes)
    painter.restore()
    found = shown_minima(state, surface_slice)
    here = axes.at(*(path.here.point.tolist() * 2)[:2])
    paint_minima(painter, axes.area, found, lambda v: axes.at(*v.place), sizes.small, here)
    _paint_point(painter, axes, state, surface_slice, path, lantern, sizes)
    guess, dark = guess_mark(state, surface_slice), lantern is not None
    if guess:
        paint_guess(painter, axes.area, axes.at(*guess.place), guess, dark, sizes.small)
    return axes


def _paint_frame(
    painter: QPainter, rect: QRectF, state: State, surface_slice: SurfaceSlice, sizes: Sizes
) -> Axes:
    """The axes with their names and numbers, as large as has room; two have one scale."""
    flat = len(surface_slice.ranges) == 1
    x, y = surface_slice.sides
    most = max(int(rect.height() / (sizes.small * 3)), 2)
    area = area_of(rect, y, sizes.small, height_ticks(surface_slice, most))
    axes = Axes(area if flat else same_scale(area, x, y), x, y)
    ticks = height_ticks(surface_slice, max(int(axes.area.height() / (sizes.small * 3)), 2))
    network = state.descent.lesson.network
    names = [
        translate_message(axis_title(surface_slice.section, network, k))
        for k in range(len(surface_slice.ranges))
    ]
    second = translate_message(loss_title(state.descent.lesson)) if flat else names[1]
    paint_axes(painter, axes, names[0], second, sizes.small, flat, None, ticks)
    return axes


def _paint_slice(
    painter: QPainter,
    axes: Axes,
    surface_slice: SurfaceSlice,
    path: DescentPath,
    lantern: Lantern | None,
    sizes: Sizes,
) -> None:
    if len(surface_slice.ranges) == 1:
        _paint_flat(painter, axes, surface_slice, lantern, sizes)
        return
    size = round(axes.area.width()), round(axes.area.height())
    picture: QImage = (
        dark_picture(surface_slice, lantern, path.rings, *size)
        if lantern
        else map_picture(surface_slice, *size)
    )
    painter.drawImage(axes.area, picture)


def _paint_kept_runs(
    painter: QPainter, axes: Axes, state: State, surface_slice: SurfaceSlice, sizes: Sizes
) -> None:
    flat = len(surface_slice.ranges) == 1

    def line(xs: Floats, ys: Floats) -> QPolygonF:
        return axes.line(xs, drawn_heights(surface_slice, ys) if flat else ys)

    runs = surface_kept_lines(state.descent, surface_slice)
    paint_kept_runs(painter, axes.area, runs, line, sizes.small, rings=flat)


def _paint_flat(
    painter: QPainter,
    axes: Axes,
    surface_slice: SurfaceSlice,
    lantern: Lantern | None,
    sizes: Sizes,
) -> None:
    xs = surface_slice.slice.coordinates[0]
    losses = np.minimum(surface_slice.slice.losses.astype(np.float64), surface_slice.ceiling)
    color = palette().action
    if lantern:
        painter.fillRect(axes.area, QColor(palette().dark_field))
        losses = np.where(lantern.within(xs, xs) <= 1, losses, np.nan)
        color = palette().lantern[-1]
    painter.setPen(QPen(QColor(color), sizes.small * 0.22))
    painter.drawPolyline(axes.line(xs, losses))


def _paint_path(
    painter: QPainter,
    axes: Axes,
    state: State,
    surface_slice: SurfaceSlice,
    path: DescentPath,
    sizes: Sizes,
) -> None:
    flat, dark = len(surface_slice.ranges) == 1, state.display.dark
    colors = palette()
    edge, own = (colors.dark_field, colors.dark_ink) if dark else (colors.path_edge, colors.path)
    style = Qt.PenStyle.SolidLine
    if not path.here.exact:  # a projection: other weights have moved the surface meanwhile
        own, style = own if dark else colors.line, Qt.PenStyle.DashLine
    touched = tangent_point(state, surface_slice) if flat and not dark else None
    if touched:
        xs, ys = tangent(touched, surface_slice.sides, axes.size)
        painter.setPen(QPen(QColor(palette().slope), sizes.small * 0.2))
        painter.drawPolyline(axes.line(xs, ys))
    if not flat:
        for color, width in ((edge, 0.24), (own, 0.1)):
            line = style if color == own else Qt.PenStyle.SolidLine
            painter.setPen(QPen(QColor(color), sizes.small * width, line))
            painter.drawPolyline(axes.line(path.line[:, 0], path.line[:, 1]))
    painter.setPen(QPen(QColor(own), sizes.small * 0.08))
    painter.setBrush(QColor(edge))
    heights = path.ring_losses if flat else path.rings[:, 1]
    for place in axes.line(path.rings[:, 0], heights).toList():
        painter.drawEllipse(place, sizes.small * 0.2, sizes.small * 0.2)


def _paint_point(
    painter: QPainter,
    axes: Axes,
    state: State,
    surface_slice: SurfaceSlice,
    path: DescentPath,
    lantern: Lantern | None,
    sizes: Sizes,
) -> None:
    """The point where we are, with its slope or, in the dark, what is felt around it."""
    current, flat = path.here, len(surface_slice.ranges) == 1
    here = float(current.point[0]), current.loss if flat else float(current.point[1])
    known = not flat or lantern is not None or visibility(state).loss
    if not known:
        here = here[0], surface_slice.loss_range[0]
    place = axes.at(*here)
    if not known:  # somewhere above this weight
        painter.setPen(QPen(QColor(palette().now), sizes.small * 0.1, Qt.PenStyle.DashLine))
        low, high = surface_slice.sides[1]
        painter.drawLine(QLineF(axes.at(here[0], low), axes.at(here[0], high)))
    if not axes.area.adjusted(-1, -1, 1, 1).contains(place):
        return
    if lantern:
        end = downhill(
            surface_slice, lantern, path, axes.size, steepness(state.descent, surface_slice.section)
        )
        if end and visibility(state).downhill:
            _arrow(painter, place, axes.at(*end), sizes.small)
        per = axes.size[0] / (axes.x[1] - axes.x[0])
        paint_lantern_marks(painter, axes.area, lantern, path, place, axes.line, per, sizes.small)
    else:
        _paint_slope(painter, axes, state, surface_slice, place, sizes)
    edge, fill = (palette().paper, palette().now) if known else (palette().now, palette().paper)
    painter.setPen(QPen(QColor(edge), sizes.small * 0.14))
    painter.setBrush(QColor(fill))
    painter.drawEllipse(place, sizes.small * 0.42, sizes.small * 0.42)


def _paint_slope(
    painter: QPainter,
    axes: Axes,
    state: State,
    surface_slice: SurfaceSlice,
    place: QPointF,
    sizes: Sizes,
) -> None:
    """The arrow from ``place``, the ring where it leads, and the slopes in words."""
    shown = slope_marks(state, surface_slice.section, surface_slice.sides, axes.size)
    if shown is None:
        return
    if shown.arrow:
        _arrow(painter, place, axes.at(*shown.arrow), sizes.small)
    if shown.next_step:
        painter.setPen(QPen(QColor(palette().now), sizes.small * 0.12))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawEllipse(axes.at(*shown.next_step), sizes.small * 0.34, sizes.small * 0.34)
    flat, falling = len(shown.numbers) == 1, shown.numbers[0].startswith(MINUS)
    below = shown.arrow is not None and axes.at(*shown.arrow).y() < place.y()
    size = sizes.key if flat else sizes.small
    write_beside(painter, axes, place, translate_message(shown.words), size, falling, below)


def write_beside(
    painter: QPainter,
    axes: Axes,
    place: QPointF,
    text: str,
    size: float,
    right: bool,
    below: bool = False,
    color: str = "slope",
) -> None:
    """Beside a place, inside the area, on a background of their own."""
    wide, high, away = width_of(text, size, HALF) + size * 0.4, size * 1.35, size * 0.7
    x = place.x() + away if right else place.x() - away - wide
    x = min(max(x, axes.area.left() + 4), axes.area.right() - wide - 4)
    y = place.y() + away * 0.6 if below else place.y() - high - away * 0.4
    y = min(max(y, axes.area.top() + 2), axes.area.bottom() - high - 2)
    paint_label(painter, QRectF(x, y, wide, high), text, size, getattr(palette(), color))


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
