"""Beside the map: which colour is which loss."""

from PySide6.QtCore import QEvent, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from gd_visualizer.descent.numerals import number
from gd_visualizer.scene.colors import ramp
from gd_visualizer.scene.slices import Ground
from gd_visualizer.view.style import font, palette, px
from gd_visualizer.view.translate import local, tr

_APART = 18  # designed pixels between two numbers, at least


class ColorScale(QWidget):
    """The bands of the map from low to high, with the heights between them."""

    def __init__(self) -> None:
        super().__init__()
        self._levels: tuple[float, ...] = ()
        self._dark = False
        self._measure()

    def show_ground(self, ground: Ground) -> None:
        """The levels of a map."""
        if ground.levels != self._levels:
            self._levels = ground.levels
            self.setAccessibleName(tr("Loss by colour"))
            self.update()

    def darken(self, dark: bool) -> None:
        """Tells nothing while it is dark."""
        if dark != self._dark:
            self._dark = dark
            self.update()

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self._measure()

    def _measure(self) -> None:
        self.setFixedWidth(px(78))

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802
        painter = QPainter(self)
        if self._dark:
            painter.end()
            return
        painter.setFont(font(12))
        top, bottom = float(px(30)), float(self.height() - px(48))
        painter.setPen(QColor(palette().muted))
        painter.drawText(QRectF(0, 0, self.width(), top - px(4)), _BELOW, tr("loss"))
        colors = ramp(palette().surface, len(self._levels) + 1)
        high = (bottom - top) / len(colors)
        for k, color in enumerate(colors):
            band = QRectF(px(4), bottom - (k + 1) * high, px(12), high + 0.5)
            painter.fillRect(band, QColor(color))
        last = bottom + px(_APART)
        for k, level in enumerate(self._levels, 1):
            y, text = bottom - k * high, number(level, 3)
            room = self.width() - px(20)
            fits = painter.fontMetrics().horizontalAdvance(text) <= room  # a cut number is wrong
            if last - y >= px(_APART) and fits:
                painter.drawText(QRectF(px(20), y - px(9), room, px(18)), _BESIDE, local(text))
                last = y
        painter.end()


_BELOW = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignBottom
_BESIDE = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
