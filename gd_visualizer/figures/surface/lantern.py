"""The dark field on paper: the lantern's circle, the path, and the direction labels."""

from collections.abc import Sequence

import numpy as np
from matplotlib.axes import Axes
from matplotlib.patches import Ellipse, FancyBboxPatch, Polygon, Rectangle

from gd_visualizer.core.arrays import Floats
from gd_visualizer.figures.sheet.axes import MARK, Plot, spots
from gd_visualizer.figures.sheet.paper import Paper, Rect
from gd_visualizer.scene.look.colors import ramp, rgb
from gd_visualizer.scene.surface import lantern_labels as direction_labels
from gd_visualizer.scene.surface.lantern import Lantern, Ray, lit_levels
from gd_visualizer.scene.surface.slice import DescentPath, SurfaceSlice

LEGEND = "▲▼ loss change, one lantern's radius away"
_HUGE = 1e250  # from where on matplotlib cannot tell what lies above
_SIZE = 30.0  # of the direction labels
_GLOW = 0.34  # of the lantern's radius: what is left of it where one has been
_GLOW_ALPHA = 90 / 255
_MOST_GLOWS = 60
_FADE = ((0.0, 0.8, 0.92, 1.0), (0.0, 10 / 255, 110 / 255, 1.0))
_SAMPLES = 256
_HEAD = 30.0
Place = tuple[float, float]


def draw_dark(area: Plot) -> None:
    """The plot's area without any light."""
    darkness = Rectangle(
        (0, 0), 1, 1, transform=area.axes.transAxes, color=area.paper.palette.dark_field, zorder=0
    )
    area.axes.add_patch(darkness)


def draw_lit(area: Plot, surface_slice: SurfaceSlice, lantern: Lantern, visited: Floats) -> None:
    """The surface in the lantern's circle; a glow is left at the places ``visited`` (n, 2)."""
    draw_dark(area)
    _glows(area, lantern, visited[-_MOST_GLOWS:])
    colors, levels = area.paper.palette, lit_levels(surface_slice, lantern)
    circle = Ellipse(
        lantern.center, 2 * lantern.radius[0], 2 * lantern.radius[1], transform=area.axes.transData
    )
    losses = np.ma.masked_invalid(np.asarray(surface_slice.slice.losses, dtype=np.float64).T)
    shades = ramp(colors.lantern, len(levels) + 1)
    under = Ellipse(
        lantern.center,
        2 * lantern.radius[0],
        2 * lantern.radius[1],
        color=shades[0],
        linewidth=0,
        zorder=1,
    )
    area.axes.add_patch(under)
    if levels and levels[-1] < _HUGE:
        lines = *surface_slice.slice.coordinates, losses
        filled = area.axes.contourf(
            *lines, levels=levels, colors=shades[1:], extend="max", zorder=1.1
        )
        drawn = area.axes.contour(
            *lines,
            levels=levels,
            colors=colors.lantern_line,
            linewidths=area.paper.points(2.5),
            zorder=1.2,
        )
        for found in (filled, drawn):
            found.set_clip_path(circle)
    _fade(area, lantern)


def _glows(area: Plot, lantern: Lantern, visited: Floats) -> None:
    """One picture of all of them."""
    if not len(visited):
        return
    (x0, x1), (y0, y1) = area.x_range, area.y_range
    left, top, right, bottom = area.rect
    count = max(2, round((right - left) / 3)), max(2, round((bottom - top) / 3))
    xs, ys = (
        low + (np.arange(n) + 0.5) / n * (high - low)
        for (low, high), n in zip(((x0, x1), (y0, y1)), count, strict=True)
    )
    dark = np.ones(count[::-1])
    for x, y in visited.tolist():
        across, along = (
            (xs - x) / (lantern.radius[0] * _GLOW),
            (ys - y) / (lantern.radius[1] * _GLOW),
        )
        away = np.hypot(across[None, :], along[:, None])
        dark *= 1 - _GLOW_ALPHA * np.clip(1 - away, 0, 1)
    _shade(area, area.paper.palette.dark_ink, 1 - dark, (x0, x1, y0, y1), 0.5)


def _fade(area: Plot, lantern: Lantern) -> None:
    """The light grows weak towards the rim."""
    side = (np.arange(_SAMPLES) + 0.5) / _SAMPLES * 2.1 - 1.05
    away = np.hypot(side[None, :], side[:, None])
    alpha = np.where(away <= 1.04, np.interp(away, *_FADE), 0.0)
    (x, y), (rx, ry) = lantern.center, lantern.radius
    extent = x - 1.05 * rx, x + 1.05 * rx, y - 1.05 * ry, y + 1.05 * ry
    _shade(area, area.paper.palette.dark_field, alpha, extent, 1.3)


def _shade(
    area: Plot, color: str, alpha: Floats, extent: tuple[float, float, float, float], zorder: float
) -> None:
    """One colour over what is there, as opaque as ``alpha`` (rows from below, columns)."""
    image = np.empty((*alpha.shape, 4))
    image[..., :3], image[..., 3] = rgb(color), alpha
    area.axes.imshow(
        image,
        extent=extent,
        origin="lower",
        aspect="auto",
        interpolation="bilinear",
        zorder=zorder,
    )
    area.axes.set_xlim(*area.x_range)
    area.axes.set_ylim(*area.y_range)


def draw_dark_path(area: Plot, path: DescentPath) -> None:
    """The path so far over two weights (n, 2), dim; dashed if it is a projection."""
    paper = area.paper
    area.axes.plot(
        *path.line.T,
        color=paper.palette.dark_ink,
        linewidth=paper.points(4),
        linestyle="-" if path.here.exact else (0, (2.5, 1.5)),
        zorder=6,
    )
    draw_rings(area, path.rings[:, 0], path.rings[:, 1])


def draw_rings(area: Plot, xs: Floats, ys: Floats) -> None:
    """Rings on the earlier rows, at (``xs``, ``ys``) in data units."""
    colors = area.paper.palette
    spots(area, xs, ys, 15, colors.dark_field, colors.dark_ink, 3.5, 7)


def draw_arrow(paper: Paper, start: Place, end: Place) -> None:
    """From the current point's rim to a place of the sheet, set off from any colour."""
    offset = np.subtract(end, start)
    length = float(np.hypot(*offset))
    if not MARK + 5 < length < 1e6:
        return
    along = offset / length
    across, tip = np.array([-along[1], along[0]]), np.array(end)
    head = min(_HEAD, 0.7 * length)
    neck, begin = tip - along * head, np.array(start) + along * MARK
    corners = np.stack([tip, neck + across * head / 2, neck - across * head / 2])
    colors, over = paper.palette, _over(paper)
    for color, wide, edge in ((colors.path_edge, 14, 6), (colors.path, 7, 0)):
        if (neck - begin) @ along > 0:
            over.plot(*np.stack([begin, neck]).T, color=color, linewidth=paper.points(wide))
        line = paper.points(edge) if edge else 0
        over.add_patch(Polygon(corners, facecolor=color, edgecolor=color, linewidth=line, zorder=3))


def draw_direction_labels(
    paper: Paper,
    lantern: Lantern,
    center: Place,
    radius: float,
    area: Rect,
    path: Floats,
    toward: Sequence[Place] = (),
) -> None:
    """▲ or ▼ with a number in each direction, in the units of the sheet.

    ``path`` (n, 2) are the places that stay free; ``toward`` the directions as they are seen, up
    being positive, where that is not from above.
    """
    sizes = [(0.6 * _SIZE * len(ray.text) + 1.25 * _SIZE, 1.3 * _SIZE) for ray in lantern.rays]
    left, top, right, bottom = area
    directions = toward or [ray.toward for ray in lantern.rays]
    box = (left, top, right - left, bottom - top)
    over = _over(paper)
    for ray, size, place in zip(
        lantern.rays,
        sizes,
        direction_labels.places(center, radius, directions, sizes, box, path),
        strict=True,
    ):
        if place is not None:
            _label(paper, over, ray, place, size)


def _label(paper: Paper, over: Axes, ray: Ray, place: Place, size: Place) -> None:
    colors = paper.palette
    color = colors.dark_downhill if ray.change < 0 else colors.dark_ink
    rounded = f"round,pad=0,rounding_size={_SIZE / 4}"
    over.add_patch(
        FancyBboxPatch(
            place,
            *size,
            boxstyle=rounded,
            facecolor=colors.dark_field,
            alpha=170 / 255,
            linewidth=0,
        )
    )
    middle, half = place[0] + _SIZE * 0.52, _SIZE * 0.32
    y = place[1] + size[1] / 2
    if ray.change == 0:
        corners = [(middle - half, y - 2), (middle + half, y - 2)]
        corners += [(middle + half, y + 2), (middle - half, y + 2)]
    else:
        tip = -half if ray.up else half
        corners = [(middle, y + tip), (middle - half, y - tip), (middle + half, y - tip)]
    over.add_patch(Polygon(corners, facecolor=color, linewidth=0, zorder=2))
    x = place[0] + 1.05 * _SIZE
    paper.text(x, y, ray.text, _SIZE, color, "semibold", zorder=22)


def _over(paper: Paper) -> Axes:
    """The whole sheet in its own units, above all that is drawn so far."""
    axes = paper.axes((0, 0, paper.width, paper.height), zorder=20)
    axes.set_xlim(0, paper.width)
    axes.set_ylim(paper.height, 0)
    return axes
