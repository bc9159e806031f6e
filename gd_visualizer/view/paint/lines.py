"""Long lines on a QPainter, quickly: in pieces, of which Qt needs no outline."""

from collections import deque
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
_PIECE = 8  # of so many points each, all or none but the first stay
_SEEN = 0.1  # px from the line, where they would be
_LAST: deque[tuple[Floats, Floats]] = deque(maxlen=1)
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
    points = straightened(shape.points) if shape.starts is None else shape.points
    if shape.pen and shape.pen.dashes and shape.starts is None:
        lines = dashes(points, np.multiply(shape.pen.dashes, shape.pen.width))
    else:
        lines = np.hstack((points[:-1], points[1:]), dtype=np.float64)
    if shape.starts is not None:
        lines = np.delete(lines, shape.starts[1:] - 1, axis=0)
    first = cast(QLineF, shiboken6.wrapInstance(lines.ctypes.data, QLineF))
    painter.drawLines(first, len(lines))


def straightened(points: Floats) -> Floats:
    """The same line (n, 2) without points that it would pass as near as nobody sees: most of a
    smooth one, whose painting takes as long as there are points. It is asked for once for each pen
    of a line."""
    if not _LAST or _LAST[0][0] is not points:
        _LAST.append((points, _straightened(points)))
    return _LAST[0][1]


def _straightened(points: Floats) -> Floats:
    pieces = (len(points) - 1) // _PIECE
    if len(points) <= _SHORT:
        return points
    place = np.ascontiguousarray(points, np.float64).view(np.complex128)[:, 0]
    ends = place[: pieces * _PIECE + 1 : _PIECE, None]
    chord = ends[1:] - ends[:-1]
    along = (place[: pieces * _PIECE].reshape(pieces, _PIECE) - ends[:-1]) * chord.conj()
    length = np.abs(chord)
    off = np.abs(along.imag) > _SEEN * length
    off |= (along.real < 0) | (along.real > length * length)
    kept = np.ones(len(points), bool)
    kept[: pieces * _PIECE].reshape(pieces, _PIECE)[:, 1:] = off.any(axis=1, keepdims=True)
    return points[kept]


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
