"""Pictures in space one after another: what rests is kept, and nothing of it is wrong."""

from itertools import pairwise

import numpy as np
from msgspec.structs import replace

from gd_visualizer.descent.state.camera import Camera
from gd_visualizer.figures.surface3d.screen import Screen, View
from gd_visualizer.scene.surface3d.markers import ball
from gd_visualizer.scene.surface3d.primitives import Lines, Mesh, Solid

VIEW = View(Camera(), (240, 160), (240, 160), 2.0)
INK, PALE = (0.1, 0.2, 0.3, 1.0), (0.9, 0.1, 0.1, 0.5)


def hill(height: float) -> Mesh:
    x, y = np.meshgrid(*[np.linspace(-0.5, 0.5, 9)] * 2, indexing="ij")
    z = height * np.cos(3 * x) * np.cos(3 * y)
    corner = np.arange(81).reshape(9, 9)[:-1, :-1].reshape(-1, 1)
    faces = np.concatenate([corner + np.array(turn) for turn in ((0, 1, 9), (1, 10, 9))])
    vertices = np.stack([x, y, z], axis=-1).reshape(-1, 3).astype(np.float32)
    return Mesh(
        vertices, faces.astype(np.uint32), np.abs(np.column_stack([vertices, np.full(81, 1.0)]))
    )


def lines(height: float, color: tuple[float, float, float, float]) -> Lines:
    places = np.array([[-0.5, 0.1, height], [0.5, 0, height], [0, 0.5, height], [0, -0.5, height]])
    return Lines(places.astype(np.float32), color, 2.0)


def at(k: int, meshes: tuple[Mesh, ...]) -> Solid:
    """A mark that goes through the hill, and lines of which some move."""
    mark = ball(np.array([0.1 * k - 0.3, 0.1, 0.05 * k]), 0.1, "#F97316")
    seen_through = replace(mark, colors=mark.colors * np.float32([1, 1, 1, 0.5]))
    far = replace(seen_through, vertices=mark.vertices + np.float32([0.3, -0.1, 0.1]))
    moving = (lines(0.3 - 0.05 * k, INK), lines(0.1 * k, PALE))
    resting = (lines(0.2, PALE), lines(0.35, INK))
    return Solid(meshes, (*resting[:1], *moving, *resting[1:]), (far,), "#ffffff", (mark,))


def test_each_picture_is_what_it_would_be_had_there_been_none_before() -> None:
    screen, meshes = Screen(VIEW), (hill(0.3), hill(0.1))
    seen = []
    for k, under in enumerate([*[meshes] * 4, (hill(0.2),), meshes]):
        seen.append(screen.image(at(k, under)))
        np.testing.assert_array_equal(seen[-1], Screen(VIEW).image(at(k, under)))
    assert all((one != other).any() for one, other in pairwise(seen))


def test_what_rests_is_not_drawn_again(monkeypatch) -> None:
    from gd_visualizer.figures.surface3d.rasterizer import Raster

    sizes: list[int] = []
    put = Raster.put
    monkeypatch.setattr(
        Raster, "put", lambda raster, one, kind: (sizes.append(len(one.at)), put(raster, one, kind))
    )
    screen, meshes = Screen(VIEW), (hill(0.3), hill(0.1))
    counts = []
    for k in range(4):
        sizes.clear()
        screen.image(at(k, meshes))
        counts.append(sum(sizes))
    assert counts[3] < counts[0] / 2
