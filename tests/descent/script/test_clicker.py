"""The clicker: a press performs a whole beat, a press back undoes it, prediction asks first."""

import pytest
from msgspec.structs import replace

from gd_visualizer.descent.commands import (
    descent as commands,
)
from gd_visualizer.descent.commands import (
    display as showing,
)
from gd_visualizer.descent.commands import (
    kept_runs as kept,
)
from gd_visualizer.descent.script import clicker, script
from gd_visualizer.descent.state.state import State, open_lesson
from gd_visualizer.lesson.beats import Beat, Step
from gd_visualizer.lesson.lesson import Phase, Stop
from gd_visualizer.lesson.library.built_in import BUILT_IN
from gd_visualizer.lesson.library.catalogue import load
from gd_visualizer.lesson.pictures import SLOPE
from gd_visualizer.lesson.rate import typed_rate
from gd_visualizer.scene.visibility import visibility
from tests.descent.lessons import one_weight


def opened(name: str) -> State:
    return open_lesson(load(name))


def pressed(state: State, times: int = 1) -> State:
    for _ in range(times):
        state = clicker.forward(state)
    return state


def same(one: State, other: State) -> bool:
    """Whether both show the same."""
    a, b = one.descent, other.descent
    return (
        (one.display, one.progress) == (other.display, other.progress)
        and (a.phase, a.row, a.settings) == (b.phase, b.row, b.settings)
        and a.moment.theta.tobytes() == b.moment.theta.tobytes()
        and [run.beat for run in a.kept] == [run.beat for run in b.kept]
    )


@pytest.mark.parametrize("lesson", BUILT_IN)
def test_every_beat_of_a_lesson_is_undone_whole_and_in_order(lesson: str) -> None:
    states = [opened(lesson)]
    while not clicker.at_end(states[-1]):
        states.append(clicker.forward(states[-1]))
        assert states[-1] is not states[-2]
    assert len(states) == len(states[0].descent.lesson.beats) + 1
    now = states[-1]
    for state in reversed(states[:-1]):
        now = clicker.backward(now)
        assert same(now, state)
    assert clicker.backward(now) is now
    assert clicker.at_start(now)


def test_the_lesson_on_weights_sets_them_by_beats() -> None:
    state = pressed(opened("change-weights"), 3)
    assert state.descent.moment.theta.tolist() == [1, -1, 1, 1, 3, -2]
    assert state.descent.phase == Phase.ERROR
    assert state.descent.moment.loss == 0


def test_the_lesson_on_rates_goes_from_1_over_a_ninth_to_an_eighteenth() -> None:
    state, seen = opened("learning-rate"), []
    while not clicker.at_end(state):
        state = clicker.forward(state)
        rate, loss = state.descent.settings.rate.text, state.descent.moment.loss
        seen.append((rate, round(loss, 6)))
    assert seen[:3] == [("1", 16), ("1", 4624), ("1", 4624 * 17**2)]
    assert seen[3:6] == [("1/9", 16), ("1/9", 16), ("1/9", 16)]
    assert seen[6:8] == [("1/18", 16), ("1/18", 0)]


def test_a_run_goes_to_the_lesson_s_stop_or_is_left_to_the_caller() -> None:
    state = pressed(opened("many-steps"), 3)
    assert clicker.forward(state).descent.row == 40
    left, going = clicker.begun(state)
    assert left.descent.row == state.descent.row
    assert going == clicker.Going(beat=4, at=0, last=40)
    arrived, more = clicker.gone_on(clicker.finish(left, going.last), going)
    assert same(arrived, clicker.forward(state))
    assert more is None


def test_whole_steps_by_hand_along_the_same_way_count_as_the_beats_they_equal() -> None:
    state = commands.step(pressed(opened("slope"), 2))
    assert script.caption(state) == state.descent.lesson.beats[3].text
    assert clicker.at_end(state)
    state = commands.step(commands.step(pressed(opened("many-steps"), 2)))
    assert script.place(state) == 3
    assert clicker.forward(state).descent.row == 40


def test_from_off_the_script_a_press_goes_on_from_the_last_beat_and_one_back_returns_to_it() -> (
    None
):
    on = pressed(opened("two-inputs"), 3)
    for strayed in (
        commands.drop(commands.drag(on, {"w1_1_1": 3.0})),
        commands.set_learning_rate(on, typed_rate("0.3")),
        commands.step(on, 4),
        commands.restart(on, 5),
    ):
        assert script.place(strayed) is None
        assert script.caption(strayed) == ""
        assert same(clicker.forward(strayed), clicker.forward(on))
        assert same(clicker.backward(strayed), on)


def test_runs_that_a_person_keeps_stay_when_a_press_leads_back_to_the_script() -> None:
    on = pressed(opened("learning-rate"), 4)
    strayed = kept.keep(commands.step(commands.set_learning_rate(on, typed_rate("0.3")), 2))
    state = clicker.forward(strayed)
    assert [run.beat for run in state.descent.kept] == [4, 0]
    state = clicker.backward(clicker.backward(state))
    assert [run.beat for run in state.descent.kept] == [0]


def test_a_beat_of_very_many_steps_is_not_worked_out_to_find_a_place() -> None:
    lesson = replace(load("many-steps"), beats=(Beat((Step(1_000_000),), "Far."), Beat()))
    lesson = replace(lesson, stop=Stop(steps=3_000))
    state = open_lesson(lesson)
    assert script.place(commands.step(state, 3_000)) is None
    there = clicker.forward(state)
    assert script.place(there) == 1
    assert script.caption(there) == "Far."
    assert same(clicker.backward(commands.drag(there, {"w1_1_1": 1.0})), there)
    strayed = commands.drop(commands.drag(there, {"w1_1_1": 1.0}))
    assert same(clicker.backward(strayed), there)


def test_a_lesson_knows_the_way_back_over_no_more_lessons_than_a_lecture_has() -> None:
    state = opened("baseline")
    for _ in range(40):
        state = clicker.follow(opened("slope"), state)
    lessons = 0
    while not clicker.at_start(state):
        state = clicker.backward(state)
        lessons += 1
    assert 13 < lessons <= 20


def test_without_beats_a_press_is_a_phase() -> None:
    state = open_lesson(one_weight())
    phases = []
    for _ in range(6):
        state = clicker.forward(state)
        phases.append((state.descent.row, state.descent.phase.name))
    assert phases == [
        (0, "FORWARD"),
        (0, "ERROR"),
        (0, "SLOPES"),
        (1, "UPDATE"),
        (1, "FORWARD"),
        (1, "ERROR"),
    ]
    for _ in range(6):
        state = clicker.backward(state)
    assert (state.descent.row, state.descent.phase) == (0, Phase.START)


@pytest.mark.parametrize("beats", [True, False])
def test_predicting_asks_for_each_result_before_it_is_shown(beats: bool) -> None:
    state = opened("two-inputs") if beats else open_lesson(one_weight())
    state = showing.set_predict(state, True)
    start = state
    for phase in (Phase.FORWARD, Phase.ERROR, Phase.SLOPES, Phase.UPDATE):
        before = state.descent
        state = clicker.forward(state)
        assert state.progress.asked == phase
        assert state.descent is before  # nothing has moved
        assert clicker.backward(state).descent is before
        assert clicker.backward(state).progress.asked is None
        state = clicker.forward(state)
        assert state.progress.asked is None
        assert state.descent.phase == phase
    assert state.descent.row == 1
    while state.descent.phase != Phase.START:
        back = clicker.backward(state)
        assert back is not state
        state = back
    assert state.descent.moment.theta.tolist() == start.descent.moment.theta.tolist()
    assert (state.descent.row, state.progress.asked) == (0, None)


def test_a_beat_of_two_phases_asks_for_the_second_and_is_undone_whole() -> None:
    start = showing.set_predict(opened("change-weights"), True)
    asked = clicker.forward(start)
    assert (asked.descent.phase, asked.progress.asked) == (Phase.FORWARD, Phase.ERROR)
    done = clicker.forward(asked)
    assert (done.descent.phase, done.progress.asked) == (Phase.ERROR, None)
    assert same(clicker.backward(done), start)
    assert same(clicker.backward(asked), start)


def test_anything_else_that_is_done_ends_the_question() -> None:
    asked = clicker.forward(showing.set_predict(opened("slope"), True))
    assert commands.step(asked).progress.asked is None
    assert commands.drag(asked, {"w1_1_1": 1.0}).progress.asked is None


def test_the_next_lesson_is_undone_too() -> None:
    before = pressed(opened("baseline"), 3)
    assert clicker.at_end(before)
    after = clicker.follow(opened("change-weights"), before)
    assert clicker.backward(after) is before


def test_a_drag_on_its_way_is_left_by_a_press_and_by_a_press_back() -> None:
    state = pressed(opened("slope"))
    dragging = commands.drag(state, {"w1_1_1": 1.0})
    assert clicker.backward(dragging).descent.moment.theta.tolist() == [2.0]
    assert same(clicker.forward(dragging), clicker.forward(state))


def test_a_beat_whose_question_was_let_go_is_done_whole_and_undone_whole() -> None:
    start = showing.set_predict(opened("change-weights"), True)
    switched_off = showing.set_predict(clicker.forward(start), False)
    done = clicker.forward(switched_off)
    assert (done.descent.phase, script.place(done)) == (Phase.ERROR, 1)
    start = showing.set_predict(start, False)
    assert same(clicker.backward(done), start)
    assert same(clicker.backward(switched_off), start)


def test_while_results_are_asked_for_a_weight_that_is_moved_shows_none() -> None:
    state = showing.set_predict(opened("slope"), True)
    state = commands.drag(clicker.forward(state), {"w1_1_1": 3.0})
    assert not visibility(state).values
    assert not visibility(commands.drop(state)).values


def test_over_one_weight_the_surface_follows_the_selection_and_a_map_keeps_its_axes() -> None:
    state = opened("two-inputs")
    assert showing.select_weight(state, "w1_2_1").display.axes == ("w1_1_1", "w1_2_1")
    over_one = showing.show_surface(state, SLOPE)
    assert showing.select_weight(over_one, "w1_2_1").display.axes == ("w1_2_1", "w1_1_1")


def test_predicting_asks_for_the_lowest_place_before_the_light() -> None:
    state = showing.set_predict(opened("dark-field"), True)
    while not state.progress.seeking:
        assert state.display.dark
        before, state = state, clicker.forward(state)
    assert state.display.dark
    assert clicker.next_beat(state) is clicker.next_beat(before)
    assert same(clicker.backward(state), before)
    assert not commands.step(state).progress.seeking
    lit = clicker.forward(showing.guess_lowest(state, {"w1_1_1": 1.0, "w2_1_1": 2.0}))
    assert not lit.display.dark
    assert not lit.progress.seeking
    assert dict(lit.display.guess.values) == {"w1_1_1": 1.0, "w2_1_1": 2.0}
    assert same(clicker.backward(lit), before)


@pytest.mark.parametrize("lesson", ["dark-field", "descent-1d"])
def test_a_question_asked_by_hand_is_answered_by_the_next_press_and_left_by_one_back(
    lesson: str,
) -> None:
    """No beat is begun, skipped or taken back for it."""
    state = showing.set_predict(pressed(opened(lesson), 1), True)
    state = showing.set_dark(state, True)
    asked = showing.switch_light(state)
    assert (asked.progress.seeking, asked.display.dark) == ("hand", True)
    lit = clicker.forward(asked)
    assert (lit.progress.seeking, lit.display.dark) == ("", False)
    assert lit.progress.beat == state.progress.beat
    assert lit.descent is state.descent
    for left in (clicker.backward(asked), showing.leave_question(asked)):
        assert (left.progress.seeking, left.display.dark) == ("", True)
        assert left.descent is state.descent
    while state.progress.asked is None and not state.progress.seeking:
        state = clicker.forward(state)
    assert showing.leave_question(state) is state  # a beat's own question stays
    if state.progress.asked:
        assert not showing.switch_light(state).progress.seeking


def test_a_question_by_hand_is_one_also_after_one_of_a_beat_was_left_open() -> None:
    state = showing.set_predict(opened("descent-1d"), True)
    while state.progress.asked is None:
        state = clicker.forward(state)
    state = showing.set_dark(commands.step(state), True)
    asked = showing.switch_light(state)
    assert asked.progress.seeking == "hand"
    assert not showing.leave_question(asked).progress.seeking
    lit = clicker.forward(asked)
    assert (lit.display.dark, lit.progress.beat) == (False, state.progress.beat)


@pytest.mark.parametrize("rate", ["0.01", "0.1"])
def test_a_reset_by_hand_begins_the_lesson_anew_at_any_rate(rate: str) -> None:
    state = commands.step(open_lesson(load("slope")))
    state = commands.set_learning_rate(state, typed_rate(rate))
    state = script.settled(clicker.reset(script.settled(state)))
    assert script.performed(state) == 0
    assert script.caption(clicker.forward(state)).startswith("3 × 2 = 6")


def test_off_the_script_after_its_last_beat_a_press_leads_back_before_the_next_lesson() -> None:
    state = script.settled(commands.step(open_lesson(load("slope"))))
    assert clicker.at_end(state)
    strayed = commands.drop(commands.drag(state, {"w1_1_1": 5.0}))
    assert not clicker.at_end(strayed)
    back = clicker.forward(strayed)
    assert clicker.at_end(back)
    assert back.descent.moment.theta.tolist() == [2.24]
