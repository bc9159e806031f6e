"""Words on a picture, on a pale ground of their own."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QFont, QPainter

from gd_visualizer.view.look.style import exact_font, palette

_PALE = 220


def paint_label(
    painter: QPainter, box: QRectF, text: str, size: float, color: str = "", dark: bool = False
) -> None:
    """``text`` in the middle of ``box``, ``size`` pixels high; ``dark``: on the night."""
    surface_slice = QColor(palette().night if dark else palette().paper)
    surface_slice.setAlpha(_PALE)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(surface_slice)
    painter.drawRoundedRect(box, size * 0.2, size * 0.2)
    painter.setPen(QColor(color or (palette().night_ink if dark else palette().ink)))
    painter.setFont(exact_font(size, QFont.Weight.DemiBold))
    painter.drawText(box, int(Qt.AlignmentFlag.AlignCenter), text)
