"""The loss by step, for a slide."""

import numpy as np

from gd_visualizer.core.arrays import Floats
from gd_visualizer.descent.names import loss_title
from gd_visualizer.descent.state.descent import Descent
from gd_visualizer.figures.sheet.axes import draw_now, label_now, name_axes, plot
from gd_visualizer.figures.sheet.makers import FigureMaker
from gd_visualizer.figures.sheet.paper import Paper
from gd_visualizer.figures.sheet.request import Request
from gd_visualizer.figures.surface.kept_runs import draw_runs
from gd_visualizer.scene.curve.curve import LossCurve, loss_curve, thinned
from gd_visualizer.scene.curve.kept_runs import curve_kept_lines
from gd_visualizer.text.numerals import number

_DOTS_UP_TO = 60


@FigureMaker
def draw_curve(paper: Paper, descent: Descent, request: Request) -> str:
    """Loss by step, the past full and the future pale, the current row marked."""
    curve, colors = loss_curve(descent, request.log_loss), paper.palette
    shown = request.shown
    if curve.refused:
        paper.refuse(curve.refused)
        return ""
    rect = (230.0, 250.0, paper.width - 80, paper.height - 150)
    area = plot(
        paper, rect, (curve.x_range, curve.steps), (curve.y_range, curve.heights), log=curve.log
    )
    name_axes(area, "step", loss_title(descent.lesson).english)
    known = curve.losses if shown.ahead else curve.losses[: curve.row + 1]
    rows, losses = thinned(known, int(paper.pixels[0]))
    losses = _seen(curve, losses)
    dots = "o" if len(known) <= _DOTS_UP_TO else None
    parts = (
        (rows >= curve.row, colors.line),
        (rows <= curve.row, colors.action),
    )
    for part, color in parts if shown.loss else ():
        area.axes.plot(
            rows[part],
            losses[part],
            color=color,
            linewidth=paper.points(7),
            marker=dots,
            markersize=paper.points(15),
            solid_joinstyle="round",
            zorder=4,
        )
    draw_runs(area, curve_kept_lines(descent), lambda ys: _seen(curve, ys))
    now = float(curve.losses[curve.row])
    if shown.loss:
        at = float(_seen(curve, np.array([now]))[0])
        draw_now(area, curve.row, at)
        label_now(area, curve.row, at, f"loss {number(now)}", colors.ink, [(rows, losses)])
    return ""


def _seen(curve: LossCurve, losses: Floats) -> Floats:
    """By decades, what is lower than the axis lies at its floor."""
    return np.maximum(losses, curve.y_range[0]) if curve.log else losses
