"""Long lines on a QPainter, quickly: in pieces, of which Qt needs no outline."""

from typing import cast

import numpy as np
import shiboken6
from msgspec.structs import replace
from PySide6.QtCore import QLineF, QPointF
from PySide6.QtGui import QPainter

from gd_visualizer.core.arrays import Floats, distinct
from gd_visualizer.drawing.shapes import Path, Pen
from gd_visualizer.scene.look.palette import Palette
from gd_visualizer.view.paint.pens import FLAT, SQUARE, empty_layer, qpen

_SHORT = 16  # places of a line
_MOST_DASHED = 1e5  # px of a line: one that leads astray has more dashes than anybody sees


def in_pieces(shape: Path, pen: Pen) -> bool:
    """Whether it looks the same in pieces, of which Qt needs no outline: many, or a long one."""
    if shape.fill or shape.closed:
        return False
    if pen.dashes:
        whole = shape.starts is None and pen.paint.opacity == 1
        return whole and len(shape.points) > _SHORT and _length(shape.points) < _MOST_DASHED
    return shape.starts is not None or (pen.paint.opacity == 1 and len(shape.points) > _SHORT)


def paint_pieces(painter: QPainter, shape: Path, pen: Pen, colors: Palette) -> None:
    """Square ends cover the gaps, and are painted as quickly as none. Of what lets something
    through, ends that touch add up to one line in a layer of its own."""
    if pen.paint.opacity == 1:
        painter.setPen(qpen(replace(pen, dashes=()), colors, FLAT if pen.dashes else SQUARE))
        _draw_lines(painter, shape)
        return
    left, top = np.floor(shape.points.min(axis=0) - pen.width).tolist()
    right, bottom = np.ceil(shape.points.max(axis=0) + pen.width).tolist()
    layer = empty_layer(right - left, bottom - top, painter.device().devicePixelRatioF())
    with QPainter(layer) as over:
        over.setRenderHints(painter.renderHints())
        over.setCompositionMode(QPainter.CompositionMode.CompositionMode_Plus)
        over.translate(-left, -top)
        over.setPen(qpen(pen, colors, FLAT))
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
    places = distinct(np.concatenate((at, cuts[cuts < at[-1]])))
    middle = (places[1:] + places[:-1]) / 2 % period
    drawn = np.searchsorted(ends, middle, side="right") % 2 == 0
    x, y = (np.interp(places, at, side) for side in points.T)
    made: Floats = np.column_stack((x[:-1], y[:-1], x[1:], y[1:]))[drawn]
    return made
