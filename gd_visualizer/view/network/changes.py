"""What of the diagram differs between two states."""

from gd_visualizer.descent.state.state import State
from gd_visualizer.lesson.lesson import Phase
from gd_visualizer.scene.explanation.of_state import printed
from gd_visualizer.scene.visibility import visibility


def computes(old: State, new: State) -> bool:
    """Whether the values have just been computed, layer by layer."""
    same = old.descent.lesson is new.descent.lesson
    return same and old.descent.resting and new.descent.phase == Phase.FORWARD


def looks_alike(old: State, new: State) -> bool:
    """Whether two states of one descent differ in nothing that places anything."""
    a, b = old.display, new.display
    slopes = visibility(new).slopes
    return (
        a.point == b.point
        and a.fit == b.fit
        and visibility(old) == visibility(new)
        and (a.weight == b.weight or not slopes)
        and printed(old) == printed(new)
    )
