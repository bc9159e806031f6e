"""Steps of some of the points, as the window shows them."""

import pytest
from PySide6.QtWidgets import QLabel

from gd_visualizer.descent.commands import descent as commands
from gd_visualizer.descent.commands.display import select_point
from gd_visualizer.descent.state.shown_step import shown_rows
from gd_visualizer.descent.state.state import State, open_lesson
from gd_visualizer.drawing.shapes import Box, Dots
from gd_visualizer.scene.explanation.block import Target
from gd_visualizer.scene.explanation.of_state import explanation
from gd_visualizer.scene.sentences import sentence
from gd_visualizer.view.points.chooser import PointChooser
from gd_visualizer.view.points.view import PointsView
from gd_visualizer.view.widgets.buttons import Button
from gd_visualizer.view.wishes import UNHEARD
from tests.descent.lessons import make, tanh_network
from tests.view.shown import named, row_of


def at_slopes(state: State) -> State:
    return commands.advance(commands.advance(commands.advance(state)))


@pytest.fixture
def slopes() -> State:
    return at_slopes(commands.step(open_lesson(tanh_network(batch_size=6)), 4))


def others(state: State) -> list[int]:
    rows = shown_rows(state.descent)
    assert rows is not None
    return [point for point in range(20) if point not in rows]


def test_the_chooser_says_whether_the_point_makes_the_step_and_goes_through_those(
    qtbot, slopes: State
) -> None:
    asked: list[int] = []
    chooser = PointChooser(UNHEARD._replace(select_point=asked.append))
    qtbot.addWidget(chooser)
    chooser.sync(slopes, None)
    rows = shown_rows(slopes.descent)
    assert rows is not None
    label = chooser.findChild(QLabel, "quiet").text
    assert label() == f"point {slopes.display.point + 1} of 20, in this step"
    named(chooser, Button, "The next point").click()
    assert asked == [int(rows[rows > slopes.display.point][0])]
    chooser.sync(select_point(slopes, int(rows[0])), slopes)
    assert not named(chooser, Button, "The point before").isEnabled()
    chooser.sync(select_point(slopes, others(slopes)[0]), slopes)
    assert label().endswith(", not in this step")
    chooser.sync(open_lesson(tanh_network()), slopes)
    assert label() == "point 1 of 20"


def test_dots_mark_the_step_s_points_and_the_chosen_one_is_seen(qtbot, slopes: State) -> None:
    points = PointsView(UNHEARD)
    qtbot.addWidget(points)
    points.resize(500, 600)
    points.sync(slopes, None)
    rows = shown_rows(slopes.descent)
    assert rows is not None
    assert all(row_of(points, point) for point in range(20))
    marked = [point for point in range(20) if is_marked(points, point)]
    assert marked == rows.tolist()
    points.resize(500, 200)
    last = int(rows[-1])
    for state in (slopes, select_point(slopes, last), select_point(slopes, others(slopes)[-1])):
        points.sync(state, None)
        assert row_of(points, state.display.point)
        assert not all(row_of(points, point) for point in range(20))


def is_marked(points: PointsView, point: int) -> bool:
    """Whether there is a dot in the row of a point."""
    assert points.drawing is not None
    shapes = points.drawing.shapes
    (row,) = [s.rect for s in shapes if isinstance(s, Box) and s.name == Target(point=point)]
    dots = [y for s in shapes if isinstance(s, Dots) for _, y in s.centers.tolist()]
    return any(row[1] < y < row[1] + row[3] for y in dots)


def test_the_explanation_says_of_a_point_that_it_is_not_in_the_step(slopes: State) -> None:
    assert "not in this step" not in explanation(slopes).subtitle.english
    assert explanation(select_point(slopes, others(slopes)[0])).subtitle.english.endswith(
        ", not in this step"
    )


def test_before_update_the_sentence_speaks_of_the_slope_that_moves_the_weight(
    qapp, slopes: State
) -> None:
    words = sentence(slopes, None).english
    assert words.startswith("Step 5 (epoch 2), slopes: the slope of w₁₁₁ over this step’s 6 points")
    moved = commands.advance(slopes).descent.moment
    assert moved.update_gradient is not None
    slope = float(words.partition(" is ")[2].partition(";")[0].replace("−", "-"))
    assert slope == pytest.approx(moved.update_gradient[0], rel=1e-3)


def test_where_the_step_goes_is_said_as_it_is(qapp) -> None:
    def text_of(state: State) -> str:
        return sentence(at_slopes(state), None).english.partition("the step ")[2]

    one = [[1.0]], [[3.0]], [0.0]
    assert text_of(open_lesson(make((1, 1), *one, 0.05))) == "goes downhill."
    assert text_of(open_lesson(make((1, 1), *one, 2.0))) == "goes downhill, but too far."
    velocity = commands.step(open_lesson(make((1, 1), *one, 0.05, "momentum")), 8)
    assert text_of(velocity).startswith("goes uphill with the velocity")
    decay = make((1, 1), [[1.0]], [[3.0]], [3.0], 0.05, "adamw", {"weight_decay": 0.9})
    assert text_of(open_lesson(decay)) == "goes uphill with the weight decay."
    apart = make((1, 1), [[1.0], [1.0], [1.0]], [[0.0], [9.0], [9.0]], [5.9], 0.1, batch_size=1)
    words = {text_of(commands.step(open_lesson(apart), k)) for k in range(1, 12)}
    assert "goes downhill for them, uphill for all 3." in words
