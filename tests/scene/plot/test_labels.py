"""Words beside places: none covers another or a mark, the one that has to be there is there."""

from itertools import combinations
from math import hypot

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from gd_visualizer.drawing.frame import Frame
from gd_visualizer.drawing.placement import Obstacles
from gd_visualizer.drawing.shapes import Rect
from gd_visualizer.scene.plot.area import Area
from gd_visualizer.scene.plot.labels import Beside, written
from tests.scene.descents import proof

FRAME = Frame(400, 300, 14)
AREA = Area((40.0, 30.0, 340.0, 230.0), (0, 1), (0, 1))
places = st.tuples(st.floats(40, 380), st.floats(30, 260))
TEXTS = ("loss 0.5", "next loss 29.58 ↑", "low: 3.1", "slopes −18, 7.5")


def distance(rect: Rect, place: tuple[float, float]) -> float:
    """From a place to the nearest point of a rectangle."""
    left, top, wide, high = rect
    x, y = place
    return hypot(x - min(max(x, left), left + wide), y - min(max(y, top), top + high))


def covers(rect: Rect, disc: tuple[float, float, float]) -> bool:
    left, top, wide, high = rect
    x, y, radius = disc
    away = np.hypot(np.clip(x, left, left + wide) - x, np.clip(y, top, top + high) - y)
    return bool(away < radius - 0.01)


@proof(250)
@given(
    spots=st.lists(places, min_size=1, max_size=8),
    marks=st.lists(places, max_size=6),
    left=st.booleans(),
)
def test_labels_keep_off_marks_and_each_other_and_the_most_important_one_is_there(
    spots, marks, left
) -> None:
    labels = [
        Beside(TEXTS[k % 4], *at, 14, left=left, rank=float(k), always=k == 0, name=k)
        for k, at in enumerate(spots)
    ]
    discs = [(*at, 7.0) for at in [*spots, *marks]]
    leaders, found = written(labels, AREA, FRAME, Obstacles.of(discs=discs))
    assert 0 in [one.name for one in found]
    rects = [one.rect for one in found]
    assert not [(r, d) for r in rects for d in discs if covers(r, d)]
    ends = {tuple(line.points[0].tolist()) for line in leaders}
    for one in found:  # whoever is far off has a line to its place
        gap = distance(one.rect, spots[one.name])
        near = [hypot(x - spots[one.name][0], y - spots[one.name][1]) for x, y in ends]
        assert gap < 1.6 * 14 or pytest.approx(0.75 * 14) in near
    for a, b in combinations(rects, 2):
        apart = a[0] + a[2] <= b[0] or b[0] + b[2] <= a[0]
        assert apart or a[1] + a[3] <= b[1] or b[1] + b[3] <= a[1]
    for rect in rects:
        assert rect[0] >= 40
        assert rect[0] + rect[2] <= 380
        assert rect[1] >= 30
        assert rect[1] + rect[3] <= 260


def test_one_that_has_to_be_there_gets_smaller_where_it_is_wider_than_the_area() -> None:
    one = Beside("slopes −6.293 × 10⁻¹⁰, 9.354 × 10⁻¹⁰", 200, 150, 40, always=True)
    _leaders, (found,) = written([one], AREA, FRAME, Obstacles())
    assert found.rect[0] >= 40
    assert found.rect[0] + found.rect[2] <= 380
    assert written([replace(one, always=False)], AREA, FRAME, Obstacles())[1] == []
