"""The loss over two weights from above: filled levels, the path, the current point."""

import numpy as np

from gd_visualizer.descent.state.descent import Descent
from gd_visualizer.figures.sheet.axes import (
    Plot,
    draw_now,
    draw_path,
    name_axes,
    out_of_view,
    plot,
    title_of_axis,
)
from gd_visualizer.figures.sheet.makers import FigureMaker
from gd_visualizer.figures.sheet.paper import BODY, SMALL, Paper, Rect
from gd_visualizer.figures.sheet.request import Request
from gd_visualizer.figures.surface.kept_runs import draw_runs
from gd_visualizer.figures.surface.lantern import (
    LEGEND,
    draw_arrow,
    draw_dark_path,
    draw_direction_labels,
    draw_lit,
)
from gd_visualizer.scene.curve.kept_runs import surface_kept_lines
from gd_visualizer.scene.look.colors import ramp
from gd_visualizer.scene.look.ticks import linear_ticks
from gd_visualizer.scene.surface.lantern import downhill, lantern_at, steepness
from gd_visualizer.scene.surface.levels import level_texts
from gd_visualizer.scene.surface.slice import (
    SlicePicture,
    descent_path,
    drawable_picture,
    slice_picture,
)

_SAME_SCALE_UP_TO = 3.0


@FigureMaker
def draw_map(paper: Paper, descent: Descent, request: Request) -> str:
    """Filled levels over two weights, one scale on both axes, and a bar that names the levels.

    Returns what the subtitle must add, or "".
    """
    along = request.section(descent.lesson.objective)
    picture = slice_picture(descent, along, request.ranges, request.grid)
    if picture.refused:
        paper.refuse(picture.refused)
        return ""
    picture = drawable_picture(picture)
    rect = _square(picture, (230.0, 210.0, paper.width - 330, paper.height - 150))
    x_range, y_range = picture.ranges
    x_ticks = linear_ticks(*x_range, max(2, min(7, int((rect[2] - rect[0]) / 90))))
    y_ticks = linear_ticks(*y_range, max(2, min(7, int((rect[3] - rect[1]) / 70))))
    area = plot(paper, rect, (x_range, x_ticks), (y_range, y_ticks))
    x, y = (title_of_axis(descent, along, k) for k in range(2))
    name_axes(area, x, "")
    left, top, _right, bottom = rect
    paper.text(left - 130, (top + bottom) / 2, y, BODY, align="center", turned=True)
    if not request.dark:
        _fill(area, picture)
        draw_runs(area, surface_kept_lines(descent, picture), cased=True)
        draw_path(area, picture.path[:, 0], picture.path[:, 1], picture.exact)
    inside = all(
        low <= p <= high for p, (low, high) in zip(picture.point, picture.ranges, strict=True)
    )
    if request.dark:
        _draw_dark(area, descent, picture, inside, request.shown.downhill)
    if inside:
        draw_now(area, *map(float, picture.point))
    area.axes.set_xlim(*x_range)
    area.axes.set_ylim(*y_range)
    seen = LEGEND if request.dark else ""
    return seen if inside else out_of_view(descent, along)


def _draw_dark(
    area: Plot, descent: Descent, picture: SlicePicture, inside: bool, arrow: bool
) -> None:
    """The lantern's circle, the path, where downhill is, the direction labels; no other loss."""
    left, top, right, bottom = area.rect
    size = right - left, bottom - top
    lantern = lantern_at(descent, picture, size)
    cell = [(high - low) / side for (low, high), side in zip(picture.ranges, size, strict=True)]
    path = descent_path(descent, picture, tuple(cell))
    draw_lit(area, picture, lantern, path.rings)
    draw_dark_path(area, path)
    if not inside:
        return
    (here,) = area.places(*np.asarray(picture.point)[:, None])
    radius = lantern.radius[0] / cell[0]
    center = float(here[0]), float(here[1])
    steep = steepness(descent, picture.section)
    end = downhill(picture, lantern, path, size, steep)
    if end and arrow:
        (tip,) = area.places(np.array([end[0]]), np.array([end[1]]))
        draw_arrow(area.paper, center, (float(tip[0]), float(tip[1])))
    draw_direction_labels(area.paper, lantern, center, radius, area.rect, area.places(*path.line.T))


def heights(picture: SlicePicture) -> list[float]:
    """The bands' limits: the levels between the lowest and the highest loss shown."""
    low, high = picture.loss_range
    edge = max((high - low) * 1e-9, 4 * float(np.spacing(max(abs(low), abs(high)))))
    return [low - edge, *picture.levels, high + edge]


def _square(picture: SlicePicture, rect: Rect) -> Rect:
    """The part of ``rect`` in which both axes have one scale, centred; all of it if they differ
    too much for that."""
    (x0, x1), (y0, y1) = picture.ranges
    ratio = (x1 - x0) / (y1 - y0)
    if not 1 / _SAME_SCALE_UP_TO <= ratio <= _SAME_SCALE_UP_TO:
        return rect
    left, top, right, bottom = rect
    scale = min((right - left) / (x1 - x0), (bottom - top) / (y1 - y0))
    width, height = scale * (x1 - x0), scale * (y1 - y0)
    left += (right - left - width) / 2
    top += (bottom - top - height) / 2
    return left, top, left + width, top + height


def _fill(area: Plot, picture: SlicePicture) -> None:
    colors, limits = area.paper.palette, heights(picture)
    bands = ramp(colors.surface, len(limits) - 1)
    xs, ys = picture.slice.coordinates
    losses = picture.slice.losses.T
    shown = np.ma.masked_invalid(np.clip(losses, *picture.loss_range))
    left, top, right, bottom = area.rect
    corners = [left, right, right, left, left], [top, top, bottom, bottom, top]
    area.paper.line(*corners, colors.line, 2, zorder=3)
    area.axes.contourf(xs, ys, shown, levels=limits, colors=bands, zorder=1)
    if picture.levels:
        area.axes.contour(
            xs,
            ys,
            np.ma.masked_invalid(losses),
            levels=picture.levels,
            colors=colors.level_line,
            linewidths=area.paper.points(2),
            alpha=0.8,
            zorder=2,
        )
    _bar(area, picture, bands)


def _bar(area: Plot, picture: SlicePicture, bands: list[str]) -> None:
    """The bands from below up, the round heights between them."""
    paper, (_left, top, right, bottom) = area.paper, area.rect
    left = right + 60
    bar = paper.axes((left, top, left + 44, bottom))
    bar.set_ylim(0, len(bands))
    bar.set_xlim(0, 1)
    bar.barh(np.arange(len(bands)) + 0.5, 1, height=1.0, left=0, color=bands)
    paper.text(left + 62, top + 10, "loss", BODY)
    gap = (bottom - top) / len(bands)
    stride = max(1, round(44 / gap + 0.49))
    texts = level_texts(picture.levels)
    for k in range(0, len(texts), stride):
        if bottom - gap * (k + 1) < top + 40:  # the bar's name stands there
            continue
        paper.text(
            left + 62, bottom - gap * (k + 1), texts[k], SMALL, paper.palette.muted, room=200
        )
