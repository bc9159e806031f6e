"""The loss over one weight, with its tangent, or over two weights as a map of filled levels."""

from typing import cast

import numpy as np
import pyqtgraph as pg
from contourpy import contour_generator
from PySide6.QtCore import QPointF, QRectF, Signal
from PySide6.QtGui import QColor, QImage, QPainter, QPainterPath, QPen
from PySide6.QtWidgets import QVBoxLayout, QWidget

from gd_visualizer.core.arrays import Floats
from gd_visualizer.core.landscape import Slice
from gd_visualizer.descent.numerals import number
from gd_visualizer.descent.state import State
from gd_visualizer.scene.colors import ramp, rgb
from gd_visualizer.scene.levels import level_heights
from gd_visualizer.scene.names import label
from gd_visualizer.scene.ranges import Range, axis_values
from gd_visualizer.scene.slices import loss_heights
from gd_visualizer.scene.ticks import linear_ticks
from gd_visualizer.view.plot import Plot, point_item
from gd_visualizer.view.style import PALETTE

_PIXELS = 640
_GRAB = 16


class SurfaceView(QWidget):
    """Asks for other weights by dragging the point: ``point_dragged`` gives a value by name."""

    point_dragged = Signal(object)
    point_dropped = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._plot = Plot()
        self._plot.setAccessibleName("Loss surface")
        self._image = pg.ImageItem()
        self._image.setZValue(-5)
        self._plot.addItem(self._image)
        self._curve = self._plot.line(PALETTE.action, 3)
        self._tangent = self._plot.line(PALETTE.slope, 3)
        self._casing = self._plot.line(PALETTE.path_edge, 5)
        self._path = self._plot.line(PALETTE.path, 2)
        self._past = pg.ScatterPlotItem(
            size=8, brush=pg.mkBrush(PALETTE.path_edge), pen=pg.mkPen(PALETTE.path, width=2)
        )
        self._now = point_item()
        for item in (self._past, self._now):
            self._plot.addItem(item)
        self._plot.pressed.connect(self._press)
        self._plot.dragged.connect(self._drag)
        self._plot.released.connect(self._release)
        self._plot.moved.connect(self._hover)
        self._slice: Slice | None = None
        self._ranges: list[Range] = []
        self._state: State | None = None
        self._shown: Range = (0.0, 1.0)
        self._grabbed = False
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._plot)

    def sync(self, new: State, _old: State | None) -> None:
        """The marks; the slice itself comes by ``show_slice``."""
        self._state = new
        if self._slice and self._fits(self._slice):
            self._draw_marks()

    def show_slice(self, grid: Slice, ranges: list[Range]) -> None:
        """A slice, or a finer one."""
        if not self._state or not self._fits(grid):
            return
        other = self._slice is None or self._slice.axes != grid.axes or ranges != self._ranges
        self._slice, self._ranges = grid, ranges
        if other or grid.losses.ndim == 2:
            losses = self._state.descent.timeline.losses()[: self._state.descent.row + 1]
            path = axis_values(self._state.descent, grid.axes)
            losses = losses if len(losses) == len(path) else losses[-1:]
            self._shown = loss_heights(grid, ranges, path, losses)
        flat = grid.losses.ndim == 1
        self._image.setVisible(not flat)
        for item in (self._curve, self._tangent):
            item.setVisible(flat)
        for item in (self._path, self._casing):
            item.setVisible(not flat)
        if flat:
            self._curve.setData(grid.coordinates[0], grid.losses.astype(np.float64))
        else:
            self._image.setImage(_picture(grid, self._shown), autoLevels=False)
            (x0, x1), (y0, y1) = ranges
            self._image.setRect(QRectF(x0, y0, x1 - x0, y1 - y0))
        self._frame()
        self._draw_marks()

    def _fits(self, grid: Slice) -> bool:
        if not self._state:
            return False
        display = self._state.display
        return grid.axes == (display.axes[:1] if display.surface == "slope" else display.axes)

    def _frame(self) -> None:
        """Ranges, ticks and names."""
        if not self._slice or not self._state:
            return
        network = self._state.descent.lesson.network
        names = [_name(label(network, axis)) for axis in self._slice.axes]
        if len(names) == 1:
            low, high = self._shown
            side = (high - low) * 0.06
            y_range = (low - side, high + side)
            ticks = linear_ticks(*y_range, 6)
            self._plot.name_axes(names[0], "loss")
        else:
            y_range = self._ranges[1]
            ticks = linear_ticks(*y_range, 7)
            self._plot.name_axes(names[0], names[1])
        x_range = self._ranges[0]
        x_ticks = linear_ticks(*x_range, 7)
        box = self._plot.getViewBox()
        box.setAspectLocked(len(names) == 2, 1.0)
        self._plot.set_ranges(x_range, y_range)
        self._plot.set_ticks(
            (x_ticks.values, x_ticks.texts), (ticks.values, ticks.texts), grid=len(names) == 1
        )

    def _draw_marks(self) -> None:
        if not self._slice or not self._state:
            return
        descent = self._state.descent
        path = axis_values(descent, self._slice.axes)
        if len(self._slice.axes) == 2:
            self._path.setData(path[:, 0], path[:, 1])
            self._casing.setData(path[:, 0], path[:, 1])
            past = path[-201:-1]
            self._past.setData(past[:, 0], past[:, 1])
            self._now.setData(path[-1:, 0], path[-1:, 1])
            return
        moment = descent.moment
        losses = descent.timeline.losses()[: descent.row + 1]
        if len(losses) == len(path):
            self._past.setData(path[-201:-1, 0], losses[-201:-1])
        else:
            self._past.setData([], [])
        w = float(path[-1, 0])
        self._now.setData([w], [moment.loss])
        index = descent.lesson.network.parameter(self._slice.axes[0]).index
        self._draw_tangent(w, moment.loss, float(moment.gradient[index]))

    def _draw_tangent(self, w: float, loss: float, slope: float) -> None:
        """As long on screen whatever its slope."""
        width = max(self._plot.getViewBox().width(), 1.0)
        height = max(self._plot.getViewBox().height(), 1.0)
        per_x = width / (self._ranges[0][1] - self._ranges[0][0])
        per_y = height / (self._shown[1] - self._shown[0])
        half = 0.22 * width / float(np.hypot(per_x, slope * per_y))
        self._tangent.setData([w - half, w + half], [loss - half * slope, loss + half * slope])

    def _press(self, place: QPointF) -> None:
        if not self._slice or not self._state:
            return
        box = self._plot.getViewBox()
        now = box.mapViewToScene(QPointF(*self._now_place()))
        away = box.mapViewToScene(place) - now
        self._grabbed = float(np.hypot(away.x(), away.y())) <= _GRAB

    def _now_place(self) -> tuple[float, float]:
        if not self._state or not self._slice:
            return 0.0, 0.0
        place = axis_values(self._state.descent, self._slice.axes)[-1]
        loss = self._state.descent.moment.loss
        return float(place[0]), float(place[1]) if len(place) > 1 else loss

    def _drag(self, place: QPointF) -> None:
        if self._grabbed and self._slice:
            values = dict(zip(self._slice.axes, (place.x(), place.y()), strict=False))
            self.point_dragged.emit(
                {name: _round(v, self._ranges[0]) for name, v in values.items()}
            )

    def _release(self, _place: QPointF) -> None:
        if self._grabbed:
            self._grabbed = False
            self.point_dropped.emit()

    def _hover(self, place: QPointF) -> None:
        """Weights and loss under the mouse, to the pixel's accuracy."""
        if not self._slice or not self._state:
            return
        network = self._state.descent.lesson.network
        values = (place.x(), place.y())[: len(self._slice.axes)]
        inside = all(low <= v <= high for v, (low, high) in zip(values, self._ranges, strict=True))
        if not inside:
            self._plot.setToolTip("")
            return
        theta = self._state.descent.moment.theta.copy()
        parts = []
        for name, value in zip(self._slice.axes, values, strict=True):
            theta[network.parameter(name).index] = value
            parts.append(f"{label(network, name)} = {number(value, 3)}")
        loss = self._state.descent.lesson.objective.loss_at(theta)
        self._plot.setToolTip(f"{', '.join(parts)}: loss {number(loss, 4)}")


def _name(short: str) -> str:
    return f"{'weight' if short[0] == 'w' else 'bias'} {short}"


def _round(value: float, shown: Range) -> float:
    """To a thousandth of the axis, so that a drag gives readable weights."""
    digits = int(np.clip(2 - np.floor(np.log10((shown[1] - shown[0]) / 5)), 0, 12))
    return round(float(value), digits)


def _picture(grid: Slice, shown: Range) -> Floats:
    """The map as pixels (x, y, rgba): bands between round levels, level lines on top."""
    losses = np.where(np.isfinite(grid.losses), grid.losses, np.inf).astype(np.float64)
    losses = np.clip(losses, *shown)
    levels = level_heights(losses)
    fine = _enlarged(losses, _PIXELS)
    band = np.searchsorted(np.array(levels), fine) if levels else np.zeros(fine.shape, np.int64)
    colors = np.array([rgb(c) for c in ramp(PALETTE.surface, len(levels) + 1)]) * 255
    pixels = np.empty((*fine.shape, 4), np.uint8)
    pixels[..., :3] = colors[band]
    pixels[..., 3] = 255
    return _with_lines(pixels, losses, levels)


def _enlarged(values: Floats, size: int) -> Floats:
    """Between its samples by straight lines."""
    for axis in (0, 1):
        count = values.shape[axis]
        at = np.linspace(0, count - 1, size)
        low = np.minimum(at.astype(np.int64), count - 2)
        share = (at - low).reshape((-1, 1) if axis == 0 else (1, -1))
        values = np.take(values, low, axis) * (1 - share) + np.take(values, low + 1, axis) * share
    return values


def _with_lines(pixels: Floats, losses: Floats, levels: tuple[float, ...]) -> Floats:
    """Level lines, antialiased, on the pixels."""
    size = len(pixels)
    rows = np.ascontiguousarray(np.flipud(pixels.transpose(1, 0, 2)))
    image = QImage(rows.data, size, size, 4 * size, QImage.Format.Format_RGBA8888)
    lines = contour_generator(z=losses.T)
    scale = (size - 1) / (len(losses) - 1)
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    color = QColor(PALETTE.level_line)
    color.setAlpha(190)
    painter.setPen(QPen(color, 1.4))
    for level in levels:
        path = QPainterPath()
        for line in cast(list[Floats], lines.lines(level)):
            points = [QPointF(x * scale, (size - 1) - y * scale) for x, y in line]
            path.moveTo(points[0])
            for point in points[1:]:
                path.lineTo(point)
        painter.drawPath(path)
    painter.end()
    return np.flipud(rows).transpose(1, 0, 2)
