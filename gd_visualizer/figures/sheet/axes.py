"""Axes with round ticks and names, drawn from the scene's values; and the marks on them."""

import math
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from matplotlib.axes import Axes
from matplotlib.patheffects import Normal, Stroke

from gd_visualizer.core.arrays import Floats
from gd_visualizer.descent.names import axis_label, axis_title
from gd_visualizer.descent.state.descent import Descent
from gd_visualizer.descent.state.section import Range, Section
from gd_visualizer.figures.sheet.paper import BODY, SMALL, Paper, Rect
from gd_visualizer.scene.look.ticks import Ticks, floor_of
from gd_visualizer.text.numerals import number

MARK = 17.0  # radius of the current point
_DOTS_APART = 24.0
_SHORT, _MARGIN = 8, 70.0  # letters of a name that has room left of its axis
_FAR = 1e9  # of the axes' width or height: what lies farther off has no place that is seen
# Where a label may stand around the point, in its own units, the best place first.
_PLACES = (
    (1, -1), (-1, -1), (0, -1.1), (1, 1), (-1, 1), (0, -1.9), (1, -1.9), (-1, -1.9), (0, -2.7),
    (1, 0), (-1, 0), (0, 1.3),
)  # fmt: skip
Line = tuple[Floats, Floats]


@dataclass(frozen=True)
class Plot:
    """An area of the sheet with a scale on each side."""

    paper: Paper
    axes: Axes
    rect: Rect
    x_range: Range
    y_range: Range

    def places(self, xs: Floats, ys: Floats) -> Floats:
        """Where data lie on the sheet (points, 2); those that have no place are left out."""
        left, top, right, bottom = self.rect
        data = np.column_stack([np.asarray(xs, float), np.asarray(ys, float)])
        share = self.axes.transAxes.inverted().transform(self.axes.transData.transform(data))
        share = np.clip(share[np.isfinite(share).all(axis=1)], -_FAR, _FAR)
        return np.column_stack(
            [left + share[:, 0] * (right - left), bottom - share[:, 1] * (bottom - top)]
        )


def plot(
    paper: Paper, rect: Rect, x: tuple[Range, Ticks], y: tuple[Range, Ticks], log: bool = False
) -> Plot:
    """An area with ticks on both axes and level grid lines."""
    axes = paper.axes(rect)
    axes.set_xlim(*x[0])
    axes.set_yscale("log" if log else "linear")
    axes.set_ylim(*y[0])
    left, top, right, bottom = rect
    colors = paper.palette
    limits = (math.log10(y[0][0]), math.log10(y[0][1])) if log else y[0]
    marks = Ticks(tuple(map(math.log10, y[1].values)), y[1].texts) if log else y[1]
    floor = floor_of(marks, *limits)
    for value, text in zip(y[1].values, y[1].texts, strict=True):
        at = top + (bottom - top) * (1 - _share(value, y[0], log))
        color = colors.grid if floor is None or text != "0" else colors.line
        paper.line([left, right], [at, at], color, 2, zorder=-2)
        paper.text(left - 18, at, text, SMALL, colors.muted, align="right", room=left - 30)
    for value, text in zip(x[1].values, x[1].texts, strict=True):
        at = left + (right - left) * _share(value, x[0], False)
        paper.line([at, at], [bottom, bottom + 10], colors.line, 2, zorder=-1)
        paper.text(at, bottom + 40, text, SMALL, colors.muted, align="center")
    paper.line([left, right], [bottom, bottom], colors.line, 2, zorder=-1)
    return Plot(paper, axes, rect, x[0], y[0])


def name_axes(area: Plot, x: str, y: str) -> None:
    """Names: x below, y level above the axis, where it is read without turning the head."""
    left, top, right, bottom = area.rect
    ink = area.paper.palette.ink
    area.paper.text((left + right) / 2, bottom + 98, x, BODY, ink, align="center")
    beside = len(y) <= _SHORT
    place, align = (left - 18, "right") if beside else (_MARGIN, "left")
    area.paper.text(place, top - 42, y, BODY, ink, align=align)


def title_of_axis(descent: Descent, along: Section, place: int) -> str:
    """``weight w₁`` or ``bias b``."""
    return axis_title(along, descent.lesson.network, place).english


def _share(value: float, shown: Range, log: bool) -> float:
    if log:
        low, high = math.log10(shown[0]), math.log10(shown[1])
        return (math.log10(value) - low) / (high - low)
    return (value - shown[0]) / (shown[1] - shown[0])


def draw_path(area: Plot, xs: Floats, ys: Floats, exact: bool) -> None:
    """The path so far, readable on any colour, its start a ring; dashed if it is a projection."""
    paper, colors = area.paper, area.paper.palette
    color = colors.path if exact else colors.muted
    edge = Stroke(linewidth=paper.points(9), foreground=colors.path_edge)
    area.axes.plot(
        xs,
        ys,
        color=color,
        linewidth=paper.points(4.5),
        linestyle="-" if exact else (0, (2.5, 1.5)),
        path_effects=[edge, Normal()],
        zorder=6,
    )
    apart = spread(area, xs, ys)
    spots(area, xs[apart], ys[apart], 12, color, color, 0, 7)
    spots(area, xs[:1], ys[:1], 20, colors.path_edge, color, 5, 8)


def spread(area: Plot, xs: Floats, ys: Floats) -> list[int]:
    """Rows whose marks keep apart on the sheet, the first one among them."""
    kept: list[int] = []
    last = None
    for row, place in enumerate(area.places(xs, ys)[:20_000]):
        if last is None or math.dist(place, last) >= _DOTS_APART:
            kept.append(row)
            last = place
    return kept


def draw_past(area: Plot, xs: Floats, ys: Floats, exact: bool) -> None:
    """Rings where we were on a curve; grey where other weights have moved the curve since."""
    colors = area.paper.palette
    apart = spread(area, xs, ys)
    edge = colors.path if exact else colors.line
    spots(area, xs[apart], ys[apart], 20, colors.path_edge, edge, 4, 6)


def spots(
    area: Plot, xs: Floats, ys: Floats, wide: float, fill: str, edge: str, line: float, zorder: int
) -> None:
    """Round marks at (``xs``, ``ys``) in data units; ``wide`` and ``line`` in the sheet's units."""
    paper = area.paper
    area.axes.plot(
        xs,
        ys,
        linestyle="none",
        marker="o",
        markersize=paper.points(wide),
        markerfacecolor=fill,
        markeredgecolor=edge,
        markeredgewidth=paper.points(line) if line else 0,
        zorder=zorder,
    )


def draw_now(area: Plot, x: float, y: float) -> None:
    """The current point: orange, with an edge that sets it off from any colour."""
    paper, colors = area.paper, area.paper.palette
    rings = (
        (2 * MARK + 14, colors.path),
        (2 * MARK + 9, colors.path_edge),
        (2 * MARK, colors.now),
    )
    for size, color in rings:
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


def draw_unknown(area: Plot, x: float) -> None:
    """Where the current point's weight is, when its height is not to be seen."""
    paper, colors, (low, high) = area.paper, area.paper.palette, area.y_range
    wide = paper.points(5)
    area.axes.plot([x, x], [low, high], "--", color=colors.now, linewidth=wide, zorder=5)
    spots(area, np.array([x]), np.array([low]), 2 * MARK, colors.paper, colors.now, 6, 9)


def out_of_view(descent: Descent, along: Section) -> str:
    """Tells where the current point is when the picture's ranges do not hold it."""
    network = descent.lesson.network
    where = ", ".join(
        f"{axis_label(along, network, k).english} = {number(value, 4)}"
        for k, value in enumerate(along.places(descent.moment.theta).tolist())
    )
    return f"out of view: {where}"


def label_now(area: Plot, x: float, y: float, text: str, color: str, lines: Sequence[Line]) -> None:
    """Words beside the current point, where they cover least of ``lines`` (xs, ys)."""
    left, top, right, bottom = area.rect
    size = BODY + 4
    wide, high = 0.6 * size * len(text), size * 1.1
    px, py = area.places(np.array([x]), np.array([y]))[0]
    covered = _dense([area.places(*line) for line in lines])
    best = (math.inf, px, py - 62)
    for rank, (dx, dy) in enumerate(_PLACES):
        middle = px + dx * (34 + wide / 2)
        at = py + dy * 62
        if not (left < middle - wide / 2 and middle + wide / 2 < right + 40):
            continue
        if not (top - 40 < at - high / 2 and at + high / 2 < bottom - 6):
            continue
        near = np.abs(covered - (middle, at)) < (wide / 2 + 12, high / 2 + 10)
        best = min(best, (float(near.all(axis=1).sum()) + 0.5 * rank, middle, at))
    paper = area.paper
    halo = Stroke(linewidth=paper.points(12), foreground=paper.palette.paper)
    paper.text(
        best[1],
        best[2],
        text,
        size,
        color,
        "bold",
        align="center",
        zorder=10,
        path_effects=[halo, Normal()],
    )


def _dense(lines: Sequence[Floats]) -> Floats:
    """Points along the lines, close enough that no word fits between them."""
    found = [np.empty((0, 2))]
    share = np.linspace(0, 1, 24)[:, None, None]
    for line in lines:
        some = line[:: max(1, len(line) // 400)]
        found.append((some[:-1] * (1 - share) + some[1:] * share).reshape(-1, 2))
        found.append(some)
    return np.concatenate(found)
