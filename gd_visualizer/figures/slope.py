"""The loss over one weight with its tangent, for a slide."""

import numpy as np

from gd_visualizer.descent.descent import Descent
from gd_visualizer.descent.numerals import number
from gd_visualizer.descent.section import Range
from gd_visualizer.figures.paper import SMALL, Paper
from gd_visualizer.figures.plot import (
    draw_now,
    draw_past,
    label_now,
    name_axes,
    out_of_view,
    plot,
    title_of_axis,
)
from gd_visualizer.figures.request import Request
from gd_visualizer.scene.slices import slice_picture, tangent
from gd_visualizer.scene.ticks import linear_ticks

_FLAT = 1e-9


def draw_slope(paper: Paper, descent: Descent, request: Request) -> str:
    """Loss over one weight, the tangent at the current point, the points before it.

    Returns what the subtitle must add, or "".
    """
    asked = request.loss_range(descent)
    along = request.section(descent.lesson.network)
    picture = slice_picture(descent, along, request.ranges[:1], request.grid, asked)
    (x_range,) = picture.ranges
    y_range = asked or _with_room(picture.loss_range)
    rect = (230.0, 250.0, paper.width - 80, paper.height - 150)
    area = plot(
        paper, rect, (x_range, linear_ticks(*x_range, 8)), (y_range, linear_ticks(*y_range, 6))
    )
    name_axes(area, title_of_axis(descent, along, 0), "loss")
    curve = picture.slice.coordinates[0], np.asarray(picture.slice.losses)
    touching = tangent(
        picture,
        [area.x_range, area.y_range],
        (area.rect[2] - area.rect[0], area.rect[3] - area.rect[1]),
    )
    colors = paper.palette
    area.axes.plot(*curve, color=colors.action, linewidth=paper.points(7), zorder=3)
    past = picture.path[:-1, 0], picture.path_losses[:-1]
    draw_past(area, *past, picture.exact)
    if len(past[0]) and not picture.exact:
        words = "○ earlier steps: the curve has moved since"
        paper.text(rect[2], rect[1] - 42, words, SMALL, colors.muted, align="right")
    point = float(picture.point[0])
    if not (x_range[0] <= point <= x_range[1] and y_range[0] <= picture.loss <= y_range[1]):
        return out_of_view(descent, along)
    area.axes.plot(
        *touching, color=colors.slope, linewidth=paper.points(6), zorder=5, solid_capstyle="round"
    )
    draw_now(area, point, picture.loss)
    slope = float(picture.slopes[0])
    text = "slope ≈ 0" if 0 < abs(slope) < _FLAT else f"slope {number(slope, 3)}"
    label_now(area, point, picture.loss, text, colors.slope, [curve, touching, past])
    return ""


def _with_room(shown: Range) -> Range:
    """Room below and above; from 0 where the lowest loss comes near it."""
    low, high = shown
    base = 0.0 if 0 <= low < 0.3 * high else low
    side = (high - low) * 0.06
    return base - side, high + side
