"""A picture or a table of a descent, as the bytes of a file."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from gd_visualizer.descent.state.descent import Descent
from gd_visualizer.descent.state.shown_step import step_number
from gd_visualizer.figures.sheet.makers import FigureMaker, TableMaker
from gd_visualizer.figures.sheet.request import Request
from gd_visualizer.lesson.pictures import found
from gd_visualizer.scene.explanation.of_state import own_words
from gd_visualizer.scene.look.palette import LIGHT, Palette
from gd_visualizer.text.errors import own
from gd_visualizer.text.message import Message, listed, message
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
    note, speech = _drawn(paper, descent, request), request.speech
    parts = [*subtitle(descent, request), *([note] if note.text else [])]
    title = speech.words(own_words(descent.lesson, descent.lesson.title))
    paper.heading(title, speech.words(listed(parts, " · ")))


def _drawn(paper: "Paper", descent: Descent, request: Request) -> Message:
    """What the subtitle must add."""
    if request.view.figure:
        return found("figures", request.view.figure, FigureMaker).draw(paper, descent, request)
    from gd_visualizer.figures.sheet.picture import draw_picture

    return draw_picture(paper, descent, request)


def _loss_words(descent: Descent) -> Message:
    objective, moment = descent.lesson.objective, descent.moment
    words = message("loss {loss}", loss=number(moment.loss))
    if objective.penalty is None:
        return words
    penalty = number(objective.penalty_at(moment.theta))
    return message("{loss} ({penalty} penalty)", loss=words, penalty=penalty)


def subtitle(descent: Descent, request: Request) -> list[Message]:
    """What the picture shows: when, the loss, and what made it."""
    moment = descent.moment
    step = step_number(descent, moment.row)
    parts = [message("after step {step}", step=step) if moment.row else message("start")]
    if request.shown.loss:
        parts.append(_loss_words(descent))
    if moment.row:
        settings = moment.settings
        parts += [] if settings.plain else [own(settings.optimizer)]
        parts.append(message("learning rate {rate}", rate=settings.rate.text))
    points = descent.lesson.objective.points
    if request.view.one_point and points > 1:
        place = str(request.point + 1)
        parts.append(message("point {point} of {points}", point=place, points=str(points)))
    if request.view.axes and len(request.axes) < descent.lesson.objective.size:
        parts.append(message("other weights held"))
    if descent.ended and descent.ended.kind == "diverged":
        parts.append(message("then the numbers overflow"))
    return parts
