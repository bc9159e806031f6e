"""The explanation's drawing: inside of its frame at every beat, each number on its chip."""

import pytest

from gd_visualizer.drawing.frame import Frame
from gd_visualizer.drawing.hit import name_at
from gd_visualizer.drawing.shapes import Box, Drawing, Words
from gd_visualizer.lesson.library.built_in import BUILT_IN
from gd_visualizer.scene.explanation.block import Target
from gd_visualizer.scene.explanation.chips import chips, fitted_chips
from gd_visualizer.scene.explanation.lines import keys
from gd_visualizer.scene.explanation.of_state import explanation
from gd_visualizer.scene.explanation.parts import Chip, Sign
from gd_visualizer.scene.explanation.picture import explanation_drawing
from gd_visualizer.scene.explanation.reserved_widths import ReservedWidths
from gd_visualizer.text.message import Message
from gd_visualizer.text.speech import ENGLISH
from tests.scene.shown import GERMAN, along_the_beats

WINDOWS = [(1440, 14), (830, 14), (1300, 28)]  # px wide, and an em


def drawings(lesson: str) -> list[Drawing]:
    """Of every beat, in every window and language, with all lines open."""
    shown = [explanation(state) for state in along_the_beats(lesson)]
    return [
        explanation_drawing(one, Frame(width, 0, em, speech=speech), keys(one.lines), reserved)
        for width, em in WINDOWS
        for speech in (ENGLISH, GERMAN)
        for reserved in [ReservedWidths()]
        for one in shown
    ]


@pytest.mark.parametrize("lesson", BUILT_IN)
def test_no_word_reaches_out_of_the_frame_in_any_window_and_language(lesson: str) -> None:
    for made in drawings(lesson):
        for one in made.shapes:
            if isinstance(one, Words):
                left, top, width, height = one.rect
                inside = left >= 0 and left + width <= made.frame.width + 0.01
                assert inside, (one.text, made.frame)
                assert top >= 0, (one.text, made.frame)
                assert top + height <= made.frame.height, (one.text, made.frame)


def test_what_is_clicked_on_is_what_its_chip_is_about() -> None:
    states = list(along_the_beats("through-a-layer"))
    found = set()
    for state in states:
        made = explanation_drawing(explanation(state), Frame(1440, 0, 14), set(), ReservedWidths())
        chips = [one.name for one in made.shapes if isinstance(one, Box) and one.name]
        numbers = [one for one in made.shapes if isinstance(one, Words) and one.weight == "bold"]
        hit = [name_at(made, one.x, one.y) for one in numbers]
        assert [name for name in hit if name is not None] == chips
        found |= {(one.text, name) for one, name in zip(numbers, hit, strict=True)}
    assert ("2", Target(node=(0, 0))) in found
    assert ("−32", Target(parameter="w1_1_1")) in found


def test_where_chips_are_tight_only_names_that_are_wider_than_their_numbers_are_broken() -> None:
    row = (
        Chip("−0.97374", Message("new weight")),
        Sign("·"),
        Chip("0.05", Message("learning rate")),
    )
    frame = Frame(1440, 0, 20)
    least = chips(row, frame, 1.5, 1).width
    made = fitted_chips(row, frame, 1.5, least - 1, 1.5, 1)
    said = [one.text for one in made.shapes if isinstance(one, Words)]
    assert said == ["−0.97374", "new weight", "·", "0.05", "learning", "rate"]
