"""What the presenter's surface shows besides: the dark field, kept runs, the step to be taken."""

from collections.abc import Callable, Sequence

import numpy as np
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPolygonF

from gd_visualizer.core.arrays import Floats
from gd_visualizer.scene.curve.kept_runs import KeptRunLine
from gd_visualizer.scene.surface.lantern import Lantern
from gd_visualizer.scene.surface.slice import DescentPath
from gd_visualizer.view.paint.kept_runs import run_color, run_pen
from gd_visualizer.view.paint.labels import paint_label
from gd_visualizer.view.paint.lantern_labels import paint_direction_labels
from gd_visualizer.view.paint.text_width import HALF, width_of
from gd_visualizer.view.text.translate import translate_message

Line = Callable[[Floats, Floats], QPolygonF]


def paint_kept_runs(
    painter: QPainter,
    area: QRectF,
    kept_lines: Sequence[KeptRunLine],
    line: Line,
    size: float,
    rings: bool = False,
) -> None:
    """Kept runs: dashed lines, or rings, with their names at the ends."""
    for kept_line in kept_lines:
        color, places = QColor(run_color(kept_line.look)), line(kept_line.xs, kept_line.ys)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(run_pen(kept_line.look, size * 0.16))
        if rings:
            for place in places.toList():
                painter.drawEllipse(place, size * 0.2, size * 0.2)
        else:
            painter.drawPolyline(places)
        if places.isEmpty():
            continue
        end, text = places.last(), translate_message(kept_line.words)
        if not area.contains(end):
            text = (
                f"{text} →"
                if end.x() > area.right()
                else f"← {text}"
                if end.x() < area.left()
                else f"{text} ↑"
            )
            end = QPointF(
                min(max(end.x(), area.left()), area.right()),
                min(max(end.y(), area.top()), area.bottom()),
            )
        _name(painter, area, end, text, size, color)


def _name(
    painter: QPainter, area: QRectF, place: QPointF, text: str, size: float, color: QColor
) -> None:
    wide, high = width_of(text, size, HALF) + size * 0.4, size * 1.3
    x = min(max(place.x() - wide - size * 0.4, area.left()), area.right() - wide)
    y = place.y() - high - size * 0.2
    y = y if y > area.top() else place.y() + size * 0.3
    paint_label(painter, QRectF(x, y, wide, high), text, size, color.name())


def paint_lantern_marks(
    painter: QPainter,
    area: QRectF,
    lantern: Lantern,
    path: DescentPath,
    here: QPointF,
    line: Line,
    per_x: float,
    size: float,
) -> None:
    """The direction labels around the point that is at ``here`` on screen, in px."""
    flat = not lantern.radius[1]
    heights = path.ring_losses if flat else path.rings[:, 1]
    path_places = np.array([(p.x(), p.y()) for p in line(path.rings[:, 0], heights).toList()])
    radius = lantern.radius[0] * per_x
    paint_direction_labels(painter, lantern, here, radius, area, path_places.reshape(-1, 2), size)
