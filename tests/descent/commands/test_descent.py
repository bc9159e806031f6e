"""Commands as laws: what each one does, and that it takes nothing from the past."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from gd_visualizer.core.optimizers.registry import OPTIMIZERS
from gd_visualizer.descent.commands import descent as commands
from gd_visualizer.descent.commands import display as showing
from gd_visualizer.descent.state.state import State, open_lesson
from gd_visualizer.lesson.lesson import Phase, Stop
from gd_visualizer.lesson.pictures import MAP
from gd_visualizer.lesson.rate import learning_rate, typed_rate
from tests.descent.lessons import make, one_weight, tanh_network

RATE = learning_rate(0.05)


def rows(state: State) -> list[tuple[object, ...]]:
    """Everything recorded, bit for bit."""
    timeline = state.descent.timeline
    found = []
    for row in range(timeline.length):
        chunk, at = timeline.place(row)
        optimizer = timeline.state(row)
        found.append(
            (
                timeline.theta(row).tobytes(),
                timeline.gradient(row).tobytes(),
                float(chunk.loss[at]),
                optimizer.count,
                optimizer.slots.tobytes(),
                timeline.settings(row),
            )
        )
    return found


def test_one_step_of_the_lecture_leads_from_2_to_2_24() -> None:
    state = commands.step(open_lesson(one_weight(0.01)))
    moment = state.descent.moment
    assert (moment.row, state.descent.phase) == (1, Phase.UPDATE)
    assert moment.theta[0] == 2 - 0.01 * (-24)
    assert moment.update is not None
    assert moment.update_gradient is not None
    assert (moment.update[0], moment.update_gradient[0]) == (0.24, -24)


def test_a_fraction_as_rate_is_exact_in_one_step_and_flips_for_ever() -> None:
    landed = commands.step(open_lesson(one_weight(typed_rate("1/18")))).descent.moment
    assert abs(3 * landed.theta[0] - 10) < 1e-14
    flipped = commands.step(open_lesson(one_weight(typed_rate("1/9"))), 101).descent
    errors = 3 * flipped.timeline.thetas()[:, 0] - 10
    np.testing.assert_allclose(errors, [-4, 4] * 51, rtol=1e-12)


@pytest.mark.parametrize("name", OPTIMIZERS)
@given(data=st.data())
@settings(max_examples=15, deadline=None)
def test_stepping_on_from_any_past_row_repeats_the_rows_bit_for_bit(
    name: str, data: st.DataObject
) -> None:
    batch = data.draw(st.sampled_from([None, 1, 7]))
    state = commands.step(open_lesson(tanh_network(optimizer=name, batch_size=batch)), 30)
    row = data.draw(st.integers(0, 29))
    before = rows(state)
    again = commands.step(commands.jump(state, row), 30 - row)
    assert rows(again) == before
    one_by_one = commands.jump(state, row)
    for _ in range(30 - row):
        one_by_one = commands.step(one_by_one)
    assert rows(one_by_one) == before
    assert rows(state) == before


@given(data=st.data())
@settings(max_examples=40, deadline=None)
def test_whatever_is_done_later_an_earlier_state_keeps_its_rows(data: st.DataObject) -> None:
    state = open_lesson(tanh_network(optimizer="adam"))
    kept: list[tuple[State, list[tuple[object, ...]]]] = []
    moves = {
        "step": lambda s: commands.step(s, data.draw(st.integers(1, 40))),
        "advance": commands.advance,
        "retreat": commands.retreat,
        "back": commands.back,
        "jump": lambda s: commands.jump(s, data.draw(st.integers(0, 60))),
        "reset": commands.reset,
        "restart": lambda s: commands.restart(s, data.draw(st.integers(0, 9))),
        "drag": lambda s: commands.drag(s, {"w1_1_1": data.draw(st.floats(-3, 3))}),
        "drop": commands.drop,
        "rate": lambda s: commands.set_learning_rate(s, RATE),
        "optimizer": lambda s: commands.set_optimizer(s, data.draw(st.sampled_from([*OPTIMIZERS]))),
    }
    for _ in range(data.draw(st.integers(3, 25))):
        state = moves[data.draw(st.sampled_from(sorted(moves)))](state)
        kept.append((state, rows(state)))
    for earlier, recorded in kept:
        assert rows(earlier) == recorded


@pytest.mark.parametrize("row", [0, 3])
def test_four_advances_are_one_step_and_four_retreats_undo_it(row: int) -> None:
    start = commands.step(open_lesson(tanh_network()), row) if row else open_lesson(tanh_network())
    state, phases = start, []
    for _ in range(4):
        state = commands.advance(state)
        phases.append((state.descent.row, state.descent.phase))
    assert phases == [
        (row, Phase.FORWARD),
        (row, Phase.ERROR),
        (row, Phase.SLOPES),
        (row + 1, Phase.UPDATE),
    ]
    assert rows(state) == rows(commands.step(start))
    for expected in [*phases[2::-1], (row, start.descent.phase)]:
        state = commands.retreat(state)
        assert (state.descent.row, state.descent.phase) == expected
    np.testing.assert_array_equal(state.descent.moment.theta, start.descent.moment.theta)


def test_step_from_inside_a_step_is_the_rest_of_it_and_back_its_beginning() -> None:
    start = commands.step(open_lesson(one_weight()), 2)
    inside = commands.advance(commands.advance(start))
    assert rows(commands.step(inside)) == rows(commands.step(start))
    back = commands.back(inside).descent
    assert (back.row, back.phase) == (2, Phase.UPDATE)
    assert commands.back(commands.back(start)).descent.phase == Phase.START


def test_a_lesson_that_ends_at_error_never_moves_a_weight() -> None:
    state = open_lesson(one_weight(last_phase=Phase.ERROR))
    for command in (commands.step, commands.advance, commands.advance):
        state = command(state)
    assert (state.descent.phase, state.descent.timeline.length) == (Phase.ERROR, 1)


def test_another_rate_or_optimizer_holds_from_here_on() -> None:
    first = commands.step(open_lesson(one_weight(0.01)), 3)
    second = commands.step(commands.set_learning_rate(first, RATE), 2)
    assert rows(second)[:4] == rows(first)
    assert [second.descent.timeline.settings(r).rate.value for r in range(6)] == [
        *[0.01] * 4,
        *[0.05] * 2,
    ]
    theta = first.descent.moment.theta[0]
    assert second.descent.timeline.theta(4)[0] == theta - 0.05 * 6 * (3 * theta - 10)
    adam = commands.step(commands.set_optimizer(second, "adam"), 2)
    assert rows(adam)[:6] == rows(second)
    assert [adam.descent.timeline.state(r).count for r in (5, 6, 7)] == [5, 1, 2]


def test_a_step_made_again_is_the_step_that_the_other_rate_would_have_made() -> None:
    state = commands.step(open_lesson(tanh_network(optimizer="adam")), 5)
    past = commands.set_optimizer(commands.jump(state, 3), "gradient descent")
    again = commands.step_again(past, RATE)
    instead = commands.step(commands.set_learning_rate(commands.jump(state, 2), RATE))
    assert rows(again) == rows(instead)
    assert (again.descent.row, again.descent.timeline.last) == (3, 3)
    assert (again.descent.settings.optimizer, again.descent.settings.rate) == (
        "gradient descent",
        RATE,
    )
    with pytest.raises(ValueError, match="no longer be finite"):
        commands.step_again(commands.step(open_lesson(one_weight())), learning_rate(1e300))
    inside = commands.advance(open_lesson(one_weight(0.01)))
    assert commands.step_again(inside, RATE).descent.timeline is inside.descent.timeline


def test_a_past_update_is_explained_by_the_settings_of_its_time() -> None:
    state = commands.step(open_lesson(tanh_network(optimizer="momentum", batch_size=3)), 5)
    state = commands.set_optimizer(commands.set_learning_rate(state, RATE), "adam")
    for row in range(1, 6):
        moment = commands.jump(state, row).descent.moment
        before = state.descent.timeline.theta(row - 1)
        assert moment.update is not None
        assert moment.rows is not None
        np.testing.assert_array_equal(before + moment.update, moment.theta)
        np.testing.assert_array_equal(moment.rows, state.descent.lesson.objective.batch(3, 0, row))


def test_a_drag_records_nothing_and_a_drop_begins_a_new_row_0() -> None:
    state = commands.step(open_lesson(tanh_network(optimizer="adam")), 5)
    dragged = commands.drag(commands.drag(state, {"w1_1_1": 1.0}), {"w2_1_1": -1.0})
    assert rows(dragged) == rows(state)
    assert dragged.descent.moment.loss != state.descent.moment.loss
    dropped = commands.drop(dragged)
    moment = dropped.descent.moment
    network = state.descent.lesson.network
    assert (moment.row, dropped.descent.timeline.length, moment.state.count) == (0, 1, 0)
    changed = {"w1_1_1": 1.0, "w2_1_1": -1.0}
    for name, value in zip(network.names, state.descent.moment.theta, strict=True):
        assert moment.theta[network.parameter(name).index] == changed.get(name, value)
    assert commands.cancel_drag(dragged).descent.moment.row == 5


def test_back_from_a_drop_returns_to_before_the_drag_across_several() -> None:
    state = commands.step(open_lesson(one_weight()), 2)
    first = commands.drop(commands.drag(state, {"w1_1_1": 5.0}))
    second = commands.drop(commands.drag(commands.step(first), {"w1_1_1": 6.0}))
    back = commands.back(second)
    assert rows(back) == rows(commands.step(first))
    back = commands.back(commands.back(back))
    assert (rows(back), back.descent.row) == (rows(state), 2)


def test_at_most_fifty_drops_are_kept() -> None:
    state = open_lesson(one_weight())
    for value in range(60):
        state = commands.drop(commands.drag(state, {"w1_1_1": float(value)}))
    presses = 0
    while (previous := commands.back(state)) is not state:
        state, presses = previous, presses + 1
    assert presses == 50


def test_reset_returns_to_the_start_of_the_descent_then_to_the_lessons() -> None:
    state = commands.drop(commands.drag(open_lesson(one_weight()), {"w1_1_1": 5.0}))
    state = commands.set_learning_rate(commands.step(state, 4), RATE)
    once = commands.reset(state)
    assert (once.descent.moment.theta[0], once.descent.timeline.length) == (5.0, 1)
    assert once.descent.settings.rate is RATE
    assert commands.reset(once).descent.moment.theta[0] == 2.0


def test_a_random_start_depends_on_its_seed_alone() -> None:
    state = commands.step(open_lesson(tanh_network()), 3)
    one, other = commands.restart(state, 1), commands.restart(commands.reset(state), 1)
    np.testing.assert_array_equal(one.descent.moment.theta, other.descent.moment.theta)
    assert not np.array_equal(
        one.descent.moment.theta, commands.restart(state, 2).descent.moment.theta
    )
    stepped = commands.step(one, 3)
    np.testing.assert_array_equal(commands.reset(stepped).descent.moment.theta, one.descent.home)


def test_divergence_freezes_at_the_last_finite_row_and_a_smaller_rate_goes_on() -> None:
    state = commands.step(open_lesson(one_weight(1.0)), 1000)
    descent = state.descent
    assert descent.ended is not None
    assert descent.ended.kind == "diverged"
    assert descent.row < 200
    assert np.isfinite(descent.timeline.losses()).all()
    assert np.isfinite(descent.timeline.thetas()).all()
    again = commands.step(state)
    assert (again.descent.row, again.descent.timeline.length) == (descent.row, descent.row + 1)
    calmed = commands.step(commands.set_learning_rate(state, learning_rate(1 / 18)))
    assert calmed.descent.row == descent.row + 1
    assert commands.back(state).descent.ended is None


def test_a_flat_place_and_the_lessons_stop_end_a_run() -> None:
    flat = commands.step(open_lesson(one_weight(1 / 18)), 50).descent
    assert flat.ended is not None
    assert (flat.ended.kind, flat.row) == ("flat", flat.timeline.last)
    assert flat.moment.gradient_norm <= 1e-9
    stop = open_lesson(one_weight(0.001, stop=Stop(steps=7, gradient=0.5)))
    assert commands.step(stop, 3).descent.ended is None
    ended = commands.step(stop, 50).descent.ended
    assert ended is not None
    assert (ended.kind, ended.row) == ("stop", 7)


def test_a_value_that_overflows_is_refused_and_nothing_changes() -> None:
    state = open_lesson(one_weight())
    for value in (1e300, float("nan"), float("inf")):
        with pytest.raises(ValueError, match="not finite"):
            commands.drag(state, {"w1_1_1": value})
    assert state.descent.provisional is None


def test_a_command_with_nothing_to_do_returns_the_same_state() -> None:
    state = open_lesson(one_weight())
    for command in (
        commands.back,
        commands.reset,
        commands.drop,
        commands.cancel_drag,
        commands.latest,
    ):
        assert command(state) is state


def test_selection_changes_what_is_looked_at_and_nothing_that_happens() -> None:
    state = open_lesson(tanh_network())
    for changed in (
        showing.select_weight(state, "w2_1_1"),
        showing.select_node(state, 1, 2),
        showing.select_point(state, 19),
        showing.show_surface(state, MAP),
    ):
        assert changed.descent is state.descent
        assert changed.display != state.display
    assert showing.show_surface(state, MAP).display.axes == ("w1_1_1", "w1_1_2")
    with pytest.raises(ValueError, match="needs two weights"):
        showing.show_surface(open_lesson(one_weight()), MAP)
    with pytest.raises(ValueError, match="point from 1 to 20, got 21"):
        showing.select_point(state, 20)


def test_loss_and_gradient_are_over_all_points_also_with_batches() -> None:
    lesson = tanh_network(batch_size=4)
    moment = commands.step(open_lesson(lesson), 9).descent.moment
    loss, gradient = lesson.objective.evaluate(moment.theta)
    assert moment.loss == loss
    np.testing.assert_array_equal(moment.gradient, gradient)
    assert moment.update_gradient is not None
    assert not np.array_equal(moment.update_gradient, gradient)


def test_an_infinite_weight_is_not_hidden_by_a_dead_relu() -> None:
    lesson = make(
        (1, 1), [[1.0]], [[-1.0]], [1.0], 1e308, activation="relu", optimizer="gradient descent"
    )
    descent = commands.step(open_lesson(lesson), 3).descent
    assert np.isfinite(descent.timeline.thetas()).all()


def test_where_there_is_no_step_advance_stays_at_the_slopes_with_the_reason() -> None:
    state = commands.step(open_lesson(one_weight(1 / 18)), 5)
    for _ in range(4):
        state = commands.advance(state)
    descent = state.descent
    assert (descent.phase, descent.ended.kind) == (Phase.SLOPES, "flat")  # type: ignore[union-attr]
    assert commands.advance(state) is state
    back = commands.retreat(commands.retreat(commands.retreat(state))).descent
    assert (back.row, back.phase) == (descent.row, Phase.UPDATE)


def test_a_step_from_the_past_that_diverges_cuts_the_future_too() -> None:
    state = commands.jump(commands.step(open_lesson(one_weight()), 10), 8)
    state = commands.step(commands.set_learning_rate(state, learning_rate(1e300)))
    descent = state.descent
    assert (descent.row, descent.timeline.last) == (8, 8)
    assert descent.ended is not None
    assert descent.ended.kind == "diverged"


def test_sums_that_overflow_behind_a_relu_are_not_flat() -> None:
    lesson = make((1, 1), [[-1e200]], [[1.0]], [1e200], activation="relu")
    with pytest.raises(ValueError, match="not finite"):
        open_lesson(lesson)


def test_the_same_setting_again_changes_nothing() -> None:
    state = open_lesson(one_weight(0.05))
    assert commands.set_learning_rate(state, RATE) is state
    assert commands.set_optimizer(state, "gradient descent") is state
    assert commands.set_batch_size(state, None) is state


def test_what_does_not_exist_is_refused_with_a_sentence() -> None:
    state = open_lesson(tanh_network())
    for refused in (
        lambda: commands.drag(state, {"w9_1_1": 1.0}),
        lambda: showing.select_weight(state, "nonsense"),
        lambda: commands.set_optimizer(state, "adam", {"beta1": 5.0}),
        lambda: showing.show_surface(state, MAP, ("w1_1_1", "w1_1_1")),
    ):
        with pytest.raises(ValueError, match=r"no parameter|takes no|different parameters"):
            refused()


def test_the_options_of_past_rows_cannot_be_changed() -> None:
    options = open_lesson(one_weight()).descent.settings.options
    with pytest.raises(TypeError):
        options["weight_decay"] = 9  # type: ignore[index]
