"""The loss by step."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from gd_visualizer.descent.commands import display as showing
from gd_visualizer.descent.commands.data import generate
from gd_visualizer.descent.commands.stepping import take_steps
from gd_visualizer.descent.script import clicker
from gd_visualizer.descent.state.descent import Descent
from gd_visualizer.descent.state.held_out import held_out_loss
from gd_visualizer.descent.state.state import open_lesson
from gd_visualizer.drawing.frame import Audience, Frame
from gd_visualizer.drawing.placement import crossings
from gd_visualizer.drawing.shapes import Path, Words, flat
from gd_visualizer.lesson.data import Generated
from gd_visualizer.lesson.library.built_in import BUILT_IN
from gd_visualizer.lesson.library.catalogue import load
from gd_visualizer.lesson.pictures import CURVE_PANEL
from gd_visualizer.scene.curve.curve import loss_curve, stage, thinned
from gd_visualizer.scene.curve.picture import curve_picture
from gd_visualizer.scene.plot.labels import lines_through
from gd_visualizer.scene.stage.rooms import class_frame, stage_rooms
from tests.descent.lessons import one_weight
from tests.scene.descents import after, bowl, diverged, proof


@proof(80)
@given(
    values=st.lists(st.floats(-1e6, 1e6), min_size=1, max_size=400).map(np.array),
    columns=st.integers(1, 30),
)
def test_a_thinned_curve_keeps_its_ends_and_the_extremes_of_every_column(
    values: np.ndarray, columns: int
) -> None:
    rows, kept = thinned(values, columns)
    assert len(rows) == len(kept) <= 4 * columns
    assert np.all(np.diff(rows) > 0)
    assert np.array_equal(values[rows.astype(int)], kept)
    assert (rows[0], rows[-1]) == (0, len(values) - 1)
    for part in np.array_split(np.arange(len(values)), columns):
        if len(part):
            # Cut elsewhere by a row at most, so look one row to either side.
            near = kept[(rows >= part[0] - 1) & (rows <= part[-1] + 1)]
            assert near.size
            assert near.min() <= values[part].min()
            assert near.max() >= values[part].max()


def test_a_hundred_thousand_steps_with_one_spike_keep_the_spike() -> None:
    values = np.linspace(1, 0, 100_000)
    values[54_321] = 9.0
    rows, kept = thinned(values, 1600)
    assert len(rows) <= 6400
    assert kept.max() == 9.0
    assert rows[kept.argmax()] == 54_321


@pytest.mark.parametrize("lesson", BUILT_IN)
def test_the_curve_shows_every_row_of_a_lesson(lesson: str) -> None:
    for steps in (0, 5, None):
        descent = after(lesson, steps)
        curve = loss_curve(descent)
        assert np.array_equal(curve.losses, descent.timeline.losses())
        assert curve.row == descent.row
        assert curve.x_range[0] < 0
        assert curve.x_range[1] > descent.timeline.last
        assert curve.y_range[0] < curve.losses.min()
        assert curve.y_range[1] > curve.losses.max()
        assert all(value == int(value) for value in curve.steps.values)
        for ticks, (low, high) in ((curve.steps, curve.x_range), (curve.heights, curve.y_range)):
            assert len(ticks.values) >= 2
            assert all(low <= value <= high for value in ticks.values)


@pytest.mark.parametrize(
    ("descent", "log"),
    [
        (after("many-steps"), False),
        (after("two-inputs"), False),
        (after("through-a-layer", 1), False),
        (after("learning-rate", 0), False),
        (after("learning-rate", 1), False),
        (after("learning-rate", 2), True),
        (after("learning-rate"), True),
        (diverged(), True),
    ],
)
def test_the_curve_is_by_decades_only_where_it_rises_over_a_thousandfold(
    descent: Descent, log: bool
) -> None:
    assert loss_curve(descent).log is log


def test_the_curve_of_one_row_has_room_around_it() -> None:
    curve = loss_curve(bowl(5, 5))
    assert np.array_equal(curve.losses, [0.0])
    assert curve.y_range[0] < 0 < curve.y_range[1]
    assert curve.steps.texts == ("0", "1", "2", "3", "4")


def test_the_curve_by_decades_shows_all_that_is_above_zero() -> None:
    lesson = one_weight(1 / 18)  # lands on the lowest place in one step, or next to it
    descent = take_steps(open_lesson(lesson).descent, 3, heed_stop=False)
    curve = loss_curve(descent, log=True)
    shown = curve.losses[curve.losses > 0]
    assert curve.log
    assert 0 < curve.y_range[0] < shown.min()
    assert shown.max() < curve.y_range[1]


def test_the_curve_stays_with_the_whole_descent_where_the_cursor_goes_back() -> None:
    there = after("many-steps")
    back = replace(there, timeline=there.timeline.at(3))
    curve = loss_curve(back)
    assert (curve.row, len(curve.losses)) == (3, 41)
    assert curve.y_range == loss_curve(there).y_range


def test_the_axis_of_steps_grows_in_stages_of_at_most_a_third() -> None:
    for steps in range(4, 20_000):
        assert steps <= stage(steps) <= steps * 4 / 3 + 1
        assert stage(steps) <= stage(steps + 1)


def test_by_decades_a_line_that_leads_to_a_loss_of_0_is_dashed_and_the_axis_says_log() -> None:
    state = open_lesson(load("learning-rate"))
    for _ in range(8):
        state = clicker.forward(state)
    assert state.descent.moment.loss == 0
    for log in (True, False):
        made = curve_picture(showing.set_log_loss(state, log), Frame(600, 400, 20, Audience.SCREEN))
        lines = {"past": list[Path](), "to zero": list[Path]()}
        for shape in flat(made.drawing.shapes):
            if isinstance(shape, Path) and shape.name in lines:
                lines[str(shape.name)].append(shape)
        falls = [np.ptp(path.points[:, 1]) for path in lines["past"]]
        assert (max(falls) > 1) is not log
        assert [bool(path.pen and path.pen.dashes) for path in lines["to zero"]] == [True] * log
        said = [shape.text for shape in flat(made.drawing.shapes) if isinstance(shape, Words)]
        assert ("loss (log)" in said) is log
        assert "rate 1/18: loss 0" in said


@pytest.mark.parametrize("kind", ["circle", "two spirals", "xor", "over or under"])
def test_the_testing_loss_stands_on_its_own_side_of_the_loss_before_a_class(kind: str) -> None:
    start = generate(open_lesson(load("two-clouds")), Generated(kind, 200, 0.2, 1))
    frame = class_frame(1280, 720)
    for steps in (0, 1, 10, 50):
        state = replace(start, descent=take_steps(start.descent, steps))
        room = stage_rooms(frame, state.display.panels).frame_of(CURVE_PANEL)
        made = curve_picture(state, room)
        heights = {w.name: w.y for w in made.drawing.shapes if isinstance(w, Words)}
        tested = held_out_loss(state.descent)
        assert tested is not None
        loss, area = state.descent.moment.loss, made.area
        assert area is not None
        apart = area.place(0, loss)[1] - area.place(0, tested)[1]
        if abs(apart) > frame.em:  # else both lie at one place
            assert (heights["testing"] < heights["loss"]) == (apart > 0), (kind, steps)


def test_labels_of_both_losses_are_clear_of_both_lines_where_there_is_room_above() -> None:
    state = open_lesson(load("two-clouds"))
    for _ in range(3):
        state = clicker.forward(state)
    room = stage_rooms(class_frame(1280, 720), state.display.panels).frame_of(CURVE_PANEL)
    shapes = list(flat(curve_picture(state, room).drawing.shapes))
    ways = [
        one.points for one in shapes if isinstance(one, Path) and one.name in ("past", "testing")
    ]
    said = [one for one in shapes if isinstance(one, Words) and one.name in ("loss", "testing")]
    assert len(ways) == len(said) == 2
    lines = np.concatenate([lines_through(points) for points in ways])
    for one in said:
        left, top, wide, high = one.rect
        assert not crossings(np.array([[left, top, left + wide, top + high]]), lines).any(), one
