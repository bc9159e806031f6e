"""What lies below all marks of a surface: the map, or in the dark what a lantern shows of it."""

from functools import lru_cache

import numpy as np

from gd_visualizer.core.arrays import Floats
from gd_visualizer.core.objective.slice import Slice
from gd_visualizer.descent.state.section import Range
from gd_visualizer.drawing.frame import Audience, Frame
from gd_visualizer.drawing.shapes import Box, Clip, Glow, Paint, Pen, Rect, Shape, faded
from gd_visualizer.scene.plot.area import Area
from gd_visualizer.scene.surface.contours import bands
from gd_visualizer.scene.surface.dark.lantern import Lantern, lit_levels
from gd_visualizer.scene.surface.slice import SurfaceSlice

DARK = Paint("dark_field")
_LINE, _THICK = 0.07, 1.6  # ems; px, below which a pixel will do, painted twice as fast as more
_STRONG, _STRONGER = 0.75, 0.95  # how strong they are, and where they are a pixel
_GLOW = 0.34  # of the lantern's radius: what is left of it where one has been
_SPOT = ((0.0, 0.35), (1.0, 0.0))
_RIM = ((0.0, 0.0), (0.8, 0.04), (0.94, 0.43), (1.02, 1.0))  # of the dark that closes in
_MOST_SPOTS = 60


def map_ground(surface_slice: SurfaceSlice, rect: Rect, frame: Frame) -> Clip:
    """Filled bands between round heights over ``rect``, with level lines."""
    shown = surface_slice.loss_range, surface_slice.levels
    line = Pen(Paint("level_line", _STRONG), _LINE * frame.em)
    if frame.audience is Audience.SCREEN and 1 < line.width < _THICK:
        line = Pen(Paint("level_line", _STRONGER), 1.0)
    return _map_ground(surface_slice.slice, *shown, rect, line)


@lru_cache(maxsize=8)  # one in the window, one for the class, and the last ones of both
def _map_ground(
    surface: Slice, loss_range: Range, levels: tuple[float, ...], rect: Rect, line: Pen
) -> Clip:
    losses = surface.losses
    heights = np.where(np.isfinite(losses), losses, np.inf).astype(np.float64)
    heights = np.ascontiguousarray(np.clip(heights, *loss_range).T[::-1])
    return Clip(rect, bands(heights, levels, rect, "surface", line), rests=True)


def dark_ground(
    surface_slice: SurfaceSlice,
    lantern: Lantern,
    visited: Floats,
    area: Area,
    light: Clip | None = None,
    veil: float = 1.0,
) -> tuple[Shape, ...]:
    """The surface in the lantern's circle; a glow is left at the places ``visited`` (n, 2).

    While it brightens, a ``veil`` of all that, from 1 to 0, over the map in the ``light``.
    """
    radius, below = _radius(lantern, area), () if light is None else (light,)
    spots = area.places(*visited[-_MOST_SPOTS:].T)
    circle = _around(area.place(*lantern.center), radius)
    lit = _lit(surface_slice, lantern, area)
    return (
        *below,
        *faded(
            (
                Box(area.rect, DARK),
                *(Glow(_around(s, radius, _GLOW), "dark_ink", _SPOT) for s in spots.tolist()),
            ),
            veil,
        ),
        Clip(circle, (*below, *faded(lit, veil)), True),
        *faded((Glow(circle, "dark_field", _RIM),), veil),
    )


def _lit(surface_slice: SurfaceSlice, lantern: Lantern, area: Area) -> tuple[Shape, ...]:
    losses = surface_slice.slice.losses
    heights = np.where(np.isfinite(losses), losses, np.inf).astype(np.float64).T[::-1]
    finite = heights[np.isfinite(heights)]
    heights = np.ascontiguousarray(np.minimum(heights, finite.max() if finite.size else 0.0))
    line = Pen(Paint("lantern_line"), max(1.2, _radius(lantern, area)[0] / 60))
    return bands(heights, lit_levels(surface_slice, lantern), area.rect, "lantern", line)


def _radius(lantern: Lantern, area: Area) -> tuple[float, float]:
    """In px."""
    x, y = ((b - a) / side for (a, b), side in zip((area.x, area.y), area.size, strict=True))
    return lantern.radius[0] / x, lantern.radius[1] / y


def _around(
    place: tuple[float, float] | list[float], radius: tuple[float, float], share: float = 1.0
) -> Rect:
    (x, y), (rx, ry) = place, radius
    return x - share * rx, y - share * ry, 2 * share * rx, 2 * share * ry
