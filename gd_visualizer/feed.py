"""The second door, for what is derived and slow: slices of the loss, refined between events."""

from collections.abc import Iterator
from time import perf_counter

from PySide6.QtCore import QObject, QTimer, Signal

from gd_visualizer.core.landscape import Slice, refine
from gd_visualizer.descent.state import State
from gd_visualizer.scene.ranges import Range, slice_ranges

_BUDGET = 0.004
_SIZES = {1: (201, 801), 2: (21, 101, 201)}


class SliceFeed(QObject):
    """Works on the slice that the state shows, in pieces of at most 4 ms between events.

    ``surface_refined(Slice, ranges)`` tells each finer grid; a slice that is out of date is
    dropped. Moving along the axes themselves needs no new slice.
    """

    surface_refined = Signal(object, object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._work: Iterator[Slice | None] | None = None
        self._last: Slice | None = None
        self._key: object = None
        self._ranges: list[Range] = []
        self._timer = QTimer(self)
        self._timer.setInterval(0)
        self._timer.timeout.connect(self._go_on)

    @property
    def idle(self) -> bool:
        """Whether the slice is as fine as it gets."""
        return self._work is None

    def follow(self, new: State, _old: State | None) -> None:
        """Begins the slice of ``new``, unless it is the one at hand."""
        descent, display = new.descent, new.display
        axes = display.axes[:1] if display.surface == "slope" else display.axes
        network = descent.lesson.network
        held = descent.moment.theta.copy()
        held[[network.parameter(name).index for name in axes]] = 0
        ranges = self._ranges_for(new, axes)
        key = (descent.lesson.objective, axes, tuple(ranges), held.tobytes())
        if key == self._key:
            return
        self._key, self._ranges = key, ranges
        self._work = refine(
            descent.lesson.objective, descent.moment.theta, axes, ranges, _SIZES[len(axes)]
        )
        self._last = None
        self._go_on()
        if self._work is not None:
            self._timer.start()

    def _ranges_for(self, state: State, axes: tuple[str, ...]) -> list[Range]:
        """The same ranges as before while the point is inside: the class must keep its bearings."""
        descent = state.descent
        theta = descent.moment.theta
        network = descent.lesson.network
        if self._key and self._key[0] is descent.lesson.objective and self._key[1] == axes:  # type: ignore[index]
            point = [float(theta[network.parameter(name).index]) for name in axes]
            if all(low < p < high for p, (low, high) in zip(point, self._ranges, strict=True)):
                return self._ranges
        return slice_ranges(descent, axes)

    def _go_on(self) -> None:
        started = perf_counter()
        while self._work is not None and perf_counter() - started < _BUDGET:
            try:
                grid = next(self._work)
            except StopIteration:
                self._work = None
                self._timer.stop()
                return
            if grid is not None and grid is not self._last:
                self._last = grid
                self.surface_refined.emit(grid, self._ranges)
