"""Triangles as pixels: the nearer one hides, a mark shines faintly through."""

import numpy as np
import pytest

from gd_visualizer.figures.surface3d.rasterizer import Kind, Raster

WHITE, RED, BLUE, GREEN = np.array([[1, 1, 1], [1, 0, 0], [0, 0, 1], [0, 1, 0]], dtype=float)
SIZE = 24, 16


def square(depth: float, color: np.ndarray, alpha: float = 1.0, half: float = 6.0):  # type: ignore[no-untyped-def]
    """Two triangles around the middle."""
    x, y = SIZE[0] / 2, SIZE[1] / 2
    corners = np.array([[-1, -1], [1, -1], [1, 1], [-1, 1]]) * half + (x, y)
    places = corners[[[0, 1, 2], [0, 2, 3]]]
    return places, np.full((2, 3), depth), np.tile([*color, alpha], (2, 3, 1))


def middle(*parts: tuple[float, np.ndarray, float, Kind]) -> list[float]:
    """The colour in the middle once these are drawn in turn."""
    raster = Raster(*SIZE, WHITE)
    for depth, color, alpha, kind in parts:
        raster.put(raster.covered(*square(depth, color, alpha)), kind)
    found = raster.image(1)[SIZE[1] // 2, SIZE[0] // 2]
    return [round(float(part), 6) for part in found]


@pytest.mark.parametrize("nearer_first", [True, False])
def test_the_nearer_one_is_seen_in_whatever_order_they_come(nearer_first: bool) -> None:
    parts = [(1.0, RED, 1.0, "solid"), (2.0, BLUE, 1.0, "solid")]
    assert middle(*(parts if nearer_first else parts[::-1])) == [1, 0, 0]


def test_through_a_clear_one_what_is_behind_is_seen() -> None:
    assert middle((2.0, BLUE, 1.0, "solid"), (1.0, RED, 0.25, "clear")) == [0.25, 0, 0.75]
    assert middle((1.0, BLUE, 1.0, "solid"), (2.0, RED, 0.25, "clear")) == [0, 0, 1]


def test_a_hidden_mark_shines_through_once_and_a_seen_one_is_solid() -> None:
    wall, deep = (1.0, BLUE, 1.0, "solid"), (2.0, RED, 1.0, "mark")
    faint, deeper = (2.0, RED, 0.25, "hidden"), (3.0, GREEN, 0.25, "hidden")
    assert middle(wall, deep, faint) == [0.25, 0, 0.75]
    assert middle(wall, deep, faint, deeper) == [0.25, 0, 0.75]
    assert middle(deep, faint) == [1, 0, 0]
    assert middle(deep, faint, deeper) == [1, 0, 0]


def test_where_nothing_is_drawn_the_background_stays_and_pixels_are_covered_by_share() -> None:
    raster = Raster(2 * SIZE[0], 2 * SIZE[1], WHITE)
    places, depth, colors = square(1.0, RED)
    raster.triangles(2 * places + 1, depth, colors)  # half a pixel to the right and down
    image = raster.image(2)
    assert image[0, 0].tolist() == [1, 1, 1]
    np.testing.assert_allclose(image.sum(axis=2).sum(), 3 * SIZE[0] * SIZE[1] - 2 * 144)
    corner = image[SIZE[1] // 2 - 6, SIZE[0] // 2 - 6]
    np.testing.assert_allclose(corner, [1, 0.75, 0.75])
