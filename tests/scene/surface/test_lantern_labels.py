"""The numbers around the lantern: where they stand, whatever the way was."""

import math
from itertools import pairwise

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from gd_visualizer.scene.surface.lantern_labels import places
from tests.scene.descents import proof

AREA = (10.0, 20.0, 420.0, 300.0)
EIGHT = [(math.cos(k * math.pi / 4), math.sin(k * math.pi / 4)) for k in range(8)]
Box = tuple[float, float, float, float]


def boxes(center, radius, sizes, path, toward=EIGHT) -> list[Box | None]:
    """Left, top, right and bottom of the labels."""
    found = places(center, radius, toward, sizes, AREA, np.array(path, dtype=float).reshape(-1, 2))
    return [
        None if place is None else (*place, place[0] + wide, place[1] + high)
        for place, (wide, high) in zip(found, sizes, strict=True)
    ]


def crosses(box: Box, a: np.ndarray, b: np.ndarray) -> bool:
    """Whether the line from a to b meets the box: it is clipped at the box's four sides."""
    start, end = 0.0, 1.0
    for k in (0, 1):
        low, high, way = box[k], box[k + 2], float(b[k] - a[k])
        if way == 0:
            if not low <= a[k] <= high:
                return False
            continue
        ends = sorted(((low - a[k]) / way, (high - a[k]) / way))
        start, end = max(start, ends[0]), min(end, ends[1])
    return start <= end


def fair(center, found: list[Box | None], path) -> None:
    """Labels stay in the area and meet neither each other, nor the point, nor the path."""
    left, top, wide, high = AREA
    boxes = [box for box in found if box is not None]
    for k, one in enumerate(boxes):
        assert left <= one[0] < one[2] <= left + wide
        assert top <= one[1] < one[3] <= top + high
        assert not (one[0] <= center[0] <= one[2] and one[1] <= center[1] <= one[3])
        for other in boxes[k + 1 :]:
            apart = one[2] <= other[0] or other[2] <= one[0]
            assert apart or one[3] <= other[1] or other[3] <= one[1]
        for a, b in pairwise(path):
            assert not crosses(one, np.array(a), np.array(b))


INSIDE = st.tuples(st.floats(10, 430), st.floats(20, 320))
AROUND = st.tuples(st.floats(-1500, 1500), st.floats(-1500, 1500))
SIZES = st.lists(st.tuples(st.floats(25, 90), st.floats(12, 30)), min_size=8, max_size=8)


@proof(250)
@given(
    center=INSIDE, radius=st.floats(5, 80), sizes=SIZES, path=st.lists(AROUND | INSIDE, max_size=9)
)
def test_labels_meet_nothing_and_stay_in_the_area(center, radius, sizes, path) -> None:
    way = [*path, center] if path else []
    fair(center, boxes(center, radius, sizes, way), way)


@proof(60)
@given(center=INSIDE, away=st.floats(1e4, 1e7), turn=st.floats(0, 6.28))
def test_no_label_stands_on_a_path_that_comes_from_very_far_away(center, away, turn) -> None:
    """As it does where one has zoomed in."""
    start = center[0] + away * math.cos(turn), center[1] + away * math.sin(turn)
    way = [start, center]
    fair(center, boxes(center, 35.0, [(50.0, 18.0)] * 8, way), way)


@pytest.mark.parametrize("toward", [EIGHT, EIGHT[::4]], ids=["eight", "two"])
def test_with_room_every_label_stands_in_its_own_direction_outside_the_circle(toward) -> None:
    center, radius = (220.0, 170.0), 80.0
    found = boxes(center, radius, [(40.0, 18.0)] * len(toward), [], toward)
    for box, (dx, dy) in zip(found, toward, strict=True):
        assert box is not None
        middle = (box[0] + box[2]) / 2 - center[0], center[1] - (box[1] + box[3]) / 2
        length = math.hypot(*middle)
        assert length > radius
        assert (middle[0] * dx + middle[1] * dy) / length > math.cos(math.radians(15))


def test_a_path_out_of_the_circle_pushes_its_label_aside() -> None:
    center, sizes = (220.0, 170.0), [(50.0, 18.0)] * 8
    free = boxes(center, 40.0, sizes, [])
    way = [(430.0, 170.0), center]
    pushed = boxes(center, 40.0, sizes, way)
    assert None not in pushed
    assert pushed[0] != free[0]
    fair(center, pushed, way)


def test_a_label_without_room_is_left_out_and_the_others_stay() -> None:
    found = boxes((220.0, 170.0), 40.0, [(50.0, 18.0)] * 7 + [(600.0, 18.0)], [])
    assert found[-1] is None
    assert None not in found[:-1]
