"""A drawing on a QPainter, shape by shape."""

from collections.abc import Callable, Mapping, Sequence
from functools import lru_cache
from typing import Any

import numpy as np
import pyqtgraph as pg
from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetricsF,
    QImage,
    QPainter,
    QPainterPath,
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
    Run,
    Shape,
)
from gd_visualizer.drawing.shapes import Words as Line
from gd_visualizer.drawing.typeface import CAPITAL, LOWERED, SMALL, Weight
from gd_visualizer.scene.look.paint import ramp_of
from gd_visualizer.scene.look.palette import Palette
from gd_visualizer.view.look.style import FAMILY, palette
from gd_visualizer.view.paint.lines import in_pieces, paint_pieces
from gd_visualizer.view.paint.pens import FLAT, empty_layer, qcolor, qpen

_WEIGHTS: Mapping[Weight, QFont.Weight] = {
    "regular": QFont.Weight.Normal,
    "semibold": QFont.Weight.DemiBold,
    "bold": QFont.Weight.Bold,
}

_NO_PEN, _NO_BRUSH = Qt.PenStyle.NoPen, Qt.BrushStyle.NoBrush


def paint_drawing(painter: QPainter, drawing: Drawing, colors: Palette | None = None) -> None:
    """Paints it from the painter's origin on, in ``colors`` or those of the window."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    paint_shapes(painter, drawing.shapes, colors or palette())
    painter.restore()


def prepare_shapes(shapes: Sequence[Shape], ratio: float, colors: Palette) -> None:
    """What takes long of them and can be done before they are painted, with ``ratio`` pixels to
    one."""
    for shape in shapes:
        if isinstance(shape, Clip) and shape.rests:
            _resting(shape, ratio, colors)
        elif isinstance(shape, Clip | Placed):
            prepare_shapes(shape.shapes, ratio, colors)
        elif isinstance(shape, Line):
            for run in shape.runs:
                _static(run.text, *_lettering(shape, run))


def paint_shapes(painter: QPainter, shapes: Sequence[Shape], colors: Palette) -> None:
    """Paints shapes one over the other."""
    for shape in shapes:
        _PAINTERS[type(shape)](painter, shape, colors)


def _dress(painter: QPainter, pen: Pen | None, fill: Paint | None, colors: Palette) -> None:
    painter.setPen(qpen(pen, colors) if pen else _NO_PEN)
    painter.setBrush(qcolor(fill, colors) if fill else _NO_BRUSH)


def _paint_path(painter: QPainter, shape: Path, colors: Palette) -> None:
    if not len(shape.points):
        return
    _dress(painter, shape.pen, shape.fill, colors)
    if len(shape.points) == 2 and shape.pen and not shape.closed:
        painter.setPen(qpen(shape.pen, colors, FLAT))  # round ends would take ten times as long
        painter.drawLine(QLineF(*shape.points.ravel().tolist()))
        return
    if shape.pen and in_pieces(shape, shape.pen):
        paint_pieces(painter, shape, shape.pen, colors)
        return
    path = _qpath(shape.points, shape.starts, shape.closed)
    path.setFillRule(Qt.FillRule.WindingFill)
    painter.drawPath(path)


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
        size, weight = _lettering(shape, run)
        text, ascent = _static(run.text, size, weight)
        painter.setPen(qcolor(run.paint or shape.paint, colors))
        painter.setFont(drawing_font(size, weight))
        low = LOWERED * shape.size if run.lowered else 0.0
        painter.drawStaticText(QPointF(x, base + low - ascent), text)
        x += run.width(shape.size, shape.weight)


def _lettering(shape: Line, run: Run) -> tuple[float, Weight]:
    """Size and weight of a part of the words."""
    return shape.size * SMALL if run.lowered else shape.size, run.weight or shape.weight


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
    made = empty_layer(width, height, ratio)
    painter = QPainter(made)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.translate(-left, -top)
    paint_shapes(painter, shape.shapes, colors)
    painter.end()
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
