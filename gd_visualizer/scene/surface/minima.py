"""The lowest places of a slice over two axes."""

from dataclasses import dataclass
from functools import lru_cache

import numpy as np

from gd_visualizer.core.arrays import Floats
from gd_visualizer.descent.state.descent import Descent
from gd_visualizer.scene.surface.slice import Ground, there

EQUALLY_DEEP = 0.02  # of the heights shown: as good as
_STEPS = 60
_FARTHEST = 12.0  # cells, that a lowest sample may lie from the lowest place
_SAME = 3.0  # cells, nearer than which two are one
_DIFFERENCE = 1e-3  # of a cell
_SETTLED = 1e-6
_STRAIGHT = 1e-7  # of the larger curvature: the floor of a ravine, which is no place
Place = tuple[float, float]


@dataclass(frozen=True)
class Valley:
    """A lowest place of the slice, with the network's loss there; ``border``: it may go on beyond
    the picture."""

    place: Place
    loss: float
    border: bool = False


@lru_cache(maxsize=4)
def valleys(descent: Descent, ground: Ground, most: int = 3) -> tuple[Valley, ...]:
    """The lowest places within the picture, the lowest first.

    From every sample that is lower than all eight beside it by Newton's steps to where the
    network's own slopes vanish; samples from which those lead elsewhere only looked low, as along
    a ravine that runs between the samples.
    """
    losses = np.where(np.isfinite(ground.slice.losses), ground.slice.losses, np.inf)
    padded = np.pad(losses.astype(np.float64), 1, constant_values=np.inf)
    beside = [
        np.roll(padded, (i, j), axis=(0, 1))[1:-1, 1:-1]
        for i in (-1, 0, 1)
        for j in (-1, 0, 1)
        if i or j
    ]
    # Of equally low samples beside each other one counts.
    lower = (losses < np.min(beside[:4], axis=0)) & (losses <= np.min(beside[4:], axis=0))
    lines = ground.slice.coordinates
    cell = np.array([line[1] - line[0] for line in lines])
    found: list[Valley] = []
    for i, j in sorted(np.argwhere(lower).tolist(), key=lambda at: float(losses[at[0], at[1]])):
        start = np.array([lines[0][i], lines[1][j]])
        border = i in (0, len(lines[0]) - 1) or j in (0, len(lines[1]) - 1)
        valley = _at(descent, ground, start) if border else _valley(descent, ground, start, cell)
        if valley and not any(_near(valley, other, cell) for other in found):
            found.append(valley)
        if len(found) == most:
            break
    return tuple(sorted(found, key=lambda valley: valley.loss))


def _at(descent: Descent, ground: Ground, place: Floats) -> Valley:
    loss = there(descent, ground.section, place.tolist())[0]
    return Valley((float(place[0]), float(place[1])), loss, border=True)


def _near(one: Valley, other: Valley, cell: Floats) -> bool:
    away = (np.array(one.place) - np.array(other.place)) / cell
    return bool(np.abs(away).max() < _SAME)


def _valley(descent: Descent, ground: Ground, start: Floats, cell: Floats) -> Valley | None:
    """Where Newton's steps lead to; None, where that is not near, or no lowest place."""
    place = start.copy()
    for _ in range(_STEPS):
        slopes = there(descent, ground.section, place.tolist())[1] * cell
        bend = _bend(descent, ground, place, cell)
        if not (np.isfinite(bend).all() and np.isfinite(slopes).all()):
            return None
        values, ways = np.linalg.eigh(bend)
        straight = _STRAIGHT * float(np.abs(values).max())
        if not straight:
            return None
        # Downhill also where it bends the other way, and never far at once.
        step = ways @ ((ways.T @ slopes) / np.maximum(np.abs(values), straight))
        step /= max(1.0, float(np.abs(step).max()))
        place = place - step * cell
        if np.abs((place - start) / cell).max() > _FARTHEST:
            return None
        if np.abs(step).max() < _SETTLED:
            loss = there(descent, ground.section, place.tolist())[0]
            lowest = values[0] > straight
            return Valley((float(place[0]), float(place[1])), loss) if lowest else None
    return None


def _bend(descent: Descent, ground: Ground, place: Floats, cell: Floats) -> Floats:
    """The second derivatives (2, 2) in units of cells, by central differences of the slopes."""
    rows = []
    for k in range(2):
        way = np.zeros(2)
        way[k] = _DIFFERENCE * cell[k]
        ahead, behind = (
            there(descent, ground.section, (place + sign * way).tolist())[1] for sign in (1, -1)
        )
        rows.append((ahead - behind) * cell / (2 * _DIFFERENCE))
    with np.errstate(all="ignore"):
        made: Floats = np.nan_to_num((np.array(rows) + np.array(rows).T) / 2, nan=np.inf)
    return made if np.isfinite(made).all() else np.full((2, 2), np.nan)
