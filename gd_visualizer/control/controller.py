"""The one door through which the state changes."""

from collections.abc import Callable, Mapping, Sequence
from functools import partial

from msgspec.structs import replace
from PySide6.QtCore import QObject, Signal

from gd_visualizer.control.drag_throttle import DragThrottle
from gd_visualizer.control.foresight import Foresight
from gd_visualizer.control.history import History
from gd_visualizer.control.run_control import RunControl
from gd_visualizer.descent.commands import data
from gd_visualizer.descent.commands import descent as commands
from gd_visualizer.descent.commands import display as showing
from gd_visualizer.descent.commands.command import Command, P
from gd_visualizer.descent.script import clicker, script
from gd_visualizer.descent.state.descent import Descent
from gd_visualizer.descent.state.state import State, open_lesson
from gd_visualizer.lesson.lesson import Lesson
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
        self._drawn_seed: int | None = None  # of the last random start
        self._foresight = Foresight()
        self._by_steps = False  # whether a whole step was pressed last, and not Next
        self._planes = 0  # random ones that have been shown
        self._rate_held = False
        self._made_again: Descent | None = None  # by the last other rate for its step
        self._throttle = DragThrottle(self)
        self._throttle.passed.connect(self._drag)
        self._point_throttle = DragThrottle(self)
        self._point_throttle.passed.connect(self._move_point)
        self._point_moving = False

    @property
    def state(self) -> State:
        """The State that is shown; another object after every change."""
        return self._state

    @property
    def can_undo(self) -> bool:
        """Whether Ctrl+Z has something to bring back."""
        return self._history.can_undo

    @property
    def can_redo(self) -> bool:
        """Whether Ctrl+Shift+Z has something to bring back."""
        return self._history.can_redo

    def do(self, command: Command[P], *args: P.args, **more: P.kwargs) -> bool:
        """Replaces the state by what ``command`` makes of it, with its ``args``.

        False where it is refused: then nothing has changed but that a run may be paused.
        """
        if command.pauses:
            self.pause()
        old = self._state
        try:
            if command is commands.step and not (args or more):
                self._by_steps = True
                new = self._foresight.result(_stepped, old)
            else:
                new = command(old, *args, **more)
        except ValueError as error:
            self.refused.emit(reason(error))
            return False
        settled = command.settles and not self.running
        self._become(script.settled(new) if settled else new, command.loses(old))
        return True

    def foresee(self) -> State | None:
        """The state that the next press leads to, worked out before it: Next, or a whole step where
        that was pressed last or there is no Next. None where it is not known, or takes long."""
        state = self._state
        busy = self.running or state.descent.provisional is not None
        if busy or not script.soon(state.descent.lesson, 1):
            return None
        try:
            if clicker.soon_there(state) and not self._by_steps:
                new = self._foresight.work_out(clicker.begun, state)[0]
            elif state.descent.ended is None:
                new = self._foresight.work_out(_stepped, state)
            else:
                return None
        except ValueError:
            return None
        return None if new is state else new

    def edit(self, command: Command[P], goes_on: bool, *args: P.args, **more: P.kwargs) -> bool:
        """``do`` of a command that undo takes back; where it ``goes_on``, the change that was begun
        is taken back with it."""
        return self.do(replace(command, keeps=not goes_on), *args, **more)

    def slot(self, command: Command[P]) -> Callable[P, bool]:
        """``do`` of ``command``, to be called with its ``args``."""
        return partial(self.do, command)

    def _become(self, new: State, keep: bool) -> None:
        """Another state; ``keep``: this one can be had back by undo."""
        old, new = self._state, self._with_hand(new)
        if new is old:
            return
        if keep:
            self._history.keep(old, new)
        if new.descent is not old.descent:
            self._history.forget_redo()
            self._beat_run = None
        if _left_drag(old, new):
            self._throttle.forget()
            self._history.forget_drag(new)
        self._state, self._ahead = new, None
        self.changed.emit(new, old)
        if new.progress.seeking:  # while it is asked where the lowest place is, no step goes on
            self.pause()

    def _with_hand(self, state: State) -> State:
        """``state`` with the hand on the rate's slider, or without, whenever it was kept."""
        if state.display.rate_held == self._rate_held:
            return state
        return replace(state, display=replace(state.display, rate_held=self._rate_held))

    def hold_rate(self, held: bool) -> None:
        """The learning rate's slider is held, or let go."""
        self._rate_held = held
        self._become(self._state, keep=False)

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
            self.do(Command(clicker.forward))
        elif clicker.at_end(self._state):
            self.lesson_ended.emit()
        else:
            self._go_on()

    def _go_on(self) -> None:
        strayed, going = self._strayed(), None
        self._by_steps = False

        def press(state: State) -> State:
            nonlocal going
            new, going = self._foresight.result(clicker.begun, state)
            return new

        if not self.do(Command(press, keeps=strayed, cuts=True, settles=False)):
            return
        if strayed:
            self.returned.emit()
        else:
            self._history.press(self._state)
        if going:
            self.run_changed.emit(True)
            self._run_beat(going)

    def press_back(self) -> None:
        """The clicker back: before the last beat or phase, also one that is still running; from a
        run of one's own: pause."""
        own_run = self.running and self._beat_run is None
        self.pause()
        if not own_run:
            self.do(Command(clicker.backward, keeps=self._strayed()))

    def _strayed(self) -> bool:
        """Whether the lesson's script has been left, so that a press leads back to it."""
        state = self._state
        followed = not state.descent.lesson.beats or state.progress.asking
        return not followed and script.place(state) is None

    def go_on(self, lesson: Lesson) -> None:
        """The next lesson; a press back returns to where we are."""
        before = self._state
        self._drawn_seed = None
        self.do(Command(lambda _state: clicker.follow(open_lesson(lesson), before), keeps=True))

    def open(self, lesson: Lesson) -> None:
        """Another lesson, at its start, takes the place of this one; undo brings this one back."""
        self._drawn_seed = None
        self.do(Command(lambda _state: open_lesson(lesson), pauses=True, keeps=True))

    def restart(self) -> None:
        """A new random start: the seeds count up from the lesson's own, so that they repeat."""
        own = self._state.descent.lesson.random.seed
        self._drawn_seed = own + 1 if self._drawn_seed is None else self._drawn_seed + 1
        self.do(commands.restart, self._drawn_seed)

    def show_plane(self, kind: str) -> None:
        """The surface along directions through weight space; other random ones each time."""
        self._planes += kind == "random"
        self.do(showing.show_plane, kind, self._planes)

    def drag(self, values: Mapping[str, float]) -> None:
        """Parameters on their way; the newest values of each frame are taken."""
        self.pause()
        self._throttle.take(values)

    def step_again(self, rate: LearningRate) -> None:
        """The step that is shown, made again with another rate; however often it was so in a row,
        undo brings back what was before the first."""
        begins = self._state.descent is not self._made_again
        if self.do(replace(commands.step_again, keeps=begins), rate):
            self._made_again = self._state.descent

    def _drag(self, values: Mapping[str, float]) -> None:
        begins = self._state.descent.provisional is None
        self.do(replace(commands.drag, keeps=begins), values)

    def drop(self) -> None:
        """What was dragged becomes a new start."""
        self._throttle.flush()
        self.do(commands.drop)

    def move_point(self, row: int, x: Sequence[float], y: Sequence[float]) -> None:
        """A point of the data on its way; the newest place of each frame is taken, and undo goes
        back to before all of them."""
        self._point_throttle.take((row, x, y))

    def _move_point(self, place: tuple[int, Sequence[float], Sequence[float]]) -> None:
        goes_on, self._point_moving = self._point_moving, True
        self.edit(data.place_point, goes_on, *place)

    def drop_point(self) -> None:
        """It stays where it has come to."""
        self._point_throttle.flush()
        self._point_moving = False

    def leave(self) -> None:
        """Esc: out of a run, a drag, and a question that was asked by hand."""
        self.pause()
        self._throttle.forget()
        self._point_throttle.forget()
        if self._point_moving:
            self._point_moving = False
            self.undo()
        self.do(commands.cancel_drag)
        self.do(showing.leave_question)

    def undo(self) -> None:
        """Back over the steps since the last reset, drag, cut future or other lesson, then that."""
        self._swap(self._history.undo)

    def redo(self) -> None:
        """Puts back the state that the last undo replaced; nothing once something else was done."""
        self._swap(self._history.redo)

    def _swap(self, bring: Callable[[State], State]) -> None:
        """Undo or redo."""
        self.pause()
        self._throttle.forget()
        self._point_throttle.forget()
        self._point_moving = False
        old, new = self._state, self._with_hand(bring(self._state))
        if new is not old:
            self._state = new
            self.changed.emit(new, old)


def _stepped(state: State) -> State:
    """After one whole step."""
    return script.settled(commands.step(state))


def _left_drag(old: State, new: State) -> bool:
    """Whether a drag was left, and nothing has come of it."""
    one, other = old.descent, new.descent
    dragged = one.provisional is not None and other.provisional is None
    return dragged and one.timeline is other.timeline
