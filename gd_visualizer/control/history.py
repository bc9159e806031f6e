"""What a person may want back, for undo and redo."""

from weakref import WeakSet

from gd_visualizer.descent.commands import descent as commands
from gd_visualizer.descent.script import clicker
from gd_visualizer.descent.script.script import place
from gd_visualizer.descent.state.descent import Descent
from gd_visualizer.descent.state.memory import MOST_BYTES, count_that_fit
from gd_visualizer.descent.state.state import State

MOST = 50


class History:
    """The last states before a drag, a reset, a new start, a cut future or another lesson: fifty
    at most, fewer where their runs are long.

    Steps and presses are not kept one by one: undo goes back over steps taken since, and over
    presses before it leaves a lesson, and only then brings back what was kept, so that it never
    takes more away than the last thing that was done.
    """

    def __init__(self, most_bytes: int = MOST_BYTES) -> None:
        self._most_bytes = most_bytes
        self._undo: list[tuple[State, int]] = []
        self._redo: list[tuple[State, bool]] = []  # and whether undo went back over a step
        self._pressed = WeakSet[Descent]()  # where presses of the clicker have led
        self._floor = 0  # the row from which on steps have been taken since the last kept state

    @property
    def can_undo(self) -> bool:
        """Whether a state has been kept."""
        return bool(self._undo)

    @property
    def can_redo(self) -> bool:
        """Whether undo has taken something away."""
        return bool(self._redo)

    def press(self, reached: State) -> None:
        """A press of the clicker has led to ``reached``, and nothing was kept with it."""
        self._pressed.add(reached.descent)

    def keep(self, before: State, after: State) -> None:
        """``before`` may be wanted back; without a drag that was on its way."""
        self._pressed.discard(after.descent)  # what is kept comes first
        before = commands.cancel_drag(before)
        if not self._undo or not _same(self._undo[-1][0], before):
            self._remember(before)
        self._floor = 0 if after.descent.provisional else after.descent.row

    def _remember(self, state: State) -> None:
        """The latest state, and of those before it as many as memory is set aside for."""
        undo = [*self._undo, (state, self._floor)][-MOST:]
        runs = (kept.descent for kept, _floor in reversed(undo))
        fit = count_that_fit(runs, self._most_bytes)
        self._undo = undo[-fit:]

    def forget_redo(self) -> None:
        """Empties redo, as after any command that is not undo."""
        self._redo = []

    def forget_drag(self, before: State) -> None:
        """A drag from ``before`` was left: nothing to bring back."""
        if self._undo and _same(self._undo[-1][0], before):
            self._floor = self._undo.pop()[1]

    def undo(self, now: State) -> State:
        """What was before; ``now`` itself where there is nothing."""
        dragging = now.descent.provisional is not None
        now = commands.cancel_drag(now)
        if now.descent in self._pressed and not dragging and clicker.can_go_back(now):
            self._redo.append((now, True))
            fewer = clicker.take_back(now)
            if place(fewer):
                self.press(fewer)
            return fewer
        if now.descent.row > self._floor and not dragging:
            self._redo.append((now, True))
            return commands.back(now)
        if not dragging and (not self._undo or _other_lesson(self._undo[-1][0], now)):
            pressed = clicker.take_back(now) if clicker.can_go_back(now) else now
            if pressed is not now:  # what was pressed in this lesson, before it is left
                self._redo.append((now, True))
                return pressed
        if not self._undo:
            return now
        self._redo.append((now, False))
        before, self._floor = self._undo.pop()
        return before

    def redo(self, now: State) -> State:
        """What undo took away; ``now`` itself where there is nothing."""
        if not self._redo:
            return now
        now = commands.cancel_drag(now)
        after, stepped = self._redo.pop()
        if not stepped:
            self._remember(now)
            self._floor = after.descent.row
        return after


def _other_lesson(one: State, other: State) -> bool:
    """Whether two states are of two lessons, and not of one with other points."""
    return one.descent.lesson.original is not other.descent.lesson.original


def _same(one: State, other: State) -> bool:
    """Whether bringing back the one or the other makes no difference."""
    return (
        one.descent.timeline is other.descent.timeline
        and one.descent.settings is other.descent.settings
        and one.descent.phase == other.descent.phase
        and one.descent.kept is other.descent.kept
    )
