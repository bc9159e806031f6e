"""A curve of a plot."""

import pyqtgraph as pg
from PySide6.QtCore import QRectF


class Line(pg.PlotCurveItem):
    """A curve that takes up the whole plot: pyqtgraph searches its points for their extent, five
    times a frame."""

    def boundingRect(self) -> QRectF:  # noqa: N802
        view = self.getViewBox()
        return QRectF(view.viewRect()) if view is not None else QRectF()

    def viewTransformChanged(self) -> None:  # noqa: N802
        self.prepareGeometryChange()
        super().viewTransformChanged()
