"""Where the weights were before what has just been done."""

from gd_visualizer.core.arrays import Floats
from gd_visualizer.descent.state.descent import Descent


def theta_before(descent: Descent) -> Floats | None:
    """The weights (P,) before the drag that is going on, else before the last step; None inside of
    a step, and at the start."""
    if descent.provisional is not None:
        return descent.timeline.theta(descent.timeline.cursor)
    return descent.timeline.theta(descent.row - 1) if descent.row and descent.resting else None
