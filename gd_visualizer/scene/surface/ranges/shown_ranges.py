"""The ranges of a slice's axes: the person's, the lesson's, or such that the steps are seen."""

from collections.abc import Sequence
from functools import lru_cache

import numpy as np

from gd_visualizer.core.arrays import Floats
from gd_visualizer.descent.state.descent import Descent
from gd_visualizer.descent.state.section import Range, Section
from gd_visualizer.descent.state.state import State
from gd_visualizer.descent.state.timeline import Timeline
from gd_visualizer.lesson.lesson import Lesson
from gd_visualizer.scene.look.drawable import drawable
from gd_visualizer.scene.rate.next_step import next_step_at
from gd_visualizer.scene.surface.ranges.ladder import SHARE, Growing, holds
from gd_visualizer.scene.surface.ranges.whole_range import NARROWEST, whole_ranges
from gd_visualizer.scene.surface.ranges.zoom import including
from gd_visualizer.scene.visibility import Visibility

_ROWS = 3  # from which on a path is looked at more closely
_FAR = 65.0  # lengths of the whole, beyond which a path that runs away is let go


def shown_ranges(state: State, shown: Visibility | None = None) -> list[Range]:
    """What every picture of ``state`` shows, a range for each axis: what the person has zoomed to,
    the lesson's own for its own axes, else the default.

    The next step is in it where it is seen (``shown`` instead of what the window shows). In the
    dark, and when the light has come, the default stays the whole: a lantern reaches as far as
    before, and the lowest places are in view.
    """
    descent, along, display = state.descent, state.section, state.display
    asked = [display.ranges.get(name) for name in along.names]
    if None not in asked:
        return [one for one in asked if one]
    found = next_step_at(state, shown)
    chosen = slice_ranges(
        descent,
        along,
        whole=display.dark or display.revealed,
        ahead=None if found is None else along.places(found.theta),
    )
    return [own or one for own, one in zip(asked, chosen, strict=True)]


def shown_heights(state: State) -> Range | None:
    """The losses that are shown over one parameter: the person's, or the lesson's for its own
    axis; None: as the slice asks for, and over two parameters."""
    along, view = state.section, state.descent.lesson.view
    if len(along.names) != 1:
        return None
    own = view.surface.axes == 1 and along.names == view.axes[:1]
    return state.display.ranges.get("loss") or (view.y_range if own else None)


def slice_ranges(
    descent: Descent, along: Section, whole: bool = False, ahead: Floats | None = None
) -> list[Range]:
    """One range for each axis: the lesson's own for the lesson's own axes, exactly; else the
    default, where two axes share one scale.

    The default is the ``whole``: the start and the lowest place around it. From its third point on
    the path covers at least a third of an axis, and ``ahead`` (axes,) is in view too unless that
    would hide the path. It follows from the rows up to the current one alone, and stays while they
    fit. Where other runs are compared over one parameter, the whole stays: there they are seen, and
    none jumps as the next one is made.
    """
    view = descent.lesson.view
    own = dict(zip(view.axes, (view.x_range, view.y_range), strict=False))
    if view.surface.axes == 1:  # there the second range is the loss's
        own = {view.axes[0]: view.x_range}
    chosen = [own.get(name) for name in along.names]
    if None not in chosen:
        return [one for one in chosen if one]
    whole = whole or (len(along.names) == 1 and bool(descent.compared))
    default = _default(descent, along, whole, ahead)
    return [one or auto for one, auto in zip(chosen, default, strict=True)]


def axis_values(descent: Descent, along: Section) -> Floats:
    """The path so far (rows, axes), the current moment last."""
    if descent.provisional:
        return along.places(descent.provisional.theta[None])
    return along.path(descent.timeline, descent.row + 1)


def _default(
    descent: Descent, along: Section, whole: bool, ahead: Floats | None
) -> Sequence[Range]:
    to = None if ahead is None else tuple(ahead.tolist())
    ranges = _of_path(descent.lesson, descent.timeline, descent.row, along, whole, to)
    if descent.provisional and drawable(*ranges):
        place = along.places(descent.provisional.theta)
        return including(ranges, place, place)
    return ranges


@lru_cache(maxsize=2)  # the same while a weight is dragged, in window and slide
def _of_path(
    lesson: Lesson,
    timeline: Timeline,
    row: int,
    along: Section,
    whole: bool,
    ahead: tuple[float, ...] | None,
) -> Sequence[Range]:
    around = whole_ranges(lesson, timeline, along)
    if not drawable(*around):
        return around
    box = _near(np.stack(along.bounds(timeline, row + 1)), around)
    first = along.path(timeline, min(_ROWS, row + 1))
    if whole or len(first) < _ROWS or not _told_apart(box):
        return _including_whole(box, around)
    return _closer(box, _near(first, around), around, None if ahead is None else np.array(ahead))


def _including_whole(box: Floats, around: Sequence[Range]) -> list[Range]:
    if holds(around, box):
        return list(around)
    both = _joined(box, np.array(around).T)
    return Growing(both, both, np.zeros(both.shape[1])).ranges()


def _closer(
    box: Floats, first: Floats, around: Sequence[Range], ahead: Floats | None
) -> list[Range]:
    """The ranges of a path by the ``box`` (2, axes) of its rows and the ``first`` of them."""
    start = np.stack([first.min(axis=0), first.max(axis=0)])
    steps = np.sign(np.diff(first, axis=0))
    toward = np.where((steps == steps[0]).all(axis=0), steps[0], 0.0)  # none where it turned

    def ranges(shown: Floats) -> list[Range]:
        if holds(around, shown) and _covers(start, around):
            return list(around)
        growing = Growing(shown, start, toward)
        whole = around[-1][1] - around[-1][0]
        found = growing.ranges()
        if found[-1][1] - found[-1][0] >= whole and holds(around, shown):
            return list(around)
        return found

    if ahead is not None:
        wider = ranges(_near(_joined(box, ahead[None]), around))
        if _covers(box, wider):
            return wider
    return ranges(box)


def _covers(box: Floats, ranges: Sequence[Range]) -> bool:
    """Whether the longer side of ``box`` is a third of its axis or more."""
    extents = box[1] - box[0]
    longer = int(extents.argmax())
    low, high = ranges[longer]
    return bool(extents[longer] >= SHARE * (high - low))


def _told_apart(box: Floats) -> bool:
    """Whether the path's points can be told apart, by floats and by the numbers of an axis."""
    return bool((box[1] - box[0]).max() > NARROWEST * np.abs(box).max())


def _near(path: Floats, around: Sequence[Range]) -> Floats:
    """``path`` (rows, axes), cut off where the whole would vanish beside it."""
    lows, highs = np.array(around).T
    reach = _FAR * (highs - lows)
    cut: Floats = np.clip(path, lows - reach, highs + reach)
    return cut


def _joined(box: Floats, other: Floats) -> Floats:
    both = np.concatenate([box, other])
    return np.stack([both.min(axis=0), both.max(axis=0)])
