"""A picture or a table of a descent, as the bytes of a file."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from gd_visualizer.descent.state.descent import Descent
from gd_visualizer.descent.state.shown_step import step_number
from gd_visualizer.figures.sheet.makers import FigureMaker, TableMaker
from gd_visualizer.figures.sheet.request import Request
from gd_visualizer.lesson.pictures import found
from gd_visualizer.scene.look.palette import LIGHT, Palette
from gd_visualizer.text.numerals import number

if TYPE_CHECKING:
    from gd_visualizer.figures.sheet.paper import Paper


def render(descent: Descent, request: Request, suffix: str, palette: Palette = LIGHT) -> bytes:
    """``request`` of ``descent`` as .png, .svg, .pdf or .csv; the same bytes on repeat.

    matplotlib is imported here, at the first picture.
    """
    return b"".join(pieces(descent, request, suffix, palette))


def pieces(
    descent: Descent, request: Request, suffix: str, palette: Palette = LIGHT
) -> Iterator[bytes]:
    """The same bytes one after another: a table a few rows at a time."""
    if suffix == ".csv":
        yield from found("figures", request.view.table, TableMaker).lines(descent, request)
    else:
        yield _picture(descent, request, suffix, palette)


def _picture(descent: Descent, request: Request, suffix: str, palette: Palette) -> bytes:
    from gd_visualizer.figures.sheet.paper import Paper

    with Paper(request.size, palette, suffix) as paper:
        drawn_on(paper, descent, request)
        return paper.save(descent.lesson.title)


def drawn_on(paper: "Paper", descent: Descent, request: Request) -> None:
    """Draws ``request`` of ``descent`` on a sheet, with its heading."""
    note = _drawn(paper, descent, request)
    words = subtitle(descent, request)
    paper.heading(descent.lesson.title, f"{words} · {note}" if note else words)


def _drawn(paper: "Paper", descent: Descent, request: Request) -> str:
    """What the subtitle must add."""
    if request.view.figure:
        return found("figures", request.view.figure, FigureMaker).draw(paper, descent, request)
    from gd_visualizer.figures.sheet.picture import draw_picture

    return draw_picture(paper, descent, request)


def _loss_words(descent: Descent) -> str:
    objective, moment = descent.lesson.objective, descent.moment
    words = f"loss {number(moment.loss)}"
    if objective.penalty is None:
        return words
    return f"{words} ({number(objective.penalty_at(moment.theta))} penalty)"


def subtitle(descent: Descent, request: Request) -> str:
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
    if request.view.one_point and points > 1:
        parts.append(f"point {request.point + 1} of {points}")
    if request.view.axes and len(request.axes) < descent.lesson.objective.size:
        parts.append("other weights held")
    if descent.ended and descent.ended.kind == "diverged":
        parts.append("then the numbers overflow")
    return " · ".join(parts)
