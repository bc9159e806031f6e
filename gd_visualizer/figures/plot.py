"""Axes with round ticks and names, drawn from the scene's values; and the marks on them."""

from dataclasses import dataclass

from matplotlib.axes import Axes
from matplotlib.patheffects import Normal, Stroke

from gd_visualizer.core.arrays import Floats
from gd_visualizer.figures.paper import BODY, SMALL, Paper, Rect
from gd_visualizer.scene.ranges import Range
from gd_visualizer.scene.ticks import Ticks

MARK = 17.0  # radius of the current point


@dataclass(frozen=True)
class Plot:
    """An area of the sheet with a scale on each side."""

    paper: Paper
    axes: Axes
    rect: Rect
    x_range: Range
    y_range: Range


def plot(
    paper: Paper, rect: Rect, x: tuple[Range, Ticks], y: tuple[Range, Ticks], log: bool = False
) -> Plot:
    """An area with ticks on both axes and level grid lines."""
    axes = paper.axes(rect)
    axes.set_xlim(*x[0])
    axes.set_yscale("log" if log else "linear")
    axes.set_ylim(*y[0])
    area = Plot(paper, axes, rect, x[0], y[0])
    left, top, right, bottom = rect
    colors = paper.palette
    for value, text in zip(y[1].values, y[1].texts, strict=True):
        at = top + (bottom - top) * (1 - _share(axes, value, area.y_range, log))
        paper.line([left, right], [at, at], colors.grid, 2, zorder=0)
        paper.text(left - 18, at, text, SMALL, colors.muted, align="right", room=left - 30)
    for value, text in zip(x[1].values, x[1].texts, strict=True):
        at = left + (right - left) * _share(axes, value, area.x_range, False)
        paper.line([at, at], [bottom, bottom + 10], colors.line, 2)
        paper.text(at, bottom + 40, text, SMALL, colors.muted, align="center")
    paper.line([left, right], [bottom, bottom], colors.line, 2)
    return area


def name_axes(area: Plot, x: str, y: str) -> None:
    """Names: x below, y level above the axis, where it is read without turning the head."""
    left, top, right, bottom = area.rect
    ink = area.paper.palette.ink
    area.paper.text((left + right) / 2, bottom + 98, x, BODY, ink, align="center")
    area.paper.text(left - 18, top - 42, y, BODY, ink, align="right")


def _share(_axes: Axes, value: float, shown: Range, log: bool) -> float:
    if log:
        import math

        low, high = math.log10(shown[0]), math.log10(shown[1])
        return (math.log10(value) - low) / (high - low)
    return (value - shown[0]) / (shown[1] - shown[0])


def draw_path(area: Plot, xs: Floats, ys: Floats, exact: bool) -> None:
    """The way so far, readable on any ground, its start a ring; pale if it is a projection."""
    paper, colors = area.paper, area.paper.palette
    edge = Stroke(linewidth=paper.points(9), foreground=colors.path_edge)
    area.axes.plot(
        xs,
        ys,
        color=colors.path if exact else colors.line,
        linewidth=paper.points(4.5),
        marker="o" if len(xs) <= 200 else None,
        markersize=paper.points(9),
        path_effects=[edge, Normal()],
        zorder=6,
    )
    area.axes.plot(
        xs[:1],
        ys[:1],
        marker="o",
        markersize=paper.points(20),
        markerfacecolor=colors.path_edge,
        markeredgecolor=colors.path if exact else colors.line,
        markeredgewidth=paper.points(5),
        zorder=7,
        clip_on=False,
    )


def draw_now(area: Plot, x: float, y: float) -> None:
    """The current point: orange, with an edge that sets it off from any ground."""
    paper, colors = area.paper, area.paper.palette
    for size, color in (
        (2 * MARK + 14, colors.path),
        (2 * MARK + 9, colors.path_edge),
        (2 * MARK, colors.now),
    ):
        area.axes.plot(
            [x],
            [y],
            marker="o",
            markersize=paper.points(size),
            color=color,
            markeredgewidth=0,
            zorder=9,
            clip_on=False,
        )


def label_now(area: Plot, x: float, y: float, text: str, color: str, rising: bool) -> None:
    """Words above the current point, on the side where a curve of that direction leaves room."""
    left, top, right, bottom = area.rect
    share = (x - area.x_range[0]) / (area.x_range[1] - area.x_range[0])
    on_left = share > 0.22 if rising else share > 0.72
    inside = area.axes.transAxes.inverted().transform(area.axes.transData.transform((x, y)))
    at_y = bottom - float(inside[1]) * (bottom - top)
    at_y = at_y - 56 if at_y - 56 > top - 40 else at_y + 62
    paper = area.paper
    paper.text(
        left + share * (right - left) + (-30 if on_left else 30),
        at_y,
        text,
        BODY + 4,
        color,
        "bold",
        align="right" if on_left else "left",
        zorder=10,
        path_effects=[Stroke(linewidth=paper.points(12), foreground=paper.palette.paper), Normal()],
    )
