"""The loss over one weight, with its tangent, or over two weights as a map of filled levels."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from gd_visualizer.descent.names import axis_title
from gd_visualizer.descent.section import Range
from gd_visualizer.descent.state import State
from gd_visualizer.scene.dragging import dragged_to
from gd_visualizer.scene.frame import moved, zoomed
from gd_visualizer.scene.lantern import Lantern, lantern
from gd_visualizer.scene.slices import MARGIN, Ground, Marks, marks_here
from gd_visualizer.scene.ticks import linear_ticks
from gd_visualizer.view.color_scale import ColorScale
from gd_visualizer.view.gl_probe import probe
from gd_visualizer.view.glide import Glide
from gd_visualizer.view.plot import Plot
from gd_visualizer.view.still_label import StillLabel
from gd_visualizer.view.style import px
from gd_visualizer.view.surface_glide import PointGlide
from gd_visualizer.view.surface_layers import SurfaceLayers
from gd_visualizer.view.surface_words import note, reading
from gd_visualizer.view.translate import said, tr

if TYPE_CHECKING:
    from gd_visualizer.view.relief_view import ReliefView

_GRAB = 16
_ROOMY = 380  # designed pixels, from which on the map has room for its scale
_DAWN = 700  # ms


class SurfaceView(QWidget):
    """Asks for other weights by dragging the point: ``point_dragged`` gives a value by name; a
    double click starts a descent there.

    ``ranges_requested`` asks for other ranges by name (or ``loss``), ``all_requested`` for those
    that the program chooses.
    """

    point_dragged = Signal(object)
    point_dropped = Signal()
    ranges_requested = Signal(object)
    all_requested = Signal()
    aspect_changed = Signal(float)
    camera_changed = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.plot = Plot(tr("Loss surface"))
        self.setFocusProxy(self.plot)
        self._layers = SurfaceLayers(self.plot)
        self._reading = QTimer(self)
        self._reading.setSingleShot(True)
        self._reading.timeout.connect(self._read)
        self._hovered: QPointF | None = None
        self._ground: Ground | None = None
        self._state: State | None = None
        self._grabbed, self._stale = False, False
        self._glide, self._dawn = PointGlide(self), Glide(self, _DAWN)
        for movement in (self._glide, self._dawn):
            movement.valueChanged.connect(self._move_on)
        self._relief: ReliefView | None = None
        self.flat_reason = ""
        self._scale, self._note = ColorScale(), StillLabel("")
        self._scale.hide()
        self._note.setObjectName("note")
        self._note.setWordWrap(True)
        self._lay_out()
        self._connect()
        self._restyle()

    def _lay_out(self) -> None:
        row = self._row = QHBoxLayout()
        row.setSpacing(0)
        row.addWidget(self.plot, 1)
        row.addWidget(self._scale)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(row, 1)
        layout.addWidget(self._note)
        self._note.hide()

    def _make_relief(self) -> "ReliefView | None":
        """The view in space, made where it is first asked for; None without OpenGL."""
        if self._relief or self.flat_reason:
            return self._relief
        self.flat_reason = probe()
        if self.flat_reason:
            return None
        from gd_visualizer.view.relief_view import ReliefView  # takes a third of a second

        relief = self._relief = ReliefView()
        relief.hide()
        self._row.insertWidget(1, relief, 1)
        relief.point_dragged.connect(self.point_dragged)
        relief.point_dropped.connect(self.point_dropped)
        relief.camera_changed.connect(self.camera_changed)
        relief.gave_up.connect(self._give_up)
        return relief

    def _give_up(self, reason: str) -> None:
        """OpenGL has gone: the map goes on."""
        self.flat_reason = reason
        if self._relief:
            self._relief.hide()
        self.plot.show()
        if self._ground:
            self.show_ground(self._ground)

    @property
    def relief(self) -> "ReliefView | None":
        """The view in space, while it is shown."""
        return self._relief if self._relief and not self._relief.isHidden() else None

    def _show_page(self, state: State) -> bool:
        """Whether the surface is seen in space."""
        solid = state.display.surface == "3d" and self._make_relief() is not None
        solid = solid and not self.flat_reason
        if self._relief and self._relief.isHidden() == solid:
            self._relief.setVisible(solid)
            self.setFocusProxy(self._relief if solid else self.plot)
            if not solid:
                self._relief.rest()
        if self.plot.isHidden() != solid:
            self.plot.setVisible(not solid)
        return solid

    def close_relief(self) -> None:
        """Frees what OpenGL holds."""
        if self._relief:
            self._relief.release()

    def _connect(self) -> None:
        self.plot.pressed.connect(self._press)
        self.plot.dragged.connect(self._drag)
        self.plot.released.connect(self._release)
        self.plot.chosen.connect(self._start_there)
        self.plot.moved.connect(self._hover)
        self.plot.zoomed.connect(self._zoom)
        self.plot.area_changed.connect(self._fit)
        self.plot.restyled.connect(self._restyle)

    @property
    def aspect(self) -> float:
        """How many times as wide as high the picture is."""
        width, height = self.plot.area()
        return width / height

    @property
    def ground(self) -> Ground | None:
        """What is shown."""
        return self._ground

    @property
    def layers(self) -> SurfaceLayers:
        """What is drawn."""
        return self._layers

    @property
    def note(self) -> str:
        """What is said below the picture."""
        return "" if self._note.isHidden() else self._note.text()

    def sync(self, new: State, old: State | None) -> None:
        """The marks; the slice itself comes by ``show_ground``."""
        if old and old.descent.provisional and not new.descent.provisional:
            self._grabbed = False  # dropped, or left by Esc
        if old and old.descent.lesson.objective is not new.descent.lesson.objective:
            self._clear()
        self._glide.follow(new, old, self._marks())
        self._state = new
        self._stale = True  # until the slice of this moment, or ``settle``
        if old and old.display.dark != new.display.dark:
            self._change_light(new)

    def _change_light(self, state: State) -> None:
        self._dawn.stop()
        if state.display.revealed:
            self._dawn.begin()
        if self._ground and self._fits(self._ground):
            self.show_ground(self._ground)

    def settle(self) -> None:
        """Draws the marks, where no new slice has brought them along."""
        if self._stale and self._ground and self._state and self._fits(self._ground):
            self._draw_marks(self._ground, self._state)

    def show_ground(self, ground: Ground) -> None:
        """A slice, or a finer one."""
        if not self._state or not self._fits(ground):
            return
        self._ground = ground
        self._show_scale()
        if self._show_page(self._state):
            self._draw_marks(ground, self._state)
            return
        self._layers.show_ground(ground, self._state.display.dark, self.devicePixelRatioF())
        self._frame(ground, self._state)
        self._draw_marks(ground, self._state)

    def _clear(self) -> None:
        """Nothing of another lesson stays."""
        self._ground, self._grabbed = None, False
        self._dawn.stop()
        self._layers.clear()
        self.plot.read_out("", QPointF())

    def light(self, name: str) -> None:
        """Lights up the axis of a parameter that is pointed at elsewhere."""
        axes = self._ground.section.names if self._ground else ()
        sides = dict(zip(axes, ("bottom", "left"), strict=False))
        self.plot.light_axis(sides.get(name, ""))

    def _show_scale(self) -> None:
        """Beside a map, where there is room for it."""
        wanted = self._ground is not None and len(self._ground.ranges) == 2
        dark = self._state is not None and self._state.display.dark
        self._scale.setVisible(wanted and not dark and self.width() >= px(_ROOMY))
        if wanted and self._ground:
            self._scale.show_ground(self._ground)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        super().resizeEvent(event)
        self._show_scale()

    def _restyle(self) -> None:
        self._layers.restyle()
        if self._ground:
            self.show_ground(self._ground)

    def _fit(self, width: float, height: float) -> None:
        self.aspect_changed.emit(width / height)
        if self._ground and self._state and self._fits(self._ground):
            self.show_ground(self._ground)

    def _fits(self, ground: Ground) -> bool:
        return self._state is not None and ground.section is self._state.section

    def _frame(self, ground: Ground, state: State) -> None:
        """Ranges, ticks and names."""
        network = state.descent.lesson.network
        names = [said(axis_title(ground.section, network, k)) for k in range(len(ground.ranges))]
        flat = len(names) == 1
        x, y = ground.sides
        self.plot.name_axes(names[0], tr("loss") if flat else names[1])
        most_x, most_y = self.plot.most_ticks()
        x_ticks, y_ticks = linear_ticks(*x, most_x), linear_ticks(*y, most_y)
        self.plot.set_ranges(x, y)
        self.plot.set_ticks(
            (x_ticks.values, x_ticks.texts),
            (y_ticks.values, y_ticks.texts),
            grid=flat and not state.display.dark,
        )

    def _draw_marks(self, ground: Ground, state: State) -> None:
        self._stale = False
        if self._show_page(state) and self._relief:
            lamp = lantern(state.descent, ground) if state.display.dark else None
            self._relief.show_moment(state, ground, lamp)
        else:
            lamp = self._draw_flat(ground, state)
        words = note(state, ground, lamp, self.flat_reason)
        if words != self._note.text():
            self._note.setText(words)
        self._note.setVisible(bool(words))

    def _draw_flat(self, ground: Ground, state: State) -> Lantern | None:
        on = marks_here(state.descent, ground.section)
        height = float(on.point[1]) if len(on.point) > 1 else on.loss
        here = (float(on.point[0]), height)
        gliding = self._glide.place(here, ground) if self._glide.moving else None
        veil = 1 - self._dawn.share
        self._layers.draw(ground, state, gliding, veil, self.devicePixelRatioF())
        return self._layers.lamp

    def _move_on(self) -> None:
        self._stale = True
        self.settle()

    def _marks(self) -> Marks | None:
        if not self._state or not self._ground or not self._fits(self._ground):
            return None
        return marks_here(self._state.descent, self._ground.section)

    def _press(self, place: QPointF) -> None:
        on = self._marks()
        if on:
            now = QPointF(on.point[0], on.point[1] if len(on.point) > 1 else on.loss)
            self._grabbed = self.plot.pixels_between(place, now) <= px(_GRAB)
        self.plot.read_out("", place)

    def _drag(self, place: QPointF, by: QPointF) -> None:
        """The point, where it has been grabbed; else the ground under it."""
        ground = self._ground
        if not ground or not self._state:
            return
        if self._grabbed:
            wanted = (place.x(), place.y())[: len(ground.ranges)]
            self.point_dragged.emit(dragged_to(self._state.descent, ground, wanted))
        else:
            self._ask(moved(ground.sides, (-by.x(), -by.y())))

    def _release(self, _place: QPointF) -> None:
        if self._grabbed:
            self._grabbed = False
            self.point_dropped.emit()

    def _start_there(self, place: QPointF) -> None:
        ground = self._ground
        if ground and self._state and self._fits(ground):
            wanted = (place.x(), place.y())[: len(ground.ranges)]
            self.point_dragged.emit(dragged_to(self._state.descent, ground, wanted))
            self.point_dropped.emit()

    def _zoom(self, place: QPointF, factor: float) -> None:
        if self._ground:
            self._ask(zoomed(self._ground.sides, (place.x(), place.y()), factor))

    def _ask(self, ranges: list[Range]) -> None:
        """Two ranges of what is shown: of two axes, or of one and the loss."""
        if self._ground:
            names = (*self._ground.section.names, "loss")[:2]
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
        at = (place.x(), place.y())
        self.plot.read_out(reading(self._state, ground, at, self._layers.lamp), place)
