"""The loss over one or two weights, with the path and the current point, as values."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from gd_visualizer.core.arrays import Floats
from gd_visualizer.core.landscape import Slice, sample
from gd_visualizer.descent.descent import Descent
from gd_visualizer.scene.levels import level_heights
from gd_visualizer.scene.ranges import Range, axis_values, slice_ranges

_LARGEST = 1e300  # from which on differences overflow
_MOST_COLUMNS = 2_000_000_000


@dataclass(frozen=True, eq=False)
class SlicePicture:
    """A slice at the current moment.

    ``path`` (rows, axes) and ``path_losses`` (rows,) end at the current moment. ``exact``: the
    axes are all the parameters there are, so that the path lies on the surface; else it is a
    projection. ``slopes`` (axes,) are the gradient's components at the current moment.
    ``loss_range`` are the heights that are shown, ``levels`` round ones among them.
    """

    slice: Slice
    ranges: tuple[Range, ...]
    path: Floats
    path_losses: Floats
    exact: bool
    slopes: Floats
    loss_range: Range
    levels: tuple[float, ...]

    @property
    def point(self) -> Floats:
        """Where we are (axes,)."""
        point: Floats = self.path[-1]
        return point

    @property
    def loss(self) -> float:
        """The loss where we are."""
        return float(self.path_losses[-1])


def slice_picture(
    descent: Descent,
    axes: Sequence[str],
    ranges: Sequence[Range | None] = (),
    size: int | None = None,
    loss_range: Range | None = None,
) -> SlicePicture:
    """The slice over one or two ``axes``; what is None in ``ranges`` is chosen by the scene."""
    objective, moment = descent.lesson.objective, descent.moment
    auto = slice_ranges(descent, axes)
    asked = [*ranges, None, None][: len(axes)]
    chosen = tuple(given or own for given, own in zip(asked, auto, strict=True))
    size = size or grid_size(descent, len(axes))
    lines = [np.linspace(low, high, size) for low, high in chosen]
    surface = sample(objective, moment.theta, axes, lines)
    path = axis_values(descent, axes)
    losses = (
        np.array([moment.loss])
        if descent.provisional
        else descent.timeline.losses()[: descent.row + 1]
    )
    exact = len(axes) == objective.network.size
    shown = loss_range or loss_heights(
        surface, chosen, path if exact else path[-1:], losses if exact else losses[-1:]
    )
    index = [objective.network.parameter(name).index for name in axes]
    return SlicePicture(
        slice=surface,
        ranges=chosen,
        path=path,
        path_losses=losses,
        exact=exact,
        slopes=moment.gradient[index],
        loss_range=shown,
        levels=level_heights(np.clip(surface.losses, *shown)),
    )


def grid_size(descent: Descent, axes: int) -> int:
    """Samples along each axis: as fine as is worth while, coarser for large data."""
    if axes == 1:
        return 401
    work = descent.lesson.objective.points * max(descent.lesson.network.size, 8)
    return int(np.clip((_MOST_COLUMNS / work) ** 0.5, 31, 201))


def loss_heights(surface: Slice, ranges: Sequence[Range], path: Floats, losses: Floats) -> Range:
    """The losses worth showing: from the lowest up to where valley and path are well seen."""
    finite = surface.losses[np.abs(surface.losses) < _LARGEST]
    losses = np.minimum(losses, _LARGEST)
    if not finite.size:
        return 0.0, 1.0
    low = float(finite.min())
    inside = np.all([(path[:, k] >= r[0]) & (path[:, k] <= r[1]) for k, r in enumerate(ranges)], 0)
    on_path = float(losses[inside].max()) if inside.any() else low
    if surface.losses.ndim == 1:
        reach = max(3.5 * (on_path - low), float(np.median(finite)) - low)
    else:
        reach = 3 * max(float(np.quantile(finite, 0.75)) - low, 0.6 * (on_path - low))
    high = min(float(finite.max()), low + reach)
    high = max(high, on_path)
    if not high > low:
        high = low + max(abs(low), 1.0)
    return low, high
