"""Pages around the slides: the lecturer's notes, and a handout with its answers."""

from collections.abc import Sequence
from itertools import chain, repeat

from gd_visualizer.drawing.frame import Audience, Frame
from gd_visualizer.drawing.lines import fitted
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
from gd_visualizer.drawing.typeface import width_of
from gd_visualizer.scene.explanation.of_state import own_words
from gd_visualizer.scene.explanation.parts import ASKED
from gd_visualizer.scene.slides.answers import answers
from gd_visualizer.scene.slides.deck import Asked, Slide
from gd_visualizer.text.message import message

PER_PAGE = 4
INK, MUTED = Paint("ink"), Paint("muted")
_MARGIN, _GAP = 0.04, 0.03  # of a page's height
_TITLE, _NOTES, _SMALL = 0.042, 0.042, 0.02  # letters, of its height
_LINE = 1.45
_LEAST = 0.016  # of the height that there is for notes


def notes_page(slide: Slide, frame: Frame) -> Drawing:
    """The slide small, and beside it what its beat's notes say, in letters as large as fit."""
    margin, high = _MARGIN * frame.height, frame.height
    wide = 0.42 * frame.width
    by = wide / slide.stage.drawing.frame.width
    lesson = slide.state.descent.lesson
    title = f"{slide.number}  {frame.speech.words(own_words(lesson, lesson.title))}"
    shapes: list[Shape] = [
        Words(margin, margin + _TITLE * high, words(title), _TITLE * high, INK, "bold"),
        *_framed(slide.stage.drawing, margin, 3.4 * margin, by),
    ]
    left = 2 * margin + wide
    room = frame.width - left - margin
    said = frame.speech.words(own_words(lesson, slide.beat.notes)) if slide.beat else ""
    shapes += _paragraphs(said, left, 3.4 * margin, room, high - 4.4 * margin, _NOTES * high)
    return Drawing(frame, tuple(shapes))


def handout_page(page: Sequence[Asked], number: int, frame: Frame) -> Drawing:
    """Up to four questions with their results left blank, each below its number."""
    margin, gap, size = _MARGIN * frame.height, _GAP * frame.height, _SMALL * frame.height
    above = _LINE * size
    screen = page[0].slide.stage.drawing.frame
    room = frame.width - 2 * margin - gap, frame.height - 2.6 * margin - gap - 2 * above
    by = min(room[0] / 2 / screen.width, room[1] / 2 / screen.height)
    wide, high = screen.width * by, screen.height * by
    left = (frame.width - 2 * wide - gap) / 2
    shapes: list[Shape] = []
    for k, one in enumerate(page):
        x, y = left + (k % 2) * (wide + gap), margin + (k // 2) * (above + high + gap) + above
        drawing = one.slide.stage.drawing
        shapes += _framed(Drawing(drawing.frame, _blank(drawing.shapes)), x, y, by)
        numeral = words(str(one.slide.number))
        shapes.append(Words(x, y - above / 2, numeral, size, INK, "bold"))
    shapes.append(_foot(frame, number))
    return Drawing(frame, tuple(shapes))


def answers_page(asked: Sequence[Asked], number: int, frame: Frame) -> Drawing:
    """What belongs into the blanks, by the numbers of the questions; pictures at the right."""
    margin, size = _MARGIN * frame.height, _NOTES * frame.height
    title = words(frame.speech.words(message("Answers")))
    shapes: list[Shape] = [
        Words(margin, margin + size, title, _TITLE * frame.height, INK, "bold"),
        _foot(frame, number),
    ]
    lights = [one for one in asked if one.light]
    lines = [
        (str(one.slide.number) if first else "", text)
        for one in asked
        for first, text in zip(
            chain([True], repeat(False)), answers(one, frame.speech), strict=False
        )
    ]
    top = 3.4 * margin
    columns = 2 if len(lines) * _LINE * size > frame.height - 2 * margin - top and not lights else 1
    rows = -(-len(lines) // columns)
    size = min(size, (frame.height - 2 * margin - top) / max(rows, 1) / _LINE)
    room = frame.width * (0.46 if lights or columns == 2 else 1) - 2 * margin - 2 * size
    widest = max(width_of(text, size, "semibold") for _, text in lines)
    size = min(size, size * room / widest)
    for k, (numeral, text) in enumerate(lines):
        x, y = margin + (k // rows) * frame.width / 2, top + (k % rows) * _LINE * size
        shapes.append(Words(x, y, words(numeral), size, MUTED))
        shapes.append(Words(x + 2 * size, y, words(text), size, INK, "semibold"))
    return Drawing(frame, (*shapes, *_pictures(lights, top, frame)))


def _pictures(lights: Sequence[Asked], top: float, frame: Frame) -> list[Shape]:
    """Results that are pictures, one below the other at the right."""
    margin, gap, size = _MARGIN * frame.height, _GAP * frame.height, _SMALL * frame.height
    shapes: list[Shape] = []
    for k, one in enumerate(lights):
        if one.light:
            drawing = one.light.stage.drawing
            each = (frame.height - 2 * margin - top) / len(lights) - gap
            by = min(0.48 * frame.width / drawing.frame.width, each / drawing.frame.height)
            x, y = frame.width - margin - drawing.frame.width * by, top + k * (each + gap)
            shapes += _framed(drawing, x, y, by)
            numeral = words(str(one.slide.number))
            shapes.append(Words(x, y - _LINE / 2 * size, numeral, size, INK, "bold"))
    return shapes


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
    sizes = [size]
    while sizes[-1] >= _LEAST * height:
        sizes.append(sizes[-1] * 0.94)
    size, lines = fitted(text, (width, height), sizes, _LINE)
    return [
        Words(x, y + (k + 0.5) * _LINE * size, words(line), size, INK)
        for k, line in enumerate(lines)
        if line
    ]


def page_frame(width: float, height: float, like: Frame) -> Frame:
    """A page of paper in the language of a screen."""
    return Frame(width, height, height * _NOTES, Audience.PAPER, like.speech)
