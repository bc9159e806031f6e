"""What of a moment may be seen: nothing of a phase that has not been reached."""

from dataclasses import dataclass

from gd_visualizer.descent.state import State
from gd_visualizer.lesson.lesson import Phase


@dataclass(frozen=True)
class Reveal:
    """``values`` of the nodes behind the input, ``errors`` with the losses, ``slopes`` on their
    edges; ``asked``: the first phase that is not shown is asked for, its places hold a ?.
    """

    values: bool = True
    errors: bool = True
    slopes: bool = False
    asked: Phase | None = None


ALL = Reveal()


def reveal(state: State) -> Reveal:
    """Of the phase that is held; resting after a step, everything but slopes."""
    phase, asked = state.descent.phase, state.display.asked
    if asked in (Phase.FORWARD, Phase.ERROR):
        return Reveal(asked == Phase.ERROR, False, False, asked)
    if phase == Phase.START and state.display.held:
        return Reveal(False, False)
    if phase == Phase.SLOPES:
        return Reveal(slopes=True, asked=asked)
    return Reveal(errors=phase != Phase.FORWARD, asked=asked)


def height_shown(state: State) -> bool:
    """Whether the loss where we are may be read off the surface over one weight."""
    return state.descent.row > 0 or reveal(state).errors
