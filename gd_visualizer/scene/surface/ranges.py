"""The ranges of a slice's axes: the lesson's, or such that path, start and lowest place show."""

import numpy as np

from gd_visualizer.core.arrays import Array, Floats, median
from gd_visualizer.core.objective.objective import Objective
from gd_visualizer.descent.state.descent import Descent
from gd_visualizer.descent.state.section import Range, Section
from gd_visualizer.scene.look.drawable import LARGEST

_COARSE = 15
_FAR = 20.0
_NARROWEST = 1e-6
_MARGIN = 0.12
_WIDENINGS = 24
_MOST_POINTS = 400  # that a look around for the lowest place takes into account


def slice_ranges(descent: Descent, along: Section) -> list[Range]:
    """One range for each axis; two have the same length, so that they share one scale.

    The lesson's own ranges hold for the lesson's own axes.
    """
    view = descent.lesson.view
    own = dict(zip(view.axes, (view.x_range, view.y_range), strict=False))
    if view.surface.axes == 1:  # there the second range is the loss's
        own = {view.axes[0]: view.x_range}
    chosen = [own.get(name) for name in along.names]
    if None not in chosen:
        return [r for r in chosen if r]
    auto = _automatic(descent, along)
    return [r or a for r, a in zip(chosen, auto, strict=True)]


def axis_values(descent: Descent, along: Section) -> Floats:
    """The path so far (rows, axes), the current moment last."""
    if descent.provisional:
        return along.places(descent.provisional.theta[None])
    return along.path(descent.timeline, descent.row + 1)


def path_bounds(descent: Descent, along: Section) -> tuple[Floats, Floats]:
    """The path's least and largest values, (axes,) each."""
    if descent.provisional:
        place = along.places(descent.provisional.theta)
        return place, place
    return along.bounds(descent.timeline, descent.row + 1)


def _automatic(descent: Descent, along: Section) -> list[Range]:
    path = axis_values(descent, along)
    if not np.abs(path[0]).max() < LARGEST:  # nor can it be drawn
        return [(float(low), float(high)) for low, high in zip(path[0], path[0], strict=True)]
    path = np.clip(path, -LARGEST, LARGEST)
    theta = descent.moment.theta
    box = _grown(descent.lesson.objective, theta, along, _first_box(path, along))
    near = _near(path, box)
    box = np.stack([np.minimum(box[0], near.min(axis=0)), np.maximum(box[1], near.max(axis=0))])
    half = (box[1] - box[0]).max() / 2 * (1 + _MARGIN)
    return _round_ranges(box.mean(axis=0), float(half))


def _first_box(path: Floats, along: Section) -> Floats:
    """A box (2, axes) around the start, as wide as its numbers are large; of directions, around
    the whole way."""
    if along.plane is not None:
        middle = (path.min(axis=0) + path.max(axis=0)) / 2
        reach = max(1.0, float(np.ptp(path, axis=0).max()) * 0.75)
        return np.stack([middle - reach, middle + reach])
    reach = max(2.0, float(np.abs(path[0]).max()) * 0.75)
    return np.stack([path[0] - reach, path[0] + reach])


def _near(path: Floats, box: Floats) -> Floats:
    """The points of ``path`` that are not so far off that the minimum would vanish."""
    reach = (box[1] - box[0]).max() / 2 * _FAR
    close = (np.abs(path - box.mean(axis=0)) <= reach).all(axis=1)
    kept: Floats = path[close] if close.any() else path[:1]
    return kept


def _grown(objective: Objective, theta: Floats, along: Section, box: Floats) -> Floats:
    """``box`` widened on the sides towards which a coarse slice still falls."""
    objective = objective.thinned(_MOST_POINTS)
    for _ in range(_WIDENINGS):
        lines = [np.linspace(low, high, _COARSE) for low, high in box.T]
        losses = along.sample(objective, theta, lines).losses
        below, above = _falling_sides(np.where(np.isfinite(losses), losses, np.inf))
        if not (below.any() or above.any()):
            break
        grow = (box[1] - box[0]) * 0.35
        box = np.stack([box[0] - grow * below, box[1] + grow * above])
    return box


def _falling_sides(losses: Floats) -> tuple[Array, Array]:
    """For each axis, whether the lowest place lies at its lower and at its upper end.

    On a curve it should stand well inside; over two weights a long ravine may run out of the
    picture, unless the loss falls notably towards its end.
    """
    none = np.zeros(losses.ndim, dtype=bool)
    finite = losses[np.isfinite(losses)]
    lowest = np.unravel_index(losses.argmin(), losses.shape)
    if not finite.size or np.ptp(finite) == 0:
        return none, none
    edge = (_COARSE - 1) // 4 if losses.ndim == 1 else 1
    inner = losses[(slice(edge + 1, -edge - 1),) * losses.ndim].min()
    if losses.ndim == 1:
        end = min(int(lowest[0]), _COARSE - 1 - int(lowest[0]))
        beside = losses[1 if lowest[0] == 0 else -2]
        if end == 0 and not beside - losses[lowest] > 1e-3 * np.ptp(finite):
            return none, none  # a tail that goes on and on
    elif not inner - finite.min() > 0.02 * (median(finite) - finite.min()):
        return none, none
    at = np.array(lowest)
    return at <= edge, at >= _COARSE - 1 - edge


def _round_ranges(middles: Floats, half: float) -> list[Range]:
    """Equally long ranges whose ends take few digits, moved by at most a hundredth."""
    # Far away floats lie far apart: no narrower than they can tell.
    half = max(half, _NARROWEST * float(np.abs(middles).max()), 1e-300)
    decimals = int(np.clip(2 - np.floor(np.log10(2 * half)), -300, 300))
    length = 2 * round(half, decimals)
    lows = [round(float(m) - half, decimals) for m in middles]
    return [(low, round(low + length, decimals)) for low in lows]
