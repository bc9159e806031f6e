"""The ranges before there is a path to look at: the start and the lowest place around it."""

from functools import lru_cache

import numpy as np

from gd_visualizer.core.arrays import Array, Floats, median
from gd_visualizer.core.objective.objective import Objective
from gd_visualizer.descent.state.section import Range, Section
from gd_visualizer.descent.state.timeline import Timeline
from gd_visualizer.lesson.lesson import Lesson
from gd_visualizer.scene.look.drawable import LARGEST
from gd_visualizer.scene.surface.ranges.ladder import SHAPE

NARROWEST = 1e-6  # of the numbers themselves
_COARSE = 15
_MARGIN = 0.12
_WIDENINGS = 24
_MOST_POINTS = 400  # that a look around for the lowest place takes into account


def whole_ranges(lesson: Lesson, timeline: Timeline, along: Section) -> tuple[Range, ...]:
    """Around the lesson's start; another start has its own where it lies far off, so that the
    class keeps its bearings. Two axes share one scale."""
    own = _around(lesson, along, lesson.start.tobytes())
    start = timeline.theta(0)
    return _around(lesson, along, start.tobytes()) if _far(along.places(start), own) else own


@lru_cache(16)
def _around(lesson: Lesson, along: Section, start: bytes) -> tuple[Range, ...]:
    theta = np.frombuffer(start)
    place = along.places(theta)
    if not np.abs(place).max() < LARGEST:  # nor can it be drawn
        return tuple((float(at), float(at)) for at in place)
    box = _grown(lesson.objective, theta, along, _first_box(place, along))
    shape = np.array(SHAPE[: len(place)])
    half = float(((box[1] - box[0]) / shape).max()) / 2 * (1 + _MARGIN)
    return tuple(_round_ranges(box.mean(axis=0), half, shape))


def _far(start: Floats, ranges: tuple[Range, ...]) -> bool:
    """Whether a start lies so far off that the slice around it is another."""
    return any(
        not low - (high - low) < at < high + (high - low)
        for at, (low, high) in zip(start, ranges, strict=True)
    )


def _first_box(start: Floats, along: Section) -> Floats:
    """A box (2, axes) around the start, as wide as its numbers are large; of directions, one of
    their own lengths to both sides."""
    reach = 1.0 if along.plane is not None else max(2.0, float(np.abs(start).max()) * 0.75)
    return np.stack([start - reach, start + reach])


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


def _round_ranges(middles: Floats, half: float, shape: Floats) -> list[Range]:
    """Ranges of a ``shape`` whose ends take few digits, moved by at most a hundredth."""
    # Far away floats lie far apart: no narrower than they can tell.
    half = max(half, NARROWEST * float(np.abs(middles).max()), 1e-300)
    decimals = int(np.clip(2 - np.floor(np.log10(2 * half)), -300, 300))
    found = []
    for middle, side in zip(middles.tolist(), (half * shape).tolist(), strict=True):
        low, length = round(middle - side, decimals), 2 * round(side, decimals)
        found.append((low, round(low + length, decimals)))
    return found
