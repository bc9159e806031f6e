"""The second door, for what is derived and slow: slices of the loss, refined between events."""

from collections.abc import Iterator
from time import perf_counter

from PySide6.QtCore import QObject, QTimer, Signal

from gd_visualizer.core.arrays import Floats
from gd_visualizer.core.landscape import Slice, refine
from gd_visualizer.descent.state import State
from gd_visualizer.scene.frame import fitted, including
from gd_visualizer.scene.ranges import Range, path_bounds, slice_ranges
from gd_visualizer.scene.slices import Ground, ground, marks, marks_here

_BUDGET = 0.004
_SIZES = {1: (201, 801), 2: (21, 101, 201)}
_STEADY = 2.0  # how far apart the heights may come before the colours are chosen anew


class SliceFeed(QObject):
    """Works on the slice that the state shows, in pieces of at most 4 ms between events.

    ``surface_refined(Ground)`` tells each finer grid; a slice that is out of date is dropped.
    Moving along the axes themselves needs no new slice.
    """

    surface_refined = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._state: State | None = None
        self._aspect = 1.0
        self._work: Iterator[Slice | None] | None = None
        self._last: Ground | None = None
        self._key: tuple[object, ...] = ()
        self._chosen: tuple[object, list[Range]] | None = None
        self._ranges: list[Range] = []
        self._timer = QTimer(self)
        self._timer.setInterval(0)
        self._timer.timeout.connect(self._refine)

    @property
    def idle(self) -> bool:
        """Whether the slice is as fine as it gets."""
        return self._work is None

    def set_aspect(self, aspect: float) -> None:
        """The area is so many times as wide as high: two axes are fitted to it."""
        if abs(aspect / self._aspect - 1) > 1e-3:
            self._aspect = aspect
            if self._state:
                self.follow(self._state)

    def follow(self, new: State) -> None:
        """Begins the slice of ``new``, unless it is the one at hand."""
        self._state = new
        descent, display = new.descent, new.display
        axes = display.axes[:1] if display.surface == "slope" else display.axes
        network = descent.lesson.network
        held = descent.moment.theta.copy()
        held[[network.parameter(name).index for name in axes]] = 0
        ranges = self._ranges_for(new, axes)
        heights = display.ranges.get("loss") if len(axes) == 1 else None
        place = (descent.lesson.objective, axes, tuple(ranges), heights)
        key = (*place, held.tobytes())
        if key == self._key:
            return
        if place != self._key[:-1]:
            self._last = None
        self._key, self._ranges = key, ranges
        self._work = refine(
            descent.lesson.objective, descent.moment.theta, axes, ranges, _SIZES[len(axes)]
        )
        self._go_on(first=True)
        if self._work is not None:
            self._timer.start()

    def _ranges_for(self, state: State, axes: tuple[str, ...]) -> list[Range]:
        """What the person has zoomed to, else a good choice; in one scale, if there are two."""
        asked = [state.display.ranges.get(name) for name in axes]
        if None in asked:
            chosen = self._choice(state, axes)
            asked = [own or auto for own, auto in zip(asked, chosen, strict=True)]
        ranges = [r for r in asked if r]
        return fitted(ranges, self._aspect) if len(ranges) == 2 else ranges

    def _choice(self, state: State, axes: tuple[str, ...]) -> list[Range]:
        """The same ranges as long as they serve, so that the class keeps its bearings; wider
        while the path so far leaves them, and as before once it is gone."""
        descent = state.descent
        place = (descent.lesson.objective, axes)
        index = [descent.lesson.network.parameter(name).index for name in axes]
        start = descent.timeline.theta(0)[index]
        if not self._chosen or self._chosen[0] != place or _far(start, self._chosen[1]):
            self._chosen = place, slice_ranges(descent, axes)
        base = self._chosen[1]
        return including(base, *path_bounds(descent, axes))

    def _refine(self) -> None:
        self._go_on(first=False)

    def _go_on(self, first: bool) -> None:
        """A few pieces more; ``first``: only until there is something to show."""
        started = perf_counter()
        seen = self._last.slice if self._last else None
        while self._work is not None and perf_counter() - started < _BUDGET:
            try:
                grid = next(self._work)
            except StopIteration:
                self._work = None
                self._timer.stop()
                return
            if grid is not None and grid is not seen:
                seen = grid
                self._tell(grid)
                if first:
                    return

    def _tell(self, grid: Slice) -> None:
        if not self._state:
            return
        descent, display = self._state.descent, self._state.display
        exact = len(grid.axes) == descent.lesson.network.size
        on = marks(descent, grid.axes) if exact else marks_here(descent, grid.axes)
        asked = display.ranges.get("loss") if len(grid.axes) == 1 else None
        made = ground(grid, self._ranges, on, asked)
        if self._last and not asked and _near(made.loss_range, self._last.loss_range, on.loss):
            made = ground(grid, self._ranges, on, self._last.loss_range)
        self._last = made
        self.surface_refined.emit(made)


def _far(start: Floats, ranges: list[Range]) -> bool:
    """Whether a new start lies so far off that the ground around it is another."""
    return any(
        not low - (high - low) < at < high + (high - low)
        for at, (low, high) in zip(start, ranges, strict=True)
    )


def _near(new: Range, old: Range, loss: float) -> bool:
    """Whether the heights ``old`` still serve: colours that change at every step tell nothing."""
    height = old[1] - old[0]
    alike = height / _STEADY < new[1] - new[0] < height * _STEADY
    return alike and old[0] - 0.05 * height <= min(new[0], loss) and max(new[0], loss) <= old[1]
