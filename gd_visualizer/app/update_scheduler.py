"""A slower ``changed`` for numbers and words: nobody reads sixty sentences a second."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QElapsedTimer, QObject, QTimer, Signal

from gd_visualizer.control.controller import Controller
from gd_visualizer.descent.state.state import State

_PAUSE = 100  # ms


class UpdateGroup(QObject):
    """Parts that keep up together.

    ``changed(new, old)`` has the state as ``old`` that was told last, so that a ``sync`` behind it
    sees all that differs.
    """

    changed = Signal(object, object)

    def __init__(self, state: State, parent: QObject) -> None:
        super().__init__(parent)
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
            self.changed.emit(new, old)


class UpdateScheduler(QObject):
    """Passes the controller's changes on to its lanes: at once, but during a run by turns.

    Those that are late have each a turn of the event loop of its own, so that the window never
    waits for all of them. The last state of a run always comes.
    """

    def __init__(self, controller: Controller, parent: QObject) -> None:
        super().__init__(parent)
        self._controller = controller
        self._lanes: list[UpdateGroup] = []
        self._turn = 0
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._tell_late)
        controller.changed.connect(self._follow)
        controller.run_changed.connect(self._catch_up)

    def add(self, parts: Sequence[Callable[[State, State | None], None]]) -> None:
        """One more lane, and who listens to it."""
        group = UpdateGroup(self._controller.state, self)
        for part in parts:
            group.changed.connect(part)
        self._lanes.append(group)

    def _follow(self, new: State, _old: State) -> None:
        if not self._controller.running:
            self._catch_up()
            return
        self._turn += 1
        self._lanes[self._turn % len(self._lanes)].tell(new)
        self._wait()

    def _behind(self) -> list[UpdateGroup]:
        state = self._controller.state
        return [group for group in self._lanes if group.behind(state)]

    def _wait(self) -> None:
        """Until the next lane is told."""
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
        for group in self._lanes:
            group.tell(self._controller.state)
