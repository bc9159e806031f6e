"""What the next step would do at every learning rate, worked out between events."""

from collections.abc import Iterator
from time import perf_counter

from PySide6.QtCore import QObject, QTimer, Signal

from gd_visualizer.core.objective.objective import Objective
from gd_visualizer.descent.rate import band as rate_band
from gd_visualizer.descent.rate.band import OVERFLOW, Band, next_step, refine_band
from gd_visualizer.descent.state.state import State
from gd_visualizer.scene.rate import next_step as next_step_at
from gd_visualizer.text.message import Message, message

LOW, HIGH = 1e-5, 10.0
_BUDGET = 0.004
_AT_ONCE = 0.002
_TOO_LATE = 3
_QUIET = 120  # ms after which states no longer follow each other quickly


class BandFeed(QObject):
    """Works on the band of the state's next step, in pieces of at most 4 ms between events.

    ``band_ready(Band | None)`` tells each finer band, and None where there is none to show or the
    one shown is long out of date. While states follow each other quickly, coarse bands must do;
    a network whose pieces are too long for that has its band once it is quiet.
    """

    band_ready = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._state: State | None = None
        self._key: tuple[object, ...] | None = None
        self._work: Iterator[Band | None] | None = None
        self._shown: Band | None = None
        self._fresh = True  # whether what is shown belongs to the state at hand
        self._place: Objective | None = None
        self._quick, self._changed = False, 0.0
        self._late = 0  # how often in a row a change has taken too long
        self._timer = QTimer(self)
        self._timer.timeout.connect(self._refine)

    @property
    def idle(self) -> bool:
        """Whether the band is as fine as it gets."""
        return self._work is None

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
        self._quick = now - self._changed < _QUIET / 1000
        waits = self._quick and not another and self._late >= _TOO_LATE
        if another or waits or not self._fresh:
            self._tell(None)
        self._key, self._place, self._changed, self._fresh = key, objective, now, False
        self._work = refine_band(new.descent, LOW, HIGH)
        if waits:
            self._timer.start(_QUIET)
            return
        self._go_on(_AT_ONCE)
        self._late = self._late + 1 if perf_counter() - now > _BUDGET else 0
        self._wait()

    def stop(self) -> None:
        """Drops the work, and what is shown."""
        self._work, self._key, self._fresh = None, None, True
        self._timer.stop()
        self._tell(None)

    def kind_at(self, rate: float) -> str:
        """What the next step would do at exactly this rate; empty where there is no band."""
        if self._state is None or self._key is None:
            return ""
        return rate_band.kind_at(self._state.descent, rate)

    def _refine(self) -> None:
        if self._fresh:
            self._quick, self._late = False, 0
        self._go_on(_BUDGET)
        self._wait()

    def _wait(self) -> None:
        """When to go on: at once, or once it is quiet."""
        if self._work is None:
            self._timer.stop()
            return
        self._timer.start(_QUIET if self._quick and self._fresh else 0)

    def _go_on(self, budget: float) -> None:
        """A few pieces more; until there is something to show, where more is soon in vain."""
        started, band = perf_counter(), self._shown if self._fresh else None
        while self._work is not None and perf_counter() - started < budget:
            try:
                found = next(self._work)
            except StopIteration:
                self._work = None
                break
            if found is not None:
                band, self._fresh = found, True
                if self._quick:
                    break
        if band is not None:
            self._tell(band)

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
