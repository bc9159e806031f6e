"""The mouse as a pointer on the class's screen."""

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QCursor, QPainter, QPixmap

from gd_visualizer.view.look.style import palette

_SIZE = 0.03  # of the screen's height


def pointer_cursor(height: int) -> QCursor:
    """A ring with a dot that can be seen from the last row, on a screen ``height`` px high."""
    size = round(height * _SIZE) * 2
    picture = QPixmap(size, size)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    ring = QColor(palette().now)
    ring.setAlpha(120)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(ring)
    painter.drawEllipse(QRectF(1, 1, size - 2, size - 2))
    painter.setBrush(QColor(palette().now))
    painter.drawEllipse(QPointF(size / 2, size / 2), size * 0.16, size * 0.16)
    painter.end()
    return QCursor(picture, size // 2, size // 2)
