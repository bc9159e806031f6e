"""The numbers around the lantern: where they stand, whatever the way was."""

import math
from itertools import pairwise

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from gd_visualizer.drawing.frame import Frame
from gd_visualizer.drawing.shapes import Box, Path, Rect, Words
from gd_visualizer.scene.surface.dark.direction_labels import direction_labels
from gd_visualizer.scene.surface.dark.lantern import Lantern, Ray
from tests.scene.descents import proof

AREA = (10.0, 20.0, 420.0, 300.0)
CENTER = (220.0, 170.0)
EIGHT = [(math.cos(k * math.pi / 4), math.sin(k * math.pi / 4)) for k in range(8)]
SHORT = [f"{k}.25" for k in range(8)]
Place = tuple[float, float]


def lantern(texts: list[str], toward: list[Place]) -> Lantern:
    """One with such numbers, downhill in every other direction."""
    pairs = enumerate(zip(texts, toward, strict=True))
    rays = tuple(Ray(way, -1.0 if k % 2 else 1.0, text) for k, (text, way) in pairs)
    return Lantern((0.0, 0.0), (1.0, 1.0), rays)


def rects(
    center: Place,
    radius: float,
    path: list[Place],
    texts: list[str] = SHORT,
    toward: list[Place] = EIGHT,
    em: float = 14,
) -> dict[str, Rect]:
    """What each number covers with its triangle, as far as it has found a place."""
    way = np.array(path, dtype=float).reshape(-1, 2)
    made = direction_labels(lantern(texts, toward), center, radius, AREA, way, Frame(440, 340, em))
    plates = [one.rect for one in made if isinstance(one, Box)]
    found = [one.text for one in made if isinstance(one, Words)]
    return dict(zip(found, plates, strict=True))


def crosses(rect: Rect, a: np.ndarray, b: np.ndarray) -> bool:
    """Whether the line from a to b meets the rectangle: it is clipped at its four sides."""
    start, end = 0.0, 1.0
    for k in (0, 1):
        low, high, way = rect[k], rect[k] + rect[k + 2], float(b[k] - a[k])
        if way == 0:
            if not low <= a[k] <= high:
                return False
            continue
        with np.errstate(over="ignore"):  # almost level: it ends nowhere near
            ends = sorted(((low - a[k]) / way, (high - a[k]) / way))
        start, end = max(start, ends[0]), min(end, ends[1])
    return start <= end


def fair(center: Place, found: dict[str, Rect], path: list[Place]) -> None:
    """Labels stay in the area and meet neither each other, nor the point, nor the path."""
    left, top, wide, high = AREA
    placed = [(x, y, x + w, y + h) for x, y, w, h in found.values()]
    for k, one in enumerate(placed):
        assert left <= one[0] < one[2] <= left + wide
        assert top <= one[1] < one[3] <= top + high
        assert not (one[0] <= center[0] <= one[2] and one[1] <= center[1] <= one[3])
        for other in placed[k + 1 :]:
            apart = one[2] <= other[0] or other[2] <= one[0]
            assert apart or one[3] <= other[1] or other[3] <= one[1]
    for rect in found.values():
        for a, b in pairwise(path):
            assert not crosses(rect, np.array(a), np.array(b))


INSIDE = st.tuples(st.floats(10, 430), st.floats(20, 320))
AROUND = st.tuples(st.floats(-1500, 1500), st.floats(-1500, 1500))
NUMBERS = st.lists(st.integers(1, 10**7).map(str), min_size=8, max_size=8, unique=True)


@proof(250)
@given(
    center=INSIDE,
    radius=st.floats(5, 80),
    texts=NUMBERS,
    em=st.integers(10, 22),
    path=st.lists(AROUND | INSIDE, max_size=9),
)
def test_labels_meet_nothing_and_stay_in_the_area(center, radius, texts, em, path) -> None:
    way = [*path, center] if path else []
    fair(center, rects(center, radius, way, texts, em=em), way)


@proof(60)
@given(center=INSIDE, away=st.floats(1e4, 1e7), turn=st.floats(0, 6.28))
def test_no_label_stands_on_a_path_that_comes_from_very_far_away(center, away, turn) -> None:
    """As it does where one has zoomed in."""
    start = center[0] + away * math.cos(turn), center[1] + away * math.sin(turn)
    way = [start, center]
    fair(center, rects(center, 35.0, way), way)


@pytest.mark.parametrize("count", [8, 2])
def test_with_room_every_label_stands_in_its_own_direction_outside_the_circle(count) -> None:
    toward, radius = EIGHT[:: 8 // count], 80.0
    found = rects(CENTER, radius, [], SHORT[:count], toward)
    assert list(found) == SHORT[:count]
    for (left, top, wide, high), (dx, dy) in zip(found.values(), toward, strict=True):
        middle = left + wide / 2 - CENTER[0], CENTER[1] - (top + high / 2)
        length = math.hypot(*middle)
        assert length > radius
        assert (middle[0] * dx + middle[1] * dy) / length > math.cos(math.radians(15))


def test_a_path_out_of_the_circle_pushes_its_label_aside() -> None:
    free = rects(CENTER, 40.0, [])
    way = [(430.0, 170.0), CENTER]
    pushed = rects(CENTER, 40.0, way)
    assert list(pushed) == list(free) == SHORT
    assert pushed[SHORT[0]] != free[SHORT[0]]
    fair(CENTER, pushed, way)


def test_a_label_without_room_is_left_out_and_the_others_stay() -> None:
    texts = [*SHORT[:7], "1" * 80]
    assert list(rects(CENTER, 40.0, [], texts)) == SHORT[:7]


def test_where_there_is_little_room_all_numbers_are_smaller_rather_than_one_left_out() -> None:
    long = [f"{k}.000000001" for k in range(8)]
    frame = Frame(440, 340, 22)
    made = direction_labels(lantern(long, EIGHT), CENTER, 90.0, AREA, np.empty((0, 2)), frame)
    written = [one for one in made if isinstance(one, Words)]
    assert [one.text for one in written] == long
    (size,) = {one.size for one in written}
    assert 0.6 * 22 < size < 22


def test_a_triangle_points_up_where_the_loss_grows_and_down_where_it_falls() -> None:
    made = direction_labels(
        lantern(SHORT, EIGHT), CENTER, 50.0, AREA, np.empty((0, 2)), Frame(440, 340, 14)
    )
    triangles = [one for one in made if isinstance(one, Path)]
    tips = [float(one.points[0, 1] - one.points[1:, 1].mean()) for one in triangles]
    assert [tip < 0 for tip in tips] == [True, False] * 4  # y grows downwards
    roles = [one.fill.role for one in triangles if one.fill]
    assert roles == ["dark_ink", "dark_downhill"] * 4
