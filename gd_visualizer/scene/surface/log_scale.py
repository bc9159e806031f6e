"""Heights by powers of ten over one parameter: losses as their logarithms, as they are drawn."""

import numpy as np
from msgspec.structs import replace

from gd_visualizer.core.arrays import Floats
from gd_visualizer.core.objective.slice import Slice
from gd_visualizer.descent.state.section import Range
from gd_visualizer.descent.state.state import State
from gd_visualizer.scene.look.drawable import LARGEST
from gd_visualizer.scene.look.ticks import Ticks, linear_ticks, log_ticks
from gd_visualizer.scene.surface.slice import DescentPath, Marks, SurfaceSlice

_AIR = 0.5
_DEPTH = 1e-8  # of the highest loss: what is lower lies at the bottom


def shown_slice(state: State, surface_slice: SurfaceSlice) -> SurfaceSlice:
    """The slice as it is drawn: by logarithms over one parameter, where that is wished for."""
    if len(surface_slice.ranges) == 2:
        return surface_slice
    if surface_slice.refused or not state.display.log_height or not surface_slice.loss_range[1] > 0:
        asked = "loss" in state.display.ranges
        return (
            surface_slice
            if asked
            else replace(surface_slice, loss_range=from_zero(surface_slice.loss_range))
        )
    low, high = surface_slice.loss_range
    least = max(low, high * _DEPTH)
    losses = np.log10(np.maximum(surface_slice.slice.losses.astype(np.float64), least))
    made = Slice(surface_slice.slice.axes, surface_slice.slice.coordinates, losses)
    heights = float(np.log10(least)), float(np.log10(max(high, least * 10)))
    return replace(surface_slice, slice=made, loss_range=heights, log=True)


def from_zero(heights: Range) -> Range:
    """Losses from 0 on, so that they can be compared by eye, where that does not take more than
    half of the picture's height."""
    low, high = heights
    return (0.0, high) if 0 < low < _AIR * high else heights


def drawn_heights(surface_slice: SurfaceSlice, losses: Floats) -> Floats:
    """``losses`` (n,) as heights on the slice: themselves, or their logarithms to base 10."""
    if not surface_slice.log:
        return losses
    heights: Floats = np.log10(np.maximum(losses, 10.0 ** surface_slice.loss_range[0]))
    return heights


def drawn_marks(surface_slice: SurfaceSlice, current: Marks) -> Marks:
    """The marks as they are drawn; the slope of a logarithm is the slope over the loss."""
    if not surface_slice.log:
        return current
    loss = max(current.loss, 10.0 ** surface_slice.loss_range[0])
    with np.errstate(over="ignore"):
        slopes = np.clip(current.slopes / np.log(10) / loss, -LARGEST, LARGEST)
    return replace(
        current, path_losses=drawn_heights(surface_slice, current.path_losses), slopes=slopes
    )


def drawn_path(surface_slice: SurfaceSlice, path: DescentPath) -> DescentPath:
    """The path with its heights as ``surface_slice`` draws them: losses, or their logarithms."""
    if not surface_slice.log:
        return path
    heights = drawn_heights(surface_slice, path.ring_losses)
    return replace(path, here=drawn_marks(surface_slice, path.here), ring_losses=heights)


def height_ticks(surface_slice: SurfaceSlice, most: int, limit: float) -> Ticks:
    """The ticks of the second side of the picture; ``limit``: parts that there is room for."""
    low, high = surface_slice.sides[1]
    if not surface_slice.log:
        return linear_ticks(low, high, most, limit=limit)
    found = log_ticks(10.0**low, 10.0**high, most, limit)
    return Ticks(tuple(np.log10(np.array(found.values)).tolist()), found.texts)
