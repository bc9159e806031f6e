"""The points as a drawing: what is in it, and that nothing of it covers anything or is cut off."""

from itertools import combinations

import numpy as np
import pytest
from msgspec.structs import replace

from gd_visualizer.descent.commands import descent as commands
from gd_visualizer.descent.explanation.values import settled_trace
from gd_visualizer.descent.state.display import first_display
from gd_visualizer.descent.state.shown_step import shown_rows
from gd_visualizer.descent.state.state import Progress, State, open_lesson
from gd_visualizer.drawing.frame import Frame
from gd_visualizer.drawing.shapes import Box, Drawing, Path, Words
from gd_visualizer.lesson.lesson import Lesson, Phase
from gd_visualizer.lesson.library.built_in import BUILT_IN
from gd_visualizer.lesson.library.catalogue import load
from gd_visualizer.scene.explanation.block import Target
from gd_visualizer.scene.points.picture import points_drawing, with_columns_of
from gd_visualizer.scene.points.table import COLUMNS, point_sums
from gd_visualizer.scene.visibility import ALL, Visibility
from tests.descent.lessons import make, tanh_network
from tests.scene.network.shown import CLASS, PAPER, SPEECHES

SHEETS = {"usual": (1520, 770), "square": (1520, 1370), "wide": (2330, 770)}


def wide() -> Lesson:
    """Long numbers in six inputs and three outputs."""
    draw = np.random.default_rng(1)
    X, y = draw.normal(size=(5, 6)) * 1e5, draw.normal(size=(5, 3))
    return make((6, 4, 3), X, y, draw.normal(size=36))


LESSONS = {
    **{name: load(name) for name in BUILT_IN},
    "40 points": tanh_network(40),
    "3 of 30 points": tanh_network(30, batch_size=3),
    "wide": wide(),
}


def at_rest(lesson: Lesson) -> State:
    descent = open_lesson(lesson).descent
    return State(descent, first_display(lesson), Progress(reveal_by_phase=False))


def on_paper(state: State, said: str = "English", size=(1520, 770), shown=ALL) -> Drawing:
    frame = Frame(*size, 36, PAPER, SPEECHES[said])
    return points_drawing.draw(state, frame, shown, None)


def words_of(shapes) -> list[Words]:
    return [shape for shape in shapes if isinstance(shape, Words)]


def cover(a: Words, b: Words) -> bool:
    """Whether two words share more than the room above and below their letters."""
    (x, y, wide, high), (left, top, broad, tall) = a.rect, b.rect
    across = min(x + wide, left + broad) - max(x, left)
    return across > 0 and min(y + high, top + tall) - max(y, top) > 0.4 * min(high, tall)


@pytest.mark.parametrize("name", LESSONS)
def test_no_word_of_the_table_covers_another_or_reaches_out_of_the_sheet(name: str) -> None:
    for state in (at_rest(LESSONS[name]), commands.step(at_rest(LESSONS[name]), 50)):
        for said in SPEECHES:
            for size in SHEETS.values():
                every = words_of(on_paper(state, said, size).shapes)
                assert len(every) > len(COLUMNS) + 6
                for one in every:
                    left, top, wide, high = one.rect
                    assert min(left, top, size[0] - left - wide, size[1] - top - high) >= 0, (
                        one.text
                    )
                pairs = [(a.text, b.text) for a, b in combinations(every, 2) if cover(a, b)]
                assert pairs == []


def test_of_many_points_as_many_as_have_room_are_there_and_the_rest_is_counted() -> None:
    said = [one.text for one in words_of(on_paper(at_rest(tanh_network(40))).shapes)]
    (more,) = (text for text in said if text.endswith("more"))
    first = 40 - int(more.split()[1])
    assert first >= 8
    assert {str(k + 1) for k in range(first)} <= set(said)
    assert str(first + 1) not in said
    for words, value in point_sums(open_lesson(tanh_network(40)).descent).lines:
        assert {words.english, value} <= set(said)


def test_a_worksheet_holds_a_question_mark_in_the_row_that_is_asked_for_and_no_results() -> None:
    state = at_rest(load("many-points"))
    state = replace(state, display=replace(state.display, point=1))
    asked = Visibility(True, False, False, False, False, asked=Phase.ERROR)
    every = words_of(on_paper(state, shown=asked).shapes)
    (mark,) = (one for one in every if one.text == "?")
    (head,) = (one for one in every if one.text == "error")
    (row,) = (one for one in every if one.text == "2" and one.x < 200)
    assert (mark.x, mark.y) == (head.x, row.y)
    full = words_of(on_paper(state).shapes)
    gone = {one.text for one in full} - {one.text for one in every}
    assert {"−4", "16", "4.5", "mean squared error = loss"} <= gone


def test_a_bar_stands_before_each_of_the_step_s_points_and_below_for_their_name() -> None:
    state = at_rest(tanh_network(8, batch_size=3))
    made = on_paper(state)
    rows = shown_rows(state.descent)
    assert rows is not None
    places = {one.text: one.y for one in words_of(made.shapes)[:60] if one.text.isdigit()}
    bars = [s for s in made.shapes if isinstance(s, Path) and s.pen and s.pen.paint.role == "now"]
    *found, name = (float(bar.points[:, 1].mean()) for bar in bars)
    assert found == pytest.approx([places[str(row + 1)] for row in rows])
    (said,) = (one for one in words_of(made.shapes) if one.text == "this step’s 3 points")
    assert name == pytest.approx(said.y)
    assert not [s for s in on_paper(at_rest(tanh_network(8))).shapes if s in bars]


def test_columns_made_for_several_states_stay_from_one_to_the_next() -> None:
    first = at_rest(load("two-inputs"))
    states = [first, *(commands.step(first, count) for count in (3, 40))]
    maker, frame = with_columns_of(states, ALL), Frame(1520, 770, 36, PAPER)
    drawn = [words_of(maker.draw(state, frame, ALL, None).shapes) for state in states]
    places = [[(one.x, one.y, one.size) for one in every] for every in drawn]
    assert places[0] == places[1] == places[2]
    alone = [words_of(on_paper(state).shapes)[0].x for state in states]
    assert len(set(alone)) > 1


@pytest.mark.parametrize("batch", [None, 3])
def test_of_many_points_a_screen_shows_the_first_the_worst_the_step_s_and_the_chosen(batch) -> None:
    state = at_rest(tanh_network(40, batch_size=batch))
    state = replace(state, display=replace(state.display, point=33))
    descent, step = state.descent, shown_rows(state.descent)
    losses = settled_trace(descent.lesson, descent.moment.theta, np.arange(40)).losses.sum(axis=1)
    for speech in SPEECHES.values():
        made = points_drawing.draw(state, Frame(900, 400, 25, CLASS, speech), ALL, None)
        targets = [one.name for one in made.shapes if isinstance(one, Box)]
        rows = [target.point for target in targets if isinstance(target, Target)]
        assert rows == sorted(rows)
        assert {0, 33, *np.argsort(-losses)[:2].tolist()} <= set(rows)
        assert step is None or set(step.tolist()) <= set(rows)
        (more,) = (one.text for one in words_of(made.shapes) if one.text.startswith("… "))
        assert str(40 - len(rows)) in more
        boxes = {b.name.point: b.rect for b in made.shapes if isinstance(b, Box) and b.name}
        jumps = [boxes[row][1] for row, last in zip(rows[1:], rows, strict=False) if row > last + 1]
        lines = [one.points[0, 1] for one in made.shapes if isinstance(one, Path)]
        assert jumps
        assert all(min(abs(y - at) for y in lines) < 1 for at in jumps)
        assert ("largest errors" in more) is (speech is SPEECHES["English"])
