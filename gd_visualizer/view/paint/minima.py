"""Marks at the local minima, with their losses."""

from collections.abc import Callable

from PySide6.QtCore import QLineF, QPointF, QRectF
from PySide6.QtGui import QColor, QFont, QPainter, QPen

from gd_visualizer.scene.surface.minima import LocalMinimum
from gd_visualizer.text.numerals import number
from gd_visualizer.view.look.style import palette
from gd_visualizer.view.paint.labels import paint_label
from gd_visualizer.view.paint.text_width import width_of
from gd_visualizer.view.text.translate import tr


def paint_minima(
    painter: QPainter,
    area: QRectF,
    found: list[LocalMinimum],
    at: Callable[[LocalMinimum], QPointF],
    size: float,
    here: QPointF,
) -> None:
    """Marks at the minima ``found``, seen ``at`` places of a painted picture; no dot covers
    the point, which is seen ``here``."""
    for minimum in found:
        place, text = at(minimum), _words(minimum)
        if QLineF(place, here).length() > size * 0.8:
            painter.setPen(QPen(QColor(palette().path), size * 0.1))
            painter.setBrush(QColor(palette().path_edge))
            painter.drawEllipse(place, size * 0.22, size * 0.22)
        wide, high = width_of(text, size * 0.92, QFont.Weight.DemiBold) + size * 0.3, size * 1.2
        left = place.x() + size * 0.5
        left = left if left + wide < area.right() else place.x() - size * 0.5 - wide
        box = QRectF(left, min(place.y() + size * 0.25, area.bottom() - high), wide, high)
        paint_label(painter, box, text, size * 0.92)


def _words(minimum: LocalMinimum) -> str:
    return tr("low: {loss}", loss=number(minimum.loss, 3))
