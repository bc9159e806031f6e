"""The camera: pixels and places, and that all fits."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from gd_visualizer.core.arrays import Floats
from gd_visualizer.descent.state.camera import PRESETS, Camera, preset
from gd_visualizer.scene.surface3d.projection import (
    GAP,
    HEIGHT,
    projection_matrix,
    ray,
    to_screen,
    view_matrix,
)
from tests.scene.descents import proof

WIDTH, HEIGHT_OF_PICTURE = 800.0, 600.0
CORNERS = np.array(
    [
        [x, y, z]
        for x in (-0.5, 0.5)
        for y in (-0.5, 0.5)
        for z in (HEIGHT / 2, -HEIGHT * (0.5 + GAP))
    ]
)


@st.composite
def cameras(draw: st.DrawFn) -> Camera:
    """Any camera that can be reached."""
    turned = Camera().orbited(draw(st.floats(-400, 400)), draw(st.floats(-200, 200)))
    moved = turned.zoomed(draw(st.floats(0.01, 100)))
    return moved.panned(draw(st.floats(-1, 1)), draw(st.floats(-1, 1)))


def places() -> Floats:
    """Some places of the box."""
    return np.random.default_rng(0).uniform(-0.5, 0.5, (40, 3))


@proof(60)
@given(camera=cameras())
def test_a_ray_goes_through_the_place_that_is_seen_there(camera: Camera) -> None:
    pixels, depth = to_screen(places(), camera, WIDTH, HEIGHT_OF_PICTURE)
    assert (depth > 0).all()
    for place, (x, y) in zip(places(), pixels.tolist(), strict=True):
        origin, direction = ray(camera, x, y, WIDTH, HEIGHT_OF_PICTURE)
        assert np.linalg.norm(np.cross(place - origin, direction)) < 1e-9
        assert (place - origin) @ direction > 0


@proof(60)
@given(camera=cameras(), aspect=st.floats(0.3, 4))
def test_the_matrices_lead_to_the_same_pixels(camera: Camera, aspect: float) -> None:
    columns = np.column_stack([places(), np.ones(len(places()))]).T
    clip = projection_matrix(camera, aspect) @ view_matrix(camera) @ columns
    x, y, z = clip[:3] / clip[3]
    pixels, depth = to_screen(places(), camera, 500 * aspect, 500)
    assert np.allclose((x + 1) / 2 * 500 * aspect, pixels[:, 0], atol=1e-6)
    assert np.allclose((1 - y) / 2 * 500, pixels[:, 1], atol=1e-6)
    assert np.allclose(clip[3], depth)
    assert (np.abs(z) < 1).all()
    assert np.array_equal(np.argsort(z), np.argsort(depth))


@pytest.mark.parametrize("name", PRESETS)
@pytest.mark.parametrize("aspect", [0.6, 1.0, 1.5, 2.5])
def test_the_whole_box_is_seen_at_zoom_1_and_fills_the_picture(name: str, aspect: float) -> None:
    pixels, _ = to_screen(CORNERS, preset(name), aspect, 1.0)
    share = pixels / [aspect, 1.0]
    assert (share > 0.01).all()
    assert (share < 0.99).all()
    assert np.ptp(share, axis=0).max() > 0.5


@proof(80)
@given(azimuth=st.floats(-180, 180), elevation=st.floats(-10, 90), aspect=st.floats(0.6, 2.5))
def test_the_whole_box_is_seen_from_everywhere(
    azimuth: float, elevation: float, aspect: float
) -> None:
    pixels, _ = to_screen(CORNERS, Camera(azimuth, elevation), aspect, 1.0)
    assert (pixels > 0).all()
    assert (pixels < [aspect, 1.0]).all()


def test_orbiting_does_not_change_the_size() -> None:
    upright = np.array([[0.0, 0.0, -0.3], [0.0, 0.0, 0.3]])
    sizes = [np.ptp(to_screen(upright, Camera(a, 30), 1.5, 1.0)[0][:, 1]) for a in range(0, 360, 9)]
    assert np.ptp(sizes) < 1e-3


def test_from_above_the_axes_lie_as_on_the_map() -> None:
    points = np.array([[0.0, 0.0, 0.0], [0.4, 0.0, 0.0], [0.0, 0.4, 0.0]])
    pixels, _ = to_screen(points, preset("top"), 600, 600)
    right, up = pixels[1] - pixels[0], pixels[2] - pixels[0]
    assert right[0] == pytest.approx(-up[1])
    assert right[0] > 100
    assert np.allclose([right[1], up[0]], 0, atol=1e-6)


def test_zooming_leaves_its_place_where_it_is() -> None:
    camera = Camera().panned(0.1, -0.2)
    x, y = 500.0, 150.0
    about = ((x - WIDTH / 2) / HEIGHT_OF_PICTURE, (HEIGHT_OF_PICTURE / 2 - y) / HEIGHT_OF_PICTURE)
    origin, direction = ray(camera, x, y, WIDTH, HEIGHT_OF_PICTURE)
    place = (origin + 3 * direction)[None]
    pixels, _ = to_screen(place, camera.zoomed(2.5, about), WIDTH, HEIGHT_OF_PICTURE)
    assert np.allclose(pixels[0], (x, y))
    assert Camera().zoomed(1e9).zoom == 12
    assert Camera().zoomed(1e-9).zoom == 0.3
    assert Camera().orbited(0, 500).elevation == 90
