"""The loss over two weights in 3D, for a slide: matplotlib's own 3D, kept tidy."""

from itertools import pairwise
from typing import Any

import numpy as np
from mpl_toolkits.mplot3d import Axes3D
from mpl_toolkits.mplot3d.art3d import Line3DCollection

from gd_visualizer.core.arrays import Array, Floats
from gd_visualizer.descent.names import loss_title
from gd_visualizer.descent.state.camera import Camera
from gd_visualizer.descent.state.descent import Descent
from gd_visualizer.figures.sheet.axes import out_of_view, title_of_axis
from gd_visualizer.figures.sheet.makers import FigureMaker
from gd_visualizer.figures.sheet.paper import BODY, SMALL, Paper
from gd_visualizer.figures.sheet.request import Request
from gd_visualizer.figures.surface3d.mplot3d_mesh import AZIMUTH, HEIGHT, sheet, view_from
from gd_visualizer.figures.surface3d.picture import draw_surface3d
from gd_visualizer.scene.look.colors import ramp, rgb
from gd_visualizer.scene.look.ticks import Ticks, linear_ticks
from gd_visualizer.scene.surface.slice import (
    SlicePicture,
    drawable_picture,
    grid_size,
    slice_picture,
)

_CELLS = 80
_OWN_TICK_PAD, _OWN_NAME_PAD = 8.0, 21.0  # points that matplotlib adds to the pads
_ELEVATION = 30.0
_PIECES = 24  # of a step, so that its line lies on the surface


@FigureMaker
def draw_surface(paper: Paper, descent: Descent, request: Request) -> str:
    """The surface with its level lines and, on the floor, the map; path and current point.

    Returns what the subtitle must add, or "".
    """
    if request.camera or request.dark or request.log:
        return draw_surface3d(paper, descent, request, request.camera or Camera())
    grid = request.grid or min(_CELLS + 1, grid_size(descent, 2))
    along = request.section(descent.lesson.objective)
    picture = slice_picture(descent, along, request.ranges, grid)
    if picture.refused:
        paper.refuse(picture.refused)
        return ""
    picture = drawable_picture(picture)
    low, high = picture.loss_range
    floor = low - (high - low) * 0.28
    axes = Axes3D(
        paper.figure,
        rect=(0.02, 0.03, 0.96, 0.85),
        auto_add_to_figure=False,
        computed_zorder=False,
    )
    paper.figure.add_axes(axes)
    axes.set_proj_type("persp", focal_length=1.6)
    azimuth = view_from(picture)
    axes.view_init(elev=_ELEVATION, azim=azimuth)
    _frame(paper, axes, descent, picture, floor, azimuth)
    _floor_levels(axes, paper, picture, floor)
    axes.add_collection3d(sheet(paper, picture, azimuth))
    _marks(axes, paper, picture, floor)
    return "" if _inside(picture)[-1] else out_of_view(descent, picture.section)


def _frame(
    paper: Paper,
    axes: Axes3D,
    descent: Descent,
    picture: SlicePicture,
    floor: float,
    azimuth: float,
) -> None:
    (x0, x1), (y0, y1) = picture.ranges
    low, high = picture.loss_range
    axes.set_xlim(x0, x1)
    axes.set_ylim(y0, y1)
    axes.set_zlim(floor, high)
    longest = max(x1 - x0, y1 - y0)
    sides = (max((x1 - x0) / longest, 0.7), max((y1 - y0) / longest, 0.7), HEIGHT)
    # The box fills the lesser side of its place; on a narrow sheet leave room for its numbers.
    shape = (0.96 * paper.width) / (0.85 * paper.height)
    zoom = 0.93 if azimuth == AZIMUTH else 0.86
    axes.set_box_aspect(sides, zoom=zoom * min(1.0, shape / 1.45))
    names = [title_of_axis(descent, picture.section, k) for k in range(2)]
    heights = linear_ticks(max(low, 0.0) if low >= 0 else low, high, 4)
    _axis(paper, axes.xaxis, _inner(linear_ticks(x0, x1, 6), x0, x1), names[0], 14, 62)
    _axis(paper, axes.yaxis, _inner(linear_ticks(y0, y1, 6), y0, y1), names[1], 14, 62)
    longest_text = max((len(text) for text in heights.texts), default=1)
    _axis(
        paper, axes.zaxis, heights, loss_title(descent.lesson).english, 22, 52 + 12 * longest_text
    )


def _inner(ticks: Ticks, low: float, high: float) -> Ticks:
    """Without those at the corners, where two axes' numbers would run into each other."""
    room = (high - low) * 0.06
    kept = [k for k, value in enumerate(ticks.values) if low + room < value < high - room]
    return Ticks(tuple(ticks.values[k] for k in kept), tuple(ticks.texts[k] for k in kept))


def _axis(
    paper: Paper, axis: Any, ticks: Ticks, name: str, tick_pad: float, name_pad: float
) -> None:
    colors = paper.palette
    axis.set_ticks(ticks.values, ticks.texts)
    for text in axis.get_ticklabels():
        text.set_fontproperties(paper.font(SMALL))
        text.set_color(colors.muted)
    axis.set_tick_params(pad=paper.points(tick_pad + 10) - _OWN_TICK_PAD)
    axis.set_label_text(name, fontproperties=paper.font(BODY), color=colors.ink)
    axis.labelpad = paper.points(name_pad + 28) - _OWN_NAME_PAD
    axis.set_pane_color((*rgb(colors.background), 1.0))
    axis.line.set_color(colors.line)
    axis._axinfo["grid"].update(color=colors.grid, linewidth=paper.points(2))
    axis._axinfo["tick"].update(color=colors.line)


def _floor_levels(axes: Axes3D, paper: Paper, picture: SlicePicture, floor: float) -> None:
    """The map's level lines, as a projection on the floor."""
    if not picture.levels:
        return
    bands = ramp(paper.palette.surface, len(picture.levels) + 1)
    axes.contour(
        *np.meshgrid(*picture.slice.coordinates, indexing="ij"),
        np.ma.masked_invalid(picture.slice.losses),
        levels=picture.levels,
        colors=bands[:-1],
        linewidths=paper.points(3.5),
        offset=floor,
        zorder=1,
    )


def _inside(picture: SlicePicture) -> Array:
    """Which points of the path lie within the ranges (rows,)."""
    return np.all(
        [
            (picture.path[:, k] >= low) & (picture.path[:, k] <= high)
            for k, (low, high) in enumerate(picture.ranges)
        ],
        axis=0,
    )


def _marks(axes: Axes3D, paper: Paper, picture: SlicePicture, floor: float) -> None:
    """Path, on the surface and on the floor; start, and the current point with a drop line."""
    colors = paper.palette
    path = np.where(_inside(picture)[:, None], picture.path, np.nan)
    fine = _divided(path)
    z = np.clip(on_slice(picture, fine), *picture.loss_range)
    own = colors.path if picture.exact else colors.muted
    dash = "-" if picture.exact else (0, (2.5, 1.5))
    axes.plot(*fine.T, z, color=colors.path_edge, linewidth=paper.points(9), zorder=6)
    axes.plot(*fine.T, z, color=own, linewidth=paper.points(4.5), linestyle=dash, zorder=6)
    axes.plot(*path.T, np.full(len(path), floor), color=own, linewidth=paper.points(3), zorder=2)
    _dot(axes, paper, (*path[0], z[0]), 24, own, 7)
    _dot(axes, paper, (*path[0], z[0]), 15, colors.path_edge, 7)
    x, y, height = path[-1, 0], path[-1, 1], z[-1]
    axes.add_collection3d(
        Line3DCollection(
            [[(x, y, floor), (x, y, height)]],
            colors=[colors.path],
            linewidths=[paper.points(3)],
            linestyles=[(0, (1, 1.6))],
            zorder=2,
        )
    )
    for color, wide in ((colors.path, 48), (colors.path_edge, 43), (colors.now, 34)):
        _dot(axes, paper, (x, y, height), wide, color, 9)


def _dot(
    axes: Axes3D, paper: Paper, place: tuple[float, ...], wide: float, color: str, zorder: int
) -> None:
    if np.isfinite(place).all():
        x, y, z = ([value] for value in place)
        axes.plot(
            x,
            y,
            z,
            marker="o",
            color=color,
            markersize=paper.points(wide),
            markeredgewidth=0,
            zorder=zorder,
        )


def _divided(path: Floats) -> Floats:
    """Each step in pieces (rows, 2), at most as many rows as a line is worth."""
    if not 1 < len(path) <= 400:
        return path
    share = np.linspace(0, 1, _PIECES, endpoint=False)[:, None]
    pieces = [a + (b - a) * share for a, b in pairwise(path)]
    return np.concatenate([*pieces, path[-1:]])


def on_slice(picture: SlicePicture, places: Floats) -> Floats:
    """The slice's heights at ``places`` (rows, 2), between its samples by straight lines; nan where
    they are outside, or beside a sample that is not finite."""
    xs, ys = picture.slice.coordinates
    steps = xs[1] - xs[0], ys[1] - ys[0]
    inside: Array = np.isfinite(places).all(axis=1)
    at = np.where(inside[:, None], places, [xs[0], ys[0]])
    u = np.clip((at[:, 0] - xs[0]) / steps[0], 0, len(xs) - 1)
    v = np.clip((at[:, 1] - ys[0]) / steps[1], 0, len(ys) - 1)
    i = np.minimum(u.astype(np.int64), len(xs) - 2)
    j = np.minimum(v.astype(np.int64), len(ys) - 2)
    s, t, losses = u - i, v - j, picture.slice.losses
    z = np.where(np.isfinite(losses), losses, np.nan)  # of ∞ × 0 there is no height either
    return np.where(
        inside,
        z[i, j] * (1 - s) * (1 - t)
        + z[i + 1, j] * s * (1 - t)
        + z[i, j + 1] * (1 - s) * t
        + z[i + 1, j + 1] * s * t,
        np.nan,
    )
