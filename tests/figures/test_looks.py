"""What a picture shows, seen in its pixels: each thing at its place and nothing cut off."""

from itertools import combinations, pairwise

import numpy as np
import pytest
from matplotlib.text import Text
from msgspec.structs import replace

from gd_visualizer.descent.state.descent import Descent
from gd_visualizer.descent.state.section import Range, parameters
from gd_visualizer.descent.state.shown_step import shown_rows
from gd_visualizer.descent.state.state import open_lesson
from gd_visualizer.drawing.frame import Audience, Frame
from gd_visualizer.figures.sheet.paper import Paper
from gd_visualizer.lesson.library.built_in import BUILT_IN
from gd_visualizer.scene.look.colors import ramp
from gd_visualizer.scene.look.palette import LIGHT
from gd_visualizer.scene.network.diagram import diagram
from gd_visualizer.scene.surface.slice import slice_picture
from tests.descent.lessons import make, tanh_network
from tests.figures.pictures import (
    DRAWABLE,
    GRIDS,
    centre,
    like,
    orange,
    picture,
    pixels,
    walked,
)
from tests.scene.descents import after

SIZE = (640, 400)
ORANGE = LIGHT.now


def now(descent: Descent, view: str, **more: object) -> np.ndarray:
    """The centre (x, y) of the orange point."""
    return centre(like(pixels(picture(descent, view, SIZE, **more)), ORANGE))


def test_the_current_point_on_the_map_moves_right_and_up_by_one_scale() -> None:
    lesson = after("two-inputs", 0)  # both ranges are the lesson's, -2 to 4
    at = {w: now(walked(lesson, [w]), "map") for w in [(0, 0), (2, 0), (0, 2), (3, -1)]}
    right, up = at[2, 0] - at[0, 0], at[0, 2] - at[0, 0]
    assert right[0] > 70
    assert abs(right[1]) <= 1
    assert abs(up[0]) <= 1
    assert up[1] == pytest.approx(-right[0], abs=1.5)
    assert at[3, -1] == pytest.approx(at[0, 0] + 1.5 * right - 0.5 * up, abs=2)


def test_the_map_has_each_band_s_colour_where_the_loss_is_and_the_start_is_a_ring() -> None:
    path = [(0.0, 3.0), (1.0, 3.0), (2.0, 2.0)]
    descent = walked(after("two-inputs", 0), path)
    image = pixels(picture(descent, "map", SIZE))
    corner = {w: now(walked(descent, [w]), "map") for w in [(0, 0), (2, 0)]}
    scale = (corner[2, 0] - corner[0, 0])[0] / 2

    def place(w: tuple[float, float]) -> np.ndarray:
        return corner[0, 0] + scale * np.array([w[0], -w[1]])

    shown = slice_picture(
        descent, parameters(descent.lesson.objective, ("w1_1_1", "w1_2_1")), size=GRIDS["map"]
    )
    bands = ramp(LIGHT.surface, len(shown.levels) + 1)
    assert len(shown.levels) >= 5
    seen = set()
    for w in np.random.default_rng(1).uniform(-1.9, 3.9, (300, 2)):
        x, y = np.rint(place(tuple(w))).astype(int)
        losses = [
            descent.lesson.objective.loss_at(np.array(w) + np.array(d) * 4 / scale)
            for d in [(0, 0), (1, 0), (-1, 0), (0, 1), (0, -1)]
        ]
        band = {int(np.searchsorted(shown.levels, loss)) for loss in losses}
        near_path = min(np.abs(place(p) - (x, y)).max() for p in path) < 60
        if len(band) == 1 and not near_path:  # away from level lines and marks
            seen |= band
            spot = image[y : y + 1, x : x + 1]
            assert like(spot, bands[min(band)], 3).all(), (w, losses[0], spot)
    assert len(seen) >= 5
    x, y = np.rint(place(path[0])).astype(int)
    assert like(image[y : y + 1, x : x + 1], LIGHT.path_edge).all()
    assert like(image[y - 9 : y + 10, x - 9 : x + 10], LIGHT.path, 60).sum() > 20
    x, y = np.rint(place(path[-1])).astype(int)
    assert like(image[y - 3 : y + 4, x - 3 : x + 4], ORANGE).all()
    x, y = np.rint((place(path[0]) + place(path[1])) / 2).astype(int)
    assert like(image[y - 1 : y + 2, x : x + 1], LIGHT.path, 60).any()


def test_the_current_point_of_the_curve_of_one_weight_is_at_its_weight_and_loss() -> None:
    lesson = after("slope", 0)  # loss (3w − 10)²
    limits = ((0.0, 8.0), (0.0, 100.0))
    at = {w: now(walked(lesson, [(w,)]), "slope", ranges=limits) for w in (1.0, 10 / 3, 5.0, 6.0)}
    low, left, right = at[10 / 3], at[1.0], at[5.0]
    per_weight = (right - left)[0] / 4
    per_loss = (low - right)[1] / 25
    assert per_weight > 40
    assert per_loss > 1
    assert low[0] == pytest.approx(left[0] + per_weight * 7 / 3, abs=1.5)
    assert left[1] == pytest.approx(low[1] - 49 * per_loss, abs=2.5)
    assert at[6.0] == pytest.approx(low + np.array([per_weight * 8 / 3, -64 * per_loss]), abs=2.5)
    # The blue line runs through the places of other points.
    image = pixels(picture(walked(lesson, [(6.0,)]), "slope", SIZE, ranges=limits))
    for place in (left, low, right):
        x, y = np.rint(place).astype(int)
        assert like(image[y - 2 : y + 3, x - 2 : x + 3], LIGHT.action, 40).any()


def test_the_current_point_of_the_loss_curve_is_at_its_step_and_loss() -> None:
    descent = after("many-steps", 8)
    losses = descent.timeline.losses()
    rows = (0, 2, 4, 8)
    at = [now(replace(descent, timeline=descent.timeline.at(row)), "loss-curve") for row in rows]
    per_step = (at[3] - at[0])[0] / 8
    per_loss = (at[3] - at[0])[1] / (losses[0] - losses[8])
    assert per_step > 30
    assert per_loss > 0
    for row, place in zip(rows, at, strict=True):
        right, down = per_step * row, per_loss * (losses[0] - losses[row])
        assert place == pytest.approx(at[0] + np.array([right, down]), abs=1.5)


def test_a_loss_curve_by_decades_has_equal_heights_for_equal_factors() -> None:
    descent = after("learning-rate", 4)
    losses = np.log10(descent.timeline.losses())
    heights = [
        now(replace(descent, timeline=descent.timeline.at(row)), "loss-curve")[1]
        for row in range(5)
    ]
    per_decade = (heights[0] - heights[4]) / (losses[4] - losses[0])
    assert per_decade > 20
    for row in (1, 2, 3):
        higher = per_decade * (losses[row] - losses[0])
        assert heights[0] - heights[row] == pytest.approx(higher, abs=1.5)


def test_the_current_point_in_3d_moves_with_each_weight() -> None:
    lesson = after("loss-surface", 0)
    at = {w: now(walked(lesson, [w]), "3d") for w in [(2, 1), (4, 1), (2, 4), (-1, 1)]}
    assert at[4, 1][0] > at[2, 1][0] + 20
    assert at[-1, 1][0] < at[2, 1][0] - 20
    assert at[2, 4][1] < at[2, 1][1] - 20


@pytest.mark.parametrize(
    ("view", "ranges"),
    [
        ("map", ((-2.0, 0.0), None)),
        ("map", (None, (2.2, 4.0))),
        ("slope", ((-2.0, 0.0), None)),
        ("slope", (None, (30.0, 50.0))),
        ("slope", (None, (0.0, 10.0))),
    ],
    ids=str,
)
def test_a_point_outside_of_the_ranges_is_a_ring_on_the_side_where_it_is(
    view: str, ranges: tuple
) -> None:
    image = pixels(picture(after("two-inputs", 0), view, SIZE, ranges=ranges))
    x, y = np.rint(centre(like(image, ORANGE))).astype(int)
    assert like(image[y - 2 : y + 3, x - 2 : x + 3], LIGHT.paper).all()


def test_in_3d_a_point_outside_of_the_ranges_is_not_drawn() -> None:
    image = pixels(picture(after("two-inputs", 0), "3d", SIZE, ranges=((-2.0, 0.0), None)))
    assert not orange(image).any()


@pytest.mark.parametrize("view", ["loss-curve", "slope", "map", "3d"])
def test_every_plot_bears_one_orange_point(view: str) -> None:
    image = pixels(picture(after("many-steps", 5), view, SIZE))
    mask = orange(image) if view == "3d" else like(image, ORANGE)  # in space it is shaded
    x, y = centre(mask)
    ys, xs = np.nonzero(mask)
    assert np.hypot(xs - x, ys - y).max() < 12
    assert mask.sum() > (60 if view == "3d" else 100)


def test_in_the_network_a_positive_weight_is_a_line_and_a_negative_one_is_dashed() -> None:
    descent = after("baseline", 0)
    image = pixels(picture(descent, "network", (1600, 1000)))
    for color in (LIGHT.factor_loss, LIGHT.ink, LIGHT.muted):
        assert like(image, color).sum() > 100, color
    assert not like(image, ORANGE).any()
    edges = diagram(descent, 0, Frame(1520, 770, 36, Audience.PAPER)).edges
    boxes = [edge.box for edge in edges if edge.box]
    across = next(edge for edge in edges if edge.name == "w1_1_2")
    crossing = (across.x1 + across.x2) / 2, (across.y1 + across.y2) / 2
    for edge in edges:
        share = np.linspace(0.04, 0.96, 800)
        x = edge.x1 + (edge.x2 - edge.x1) * share
        y = edge.y1 + (edge.y2 - edge.y1) * share
        free = np.ones(len(share), dtype=bool)
        for other_box in boxes:  # which cover the lines, as do those that cross
            beside = np.abs(x - other_box.x) > other_box.width / 2 + 4
            free &= beside | (np.abs(y - other_box.y) > other_box.height / 2 + 4)
        free &= np.abs(x - crossing[0]) + np.abs(y - crossing[1]) > 40
        along = image[np.rint(190 + y[free]).astype(int), np.rint(40 + x[free]).astype(int)][None]
        color, other = LIGHT.positive, LIGHT.negative
        if edge.negative:
            color, other = other, color
        assert like(along, color).mean() > 0.3, edge
        assert not like(along, other).any(), edge
        assert like(along, LIGHT.paper).any() == edge.negative, edge


Boxes = dict[str, tuple[float, float, float, float]]


def laid_out(descent: Descent, view: str, size: tuple[int, int], grid: int = 11) -> Boxes:
    """The picture's texts, each with its box in shares of the sheet, y upwards."""
    found: Boxes = {}

    def look(paper: Paper, _title: str) -> bytes:
        paper.figure.draw_without_rendering()
        renderer, (width, height) = paper.canvas.get_renderer(), paper.pixels
        written = [text for text in paper.figure.findobj(Text) if text.get_text()]
        for k, text in enumerate(written):
            box = text.get_window_extent(renderer)
            place = (box.x0 / width, box.y0 / height, box.x1 / width, box.y1 / height)
            if place not in found.values():  # one may lie above itself
                found[f"{text.get_text()} #{k}"] = place
        return b""

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(Paper, "save", look)
        picture(descent, view, size, grid=grid)
    assert len(found) >= 6
    return found


CASES = ["-".join(pair) for pair in DRAWABLE]
# Plots of all lessons are looked at in tests/scene/test_label_placement.py.
LAID_OUT = [
    (lesson, view)
    for lesson, view in DRAWABLE
    if view in ("3d", "network", "points") or lesson == "many-steps"
]


@pytest.mark.parametrize(("lesson", "view"), LAID_OUT, ids=map("-".join, LAID_OUT))
def test_no_text_of_a_lesson_s_picture_is_cut_off_or_covers_another(lesson: str, view: str) -> None:
    early = 5 * (BUILT_IN.index(lesson) % 2)
    for steps in (early, None) if view != "3d" else (None,):
        texts = laid_out(after(lesson, steps), view, (1600, 1000))
        for text, box in texts.items():
            assert min(box) > 0.002, text
            assert max(box) < 0.998, text
        assert [(a, b) for a, b in combinations(texts, 2) if cover(texts[a], texts[b])] == []


def cover(a: tuple[float, ...], b: tuple[float, ...]) -> bool:
    """Whether two boxes share more than a rim: fonts leave room above and below their letters."""
    wide = min(a[2], b[2]) - max(a[0], b[0])
    high = min(a[3], b[3]) - max(a[1], b[1])
    return wide > 0.002 and high > 0.25 * min(a[3] - a[1], b[3] - b[1])


@pytest.mark.parametrize(("lesson", "view"), DRAWABLE[::4], ids=CASES[::4])
def test_nothing_reaches_the_edge_of_the_sheet(lesson: str, view: str) -> None:
    size = (1600, 1000) if view == "3d" else (320, 200)
    image = pixels(picture(after(lesson), view, size))
    for line in (image[0], image[-1], image[:, 0], image[:, -1]):
        assert (line == 255).all()
    assert (image != 255).any()


@pytest.mark.parametrize("view", ["loss-curve", "slope", "map", "3d", "network"])
def test_a_picture_is_laid_out_alike_in_every_size(view: str) -> None:
    descent = after("many-steps", 5)
    usual = laid_out(descent, view, (1600, 1000))
    for size in ((800, 500), (4800, 3000)):
        texts = laid_out(descent, view, size)
        assert texts.keys() == usual.keys()
        for text, box in texts.items():
            assert box == pytest.approx(usual[text], abs=0.015), (size, text)


@pytest.mark.parametrize(
    ("lesson", "x_range", "y_range"),
    [
        ("two-inputs", (-1.0, 1.0), (-3.0, 3.0)),
        ("dark-field", (-1.0, 1.0), (-3.0, 3.0)),
        ("two-inputs", (-2.0, 0.0), (-2.0, 4.0)),
        ("two-inputs", (-2.0, 4.0), (1.0, 3.0)),
    ],
)
@pytest.mark.parametrize("view", ["map", "3d"])
def test_with_one_range_shorter_the_texts_keep_apart_too(
    lesson: str, view: str, x_range: Range, y_range: Range
) -> None:
    descent = after(lesson, 0)
    limits = replace(descent.lesson.view, x_range=x_range, y_range=y_range)
    descent = replace(descent, lesson=replace(descent.lesson, view=limits))
    texts = laid_out(descent, view, (1600, 1000))
    assert [text for text, box in texts.items() if min(box) < 0 or max(box) > 1] == []
    assert [(a, b) for a, b in combinations(texts, 2) if cover(texts[a], texts[b])] == []


@pytest.mark.parametrize("size", [(1000, 1000), (1000, 1600), (1920, 1080)], ids=str)
@pytest.mark.parametrize("view", ["loss-curve", "slope", "map", "3d", "network"])
def test_on_a_sheet_of_another_shape_no_text_is_cut_off_either(
    view: str, size: tuple[int, int]
) -> None:
    texts = laid_out(after("dark-field"), view, size)
    assert [text for text, box in texts.items() if min(box) < 0 or max(box) > 1] == []


@pytest.mark.parametrize("layers", [(1, 1, 1), (3, 1), (5, 2), (2, 3, 1)], ids=str)
def test_on_a_square_sheet_no_caption_of_any_network_is_cut_off(layers: tuple[int, ...]) -> None:
    random = np.random.default_rng(1)
    size = sum((n + 1) * m for n, m in pairwise(layers))
    X, y = random.normal(size=(3, layers[0])), random.normal(size=(3, layers[-1]))
    lesson = make(layers, X, y, random.normal(size=size), biases=True, activation="tanh")
    texts = laid_out(open_lesson(lesson).descent, "network", (1000, 1000))
    assert [text for text, box in texts.items() if min(box) < 0 or max(box) > 1] == []


def test_the_table_of_points_has_a_bar_before_each_of_the_steps_and_below_for_their_name() -> None:
    def bars(batch_size: int | None) -> list[int]:
        """The rows with an orange bar, from their middles."""
        lesson = tanh_network(8, batch_size=batch_size)
        drawn = pixels(picture(open_lesson(lesson).descent, "points", (1600, 1000)))
        orange = like(drawn, ORANGE)[:, 50].astype(int)
        starts, ends = (np.flatnonzero(np.diff(orange) == way) for way in (1, -1))
        return [int(middle) for middle in (starts + ends) / 2]

    assert bars(None) == []
    rows = shown_rows(open_lesson(tanh_network(8, batch_size=3)).descent)
    assert rows is not None
    *found, name = bars(3)
    assert name > max(found)
    places = np.diff(found) / np.diff(rows)  # one row is as high as another
    assert len(found) == 3
    assert np.ptp(places) <= 1
