"""The loss over one weight, with its tangent, or over two weights as a map of filled levels."""

import numpy as np
import pyqtgraph as pg
from PySide6.QtCore import QPointF, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from gd_visualizer.descent.names import label
from gd_visualizer.descent.state import State
from gd_visualizer.scene.frame import moved, rounded, zoomed
from gd_visualizer.scene.ranges import Range
from gd_visualizer.scene.reveal import height_shown, tangent_shown
from gd_visualizer.scene.slices import MARGIN, Ground, Marks, marks_here, tangent, trail
from gd_visualizer.scene.ticks import linear_ticks
from gd_visualizer.view.color_scale import ColorScale
from gd_visualizer.view.map_item import MapItem
from gd_visualizer.view.marks_item import Dots, MarksItem, now
from gd_visualizer.view.plot import Plot
from gd_visualizer.view.style import palette, px
from gd_visualizer.view.surface_glide import PointGlide
from gd_visualizer.view.surface_slopes import slopes
from gd_visualizer.view.translate import tr
from gd_visualizer.view.words import axis_name, reading

_GRAB = 16
_ROOMY = 380  # designed pixels, from which on the map has room for its scale
_SOLID, _DASHES = Qt.PenStyle.SolidLine, Qt.PenStyle.DashLine


class SurfaceView(QWidget):
    """Asks for other weights by dragging the point: ``point_dragged`` gives a value by name.

    ``ranges_requested`` asks for other ranges by name (or ``loss``), ``all_requested`` for those
    that the program chooses; ``pointed_at(str)`` tells the parameter of an axis.
    """

    point_dragged = Signal(object)
    point_dropped = Signal()
    ranges_requested = Signal(object)
    all_requested = Signal()
    aspect_changed = Signal(float)

    def __init__(self) -> None:
        super().__init__()
        self.plot = Plot(tr("Loss surface"))
        self.setFocusProxy(self.plot)
        self._map = MapItem()
        self._map.setZValue(-5)
        self.plot.addItem(self._map)
        self._curve, self._tangent = self.plot.line(), self.plot.line()
        self._casing, self._path = self.plot.line(), self.plot.line()
        self._marked = MarksItem()
        self.plot.addItem(self._marked)
        self.plot.pressed.connect(self._press)
        self.plot.dragged.connect(self._drag)
        self.plot.released.connect(self._release)
        self.plot.moved.connect(self._hover)
        self.plot.zoomed.connect(self._zoom)
        self.plot.area_changed.connect(self._fit)
        self.plot.restyled.connect(self._restyle)
        self._reading = QTimer(self)
        self._reading.setSingleShot(True)
        self._reading.timeout.connect(self._read)
        self._hovered: QPointF | None = None
        self._ground: Ground | None = None
        self._state: State | None = None
        self._grabbed, self._stale = False, False
        self._glide = PointGlide(self)
        self._glide.valueChanged.connect(self._glide_on)
        self._scale = ColorScale()
        self._scale.hide()
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.plot, 1)
        layout.addWidget(self._scale)
        self._restyle()

    @property
    def aspect(self) -> float:
        """How many times as wide as high the picture is."""
        width, height = self.plot.area()
        return width / height

    @property
    def ground(self) -> Ground | None:
        """What is shown."""
        return self._ground

    def sync(self, new: State, old: State | None) -> None:
        """The marks; the slice itself comes by ``show_ground``."""
        if old and old.descent.provisional and not new.descent.provisional:
            self._grabbed = False  # dropped, or left by Esc
        if old and old.descent.lesson.objective is not new.descent.lesson.objective:
            self._clear()
        self._glide.follow(new, old, self._marks())
        self._state = new
        self._stale = True  # until the slice of this moment, or ``settle``

    def settle(self) -> None:
        """Draws the marks, where no new slice has brought them along."""
        if self._stale and self._ground and self._state and self._fits(self._ground):
            self._draw_marks(self._ground, self._state)

    def show_ground(self, ground: Ground) -> None:
        """A slice, or a finer one."""
        if not self._state or not self._fits(ground):
            return
        self._ground = ground
        flat = len(ground.ranges) == 1
        self._show_scale()
        self._map.setVisible(not flat)
        for item in (self._curve, self._tangent):
            item.setVisible(flat)
        for item in (self._path, self._casing):
            item.setVisible(not flat)
        if flat:
            losses = np.minimum(ground.slice.losses.astype(np.float64), ground.ceiling)
            self._curve.setData(ground.slice.coordinates[0], losses, connect="finite")
        else:
            self._draw_map(ground)
        self._frame(ground, self._state)
        self._draw_marks(ground, self._state)

    def _clear(self) -> None:
        """Nothing of another lesson stays."""
        self._ground, self._grabbed = None, False
        for item in (self._map, self._curve, self._tangent, self._path, self._casing):
            item.setVisible(False)
        self._marked.show_marks()
        self.plot.read_out("", QPointF())

    def light(self, name: str) -> None:
        """Lights up the axis of a parameter that is pointed at elsewhere."""
        axes = self._ground.slice.axes if self._ground else ()
        sides = dict(zip(axes, ("bottom", "left"), strict=False))
        self.plot.light_axis(sides.get(name, ""))

    def _show_scale(self) -> None:
        """Beside a map, where there is room for it."""
        wanted = self._ground is not None and len(self._ground.ranges) == 2
        self._scale.setVisible(wanted and self.width() >= px(_ROOMY))
        if wanted and self._ground:
            self._scale.show_ground(self._ground)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        super().resizeEvent(event)
        self._show_scale()

    def _draw_map(self, ground: Ground) -> None:
        width, height = self.plot.area()
        ratio = self.devicePixelRatioF()
        self._map.show_ground(ground, round(width * ratio), round(height * ratio))

    def _restyle(self) -> None:
        self._curve.setPen(pg.mkPen(palette().action, width=px(3)))
        self._tangent.setPen(pg.mkPen(palette().slope, width=px(3)))
        self._casing.setPen(pg.mkPen(palette().path_edge, width=px(5)))
        if self._ground:
            self.show_ground(self._ground)

    def _fit(self, width: float, height: float) -> None:
        self.aspect_changed.emit(width / height)
        if self._ground and self._state and self._fits(self._ground):
            self.show_ground(self._ground)

    def _fits(self, ground: Ground) -> bool:
        if not self._state:
            return False
        display = self._state.display
        return ground.slice.axes == (
            display.axes[:1] if display.surface == "slope" else display.axes
        )

    def _frame(self, ground: Ground, state: State) -> None:
        """Ranges, ticks and names."""
        network = state.descent.lesson.network
        names = [axis_name(label(network, axis)) for axis in ground.slice.axes]
        flat = len(names) == 1
        x, y = ground.sides
        self.plot.name_axes(names[0], tr("loss") if flat else names[1])
        most_x, most_y = self.plot.most_ticks()
        x_ticks, y_ticks = linear_ticks(*x, most_x), linear_ticks(*y, most_y)
        self.plot.set_ranges(x, y)
        self.plot.set_ticks(
            (x_ticks.values, x_ticks.texts), (y_ticks.values, y_ticks.texts), grid=flat
        )

    def _draw_marks(self, ground: Ground, state: State) -> None:
        self._stale = False
        cell = [
            (high - low) / side
            for (low, high), side in zip(ground.ranges, self.plot.area(), strict=False)
        ]
        way = trail(state.descent, ground.slice.axes, tuple(cell))
        on = way.here
        if len(ground.ranges) == 2:
            self._path.setData(way.line[:, 0], way.line[:, 1])
            self._casing.setData(way.line[:, 0], way.line[:, 1])
            height, heights = float(on.point[1]), way.rings[:, 1]
        else:
            height, heights = on.loss, way.ring_losses
            self._tangent.setVisible(tangent_shown(state))
            self._tangent.setData(*tangent(on, ground.sides, self.plot.area()))
        # Elsewhere than here other weights have moved the ground: a projection, dimmed.
        edge = palette().path if on.exact else palette().line
        self._path.setPen(pg.mkPen(edge, width=px(2), style=_SOLID if on.exact else _DASHES))
        rings = Dots(way.rings[:, 0], heights, 4, palette().path_edge, edge, 2)
        here = self._glide.place((float(on.point[0]), height), ground)
        if len(ground.ranges) == 1 and not height_shown(state):  # the weight alone, on its axis
            here = (here[0], ground.loss_range[0])
        (x0, x1), (y0, y1) = ground.sides
        if x0 <= here[0] <= x1 and y0 <= here[1] <= y1:
            self._marked.show_marks(
                rings, *slopes(ground, state, here, self.plot.area()), now(*here)
            )
            return
        inset = [
            px(12) / side * (b - a)
            for side, (a, b) in zip(self.plot.area(), ground.sides, strict=True)
        ]
        x = min(max(here[0], x0 + inset[0]), x1 - inset[0])
        y = min(max(here[1], y0 + inset[1]), y1 - inset[1])
        self._marked.show_marks(rings, now(x, y, inside=False))

    def _glide_on(self) -> None:
        self._stale = True
        self.settle()

    def _marks(self) -> Marks | None:
        if not self._state or not self._ground:
            return None
        if not self._fits(self._ground):
            return None
        return marks_here(self._state.descent, self._ground.slice.axes)

    def _press(self, place: QPointF) -> None:
        on = self._marks()
        if on:
            now = QPointF(on.point[0], on.point[1] if len(on.point) > 1 else on.loss)
            self._grabbed = self.plot.pixels_between(place, now) <= px(_GRAB)
        self.plot.read_out("", place)

    def _drag(self, place: QPointF, by: QPointF) -> None:
        """The point, where it has been grabbed; else the ground under it."""
        ground = self._ground
        if not ground:
            return
        if not self._grabbed:
            self._ask(moved(ground.sides, (-by.x(), -by.y())))
            return
        values = dict(zip(ground.slice.axes, (place.x(), place.y()), strict=False))
        shown = ground.ranges[0]
        self.point_dragged.emit({name: rounded(v, shown) for name, v in values.items()})

    def _release(self, _place: QPointF) -> None:
        if self._grabbed:
            self._grabbed = False
            self.point_dropped.emit()

    def _zoom(self, place: QPointF, factor: float) -> None:
        if self._ground:
            self._ask(zoomed(self._ground.sides, (place.x(), place.y()), factor))

    def _ask(self, ranges: list[Range]) -> None:
        """Two ranges of what is shown: of two parameters, or of one and the loss."""
        if self._ground:
            names = (*self._ground.slice.axes, "loss")[:2]
            if len(names) == 2 and names[1] == "loss":
                low, high = ranges[1]
                side = (high - low) * MARGIN / (1 + 2 * MARGIN)
                ranges = [ranges[0], (low + side, high - side)]
            self.ranges_requested.emit(dict(zip(names, ranges, strict=True)))

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        factor = {"+": 0.8, "=": 0.8, "-": 1.25}.get(event.text())
        if factor and self._ground:
            middle = [(low + high) / 2 for low, high in self._ground.sides]
            self._zoom(QPointF(*middle), factor)
        elif event.text() == "0":
            self.all_requested.emit()
        else:
            super().keyPressEvent(event)

    def _hover(self, place: QPointF) -> None:
        """The place is read at most once a frame: with many points a loss takes a while."""
        self._hovered = place
        if not self._reading.isActive():
            self._reading.start(16)

    def _read(self) -> None:
        """Weights and loss under the mouse, to the pixel's accuracy."""
        ground, place = self._ground, self._hovered
        if not ground or not self._state or place is None or not self.plot.underMouse():
            return
        if not self._fits(ground):
            return
        self.plot.read_out(reading(self._state, ground, (place.x(), place.y())), place)
