"""Where a drag of the point over the surface leads to, by mouse or by keys."""

from collections.abc import Sequence

from gd_visualizer.descent.state.descent import Descent
from gd_visualizer.descent.state.section import Section
from gd_visualizer.scene.snapping import one_step, scale_of, snapped
from gd_visualizer.scene.surface.slice import SurfaceSlice


def dragged_to(
    descent: Descent, surface_slice: SurfaceSlice, place: Sequence[float], free: bool = False
) -> dict[str, float]:
    """The parameters by name, once the point is at ``place``, on the steps of the picture's axes,
    or ``free`` between them."""
    wanted = [
        snapped(value, scale_of(*shown), free)
        for value, shown in zip(place, surface_slice.ranges, strict=True)
    ]
    return at_place(descent, surface_slice.section, wanted)


def at_place(descent: Descent, along: Section, place: Sequence[float]) -> dict[str, float]:
    """The parameters by name at ``place`` of a section; along directions all of them move."""
    if along.plane is None:
        return dict(zip(along.names, place, strict=True))
    theta = along.at(descent.moment.theta, place)
    return dict(zip(descent.lesson.objective.names, theta.tolist(), strict=True))


def stepped(
    surface_slice: SurfaceSlice, place: Sequence[float], way: Sequence[int], free: bool = False
) -> list[float]:
    """The place so many steps of the axes on from ``place``; ``free``: steps a tenth as large. What
    is on no step goes to the next one; an axis without a step keeps its value."""
    return [
        one_step(value, scale_of(*shown), count, free) if count else value
        for value, shown, count in zip(place, surface_slice.ranges, way, strict=False)
    ]
