"""The one door through which the state changes."""

from PySide6.QtCore import QObject, Signal

from gd_visualizer.control.display_commands import Command
from gd_visualizer.control.drag_throttle import DragThrottle
from gd_visualizer.control.history import History, without_rate_preview
from gd_visualizer.control.run_control import RunControl
from gd_visualizer.descent.commands import (
    descent as commands,
)
from gd_visualizer.descent.commands import (
    display as showing,
)
from gd_visualizer.descent.commands import (
    kept_runs as kept,
)
from gd_visualizer.descent.script import clicker, script
from gd_visualizer.descent.state.kept_run import KeptRun
from gd_visualizer.descent.state.state import State, open_lesson
from gd_visualizer.lesson.lesson import Lesson, Phase
from gd_visualizer.lesson.rate import LearningRate
from gd_visualizer.text.errors import reason


class Controller(RunControl):
    """Holds the current State; replaces it by commands alone, and tells what it was before.

    ``changed(new, old)`` is emitted once for each command that changed anything,
    ``refused(Message)`` where a value could not be taken, ``run_changed(bool)`` when Run starts or
    stops, ``lesson_ended()`` where a press of the clicker belongs to the next lesson,
    ``returned()`` where one has led back to the lesson's script.
    """

    changed = Signal(object, object)
    refused = Signal(object)
    lesson_ended = Signal()
    returned = Signal()

    def __init__(self, state: State, parent: QObject | None = None) -> None:
        super().__init__(state, parent)
        self._history = History()
        self._drawn_seed: int | None = None
        self._gate = DragThrottle(self)
        self._gate.passed.connect(self._drag)

    @property
    def state(self) -> State:
        """The current state."""
        return self._state

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

    def press(self) -> None:
        """The clicker: the next beat or phase; during a run: its end; at the end, the next lesson.

        Where the lesson's script has been left, it goes on from there; undo brings back what was.
        """
        if self.running:
            self._finish()
            return
        if self._state.descent.provisional is not None:
            self.drop()
        if self._state.progress.seeking == "hand":
            self._apply(clicker.forward)
        elif clicker.at_end(self._state):
            self.lesson_ended.emit()
        else:
            self._go_on()

    def _go_on(self) -> None:
        strayed, going = self._strayed(), None

        def press(state: State) -> State:
            nonlocal going
            new, going = clicker.begun(state)
            return new

        if not self._apply(press, keep=strayed or self._cuts_future(), settle=False):
            return
        if strayed:
            self.returned.emit()
        if going:
            self.run_changed.emit(True)
            self._run_beat(going)

    def press_back(self) -> None:
        """The clicker back: before the last beat or phase, also one that is still running; from a
        run of one's own: pause."""
        own_run = self.running and self._beat_run is None
        self.pause()
        if not own_run:
            self._apply(
                lambda state: without_rate_preview(clicker.backward(state)), keep=self._strayed()
            )

    def go_on(self, lesson: Lesson) -> None:
        """The next lesson; a press back returns to where we are."""
        before = self._state
        self._drawn_seed = None
        self._apply(lambda _state: clicker.follow(open_lesson(lesson), before), keep=True)

    def show_phase(self, phase: int) -> None:
        """A phase of the step that we are in."""
        self.pause()
        self._apply(lambda state: commands.to_phase(state, Phase(phase)), keep=self._cuts_future())

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
        self._apply(clicker.reset, keep=True)

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
        self._gate.take(values)

    def _drag(self, values: dict[str, float]) -> None:
        self._apply(
            lambda state: commands.drag(state, values),
            keep=self._state.descent.provisional is None,
        )

    def drop(self) -> None:
        """What was dragged becomes a new start."""
        self._gate.flush()
        self._apply(commands.drop)

    def leave(self) -> None:
        """Esc: out of a run, a drag, and a question that was asked by hand."""
        self.pause()
        self.cancel_drag()
        self._apply(showing.leave_question)

    def toggle_dark(self) -> None:
        """Dark, or light; while it is asked where the lowest place is, no step goes on."""
        super().toggle_dark()
        if self._state.progress.seeking:
            self.pause()

    def cancel_drag(self) -> None:
        """As before the drag."""
        self._gate.forget()
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

    def keep_run(self) -> None:
        """Keeps the run for comparison, and returns to the start."""
        self.pause()
        self._apply(kept.keep, keep=True)

    def hide_run(self, run: KeptRun, hidden: bool) -> None:
        """A kept run out of the pictures, or back in."""
        self._apply(lambda state: kept.hide(state, run, hidden), keep=True)

    def rename_run(self, run: KeptRun, name: str) -> None:
        """Another name for a kept run."""
        self._apply(lambda state: kept.rename(state, run, name), keep=True)

    def remove_run(self, run: KeptRun) -> None:
        """A kept run is given up."""
        self._apply(lambda state: kept.remove(state, run), keep=True)

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

    def _strayed(self) -> bool:
        """Whether the lesson's script has been left, so that a press leads back to it."""
        state = self._state
        followed = not state.descent.lesson.beats or state.progress.asking
        return not followed and script.place(state) is None

    def _apply(self, command: Command, keep: bool = False, settle: bool = True) -> bool:
        """Replaces the state, unless it is refused; ``keep``: what it was can be had back by undo;
        ``settle``: it is looked up in the lesson's script."""
        old = self._state
        try:
            new = command(old)
        except ValueError as error:
            self.refused.emit(reason(error))
            return False
        new = script.settled(new) if settle and not self.running else new
        if new is old:
            return True
        if keep:
            self._history.keep(old, new)
        if new.descent is not old.descent:
            self._history.forget_redo()
            self._beat_run = None
        self._state, self._ahead = new, None
        self.changed.emit(new, old)
        return True

    def _swap(self, command: Command) -> None:
        """Undo or redo."""
        self.pause()
        self._gate.forget()
        old, new = self._state, command(self._state)
        if new is not old:
            self._state = new
            self.changed.emit(new, old)
