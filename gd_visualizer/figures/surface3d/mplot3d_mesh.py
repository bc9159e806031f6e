"""The surface of the 3D figure as polygons, far ones first, with its level lines among them."""

from collections.abc import Sequence

import numpy as np
from contourpy import contour_generator
from mpl_toolkits.mplot3d.art3d import Poly3DCollection

from gd_visualizer.core.arrays import Array, Floats
from gd_visualizer.figures.sheet.paper import Paper
from gd_visualizer.figures.surface.map import heights
from gd_visualizer.scene.look.colors import ramp, rgb
from gd_visualizer.scene.surface.slice import SlicePicture

AZIMUTH = -57.0  # both weights grow to the right
_TURNS = ((33.0, 1, 1), (123.0, -1, 1), (213.0, -1, -1))  # azimuth, and its near corner
_WORTH_TURNING = 0.8
_LIGHT = np.array([-0.35, -0.45, 0.82])
HEIGHT = 0.66  # of the box, in its longer side


def view_from(picture: SlicePicture) -> float:
    """The azimuth from which the near hills hide least: the usual one, unless another is clearly
    better."""
    low, high = picture.loss_range
    z = np.where(np.isfinite(picture.slice.losses), picture.slice.losses, high)
    z = (np.clip(z, low, high) - low) / (high - low)

    def hidden(x: int, y: int) -> float:
        i, j = (-1 if x > 0 else 0), (-1 if y > 0 else 0)
        return float(z[i].mean() + z[:, j].mean() + z[i, j])

    usual = hidden(1, -1)
    cost, best = min((hidden(x, y), azimuth) for azimuth, x, y in _TURNS)
    return best if cost < usual - _WORTH_TURNING else AZIMUTH


def sheet(paper: Paper, picture: SlicePicture, azimuth: float) -> Poly3DCollection:
    """The surface in lit colours, cut off exactly at the highest loss shown."""
    quads = _quads(picture)
    lines = _level_lines(picture)
    limits = heights(picture)
    # The map's colours, but flowing: a band's edge along whole cells would look like stairs.
    band = np.interp(quads[..., 2].mean(axis=1), limits, np.linspace(0, 255, len(limits)))
    shades = np.array([rgb(color) for color in ramp(paper.palette.surface, 256)])
    lit = np.clip(
        shades[band.astype(np.int64)] * _brightness(quads, picture, azimuth)[:, None], 0, 1
    )
    solid = np.column_stack([lit, np.ones(len(lit))])
    white = np.tile([*rgb(paper.palette.level_line), 0.85], (len(lines), 1))
    order = _far_first(picture, quads, lines, azimuth)
    widths = np.repeat([paper.points(0.8), paper.points(2.2)], [len(quads), len(lines)])
    made = Poly3DCollection(
        np.concatenate([quads, lines])[order],
        facecolors=np.concatenate([solid, np.zeros_like(white)])[order],
        edgecolors=np.concatenate([solid, white])[order],
        linewidths=widths[order],
        zorder=3,
        antialiaseds=True,
        rasterized=True,
    )
    # matplotlib sorts by mean depth, which lets lines sink into the surface; keep our order.
    made._zsortfunc = lambda z, axis=0: -np.arange(len(z), dtype=float)  # noqa: ARG005
    return made


def _quads(picture: SlicePicture) -> Floats:
    """The surface's cells (cells, 4, 3), those at the cut cut."""
    xs, ys = picture.slice.coordinates
    low, high = picture.loss_range
    losses = np.where(np.isfinite(picture.slice.losses), picture.slice.losses, np.inf)
    z = np.clip(losses, low, high + (high - low))
    corner = np.stack([*np.meshgrid(xs, ys, indexing="ij"), z], axis=-1)
    quads = np.stack([corner[:-1, :-1], corner[1:, :-1], corner[1:, 1:], corner[:-1, 1:]], axis=2)
    quads = quads.reshape(-1, 4, 3)
    over = quads[..., 2] > high
    cut = [
        part for quad in quads[over.any(axis=1) & ~over.all(axis=1)] for part in _cut(quad, high)
    ]
    return np.concatenate([quads[~over.any(axis=1)], np.array(cut).reshape(-1, 4, 3)])


def _cut(quad: Floats, high: float) -> list[Floats]:
    """The part of a cell below ``high``, as one or two polygons of four corners."""
    kept: list[Floats] = []
    for a, b in zip(quad, np.roll(quad, -1, axis=0), strict=True):
        if a[2] <= high:
            kept.append(a)
        if (a[2] <= high) != (b[2] <= high):
            kept.append(a + (b - a) * ((high - a[2]) / (b[2] - a[2])))
    parts = []
    while len(kept) > 4:
        parts.append(np.array([kept[0], kept[-2], kept[-1], kept[-1]]))
        kept.pop()
    kept += [kept[-1]] * (4 - len(kept))
    return [*parts, np.array(kept)]


def _level_lines(picture: SlicePicture) -> Floats:
    """Level lines as polygons without area (segments, 4, 3), so that hills can hide them."""
    xs, ys = picture.slice.coordinates
    lines = contour_generator(xs, ys, np.ma.masked_invalid(picture.slice.losses.T))
    found = []
    for level in picture.levels:
        for line in lines.lines(level):
            points = np.column_stack([np.asarray(line), np.full(len(line), level)])
            found.append(np.stack([points[:-1], points[1:], points[1:], points[:-1]], axis=1))
    return np.concatenate(found) if found else np.empty((0, 4, 3))


def _far_first(picture: SlicePicture, quads: Floats, lines: Floats, azimuth: float) -> Array:
    """An order from far to near; lines count as a cell and a half nearer than they are."""
    xs, ys = picture.slice.coordinates
    angle = np.radians(azimuth)
    toward = np.array([np.cos(angle) / np.ptp(xs), np.sin(angle) / np.ptp(ys), 0])
    nearer = 1.5 / len(xs)
    depth = [quads.mean(axis=1) @ toward, lines.mean(axis=1) @ toward + nearer]
    return np.argsort(np.concatenate(depth), kind="stable")


def _brightness(quads: Floats, picture: SlicePicture, azimuth: float) -> Floats:
    """Lambert's light on each cell, its sides measured in the box's units."""
    (x0, x1), (y0, y1) = picture.ranges
    low, high = picture.loss_range
    scaled = quads / np.array([x1 - x0, y1 - y0, (high - low) / HEIGHT])
    normal = np.cross(scaled[:, 2] - scaled[:, 0], scaled[:, 3] - scaled[:, 1])
    normal /= np.linalg.norm(normal, axis=1, keepdims=True) + 1e-300
    turn = np.radians(azimuth - AZIMUTH)
    around: Sequence[Sequence[float]] = (
        (np.cos(turn), -np.sin(turn), 0),
        (np.sin(turn), np.cos(turn), 0),
        (0, 0, 1),
    )
    light = np.array(around) @ _LIGHT / np.linalg.norm(_LIGHT)
    return np.asarray(0.88 + 0.15 * np.abs(normal @ light))
