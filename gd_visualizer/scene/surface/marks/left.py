"""Where we were, while the point is dragged away from there."""

import numpy as np

from gd_visualizer.core.arrays import Floats
from gd_visualizer.descent.state.descent import Descent
from gd_visualizer.descent.state.state import State
from gd_visualizer.drawing.shapes import Shape
from gd_visualizer.scene.plot import marks
from gd_visualizer.scene.plot.area import Area
from gd_visualizer.scene.surface.log_scale import drawn_heights
from gd_visualizer.scene.surface.slice import SurfaceSlice


def left_at(descent: Descent, surface_slice: SurfaceSlice) -> Floats | None:
    """Coordinates and loss (axes + 1,) of the row that a drag has left; None without a drag."""
    if descent.provisional is None:
        return None
    row, timeline = descent.row, descent.timeline
    place = surface_slice.section.places(timeline.theta(row))
    return np.array([*place.tolist(), float(timeline.losses(row)[0])])


def left_ring(
    state: State, surface_slice: SurfaceSlice, area: Area, known: bool, em: float
) -> list[Shape]:
    """A pale ring there; over one parameter on the axis, where no loss is ``known`` yet."""
    found = left_at(state.descent, surface_slice)
    if found is None:
        return []
    x, y, *_ = found.tolist()
    if len(surface_slice.ranges) == 1:
        height = float(drawn_heights(surface_slice, found[1:])[0])
        y = height if known else surface_slice.loss_range[0]
    return [marks.left(area.place(x, y), em, state.display.dark)] if area.holds(x, y) else []
