"""The loss over one or two weights, with the path and the current point, as values."""

from collections.abc import Sequence

import numpy as np
from msgspec import Struct
from msgspec.structs import asdict, replace

from gd_visualizer.core.arrays import Array, Floats, median, unit
from gd_visualizer.core.objective.slice import Slice
from gd_visualizer.descent.state.descent import Descent
from gd_visualizer.descent.state.section import Range, Section
from gd_visualizer.scene.look.drawable import LARGEST, pinned, refused, widened
from gd_visualizer.scene.surface.levels import level_heights
from gd_visualizer.scene.surface.ranges.shown_ranges import axis_values, slice_ranges
from gd_visualizer.text.message import Message

_MOST_COLUMNS = 2_000_000_000
MARGIN = 0.06  # above and below the losses of a curve, in their range
_TANGENT = 0.22  # half its length, in widths of the area
_MOST_RINGS = 200
_RING = 3.0  # pixels, that two rings are apart at least


class SurfaceSlice(Struct, frozen=True, eq=False):
    """A slice along a ``section`` and what is shown of it: ``ranges`` of the axes, ``loss_range``,
    round ``levels``. ``log``: losses and their range are logarithms, to be drawn."""

    section: Section
    slice: Slice
    ranges: tuple[Range, ...]
    loss_range: Range
    levels: tuple[float, ...]
    log: bool = False

    @property
    def sides(self) -> list[Range]:
        """The ranges of both sides of the picture; over one parameter the loss with a margin."""
        if len(self.ranges) == 2:
            return list(self.ranges)
        low, high = self.loss_range
        side = (high - low) * MARGIN
        return [self.ranges[0], (low - side, high + side)]

    @property
    def refused(self) -> Message | None:
        """Why nothing of it can be drawn; None where it can."""
        return refused(*self.ranges, self.loss_range)

    @property
    def summit(self) -> float:
        """A height so far above what is shown that no picture can draw a higher one."""
        low, high = self.loss_range
        return float(pinned(np.array([[LARGEST * 1e10]]), [(low, high)])[0, 0])

    @property
    def ceiling(self) -> float:
        """A height far above what is shown, for pictures that lose their bearings over huge
        values."""
        low, high = self.loss_range
        return high + 20 * (high - low)


class Marks(Struct, frozen=True, eq=False):
    """What is drawn on a slice.

    ``path`` (rows, axes) and ``path_losses`` (rows,) end at the current moment. ``exact``: the
    axes are all the parameters there are, so that the path lies on the surface; else it is a
    projection. ``slopes`` (axes,) are the gradient's components at the current moment.
    """

    path: Floats
    path_losses: Floats
    exact: bool
    slopes: Floats

    @property
    def point(self) -> Floats:
        """The current point's coordinates (axes,)."""
        point: Floats = self.path[-1]
        return point

    @property
    def loss(self) -> float:
        """The loss at the current point."""
        return float(self.path_losses[-1])


class DescentPath(Struct, frozen=True, eq=False):
    """The path so far for the screen: ``line`` (n, axes) draws the same as all rows do; ``rings``
    (m, axes) are the last rows before the current one, with their losses (m,)."""

    here: Marks
    line: Floats
    rings: Floats
    ring_losses: Floats


class SlicePicture(SurfaceSlice, frozen=True, eq=False, kw_only=True):
    """A slice at the current moment, with its ``marks``."""

    marks: Marks


def drawable_marks(surface_slice: SurfaceSlice, current: Marks) -> Marks:
    """``current`` with places and losses that can be drawn; what is outside the slice stays so."""
    if surface_slice.refused:
        return current
    path = pinned(current.path, surface_slice.ranges)
    return Marks(
        path, np.minimum(current.path_losses, surface_slice.summit), current.exact, current.slopes
    )


def marks_here(descent: Descent, along: Section) -> Marks:
    """The marks of the current moment alone, without the path that led there."""
    moment = descent.moment
    place = along.places(moment.theta[None])
    return Marks(place, np.array([moment.loss]), along.exact, along.slopes(moment.gradient))


def marks(descent: Descent, along: Section) -> Marks:
    """The marks of the current moment on a slice, with the whole path (rows, axes)."""
    here = marks_here(descent, along)
    if descent.provisional:
        return here
    losses = descent.timeline.losses()[: descent.row + 1]
    return replace(here, path=axis_values(descent, along), path_losses=losses)


def slice_with_heights(
    along: Section,
    surface: Slice,
    ranges: Sequence[Range],
    current: Marks,
    loss_range: Range | None = None,
) -> SurfaceSlice:
    """``surface`` with the losses worth showing, unless they are given."""
    shown = loss_range or loss_heights(
        surface,
        ranges,
        current.path if current.exact else current.path[-1:],
        current.path_losses if current.exact else current.path_losses[-1:],
    )
    levels = level_heights(np.clip(surface.losses, *shown))
    return SurfaceSlice(along, surface, tuple(ranges), shown, levels)


def slice_picture(
    descent: Descent,
    along: Section,
    ranges: Sequence[Range | None] = (),
    size: int | None = None,
    loss_range: Range | None = None,
) -> SlicePicture:
    """The slice ``along`` a section; what is None in ``ranges`` is chosen by the scene."""
    objective, moment = descent.lesson.objective, descent.moment
    count = len(along.names)
    asked = [*ranges, None, None][:count]
    auto = slice_ranges(descent, along) if None in asked else asked
    chosen = [given or own or (0.0, 1.0) for given, own in zip(asked, auto, strict=True)]
    size = size or grid_size(descent, count)
    lines = [np.linspace(low, high, size) for low, high in chosen]
    surface = along.sample(objective, moment.theta, lines)
    current = marks(descent, along)
    made = slice_with_heights(along, surface, chosen, current, loss_range)
    return SlicePicture(**asdict(made), marks=current)


def loss_and_slopes(
    descent: Descent, along: Section, place: Sequence[float]
) -> tuple[float, Floats]:
    """Loss and slopes (axes,) at a place of the slice, the rest held as it is."""
    theta = along.at(descent.moment.theta, place)
    loss, gradient = descent.lesson.objective.evaluate(theta)
    return loss, along.slopes(gradient)


def between(
    before: Marks, here: tuple[float, float], share: float, surface_slice: SurfaceSlice
) -> tuple[float, float]:
    """A place on the way from the marks ``before`` to ``here``; over one parameter on its curve."""
    x = float(before.point[0]) + share * (here[0] - float(before.point[0]))
    if len(surface_slice.ranges) == 2:
        return x, float(before.point[1]) + share * (here[1] - float(before.point[1]))
    losses = np.asarray(surface_slice.slice.losses, dtype=np.float64)
    return x, float(
        np.interp(x, surface_slice.slice.coordinates[0], np.minimum(losses, surface_slice.ceiling))
    )


def tangent(
    current: Marks, ranges: Sequence[Range], area: tuple[float, float]
) -> tuple[Floats, Floats]:
    """The ends (2,), (2,) of the tangent over one parameter, as long on screen whatever its slope.

    ``ranges`` of the parameter and of the loss fill an ``area`` of so many pixels.
    """
    (x0, x1), (y0, y1) = ranges
    w, loss, slope = float(current.point[0]), current.loss, float(current.slopes[0])
    per_x, per_y = area[0] / (x1 - x0), area[1] / (y1 - y0)
    steep = max(abs(slope), 1.0)  # so that nothing overflows
    across, up = unit(np.array([per_x / steep, slope / steep * per_y])) * _TANGENT * area[0]
    x, y = float(across) / per_x, float(up) / per_y
    return np.array([w - x, w + x]), np.array([loss - y, loss + y])


def descent_path(
    descent: Descent, surface_slice: SurfaceSlice, cell: tuple[float, ...]
) -> DescentPath:
    """The path so far for a picture of a slice whose pixels are ``cell`` wide (and high)."""
    along = surface_slice.section
    here = drawable_marks(surface_slice, marks_here(descent, along))
    if descent.provisional:
        return DescentPath(here, here.path, here.path[:0], here.path_losses[:0])
    outline = along.outline(descent.timeline, descent.row + 1)
    outline = pinned(outline, surface_slice.ranges)
    line = outline[_apart_rows(outline, cell)]
    first = max(descent.row - _MOST_RINGS, 0)
    rings = pinned(along.path(descent.timeline, descent.row, first), surface_slice.ranges)
    losses = np.minimum(descent.timeline.losses(first)[: len(rings)], surface_slice.summit)
    kept = _apart_rows(rings, [_RING * side for side in cell])
    return DescentPath(here, line, rings[kept], losses[kept])


def past_row(
    descent: Descent, along: Section, place: tuple[float, float], reach: tuple[float, float]
) -> tuple[int, float] | None:
    """The earlier row that is drawn nearest to ``place``, not farther than ``reach`` along each
    side, with its own loss; None if there is none."""
    if descent.provisional:
        return None
    first = max(descent.row - _MOST_RINGS, 0)
    path = along.path(descent.timeline, descent.row, first)
    losses = descent.timeline.losses(first)[: len(path)]
    drawn = path if len(along.names) == 2 else np.column_stack([path, losses])
    if not len(drawn):
        return None
    with np.errstate(all="ignore"):
        away = np.abs((drawn - place) / reach).max(axis=1)
    near = int(np.nanargmin(away)) if np.isfinite(away).any() else 0
    return (first + near, float(losses[near])) if away[near] <= 1 else None


def _apart_rows(path: Floats, cell: Sequence[float]) -> Array:
    """Rows of ``path`` that lie in another cell than the row before; first and last always."""
    with np.errstate(all="ignore"):
        cells = np.floor(path / np.asarray(cell))
    changes = np.any(cells[1:] != cells[:-1], axis=1)
    kept = np.concatenate([[True], changes])[: len(path)]
    kept[-1:] = True
    return kept


def _upper_quarter(values: Floats) -> float:
    """What three quarters of the values are below. np.quantile would import numpy.ma for it."""
    at = (3 * (values.size - 1)) // 4
    return float(np.partition(values, at)[at])


def grid_size(descent: Descent, axes: int) -> int:
    """Samples along each axis: as fine as is worth while, coarser for large data."""
    if axes == 1:
        return 401
    work = descent.lesson.objective.points * max(descent.lesson.objective.size, 8)
    return int(np.clip((_MOST_COLUMNS / work) ** 0.5, 31, 201))


def loss_heights(surface: Slice, ranges: Sequence[Range], path: Floats, losses: Floats) -> Range:
    """The losses worth showing: from the lowest up to where minimum and path are well seen."""
    finite = surface.losses[np.abs(surface.losses) < LARGEST]
    if not finite.size:
        return 0.0, float("inf")
    losses = np.minimum(losses, LARGEST)
    low = float(finite.min())
    inside = np.all([(path[:, k] >= r[0]) & (path[:, k] <= r[1]) for k, r in enumerate(ranges)], 0)
    on_path = float(losses[inside].max()) if inside.any() else low
    if surface.losses.ndim == 1:
        reach = max(3.5 * (on_path - low), median(finite) - low)
    else:
        reach = 3 * max(_upper_quarter(finite) - low, 0.6 * (on_path - low))
    high = min(float(finite.max()), low + reach)
    high = max(high, on_path)
    if not high > low:
        high = low + max(abs(low), 1.0)
    return widened((low, high))
