"""The second door, for what is derived and slow: slices of the loss, refined between events."""

from collections import OrderedDict
from collections.abc import Iterator

from msgspec import Struct
from PySide6.QtCore import QObject, Signal

from gd_visualizer.background.runner import BUDGET, BackgroundRunner
from gd_visualizer.core.objective.objective import Objective
from gd_visualizer.core.objective.slice import Slice
from gd_visualizer.descent.state.section import Range
from gd_visualizer.descent.state.state import State
from gd_visualizer.scene.surface.ranges.shown_ranges import shown_heights, shown_ranges
from gd_visualizer.scene.surface.slice import SurfaceSlice, marks, marks_here, slice_with_heights

_URGENCY = 1
_SIZES = {1: (201, 801), 2: (21, 101, 201)}
_LATE, _PAUSE = 0.4, 0.025  # seconds
_ROOM = 32 << 20  # bytes of slices that are kept
_HEAVY = 100_000  # products and activations for one sample, from which on 21 × 21 take a frame
_LIGHT = 2_000  # the same, up to which half a frame is enough for 101 × 101
_STEADY = 2.0  # how far apart the heights may come before the colours are chosen anew


Key = tuple[object, ...]


class _Coming(Struct, eq=False):
    """A slice that nobody has asked for yet, as far as it has come."""

    key: Key
    work: Iterator[Slice | None]
    made: SurfaceSlice | None = None


class SliceFeed(QObject):
    """Works on the slice that the state shows, by pieces of the runner.

    ``follow`` gives what is there at once, ``surface_refined(SurfaceSlice)`` tells what comes
    later, each finer than the last; a slice that is out of date is dropped.
    Moving along the axes themselves needs no new slice, nor does going back to one of the last.
    ``refining(bool)``: whether it takes so long that a person should know. ``prepare`` works on the
    slice of a state that may come next, for whoever has the time.
    """

    surface_refined = Signal(object)
    refining = Signal(bool)

    def __init__(self, runner: BackgroundRunner, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._state: State | None = None
        self._last: SurfaceSlice | None = None
        self._coming: _Coming | None = None
        self._key: Key = ()
        self._ranges: list[Range] = []
        self._unseen = self._outpaced = self._following = self._late = False
        self._runner, self._task = runner, runner.task(_URGENCY, self._take, self._finish)
        self._kept: OrderedDict[tuple[object, ...], Slice] = OrderedDict()

    @property
    def idle(self) -> bool:
        """Whether the slice is as fine as it gets."""
        return self._task.idle

    def close(self) -> None:
        """No more slices: the view that shows them is gone."""
        self._runner.remove(self._task)

    def _tell_other(self, told: SurfaceSlice | None, state: State) -> None:
        found = self.follow(state)
        if found is not None and found is not told:
            self.surface_refined.emit(found)

    def follow(self, new: State) -> SurfaceSlice | None:
        """Begins the slice of ``new``, unless it is the one at hand; the best one there is so far.

        One of the same picture that has shown nothing yet comes first: where every step is quicker
        than a coarse slice, none would ever be seen.
        """
        self._state = new
        ranges, key = _wanted(new)
        same = key[:-1] == self._key[:-1]
        self._outpaced = key != self._key and same and self._unseen
        if key == self._key:
            return self._last
        if self._outpaced and key not in self._kept:
            self._go_on()
            return self._last
        if not same:
            self._last = None
        self._key, self._ranges, self._outpaced = key, ranges, False
        self._begin(new)
        return self._last

    def prepare(self, coming: State) -> Iterator[SurfaceSlice | None]:
        """The slice of ``coming`` in pieces of work, finer and finer, once that of today is as fine
        as it gets: ``follow`` goes on from there. Of a large network it stays coarse.

        None while there is nothing new."""
        while not self.idle:
            yield None
        ranges, key = _wanted(coming)
        if key == self._key:
            yield self._last
            return
        same = key[:-1] == self._key[:-1]
        found = self._coming = _Coming(key, self._refined(coming, ranges, key))
        made = self._last if same else None
        for grid in found.work:
            if found is not self._coming:
                return
            if grid is None or (made and grid is made.slice):
                yield None
                continue
            made = found.made = _made(coming, ranges, grid, made)
            yield made
            if coming.descent.lesson.objective.cost >= _HEAVY:
                return

    def _refined(self, state: State, ranges: list[Range], key: Key) -> Iterator[Slice | None]:
        """The slice of a state, coarse to fine; at once, where it is one of the last."""
        known = self._kept.get(key)
        if known is not None:
            self._kept.move_to_end(key)
            yield known
            return
        objective, theta = state.descent.lesson.objective, state.descent.moment.theta
        sizes = _sizes(objective, len(ranges))
        yield from state.section.refine(objective, theta, ranges, sizes)

    def _begin(self, state: State) -> None:
        coming, self._coming = self._coming, None
        if coming is not None and coming.key == self._key and coming.made:
            self._last, self._unseen = coming.made, False
            self._task.begin(self._watched(coming.work))
            return
        self._unseen = True
        self._task.begin(self._watched(self._refined(state, self._ranges, self._key)))
        self._go_on()

    def _watched(self, work: Iterator[Slice | None]) -> Iterator[Slice | None]:
        """The pieces of ``work``; once they have taken long, a person is told."""
        for grid in work:
            if not self._late and self._task.age > _LATE:
                self._late = True
                self.refining.emit(True)
            yield grid

    def _finish(self) -> None:
        if self._last and not self._unseen:
            self._keep(self._last.slice)
        self._rest()

    def _rest(self) -> None:
        self._unseen = False
        if self._late:
            self._late = False
            self.refining.emit(False)

    def _keep(self, grid: Slice) -> None:
        """Of the last slices as many as are worth their room."""
        self._kept[self._key] = grid
        room = sum(one.losses.nbytes for one in self._kept.values())
        while room > _ROOM and len(self._kept) > 1:
            room -= self._kept.popitem(last=False)[1].losses.nbytes

    def _go_on(self) -> None:
        """Until there is something to show; it is painted before more is done."""
        self._following = True
        self._task.go_on(2 * BUDGET if self._light else BUDGET)
        self._following = False
        if not self._task.idle and not self._unseen:
            self._task.wait(_PAUSE)

    def _take(self, grid: Slice) -> bool:
        if self._last and not self._unseen and grid is self._last.slice:
            return False
        self._unseen = False
        self._make(grid)
        told = self._last
        if not self._following:
            self.surface_refined.emit(told)
        if self._outpaced and self._state:
            if self._following:
                self.follow(self._state)
            else:
                self._tell_other(told, self._state)
            return True
        return self._following and not self._goes_on(grid)

    def _goes_on(self, grid: Slice) -> bool:
        """Whether a finer slice is there at once as well: in a coarse one narrow valleys break."""
        return self._light and len(self._ranges) == 2 and len(grid.losses) <= _SIZES[2][0]

    @property
    def _light(self) -> bool:
        return self._state is not None and self._state.descent.lesson.objective.cost < _LIGHT

    def _make(self, grid: Slice) -> None:
        if self._state:
            self._last = _made(self._state, self._ranges, grid, self._last)


def _wanted(state: State) -> tuple[list[Range], Key]:
    """The ranges of a state's slice, and all that it depends on; what is held comes last."""
    descent, along = state.descent, state.section
    ranges = shown_ranges(state)
    place = descent.lesson.objective, along, tuple(ranges), shown_heights(state)
    return ranges, (*place, along.held(descent.moment.theta))


def _made(
    state: State, ranges: list[Range], grid: Slice, last: SurfaceSlice | None
) -> SurfaceSlice:
    """``grid`` with the heights that are shown of it: those of the ``last`` one, if they serve."""
    descent, along = state.descent, state.section
    current = marks(descent, along) if along.exact else marks_here(descent, along)
    asked = shown_heights(state)
    made = slice_with_heights(along, grid, ranges, current, asked)
    if last and not asked and _near(made.loss_range, last.loss_range, current.loss):
        return slice_with_heights(along, grid, ranges, current, last.loss_range)
    return made


def _sizes(objective: Objective, axes: int) -> tuple[int, ...]:
    """Samples a side, coarse to fine; coarser at first where the network is large."""
    sizes = _SIZES[axes]
    return sizes if objective.cost < _HEAVY else (sizes[0] // 2 + 1, *sizes)


def _near(new: Range, old: Range, loss: float) -> bool:
    """Whether the heights ``old`` still serve: colours that change at every step tell nothing."""
    height = old[1] - old[0]
    alike = height / _STEADY < new[1] - new[0] < height * _STEADY
    return alike and old[0] - 0.05 * height <= min(new[0], loss) and max(new[0], loss) <= old[1]
