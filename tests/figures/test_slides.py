"""A lesson as slides: what the class sees, page by page; its notes; a handout and its answers."""

import io
import re
import subprocess
import sys

import pytest
from msgspec.structs import replace
from PIL import Image

from gd_visualizer.descent.script import clicker
from gd_visualizer.descent.state.state import open_lesson
from gd_visualizer.drawing.frame import Frame
from gd_visualizer.drawing.shapes import Words, flat
from gd_visualizer.figures.slides import Deck, Page, as_pdf, as_pictures, names, pages
from gd_visualizer.lesson.beats import Advance, Run, Step
from gd_visualizer.lesson.lesson import Phase
from gd_visualizer.lesson.library.built_in import BUILT_IN
from gd_visualizer.lesson.library.catalogue import load
from gd_visualizer.scene.explanation.of_state import asked_chip
from gd_visualizer.scene.sentences import sentence
from gd_visualizer.scene.slides.deck import slides
from gd_visualizer.scene.slides.worksheet import worksheet
from tests.german import GERMAN

SIZE = 640, 360
GROUPS = re.compile(r"\b\d{2,3}(\.\d{3})+\b")


def texts(page: Page) -> list[str]:
    return [shape.text for shape in flat(page.drawing.shapes) if isinstance(shape, Words)]


def count(pdf: bytes) -> int:
    """How many pages it has."""
    return len(re.findall(rb"/Type /Page[^s]", pdf))


def pdf(deck: Deck) -> bytes:
    return b"".join(as_pdf(deck))


@pytest.mark.parametrize("name", BUILT_IN)
def test_there_is_a_page_for_the_start_and_for_every_beat_with_its_sentence(name) -> None:
    lesson = load(name)
    found = list(pages(Deck(lesson, SIZE)))
    assert len(found) == len(lesson.beats) + 1
    state = open_lesson(lesson)
    for page, beat in zip(found[1:], lesson.beats, strict=True):
        state = clicker.forward(state)
        assert page.slide is not None
        assert page.slide.state.descent.moment.theta.tolist() == state.descent.moment.theta.tolist()
        said = " ".join(texts(page))
        assert all(word in said for word in beat.text.split())


def test_a_pdf_has_all_pages_and_is_the_same_on_repeat() -> None:
    lesson = load("slope")
    made = pdf(Deck(lesson, SIZE))
    assert made == pdf(Deck(lesson, SIZE))
    assert made.startswith(b"%PDF")
    assert count(made) == 5
    assert count(pdf(Deck(lesson, SIZE, notes=True))) == 9
    assert count(pdf(Deck(lesson, SIZE, handout=True))) == 2


def test_pictures_have_the_size_that_is_asked_for() -> None:
    for picture in as_pictures(Deck(load("loss-surface"), SIZE), ".png"):
        assert Image.open(io.BytesIO(picture)).size == SIZE


def test_notes_stand_on_the_page_after_their_slide() -> None:
    lesson = load("many-steps")
    found = list(pages(Deck(lesson, SIZE, notes=True)))
    assert [page.slide is not None for page in found] == [True] + [True, False] * len(lesson.beats)
    for beat, page in zip(lesson.beats, found[2::2], strict=True):
        assert beat.notes.split() == " ".join(texts(page)).split()[-len(beat.notes.split()) :]


@pytest.mark.parametrize("name", BUILT_IN)
def test_in_german_no_number_has_a_decimal_point(name: str) -> None:
    for page in pages(Deck(load(name), SIZE, speech=GERMAN)):
        said = [GROUPS.sub("", text) for text in texts(page)]
        assert not [text for text in said if re.search(r"\d\.\d", text)]


def handout(name: str) -> list[list[str]]:
    return [texts(page) for page in pages(Deck(load(name), SIZE, handout=True))]


def answered(name: str) -> list[str]:
    """What the last page says after the names of the results."""
    *_, last = handout(name)
    return [text.partition(": ")[2] for text in last if ": " in text]


def test_a_handout_leaves_results_blank_and_gives_them_at_the_end() -> None:
    *questions, answers = handout("slope")
    asked = [text for page in questions for text in page]
    assert "?" not in asked
    assert {"3 × 2", "0.01", "2"} <= set(asked)
    assert [text for text in answers if ":" in text] == [
        "the prediction: 6",
        "error: −4",
        "slope of w: −24",
        "new w: 2.24",
    ]


@pytest.mark.parametrize("name", BUILT_IN)
def test_no_question_of_a_handout_gives_away_an_answer(name: str) -> None:
    *questions, _ = handout(name)
    asked = {text.strip("()") for page in questions for text in page}
    telling = {answer for answer in answered(name) if len(answer) > 3}
    assert not telling & asked
    assert not [text for text in asked if "next press" in text]


@pytest.mark.parametrize("name", BUILT_IN)
def test_a_handout_asks_for_every_result_once(name: str) -> None:
    lesson = load(name)
    found = worksheet(lesson)
    asked = [(one.state.progress.asked, one.beat.text) for one in found]
    assert len(set(asked)) == len(asked)
    moving = [b for b in lesson.beats if any(isinstance(a, Step | Run | Advance) for a in b.do)]
    assert {beat.text for beat in moving} <= {one.beat.text for one in found}
    assert len(answered(name)) >= len(found)


def test_in_the_dark_a_handout_asks_where_it_is_lowest_and_shows_the_light_at_the_end() -> None:
    *questions, answers = handout("dark-field")
    asked = " ".join(text for page in questions for text in page)
    assert asked.count("Mark it on the map.") == 1
    assert "Light:" not in asked
    assert [text for text in answers if text.startswith("lowest place")] == [
        "lowest place: w₁ = −1.26, w₂ = −1.63, loss 0.0001092",
        "lowest place: w₁ = 1.26, w₂ = 1.63, loss 0.0001092",
    ]
    assert "Light:" in " ".join(answers)


def test_what_a_lesson_asks_and_what_is_blank_are_one_quantity() -> None:
    for name in BUILT_IN:
        for one in worksheet(load(name)):
            if one.state.progress.asked == Phase.SLOPES:
                assert asked_chip(one.state).caption.english in sentence(one.state, None).english


def test_slides_are_made_where_there_is_no_qt() -> None:
    code = (
        "import sys\n"
        "for name in ('PySide6', 'shiboken6', 'pyqtgraph', 'OpenGL'): sys.modules[name] = None\n"
        "from gd_visualizer.figures.slides import Deck, as_pictures\n"
        "from gd_visualizer.lesson.library.catalogue import load\n"
        "print(len(list(as_pictures(Deck(load('slope'), (320, 180)), '.png'))))\n"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "5"


def test_file_names_sort_in_the_order_of_the_pages() -> None:
    found = names(120, ".svg")
    assert found[0] == "001.svg"
    assert list(found) == sorted(found)


def test_a_lesson_without_beats_has_the_phases_of_three_steps_and_its_end() -> None:
    lesson = replace(load("circle"), beats=())
    made = [slide.state.descent for slide in slides(lesson, Frame(640, 360, 12))]
    assert [one.row for one in made] == [0, 0, 0, 0, 1, 1, 1, 1, 2, 2, 2, 2, 3, 200]
