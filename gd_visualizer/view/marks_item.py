"""Marks on a plot: dots and words at places of the plot, in sizes of the screen.

One item that paints all of them: pyqtgraph's scatter plots and texts take five times as long for
a handful of marks, at every repaint.
"""

from dataclasses import dataclass

import numpy as np
import pyqtgraph as pg
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPen
from PySide6.QtWidgets import QStyleOptionGraphicsItem, QWidget

from gd_visualizer.core.arrays import Floats
from gd_visualizer.view.style import font, palette, px


@dataclass(frozen=True, eq=False)
class Dots:
    """Round marks of one look at ``xs``, ``ys`` (n,)."""

    xs: Floats
    ys: Floats
    radius: float
    fill: str
    edge: str
    width: float


@dataclass(frozen=True)
class Words:
    """``text`` beside a place: right of it and above, or left of it, or below."""

    text: str
    x: float
    y: float
    left: bool = False
    below: bool = False


class MarksItem(pg.GraphicsObject):
    """Above everything else in the plot."""

    def __init__(self) -> None:
        super().__init__()
        self.setZValue(20)
        self._marks: tuple[Dots | Words, ...] = ()

    def show_marks(self, *marks: Dots | Words) -> None:
        """These and no others."""
        self._marks = marks
        self.update()

    def viewRangeChanged(self) -> None:  # noqa: N802
        """pyqtgraph tells that the plot shows something else."""
        self.prepareGeometryChange()

    def viewTransformChanged(self) -> None:  # noqa: N802
        """pyqtgraph tells that the plot's size has changed."""
        self.prepareGeometryChange()

    def boundingRect(self) -> QRectF:  # noqa: N802
        """All that the plot shows."""
        view = self.getViewBox()
        return QRectF(view.viewRect()) if view is not None else QRectF()

    def paint(
        self, painter: QPainter, _option: QStyleOptionGraphicsItem, _widget: QWidget | None = None
    ) -> None:
        to_screen = painter.worldTransform()
        painter.save()
        painter.resetTransform()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        scale = to_screen.m11(), to_screen.m22(), to_screen.dx(), to_screen.dy()
        area = to_screen.mapRect(self.boundingRect())
        for mark in self._marks:
            if isinstance(mark, Words):
                _write(painter, mark, scale, area)
            else:
                _dot(painter, mark, scale, area)
        painter.restore()


Scale = tuple[float, float, float, float]


def now(x: float, y: float, inside: bool = True) -> Dots:
    """The current point: orange, with an edge that sets it off from any ground; hollow, where it
    only says in which direction the point has left the picture."""
    colors = (palette().now, palette().paper) if inside else (palette().paper, palette().now)
    return Dots(np.array([x]), np.array([y]), 8.5, *colors, 3)


def _dot(painter: QPainter, dots: Dots, scale: Scale, area: QRectF) -> None:
    painter.setPen(QPen(QColor(dots.edge), px(dots.width)))
    painter.setBrush(QColor(dots.fill))
    with np.errstate(all="ignore"):
        xs, ys = dots.xs * scale[0] + scale[2], dots.ys * scale[1] + scale[3]
    radius = px(10 * dots.radius) / 10
    room = area.adjusted(-2 * radius, -2 * radius, 2 * radius, 2 * radius)
    inside = (xs > room.left()) & (xs < room.right()) & (ys > room.top()) & (ys < room.bottom())
    for x, y in zip(xs[inside].tolist(), ys[inside].tolist(), strict=True):
        painter.drawEllipse(QPointF(x, y), radius, radius)


def _write(painter: QPainter, words: Words, scale: Scale, area: QRectF) -> None:
    face = font(15, QFont.Weight.DemiBold)
    side_room = area.right() - (words.x * scale[0] + scale[2])
    to_the_left = words.left or side_room < QFontMetricsF(face).horizontalAdvance(words.text) + px(
        16
    )
    x, y = words.x * scale[0] + scale[2], words.y * scale[1] + scale[3]
    away, high, wide = px(12), px(24), px(400)
    left = x - away - wide if to_the_left else x + away
    top = y + px(2) if words.below else y - px(2) - high
    side = Qt.AlignmentFlag.AlignRight if to_the_left else Qt.AlignmentFlag.AlignLeft
    painter.setFont(face)
    ground = QColor(palette().paper)
    ground.setAlpha(215)
    advance = QFontMetricsF(face).horizontalAdvance(words.text)
    start = x - away - advance if to_the_left else x + away
    painter.fillRect(QRectF(start - 2, top + px(2), advance + 4, high - px(4)), ground)
    painter.setPen(QColor(palette().ink))
    painter.drawText(
        QRectF(left, top, wide, high), side | Qt.AlignmentFlag.AlignVCenter, words.text
    )
