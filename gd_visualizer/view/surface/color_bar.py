"""Beside the map: which colour is which loss."""

from PySide6.QtCore import QEvent, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from gd_visualizer.scene.look.colors import ramp
from gd_visualizer.scene.surface.levels import level_texts
from gd_visualizer.scene.surface.slice import SurfaceSlice
from gd_visualizer.view.look.style import font, palette, px
from gd_visualizer.view.text.fitted import on_one_line
from gd_visualizer.view.text.translate import localize_numbers, tr

_APART = 18  # designed pixels between two numbers, at least


class ColorScale(QWidget):
    """The bands of the map from low to high, with the heights between them."""

    def __init__(self) -> None:
        super().__init__()
        self._levels: tuple[float, ...] = ()
        self._dark = False
        self._measure()

    def show_slice(self, surface_slice: SurfaceSlice) -> None:
        """Shows the bands between the levels of ``surface_slice``."""
        if surface_slice.levels != self._levels:
            self._levels = surface_slice.levels
            self.setAccessibleName(tr("Loss by colour"))
            self.update()

    def darken(self, dark: bool) -> None:
        """Keeps its room and shows nothing while ``dark``."""
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
        for y, text in self.numbers():
            room = QRectF(px(20), y - px(9), self.width() - px(20), px(18))
            painter.setFont(on_one_line(font(12), text, room.width()))
            painter.drawText(room, _BESIDE, text)
        painter.end()

    def numbers(self) -> list[tuple[float, str]]:
        """What is written beside which height, from below: as many as stand apart."""
        top, bottom = float(px(30)), float(self.height() - px(48))
        texts = level_texts(self._levels)
        high, last = (bottom - top) / (len(texts) + 1), bottom + px(_APART)
        found: list[tuple[float, str]] = []
        for k, text in enumerate(texts, 1):
            y = bottom - k * high
            if last - y >= px(_APART):
                found.append((y, localize_numbers(text)))
                last = y
        return found


_BELOW = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignBottom
_BESIDE = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
