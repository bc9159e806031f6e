"""What all frames of an animation share, so that nothing in them jumps."""

import numpy as np
from msgspec.structs import replace

from gd_visualizer.descent.state.descent import Descent
from gd_visualizer.descent.state.section import Range
from gd_visualizer.figures.animation.timing import spread
from gd_visualizer.figures.sheet.asked import state_asked
from gd_visualizer.figures.sheet.picture import slice_asked
from gd_visualizer.figures.sheet.request import Request, Still
from gd_visualizer.lesson.pictures import FIT, POINTS
from gd_visualizer.scene.fit.picture import with_heights_of
from gd_visualizer.scene.points.picture import with_columns_of
from gd_visualizer.scene.surface.levels import level_heights
from gd_visualizer.scene.surface.log_scale import from_zero
from gd_visualizer.scene.surface.ranges.shown_ranges import shown_heights
from gd_visualizer.scene.surface.slice import SlicePicture

_LOOKS = 9  # moments of a run that the heights of a moving surface are taken from


def at_row(descent: Descent, row: int) -> Descent:
    """The descent between two steps, at a row; the rows after it are known."""
    return replace(descent, timeline=descent.timeline.at(row), provisional=None).rest()


def whole_run(descent: Descent, request: Request, rows: tuple[int, ...]) -> Request:
    """``request`` for every one of ``rows``: ranges and heights hold the whole run, and what is
    still to come is not shown."""
    request = replace(request, shown=replace(request.shown, ahead=False))
    if request.view is POINTS:
        states = (state_asked(at_row(descent, row), request) for row in rows)
        return replace(request, still=Still(maker=with_columns_of(states, request.shown)))
    if request.view is FIT:
        states = (state_asked(at_row(descent, row), request) for row in rows)
        return replace(request, still=Still(maker=with_heights_of(states)))
    if not request.view.axes:
        return request
    end = slice_asked(at_row(descent, rows[-1]), request)
    if end.refused:
        return request
    x, y = (*end.ranges, None)[:2]
    if len(end.ranges) == 2:
        request = replace(request, ranges=(x, y))
        heights, levels = end.loss_range, end.levels
        if not end.marks.exact:
            heights = _heights(descent, request, rows)
            levels = level_heights(np.array(heights))
        return replace(request, still=Still(heights, levels))
    asked = shown_heights(state_asked(descent, request))
    request = replace(request, ranges=(x, asked))
    heights = asked or (end.loss_range if end.marks.exact else _heights(descent, request, rows))
    by_decades = request.log and heights[1] > 0
    return replace(request, ranges=(x, heights if asked or by_decades else from_zero(heights)))


def _heights(descent: Descent, request: Request, rows: tuple[int, ...]) -> Range:
    """What the losses of a surface that moves reach at some of the moments."""
    looks = [rows[k] for k in spread(len(rows), _LOOKS)]
    seen: list[SlicePicture] = [slice_asked(at_row(descent, row), request) for row in looks]
    ranges = [one.loss_range for one in seen if not one.refused]
    return min(low for low, _ in ranges), max(high for _, high in ranges)
