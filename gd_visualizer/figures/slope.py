"""The loss over one weight with its tangent, for a slide."""

import numpy as np

from gd_visualizer.descent.descent import Descent
from gd_visualizer.descent.numerals import number
from gd_visualizer.figures.paper import Paper
from gd_visualizer.figures.plot import Plot, draw_now, label_now, name_axes, plot
from gd_visualizer.figures.request import Request
from gd_visualizer.scene.names import label
from gd_visualizer.scene.slices import SlicePicture, slice_picture
from gd_visualizer.scene.ticks import linear_ticks


def draw_slope(paper: Paper, descent: Descent, request: Request) -> None:
    """Loss over one weight, the tangent at the current point, the points before it."""
    picture = slice_picture(
        descent, request.axes[:1], request.ranges[:1], request.grid, request.loss_range(descent)
    )
    (x_range,) = picture.ranges
    low, high = picture.loss_range
    side = 0.0 if request.loss_range(descent) else (high - low) * 0.06
    base = 0.0 if 0 <= low < 0.3 * high and side else low
    y_range = (base - side, high + side)
    rect = (230.0, 250.0, paper.width - 80, paper.height - 150)
    area = plot(
        paper, rect, (x_range, linear_ticks(*x_range, 8)), (y_range, linear_ticks(*y_range, 5))
    )
    name = label(descent.lesson.network, request.axes[0])
    name_axes(area, f"weight {name}" if name[0] == "w" else f"bias {name}", "loss")
    area.axes.plot(
        picture.slice.coordinates[0],
        picture.slice.losses,
        color=paper.palette.action,
        linewidth=paper.points(7),
        zorder=3,
    )
    _draw_tangent(area, picture)
    _draw_past(area, picture)
    point = float(picture.point[0])
    if x_range[0] <= point <= x_range[1] and picture.loss <= y_range[1]:
        draw_now(area, point, picture.loss)
        slope = f"slope {number(float(picture.slopes[0]))}"
        rising = float(picture.slopes[0]) > 0
        label_now(area, point, picture.loss, slope, paper.palette.slope, rising)
    else:
        where = f"out of view: {name} = {number(point)}, loss {number(picture.loss)}"
        paper.text(area.rect[2], area.rect[1] - 42, where, color=paper.palette.slope, align="right")


def _draw_tangent(area: Plot, picture: SlicePicture) -> None:
    """The tangent, as long on the sheet whatever its slope."""
    w, slope = float(picture.point[0]), float(picture.slopes[0])
    left, top, right, bottom = area.rect
    per_x = (right - left) / (area.x_range[1] - area.x_range[0])
    per_y = (bottom - top) / (area.y_range[1] - area.y_range[0])
    half = 260 / float(np.hypot(per_x, slope * per_y))
    area.axes.plot(
        [w - half, w + half],
        [picture.loss - half * slope, picture.loss + half * slope],
        color=area.paper.palette.slope,
        linewidth=area.paper.points(6),
        zorder=5,
        solid_capstyle="round",
    )


def _draw_past(area: Plot, picture: SlicePicture) -> None:
    """Where we were: on the curve, or pale where other weights have changed the curve since."""
    past, colors = slice(None, -1), area.paper.palette
    edge = colors.path if picture.exact else colors.line
    area.axes.plot(
        picture.path[past, 0],
        picture.path_losses[past],
        linestyle="none",
        marker="o",
        markersize=area.paper.points(20),
        markerfacecolor=colors.path_edge,
        markeredgecolor=edge,
        markeredgewidth=area.paper.points(4),
        zorder=6,
    )
