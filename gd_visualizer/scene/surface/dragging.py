"""Where a drag of the point over the surface leads to."""

from collections.abc import Sequence

from gd_visualizer.descent.state.descent import Descent
from gd_visualizer.scene.surface.slice import SurfaceSlice
from gd_visualizer.scene.surface.zoom import rounded


def dragged_to(
    descent: Descent, surface_slice: SurfaceSlice, place: Sequence[float]
) -> dict[str, float]:
    """The parameters by name, once the point is at ``place``, rounded to the picture's accuracy.

    Along directions all parameters move.
    """
    along = surface_slice.section
    wanted = [
        rounded(value, shown) for value, shown in zip(place, surface_slice.ranges, strict=True)
    ]
    if along.plane is None:
        return dict(zip(along.names, wanted, strict=True))
    theta = along.at(descent.moment.theta, wanted)
    return dict(zip(descent.lesson.objective.names, theta.tolist(), strict=True))
