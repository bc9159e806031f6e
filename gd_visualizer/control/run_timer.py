"""The one timer of Run: how often it ticks, and how many steps each tick takes."""

import math
import time
from contextlib import contextmanager
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

_FRAME = 1 / 60
_FASTEST = 120.0  # steps a second from which on as many are taken as fit into half a frame
_STEP_BY_STEP = 30.0  # steps a second, up to which every one is shown
_LATEST = 0.2  # seconds that are made up for at once
_MOST = 10_000


class RunTimer(QObject):
    """Calls ``tick`` for ``count`` steps; ``measured`` around them tells how long they take."""

    def __init__(self, tick: "Callable[[], None]", parent: QObject) -> None:
        super().__init__(parent)
        self.tick = tick
        self._speed, self._fitting = 4.0, 1.0
        self._due, self._ticked = 0.0, 0.0
        self._timer = QTimer(self)
        self._timer.timeout.connect(tick)

    @property
    def active(self) -> bool:
        """Whether it has been started and not stopped since."""
        return self._timer.isActive()

    @property
    def interval(self) -> int:
        """The time between two ticks, in ms; 0 where a run is hurried."""
        return self._timer.interval()

    @property
    def count(self) -> int:
        """So many steps as the speed asks for since the last tick, however late this one is; at
        full speed, as many as fill half a frame."""
        if self._speed > _FASTEST:
            return max(int(self._fitting), 1)
        if self._speed <= _STEP_BY_STEP:
            return 1
        return min(max(int(self._due), 1), max(int(self._speed * _LATEST), 1))

    def set_speed(self, steps_per_second: float) -> None:
        """So many steps a second; infinity: as many as fit."""
        self._speed, self._fitting = steps_per_second, 1.0
        self._timer.setInterval(max(int(1000 / min(steps_per_second, 60.0)), 1))

    def hurry(self) -> None:
        """As many steps as fit, without a rest."""
        self._speed = math.inf
        self._timer.setInterval(0)

    def start(self) -> None:
        """Ticks at once, and from then on."""
        self._due, self._ticked = 0.0, 0.0
        self._timer.start()
        self.tick()

    def stop(self) -> None:
        """Ends the ticks; harmless where there are none."""
        self._timer.stop()

    @contextmanager
    def measured(self) -> "Iterator[int]":
        """How many steps to take now; their own time decides on the next count."""
        started = time.perf_counter()
        if self._ticked:
            self._due += (started - self._ticked) * self._speed
        self._ticked = started
        count = self.count
        self._due = min(max(self._due - count, 0.0), 1.0)
        yield count
        spent = time.perf_counter() - started
        self._fitting = min(max(count * min(_FRAME / 2 / max(spent, 1e-6), 2.0), 1.0), _MOST)
