"""Pages around the slides: the lecturer's notes, and a handout with its answers."""

from collections.abc import Sequence

from gd_visualizer.drawing.frame import Audience, Frame
from gd_visualizer.drawing.lines import broken
from gd_visualizer.drawing.scaled import scaled
from gd_visualizer.drawing.shapes import (
    Anchor,
    Box,
    Drawing,
    Paint,
    Pen,
    Placed,
    Shape,
    Words,
    words,
)
from gd_visualizer.scene.explanation.of_state import explanation, own_words
from gd_visualizer.scene.explanation.parts import ASKED, Chip
from gd_visualizer.scene.slides.deck import Slide
from gd_visualizer.text.message import message

PER_PAGE = 4
INK, MUTED = Paint("ink"), Paint("muted")
_MARGIN, _GAP = 0.04, 0.03  # of a page's height
_TITLE, _NOTES, _SMALL = 0.042, 0.042, 0.02  # letters, of its height
_LINE = 1.45


def notes_page(slide: Slide, frame: Frame) -> Drawing:
    """The slide small, and beside it what its beat's notes say, in letters as large as fit."""
    margin, high = _MARGIN * frame.height, frame.height
    wide = 0.42 * frame.width
    by = wide / slide.screen.drawing.frame.width
    lesson = slide.state.descent.lesson
    title = f"{slide.number}  {frame.speech.words(own_words(lesson, lesson.title))}"
    shapes: list[Shape] = [
        Words(margin, margin + _TITLE * high, words(title), _TITLE * high, INK, "bold"),
        *_framed(slide.screen.drawing, margin, 3.4 * margin, by),
    ]
    left = 2 * margin + wide
    room = frame.width - left - margin
    said = frame.speech.words(own_words(lesson, slide.beat.notes)) if slide.beat else ""
    shapes += _paragraphs(said, left, 3.4 * margin, room, high - 4.4 * margin, _NOTES * high)
    return Drawing(frame, tuple(shapes))


def handout_page(page: Sequence[Slide], number: int, frame: Frame) -> Drawing:
    """Up to four slides with their results left blank, to be filled in."""
    margin, gap = _MARGIN * frame.height, _GAP * frame.height
    screen = page[0].screen.drawing.frame
    room = frame.width - 2 * margin - gap, frame.height - 2.6 * margin - gap
    by = min(room[0] / 2 / screen.width, room[1] / 2 / screen.height)
    wide, high = screen.width * by, screen.height * by
    left = (frame.width - 2 * wide - gap) / 2
    shapes: list[Shape] = []
    for k, slide in enumerate(page):
        x, y = left + (k % 2) * (wide + gap), margin + (k // 2) * (high + gap)
        blank = Drawing(slide.screen.drawing.frame, _blank(slide.screen.drawing.shapes))
        shapes += _framed(blank, x, y, by)
        size = _SMALL * frame.height
        at = (x + wide - 0.8 * size, y + high - 0.9 * size)
        numeral = words(str((number - 1) * PER_PAGE + k + 1))
        shapes.append(Words(*at, numeral, size, MUTED, anchor=Anchor.RIGHT))
    shapes.append(_foot(frame, number))
    return Drawing(frame, tuple(shapes))


def answers_page(slides: Sequence[tuple[int, Slide]], number: int, frame: Frame) -> Drawing:
    """What belongs into the blanks: by the number of the question's slide, the answer's numbers."""
    margin, size = _MARGIN * frame.height, _NOTES * frame.height
    title = words(frame.speech.words(message("Answers")))
    shapes: list[Shape] = [
        Words(margin, margin + size, title, _TITLE * frame.height, INK, "bold"),
        _foot(frame, number),
    ]
    y = 3.4 * margin
    columns = 2 if len(slides) * _LINE * size > frame.height - 2 * margin - y else 1
    rows = -(-len(slides) // columns)
    for k, (asked, slide) in enumerate(slides):
        x = margin + (k // max(rows, 1)) * frame.width / 2
        at = y + (k % max(rows, 1)) * _LINE * size
        shapes.append(Words(x, at, words(f"{asked}"), size, MUTED))
        shapes.append(Words(x + 2 * size, at, words(_answer(slide, frame)), size, INK, "semibold"))
    return Drawing(frame, tuple(shapes))


def _answer(slide: Slide, frame: Frame) -> str:
    """The last number of a slide's arithmetic, by its name."""
    chips = [part for part in explanation(slide.state).row if isinstance(part, Chip)]
    if not chips:
        return frame.speech.words(message("see the next slide"))
    name = frame.speech.words(chips[-1].caption)
    return f"{name}: {frame.speech.number(chips[-1].text)}"


def _foot(frame: Frame, number: int) -> Words:
    size = _SMALL * frame.height
    at = frame.width / 2, frame.height - 0.6 * _MARGIN * frame.height
    return Words(*at, words(str(number)), size, MUTED, anchor=Anchor.CENTER)


def _framed(drawing: Drawing, x: float, y: float, by: float) -> list[Shape]:
    """A smaller picture with a thin line around it."""
    rect = (x, y, drawing.frame.width * by, drawing.frame.height * by)
    pen = Pen(Paint("line"), max(0.002 * rect[3], 0.5))
    return [Placed(x, y, scaled(drawing.shapes, by)), Box(rect, None, pen)]


def _blank(shapes: Sequence[Shape]) -> tuple[Shape, ...]:
    """Without the question marks: their places are to be filled in."""
    made: list[Shape] = []
    for shape in shapes:
        if isinstance(shape, Words) and shape.text == ASKED:
            continue
        inside = isinstance(shape, Placed)
        made.append(Placed(shape.x, shape.y, _blank(shape.shapes)) if inside else shape)  # type: ignore[union-attr]
    return tuple(made)


def _paragraphs(
    text: str, x: float, y: float, width: float, height: float, size: float
) -> list[Shape]:
    """Lines of at most ``width``; in smaller letters, where there are too many of them."""
    while True:
        lines = [line for part in text.split("\n") for line in (broken(part, size, width) or [""])]
        if len(lines) * _LINE * size <= height or size < 0.016 * height:
            break
        size *= 0.94
    return [
        Words(x, y + (k + 0.5) * _LINE * size, words(line), size, INK)
        for k, line in enumerate(lines)
        if line
    ]


def page_frame(width: float, height: float, like: Frame) -> Frame:
    """A page of paper in the language of a screen."""
    return Frame(width, height, height * _NOTES, Audience.PAPER, like.speech)
