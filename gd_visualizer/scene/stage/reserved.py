"""Room for the numbers of a whole lesson, so that its chips keep their places from press to
press."""

from gd_visualizer.descent.script.script import scripted_states
from gd_visualizer.lesson.lesson import Lesson
from gd_visualizer.scene.explanation.of_state import explanation
from gd_visualizer.scene.explanation.reserved_widths import ReservedWidths
from gd_visualizer.text.speech import Speech


def reserved_for(lesson: Lesson, speech: Speech) -> ReservedWidths:
    """The room that the chips need at all beats that are known soon."""
    reserved = ReservedWidths()
    for state in scripted_states(lesson):
        row = explanation(state).row
        if row:
            reserved.of(row, speech)
    return reserved
