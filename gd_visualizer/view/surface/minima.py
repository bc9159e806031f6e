"""Once it is light: the lowest places of the surface, with their losses."""

from collections.abc import Callable

import numpy as np
from PySide6.QtCore import QLineF, QPointF, QRectF
from PySide6.QtGui import QColor, QFont, QPainter, QPen

from gd_visualizer.descent.state.state import State
from gd_visualizer.scene.surface.minima import Valley, valleys
from gd_visualizer.scene.surface.slice import Ground
from gd_visualizer.text.numerals import number
from gd_visualizer.view.explanation.items import width_of
from gd_visualizer.view.look.style import palette
from gd_visualizer.view.paint.labels import paint_label
from gd_visualizer.view.plot.marks import Dots, Mark, Words
from gd_visualizer.view.text.translate import tr


def shown_valleys(state: State, ground: Ground) -> list[Valley]:
    """Those that are pointed out: none but over two axes, and after the light has come."""
    if not state.display.revealed or len(ground.ranges) < 2:
        return []
    return [valley for valley in valleys(state.descent, ground) if not valley.border]


def valley_marks(state: State, ground: Ground) -> list[Mark]:
    """A small dot at each, and what the loss is there."""
    marks: list[Mark] = []
    for valley in shown_valleys(state, ground):
        x, y = valley.place
        where = np.array([x]), np.array([y])
        marks.append(Dots(*where, 4, palette().path_edge, palette().path, 2))
        marks.append(Words(_words(valley), x, y, below=True))
    return marks


def paint_valleys(
    painter: QPainter,
    area: QRectF,
    found: list[Valley],
    at: Callable[[Valley], QPointF],
    size: float,
    here: QPointF,
) -> None:
    """The same on a painted picture, whose valleys are seen ``at`` places of it; no dot covers
    the point, which is seen ``here``."""
    for valley in found:
        place, text = at(valley), _words(valley)
        if QLineF(place, here).length() > size * 0.8:
            painter.setPen(QPen(QColor(palette().path), size * 0.1))
            painter.setBrush(QColor(palette().path_edge))
            painter.drawEllipse(place, size * 0.22, size * 0.22)
        wide, high = width_of(text, size * 0.92, QFont.Weight.DemiBold) + size * 0.3, size * 1.2
        left = place.x() + size * 0.5
        left = left if left + wide < area.right() else place.x() - size * 0.5 - wide
        box = QRectF(left, min(place.y() + size * 0.25, area.bottom() - high), wide, high)
        paint_label(painter, box, text, size * 0.92)


def _words(valley: Valley) -> str:
    return tr("low: {loss}", loss=number(valley.loss, 3))
