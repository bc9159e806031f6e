"""What of the stage differs between two states."""

from gd_visualizer.descent.script.script import caption
from gd_visualizer.descent.state.state import State


def shows_other(before: State, now: State) -> bool:
    """Whether the stage is laid out anew."""
    # with other points it is still laid out as it was
    lesson = before.descent.lesson.original is not now.descent.lesson.original
    return lesson or before.display.panels != now.display.panels


def told_by(state: State) -> tuple[object, ...]:
    """What the sentence depends on besides the descent."""
    progress = state.progress
    return caption(state), progress.asked, progress.seeking, progress.reveal_by_phase
