"""The map in its plot, and the dark over it."""

import pyqtgraph as pg
from PySide6.QtCore import QRectF
from PySide6.QtGui import QImage, QPainter
from PySide6.QtWidgets import QStyleOptionGraphicsItem, QWidget

from gd_visualizer.core.arrays import Floats
from gd_visualizer.scene.surface.lantern import Lantern
from gd_visualizer.scene.surface.slice import SurfaceSlice
from gd_visualizer.view.surface.lantern import dark_picture
from gd_visualizer.view.surface.map_picture import map_picture


class MapItem(pg.GraphicsObject):
    """A picture over the ranges of its slice, in the plot's own units."""

    def __init__(self) -> None:
        super().__init__()
        self._image, self._dark_image = QImage(), QImage()
        self._veil = 0.0
        self._rect = QRectF()

    @property
    def image(self) -> QImage:
        """The map without the dark, in pixels of the screen; a null image before the first."""
        return self._image

    def show_slice(self, surface_slice: SurfaceSlice, width: int, height: int) -> None:
        """Draws the map, ``width`` × ``height`` px."""
        self._place(surface_slice)
        self._image = map_picture(surface_slice, width, height)
        self.update()

    def show_dark(
        self,
        surface_slice: SurfaceSlice,
        lantern: Lantern,
        visited: Floats,
        width: int,
        height: int,
    ) -> None:
        """Draws what is seen in the dark, ``width`` × ``height`` px."""
        self._place(surface_slice)
        self._dark_image, self._veil = (
            dark_picture(surface_slice, lantern, visited, width, height),
            1.0,
        )
        self.update()

    def veil(self, share: float) -> None:
        """How much of the dark still lies over the map: 0 none, 1 all of it."""
        if share != self._veil:
            self._veil = 0.0 if self._dark_image.isNull() else share
            self.update()

    def _place(self, surface_slice: SurfaceSlice) -> None:
        (x0, x1), (y0, y1) = surface_slice.ranges
        rect = QRectF(x0, y0, x1 - x0, y1 - y0)
        if rect != self._rect:
            self.prepareGeometryChange()
            self._rect = rect

    def boundingRect(self) -> QRectF:  # noqa: N802
        return self._rect

    def paint(
        self, painter: QPainter, _option: QStyleOptionGraphicsItem, _widget: QWidget | None = None
    ) -> None:
        target = painter.worldTransform().mapRect(self._rect)
        painter.save()
        painter.resetTransform()  # pixel for pixel; scaled only while another size is on its way
        if self._veil < 1:
            painter.drawImage(target, self._image)
        if self._veil > 0:
            painter.setOpacity(self._veil)
            painter.drawImage(target, self._dark_image)
        painter.restore()
