"""A command: a pure function from a State to a State, and the rules that go with it."""

from collections.abc import Callable
from typing import Concatenate, Generic, ParamSpec

from msgspec import Struct

from gd_visualizer.descent.state.state import State

P = ParamSpec("P")


class Command(Struct, Generic[P], frozen=True):
    """``change`` takes a State, and more where it needs that; called, a command is just that.

    ``pauses``: a run stops before it. ``keeps``: undo brings back what was; ``cuts``: only where
    the rows after the cursor are cut off by it. ``settles``: the new state is looked up in the
    lesson's script, as that of the beat which leads there.
    """

    change: Callable[Concatenate[State, P], State]
    pauses: bool = False
    keeps: bool = False
    cuts: bool = False
    settles: bool = True

    def __call__(self, state: State, *args: P.args, **more: P.kwargs) -> State:
        return self.change(state, *args, **more)

    def loses(self, state: State) -> bool:
        """Whether what it takes from ``state`` may be wanted back."""
        timeline = state.descent.timeline
        return self.keeps or (self.cuts and timeline.cursor < timeline.last)


def command(
    *, pauses: bool = False, keeps: bool = False, cuts: bool = False
) -> Callable[[Callable[Concatenate[State, P], State]], Command[P]]:
    """Makes a function a Command with these rules."""

    def made(change: Callable[Concatenate[State, P], State]) -> Command[P]:
        return Command(change, pauses, keeps, cuts)

    return made
