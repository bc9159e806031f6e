"""The current point in space: its ball, its tangent plane, the way downhill and the next step."""

import numpy as np

from gd_visualizer.core.arrays import Floats, unit
from gd_visualizer.descent.rate.band import NextStep
from gd_visualizer.descent.state.state import State
from gd_visualizer.scene.look.palette import Palette
from gd_visualizer.scene.surface.dark.lantern import Lantern
from gd_visualizer.scene.surface.slice import DescentPath, SurfaceSlice
from gd_visualizer.scene.surface3d.axes import Box
from gd_visualizer.scene.surface3d.markers import arrow, ball, tangent_plane
from gd_visualizer.scene.surface3d.primitives import Lines, Mesh
from gd_visualizer.scene.visibility import Visibility

_BALL, _SHAFT = 0.032, 0.01
_ARROW = 0.2  # in sides of the box
_PLANE = 0.17
_SMALL, _FAINT = 1e-3, 0.5


def point_marks(
    state: State,
    box: Box,
    palette: Palette,
    path: DescentPath,
    here: Floats,
    inside: bool,
    lantern: Lantern | None,
    shown: Visibility,
) -> tuple[tuple[Mesh, ...], tuple[tuple[Mesh, ...], tuple[Lines, ...]]]:
    """The current point; with its tangent plane and the way downhill, where slopes may be seen."""
    if not inside:
        return (), ((), ())
    made = [ball(here, _BALL, palette.now)]
    current = path.here
    seen = shown.slopes and state.descent.provisional is None and not shown.asked
    if not (seen or lantern) or not np.abs(current.slopes).max() > 0:
        return tuple(made), ((), ())
    color = palette.dark_ink if lantern else palette.path
    if shown.downhill:
        made.append(_downhill(box, color, here, current.slopes, current.loss, current.point))
    if lantern:
        return tuple(made), ((), ())
    point = np.array([*current.point, current.loss])
    plane, outline = tangent_plane(box, point, current.slopes, _PLANE, palette.slope)
    return tuple(made), ((plane,), (outline,))


def next_step_mark(
    found: NextStep | None, box: Box, palette: Palette, surface_slice: SurfaceSlice
) -> tuple[Mesh, ...]:
    """A ball that can be seen through, where the step about to be taken would land."""
    if found is None:
        return ()
    place = np.array([[*surface_slice.section.places(found.theta), found.loss]])
    if not box.inside(place)[0]:
        return ()
    made = ball(box.place(place)[0], _BALL, palette.now)
    colors = made.colors.copy()
    colors[:, 3] = _FAINT
    return (Mesh(made.vertices, made.faces, colors),)


def _downhill(
    box: Box, color: str, here: Floats, slopes: Floats, loss: float, place: Floats
) -> Mesh:
    """An arrow along the tangent plane, downhill, as long whatever the slope."""
    sides = np.array([high - low for low, high in box.ranges])
    per = np.array(box.sides[:2]) / sides
    step = -unit(unit(slopes) * per / per.max()) / per * _SMALL
    fall = sum(slope * by for slope, by in zip(slopes.tolist(), step.tolist(), strict=True))
    ahead = np.array([[*(place + step), loss + fall]])
    toward = box.place(ahead)[0] - here
    length = float(np.linalg.norm(toward))
    toward = toward / length if length > 0 else toward
    lifted = here + np.array([0, 0, _BALL * 0.6])
    return arrow(lifted, lifted + toward * _ARROW, _SHAFT, color)
