"""The loss over two weights in 3D, for a slide: matplotlib's own 3D, kept tidy."""

from typing import Any

import numpy as np
from mpl_toolkits.mplot3d import Axes3D
from mpl_toolkits.mplot3d.art3d import Line3DCollection, Poly3DCollection

from gd_visualizer.core.arrays import Floats
from gd_visualizer.descent.descent import Descent
from gd_visualizer.figures.map import heights
from gd_visualizer.figures.paper import BODY, SMALL, Paper
from gd_visualizer.figures.request import Request
from gd_visualizer.scene.colors import ramp, rgb
from gd_visualizer.scene.names import label
from gd_visualizer.scene.slices import SlicePicture, slice_picture
from gd_visualizer.scene.ticks import Ticks, linear_ticks

_CELLS = 80
_ELEVATION, _AZIMUTH = 30.0, -57.0
_LIGHT = np.array([-0.35, -0.45, 0.82])


def draw_surface(paper: Paper, descent: Descent, request: Request) -> None:
    """The surface with its level lines and, on the floor, the map; path and current point."""
    grid = request.grid or _CELLS + 1
    picture = slice_picture(descent, request.axes, request.ranges, grid)
    low, high = picture.loss_range
    floor = low - (high - low) * 0.28
    axes = Axes3D(
        paper.figure,
        rect=(0.0, 0.0, 0.96, 0.88),
        auto_add_to_figure=False,
        computed_zorder=False,
    )
    paper.figure.add_axes(axes)
    axes.set_proj_type("persp", focal_length=1.6)
    axes.view_init(elev=_ELEVATION, azim=_AZIMUTH)
    _frame(paper, axes, descent, request, picture, floor)
    _ground(axes, paper, picture, floor)
    _sheet(axes, paper, picture)
    _marks(axes, paper, picture, floor)


def _frame(
    paper: Paper,
    axes: Axes3D,
    descent: Descent,
    request: Request,
    picture: SlicePicture,
    floor: float,
) -> None:
    (x0, x1), (y0, y1) = picture.ranges
    low, high = picture.loss_range
    axes.set_xlim(x0, x1)
    axes.set_ylim(y0, y1)
    axes.set_zlim(floor, high)
    longest = max(x1 - x0, y1 - y0)
    axes.set_box_aspect(
        (max((x1 - x0) / longest, 0.4), max((y1 - y0) / longest, 0.4), 0.66), zoom=1.07
    )
    names = [
        f"{'weight' if a[0] == 'w' else 'bias'} {label(descent.lesson.network, a)}"
        for a in request.axes
    ]
    sides = (
        (axes.xaxis, _inner(linear_ticks(x0, x1, 7), x0, x1), names[0]),
        (axes.yaxis, _inner(linear_ticks(y0, y1, 7), y0, y1), names[1]),
        (axes.zaxis, linear_ticks(max(low, 0.0) if low >= 0 else low, high, 4), "loss"),
    )
    for axis, ticks, name in sides:
        _axis(paper, axis, ticks, name, pad=52 if name == "loss" else 38)


def _inner(ticks: Ticks, low: float, high: float) -> Ticks:
    """Without those at the corners, where two axes' numbers would run into each other."""
    room = (high - low) * 0.06
    kept = [k for k, value in enumerate(ticks.values) if low + room < value < high - room]
    return Ticks(tuple(ticks.values[k] for k in kept), tuple(ticks.texts[k] for k in kept))


def _axis(paper: Paper, axis: Any, ticks: Ticks, name: str, pad: float) -> None:
    colors = paper.palette
    axis.set_ticks(ticks.values, ticks.texts)
    for text in axis.get_ticklabels():
        text.set_fontproperties(paper.font(SMALL))
        text.set_color(colors.muted)
    axis.set_tick_params(pad=paper.points(10))
    axis.set_label_text(name, fontproperties=paper.font(BODY), color=colors.ink)
    axis.labelpad = paper.points(pad)
    axis.set_pane_color((*rgb(colors.ground), 1.0))
    axis.line.set_color(colors.line)
    axis._axinfo["grid"].update(color=colors.grid, linewidth=paper.points(2))
    axis._axinfo["tick"].update(color=colors.line)


def _ground(axes: Axes3D, paper: Paper, picture: SlicePicture, floor: float) -> None:
    """The map's level lines, as a projection on the floor."""
    colors = paper.palette
    if not picture.levels:
        return
    xs, ys = picture.slice.coordinates
    bands = ramp(colors.surface, len(picture.levels) + 1)
    axes.contour(
        *np.meshgrid(xs, ys, indexing="ij"),
        np.ma.masked_invalid(picture.slice.losses),
        levels=picture.levels,
        colors=bands[:-1],
        linewidths=paper.points(3.5),
        offset=floor,
        zorder=1,
    )


def _sheet(axes: Axes3D, paper: Paper, picture: SlicePicture) -> None:
    """The surface in lit bands of colour. What is higher than the heights shown is cut off."""
    xs, ys = picture.slice.coordinates
    low, high = picture.loss_range
    losses = np.where(np.isfinite(picture.slice.losses), picture.slice.losses, np.inf)
    z = np.clip(losses, low, high)
    corner = np.stack([*np.meshgrid(xs, ys, indexing="ij"), z], axis=-1)
    quads = np.stack([corner[:-1, :-1], corner[1:, :-1], corner[1:, 1:], corner[:-1, 1:]], axis=2)
    quads = quads.reshape(-1, 4, 3)
    quads = quads[(quads[..., 2] < high).any(axis=1)]
    limits = heights(picture)
    # The map's colours, but flowing: a band's edge along whole cells would look like stairs.
    band = np.interp(quads[..., 2].mean(axis=1), limits, np.linspace(0, 255, len(limits)))
    shades = np.array([rgb(color) for color in ramp(paper.palette.surface, 256)])
    colors = np.clip(shades[band.astype(np.int64)] * _brightness(quads, picture)[:, None], 0, 1)
    # Far quads first: the collection keeps this order, so nothing is sorted twice.
    angle = np.radians(_AZIMUTH)
    order = np.argsort(
        quads.mean(axis=1) @ np.array([np.cos(angle) / np.ptp(xs), np.sin(angle) / np.ptp(ys), 0])
    )
    sheet = Poly3DCollection(
        quads[order],
        facecolors=colors[order],
        edgecolors=colors[order],
        linewidths=paper.points(0.8),
        zorder=3,
        antialiaseds=True,
        rasterized=True,
    )
    axes.add_collection3d(sheet)
    if picture.levels:
        axes.contour(
            *np.meshgrid(xs, ys, indexing="ij"),
            np.ma.masked_greater(z, high * (1 - 1e-9)),
            levels=picture.levels,
            colors=paper.palette.level_line,
            linewidths=paper.points(2),
            alpha=0.75,
            zorder=4,
        )


def _brightness(quads: Floats, picture: SlicePicture) -> Floats:
    """Lambert's light on each quad, its sides measured in the box's units."""
    (x0, x1), (y0, y1) = picture.ranges
    low, high = picture.loss_range
    scaled = quads / np.array([x1 - x0, y1 - y0, (high - low) / 0.68])
    normal = np.cross(scaled[:, 2] - scaled[:, 0], scaled[:, 3] - scaled[:, 1])
    normal /= np.linalg.norm(normal, axis=1, keepdims=True) + 1e-300
    return np.asarray(0.78 + 0.3 * np.abs(normal @ (_LIGHT / np.linalg.norm(_LIGHT))))


def _marks(axes: Axes3D, paper: Paper, picture: SlicePicture, floor: float) -> None:
    colors = paper.palette
    (x0, x1), (y0, y1) = picture.ranges
    low, high = picture.loss_range
    z = np.clip(picture.path_losses if picture.exact else on_slice(picture), low, high)
    x, y = picture.path[:, 0], picture.path[:, 1]
    inside = (x >= x0) & (x <= x1) & (y >= y0) & (y <= y1)
    x, y, z = (np.where(inside, values, np.nan) for values in (x, y, z))
    for color, wide in ((colors.path_edge, 9), (colors.path, 4.5)):
        axes.plot(x, y, z, color=color, linewidth=paper.points(wide), zorder=6)
    axes.plot(
        x, y, np.full(len(x), floor), color=colors.path, linewidth=paper.points(3.5), zorder=2
    )
    if not inside[-1]:
        return
    px, py, pz = float(x[-1]), float(y[-1]), float(z[-1])
    axes.add_collection3d(
        Line3DCollection(
            [[(px, py, floor), (px, py, pz)]],
            colors=[colors.path],
            linewidths=[paper.points(3)],
            linestyles=[(0, (1, 1.6))],
            zorder=5,
        )
    )
    for color, wide in ((colors.path, 48), (colors.path_edge, 43), (colors.now, 34)):
        axes.plot(
            [px],
            [py],
            [pz],
            marker="o",
            color=color,
            markersize=paper.points(wide),
            markeredgewidth=0,
            zorder=9,
        )


def on_slice(picture: SlicePicture) -> Floats:
    """The slice's heights below the path (rows,), between its samples by their straight lines."""
    xs, ys = picture.slice.coordinates
    u = np.clip((picture.path[:, 0] - xs[0]) / (xs[1] - xs[0]), 0, len(xs) - 1)
    v = np.clip((picture.path[:, 1] - ys[0]) / (ys[1] - ys[0]), 0, len(ys) - 1)
    i = np.minimum(u.astype(np.int64), len(xs) - 2)
    j = np.minimum(v.astype(np.int64), len(ys) - 2)
    s, t, z = u - i, v - j, picture.slice.losses
    return np.asarray(
        z[i, j] * (1 - s) * (1 - t)
        + z[i + 1, j] * s * (1 - t)
        + z[i, j + 1] * (1 - s) * t
        + z[i + 1, j + 1] * s * t
    )
