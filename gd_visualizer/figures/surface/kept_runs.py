"""Kept runs in a figure: dashed lines or rings in their colours, and a legend."""

from collections.abc import Callable, Sequence

from matplotlib.patches import Rectangle
from matplotlib.patheffects import Normal, Stroke

from gd_visualizer.core.arrays import Floats
from gd_visualizer.figures.sheet.axes import Plot, spread
from gd_visualizer.figures.sheet.paper import SMALL
from gd_visualizer.scene.curve.kept_runs import DASHES, KeptRunLine

_SWATCH, _LINE, _LETTER = 64.0, 34.0, 0.58
_FROM_EDGE = 14.0


def draw_runs(
    area: Plot,
    kept_lines: Sequence[KeptRunLine],
    heights: Callable[[Floats], Floats] = lambda ys: ys,
    rings: bool = False,
    cased: bool = False,
) -> None:
    """Each run's line, with a dot at its end; ``rings`` instead of lines over one parameter."""
    paper, colors = area.paper, area.paper.palette
    for kept_line in kept_lines:
        color, ys = colors.runs[kept_line.look % len(colors.runs)], heights(kept_line.ys)
        edge = [Stroke(linewidth=paper.points(10), foreground=colors.path_edge), Normal()]
        if not rings:
            area.axes.plot(
                kept_line.xs,
                ys,
                color=color,
                linewidth=paper.points(5),
                linestyle=(0, DASHES[kept_line.look % len(DASHES)]),
                path_effects=edge if cased else None,
                zorder=5,
            )
        kept = spread(area, kept_line.xs, ys) if rings else [len(ys) - 1]
        area.axes.plot(
            kept_line.xs[kept],
            ys[kept],
            linestyle="none",
            marker="o",
            markersize=paper.points(18),
            markerfacecolor=colors.paper if rings else color,
            markeredgecolor=color,
            markeredgewidth=paper.points(4),
            zorder=5,
        )
    _legend(area, kept_lines)


def _legend(area: Plot, kept_lines: Sequence[KeptRunLine]) -> None:
    """Names beside pieces of their lines, in the upper right corner."""
    if not kept_lines:
        return
    paper, colors = area.paper, area.paper.palette
    names = [kept_line.words.english for kept_line in kept_lines]
    wide = _SWATCH + 16 + max(len(name) for name in names) * SMALL * _LETTER
    _left, top, right, _bottom = area.rect
    x, y = right - wide - _FROM_EDGE, top + _FROM_EDGE
    low = y + len(names) * _LINE + 6
    place = (x - 10) / paper.width, 1 - low / paper.height
    extent = (right - x + 6) / paper.width, (low - y + 6) / paper.height
    paper.figure.add_artist(
        Rectangle(place, *extent, facecolor=colors.paper, alpha=0.88, linewidth=0, zorder=10)
    )
    for k, (kept_line, name) in enumerate(zip(kept_lines, names, strict=True)):
        middle = y + (k + 0.5) * _LINE
        paper.line(
            [x, x + _SWATCH],
            [middle, middle],
            colors.runs[kept_line.look % len(colors.runs)],
            5,
            zorder=11,
            linestyle=(0, DASHES[kept_line.look % len(DASHES)]),
            solid_capstyle="butt",
        )
        paper.text(x + _SWATCH + 12, middle, name, SMALL, colors.ink, zorder=11)
