"""The rows' storage: shared, never rewritten, small, and as fast at the end as at the start."""

import tracemalloc

import numpy as np
import pytest

from gd_visualizer.core.arrays import Floats
from gd_visualizer.descent.commands import descent as commands
from gd_visualizer.descent.commands.stepping import take_steps
from gd_visualizer.descent.state.chunk import ROWS, chunk_rows, thinned_path
from gd_visualizer.descent.state.state import open_lesson
from tests.descent.lessons import one_weight, tanh_network


def test_rows_of_a_moment_cannot_be_written_to() -> None:
    moment = commands.step(open_lesson(tanh_network(optimizer="adam"))).descent.moment
    for array in (moment.theta, moment.gradient, moment.state.slots):
        with pytest.raises(ValueError, match="read-only"):
            array[...] = 0


def test_a_step_shares_all_chunks_with_the_timeline_before() -> None:
    state = commands.step(open_lesson(one_weight(0.001)), 3 * ROWS + 5)
    after = commands.step(state)
    assert all(
        a is b
        for a, b in zip(state.descent.timeline.chunks, after.descent.timeline.chunks, strict=True)
    )


def test_a_fork_copies_the_tail_chunk_alone() -> None:
    state = commands.step(open_lesson(one_weight(0.0001)), 2 * ROWS + 500)
    fork = commands.step(commands.jump(state, 2 * ROWS + 100))
    old, new = state.descent.timeline.chunks, fork.descent.timeline.chunks
    assert [a is b for a, b in zip(old, new, strict=True)] == [True, True, False]
    assert fork.descent.timeline.length == 2 * ROWS + 102


@pytest.mark.parametrize("count", [ROWS - 2, ROWS - 1, ROWS, ROWS + 1])
def test_columns_are_whole_across_the_edges_of_chunks(count: int) -> None:
    timeline = commands.step(open_lesson(one_weight(0.0001)), count).descent.timeline
    w = timeline.thetas()[:, 0]
    np.testing.assert_allclose(timeline.losses(), (3 * w - 10) ** 2, rtol=1e-12)
    np.testing.assert_array_equal(timeline.thetas(ROWS - 5, ROWS + 5)[:, 0], w[ROWS - 5 : ROWS + 5])
    np.testing.assert_allclose(timeline.gradient_norms(), np.abs(6 * (3 * w - 10)), rtol=1e-9)
    with pytest.raises(IndexError):
        timeline.theta(timeline.length)


def test_a_chunk_of_a_large_network_stays_near_4_mib() -> None:
    assert chunk_rows(41) == ROWS
    assert chunk_rows(33_000) == 4


def test_a_row_costs_its_columns_and_no_python_objects() -> None:
    lesson = tanh_network(points=4, optimizer="adam", rate=1e-5)
    state = commands.step(open_lesson(lesson), ROWS)
    tracemalloc.start()
    try:
        more = commands.step(state, 8 * ROWS)
        grown, _ = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    columns = (4 * lesson.objective.size + 4) * 8
    assert more.descent.row == 9 * ROWS
    assert grown < 1.2 * 9 * ROWS * columns


def test_bounds_and_outline_are_those_of_all_rows() -> None:
    state = open_lesson(tanh_network())
    descent = take_steps(state.descent, 5000, heed_stop=False)
    timeline = descent.timeline

    def places(thetas: Floats) -> Floats:
        return thetas[:, [2, 5]]

    for stop in (1, 700, 1024, 2048, 4097, timeline.length):
        theta = timeline.thetas(0, stop)[:, [2, 5]]
        low, high = timeline.bounds([2, 5], stop)
        np.testing.assert_array_equal(low, theta.min(axis=0))
        np.testing.assert_array_equal(high, theta.max(axis=0))
        outline = timeline.outline((2, 5), places, stop)
        np.testing.assert_array_equal(outline[[0, -1]], theta[[0, -1]])
        np.testing.assert_array_equal(outline.min(axis=0), low)
        np.testing.assert_array_equal(outline.max(axis=0), high)
    assert len(timeline.outline((2, 5), places, timeline.length)) < 1500
    np.testing.assert_array_equal(timeline.losses(4090), timeline.losses()[4090:])


def test_a_thinned_path_that_flips_keeps_both_of_its_sides() -> None:
    flips = np.where(np.arange(100_000) % 2, 1.0, -1.0)
    path = np.column_stack([flips, np.arange(100_000.0)])
    thin = thinned_path(path, 500)
    assert len(thin) < 600
    assert (np.abs(np.diff(thin[:, 0])) == 2).mean() > 0.3
    assert (np.diff(thin[:, 1]) > 0).all()
