"""The loss over one weight with its tangent, for a slide."""

import numpy as np

from gd_visualizer.core.arrays import Floats
from gd_visualizer.descent.names import loss_title
from gd_visualizer.descent.state.descent import Descent
from gd_visualizer.descent.state.section import Range
from gd_visualizer.figures.sheet.axes import (
    Line,
    Plot,
    draw_now,
    draw_past,
    draw_unknown,
    label_now,
    name_axes,
    out_of_view,
    plot,
    title_of_axis,
)
from gd_visualizer.figures.sheet.makers import FigureMaker
from gd_visualizer.figures.sheet.paper import SMALL, Paper
from gd_visualizer.figures.sheet.request import Request
from gd_visualizer.figures.surface.kept_runs import draw_runs
from gd_visualizer.figures.surface.lantern import (
    LEGEND,
    draw_arrow,
    draw_dark,
    draw_direction_labels,
    draw_rings,
)
from gd_visualizer.scene.curve.kept_runs import surface_kept_lines
from gd_visualizer.scene.look.ticks import linear_ticks, log_ticks
from gd_visualizer.scene.surface.lantern import Lantern, lantern_at, steepness
from gd_visualizer.scene.surface.log_scale import from_zero
from gd_visualizer.scene.surface.slice import (
    SlicePicture,
    descent_path,
    drawable_picture,
    slice_picture,
    tangent,
)
from gd_visualizer.text.numerals import number

_FLAT = 1e-9
_LEAST = 1e-4  # of the highest loss: what is lower lies at the bottom of logarithmic heights
_ROOM = 0.05  # above and below, of the powers shown
_TANGENT = 0.22  # half its length, in widths of the area
_ARROW = 0.55  # of half the tangent


@FigureMaker
def draw_slope(paper: Paper, descent: Descent, request: Request) -> str:
    """Loss over one weight, the tangent at the current point, the points before it.

    Returns what the subtitle must add, or "".
    """
    asked = request.loss_range(descent)
    along = request.section(descent.lesson.objective)
    picture = slice_picture(descent, along, request.ranges[:1], request.grid, asked)
    if picture.refused:
        paper.refuse(picture.refused)
        return ""
    picture = drawable_picture(picture)
    area = _area(paper, picture, asked, request.log)
    name_axes(area, title_of_axis(descent, along, 0), loss_title(descent.lesson).english)
    tangent_point = _tangent(area, picture)
    lantern = lantern_at(descent, picture) if request.dark else None
    curve = _curve(area, picture, lantern)
    if lantern:
        return _draw_dark(area, descent, picture, lantern, request.shown.downhill)

    def heights(losses: Floats) -> Floats:
        return np.array([_height(area, loss) for loss in losses.tolist()])

    draw_runs(area, surface_kept_lines(descent, picture), heights, rings=True)
    past = _draw_past(area, picture)
    if not _inside(area, picture):
        return out_of_view(descent, along)
    colors = paper.palette
    point, loss = float(picture.point[0]), _height(area, picture.loss)
    if not request.shown.loss:  # somewhere above this weight
        draw_unknown(area, point)
        return ""
    if not request.shown.tangent:
        draw_now(area, point, loss)
        return ""
    area.axes.plot(
        *tangent_point,
        color=colors.slope,
        linewidth=paper.points(6),
        zorder=5,
        solid_capstyle="round",
    )
    draw_now(area, point, loss)
    slope = float(picture.slopes[0])
    text = "slope ≈ 0" if 0 < abs(slope) < _FLAT else f"slope {number(slope)}"
    label_now(area, point, loss, text, colors.slope, [curve, tangent_point, past])
    return ""


def _area(paper: Paper, picture: SlicePicture, asked: Range | None, log: bool) -> Plot:
    (x_range,) = picture.ranges
    y_range = asked or _with_room(from_zero(picture.loss_range))
    ticks = linear_ticks(*y_range, 6)
    low, high = asked or picture.loss_range
    log = log and low >= 0 and high > 0
    if log:
        low = max(low, high * _LEAST)
        room = (high / low) ** _ROOM
        y_range = (low, high) if asked else (low / room, high * room)
        ticks = log_ticks(*y_range)
    rect = (230.0, 250.0, paper.width - 80, paper.height - 150)
    return plot(paper, rect, (x_range, linear_ticks(*x_range, 8)), (y_range, ticks), log)


def _is_log(area: Plot) -> bool:
    return bool(area.axes.get_yscale() == "log")


def _height(area: Plot, loss: float) -> float:
    """Where a loss is drawn: by powers of ten, what is lower than all lies at the bottom."""
    return max(loss, area.y_range[0]) if _is_log(area) else loss


def _curve(area: Plot, picture: SlicePicture, lantern: Lantern | None) -> Line:
    xs, losses = picture.slice.coordinates[0], np.asarray(picture.slice.losses)
    colors = area.paper.palette
    color = colors.lantern[-1] if lantern else colors.action
    if _is_log(area):
        losses = np.maximum(losses, area.y_range[0])
    shown = np.where(lantern.within(xs, xs) <= 1, losses, np.nan) if lantern else losses
    area.axes.plot(xs, shown, color=color, linewidth=area.paper.points(7), zorder=3)
    return xs, losses


def _tangent(area: Plot, picture: SlicePicture) -> Line:
    """The tangent, as long on the sheet whatever its slope; bent where losses go by powers."""
    (left, top, right, bottom), y_range = area.rect, area.y_range
    if not _is_log(area):
        return tangent(picture, [area.x_range, y_range], (right - left, bottom - top))
    x, slope, loss = float(picture.point[0]), float(picture.slopes[0]), picture.loss
    per, steep = _steepness(area, picture)
    half = _TANGENT * (right - left) / float(np.hypot(per, steep))
    xs = np.linspace(x - half, x + half, 101)
    heights = loss + slope * (xs - x)
    seen = heights > y_range[0]
    return xs[seen], heights[seen]


def _steepness(area: Plot, picture: SlicePicture) -> tuple[float, float]:
    """How far it goes to the right and up on the sheet, for each unit of the weight."""
    (left, top, right, bottom), (low, high) = area.rect, area.y_range
    slope, loss = float(picture.slopes[0]), picture.loss
    per = (right - left) / (area.x_range[1] - area.x_range[0])
    if not _is_log(area):
        return per, slope * (bottom - top) / (high - low)
    return per, slope / loss * (bottom - top) / float(np.log(high / low)) if loss > 0 else 0.0


def _draw_past(area: Plot, picture: SlicePicture) -> Line:
    past = picture.path[:-1, 0], picture.path_losses[:-1]
    if _is_log(area):
        past = past[0], np.maximum(past[1], area.y_range[0])
    draw_past(area, *past, picture.exact)
    if len(past[0]) and not picture.exact:
        words, rect = "○ earlier steps: the curve has moved since", area.rect
        color = area.paper.palette.muted
        area.paper.text(rect[2], rect[1] - 42, words, SMALL, color, align="right")
    return past


def _inside(area: Plot, picture: SlicePicture) -> bool:
    (x0, x1), (y0, y1) = area.x_range, area.y_range
    loss = _height(area, picture.loss)
    return x0 <= float(picture.point[0]) <= x1 and y0 <= loss <= y1


def _draw_dark(
    area: Plot, descent: Descent, picture: SlicePicture, lantern: Lantern, arrow: bool
) -> str:
    """The lantern's piece of the curve, the path, which way is downhill and by how much."""
    left, _, right, _ = area.rect
    draw_dark(area)
    cell = (area.x_range[1] - area.x_range[0]) / (right - left)
    path = descent_path(descent, picture, (cell,))
    rings = path.rings[:, 0], path.ring_losses
    if _is_log(area):
        rings = rings[0], np.maximum(rings[1], area.y_range[0])
    draw_rings(area, *rings)
    if not _inside(area, picture):
        return out_of_view(descent, picture.section)
    place = np.array([float(picture.point[0])]), np.array([_height(area, picture.loss)])
    x, y = area.places(*place)[0].tolist()
    per, steep = _steepness(area, picture)
    share = steepness(descent, picture.section)
    if steep and share and arrow:
        length = share * _ARROW * _TANGENT * (right - left) / float(np.hypot(per, steep))
        across = -length if steep > 0 else length
        draw_arrow(area.paper, (x, y), (x + across * per, y - across * steep))
    draw_direction_labels(
        area.paper, lantern, (x, y), lantern.radius[0] / cell, area.rect, area.places(*rings)
    )
    draw_now(area, float(place[0][0]), float(place[1][0]))
    return LEGEND


def _with_room(shown: Range) -> Range:
    """Room below and above; from 0 where the lowest loss comes near it."""
    low, high = shown
    base = 0.0 if 0 <= low < 0.3 * high else low
    side = (high - low) * 0.06
    return base - side, high + side
