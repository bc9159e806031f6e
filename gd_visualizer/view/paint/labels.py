"""Words on a picture, on a pale background of their own."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QFont, QPainter

from gd_visualizer.core.arrays import Floats
from gd_visualizer.view.look.style import exact_font, palette

_PALE = 220


def paint_label(
    painter: QPainter, box: QRectF, text: str, size: float, color: str = "", dark: bool = False
) -> None:
    """``text`` in the middle of ``box``, ``size`` pixels high; ``dark``: on the dark field."""
    background = QColor(palette().dark_field if dark else palette().paper)
    background.setAlpha(_PALE)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(background)
    painter.drawRoundedRect(box, size * 0.2, size * 0.2)
    painter.setPen(QColor(color or (palette().dark_ink if dark else palette().ink)))
    painter.setFont(exact_font(size, QFont.Weight.DemiBold))
    painter.drawText(box, int(Qt.AlignmentFlag.AlignCenter), text)


def free_box(boxes: list[QRectF], taken: list[QRectF], lines: Floats) -> QRectF:
    """The box that meets nothing ``taken``, if there is one, and covers least of ``lines`` (n, 2);
    of several, the first."""
    return min(boxes, key=lambda box: (any(map(box.intersects, taken)), _covered(box, lines)))


def _covered(box: QRectF, places: Floats) -> int:
    """How many of the places lie in a box."""
    x, y = places[:, 0], places[:, 1]
    inside = (x > box.left()) & (x < box.right()) & (y > box.top()) & (y < box.bottom())
    return int(inside.sum())
