"""What the next step would do at every learning rate, worked out between events."""

from collections.abc import Iterator
from time import perf_counter

from PySide6.QtCore import QObject, Signal

from gd_visualizer.background.runner import BUDGET, BackgroundRunner
from gd_visualizer.core.objective.objective import Objective
from gd_visualizer.descent.rate import band as rate_band
from gd_visualizer.descent.rate.band import OVERFLOW, Band, next_step, refine_band
from gd_visualizer.descent.state.state import State
from gd_visualizer.scene.rate import next_step as next_step_at
from gd_visualizer.text.message import Message, message

LOW, HIGH = 1e-5, 10.0
_URGENCY = 2
_TOO_LATE = 3
_QUIET = 0.12  # seconds after which states no longer follow each other quickly


class BandFeed(QObject):
    """Works on the band of the state's next step, by pieces of the runner.

    What has changed is painted first. ``band_ready(Band | None)`` tells each finer band, and None
    where there is none to show or the one shown is long out of date. While states follow each other
    quickly, coarse bands must do; where those come too late, or their pieces are too long, there is
    a band once it is quiet.
    """

    band_ready = Signal(object)

    def __init__(self, runner: BackgroundRunner, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._state: State | None = None
        self._key: tuple[object, ...] | None = None
        self._shown: Band | None = None
        self._fresh = True  # whether what is shown belongs to the state at hand
        self._place: Objective | None = None
        self._quick, self._changed = False, 0.0
        self._late = 0  # changes in a row that had no band, or one that took too long
        self._task = runner.task(_URGENCY, self._take)

    @property
    def idle(self) -> bool:
        """Whether the band is as fine as it gets."""
        return self._task.idle

    def follow(self, new: State) -> None:
        """Begins the band of ``new``, unless it is the one at hand: the rate does not matter."""
        self._state = new
        if not shows_rate(new):
            self.stop()
            return
        key = _key(new)
        if key == self._key:
            return
        objective, now = new.descent.lesson.objective, perf_counter()
        another = objective is not self._place
        self._quick = now - self._changed < _QUIET
        self._late += not self._fresh
        waits = self._quick and not another and self._late >= _TOO_LATE
        if another or waits:
            self._tell(None)
        self._key, self._place, self._changed, self._fresh = key, objective, now, False
        self._task.begin(self._timed(refine_band(new.descent, LOW, HIGH)))
        if waits:
            self._task.wait(_QUIET)

    def stop(self) -> None:
        """Drops the work, and what is shown."""
        self._key, self._fresh = None, True
        self._task.drop()
        self._tell(None)

    def kind_at(self, rate: float) -> str:
        """What the next step would do at exactly this rate; empty where there is no band."""
        if self._state is None or self._key is None:
            return ""
        return rate_band.kind_at(self._state.descent, rate)

    def _timed(self, work: Iterator[Band | None]) -> Iterator[Band | None]:
        """The pieces of ``work`` up to the first band, which tell whether they are too long."""
        longest, start = 0.0, perf_counter()
        for band in work:
            longest = max(longest, perf_counter() - start)
            if band is not None:
                self._late = self._late + 1 if longest > BUDGET else 0
                yield band
                break
            yield None
            start = perf_counter()
        yield from work

    def _take(self, band: Band) -> bool:
        """Until there is quiet, the first band there is must do: more is soon in vain."""
        self._fresh = True
        self._tell(band)
        if perf_counter() - self._changed >= _QUIET:
            self._late = 0
        elif self._quick:
            self._task.wait(_QUIET)
        return True

    def _tell(self, band: Band | None) -> None:
        if band is not self._shown:
            self._shown = band
            self.band_ready.emit(band)


def shows_rate(state: State) -> bool:
    """Whether the lesson lets the learning rate be chosen."""
    view = state.descent.lesson.view
    return view.descends and "learning rate" not in view.hide


def next_step_words(state: State) -> Message:
    """What the loss will be after the next step, at today's rate."""
    found = next_step(state.descent)
    if found.kind == OVERFLOW:
        return message("the next numbers overflow")
    return next_step_at.next_step_words(found)


def _key(state: State) -> tuple[object, ...]:
    """All that the band depends on; compared by value, for each rate makes a new descent."""
    descent = state.descent
    settings, timeline = descent.settings, descent.timeline
    moment, row = descent.provisional, descent.row
    theta = moment.theta if moment else timeline.theta(row)
    memory = None if moment else timeline.state(row)
    return (
        descent.lesson.objective,
        (settings.optimizer, tuple(settings.options.items())),
        (settings.batch_size, settings.seed),
        moment is None,
        row,
        timeline.settings(row).optimizer,
        theta.tobytes(),
        (memory.count, memory.slots.tobytes()) if memory else None,
    )
