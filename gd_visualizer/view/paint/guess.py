"""The mark where somebody thinks the lowest place is."""

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QColor, QPainter, QPen

from gd_visualizer.scene.surface.guess import Guess
from gd_visualizer.view.look.style import palette
from gd_visualizer.view.paint.labels import paint_label
from gd_visualizer.view.paint.text_width import HALF, width_of
from gd_visualizer.view.text.translate import translate_message


def paint_guess(
    painter: QPainter, area: QRectF, place: QPointF, guess: Guess, dark: bool, size: float
) -> None:
    """Where somebody thinks the lowest place is, seen at ``place``."""
    if not area.contains(place):
        return
    colors = palette()
    painter.setPen(QPen(QColor(colors.dark_ink if dark else colors.paper), size * 0.12))
    painter.setBrush(QColor(colors.action))
    painter.drawEllipse(place, size * 0.36, size * 0.36)
    text = translate_message(guess.words)
    wide, high = width_of(text, size, HALF) + size * 0.4, size * 1.35
    left = place.x() + size * 0.6
    left = left if left + wide < area.right() else place.x() - size * 0.6 - wide
    box = QRectF(left, max(place.y() - high - size * 0.2, area.top()), wide, high)
    paint_label(painter, box, text, size, dark=dark)
