"""Labels cover nothing that they must not, the most important one is always there."""

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from gd_visualizer.drawing.placement import Label, Obstacles, crossings, place, place_all

ROOM = (0.0, 0.0, 400.0, 300.0)
numbers = st.floats(0, 400)
rects = st.tuples(numbers, numbers, st.floats(1, 120), st.floats(1, 60))


def shared(a, b) -> float:
    wide = min(a[0] + a[2], b[0] + b[2]) - max(a[0], b[0])
    high = min(a[1] + a[3], b[1] + b[3]) - max(a[1], b[1])
    return max(wide, 0) * max(high, 0)


@settings(deadline=None)
@given(
    st.lists(st.lists(rects, min_size=1, max_size=5), max_size=12),
    st.lists(rects, max_size=6),
    st.lists(st.tuples(numbers, numbers, st.floats(1, 50)), max_size=4),
)
def test_what_is_placed_is_free_and_inside_and_what_is_left_out_had_no_place(
    candidates, boxes, discs
) -> None:
    labels = [Label(one, rank=k % 3) for k, one in enumerate(candidates)]
    chosen = place(labels, Obstacles.of(boxes, discs), ROOM)
    placed = [candidates[k][c] for k, c in enumerate(chosen) if c is not None]

    def free(rect, others) -> bool:
        x, y, w, h = rect
        inside = x >= 0 and y >= 0 and x + w <= 400 and y + h <= 300
        near = [
            np.hypot(np.clip(a, x, x + w) - a, np.clip(b, y, y + h) - b) < r for a, b, r in discs
        ]
        return inside and not any(near) and not any(shared(rect, o) > 0 for o in [*boxes, *others])

    for k, rect in enumerate(placed):
        assert free(rect, placed[:k] + placed[k + 1 :])
    for k, choice in enumerate(chosen):
        before = [
            candidates[j][c]
            for j, c in enumerate(chosen)
            if c is not None and (labels[j].rank, j) < (labels[k].rank, k)
        ]
        tried = candidates[k] if choice is None else candidates[k][:choice]
        assert not any(free(rect, before) for rect in tried)


def test_a_label_may_lie_on_its_own_line_and_on_no_other() -> None:
    lines = Obstacles.of(lines=[(0, 100, 400, 100, 3), (200, 0, 200, 300, 3)])
    there = (50.0, 90.0, 60.0, 20.0)
    assert place([Label([there], own=frozenset({0}))], lines, ROOM) == [0]
    assert place([Label([there], own=frozenset({1}))], lines, ROOM) == [None]


def test_the_one_that_is_explained_is_there_where_nothing_is_free() -> None:
    full = Obstacles.of(boxes=[(0, 0, 400, 150), (0, 150, 400, 150)])
    spots = [(10.0, 10.0, 50.0, 20.0), (395.0, 290.0, 50.0, 20.0)]
    assert place([Label(spots, always=True), Label(spots)], full, ROOM) == [0, None]


@given(st.tuples(numbers, numbers, numbers, numbers), rects)
def test_a_line_crosses_a_rectangle_as_far_as_points_along_it_lie_inside(ends, rect) -> None:
    x0, y0, x1, y1 = ends
    edges = np.array([[rect[0], rect[1], rect[0] + rect[2], rect[1] + rect[3]]])
    found = crossings(edges, np.array([[x0, y0, x1, y1, 0.0]]))[0, 0]
    at = (np.arange(2000) + 0.5) / 2000
    xs, ys = x0 + at * (x1 - x0), y0 + at * (y1 - y0)
    inside = (xs > edges[0, 0]) & (xs < edges[0, 2]) & (ys > edges[0, 1]) & (ys < edges[0, 3])
    length = np.hypot(x1 - x0, y1 - y0)
    np.testing.assert_allclose(found, inside.mean() * length, atol=length / 500 + 1e-9)


def row(*lefts: float) -> Label:
    return Label([(left, 10.0, 40.0, 20.0) for left in lefts])


def test_labels_that_are_placed_together_leave_each_other_room() -> None:
    labels = [row(0, 50), row(0, 100), row(50, 100, 150)]
    assert place([*labels, row(0, 50)], Obstacles(), ROOM)[3] is None
    assert place_all([*labels, row(0, 50)], Obstacles(), ROOM) == [0, 1, 2, 1]
    assert place_all([*labels, row(0)], Obstacles(), ROOM) == [1, 1, 2, 0]
    assert place_all([row(0, 20), row(10)], Obstacles(), ROOM) is None
    assert place_all([row(0), row(390)], Obstacles(), ROOM) is None
