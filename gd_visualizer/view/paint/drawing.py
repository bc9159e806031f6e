"""A drawing on a QPainter, shape by shape."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from functools import lru_cache
from typing import Any, cast

import numpy as np
import pyqtgraph as pg
import shiboken6
from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetricsF,
    QImage,
    QPainter,
    QPainterPath,
    QPen,
    QPixmap,
    QRadialGradient,
    QStaticText,
)

from gd_visualizer.core.arrays import Floats, Ints
from gd_visualizer.drawing.shapes import (
    Box,
    Clip,
    Dots,
    Drawing,
    Glow,
    Image,
    Paint,
    Path,
    Pen,
    Placed,
    Shape,
)
from gd_visualizer.drawing.shapes import Words as Line
from gd_visualizer.drawing.typeface import CAPITAL, LOWERED, SMALL, Weight
from gd_visualizer.scene.look.paint import color_of, ramp_of
from gd_visualizer.scene.look.palette import Palette
from gd_visualizer.view.look.style import FAMILY, palette

_WEIGHTS: Mapping[Weight, QFont.Weight] = {
    "regular": QFont.Weight.Normal,
    "semibold": QFont.Weight.DemiBold,
    "bold": QFont.Weight.Bold,
}

_FLAT, _SQUARE = Qt.PenCapStyle.FlatCap, Qt.PenCapStyle.SquareCap
_NO_PEN, _NO_BRUSH = Qt.PenStyle.NoPen, Qt.BrushStyle.NoBrush
_THIN = 2.0  # px
_SHORT = 16  # places of a line
_MOST_DASHED = 1e5  # px of a line: one that leads astray has more dashes than anybody sees


def paint_drawing(painter: QPainter, drawing: Drawing, colors: Palette | None = None) -> None:
    """Paints it from the painter's origin on, in ``colors`` or those of the window."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    paint_shapes(painter, drawing.shapes, colors or palette())
    painter.restore()


def paint_shapes(painter: QPainter, shapes: Sequence[Shape], colors: Palette) -> None:
    """Paints shapes one over the other."""
    for shape in shapes:
        _PAINTERS[type(shape)](painter, shape, colors)


def _dress(painter: QPainter, pen: Pen | None, fill: Paint | None, colors: Palette) -> None:
    painter.setPen(_pen(pen, colors) if pen else _NO_PEN)
    painter.setBrush(qcolor(fill, colors) if fill else _NO_BRUSH)


@lru_cache(maxsize=1024)
def _pen(pen: Pen, colors: Palette, cap: Qt.PenCapStyle | None = None) -> QPen:
    """Nobody may change it; with ends of another ``cap`` than a line usually has."""
    made = QPen(qcolor(pen.paint, colors), pen.width)
    if pen.width >= _THIN:  # of thin lines nobody sees it, and it takes twice as long
        made.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
        made.setCapStyle(Qt.PenCapStyle.RoundCap)
    if pen.dashes:
        made.setCapStyle(_FLAT)
        made.setDashPattern(pen.dashes)
    if cap is not None:
        made.setCapStyle(cap)
    return made


@lru_cache(maxsize=1024)
def qcolor(paint: Paint, colors: Palette) -> QColor:
    """A paint in a palette, as Qt's colour."""
    made = QColor(color_of(paint, colors))
    made.setAlphaF(paint.opacity)
    return made


def _paint_path(painter: QPainter, shape: Path, colors: Palette) -> None:
    if not len(shape.points):
        return
    _dress(painter, shape.pen, shape.fill, colors)
    if len(shape.points) == 2 and shape.pen and not shape.closed:
        painter.setPen(_pen(shape.pen, colors, _FLAT))  # round ends would take ten times as long
        painter.drawLine(QLineF(*shape.points.ravel().tolist()))
        return
    if shape.pen and _plain(shape, shape.pen):
        _paint_pieces(painter, shape, shape.pen, colors)
        return
    path = _qpath(shape.points, shape.starts, shape.closed)
    path.setFillRule(Qt.FillRule.WindingFill)
    painter.drawPath(path)


def _plain(shape: Path, pen: Pen) -> bool:
    """Whether it looks the same in pieces, of which Qt needs no outline: many, or a long one."""
    if shape.fill or shape.closed:
        return False
    if pen.dashes:
        whole = shape.starts is None and pen.paint.opacity == 1
        return whole and len(shape.points) > _SHORT and _length(shape.points) < _MOST_DASHED
    return shape.starts is not None or (pen.paint.opacity == 1 and len(shape.points) > _SHORT)


def _paint_pieces(painter: QPainter, shape: Path, pen: Pen, colors: Palette) -> None:
    """Square ends cover the gaps, and are painted as quickly as none. Of what lets something
    through, ends that touch add up to one line in a layer of its own."""
    if pen.paint.opacity == 1:
        painter.setPen(_pen(replace(pen, dashes=()), colors, _FLAT if pen.dashes else _SQUARE))
        _draw_lines(painter, shape)
        return
    left, top = np.floor(shape.points.min(axis=0) - pen.width).tolist()
    right, bottom = np.ceil(shape.points.max(axis=0) + pen.width).tolist()
    layer = _empty(right - left, bottom - top, painter.device().devicePixelRatioF())
    with QPainter(layer) as over:
        over.setRenderHints(painter.renderHints())
        over.setCompositionMode(QPainter.CompositionMode.CompositionMode_Plus)
        over.translate(-left, -top)
        over.setPen(_pen(pen, colors, _FLAT))
        _draw_lines(over, shape)
    painter.drawPixmap(QPointF(left, top), layer)


def _draw_lines(painter: QPainter, shape: Path) -> None:
    """Qt reads the array itself: a thousand lines made one by one take longer than their
    painting."""
    lines = np.hstack((shape.points[:-1], shape.points[1:]), dtype=np.float64)
    if shape.starts is not None:
        lines = np.delete(lines, shape.starts[1:] - 1, axis=0)
    elif shape.pen and shape.pen.dashes:
        lines = dashes(shape.points, np.multiply(shape.pen.dashes, shape.pen.width))
    first = cast(QLineF, shiboken6.wrapInstance(lines.ctypes.data, QLineF))
    painter.drawLines(first, len(lines))


def _length(points: Floats) -> float:
    return float(np.hypot(*np.diff(points, axis=0).T).sum())


def dashes(points: Floats, lengths: Floats) -> Floats:
    """The drawn parts of a line (n, 2) as short lines (m, 4), where ``lengths`` in px are drawn
    and left out in turns; Qt takes ten times as long for its own."""
    along = np.hypot(*np.diff(points, axis=0).T)
    at = np.concatenate(([0.0], np.cumsum(along)))
    period = lengths.sum()
    ends = np.cumsum(lengths)[:-1]
    cuts = period * np.arange(at[-1] // period + 1)[:, None] + np.concatenate(([0.0], ends))
    places = np.unique(np.concatenate((at, cuts[cuts < at[-1]])))
    middle = (places[1:] + places[:-1]) / 2 % period
    drawn = np.searchsorted(ends, middle, side="right") % 2 == 0
    x, y = (np.interp(places, at, side) for side in points.T)
    made: Floats = np.column_stack((x[:-1], y[:-1], x[1:], y[1:]))[drawn]
    return made


def _qpath(points: Floats, starts: Ints | None, closed: bool) -> QPainterPath:
    connect: Ints | str = "all"
    if starts is not None:
        connect = np.ones(len(points), np.int32)
        connect[starts[1:] - 1] = 0
    xs, ys = np.ascontiguousarray(points.T)
    path: QPainterPath = pg.arrayToQPath(xs, ys, connect=connect, finiteCheck=False)
    if closed and starts is None:
        path.closeSubpath()
    return path


def _paint_dots(painter: QPainter, shape: Dots, colors: Palette) -> None:
    _dress(painter, shape.pen, shape.fill, colors)
    for x, y in shape.centers.tolist():
        painter.drawEllipse(QPointF(x, y), shape.radius, shape.radius)


def _paint_box(painter: QPainter, shape: Box, colors: Palette) -> None:
    _dress(painter, shape.pen, shape.fill, colors)
    painter.drawRoundedRect(QRectF(*shape.rect), shape.round, shape.round)


def _paint_words(painter: QPainter, shape: Line, colors: Palette) -> None:
    if shape.plate or shape.pen:
        _paint_box(painter, Box(shape.rect, shape.plate, shape.pen, shape.round), colors)
    if not shape.turned:
        _paint_runs(painter, shape, shape.x, shape.y, colors)
        return
    painter.save()
    painter.translate(shape.x, shape.y)
    painter.rotate(-90)
    _paint_runs(painter, shape, 0.0, 0.0, colors)
    painter.restore()


def _paint_runs(painter: QPainter, shape: Line, x: float, y: float, colors: Palette) -> None:
    x -= shape.width * shape.anchor.value
    base = y + CAPITAL / 2 * shape.size
    for run in shape.runs:
        weight = run.weight or shape.weight
        size = shape.size * SMALL if run.lowered else shape.size
        text, ascent = _static(run.text, size, weight)
        painter.setPen(qcolor(run.paint or shape.paint, colors))
        painter.setFont(drawing_font(size, weight))
        low = LOWERED * shape.size if run.lowered else 0.0
        painter.drawStaticText(QPointF(x, base + low - ascent), text)
        x += run.width(shape.size, shape.weight)


@lru_cache(maxsize=256)
def drawing_font(size: float, weight: Weight) -> QFont:
    """The typeface as drawings measure it: no kerning, no ligatures, no hints."""
    made = QFont(FAMILY)
    made.setPixelSize(max(round(size), 1))
    made.setWeight(_WEIGHTS[weight])
    made.setKerning(False)
    made.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    return made


@lru_cache(maxsize=2048)  # most words of a picture are those of the last one
def _static(text: str, size: float, weight: Weight) -> tuple[QStaticText, float]:
    font = drawing_font(size, weight)
    made = QStaticText(text)
    made.setTextFormat(Qt.TextFormat.PlainText)
    made.prepare(font=font)
    return made, QFontMetricsF(font).ascent()


def _paint_image(painter: QPainter, shape: Image, colors: Palette) -> None:
    rows = np.ascontiguousarray(shape.indices)
    height, width = rows.shape
    image = QImage(rows.data, width, height, width, QImage.Format.Format_Indexed8)
    image.setColorTable(_color_table(shape.role, shape.count, colors))
    painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform, shape.smooth)
    painter.drawImage(QRectF(*shape.rect), image)


@lru_cache(maxsize=16)
def _color_table(role: str, count: int, colors: Palette) -> list[int]:
    return [QColor(c).rgb() for c in ramp_of(role, count, colors)]


def _paint_glow(painter: QPainter, shape: Glow, colors: Palette) -> None:
    rect, reach = QRectF(*shape.rect), shape.stops[-1][0]
    shade = QRadialGradient(QPointF(0, 0), reach)
    for share, opacity in shape.stops:
        shade.setColorAt(share / reach, qcolor(Paint(shape.role, opacity), colors))
    painter.save()
    painter.translate(rect.center())
    painter.scale(rect.width() / 2, rect.height() / 2)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(shade)
    painter.drawEllipse(QPointF(0, 0), reach, reach)
    painter.restore()


def _paint_clip(painter: QPainter, shape: Clip, colors: Palette) -> None:
    if shape.rests:
        ratio = painter.device().devicePixelRatioF()
        painter.drawPixmap(QRectF(*shape.rect).topLeft(), _resting(shape, ratio, colors))
        return
    painter.save()
    outline = QPainterPath()
    if shape.oval:
        outline.addEllipse(QRectF(*shape.rect))
        painter.setClipPath(outline, Qt.ClipOperation.IntersectClip)
    else:
        painter.setClipRect(QRectF(*shape.rect), Qt.ClipOperation.IntersectClip)
    paint_shapes(painter, shape.shapes, colors)
    painter.restore()


def _paint_placed(painter: QPainter, shape: Placed, colors: Palette) -> None:
    painter.save()
    painter.translate(shape.x, shape.y)
    paint_shapes(painter, shape.shapes, colors)
    painter.restore()


@lru_cache(maxsize=8)  # a map in the window and one for the class, each in two lights
def _resting(shape: Clip, ratio: float, colors: Palette) -> QPixmap:
    left, top, width, height = shape.rect
    made = _empty(width, height, ratio)
    painter = QPainter(made)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.translate(-left, -top)
    paint_shapes(painter, shape.shapes, colors)
    painter.end()
    return made


def _empty(width: float, height: float, ratio: float) -> QPixmap:
    """Nothing painted yet; so many px at so many pixels each."""
    made = QPixmap(max(round(width * ratio), 1), max(round(height * ratio), 1))
    made.setDevicePixelRatio(ratio)
    made.fill(Qt.GlobalColor.transparent)
    return made


_PAINTERS: Mapping[type, Callable[[QPainter, Any, Palette], None]] = {
    Path: _paint_path,
    Dots: _paint_dots,
    Box: _paint_box,
    Line: _paint_words,
    Image: _paint_image,
    Glow: _paint_glow,
    Clip: _paint_clip,
    Placed: _paint_placed,
}
