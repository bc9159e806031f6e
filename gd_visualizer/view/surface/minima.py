"""Once it is light: the lowest places of the surface, with their losses."""

from collections.abc import Callable

import numpy as np
from PySide6.QtCore import QLineF, QPointF, QRectF
from PySide6.QtGui import QColor, QFont, QPainter, QPen

from gd_visualizer.descent.state.state import State
from gd_visualizer.scene.surface.minima import LocalMinimum, local_minima
from gd_visualizer.scene.surface.slice import SurfaceSlice
from gd_visualizer.text.numerals import number
from gd_visualizer.view.explanation.items import width_of
from gd_visualizer.view.look.style import palette
from gd_visualizer.view.paint.labels import paint_label
from gd_visualizer.view.plot.marks import Dots, Mark, Words
from gd_visualizer.view.text.translate import tr


def shown_minima(state: State, surface_slice: SurfaceSlice) -> list[LocalMinimum]:
    """Those that are pointed out: none but over two axes, and after the light has come."""
    if not state.display.revealed or len(surface_slice.ranges) < 2:
        return []
    return [minimum for minimum in local_minima(state.descent, surface_slice) if not minimum.border]


def minimum_marks(state: State, surface_slice: SurfaceSlice) -> list[Mark]:
    """A small dot at each, and what the loss is there."""
    marks: list[Mark] = []
    for minimum in shown_minima(state, surface_slice):
        x, y = minimum.place
        where = np.array([x]), np.array([y])
        marks.append(Dots(*where, 4, palette().path_edge, palette().path, 2))
        marks.append(Words(_words(minimum), x, y, below=True))
    return marks


def paint_minima(
    painter: QPainter,
    area: QRectF,
    found: list[LocalMinimum],
    at: Callable[[LocalMinimum], QPointF],
    size: float,
    here: QPointF,
) -> None:
    """The same on a painted picture, whose valleys are seen ``at`` places of it; no dot covers
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
