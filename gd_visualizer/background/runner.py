"""Slow work in pieces between events: one timer and one budget for all of it."""

from collections.abc import Callable, Iterator
from time import perf_counter
from typing import Any, Generic, TypeVar

from PySide6.QtCore import QObject, QTimer

Result = TypeVar("Result")

BUDGET = 0.004  # seconds of one turn, a quarter of a frame
_PATIENCE = 0.1  # seconds after which a task has its turn before more urgent ones


class Task(Generic[Result]):
    """One line of work of a runner: what begins anew replaces what was.

    ``take(result)`` is told what the work yields, save None, and answers whether this turn is over:
    what it has told is to be painted. ``done()`` follows when the work has ended by itself.
    """

    def __init__(
        self,
        runner: "BackgroundRunner",
        urgency: int,
        take: Callable[[Result], bool],
        done: Callable[[], None],
    ) -> None:
        self.urgency = urgency
        self.due = self.served = self.begun = 0.0
        self._runner, self._take, self._done = runner, take, done
        self._work: Iterator[Result | None] | None = None

    @property
    def idle(self) -> bool:
        """Whether there is nothing left to do."""
        return self._work is None

    @property
    def age(self) -> float:
        """Seconds since the work began."""
        return self._runner.now() - self.begun

    def begin(self, work: Iterator[Result | None]) -> None:
        """Works on ``work`` from the next turn on, in place of what was."""
        self._work = work
        self.due = self.served = self.begun = self._runner.now()
        self._runner.arrange()

    def wait(self, seconds: float) -> None:
        """Goes on in so many seconds, not sooner."""
        self.due = self._runner.now() + seconds
        self._runner.arrange()

    def drop(self) -> None:
        """Ends the work; no more is told of it."""
        self._work = None
        self._runner.arrange()

    def go_on(self, budget: float) -> None:
        """Works at once, for about ``budget`` seconds or until there is something to paint.

        One piece is done in any case.
        """
        work, now = self._work, self._runner.now
        until = now() + budget
        while work is not None and work is self._work:
            if self._piece(work) or now() >= until:
                break
        self.served = now()

    def _piece(self, work: Iterator[Result | None]) -> bool:
        """One piece; work that has ended, or failed, is forgotten before anybody hears of it."""
        try:
            result = next(work)
        except StopIteration:
            self.drop()
            self._done()
            return True
        except Exception:
            self.drop()
            raise
        return result is not None and self._take(result)


class BackgroundRunner(QObject):
    """Gives its tasks turns of about ``BUDGET`` between events, the most urgent one first.

    A task that has waited a tenth of a second comes before a more urgent one. A piece of work
    cannot be stopped: what takes longer than the budget is up to its ``Iterator``.
    """

    def __init__(
        self, parent: QObject | None = None, now: Callable[[], float] = perf_counter
    ) -> None:
        super().__init__(parent)
        self.now = now
        self._tasks: list[Task[Any]] = []
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self.turn)

    @property
    def idle(self) -> bool:
        """Whether no task has anything left to do, and nothing ticks."""
        return all(task.idle for task in self._tasks) and not self._timer.isActive()

    def task(
        self,
        urgency: int,
        take: Callable[[Result], bool],
        done: Callable[[], None] = lambda: None,
    ) -> Task[Result]:
        """A new line of work; the lower ``urgency``, the sooner its turns."""
        made = Task(self, urgency, take, done)
        self._tasks.append(made)
        return made

    def remove(self, task: Task[Any]) -> None:
        """Forgets a task whose owner is gone."""
        self._tasks.remove(task)
        self.arrange()

    def turn(self) -> None:
        """One turn of the task whose turn it is; the timer's own, and a test's."""
        now = self.now()
        due = [task for task in self._tasks if not task.idle and task.due <= now]
        if due:
            try:
                min(due, key=lambda task: self._rank(task, now)).go_on(BUDGET)
            finally:
                self.arrange()
        else:
            self.arrange()

    def arrange(self) -> None:
        """Sets the timer to when the next task is due."""
        waiting = [task.due for task in self._tasks if not task.idle]
        if waiting:
            self._timer.start(max(0, round(1000 * (min(waiting) - self.now()))))
        else:
            self._timer.stop()

    @staticmethod
    def _rank(task: Task[Any], now: float) -> tuple[bool, int, float]:
        return now - task.served < _PATIENCE, task.urgency, task.served
