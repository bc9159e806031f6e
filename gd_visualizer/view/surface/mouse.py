"""The mouse over the plot of the surface: drags of the point and of the plot, zoom, reading."""

from PySide6.QtCore import QObject, QPointF, QTimer

from gd_visualizer.descent.state.section import Range
from gd_visualizer.descent.state.state import State
from gd_visualizer.scene.surface.dark.guess import guessed_at
from gd_visualizer.scene.surface.dark.lantern import Lantern
from gd_visualizer.scene.surface.dragging import dragged_to
from gd_visualizer.scene.surface.log_scale import drawn_marks
from gd_visualizer.scene.surface.ranges.zoom import moved, zoomed
from gd_visualizer.scene.surface.slice import MARGIN, SurfaceSlice, marks_here
from gd_visualizer.scene.visibility import visibility
from gd_visualizer.view.look.style import px
from gd_visualizer.view.plot.plot import Plot
from gd_visualizer.view.text.surface import past_reading, reading
from gd_visualizer.view.wishes import Wishes

_GRAB, _NEAR = 22, 6  # px; a finger needs as much


class SurfaceMouse(QObject):
    """Asks for what is meant; ``follow`` tells it what is shown."""

    def __init__(self, plot: Plot, wishes: Wishes, parent: QObject) -> None:
        super().__init__(parent)
        self._wishes = wishes
        self._plot = plot
        self._slice: SurfaceSlice | None = None
        self._state: State | None = None
        self._lantern: Lantern | None = None
        self._grabbed = False
        self._hovered: QPointF | None = None
        self._reading = QTimer(self)
        self._reading.setSingleShot(True)
        self._reading.timeout.connect(self._read)
        plot.pressed.connect(self._press)
        plot.dragged.connect(self._drag)
        plot.clicked.connect(self._click)
        plot.released.connect(self._release)
        plot.chosen.connect(self._start_there)
        plot.moved.connect(self._hover)
        plot.zoomed.connect(self.zoom)

    def follow(self, surface_slice: SurfaceSlice, state: State, lantern: Lantern | None) -> None:
        """Takes what the plot shows from now on; ``lantern`` is None while it is light. What was
        read of another moment goes."""
        before = self._state
        if before is not None and before.descent is not state.descent and not self._grabbed:
            self._plot.read_out("", QPointF())
        self._slice, self._state, self._lantern = surface_slice, state, lantern

    def release(self) -> None:
        """Lets the point go, where a drag was ended by something else than the mouse."""
        self._grabbed = False

    def _press(self, place: QPointF) -> None:
        self._grabbed = False
        if self._slice and self._state:
            here = marks_here(self._state.descent, self._slice.section)
            current = drawn_marks(self._slice, here)
            heights = [current.point[1] if len(current.point) > 1 else current.loss]
            if len(current.point) == 1 and not visibility(self._state).loss:
                heights.append(self._slice.loss_range[0])  # where the point is seen meanwhile
            seen = [QPointF(current.point[0], height) for height in heights]
            reach = px(_GRAB)
            self._grabbed = any(self._plot.pixels_between(place, at) <= reach for at in seen)
        self._reading.stop()
        self._plot.read_out("", place)

    def _drag(self, place: QPointF, by: QPointF, free: bool) -> None:
        """The point, where it has been grabbed, ``free`` of steps; else the place under it."""
        surface_slice = self._slice
        if not surface_slice or not self._state:
            return
        if self._grabbed:
            wanted = (place.x(), place.y())[: len(surface_slice.ranges)]
            self._wishes.drag(dragged_to(self._state.descent, surface_slice, wanted, free))
            self._hover(place)
        elif not self._plot.steady:
            self._ask(moved(surface_slice.sides, (-by.x(), -by.y())))

    def _release(self, _place: QPointF) -> None:
        if self._grabbed:
            self._grabbed = False
            self._wishes.drop()

    def _click(self, place: QPointF) -> None:
        if self._slice and not self._grabbed:
            self._wishes.guess_lowest(guessed_at(self._slice, (place.x(), place.y())))

    def _start_there(self, place: QPointF) -> None:
        surface_slice = self._slice
        if surface_slice and self._state:
            self._wishes.guess_lowest({})  # the first of the two clicks was none
            wanted = (place.x(), place.y())[: len(surface_slice.ranges)]
            start = dragged_to(self._state.descent, surface_slice, wanted, free=True)
            self._wishes.drag(start)
            self._wishes.drop()

    def zoom(self, place: QPointF, factor: float) -> None:
        """Asks for ranges ``factor`` times as wide (below 1: nearer) around ``place``."""
        if self._slice:
            self._ask(zoomed(self._slice.sides, (place.x(), place.y()), factor))

    def _ask(self, ranges: list[Range]) -> None:
        """Two ranges of what is shown: of two axes, or of one and the loss."""
        if self._slice:
            names = (*self._slice.section.names, "loss")[:2]
            if len(names) == 2 and names[1] == "loss":
                low, high = ranges[1]
                side = (high - low) * MARGIN / (1 + 2 * MARGIN)
                low, high = low + side, high - side
                heights = (10.0**low, 10.0**high) if self._slice.log else (low, high)
                ranges = [ranges[0], heights]
            self._wishes.show_ranges(dict(zip(names, ranges, strict=True)))

    def _hover(self, place: QPointF) -> None:
        """The place is read at most once a frame: with many points a loss takes a while."""
        self._hovered = place
        if not self._reading.isActive():
            self._reading.start(16)

    def _read(self) -> None:
        """Weights and loss under the mouse, to the pixel's accuracy; of the point while that is
        dragged."""
        surface_slice, place = self._slice, self._hovered
        if not surface_slice or not self._state or place is None or not self._plot.underMouse():
            return
        if self._grabbed:
            here = drawn_marks(
                surface_slice, marks_here(self._state.descent, surface_slice.section)
            )
            x, y = here.point if len(here.point) > 1 else (here.point[0], here.loss)
            at = (float(x), float(y))
            self._plot.read_out(reading(self._state, surface_slice, at, self._lantern), place)
            return
        at = (place.x(), place.y())
        reach = [
            px(_NEAR) * (b - a) / side
            for (a, b), side in zip(surface_slice.sides, self._plot.area(), strict=True)
        ]
        if not surface_slice.log:
            past = past_reading(self._state, surface_slice, at, (reach[0], reach[1]))
            if past:
                self._plot.read_out(past, place)
                return
        self._plot.read_out(reading(self._state, surface_slice, at, self._lantern), place)
