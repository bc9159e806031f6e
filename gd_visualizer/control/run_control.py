"""Run, and the runs of a lesson's beats: steps by themselves, until somebody stops them."""

from PySide6.QtCore import QObject, Signal

from gd_visualizer.control.run_timer import RunTimer
from gd_visualizer.descent.commands import descent as commands
from gd_visualizer.descent.commands.command import Command, P
from gd_visualizer.descent.script import clicker, script
from gd_visualizer.descent.state.state import State

_RUN_SECONDS = 3.0
_SHOWN = 16  # ticks of a run that is hurried, of which the last one is shown


class RunControl(QObject):
    """The controller's part of Run. ``run_changed(bool)`` is emitted where it starts or stops.

    A run of a beat is as fast as it takes to be watched, and does what follows it in its beat; once
    it is hurried, by Next, it goes as fast as it can and not all of its steps are shown.
    """

    run_changed = Signal(bool)

    def __init__(self, state: State, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._state = state
        self._speed = 4.0
        self._beat_run: clicker.Going | None = None
        self._hurried = False  # whether Next was pressed during it
        self._ahead: State | None = None  # of a run that is hurried: steps not shown yet
        self._unseen = 0
        self._timer = RunTimer(self._tick, self)

    def do(self, command: Command[P], *args: P.args, **more: P.kwargs) -> bool:
        """Replaces the state by what ``command`` makes of it, as ``Controller.do``."""
        raise NotImplementedError

    @property
    def running(self) -> bool:
        """Whether steps are taken by the timer, be it Run's own or a beat's."""
        return self._timer.active

    @property
    def row_ahead(self) -> int | None:
        """The row that a hurried run has come to and not shown yet; None where all is shown."""
        return self._ahead.descent.row if self._ahead else None

    def set_speed(self, steps_per_second: float) -> None:
        """So many steps a second while Run is on; infinity: as many as fit."""
        self._speed = steps_per_second
        self._timer.set_speed(steps_per_second)

    def run(self) -> None:
        """Steps until the descent ends or someone does something else."""
        if not self.running:
            self._beat_run = None
            self._timer.set_speed(self._speed)
            self._start()

    def toggle_run(self) -> None:
        """Run, or pause where Run is on."""
        if self.running:
            self.pause()
        else:
            self.run()

    def _run_beat(self, going: clicker.Going) -> None:
        """A run of a beat, fast enough to be watched; as fast as can be, where that is pressed."""
        self._beat_run = going
        left = going.last - self._state.descent.row
        self._timer.set_speed(max(self._speed, left / _RUN_SECONDS))
        if self._hurried:
            self._timer.hurry()
        self._timer.start()

    def _start(self) -> None:
        self.run_changed.emit(True)
        self._timer.start()

    def pause(self) -> None:
        """Ends Run where it is, or a beat's run, with all the steps that it has taken."""
        if self.running:
            self._timer.stop()
            ahead = self._ahead or self._state
            self._take_steps(ahead)
            self._beat_run, self._hurried, self._ahead = None, False, None
            self.run_changed.emit(False)
            self.do(Command(script.settled))

    def _finish(self) -> None:
        """The end of the run at once; of a long one as soon as can be, while the window lives."""
        last = self._beat_run.last if self._beat_run else clicker.run_end(self._state)
        self._hurried = True
        now = self._ahead or self._state
        if script.soon(now.descent.lesson, last - now.descent.row):
            self._take_steps(clicker.finish(now, last))
            self._arrive()
        else:
            self._timer.hurry()

    def _arrive(self) -> None:
        """The run is over; what comes after it in its beat is done."""
        going, self._beat_run = self._beat_run, None
        self._timer.stop()
        going = self._rest_of_beat(going) if going else None
        if going:
            self._run_beat(going)
            return
        self._hurried = False
        self.do(Command(script.settled))
        self.run_changed.emit(False)

    def _rest_of_beat(self, going: clicker.Going) -> clicker.Going | None:
        """Does it; up to its next run, if it has one more."""
        following = None

        def go_on(state: State) -> State:
            nonlocal following
            new, following = clicker.gone_on(state, going)
            return new

        self.do(Command(go_on, settles=False))
        return following

    def _tick(self) -> None:
        before = self._ahead or self._state
        new = self._run_step(before)
        over = self._beat_run is not None and new.descent.row >= self._beat_run.last
        over = over or new is before or new.descent.ended is not None
        self._unseen = (self._unseen + 1) % _SHOWN
        if self._hurried and self._unseen and not over:
            self._ahead = new
            return
        self._take_steps(new)
        if over:
            self._arrive()

    def _take_steps(self, new: State) -> None:
        """To ``new``, by steps of a run: what it passes on its way are no beats."""
        beat_run = self._beat_run
        self.do(Command(lambda _state: new, cuts=True, settles=False))
        self._beat_run = beat_run

    def _run_step(self, state: State) -> State:
        """As many steps as the timer asks for; what views take to show them is not counted."""
        left = self._beat_run.last - state.descent.row if self._beat_run else None
        with self._timer.measured() as count:
            return commands.step(state, count if left is None else max(min(count, left), 1))
