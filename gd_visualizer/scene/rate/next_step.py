"""Where the step about to be taken would land, before it is taken."""

from functools import lru_cache

from gd_visualizer.descent.rate.band import OVERFLOW, NextStep, next_step
from gd_visualizer.descent.state.descent import Descent
from gd_visualizer.descent.state.section import Section
from gd_visualizer.descent.state.state import State
from gd_visualizer.scene.visibility import Visibility, visibility
from gd_visualizer.text.message import Message, message
from gd_visualizer.text.numerals import number


def next_step_at(state: State, shown: Visibility | None = None) -> NextStep | None:
    """The next step, where it may be seen: at Slopes, and while a learning rate is tried; not while
    that is asked, nor where the numbers overflow. ``shown`` instead of what the window shows."""
    descent, display, shown = state.descent, state.display, shown or visibility(state)
    if not shown.next_step or not descent.lesson.view.descends or descent.ended:
        return None
    held = shown.slopes and descent.provisional is None
    if not (held or display.rate_held):
        return None
    found = _next_step(descent)
    return None if found.kind == OVERFLOW else found


def next_step_words(found: NextStep, along: Section | None = None) -> Message:
    """What the loss would be there; on a map ``along`` some of the weights, that its slice is not
    what the colour under it says."""
    loss = number(found.loss)
    if along is not None and len(along.names) == 2 and not along.exact:
        return message("next loss {loss}, off this slice", loss=loss)
    return message("next loss {loss}", loss=loss)


@lru_cache(4)
def _next_step(descent: Descent) -> NextStep:
    return next_step(descent)
