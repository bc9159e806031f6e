"""Runs that drops leave behind are kept as far as memory is set aside for them."""

import pytest

from gd_visualizer.control.history import History
from gd_visualizer.descent.commands import descent as commands
from gd_visualizer.descent.commands.kept_runs import keep
from gd_visualizer.descent.state.chunk import ROWS
from gd_visualizer.descent.state.memory import (
    MOST_DROPS,
    ChunkBytes,
    count_that_fit,
    runs_of,
    trimmed,
)
from gd_visualizer.descent.state.state import State, open_lesson
from tests.descent.lessons import tanh_network

ROW = 8 * (2 * 13 + 4)  # bytes: theta, gradient and four numbers of a network of 13 parameters


def begun() -> State:
    return open_lesson(tanh_network(points=4))


def dropped(state: State, value: float = 0.1) -> State:
    return commands.drop(commands.drag(state, {"w1_1_1": value}))


def after_drops(count: int, steps: int) -> State:
    state = begun()
    for k in range(count):
        state = dropped(commands.step(state, steps), 0.1 + 0.01 * k)
    return state


def drops_back(state: State) -> int:
    link, count = state.descent.before, 0
    while link is not None:
        link, count = link.before, count + 1
    return count


def test_a_chunk_that_runs_share_is_counted_once() -> None:
    state = commands.step(begun(), 2 * ROWS + 99)
    counted = ChunkBytes()
    assert counted.add(state.descent.timeline.chunks) == (2 * ROWS + 100) * ROW
    fork = commands.step(commands.jump(state, 2 * ROWS + 9))
    assert counted.add(fork.descent.timeline.chunks) == (2 * ROWS + 100 + 11) * ROW


def test_slots_count_where_an_optimizer_fills_them() -> None:
    state = commands.step(open_lesson(tanh_network(points=4, optimizer="adam")), 9)
    assert ChunkBytes().add(*runs_of(state.descent)) == 10 * (ROW + 2 * 13 * 8)


def test_fifty_drops_are_gone_back_over_and_no_more() -> None:
    state = after_drops(MOST_DROPS + 10, 1)
    assert drops_back(state) == MOST_DROPS
    for _ in range(MOST_DROPS):
        assert state.descent.row == 0
        state = commands.back(commands.back(state))
    assert state.descent.before is None


@pytest.mark.parametrize(("most", "left"), [(0, 1), (99, 1), (100, 2), (299, 3), (10_000, 6)])
def test_of_long_runs_as_many_are_kept_as_fit_and_the_latest_always(most: int, left: int) -> None:
    past = after_drops(6, 99).descent.before
    assert past is not None
    link, count = trimmed(past, most=most * ROW), 0
    assert link.timeline is past.timeline
    while link is not None:
        assert link.row == 99
        link, count = link.before, count + 1
    assert count == left


def test_runs_for_comparison_are_those_of_today_also_behind_a_drop() -> None:
    state = dropped(commands.step(keep(commands.step(begun(), 3)), 2))
    assert len(state.descent.kept) == 1
    assert state.descent.before is not None
    assert state.descent.before.kept == ()
    assert commands.back(state).descent.kept is state.descent.kept


def test_undo_keeps_as_many_states_as_fit_and_the_latest_always() -> None:
    for most, left in ((0, 1), (150, 2), (10_000, 6)):
        history, state, kept = History(most * ROW), begun(), []
        for k in range(6):
            before = commands.step(state, 99)
            state = commands.restart(before, seed=k)
            history.keep(before, state)
            kept.append(before)
        brought_back = []
        while history.can_undo:
            state = history.undo(state)
            brought_back += [state] if state in kept else []
        assert brought_back == kept[: -left - 1 : -1]
        assert count_that_fit((one.descent for one in brought_back), most * ROW) == left
