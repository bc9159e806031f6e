"""The one door through which the state changes, and the timer of Run."""

import time
from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer, Signal

from gd_visualizer.descent import commands, showing
from gd_visualizer.descent.state import State, open_lesson
from gd_visualizer.history import History
from gd_visualizer.lesson.lesson import Lesson
from gd_visualizer.lesson.rate import LearningRate

Command = Callable[[State], State]
_FRAME = 1 / 60
_FASTEST = 120.0  # steps a second from which on as many are taken as fit into half a frame


class Controller(QObject):
    """Holds the current State; replaces it by commands alone, and tells what it was before.

    ``changed(new, old)`` is emitted once for each command that changed anything, ``refused(str)``
    where a value could not be taken, ``run_changed(bool)`` when Run starts or stops.
    """

    changed = Signal(object, object)
    refused = Signal(str)
    run_changed = Signal(bool)

    def __init__(self, state: State, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._state = state
        self._history = History()
        self._speed = 4.0
        self._count = 1.0
        self._timer = QTimer(self)
        self._timer.timeout.connect(self._tick)
        self._drawn_seed: int | None = None
        self._dragged: dict[str, float] | None = None
        self._drag_timer = QTimer(self)
        self._drag_timer.setSingleShot(True)
        self._drag_timer.setInterval(round(1000 * _FRAME))
        self._drag_timer.timeout.connect(self._drag_on)

    @property
    def state(self) -> State:
        """The current state."""
        return self._state

    @property
    def running(self) -> bool:
        """Whether Run is on."""
        return self._timer.isActive()

    @property
    def can_undo(self) -> bool:
        """Whether Ctrl+Z has something to bring back."""
        return self._history.can_undo

    @property
    def can_redo(self) -> bool:
        """Whether Ctrl+Shift+Z has something to bring back."""
        return self._history.can_redo

    def step(self) -> None:
        """One whole step."""
        self.pause()
        self._apply(commands.step, keep=self._cuts_future())

    def advance(self) -> None:
        """One phase on; during a run: pause."""
        if self.running:
            self.pause()
            return
        self._apply(commands.advance, keep=self._cuts_future())

    def retreat(self) -> None:
        """One phase back; during a run: pause."""
        if self.running:
            self.pause()
            return
        self._leave_drag_or(commands.retreat)

    def back(self) -> None:
        """A whole step back; from a drag, to before it."""
        self.pause()
        self._leave_drag_or(commands.back)

    def _leave_drag_or(self, command: Command) -> None:
        if self._state.descent.provisional is not None:
            self.cancel_drag()
        else:
            self._apply(command)

    def jump(self, row: int) -> None:
        """To a recorded row."""
        self.pause()
        self._apply(lambda state: commands.jump(state, row))

    def latest(self) -> None:
        """To the latest recorded row."""
        self.pause()
        self._apply(commands.latest)

    def reset(self) -> None:
        """Back to the start."""
        self.pause()
        self._apply(commands.reset, keep=True)

    def restart(self) -> None:
        """A new random start: the seeds count up from the lesson's own, so that they repeat."""
        self.pause()
        own = self._state.descent.lesson.random.seed
        seed = own + 1 if self._drawn_seed is None else self._drawn_seed + 1
        self._drawn_seed = seed
        self._apply(lambda state: commands.restart(state, seed), keep=True)

    def drag(self, values: dict[str, float]) -> None:
        """Parameters on their way; the newest values of each frame are taken."""
        self.pause()
        if self._drag_timer.isActive():
            self._dragged = values
            return
        self._drag_timer.start()
        self._drag(values)

    def _drag_on(self) -> None:
        values, self._dragged = self._dragged, None
        if values is not None and self._state.descent.provisional is not None:
            self._drag_timer.start()
            self._drag(values)

    def _drag(self, values: dict[str, float]) -> None:
        self._apply(
            lambda state: commands.drag(state, values),
            keep=self._state.descent.provisional is None,
        )

    def drop(self) -> None:
        """What was dragged becomes a new start."""
        if self._dragged is not None:
            values, self._dragged = self._dragged, None
            self._drag(values)
        self._apply(commands.drop)

    def cancel_drag(self) -> None:
        """As before the drag."""
        self._dragged = None
        if self._state.descent.provisional is not None:
            self._apply(commands.cancel_drag)
            self._history.forget_drag(self._state)

    def set_parameter(self, name: str, value: float) -> None:
        """A value that was typed: a drag and a drop at once."""
        self.pause()
        self._apply(lambda state: commands.drop(commands.drag(state, {name: value})), keep=True)

    def set_learning_rate(self, rate: LearningRate) -> None:
        """Another learning rate from here on."""
        self._apply(lambda state: commands.set_learning_rate(state, rate))

    def set_optimizer(self, name: str) -> None:
        """Another optimizer from here on, with its defaults."""
        self._apply(lambda state: commands.set_optimizer(state, name))

    def select_weight(self, name: str) -> None:
        """The weight that all views point at."""
        self._apply(lambda state: showing.select_weight(state, name))

    def select_point(self, point: int) -> None:
        """The row of data that is shown, from 0."""
        self._apply(lambda state: showing.select_point(state, point))

    def show_surface(self, kind: str, axes: tuple[str, ...] | None = None) -> None:
        """slope or map, over the same axes or others."""
        self._apply(lambda state: showing.show_surface(state, kind, axes))

    def show_ranges(self, ranges: dict[str, tuple[float, float]]) -> None:
        """Other ranges of parameters or of the loss."""
        self._apply(lambda state: showing.show_ranges(state, ranges))

    def show_all(self) -> None:
        """The ranges that the program chooses."""
        self._apply(showing.show_all)

    def open(self, lesson: Lesson) -> None:
        """Another lesson, at its start."""
        self.pause()
        self._drawn_seed = None
        self._apply(lambda _state: open_lesson(lesson), keep=True)

    def undo(self) -> None:
        """Back over the steps since the last reset, drag, cut future or other lesson, then that."""
        self._swap(self._history.undo)

    def redo(self) -> None:
        """What undo took away."""
        self._swap(self._history.redo)

    def set_speed(self, steps_per_second: float) -> None:
        """So many steps a second while Run is on; infinity: as many as fit."""
        self._speed, self._count = steps_per_second, 1.0
        self._timer.setInterval(max(int(1000 / min(steps_per_second, 60.0)), 1))

    def run(self) -> None:
        """Steps until the descent ends or someone does something else."""
        if not self.running:
            self.set_speed(self._speed)
            self._timer.start()
            self.run_changed.emit(True)
            self._tick()

    def pause(self) -> None:
        """No more steps by themselves."""
        if self.running:
            self._timer.stop()
            self.run_changed.emit(False)

    def _tick(self) -> None:
        """So many steps as the speed asks for; at full speed, as many as fill half a frame."""
        slow = self._speed <= _FASTEST
        count = max(round(self._speed / 60) if slow else int(self._count), 1)
        started = time.perf_counter()
        before = self._state
        self._apply(lambda state: commands.step(state, count), keep=self._cuts_future())
        if self._state is before or self._state.descent.ended:
            self.pause()
        spent = time.perf_counter() - started
        self._count = min(max(count * min(_FRAME / 2 / max(spent, 1e-6), 2.0), 1.0), 10_000.0)

    def _cuts_future(self) -> bool:
        timeline = self._state.descent.timeline
        return timeline.cursor < timeline.last

    def _apply(self, command: Command, keep: bool = False) -> None:
        """Replaces the state; ``keep``: what it was can be had back by undo."""
        old = self._state
        try:
            new = command(old)
        except ValueError as error:
            self.refused.emit(str(error))
            return
        if new is old:
            return
        if keep:
            self._history.keep(old, new)
        if new.descent is not old.descent:
            self._history.forget_redo()
        self._state = new
        self.changed.emit(new, old)

    def _swap(self, command: Command) -> None:
        """Undo or redo."""
        self.pause()
        self._dragged = None
        old, new = self._state, command(self._state)
        if new is not old:
            self._state = new
            self.changed.emit(new, old)
