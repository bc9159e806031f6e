"""Figures of what the window shows: from its camera, by powers of ten, and in the dark."""

from collections.abc import Iterator
from functools import lru_cache

import numpy as np
import pytest
from matplotlib.text import Text
from msgspec.structs import replace

from gd_visualizer.descent.script.clicker import forward
from gd_visualizer.descent.state.camera import Camera, preset
from gd_visualizer.descent.state.descent import Descent
from gd_visualizer.descent.state.state import open_lesson
from gd_visualizer.figures.render import render
from gd_visualizer.figures.sheet.paper import Paper
from gd_visualizer.figures.sheet.picture import LEGEND
from gd_visualizer.lesson.lesson import Phase
from gd_visualizer.lesson.library.catalogue import load
from gd_visualizer.scene.look.palette import LIGHT
from gd_visualizer.scene.surface.dark.lantern import lantern_at
from gd_visualizer.scene.surface.slice import slice_picture
from gd_visualizer.scene.surface3d.axes import box_around
from gd_visualizer.scene.surface3d.projection import to_screen
from tests.figures.pictures import SUFFIXES, centre, like, orange, pixels, request, walked
from tests.scene.descents import after, diverged

SIZE = (640, 400)
ISO = Camera()


def drawn(descent: Descent, view: str, suffix: str = ".png", **more: object) -> bytes:
    return render(descent, replace(request(descent, view, SIZE), **more), suffix)


@lru_cache
def plain(lesson: str, view: str, suffix: str) -> bytes:
    """The picture without anything that a variant asks for."""
    return drawn(after(lesson, 3), view, suffix)


VARIANTS = {
    "camera": ("two-inputs", "3d", {"camera": Camera(40, 20, 1.3, (0.1, 0.0))}),
    "top": ("two-inputs", "3d", {"camera": preset("top")}),
    "log 3d": ("two-inputs", "3d", {"log": True}),
    "log slope": ("slope", "slope", {"log": True}),
    "dark slope": ("dark-field", "slope", {"dark": True}),
    "dark log slope": ("slope", "slope", {"dark": True, "log": True}),
    "dark map": ("dark-field", "map", {"dark": True}),
    "dark 3d": ("dark-field", "3d", {"dark": True}),
}


@pytest.mark.parametrize("suffix", SUFFIXES)
@pytest.mark.parametrize("name", VARIANTS)
def test_every_variant_has_the_same_bytes_on_repeat_and_is_another_picture(
    name: str, suffix: str
) -> None:
    lesson, view, more = VARIANTS[name]
    first = drawn(after(lesson, 3), view, suffix, **more)
    assert drawn(after(lesson, 3), view, suffix, **more) == first
    assert plain(lesson, view, suffix) != first


@pytest.mark.parametrize("size", [(1, 1), (101, 77), (3, 900), (900, 3)], ids=str)
@pytest.mark.parametrize("name", VARIANTS)
def test_every_variant_takes_any_size(name: str, size: tuple[int, int]) -> None:
    lesson, view, more = VARIANTS[name]
    descent = after(lesson, 3)
    content = render(descent, replace(request(descent, view, size), **more), ".png")
    assert pixels(content).shape == (size[1], size[0], 3)


@pytest.mark.parametrize(
    "camera", [ISO, Camera(-20, 50), Camera(-100, 35, 1.5, (0.1, -0.05)), preset("top")], ids=str
)
@pytest.mark.parametrize("log", [False, True])
def test_in_3d_the_point_is_where_the_window_s_camera_sees_it(camera: Camera, log: bool) -> None:
    descent = walked(after("loss-surface", 0), [(3.0, 2.0)])
    asked = request(descent, "3d", SIZE)
    image = pixels(render(descent, replace(asked, camera=camera, log=log), ".png"))
    surface_slice = slice_picture(descent, asked.section(descent.lesson.objective), size=asked.grid)
    place = box_around(surface_slice, log).place(
        np.array([[*surface_slice.marks.point, surface_slice.marks.loss]])
    )
    left, top, right, bottom = 16, 69, 624, 384
    seen = to_screen(place, camera, right - left, bottom - top)[0][0] + (left, top)
    assert centre(orange(image)) == pytest.approx(seen, abs=4 * camera.zoom)


def test_two_cameras_show_two_pictures_and_one_camera_another_side_of_the_same_surface() -> None:
    descent = walked(after("loss-surface", 0), [(4.0, 1.0)])
    behind = Camera(ISO.azimuth + 180, ISO.elevation)
    images = [pixels(drawn(descent, "3d", camera=camera)) for camera in (ISO, behind)]
    assert not np.array_equal(*images)
    here, there = (centre(orange(image)) for image in images)
    assert here[0] > 340  # the first weight grows to the right, and from behind to the left
    assert there[0] < 300


def held(phase: Phase) -> Descent:
    state = open_lesson(load("two-inputs"))
    for _ in range(20):
        state = forward(state)
        if state.descent.phase == phase:
            return state.descent
    raise AssertionError(phase)


def test_slopes_are_seen_at_slopes_only() -> None:
    images = [
        pixels(drawn(held(phase), "3d", camera=Camera(-20, 35)))
        for phase in (Phase.SLOPES, Phase.ERROR)
    ]
    for color, tolerance in ((LIGHT.slope, 60), (LIGHT.path, 30)):  # the plane and the arrow
        seen, unseen = (int(like(image[69:], color, tolerance).sum()) for image in images)
        assert seen > unseen + 15, color


def test_at_the_very_minimum_the_point_is_seen_too() -> None:
    descent = walked(after("loss-surface", 0), [(2.0, 1.0)])
    assert orange(pixels(drawn(descent, "3d", camera=Camera(-57, 60)))).sum() > 20


def far_from_the_lantern(descent: Descent, image: np.ndarray) -> np.ndarray:
    """Which pixels of the dark map lie outside the circle; the circle is round on the sheet."""
    ys, xs = np.nonzero(like(image, LIGHT.dark_field, 2))
    low, high = np.array([xs.min(), ys.min()]), np.array([xs.max(), ys.max()])
    asked = request(descent, "map", SIZE)
    surface_slice = slice_picture(descent, asked.section(descent.lesson.objective), size=11)
    radius = (high - low).min() / 8
    point = [
        (v - a) / (b - a)
        for v, (a, b) in zip(surface_slice.marks.point.tolist(), surface_slice.ranges, strict=True)
    ]
    middle = low + (high - low) * (point[0], 1 - point[1])
    y, x = np.mgrid[: image.shape[0], : image.shape[1]]
    away = np.hypot(x - middle[0], y - middle[1])
    inside = (x >= low[0]) & (x <= high[0]) & (y >= low[1]) & (y <= high[1])
    return inside & (away > radius + 2)


@pytest.mark.parametrize("steps", [0, 5])
def test_the_dark_map_shows_no_surface_outside_the_lantern(steps: int) -> None:
    descent = after("dark-field", steps)
    image = pixels(drawn(descent, "map", dark=True))
    outside = far_from_the_lantern(descent, image)
    for color in LIGHT.surface + LIGHT.lantern:
        assert not like(image, color, 6)[outside].any(), color
    assert like(image, LIGHT.dark_field, 3)[outside].mean() > 0.85
    assert like(image, LIGHT.lantern[1], 60)[~outside].any()


@pytest.fixture
def texts(monkeypatch: pytest.MonkeyPatch) -> Iterator[list[str]]:
    """What is written on the sheets that a test draws."""
    found: list[str] = []

    def look(paper: Paper, _title: str) -> bytes:
        found.extend(text.get_text() for text in paper.figure.findobj(Text))
        return b""

    with monkeypatch.context() as patch:
        patch.setattr(Paper, "save", look)
        yield found


@pytest.mark.parametrize(("view", "rays"), [("slope", 2), ("map", 8), ("3d", 8)])
def test_the_numbers_around_the_point_are_the_lantern_s(
    view: str, rays: int, texts: list[str]
) -> None:
    descent = after("dark-field", 5)
    asked = request(descent, view, SIZE)
    surface_slice = slice_picture(descent, asked.section(descent.lesson.objective), size=11)
    lantern = lantern_at(descent, surface_slice)
    drawn(descent, view, dark=True)
    assert len(lantern.rays) == rays
    assert {ray.text for ray in lantern.rays} <= set(texts)
    assert any(LEGEND.english in text for text in texts)


def test_slopes_are_written_at_slopes_only(texts: list[str]) -> None:
    drawn(held(Phase.ERROR), "3d", camera=ISO)
    assert [text for text in texts if "slopes" in text] == []
    drawn(held(Phase.SLOPES), "3d", camera=ISO)
    assert "slopes 30, 40" in texts


def test_the_dark_map_s_scale_of_losses_is_dark_as_well(texts: list[str]) -> None:
    drawn(after("dark-field", 5), "map", dark=True)
    assert "loss" not in texts


def test_by_powers_of_ten_equal_factors_are_equal_heights() -> None:
    lesson, limits = after("slope", 0), ((0.0, 8.0), (0.1, 1000.0))  # loss (3w − 10)²
    heights = [
        centre(
            like(pixels(drawn(walked(lesson, [(w,)]), "slope", log=True, ranges=limits)), LIGHT.now)
        )[1]
        for w in ((10 + 10**0.0) / 3, (10 + 10**0.5) / 3, (10 + 10**1.0) / 3)
    ]
    assert heights[0] - heights[1] > 30
    assert heights[0] - heights[1] == pytest.approx(heights[1] - heights[2], abs=1.5)


@pytest.mark.parametrize("view", ["slope", "map", "3d"])
@pytest.mark.parametrize("log", [False, True])
def test_far_ranges_and_flown_off_descents_can_be_drawn_in_the_dark_too(
    view: str, log: bool
) -> None:
    for ranges in (((1, 1.0000001),) * 2, ((-1e100, 1e100),) * 2, ((1e6, 1e6 + 1),) * 2):
        assert len(drawn(after("two-inputs", 0), view, dark=True, log=log, ranges=ranges)) > 2000
    if view == "slope":
        assert len(drawn(diverged(), view, dark=True, log=log)) > 2000
