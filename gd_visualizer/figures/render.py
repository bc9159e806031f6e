"""A picture or a table of a descent, as the bytes of a file."""

from collections.abc import Iterator
from dataclasses import replace

from gd_visualizer.descent.state.descent import Descent
from gd_visualizer.descent.state.shown_step import step_number
from gd_visualizer.figures.sheet.request import Request
from gd_visualizer.figures.table import point_table, run_table, slice_table
from gd_visualizer.scene.look.palette import LIGHT, Palette
from gd_visualizer.scene.visibility import Visibility
from gd_visualizer.text.numerals import number


def render(
    descent: Descent, request: Request, suffix: str, palette: Palette = LIGHT, point: int = 0
) -> bytes:
    """``request`` of ``descent`` as .png, .svg, .pdf or .csv; the same bytes on repeat.

    matplotlib is imported here, at the first picture.
    """
    return b"".join(pieces(descent, request, suffix, palette, point))


def pieces(
    descent: Descent, request: Request, suffix: str, palette: Palette = LIGHT, point: int = 0
) -> Iterator[bytes]:
    """The same bytes one after another: a table a few rows at a time."""
    if suffix == ".csv":
        yield from _table(descent, request)
    else:
        yield _picture(descent, request, suffix, palette, point)


def _table(descent: Descent, request: Request) -> Iterator[bytes]:
    if request.view == "loss-curve":
        return run_table(_known(descent, request.shown))
    if request.view == "points":
        return point_table(descent, request.shown)
    return slice_table(descent, request)


def _known(descent: Descent, shown: Visibility) -> Descent:
    """Without the rows whose loss is not to be seen."""
    timeline = descent.timeline
    rows = timeline.length if shown.ahead else descent.row + 1
    return replace(descent, timeline=replace(timeline, length=rows if shown.loss else 0))


def _picture(
    descent: Descent, request: Request, suffix: str, palette: Palette, point: int
) -> bytes:
    from gd_visualizer.figures.sheet.paper import Paper

    title = descent.lesson.title
    with Paper(request.size, palette, suffix) as paper:
        note = ""
        if request.view == "loss-curve":
            from gd_visualizer.figures.curve.curve import draw_curve

            draw_curve(paper, descent, request.log_loss, request.shown)
        elif request.view == "slope":
            from gd_visualizer.figures.surface.slope import draw_slope

            note = draw_slope(paper, descent, request)
        elif request.view == "map":
            from gd_visualizer.figures.surface.map import draw_map

            note = draw_map(paper, descent, request)
        elif request.view == "3d":
            from gd_visualizer.figures.surface3d.mplot3d import draw_surface

            note = draw_surface(paper, descent, request)
        elif request.view == "points":
            from gd_visualizer.figures.points.table import draw_points

            draw_points(paper, descent, point, request.shown)
        else:
            from gd_visualizer.figures.network.diagram import draw_network

            draw_network(paper, descent, point, request.shown)
        words = subtitle(descent, request, point)
        paper.heading(title, f"{words} · {note}" if note else words)
        return paper.save(title)


def _loss_words(descent: Descent) -> str:
    objective, moment = descent.lesson.objective, descent.moment
    words = f"loss {number(moment.loss)}"
    if objective.penalty is None:
        return words
    return f"{words} ({number(objective.penalty_at(moment.theta))} penalty)"


def subtitle(descent: Descent, request: Request, point: int) -> str:
    """What the picture shows: when, the loss, and what made it."""
    moment = descent.moment
    parts = [
        "start" if not moment.row else f"after step {step_number(descent, moment.row).english}",
        *([_loss_words(descent)] if request.shown.loss else []),
    ]
    if moment.row:
        settings = moment.settings
        parts += [] if settings.plain else [settings.optimizer]
        parts.append(f"learning rate {moment.settings.rate.text}")
    points = descent.lesson.objective.points
    if request.view == "network" and points > 1:
        parts.append(f"point {point + 1} of {points}")
    if request.view in ("slope", "map", "3d") and len(request.axes) < descent.lesson.objective.size:
        parts.append("other weights held")
    if descent.ended and descent.ended.kind == "diverged":
        parts.append("then the numbers overflow")
    return " · ".join(parts)
