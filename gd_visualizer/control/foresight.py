"""What a press leads to, worked out before it is pressed."""

from collections.abc import Callable
from typing import TypeVar, cast

from gd_visualizer.descent.state.state import State

T = TypeVar("T")


class Foresight:
    """Keeps what one pure function makes of one state, so that it is there when it is asked for,
    and is the same object."""

    def __init__(self) -> None:
        self._known: tuple[Callable[[State], object], State, object] | None = None

    def work_out(self, change: Callable[[State], T], state: State) -> T:
        """What ``change`` makes of ``state``, from now on known."""
        made = self.result(change, state)
        self._known = change, state, made
        return made

    def result(self, change: Callable[[State], T], state: State) -> T:
        """What ``change`` makes of ``state``; at once, where it is known."""
        if self._known and self._known[0] is change and self._known[1] is state:
            return cast(T, self._known[2])
        return change(state)
