"""The peer of a key press: a bare window with two of pyqtgraph's plots, made the plain way."""

# mypy: allow-untyped-calls

import numpy as np
import pyqtgraph as pg
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

POINTS = 1000


class BareWindow(QWidget):
    """An image with a marker, and a curve of 1,000 points with a marker; a key moves both on."""

    def __init__(self) -> None:
        super().__init__()
        picture, curve = pg.PlotWidget(), pg.PlotWidget()
        layout = QHBoxLayout(self)
        for plot in (picture, curve):
            layout.addWidget(plot)
        self.views = [plot.viewport() for plot in (picture, curve)]
        picture.addItem(pg.ImageItem(np.random.default_rng(3).uniform(size=(101, 101))))
        self._heights = 1 / (1 + np.arange(POINTS) / 50)
        self._curve = curve.plot(self._heights, pen=pg.mkPen("y", width=2))
        self._markers = [plot.plot([0], [0], pen=None, symbol="o") for plot in (picture, curve)]
        self._at = 0

    def keyPressEvent(self, _event: QKeyEvent) -> None:  # noqa: N802
        """The next of the 1,000 places."""
        self._at = (self._at + 1) % POINTS
        self._curve.setData(self._heights)
        self._markers[0].setData([self._at % 101], [50])
        self._markers[1].setData([self._at], [self._heights[self._at]])
