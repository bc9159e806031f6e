"""The surface in space: where it is, where it is cut, and what is drawn on it."""

from functools import cache
from itertools import pairwise

import numpy as np
import pytest
from msgspec.structs import replace

from gd_visualizer.core.arrays import Array, Floats
from gd_visualizer.core.objective.slice import Slice
from gd_visualizer.descent.state.camera import PRESETS, Camera, preset
from gd_visualizer.scene.look.palette import LIGHT
from gd_visualizer.scene.surface.slice import SlicePicture, SurfaceSlice, slice_picture
from gd_visualizer.scene.surface3d.axes import Box, axes, box_around
from gd_visualizer.scene.surface3d.markers import (
    arrow,
    ball,
    balls,
    drop_line,
    path_tube,
    tangent_plane,
)
from gd_visualizer.scene.surface3d.mesh import (
    floor,
    level_lines,
    on_surface,
    pick,
    rim_lines,
    surface_heights,
    surface_mesh,
)
from gd_visualizer.scene.surface3d.primitives import Mesh
from gd_visualizer.scene.surface3d.projection import to_screen
from tests.scene.descents import after, along


@cache
def picture(lesson: str = "two-inputs") -> SlicePicture:
    """The slice along the first two weights of a lesson, with some of it above what is shown."""
    descent = after(lesson)
    return slice_picture(descent, along(descent, descent.lesson.objective.names[:2]), size=41)


def with_losses(losses: Array, loss_range: tuple[float, float]) -> SurfaceSlice:
    """The picture's ground with other losses."""
    surface_slice = picture()
    lines = (
        surface_slice.slice.coordinates[0],
        surface_slice.slice.coordinates[1][: losses.shape[1]],
    )
    made = Slice(surface_slice.slice.axes, lines, losses)
    return replace(surface_slice, slice=made, loss_range=loss_range)


def broken() -> SurfaceSlice:
    """A diverging slice: huge, infinite and no numbers beside good ones."""
    losses = np.array(picture().slice.losses)
    losses[:9] = 1e300
    losses[:6] = np.inf
    losses[30:, 30:] = np.nan
    losses[20, 20] = -np.inf
    return with_losses(losses, (float(np.min(picture().slice.losses)), 200.0))


def waves(size: int = 41) -> SurfaceSlice:
    """Hills and valleys, none of them cut."""
    x, y = np.meshgrid(np.linspace(-3, 3, 41), np.linspace(-3, 3, size), indexing="ij")
    return with_losses(2 + np.sin(2 * x) * np.cos(y), (1.0, 3.0))


def sound(mesh: Mesh) -> bool:
    """Finite, of the agreed types, faces and colours within their bounds."""
    return bool(
        np.isfinite(mesh.vertices).all()
        and (mesh.colors >= 0).all()
        and (mesh.colors <= 1).all()
        and mesh.faces.max(initial=0) < max(len(mesh.vertices), 1)
        and (mesh.vertices.dtype, mesh.faces.dtype, mesh.colors.dtype)
        == (np.float32, np.uint32, np.float32)
        and len(mesh.colors) == len(mesh.vertices)
    )


def areas(mesh: Mesh) -> Floats:
    """Signed areas of the triangles seen from above (m,)."""
    a, b, c = (mesh.vertices[mesh.faces[:, k], :2].astype(np.float64) for k in range(3))
    (ux, uy), (vx, vy) = (b - a).T, (c - a).T
    return np.asarray(ux * vy - uy * vx) / 2


@pytest.mark.parametrize("log", [False, True])
def test_the_mesh_has_the_slice_s_losses_at_its_samples(log: bool) -> None:
    surface_slice = picture()
    box = box_around(surface_slice, log)
    assert box.log is log
    x, y = np.meshgrid(*surface_slice.slice.coordinates, indexing="ij")
    points = np.column_stack([x.ravel(), y.ravel(), surface_slice.slice.losses.ravel()])
    mesh = surface_mesh(surface_slice, box, LIGHT)
    assert sound(mesh)
    assert np.allclose(mesh.vertices[: len(points)], box.place(points), atol=1e-6)
    places = box.place(points)
    assert np.allclose(
        [box.axes_at(*place) for place in places[:, :2].tolist()], points[:, :2], atol=1e-9
    )
    shown = box.inside(points)
    assert np.allclose(surface_heights(surface_slice, box, places[shown, :2]), places[shown, 2])


def test_the_cut_is_a_contour_and_closes_the_surface() -> None:
    surface_slice = picture()
    low, _ = surface_slice.loss_range
    surface_slice = replace(
        surface_slice, loss_range=(low, float(np.median(surface_slice.slice.losses)))
    )
    box = box_around(surface_slice)
    mesh, rim = surface_mesh(surface_slice, box, LIGHT), rim_lines(surface_slice, box, LIGHT)
    assert (mesh.vertices[:, 2] <= box.top + 1e-6).all()
    assert len(rim.points) > 20
    assert np.allclose(rim.points[:, 2], box.top, atol=1e-6)
    assert (areas(mesh) > -1e-9).all()
    # The rim is where the field along each edge reaches the top, and is a part of the mesh.
    at_top = {tuple(p) for p in mesh.vertices[np.unique(mesh.faces)].round(5).tolist()}
    assert {tuple(p) for p in rim.points.round(5).tolist()} <= at_top
    # Every edge belongs to two triangles but for the sides of the box and the rim.
    places = {tuple(p): k for k, p in enumerate(np.unique(mesh.vertices.round(5), axis=0).tolist())}
    index = np.array([places[tuple(p)] for p in mesh.vertices.round(5).tolist()])
    faces = index[mesh.faces[areas(mesh) > 1e-8]]
    edges = np.sort(np.concatenate([faces[:, [0, 1]], faces[:, [1, 2]], faces[:, [2, 0]]]), axis=1)
    _, first, count = np.unique(edges, axis=0, return_index=True, return_counts=True)
    assert count.max() == 2
    ends = np.array(list(places))[edges[first[count == 1]]]
    sides = np.abs(np.abs(ends[..., :2]) - np.array(box.sides[:2]) / 2).min(axis=2) < 1e-4
    rims = np.abs(ends[..., 2] - box.top) < 1e-4
    assert (sides.all(axis=1) | rims.all(axis=1)).all()


def test_a_slice_s_rim_is_where_a_straight_slope_reaches_the_cut() -> None:
    x, _ = np.meshgrid(np.arange(41.0), np.arange(41.0), indexing="ij")
    surface_slice = with_losses(x / 1000 + 1, (1.0, 1.0205))  # heights above grow nearly evenly
    box = box_around(surface_slice)
    rim = rim_lines(surface_slice, box, LIGHT)
    assert np.allclose(rim.points[:, 0], (20.5 / 40 - 0.5) * box.sides[0], atol=2e-4)


@pytest.mark.parametrize("surface_slice", [broken(), waves(), waves(7)])
@pytest.mark.parametrize("log", [False, True])
def test_nothing_drawn_is_other_than_finite(surface_slice: SurfaceSlice, log: bool) -> None:
    box = box_around(surface_slice, log)
    map_, map_lines = floor(surface_slice, box, LIGHT)
    assert sound(surface_mesh(surface_slice, box, LIGHT))
    assert sound(map_)
    others = [level_lines(surface_slice, box, LIGHT), rim_lines(surface_slice, box, LIGHT)]
    for lines in (*map_lines, *others, *axes(box, Camera(), LIGHT).lines):
        assert np.isfinite(lines.points).all()
        assert len(lines.points) % 2 == 0
        assert lines.points.dtype == np.float32


def test_nothing_is_left_of_a_slice_without_numbers() -> None:
    surface_slice = with_losses(np.full((41, 41), np.nan), (0.0, 1.0))
    box = box_around(surface_slice)
    assert not len(surface_mesh(surface_slice, box, LIGHT).faces)
    assert not len(rim_lines(surface_slice, box, LIGHT).points)
    assert pick(surface_slice, box, Camera(), 300, 250, 600, 500) is None


def test_level_lines_lie_at_their_levels_on_the_surface() -> None:
    surface_slice = picture()
    box = box_around(surface_slice)
    points = level_lines(surface_slice, box, LIGHT).points.astype(np.float64)
    assert len(points) > 100
    gap = points[:, 2] - surface_heights(surface_slice, box, points[:, :2])
    assert np.allclose(gap, 0.002, atol=1e-5)
    apart = np.linalg.norm(points[::2] - points[1::2], axis=1)
    assert apart.max() < 2 * np.hypot(*box.sides[:2]) / 40


@pytest.mark.parametrize("make", [picture, waves, broken])
def test_what_is_seen_at_a_pixel_is_picked(make: object) -> None:
    surface_slice: SurfaceSlice = make()  # type: ignore[operator]
    box, seen = box_around(surface_slice), 0
    random = np.random.default_rng(1)
    flat = random.uniform(-0.5, 0.5, (60, 2)) * box.sides[:2]
    z = surface_heights(surface_slice, box, flat)
    points = np.column_stack([flat, z])[z <= box.top]
    for camera in (preset("isometric"), preset("top"), Camera(120, 50, 3.0, (0.1, 0.2))):
        pixels, depths = to_screen(points, camera, 800, 600)
        for point, pixel, depth in zip(points, pixels.tolist(), depths, strict=True):
            found = pick(surface_slice, box, camera, *pixel, 800, 600)
            assert found is not None
            hit = box.across(np.array([found]))
            hit = np.column_stack([hit, surface_heights(surface_slice, box, hit)])
            again, near = to_screen(hit, camera, 800, 600)
            assert np.allclose(again[0], pixel, atol=1e-2)
            assert near[0] <= depth + 1e-6  # the same place, or one that hides it
            seen += bool(np.linalg.norm(hit[0] - point) < 1e-6)
    assert seen > len(points)


def test_beside_the_surface_nothing_is_picked() -> None:
    box = box_around(picture())
    assert pick(picture(), box, Camera(), 1, 1, 800, 600) is None


def test_a_way_is_laid_on_the_surface_and_ends_at_the_box_and_the_cut() -> None:
    surface_slice = picture()
    box = box_around(surface_slice)
    (x0, x1), (y0, y1) = surface_slice.ranges
    x, y = (x0 + x1) / 2, (y0 + y1) / 2
    (piece,) = on_surface(surface_slice, box, np.array([[x, y], [x, y1], [x, y1 + 1e250]]))
    assert np.allclose(piece[:, 2], surface_heights(surface_slice, box, piece[:, :2]))
    assert np.allclose(piece[[0, -1], 1], [0, box.sides[1] / 2])
    assert len(piece) > 20
    assert np.linalg.norm(np.diff(piece[:, :2], axis=0), axis=1).min() > 1e-6
    out_and_in = np.array([[x, y], [x, 2 * y1], [x1 - 0.1, 2 * y1], [x1 - 0.1, y], [np.nan, y]])
    pieces = on_surface(surface_slice, box, out_and_in)
    assert len(pieces) == 2
    assert all(np.isfinite(piece).all() for piece in pieces)
    across = np.linspace([x0, y0], [x1, y1], 9)
    cut = replace(
        surface_slice,
        loss_range=(surface_slice.loss_range[0], float(np.median(surface_slice.slice.losses))),
    )
    pieces = on_surface(cut, box_around(cut), across)
    assert pieces
    assert all((piece[:, 2] <= box.top).all() for piece in pieces)
    assert on_surface(surface_slice, box, across[:1]) == []


def test_markers_are_where_they_should_be() -> None:
    turn = np.linspace(0, 20, 2000)
    helix = np.column_stack([0.3 * np.cos(turn), 0.3 * np.sin(turn), turn / 60])
    zigzag = np.array([[0, 0, 0], [1, 0, 0], [0, 0, 0], [0, 0, 0], [0, 0, 1], [np.nan, 0, 0]])
    for way in (helix, zigzag):
        tube = path_tube(way, 0.01, "#112233")
        assert sound(tube)
        fine = np.concatenate([np.linspace(a, b, 50) for a, b in pairwise(way)])
        fine = fine[np.isfinite(fine).all(axis=1)]
        some = tube.vertices[:: max(len(tube.vertices) // 300, 1)]
        away = np.array([np.linalg.norm(fine - v, axis=1).min() for v in some])
        assert (away < 0.0125).all()
    for still in (np.zeros((1, 3)), np.zeros((0, 3)), np.ones((3, 3))):
        assert sound(path_tube(still, 0.01, "#112233"))
        assert not len(path_tube(still, 0.01, "#112233").faces)
    round_ = ball([0.1, 0.2, 0.3], 0.05, "#ff8800")
    assert sound(round_)
    assert np.allclose(np.linalg.norm(round_.vertices - [0.1, 0.2, 0.3], axis=1), 0.05, atol=1e-6)
    pointer = arrow([0, 0, 0], [0, 0, -0.4], 0.01, "#112233")
    assert sound(pointer)
    assert pointer.vertices[:, 2].min() == pytest.approx(-0.4)
    drop = drop_line([0.1, 0.2, 0.3], -0.4, "#112233").points
    assert drop[:, 2].max() == pytest.approx(0.3)
    assert drop[:, 2].min() >= np.float32(-0.4)


def test_marks_are_closed_and_look_outwards() -> None:
    """Of marks only the triangles that look at the eye are drawn: by the divergence theorem the
    fluxes of x, y and z through a closed surface are its volume each, positive where its triangles
    turn outwards."""
    ball_, disc = 4 / 3 * np.pi * 0.05**3, np.pi * 0.01**2
    way = np.outer(np.linspace(0, 1, 9), [1, 2, 2])
    cases = [
        (ball([0.1, 0.2, 0.3], 0.05, "#ff8800"), ball_),
        (balls(np.eye(3), 0.05, "#ff8800", 12), 3 * ball_),
        (path_tube(way, 0.01, "#112233"), 3 * disc),
        (arrow([0, 0, 1], [0, 1, 1], 0.01, "#112233"), (0.93 + 0.07 * 2.6**2 / 3) * disc),
    ]
    for mesh, volume in cases:
        corners = mesh.vertices.astype(np.float64)[mesh.faces]
        areas = np.cross(corners[:, 1] - corners[:, 0], corners[:, 2] - corners[:, 0]) / 2
        flux = (corners.mean(axis=1) * areas).sum(axis=0)
        assert flux == pytest.approx(np.full(3, flux.mean()), rel=1e-3)
        assert 0.85 * volume < flux.mean() < volume  # polygons lie inside of their circles


@pytest.mark.parametrize("log", [False, True])
def test_the_tangent_plane_touches_the_surface(log: bool) -> None:
    box = Box(((-2.0, 4.0), (0.0, 2.0)), (0.5, 9.0), log)

    def loss(x: float, y: float) -> float:
        return 1 + x * x / 4 + y * y / 2

    point = np.array([1.0, 1.2, loss(1.0, 1.2)])
    mesh, outline = tangent_plane(box, point, [0.5, 1.2], 0.2, "#112233")
    assert sound(mesh)
    assert len(outline.points) == 2 * len(mesh.vertices) >= 6
    center, vertices = box.place(point[None])[0], mesh.vertices.astype(np.float64)
    normal = np.cross(vertices[1] - vertices[0], vertices[2] - vertices[0])
    for step in ([1e-5, 0.0], [0.0, 1e-5]):
        x, y = point[:2] + step
        near = box.place(np.array([[x, y, loss(x, y)]]))[0]
        assert abs((near - center) @ normal) < 1e-4 * np.linalg.norm(near - center)
    steep, _ = tangent_plane(box, point, [1e9, -1e9], 2.0, "#112233")
    assert sound(steep)
    assert (np.abs(steep.vertices) <= np.array(box.sides) / 2 + 1e-6).all()
    assert not len(tangent_plane(box, [1.0, 1.2, np.inf], [1, 1], 0.2, "#112233")[0].faces)


@pytest.mark.parametrize("name", PRESETS)
@pytest.mark.parametrize("aspect", [0.6, 1.0, 1.5, 2.5])
def test_the_axes_texts_are_in_the_picture(name: str, aspect: float) -> None:
    surface_slice = picture()
    box = box_around(surface_slice)
    for turn in range(0, 360, 20):
        camera = preset(name).orbited(turn, 0)
        drawn = axes(box, camera, LIGHT)
        labels = [*drawn.numbers, *(title for title in drawn.titles if title)]
        pixels, _ = to_screen(np.array([label.place for label in labels]), camera, aspect, 1.0)
        assert (pixels > 0.01).all()
        assert (pixels < [aspect - 0.01, 0.99]).all()


def test_axes_have_numbers_unless_they_are_seen_from_the_end() -> None:
    surface_slice = picture()
    box = box_around(surface_slice)
    shown = {
        name: [title is not None for title in axes(box, preset(name), LIGHT).titles]
        for name in PRESETS
    }
    assert shown == {
        "isometric": [True, True, True],
        "top": [True, True, False],
        "along x": [False, True, True],
        "along y": [True, False, True],
    }
