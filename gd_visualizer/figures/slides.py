"""Slides of a lesson as files: one PDF of pages, or one picture for each page. Never Qt."""

import io
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from msgspec import Struct

from gd_visualizer.drawing.frame import Frame
from gd_visualizer.drawing.shapes import Drawing
from gd_visualizer.lesson.lesson import Lesson
from gd_visualizer.lesson.pictures import SURFACE_PANEL
from gd_visualizer.scene.look.palette import LIGHT, Palette
from gd_visualizer.scene.slides.deck import Slide, in_space, questions, slides
from gd_visualizer.scene.slides.pages import (
    PER_PAGE,
    answers_page,
    handout_page,
    notes_page,
    page_frame,
)
from gd_visualizer.scene.stage.rooms import class_frame
from gd_visualizer.scene.visibility import visibility
from gd_visualizer.text.speech import ENGLISH, Speech

if TYPE_CHECKING:
    from gd_visualizer.figures.sheet.paper import Paper

SIZE = 1920, 1080


class Deck(Struct, frozen=True):
    """What is asked for: a ``lesson`` on pages of ``size`` px; with the lecturer's ``notes`` on a
    page after each, or as a ``handout``."""

    lesson: Lesson
    size: tuple[int, int] = SIZE
    notes: bool = False
    handout: bool = False
    palette: Palette = LIGHT
    speech: Speech = ENGLISH


class Page(Struct, frozen=True, eq=False):
    """A drawing of a whole page; of a ``slide`` with a surface in space, that is drawn too."""

    drawing: Drawing
    slide: Slide | None = None


def pages(deck: Deck) -> Iterator[Page]:
    """Every page, one after another."""
    from gd_visualizer.figures.sheet.paper import Paper

    with Paper(deck.size, deck.palette) as paper:
        frame = class_frame(paper.width, paper.height, deck.speech)
    yield from _handout(deck, frame) if deck.handout else _slides(deck, frame)


def _slides(deck: Deck, frame: Frame) -> Iterator[Page]:
    for slide in slides(deck.lesson, frame, without_space=True):
        yield Page(slide.stage.drawing, slide)
        if deck.notes and slide.beat and slide.beat.notes:
            yield Page(notes_page(slide, page_frame(frame.width, frame.height, frame)))


def _handout(deck: Deck, frame: Frame) -> Iterator[Page]:
    """Four questions to a page; the answers last. A lesson that asks nothing: its slides."""
    paper = page_frame(frame.width, frame.height, frame)
    every = list(questions(deck.lesson, frame))
    if not every:
        yield from _slides(deck, frame)
        return
    count = 0
    for first in range(0, len(every), PER_PAGE):
        count += 1
        yield Page(handout_page(every[first : first + PER_PAGE], count, paper))
    yield Page(answers_page(every, count + 1, paper))


def as_pdf(deck: Deck) -> Iterator[bytes]:
    """The pages as one PDF; an empty piece after each page but the last, so that progress can be
    told. The same bytes on repeat."""
    from matplotlib.backends.backend_pdf import PdfPages

    from gd_visualizer import __version__

    stream = io.BytesIO()
    about: dict[str, str | None] = {
        "Creator": f"gd-visualizer {__version__}",
        "Title": deck.lesson.title,
    }
    about["CreationDate"] = None
    with PdfPages(stream, metadata=about) as file:
        for page in pages(deck):
            with _paper(deck, ".pdf") as paper:
                _draw(paper, page)
                file.savefig(paper.figure)
            yield b""
    yield stream.getvalue()


def as_pictures(deck: Deck, suffix: str) -> Iterator[bytes]:
    """Each page as a .png or .svg."""
    for page in pages(deck):
        with _paper(deck, suffix) as paper:
            _draw(paper, page)
            yield paper.save(deck.lesson.title)


def names(count: int, suffix: str) -> Sequence[str]:
    """File names in the order of the pages, that also sort so."""
    wide = max(2, len(str(count)))
    return [f"{k:0{wide}}{suffix}" for k in range(1, count + 1)]


def _paper(deck: Deck, suffix: str) -> "Paper":
    from gd_visualizer.figures.sheet.paper import Paper

    return Paper(deck.size, deck.palette, suffix)


def _draw(paper: "Paper", page: Page) -> None:
    from gd_visualizer.figures.sheet.drawing import draw

    slide = page.slide
    surface = slide.surface_slice if slide and in_space(slide.state) else None
    if slide and surface and not surface.refused:
        from gd_visualizer.figures.surface3d.picture import draw_in_space

        rooms = slide.stage.rooms
        frame, room = rooms.frame_of(SURFACE_PANEL), rooms.pictures[SURFACE_PANEL]
        seen = visibility(slide.state)
        draw_in_space(paper, slide.state, surface, room[:2], frame, seen)
    draw(paper, page.drawing)
