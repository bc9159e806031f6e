"""The icons of the buttons, painted: an icon font would double the time to the first window."""

import math
from collections.abc import Callable
from functools import lru_cache

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QIcon, QPainter, QPainterPath, QPen, QPixmap, QPolygonF

from gd_visualizer.view.look.style import px

_GRID = 16.0  # every icon is drawn on 16 × 16 units
_SHARPNESS = 3  # pixels a unit of the screen, enough for a device pixel ratio of 3


def icon(name: str, color: str) -> QIcon:
    """The icon ``name`` in one colour, as large as the text beside it."""
    return _drawn(name, color, px(_GRID))


@lru_cache(maxsize=128)
def _drawn(name: str, color: str, size: int) -> QIcon:
    picture = QPixmap(size * _SHARPNESS, size * _SHARPNESS)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.scale(size * _SHARPNESS / _GRID, size * _SHARPNESS / _GRID)
    pen = QPen(QColor(color), 1.7)
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    painter.setPen(pen)
    _ICONS[name](painter, QColor(color))
    painter.end()
    picture.setDevicePixelRatio(_SHARPNESS)
    return QIcon(picture)


def icon_size() -> QSize:
    """The size to set on a button."""
    return QSize(px(_GRID), px(_GRID))


def _triangle(painter: QPainter, color: QColor, left: float, right: float) -> None:
    painter.setBrush(color)
    top, bottom = 8 - abs(right - left) * 0.62, 8 + abs(right - left) * 0.62
    painter.drawPolygon(QPolygonF([QPointF(left, top), QPointF(left, bottom), QPointF(right, 8)]))


def _step(painter: QPainter, color: QColor) -> None:
    _triangle(painter, color, 4.5, 12)


def _back(painter: QPainter, color: QColor) -> None:
    _triangle(painter, color, 11.5, 4)


def _run(painter: QPainter, color: QColor) -> None:
    _triangle(painter, color, 2, 7.5)
    _triangle(painter, color, 8.5, 14)


def _pause(painter: QPainter, color: QColor) -> None:
    painter.setBrush(color)
    for left in (4.0, 9.6):
        painter.drawRect(QRectF(left, 3.5, 2.4, 9))


def _reset(painter: QPainter, color: QColor) -> None:
    painter.drawArc(QRectF(3, 3, 10, 10), 125 * 16, 290 * 16)
    tip = QPointF(8 + 5 * math.cos(math.radians(125)), 8 - 5 * math.sin(math.radians(125)))
    painter.setBrush(color)
    painter.drawPolygon(QPolygonF([tip, tip + QPointF(-0.2, -3.4), tip + QPointF(-3.2, -0.2)]))


def _dice(painter: QPainter, color: QColor) -> None:
    painter.drawRoundedRect(QRectF(2.5, 2.5, 11, 11), 2.5, 2.5)
    painter.setBrush(color)
    painter.setPen(Qt.PenStyle.NoPen)
    for x, y in ((5.6, 5.6), (8, 8), (10.4, 10.4)):
        painter.drawEllipse(QPointF(x, y), 1.1, 1.1)


def _export(painter: QPainter, _color: QColor) -> None:
    painter.drawLine(QPointF(8, 10), QPointF(8, 2.5))
    painter.drawPolyline(QPolygonF([QPointF(5, 5.2), QPointF(8, 2.2), QPointF(11, 5.2)]))
    path = QPainterPath(QPointF(2.8, 8.5))
    for x, y in ((2.8, 13.4), (13.2, 13.4), (13.2, 8.5)):
        path.lineTo(x, y)
    painter.drawPath(path)


def _chevron(painter: QPainter, tip: float, back: float) -> None:
    painter.drawPolyline(QPolygonF([QPointF(back, 4), QPointF(tip, 8), QPointF(back, 12)]))


def _pictures(painter: QPainter, _color: QColor) -> None:
    for left in (2.0, 9.0):
        painter.drawRect(QRectF(left, 3.5, 5, 9))


def _points(painter: QPainter, color: QColor) -> None:
    painter.drawLine(QPointF(2.5, 2.5), QPointF(2.5, 13.5))
    painter.drawLine(QPointF(2.5, 13.5), QPointF(13.5, 13.5))
    painter.setBrush(color)
    painter.setPen(Qt.PenStyle.NoPen)
    for x, y in ((5.5, 10), (8, 6.5), (10.5, 9), (12.2, 4)):
        painter.drawEllipse(QPointF(x, y), 1.2, 1.2)


def _list(painter: QPainter, _color: QColor) -> None:
    for y in (4.0, 8.0, 12.0):
        painter.drawLine(QPointF(2.5, y), QPointF(13.5, y))


def _fold(painter: QPainter, _color: QColor) -> None:
    _chevron(painter, 3.5, 7.5)
    _chevron(painter, 8.5, 12.5)


def _unfold(painter: QPainter, _color: QColor) -> None:
    _chevron(painter, 7.5, 3.5)
    _chevron(painter, 12.5, 8.5)


def _left(painter: QPainter, _color: QColor) -> None:
    _chevron(painter, 6, 10)


def _right(painter: QPainter, _color: QColor) -> None:
    _chevron(painter, 10, 6)


def _plus(painter: QPainter, _color: QColor) -> None:
    painter.drawLine(QPointF(8, 3.5), QPointF(8, 12.5))
    painter.drawLine(QPointF(3.5, 8), QPointF(12.5, 8))


def _whole(painter: QPainter, _color: QColor) -> None:
    for x, y in ((1, 1), (1, -1), (-1, 1), (-1, -1)):
        corner = QPointF(8 + 5 * x, 8 + 5 * y)
        painter.drawLine(corner, corner - QPointF(3 * x, 0))
        painter.drawLine(corner, corner - QPointF(0, 3 * y))


def _lantern(painter: QPainter, color: QColor) -> None:
    painter.setBrush(color)
    painter.drawEllipse(QPointF(8, 8), 2.6, 2.6)
    for turn in range(8):
        direction = QPointF(math.cos(turn * math.pi / 4), math.sin(turn * math.pi / 4))
        painter.drawLine(QPointF(8, 8) + direction * 4.6, QPointF(8, 8) + direction * 6.4)


def _settings(painter: QPainter, color: QColor) -> None:
    for y, knob in ((3.5, 10.5), (8, 5.5), (12.5, 9.5)):
        painter.drawLine(QPointF(2, y), QPointF(14, y))
        painter.setBrush(color)
        painter.drawEllipse(QPointF(knob, y), 1.6, 1.6)


def _present(painter: QPainter, color: QColor) -> None:
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRoundedRect(QRectF(1.5, 2.5, 13, 8.5), 1, 1)
    painter.drawLine(QPointF(8, 11), QPointF(8, 13.5))
    painter.drawLine(QPointF(5, 14), QPointF(11, 14))
    _ = color


_ICONS: dict[str, Callable[[QPainter, QColor], None]] = {
    "step": _step,
    "back": _back,
    "run": _run,
    "pause": _pause,
    "reset": _reset,
    "points": _points,
    "dice": _dice,
    "export": _export,
    "fold": _fold,
    "unfold": _unfold,
    "settings": _settings,
    "present": _present,
    "left": _left,
    "right": _right,
    "plus": _plus,
    "list": _list,
    "pictures": _pictures,
    "whole": _whole,
    "lantern": _lantern,
}
