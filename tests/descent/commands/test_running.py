"""Steps in pieces are the steps in one, and need no more memory than a piece."""

import numpy as np
import pytest

from gd_visualizer.descent.commands.running import running
from gd_visualizer.descent.commands.stepping import take_steps
from gd_visualizer.descent.state.chunk import ROWS
from gd_visualizer.descent.state.descent import Descent
from gd_visualizer.descent.state.state import open_lesson
from tests.descent.lessons import one_weight, tanh_network

RUNS = {
    "no step": (one_weight(0.0001), 0),
    "a piece": (one_weight(0.0001), ROWS),
    "a piece and a step": (one_weight(0.0001), ROWS + 1),
    "flat on the way": (one_weight(0.01), 3 * ROWS),
    "flat at once": (one_weight(1 / 18), 3 * ROWS),
    "flying off": (one_weight(1.0), 3 * ROWS),
    "adam": (tanh_network(points=4, optimizer="adam"), 2 * ROWS + 9),
}


def same(one: Descent, other: Descent) -> bool:
    return (one.row, one.phase, one.ending) == (other.row, other.phase, other.ending)


@pytest.mark.parametrize("heed_stop", [True, False])
@pytest.mark.parametrize("run", RUNS)
def test_in_pieces_they_end_where_they_end_in_one(run: str, heed_stop: bool) -> None:
    lesson, count = RUNS[run]
    once = take_steps(open_lesson(lesson).descent, count, heed_stop)
    for whole in (True, False):
        *_, last = running(open_lesson(lesson).descent, count, heed_stop, whole)
        assert same(last, once)
        assert last.timeline.theta(last.row).tobytes() == once.timeline.theta(once.row).tobytes()
        state, expected = last.timeline.state(last.row), once.timeline.state(once.row)
        assert (state.count, state.slots.tobytes()) == (expected.count, expected.slots.tobytes())
    *_, last = running(open_lesson(lesson).descent, count, heed_stop)
    np.testing.assert_array_equal(last.timeline.thetas(), once.timeline.thetas())


def kept_chunks(descent: Descent) -> int:
    chunks = descent.timeline.chunks
    blank = [chunk for chunk in chunks if "theta" not in vars(chunk)]
    assert all(b is blank[0] for b in blank)
    return len(chunks) - len(blank)


def test_rows_that_are_let_go_take_no_memory_and_cannot_be_read() -> None:
    lesson = tanh_network(points=4)
    counts = []
    for descent in running(open_lesson(lesson).descent, 6 * ROWS, whole=False):
        counts.append(kept_chunks(descent))
        assert descent.moment.update is not None
    assert max(counts) <= 3
    for read in (lambda: descent.timeline.theta(0), descent.timeline.losses):
        with pytest.raises(IndexError):
            read()
