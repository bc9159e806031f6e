"""A bare plot in the program's look: fixed ranges, round ticks from the scene, mouse as signals."""

from collections.abc import Sequence

import numpy as np
import pyqtgraph as pg
from PySide6.QtCore import QEvent, QPointF, QRect, QRectF, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFocusEvent,
    QFontMetrics,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPen,
    QWheelEvent,
)

from gd_visualizer.descent.state.section import Range
from gd_visualizer.scene.look.ticks import Ticks as Marks
from gd_visualizer.scene.look.ticks import floor_of
from gd_visualizer.view.look.style import font, look, palette, px
from gd_visualizer.view.plot.grid import Grid
from gd_visualizer.view.plot.line import Line
from gd_visualizer.view.plot.readout import Readout
from gd_visualizer.view.text.translate import localize_numbers

pg.setConfigOptions(antialias=True)
Ticks = tuple[Sequence[float], Sequence[str]]
_ZOOM_A_NOTCH = 0.85
_MARGINS, _BELOW = (3, 8, 12, 4), 44  # around the axes; the bottom axis' height


class Plot(pg.PlotWidget):
    """``pressed``, ``released``, ``moved``, ``clicked`` (down and up at one place of the area; told
    before ``released``) and ``chosen`` (by a double click) give places in the plot's own units;
    ``dragged`` the place and how far it is from the last one; ``zoomed`` the place and a factor
    (below 1: nearer); ``area_changed`` the width and height of the area in pixels."""

    pressed = Signal(QPointF)
    dragged = Signal(QPointF, QPointF)
    released = Signal(QPointF)
    chosen = Signal(QPointF)
    clicked = Signal(QPointF)
    moved = Signal(QPointF)
    left = Signal()
    zoomed = Signal(QPointF, float)
    area_changed = Signal(float, float)
    restyled = Signal()

    def __init__(self, name: str) -> None:
        super().__init__(background=palette().paper, enableMenu=False)
        self.setAccessibleName(name)
        self.hideButtons()
        self.setMouseEnabled(False, False)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        box = self.getViewBox()
        box.setDefaultPadding(0)
        box.disableAutoRange()
        box.sigResized.connect(self._tell_area)
        self._look = look()
        self._names = ("", "")
        self._ranges: tuple[Range, Range] | None = None
        self._shown: tuple[Ticks, Ticks, bool, float | None] | None = None
        self._grid = Grid(self)
        self._readout = Readout(self)
        self._last: QPointF | None = None
        self._down: QPointF | None = None  # until the mouse has moved from there
        self.viewport().installEventFilter(self)
        self.viewport().setMouseTracking(True)
        self._restyle()

    def line(self) -> pg.PlotCurveItem:
        """A curve that later gets its pen and its data."""
        item = Line()
        item.setSegmentedLineMode("on")
        self.addItem(item)
        return item

    def name_axes(self, x: str, y: str) -> None:
        """Writes the translated names ``x`` and ``y`` beside the axes."""
        if (x, y) != self._names:
            self._names = (x, y)
            self._write_names()

    def set_ranges(self, x: Range, y: Range, pad: float = 0) -> None:
        """These ranges, with room for so many designed pixels on every side."""
        if pad:
            width, height = self.area()
            x, y = _padded(x, px(pad) / width), _padded(y, px(pad) / height)
        if (x, y) == self._ranges:  # asking again would paint everything once more
            return
        self._ranges = x, y
        self.getViewBox().setRange(xRange=x, yRange=y, padding=0, disableAutoRange=True)

    def set_ticks(self, x: Ticks, y: Ticks, grid: bool = True) -> None:
        """Round places and their texts; level grid lines at those of y."""
        floor = self._floor_of(y) if grid else None
        if self._shown == (x, y, grid, floor):
            return
        self._shown = (x, y, grid, floor)
        x, y = ((values, tuple(map(localize_numbers, texts))) for values, texts in (x, y))
        self.getAxis("bottom").setTicks([list(zip(*x, strict=True))])
        self.getAxis("left").setTicks([list(zip(*y, strict=True))])
        self._make_room(y[1])
        (low, high), _ = self.getViewBox().viewRange()
        self._grid.show(y[0] if grid else (), floor, low, high)
        self._line_below()

    @property
    def ticks(self) -> tuple[Ticks, Ticks]:
        """Values and English texts of the ticks below and at the left."""
        return self._shown[:2] if self._shown else (((), ()), ((), ()))

    def _floor_of(self, y: Ticks) -> float | None:
        """Where the axis of weights or steps lies, if that is at a loss of 0."""
        low, high = self._ranges[1] if self._ranges else (0.0, 0.0)
        return floor_of(Marks(tuple(y[0]), tuple(y[1])), low, high)

    def _line_below(self) -> None:
        """The line of the bottom axis: at the bottom, unless it lies at the floor."""
        color = palette().paper if self._grid.has_floor else palette().line
        axis = self.getAxis("bottom")
        if axis.pen().color() != QColor(color):
            axis.setPen(pg.mkPen(color))

    def _make_room(self, texts: Sequence[str]) -> None:
        """The left axis as wide as its numbers need; the same for all that are short."""
        metrics = QFontMetrics(font(13))
        need = max((metrics.horizontalAdvance(text) for text in texts), default=0) + px(32)
        wide = max(px(66), need)
        if self.getAxis("left").width() != wide:
            self.getAxis("left").setWidth(wide)

    def read_out(self, text: str, place: QPointF) -> None:
        """``text`` beside a place of the plot; nothing, where it is empty."""
        self._readout.show_text(text)
        if text:
            at = self.mapFromScene(self.getViewBox().mapViewToScene(place))
            self._readout.put_beside(at)

    def pixels_between(self, a: QPointF, b: QPointF) -> float:
        """How far apart two places of the plot are on screen."""
        box = self.getViewBox()
        away = box.mapViewToScene(a) - box.mapViewToScene(b)
        return float(np.hypot(away.x(), away.y()))

    def most_ticks(self) -> tuple[int, int]:
        """How many ticks the bottom and the left axis have room for."""
        width, height = self.area()
        return max(int(width / px(58)), 2), max(int(height / px(38)), 2)

    def area(self) -> tuple[float, float]:
        """Width and height of the area in pixels."""
        box = self.getViewBox()
        return max(box.width(), 1.0), max(box.height(), 1.0)

    def area_in(self, width: float, height: float) -> tuple[float, float]:
        """About what axes and margins would leave of a plot of so many pixels."""
        left, top, right, bottom = (px(side) for side in _MARGINS)
        wide = width - self.getAxis("left").width() - left - right
        return max(wide, 1.0), max(height - px(_BELOW) - top - bottom, 1.0)

    def light_axis(self, which: str) -> None:
        """Lights up the bottom or the left axis' name; an empty name: neither."""
        for side in ("bottom", "left"):
            lit = side == which
            self.getAxis(side).label.setDefaultTextColor(
                QColor(palette().action if lit else palette().ink)
            )

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange and self._look != look():
            self._look = look()
            self._restyle()
            self.restyled.emit()

    def _restyle(self) -> None:
        self.setBackground(palette().paper)
        self.setMinimumSize(px(180), px(110))
        self.getPlotItem().layout.setContentsMargins(*(px(side) for side in _MARGINS))
        for side in ("left", "bottom"):
            axis = self.getAxis(side)
            axis.setPen(pg.mkPen(palette().paper))
            axis.setTextPen(palette().muted)
            axis.setStyle(tickFont=font(13), tickLength=0, tickTextOffset=px(5))
            axis.setGrid(False)
            axis.enableAutoSIPrefix(False)  # the ticks' texts say it all
        self.getAxis("left").setWidth(px(66))
        self.getAxis("bottom").setHeight(px(_BELOW))
        self._grid.restyle()
        self._line_below()
        self._write_names()

    def _write_names(self) -> None:
        style = {"color": palette().ink, "font-size": f"{px(14)}px"}
        self.setLabel("bottom", self._names[0], **style)
        self.setLabel("left", self._names[1], **style)

    def _tell_area(self) -> None:
        self.area_changed.emit(*self.area())

    def eventFilter(self, _watched: object, event: QEvent) -> bool:  # noqa: N802
        if isinstance(event, QMouseEvent) and event.type() in _MOUSE:
            place = self.getViewBox().mapSceneToView(self.mapToScene(event.position().toPoint()))
            self._tell(event, place)
        elif event.type() == QEvent.Type.Leave:
            self._readout.hide()
            self.left.emit()
        return False

    def _tell(self, event: QMouseEvent, place: QPointF) -> None:
        left = event.button() == Qt.MouseButton.LeftButton
        kind = event.type()
        if kind == QEvent.Type.MouseButtonDblClick and left:
            self.chosen.emit(place)
        elif kind == QEvent.Type.MouseButtonPress and left:
            self._last = self._down = event.position()
            self.pressed.emit(place)
        elif kind == QEvent.Type.MouseButtonRelease and left:
            self._last = None
            if self._still(event) and self.getViewBox().viewRect().contains(place):
                self.clicked.emit(place)
            self._down = None
            self.released.emit(place)
        elif kind == QEvent.Type.MouseMove and self._last is not None and not _held(event):
            self._last = self._down = None  # the button went up where nobody told us, in a dialog
            self.released.emit(place)
        elif kind == QEvent.Type.MouseMove and self._last is not None:
            if not self._still(event):
                self._down = None
            scene = self.getViewBox().mapSceneToView
            before = scene(self.mapToScene(self._last.toPoint()))
            self._last = event.position()
            self.dragged.emit(place, place - before)
        elif kind == QEvent.Type.MouseMove:
            self.moved.emit(place)

    @property
    def steady(self) -> bool:
        """Whether the mouse has not left where its button went down: a hand trembles."""
        return self._down is not None

    def _still(self, event: QMouseEvent) -> bool:
        return self._down is not None and (event.position() - self._down).manhattanLength() < px(4)

    def wheelEvent(self, event: QWheelEvent) -> None:  # noqa: N802
        notches = event.angleDelta().y() / 120
        if notches:
            place = self.getViewBox().mapSceneToView(self.mapToScene(event.position().toPoint()))
            self.zoomed.emit(place, _ZOOM_A_NOTCH**notches)
        event.accept()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Keys belong to the view around the plot, not to pyqtgraph's own history of ranges."""
        event.ignore()

    def focusInEvent(self, event: QFocusEvent) -> None:  # noqa: N802
        super().focusInEvent(event)
        self.viewport().update()

    def focusOutEvent(self, event: QFocusEvent) -> None:  # noqa: N802
        super().focusOutEvent(event)
        self.viewport().update()

    def drawForeground(self, painter: QPainter, rect: QRectF | QRect) -> None:  # noqa: N802
        super().drawForeground(painter, rect)
        if self.hasFocus():
            painter.save()
            painter.resetTransform()
            painter.setPen(QPen(QColor(palette().action), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(self.viewport().rect().adjusted(1, 1, -1, -1), 6, 6)
            painter.restore()


def _held(event: QMouseEvent) -> bool:
    return bool(event.buttons() & Qt.MouseButton.LeftButton)


def _padded(shown: Range, share: float) -> Range:
    side = (shown[1] - shown[0]) * min(share, 0.25)
    return shown[0] - side, shown[1] + side


_MOUSE = (
    QEvent.Type.MouseButtonPress,
    QEvent.Type.MouseButtonRelease,
    QEvent.Type.MouseButtonDblClick,
    QEvent.Type.MouseMove,
)
