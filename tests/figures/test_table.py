"""Tables: every number as Python writes it, and long runs in pieces."""

import math

import numpy as np
from hypothesis import example, given
from hypothesis import strategies as st

from gd_visualizer.descent.commands import descent as commands
from gd_visualizer.descent.state.chunk import ROWS
from gd_visualizer.descent.state.state import open_lesson
from gd_visualizer.figures.table import cells, run_head, run_rows, run_table
from tests.descent.lessons import one_weight, tanh_network


@given(st.lists(st.floats(), min_size=1))
@example([1e-4, 9.999999999999999e-05, 1e16, 9999999999999998.0, 0.0, -0.0, 5e-324, 1.7e308])
@example([math.nan, math.inf, -math.inf, 1e22, -1e-5])
def test_a_cell_is_the_number_s_repr_and_empty_where_it_is_not_finite(values: list[float]) -> None:
    expected = [repr(v) if math.isfinite(v) else "" for v in values]
    assert [cell.decode() for cell in cells(np.array(values))] == expected


def test_a_long_run_s_table_has_each_row_once_and_its_numbers_bit_for_bit() -> None:
    descent = commands.step(open_lesson(tanh_network(points=4)), 2 * ROWS + 7).descent
    head, *lines = b"".join(run_table(descent)).decode().splitlines()
    assert head == "step,loss,learning_rate,gradient_norm," + ",".join(
        descent.lesson.objective.names
    )
    assert [int(line.partition(",")[0]) for line in lines] == list(range(2 * ROWS + 8))
    read = np.array([line.split(",")[1:] for line in lines], dtype=np.float64)
    timeline = descent.timeline
    assert read[:, 0].tobytes() == timeline.losses().tobytes()
    assert read[:, 2].tobytes() == timeline.gradient_norms().tobytes()
    assert read[:, 3:].tobytes() == timeline.thetas().tobytes()


def test_a_table_can_be_gone_on_with_from_any_row() -> None:
    descent = commands.step(open_lesson(one_weight(0.0001)), ROWS + 3).descent
    whole = b"".join(run_table(descent)).splitlines(keepends=True)
    for start in (0, 1, ROWS - 1, ROWS, ROWS + 3, ROWS + 4):
        rest = b"".join(run_rows(descent, start)).splitlines(keepends=True)
        assert [run_head(descent.lesson), *rest] == [whole[0], *whole[1 + start :]]
