"""The lantern's circle as it is seen from aside, and the path that its numbers keep off."""

from collections.abc import Callable

import numpy as np
from msgspec import Struct

from gd_visualizer.core.arrays import Floats
from gd_visualizer.descent.state.descent import Descent
from gd_visualizer.scene.surface.dark.lantern import Lantern
from gd_visualizer.scene.surface.slice import descent_path
from gd_visualizer.scene.surface3d.picture import Moment3D

_CELL = 1e-3
Place = tuple[float, float]


class DirectionLabels3D(Struct, frozen=True, eq=False):
    """Around ``here`` at ``radius``, in directions ``toward`` (up is positive) off ``path`` (n, 2);
    lengths are the screen's."""

    here: Place
    radius: float
    toward: list[Place]
    path: Floats


def direction_labels_3d(
    descent: Descent, moment: Moment3D, lantern: Lantern, screen: Callable[[Floats], Floats]
) -> DirectionLabels3D:
    """The labels on a picture that shows places of the box (n, 3) where ``screen`` says (n, 2)."""
    box = moment.box
    directions = np.array([ray.toward for ray in lantern.rays])
    flat = box.across(np.array(lantern.center) + directions * lantern.radius)
    here = screen(moment.here[None])[0]
    out = screen(np.column_stack([flat, np.full(len(flat), moment.here[2])])) - here
    length = np.hypot(*out.T)
    toward = out / np.maximum(length, 1e-9)[:, None] * (1, -1)
    path = descent_path(descent, moment.surface_slice, (_CELL, _CELL))
    path_places = box.place(np.column_stack([path.rings, path.ring_losses]))
    return DirectionLabels3D(
        (float(here[0]), float(here[1])),
        float(length.max()),
        [(float(x), float(y)) for x, y in toward],
        screen(path_places) if len(path_places) else np.empty((0, 2)),
    )
