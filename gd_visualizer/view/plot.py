"""A bare plot in the program's look: fixed ranges, round ticks from the scene, mouse as wishes."""

from collections.abc import Sequence

import pyqtgraph as pg
from PySide6.QtCore import QEvent, QPointF, Qt, Signal
from PySide6.QtGui import QMouseEvent

from gd_visualizer.view.style import PALETTE, font

pg.setConfigOptions(antialias=True)
Ticks = tuple[Sequence[float], Sequence[str]]


class Plot(pg.PlotWidget):
    """``pressed``, ``dragged`` and ``released`` give places in the plot's own units."""

    pressed = Signal(QPointF)
    dragged = Signal(QPointF)
    released = Signal(QPointF)
    moved = Signal(QPointF)

    def __init__(self) -> None:
        super().__init__(background=PALETTE.paper)
        self.setMenuEnabled(False)
        self.hideButtons()
        self.setMouseEnabled(False, False)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setMinimumSize(200, 120)
        self.getViewBox().setDefaultPadding(0)
        self.getPlotItem().layout.setContentsMargins(0, 10, 10, 0)
        self.getViewBox().disableAutoRange()
        for side in ("left", "bottom"):
            axis = self.getAxis(side)
            axis.setPen(pg.mkPen(PALETTE.line if side == "bottom" else PALETTE.paper))
            axis.setTextPen(PALETTE.muted)
            axis.setStyle(tickFont=font(13), tickLength=0)
            axis.setGrid(False)
        self.getAxis("left").setWidth(64)
        self.viewport().installEventFilter(self)
        self.viewport().setMouseTracking(True)
        self._grid: list[pg.InfiniteLine] = []
        self._down = False

    def line(self, color: str, width: float, dashed: bool = False) -> pg.PlotCurveItem:
        """A curve that later gets its data."""
        style = Qt.PenStyle.DashLine if dashed else Qt.PenStyle.SolidLine
        item = pg.PlotCurveItem(pen=pg.mkPen(color, width=width, style=style))
        item.setSegmentedLineMode("on")
        self.addItem(item)
        return item

    def name_axes(self, x: str, y: str) -> None:
        """Names of both axes."""
        style = {"color": PALETTE.ink, "font-size": "14px"}
        self.setLabel("bottom", x, **style)
        self.setLabel("left", y, **style)

    def set_ranges(self, x: tuple[float, float], y: tuple[float, float]) -> None:
        """Exactly these ranges."""
        self.getViewBox().setRange(xRange=x, yRange=y, padding=0, disableAutoRange=True)

    def set_ticks(self, x: Ticks, y: Ticks, grid: bool = True) -> None:
        """Round places and their texts; level grid lines at those of y."""
        self.getAxis("bottom").setTicks([list(zip(*x, strict=True))])
        self.getAxis("left").setTicks([list(zip(*y, strict=True))])
        heights = list(y[0]) if grid else []
        while len(self._grid) < len(heights):
            line = pg.InfiniteLine(angle=0, pen=pg.mkPen(PALETTE.grid, width=1))
            line.setZValue(-10)
            self.getPlotItem().addItem(line, ignoreBounds=True)
            self._grid.append(line)
        for k, line in enumerate(self._grid):
            line.setVisible(k < len(heights))
            if k < len(heights):
                line.setPos(heights[k])

    def eventFilter(self, _watched: object, event: QEvent) -> bool:  # noqa: N802
        if isinstance(event, QMouseEvent) and event.type() in _MOUSE:
            place = self.getViewBox().mapSceneToView(self.mapToScene(event.position().toPoint()))
            self._tell(event, place)
        return False

    def _tell(self, event: QMouseEvent, place: QPointF) -> None:
        left = event.button() == Qt.MouseButton.LeftButton
        if event.type() == QEvent.Type.MouseButtonPress and left:
            self._down = True
            self.pressed.emit(place)
        elif event.type() == QEvent.Type.MouseButtonRelease and left:
            self._down = False
            self.released.emit(place)
        elif event.type() == QEvent.Type.MouseMove:
            (self.dragged if self._down else self.moved).emit(place)


_MOUSE = (
    QEvent.Type.MouseButtonPress,
    QEvent.Type.MouseButtonRelease,
    QEvent.Type.MouseMove,
)


def point_item() -> pg.ScatterPlotItem:
    """The current point: orange, with an edge that sets it off from any ground."""
    item = pg.ScatterPlotItem(
        size=17,
        brush=pg.mkBrush(PALETTE.now),
        pen=pg.mkPen(PALETTE.paper, width=3),
        pxMode=True,
    )
    item.setZValue(20)
    return item
