"""How the slider of learning rates is painted: the groove with its kinds, the mark, the handle."""

from typing import NamedTuple

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QPainter, QPainterPath, QPen

from gd_visualizer.view.look.style import palette, px

_HIGH, _HANDLE = 8, 18


class Look(NamedTuple):
    """How the handle is at the moment."""

    focused: bool
    hovered: bool
    enabled: bool


def color_of(kind: str) -> QColor:
    """The colour of a kind of next step; of ``still`` or none, that of the groove."""
    return QColor(getattr(palette(), f"band_{kind}", palette().groove))


def paint_groove(
    painter: QPainter,
    ends: tuple[float, float],
    middle: float,
    segments: list[tuple[float, float, str]],
) -> None:
    """The groove from one end to the other, and on it what each segment (from, to, kind) is."""
    high = px(_HIGH)
    groove = QRectF(ends[0], middle - high / 2, ends[1] - ends[0], high)
    outline = QPainterPath()
    outline.addRoundedRect(groove, high / 2, high / 2)
    painter.save()
    painter.setClipPath(outline)
    painter.fillRect(groove, QColor(palette().groove))
    for left, right, kind in segments:
        painter.save()
        place = QRectF(left, groove.top(), right - left, high)
        painter.setClipRect(place, Qt.ClipOperation.IntersectClip)
        _PAINTED.get(kind, _plain)(painter, place, color_of(kind))
        painter.restore()
    painter.restore()


def paint_critical(painter: QPainter, x: float, middle: float) -> None:
    """A small triangle that points down at the groove."""
    low, high, half = middle - px(_HIGH) / 2 - 1, middle - px(_HIGH) / 2 - px(7), px(4)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(palette().ink))
    painter.drawPolygon([QPointF(x - half, high), QPointF(x + half, high), QPointF(x, low)])


def paint_left(painter: QPainter, x: float, middle: float) -> None:
    """A pale ring where the handle was before the drag that goes on."""
    fill, rim = QColor(palette().paper), QColor(palette().muted)
    fill.setAlphaF(0.5)
    painter.setPen(QPen(rim, px(2)))
    painter.setBrush(fill)
    radius = px(_HANDLE) / 2 - px(2)
    painter.drawEllipse(QPointF(x, middle), radius, radius)


def paint_handle(painter: QPainter, x: float, middle: float, look: Look, kind: str) -> None:
    """Paper with a rim; in its middle the colour of what it hides, in focus a second ring."""
    colors, at = palette(), QPointF(x, middle)
    rim = colors.action_deep if look.hovered else colors.action
    rim = rim if look.enabled else colors.line
    width = px(3) if look.focused else px(2)
    radius = px(_HANDLE) / 2
    painter.setPen(QPen(QColor(rim), width))
    painter.setBrush(QColor(colors.action if look.focused else colors.paper))
    painter.drawEllipse(at, radius - width / 2, radius - width / 2)
    if look.focused:
        painter.setPen(QPen(QColor(colors.paper), px(2)))
        painter.drawEllipse(at, radius - px(4), radius - px(4))
    if kind and kind != "still":
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(color_of(kind))
        painter.drawEllipse(at, px(3), px(3))


def _plain(painter: QPainter, place: QRectF, color: QColor) -> None:
    painter.fillRect(place, color)


def _barred(painter: QPainter, place: QRectF, color: QColor) -> None:
    """Thin upright bars of paper."""
    painter.fillRect(place, color)
    apart, width = px(5), px(1)
    x = _first(place.left(), apart)
    while x < place.right():
        if place.left() + width < x < place.right() - 2 * width:  # a narrow one keeps its colour
            painter.fillRect(QRectF(x, place.top(), width, place.height()), QColor(palette().paper))
        x += apart


def _hatched(painter: QPainter, place: QRectF, color: QColor) -> None:
    """Thin slanted bars of paper."""
    painter.fillRect(place, color)
    apart, high = px(6), place.height()
    painter.setPen(QPen(QColor(palette().paper), px(1.5)))
    x = _first(place.left() - high, apart)
    while x < place.right():
        painter.drawLine(QPointF(x, place.bottom() + 1), QPointF(x + high, place.top() - 1))
        x += apart


def _dotted(painter: QPainter, place: QRectF, color: QColor) -> None:
    """A row of dots on the bare groove."""
    apart, radius = px(6), place.height() / 4
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QBrush(color))
    x = _first(place.left(), apart)
    while x < place.right():
        painter.drawEllipse(QPointF(x + radius, place.center().y()), radius, radius)
        x += apart


def _first(left: float, apart: int) -> float:
    """Patterns keep their places while an edge moves."""
    return left // apart * apart


_PAINTED = {"lower": _plain, "across": _barred, "higher": _hatched, "overflow": _dotted}
