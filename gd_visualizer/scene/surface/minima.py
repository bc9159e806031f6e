"""The lowest places of a slice over two axes."""

from functools import lru_cache

import numpy as np
from msgspec import Struct

from gd_visualizer.core.arrays import Floats
from gd_visualizer.descent.state.descent import Descent
from gd_visualizer.descent.state.state import State
from gd_visualizer.scene.surface.slice import SurfaceSlice, loss_and_slopes

EQUALLY_DEEP = 0.02  # of the heights shown: as good as
_STEPS = 60
_FARTHEST = 12.0  # cells, that a lowest sample may lie from the lowest place
_SAME = 3.0  # cells, nearer than which two are one
_DIFFERENCE = 1e-3  # of a cell
_SETTLED = 1e-6
_STRAIGHT = 1e-7  # of the larger curvature: the floor of a ravine, which is no place
Place = tuple[float, float]


class LocalMinimum(Struct, frozen=True):
    """A lowest place of the slice, with the network's loss there; ``border``: it may go on beyond
    the picture."""

    place: Place
    loss: float
    border: bool = False


@lru_cache(maxsize=4)
def local_minima(
    descent: Descent, surface_slice: SurfaceSlice, most: int = 3
) -> tuple[LocalMinimum, ...]:
    """The lowest places within the picture, the lowest first.

    From every sample that is lower than all eight beside it by Newton's steps to where the
    network's own slopes vanish; samples from which those lead elsewhere only looked low, as along
    a ravine that runs between the samples.
    """
    losses = np.where(np.isfinite(surface_slice.slice.losses), surface_slice.slice.losses, np.inf)
    padded = np.pad(losses.astype(np.float64), 1, constant_values=np.inf)
    beside = [
        np.roll(padded, (i, j), axis=(0, 1))[1:-1, 1:-1]
        for i in (-1, 0, 1)
        for j in (-1, 0, 1)
        if i or j
    ]
    # Of equally low samples beside each other one counts.
    lower = (losses < np.min(beside[:4], axis=0)) & (losses <= np.min(beside[4:], axis=0))
    lines = surface_slice.slice.coordinates
    cell = np.array([line[1] - line[0] for line in lines])
    found: list[LocalMinimum] = []
    for i, j in sorted(np.argwhere(lower).tolist(), key=lambda at: float(losses[at[0], at[1]])):
        start = np.array([lines[0][i], lines[1][j]])
        border = i in (0, len(lines[0]) - 1) or j in (0, len(lines[1]) - 1)
        minimum = (
            _at(descent, surface_slice, start)
            if border
            else _minimum(descent, surface_slice, start, cell)
        )
        if minimum and not any(_near(minimum, other, cell) for other in found):
            found.append(minimum)
        if len(found) == most:
            break
    return tuple(sorted(found, key=lambda minimum: minimum.loss))


def _at(descent: Descent, surface_slice: SurfaceSlice, place: Floats) -> LocalMinimum:
    loss = loss_and_slopes(descent, surface_slice.section, place.tolist())[0]
    return LocalMinimum((float(place[0]), float(place[1])), loss, border=True)


def _near(one: LocalMinimum, other: LocalMinimum, cell: Floats) -> bool:
    away = (np.array(one.place) - np.array(other.place)) / cell
    return bool(np.abs(away).max() < _SAME)


def _minimum(
    descent: Descent, surface_slice: SurfaceSlice, start: Floats, cell: Floats
) -> LocalMinimum | None:
    """Where Newton's steps lead to; None, where that is not near, or no lowest place."""
    place = start.copy()
    for _ in range(_STEPS):
        slopes = loss_and_slopes(descent, surface_slice.section, place.tolist())[1] * cell
        bend = _bend(descent, surface_slice, place, cell)
        if not (np.isfinite(bend).all() and np.isfinite(slopes).all()):
            return None
        values, vectors = np.linalg.eigh(bend)
        straight = _STRAIGHT * float(np.abs(values).max())
        if not straight:
            return None
        # Downhill also where it bends the other way, and never far at once.
        step = vectors @ ((vectors.T @ slopes) / np.maximum(np.abs(values), straight))
        step /= max(1.0, float(np.abs(step).max()))
        place = place - step * cell
        if np.abs((place - start) / cell).max() > _FARTHEST:
            return None
        if np.abs(step).max() < _SETTLED:
            loss = loss_and_slopes(descent, surface_slice.section, place.tolist())[0]
            lowest = values[0] > straight
            return LocalMinimum((float(place[0]), float(place[1])), loss) if lowest else None
    return None


def _bend(descent: Descent, surface_slice: SurfaceSlice, place: Floats, cell: Floats) -> Floats:
    """The second derivatives (2, 2) in units of cells, by central differences of the slopes."""
    rows = []
    for k in range(2):
        offset = np.zeros(2)
        offset[k] = _DIFFERENCE * cell[k]
        ahead, behind = (
            loss_and_slopes(descent, surface_slice.section, (place + sign * offset).tolist())[1]
            for sign in (1, -1)
        )
        rows.append((ahead - behind) * cell / (2 * _DIFFERENCE))
    with np.errstate(all="ignore"):
        made: Floats = np.nan_to_num((np.array(rows) + np.array(rows).T) / 2, nan=np.inf)
    return made if np.isfinite(made).all() else np.full((2, 2), np.nan)


def shown_minima(state: State, surface_slice: SurfaceSlice) -> list[LocalMinimum]:
    """Those that are pointed out: none but over two axes, and after the light has come."""
    if not state.display.revealed or len(surface_slice.ranges) < 2:
        return []
    return [minimum for minimum in local_minima(state.descent, surface_slice) if not minimum.border]
