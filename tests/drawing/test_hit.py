"""What lies under the mouse is found in the drawing itself."""

import numpy as np

from gd_visualizer.drawing.frame import Frame
from gd_visualizer.drawing.hit import distance, name_at, segments
from gd_visualizer.drawing.shapes import (
    Anchor,
    Box,
    Clip,
    Dots,
    Drawing,
    Paint,
    Path,
    Pen,
    Placed,
    Words,
    line,
    moved,
    words,
)  # fmt: skip

INK = Paint("ink")
SHAPES = (
    line((0, 50), (200, 50), pen=Pen(INK, 4), name="edge"),
    Dots(np.array([[50.0, 50.0], [150.0, 50.0]]), 20, INK, name="nodes"),
    Box((80, 40, 40, 20), INK, name="box"),
    Words(100, 50, words("2"), 20, INK, anchor=Anchor.CENTER),
    Clip((0, 80, 100, 20), (Box((0, 70, 200, 40), INK, name="clipped"),)),
)
PICTURE = Drawing(Frame(200, 120, 16), SHAPES)


def test_the_topmost_name_counts_and_words_without_one_let_through() -> None:
    assert name_at(PICTURE, 100, 50) == "box"
    assert name_at(PICTURE, 50, 65) == "nodes"
    assert name_at(PICTURE, 195, 51) == "edge"
    assert name_at(PICTURE, 195, 60) is None


def test_what_is_hit_comes_before_what_is_only_near() -> None:
    assert name_at(PICTURE, 74, 50, reach=8) == "edge"
    assert name_at(PICTURE, 195, 60, reach=9) == "edge"


def test_what_is_cut_off_cannot_be_hit() -> None:
    assert name_at(PICTURE, 50, 90) == "clipped"
    assert name_at(PICTURE, 150, 90) is None
    assert name_at(PICTURE, 50, 75) is None


def test_a_picture_in_a_larger_one_is_hit_where_it_stands() -> None:
    whole = Drawing(Frame(600, 400, 16), (Placed(300, 200, SHAPES),))
    assert name_at(whole, 400, 250) == "box"
    assert name_at(whole, 350, 290) == "clipped"
    assert name_at(whole, 100, 50) is None


def test_a_ring_in_a_ring_the_other_way_round_is_a_hole() -> None:
    def square(half: float) -> np.ndarray:
        return np.array([(-half, -half), (half, -half), (half, half), (-half, half)])

    rings = np.vstack((square(10), square(4)[::-1]))
    ring = Path(rings, fill=INK, closed=True, starts=np.array([0, 4]), name="ring")
    picture = Drawing(Frame(20, 20, 10), moved((ring,), 10, 10))
    assert name_at(picture, 2, 10) == "ring"
    assert name_at(picture, 10, 10) is None
    assert len(segments(ring)[0]) == 8
    assert distance(ring, 0, 0) == 4
