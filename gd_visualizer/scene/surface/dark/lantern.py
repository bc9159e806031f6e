"""The dark field: what a lantern shows of the surface around the current point, and no more."""

import math
from collections.abc import Sequence

import numpy as np
from msgspec import Struct

from gd_visualizer.core.arrays import Array, Floats, unit
from gd_visualizer.descent.state.descent import Descent
from gd_visualizer.descent.state.section import Range, Section
from gd_visualizer.scene.look.drawable import drawable, pinned
from gd_visualizer.scene.look.ticks import round_step
from gd_visualizer.scene.surface.slice import DescentPath, SurfaceSlice, tangent
from gd_visualizer.text.numerals import number, table_column

RADII_ACROSS = 8  # the shorter axis
_LEVELS = 12
_DIGITS = 3
_POWERS, _SHORTEST = 3.0, 0.3
_ARROW, _ALONG = 0.82, 0.55  # of the radius, and of half the tangent
Place = tuple[float, float]


class Ray(Struct, frozen=True):
    """What the loss changes by, one radius away.

    ``toward`` is the direction on screen, up being positive; ``change`` the true difference of the
    losses, ``text`` its size.
    """

    toward: Place
    change: float
    text: str

    @property
    def up(self) -> bool:
        """Whether the loss grows in this direction."""
        return self.change > 0


class Lantern(Struct, frozen=True):
    """A circle on screen around ``center``, ``radius`` in units of each axis; over one parameter
    the second ones are 0. ``rays`` go round from the right, against the clock."""

    center: Place
    radius: Place
    rays: tuple[Ray, ...]

    @property
    def downhill(self) -> int:
        """How many rays lead downhill."""
        return sum(ray.change < 0 for ray in self.rays)

    def within(self, xs: Floats, ys: Floats) -> Array:
        """How far places lie from the centre, in radii."""
        across = (ys - self.center[1]) / self.radius[1] if self.radius[1] else 0.0
        reach: Array = np.hypot((xs - self.center[0]) / self.radius[0], across)
        return reach


def lantern_at(descent: Descent, surface_slice: SurfaceSlice, area: Place | None = None) -> Lantern:
    """The lantern at the current point of a slice that fills an ``area`` of so many pixels.

    Without an area both axes have one scale. Eight rays; two over one parameter.
    """
    along, theta = surface_slice.section, descent.moment.theta
    here = along.places(theta)
    radius = _radius(surface_slice.ranges, area)
    flat = len(surface_slice.ranges) == 1
    turns = (0, 4) if flat else range(8)
    directions = [(math.cos(turn * math.pi / 4), math.sin(turn * math.pi / 4)) for turn in turns]
    changes = []
    for toward in directions:
        reach = [r * t for r, t in zip(radius, toward, strict=False)]
        place = [float(h) + r for h, r in zip(here, reach, strict=False)]
        loss = descent.lesson.objective.loss_at(along.at(theta, place[: len(here)]))
        changes.append(loss - descent.moment.loss)
    here = pinned(here[None], surface_slice.ranges)[0]
    center = float(here[0]), 0.0 if flat else float(here[1])
    return Lantern(center, radius, tuple(map(Ray, directions, changes, _texts(changes))))


def _radius(ranges: tuple[Range, ...], area: Place | None) -> Place:
    lengths = [high - low for low, high in ranges]
    if len(lengths) == 1:
        return lengths[0] / RADII_ACROSS, 0.0
    if area is None:
        least = min(lengths) / RADII_ACROSS
        return least, least
    pixels = min(area) / RADII_ACROSS
    return lengths[0] * pixels / area[0], lengths[1] * pixels / area[1]


def _texts(changes: Sequence[float]) -> list[str]:
    """Sizes with as many decimals each, for they are compared; unless one would read as none."""
    sizes = [abs(change) for change in changes]
    texts = table_column(sizes, _DIGITS)
    vanished = any(size and not text.strip("0.") for size, text in zip(sizes, texts, strict=True))
    return [number(size, _DIGITS) for size in sizes] if vanished else texts


def lit_levels(surface_slice: SurfaceSlice, lantern: Lantern) -> tuple[float, ...]:
    """Round heights of the surface in the lantern's circle, closer together than the map's."""
    xs, ys = np.meshgrid(*surface_slice.slice.coordinates, indexing="ij")
    seen = surface_slice.slice.losses[lantern.within(xs, ys) <= 1.15]
    finite = seen[np.isfinite(seen)]
    low, high = float(finite.min(initial=np.inf)), float(finite.max(initial=-np.inf))
    if not drawable((low, high)):
        return ()
    # Even heights: how close the lines lie is then how steep the surface is.
    apart = round_step(high - low, _LEVELS, (1, 2, 2.5, 5))
    first, last = math.ceil(low / apart), math.floor(high / apart)
    return tuple(
        float(f"{k * apart:.12g}") for k in range(first, last + 1) if low < k * apart < high
    )


def steepness(descent: Descent, along: Section) -> float:
    """From 0, flat enough for a run to end, to 1, as steep as at the start or steeper; by powers
    of ten, so that a slope of a hundredth still is seen."""
    moment = descent.moment
    if moment.gradient_norm <= descent.lesson.stop.gradient:
        return 0.0
    here = float(np.hypot.reduce(along.slopes(moment.gradient)))
    start = float(np.hypot.reduce(along.slopes(descent.timeline.gradient(0))))
    if not (0 < here < np.inf and 0 < start < np.inf):
        return 1.0 if here else 0.0
    powers = np.log10(here) - np.log10(start)  # their quotient may be less than any float
    return float(np.clip(1 + powers / _POWERS, _SHORTEST, 1.0))


def downhill(
    surface_slice: SurfaceSlice,
    lantern: Lantern,
    path: DescentPath,
    area: tuple[float, float],
    steep: float,
) -> tuple[float, float] | None:
    """The end of an arrow from the current point, the shorter the flatter; none where it is flat.

    ``steep`` is its ``steepness``.
    """
    current = path.here
    if not steep:
        return None
    if len(surface_slice.ranges) == 1:
        xs, ys = tangent(current, surface_slice.sides, area)
        end = 0 if float(current.slopes[0]) > 0 else 1
        x = float(current.point[0])
        share = _ALONG * steep
        return x + share * (float(xs[end]) - x), current.loss + share * (
            float(ys[end]) - current.loss
        )
    per = np.array(
        [side / (b - a) for side, (a, b) in zip(area, surface_slice.ranges, strict=True)]
    )
    on_screen = unit(current.slopes) * per / per.max()
    if not on_screen.any():
        return None
    # As long on screen as the lantern reaches, whatever the slope.
    step = unit(on_screen) * (lantern.radius[0] * per[0] * _ARROW * steep) / per
    return float(current.point[0] - step[0]), float(current.point[1] - step[1])
