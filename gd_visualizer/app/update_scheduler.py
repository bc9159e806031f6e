"""One way from a change to all who show it: each is told once, in the order of one list."""

import sys
from collections.abc import Callable, Sequence

from PySide6.QtCore import QElapsedTimer, QObject, QTimer

from gd_visualizer.control.controller import Controller
from gd_visualizer.descent.state.state import State

_PAUSE = 100  # ms

Part = Callable[[State, State | None], None]


class UpdateGroup:
    """Parts that keep up together.

    Each is told the new state and, as ``old``, the one that was told last, so that a ``sync``
    behind it sees all that differs. One part that fails leaves the others right. They are called,
    not connected: Qt takes as long to pass two objects on as many a part needs for them.
    """

    def __init__(self, state: State, parts: Sequence[Part], by_turns: bool = False) -> None:
        self.parts, self.by_turns = list(parts), by_turns
        self._shown = state
        self._since = QElapsedTimer()
        self._since.start()

    def behind(self, state: State) -> bool:
        """Whether it has not been told of ``state`` yet."""
        return state is not self._shown

    @property
    def late(self) -> bool:
        """Whether it could be seen that it lags behind."""
        return self._since.elapsed() >= _PAUSE

    def tell(self, new: State) -> None:
        """Passes on what has not been told yet."""
        if new is not self._shown:
            old, self._shown = self._shown, new
            self._since.start()
            self._pass_on(new, old)

    def tell_anew(self, state: State) -> None:
        """As if nothing had been told before."""
        self._shown = state
        self._pass_on(state, None)

    def _pass_on(self, new: State, old: State | None) -> None:
        for part in self.parts:
            try:
                part(new, old)
            except Exception:
                sys.excepthook(*sys.exc_info())


class UpdateScheduler(QObject):
    """Passes the controller's changes on to its groups in their order: at once, but during a run
    those ``by_turns`` one after the other.

    Those that are late have each a turn of the event loop of its own, so that the window never
    waits for all of them. The last state of a run always comes.
    """

    def __init__(self, controller: Controller, parent: QObject) -> None:
        super().__init__(parent)
        self._controller = controller
        self._groups: list[UpdateGroup] = []
        self._turn = 0
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._tell_late)
        controller.changed.connect(self._follow)
        controller.run_changed.connect(self._catch_up)

    @property
    def by_turns(self) -> list[UpdateGroup]:
        """The groups that a run tells one after the other."""
        return [group for group in self._groups if group.by_turns]

    @property
    def waiting(self) -> bool:
        """Whether a group has not been told of the last change yet, and will be."""
        return self._timer.isActive()

    def add(self, parts: Sequence[Part], by_turns: bool = False) -> UpdateGroup:
        """One more group, after those there are, and who listens to it."""
        group = UpdateGroup(self._controller.state, parts, by_turns)
        self._groups.append(group)
        return group

    def tell_anew(self) -> None:
        """Everyone shows the state as if for the first time."""
        for group in self._groups:
            group.tell_anew(self._controller.state)

    def _follow(self, new: State, _old: State) -> None:
        if not self._controller.running:
            self._catch_up()
            return
        turns = self.by_turns
        self._turn += 1
        for group in self._groups:
            if not group.by_turns or group is turns[self._turn % len(turns)]:
                group.tell(new)
        self._wait()

    def _behind(self) -> list[UpdateGroup]:
        state = self._controller.state
        return [group for group in self._groups if group.behind(state)]

    def _wait(self) -> None:
        """Until the next group is told."""
        behind = self._behind()
        if behind:
            self._timer.start(0 if any(group.late for group in behind) else _PAUSE)

    def _tell_late(self) -> None:
        late = [group for group in self._behind() if group.late]
        if late:
            late[0].tell(self._controller.state)
        self._wait()

    def _catch_up(self) -> None:
        self._timer.stop()
        for group in self._groups:
            group.tell(self._controller.state)
