"""Whose tangent the surface over one weight shows: that of the slope which is being explained."""

import numpy as np

from gd_visualizer.descent.state.state import State
from gd_visualizer.lesson.lesson import Phase
from gd_visualizer.scene.surface.log_scale import drawn_marks
from gd_visualizer.scene.surface.slice import Marks, SurfaceSlice, marks_here


def tangent_point(state: State, surface_slice: SurfaceSlice) -> Marks | None:
    """Where the tangent touches, as it is drawn; None where no slope may be seen.

    At Update it is where the step began, for that is the slope in the new weight's arithmetic;
    where other weights have moved too, that place is not on this curve, and there is none.
    """
    descent, asked, along = state.descent, state.progress.asked, surface_slice.section
    phase = descent.phase
    here = drawn_marks(surface_slice, marks_here(descent, along))
    if asked is not None:
        return here if asked == Phase.UPDATE else None
    if descent.provisional is not None:
        return here if descent.lesson.view.last_phase >= Phase.SLOPES else None
    if phase == Phase.SLOPES:
        return here
    if phase != Phase.UPDATE or not descent.row or not along.exact:
        return None
    timeline, row = descent.timeline, descent.row - 1
    began = Marks(
        along.places(timeline.theta(row)[None]),
        np.array(timeline.losses(row)[:1]),
        along.exact,
        along.slopes(timeline.gradient(row)),
    )
    return drawn_marks(surface_slice, began)
