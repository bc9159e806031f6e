"""Beside a map: which colour is which loss."""

from itertools import pairwise

import pytest

from gd_visualizer.drawing.frame import Frame
from gd_visualizer.drawing.shapes import Box, Words
from gd_visualizer.scene.plot.area import Area
from gd_visualizer.scene.surface.color_scale import color_scale, scale_room

FRAME = Frame(700, 500, 14)
AREA = Area((60, 30, 700 - 60 - scale_room(FRAME) - 11, 430), (0, 1), (0, 1))


@pytest.mark.parametrize(
    "levels",
    [
        tuple(0.314428 + 2e-6 * k for k in range(11)),
        (1e-9, 1.0000001, 1.0000002, 5.0),
        (1.0e7, 1.00000001e7, 1.00000002e7),
    ],
    ids=["close", "decades", "large"],
)
def test_the_colour_scale_never_says_one_number_twice_and_has_room_for_all(levels) -> None:
    drawn = color_scale(levels, AREA, FRAME)
    _name, *numbers = [one for one in drawn if isinstance(one, Words)]
    texts = [one.text for one in numbers]
    assert len(set(texts)) == len(texts) == len(levels)
    assert all(one.rect[0] + one.rect[2] <= FRAME.width for one in numbers)
    tops = [one.rect[1] for one in numbers]
    assert all(a - b >= numbers[0].rect[3] for a, b in pairwise(tops))


def test_numbers_stand_where_two_of_its_colours_meet_and_colours_fill_it() -> None:
    levels = (1.0, 2.0, 5.0)
    drawn = color_scale(levels, AREA, FRAME)
    boxes = [one for one in drawn if isinstance(one, Box)]
    _name, *numbers = [one for one in drawn if isinstance(one, Words)]
    assert [box.fill.step for box in boxes] == [(k, 4) for k in range(4)]
    for number, above in zip(numbers, boxes[1:], strict=True):
        assert number.y == pytest.approx(above.rect[1] + above.rect[3], abs=1)
    assert boxes[-1].rect[1] == AREA.rect[1]
    assert boxes[0].rect[1] + boxes[0].rect[3] == pytest.approx(AREA.bottom, abs=1)


def test_a_narrower_map_has_three_numbers_the_lowest_and_the_highest_among_them() -> None:
    narrow = Frame(300, 260, 14)
    area = Area((60, 30, 300 - 60 - scale_room(narrow) - 11, 190), (0, 1), (0, 1))
    drawn = color_scale((0.5, 1.0, 2.0, 5.0, 10.0, 20.0), area, narrow)
    _name, *numbers = [one for one in drawn if isinstance(one, Words)]
    assert [one.text for one in numbers] == ["0.5", "2", "20"]
    assert all(one.rect[0] + one.rect[2] <= narrow.width for one in numbers)
    assert 0 < scale_room(narrow) < scale_room(FRAME)


def test_a_narrow_map_keeps_its_room_and_has_no_scale() -> None:
    assert scale_room(Frame(230, 200, 14)) == 0
