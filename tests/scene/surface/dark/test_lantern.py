"""The lantern tells the network's own loss, and the light tells the truth."""

import dataclasses
import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from gd_visualizer.descent.commands import display as showing
from gd_visualizer.descent.commands.stepping import take_steps
from gd_visualizer.descent.state.descent import Descent
from gd_visualizer.descent.state.display import Display
from gd_visualizer.descent.state.state import State, open_lesson
from gd_visualizer.drawing.frame import Audience, Frame
from gd_visualizer.drawing.shapes import Box, Path, flat
from gd_visualizer.lesson.lesson import Lesson, Phase
from gd_visualizer.lesson.library.catalogue import load
from gd_visualizer.lesson.pictures import MAP, SLOPE
from gd_visualizer.scene.surface.caption import surface_note, where_we_ended
from gd_visualizer.scene.surface.dark.lantern import Lantern, lantern_at, lit_levels
from gd_visualizer.scene.surface.minima import local_minima
from gd_visualizer.scene.surface.picture import surface_picture
from gd_visualizer.scene.surface.slice import SlicePicture, slice_picture
from gd_visualizer.text.numerals import number
from tests.descent.lessons import make, tanh_network
from tests.scene.descents import after, along, networks, proof

DARK = ("w1_1_1", "w2_1_1")
FIELD = [(-3.0, 3.0), (-3.0, 3.0)]


def picture(descent: Descent, axes=DARK, ranges=FIELD, size: int = 201) -> SlicePicture:
    return slice_picture(descent, along(descent, axes), ranges, size)


def brute(descent: Descent, axes, moves) -> float:
    """How much the network's loss changes when ``axes`` move by ``moves``."""
    theta, network = descent.moment.theta.copy(), descent.lesson.network
    for name, move in zip(axes, moves, strict=True):
        theta[network.parameter(name).index] += move
    objective = descent.lesson.objective
    return objective.loss_at(theta) - objective.loss_at(descent.moment.theta)


def from_start(lesson: Lesson, start) -> Descent:
    return open_lesson(replace(lesson, start=np.array(start, dtype=float))).descent


def lit(descent: Descent, dark: bool = False) -> State:
    state = State(descent, Display(DARK[0], 0, MAP, DARK, dark=True))
    return state if dark else showing.set_dark(state, False)


@pytest.mark.parametrize("steps", [0, 3, 60])
@pytest.mark.parametrize("area", [None, (500.0, 300.0)])
def test_rays_are_true_differences_of_the_loss_one_radius_away(steps: int, area) -> None:
    descent = after("dark-field", steps)
    lantern = lantern_at(descent, picture(descent), area)
    assert len(lantern.rays) == 8
    for k, ray in enumerate(lantern.rays):
        angle = k * math.pi / 4
        assert ray.toward == pytest.approx((math.cos(angle), math.sin(angle)))
        moves = lantern.radius[0] * ray.toward[0], lantern.radius[1] * ray.toward[1]
        true = brute(descent, DARK, moves)
        assert ray.change == pytest.approx(true, rel=1e-9, abs=1e-12)
        assert ray.up == (true > 0)
        decimals = len(ray.text.partition(".")[2])
        assert abs(float(ray.text) - abs(true)) <= 0.5001 * 10**-decimals
        assert float(ray.text) > 0
    assert len({len(ray.text.partition(".")[2]) for ray in lantern.rays}) == 1
    largest = max(lantern.rays, key=lambda ray: abs(ray.change))
    assert float(largest.text) == pytest.approx(abs(largest.change), rel=6e-3)


@proof(30)
@given(descent=networks(most_layers=4, most_nodes=5, most_steps=5), turn=st.integers(0, 7))
def test_rays_are_true_where_other_weights_are_held(descent: Descent, turn: int) -> None:
    names = descent.lesson.objective.names
    axes = names[:2]
    if len(axes) < 2:
        return
    lantern = lantern_at(
        descent, picture(descent, axes, [(-1.0, 1.0), (0.0, 4.0)], 5), (300.0, 400.0)
    )
    ray = lantern.rays[turn]
    moves = [r * t for r, t in zip(lantern.radius, ray.toward, strict=True)]
    true = brute(descent, axes, moves)
    assert ray.change == pytest.approx(true, rel=1e-9, abs=1e-9 * descent.moment.loss)


def test_over_one_weight_there_are_two_rays_an_eighth_of_the_axis_long() -> None:
    descent = after("descent-1d", 1)
    surface_slice = picture(descent, ("w1_1_1",), [(0.0, 4.0)])
    lantern = lantern_at(descent, surface_slice)
    assert lantern.radius == (0.5, 0.0)
    assert [ray.toward[0] for ray in lantern.rays] == pytest.approx([1, -1])
    for ray, move in zip(lantern.rays, (0.5, -0.5), strict=True):
        assert ray.change == pytest.approx(brute(descent, ("w1_1_1",), (move,)))
    assert lantern.downhill == 1


@pytest.mark.parametrize(
    ("ranges", "area", "radius"),
    [
        ([(-4.0, 4.0), (0.0, 4.0)], (800.0, 400.0), (0.5, 0.5)),
        ([(-2.0, 2.0), (0.0, 8.0)], (200.0, 400.0), (0.5, 0.5)),
        ([(0.0, 4.0), (0.0, 4.0)], (400.0, 800.0), (0.5, 0.25)),
        ([(-4.0, 4.0), (0.0, 4.0)], None, (0.5, 0.5)),
    ],
)
def test_the_radius_is_an_eighth_of_the_shorter_axis_and_round_on_screen(
    ranges, area, radius
) -> None:
    descent = after("dark-field", 0)
    lantern = lantern_at(descent, picture(descent, DARK, ranges, 5), area)
    assert lantern.radius == pytest.approx(radius)
    if area:
        per = [side / (high - low) for side, (low, high) in zip(area, ranges, strict=True)]
        on_screen = [r * p for r, p in zip(lantern.radius, per, strict=True)]
        assert on_screen == pytest.approx([min(area) / 8] * 2)


def test_places_are_measured_in_radii_from_the_point() -> None:
    lantern = Lantern((1.0, 2.0), (0.5, 0.25), ())
    xs, ys = np.array([1.0, 1.5, 1.0, 2.0]), np.array([2.0, 2.0, 1.5, 2.25])
    np.testing.assert_allclose(lantern.within(xs, ys), [0, 1, 2, math.sqrt(5)])
    flat = Lantern((1.0, 0.0), (0.5, 0.0), ())
    np.testing.assert_allclose(flat.within(xs, 1e9 * ys), [0, 1, 0, 2])


def test_as_many_rays_lead_downhill_as_the_note_says() -> None:
    counts = []
    for steps in (0, 2, 60):
        descent = after("dark-field", steps)
        if not steps:  # at the lesson's own start the first beat asks which way it is
            descent = replace(descent, phase=Phase.FORWARD)
        surface_slice = picture(descent)
        lantern = lantern_at(descent, surface_slice)
        moves = [
            (lantern.radius[0] * x, lantern.radius[1] * y)
            for x, y in (r.toward for r in lantern.rays)
        ]
        counts.append(sum(brute(descent, DARK, move) < 0 for move in moves))
        assert lantern.downhill == counts[-1]
        words = surface_note(lit(descent, dark=True), surface_slice, lantern)
        assert words is not None
        assert f"Downhill in {counts[-1]} of 8 directions." in words.english
    assert counts[0] > 0
    assert counts[-1] == 0  # at the bottom of the valley


def test_the_lit_levels_are_heights_of_the_circle_evenly_apart() -> None:
    descent = after("dark-field", 0)
    surface_slice = picture(descent)
    lantern = lantern_at(descent, surface_slice)
    levels = np.array(lit_levels(surface_slice, lantern))
    xs, ys = np.meshgrid(*surface_slice.slice.coordinates, indexing="ij")
    seen = surface_slice.slice.losses[lantern.within(xs, ys) <= 1.2]
    assert len(levels) >= 4
    assert seen.min() < levels[0] <= levels[-1] < seen.max()
    np.testing.assert_allclose(np.diff(levels), levels[1] - levels[0])


@pytest.mark.parametrize("size", [101, 201])
def test_the_dark_field_has_two_marks_equally_deep_at_true_minima(size: int) -> None:
    descent = after("dark-field", 0)
    found = local_minima(descent, picture(descent, size=size))
    assert len(found) == 2
    assert abs(found[0].loss - found[1].loss) < 1e-3
    objective = descent.lesson.objective
    for minimum in found:
        assert not minimum.border
        loss, gradient = objective.evaluate(np.array(minimum.place))
        assert minimum.loss == pytest.approx(loss)
        assert np.linalg.norm(gradient) < 0.02
        for k in range(16):
            way = 0.1 * np.array([math.cos(k * math.pi / 8), math.sin(k * math.pi / 8)])
            assert objective.loss_at(np.array(minimum.place) + way) > loss
    signs = {tuple(np.sign(v.place).astype(int).tolist()) for v in found}
    assert signs == {(1, 1), (-1, -1)}


def bowl(a: float, b: float, start=(2.0, 2.0)) -> Descent:
    """Two weights that do not know of each other; the lowest place is at (a, b)."""
    return from_start(make((2, 1), np.eye(2), [[a], [b]], np.zeros(2)), start)


@pytest.mark.parametrize("place", [(0.0, 0.0), (0.317, -1.234), (0.0, 0.75)])
@pytest.mark.parametrize("size", [100, 101])
def test_a_bowl_has_one_minimum_wherever_it_lies_between_the_samples(place, size: int) -> None:
    descent = bowl(*place)
    found = local_minima(descent, picture(descent, ("w1_1_1", "w1_2_1"), size=size))
    assert len(found) == 1
    assert found[0].place == pytest.approx(place, abs=1e-6)
    assert found[0].loss == pytest.approx(0, abs=1e-9)


def test_a_surface_that_falls_out_of_the_picture_is_lowest_at_its_border() -> None:
    descent = bowl(9.0, 0.0)
    (found,) = local_minima(descent, picture(descent, ("w1_1_1", "w1_2_1"), size=101))
    assert found.border
    assert found.place == pytest.approx((3.0, 0.0), abs=1e-6)


def words(descent: Descent, axes=DARK, ranges=FIELD) -> str:
    state = lit(descent)
    state = replace(state, display=replace(state.display, axes=tuple(axes), weight=axes[0]))
    surface_slice = picture(descent, axes, ranges)
    note = where_we_ended(state, surface_slice)
    assert surface_note(state, surface_slice, None) == note
    return note.english


@pytest.mark.parametrize("start", [(1.2, -2.0), (-0.6, 2.2)])
def test_in_one_of_two_equal_minima_the_light_says_so(start) -> None:
    lesson = load("dark-field")
    descent = take_steps(from_start(lesson, start), 100)
    assert descent.row > 3
    note = words(descent)
    lowest = local_minima(descent, picture(descent))[0].loss
    assert note == (
        f"One of 2 equally deep valleys, down to {number(lowest)}; "
        f"{number(descent.moment.loss)} here."
    )


def test_the_note_in_the_dark_speaks_of_an_arrow_where_there_is_one() -> None:
    for steps, slopes in ((1, True), (2, True), (60, False)):
        state = lit(after("dark-field", steps), dark=True)
        shown = surface_picture(state, picture(state.descent), Frame(600, 500, 14))
        note = surface_note(state, shown.surface_slice, shown.lantern)
        assert note is not None
        assert ("the arrow: right here" in note.english) is slopes
        assert any(shape.name == "arrow" for shape in flat(shown.drawing.shapes)) is slopes


def test_both_minima_are_reached_from_their_starts() -> None:
    lesson = load("dark-field")
    ends = [
        take_steps(from_start(lesson, start), 100).moment.theta
        for start in ((1.2, -2.0), (-0.6, 2.2))
    ]
    assert (np.sign(ends[0]) == -np.sign(ends[1])).all()


def test_on_a_slope_the_light_says_that_it_goes_down() -> None:
    note = words(after("dark-field", 0))
    lowest = local_minima(after("dark-field", 0), picture(after("dark-field", 0)))[0].loss
    assert note.startswith("Still on the slope, at ")
    assert float(note.split("goes down to ")[1].removesuffix(".")) == pytest.approx(
        lowest, rel=6e-3
    )


def test_on_a_plateau_the_light_says_so() -> None:
    """Too large a step has come from steep ground to where the sigmoid is flat."""
    lesson = make(
        (1, 1), [[1.0]], [[0.1]], [2.0, 2.0], rate=400.0, activation="sigmoid", biases=True
    )
    descent = take_steps(open_lesson(lesson).descent, 1, heed_stop=False)
    steep, flat = descent.timeline.gradient_norms()
    assert flat < 0.02 * steep
    ranges = [(float(v) - 4, 12.0) for v in descent.moment.theta]
    note = words(descent, lesson.objective.names, ranges)
    assert note.startswith("A plateau, nearly flat at 0.01")


def test_in_the_only_minimum_the_light_says_the_lowest_place() -> None:
    descent = bowl(0.5, -0.5, start=(0.5, -0.5))
    note = words(descent, ("w1_1_1", "w1_2_1"))
    assert note.startswith("The lowest place of this picture, 0")


@pytest.mark.parametrize("start", [(-2.0, -2.0), (0.5, 0.8)])
def test_of_two_unequal_minima_the_light_says_which_one_is_ours(start) -> None:
    """A bias that is held makes one of them deeper."""
    X, y = [[-1.4], [-1.5], [-0.5], [-1.0]], [[-2.0], [-1.9], [2.0], [-1.0]]
    lesson = make((1, 1, 1), X, y, np.zeros(4), activation="tanh", biases=True)
    network = dataclasses.replace(lesson.network, activations=("tanh", "identity"))
    objective = dataclasses.replace(lesson.objective, network=network)
    held = {"w1_1_1": start[0], "w2_1_1": start[1], "b1_1": -1.8, "b2_1": 0.0}
    theta = np.array([held[name] for name in network.names])
    free = np.array([name.startswith("w") for name in network.names])
    for _ in range(2000):  # downhill along both axes; the biases are held
        theta = theta - 0.05 * free * objective.evaluate(theta)[1]
    descent = from_start(replace(lesson, objective=objective), theta)
    deep, other = (v.loss for v in local_minima(descent, picture(descent)))
    assert (deep, other) == pytest.approx((0.0813, 2.607), rel=1e-2)
    note = words(descent)
    if start[0] < 0:
        assert note.startswith("The deepest valley, ")
    else:
        assert note.startswith("A valley, but not the deepest: ")
    told = sorted(float(n.strip(";.,")) for n in note.split() if n[0].isdigit())
    assert told == pytest.approx([deep, other], rel=6e-3)


def test_at_the_bottom_of_a_ravine_the_light_says_of_no_place_that_it_is_lower() -> None:
    """Its bottom is one line of lowest places: no plateau, and not several valleys."""
    descent = take_steps(after("two-inputs", 0), 200)
    note = words(descent, ("w1_1_1", "w1_2_1"))
    assert descent.moment.loss < 1e-6
    assert "several" not in note
    assert "plateau" not in note
    assert "goes down" not in note


def test_where_it_was_never_dark_the_note_says_what_is_held() -> None:
    descent = open_lesson(tanh_network()).descent
    state = State(descent, Display("w1_1_1", 0, MAP, ("w1_1_1", "w1_2_1")))
    surface_slice = picture(descent, ("w1_1_1", "w1_2_1"), size=5)
    note = surface_note(state, surface_slice, None)
    assert note is not None
    assert note.english == "The other 11 weights are held as they are at the start."


@pytest.mark.parametrize("again", [False, True])
def test_light_that_is_there_already_shows_where_we_are_all_the_same(again: bool) -> None:
    state = lit(after("dark-field", 60))
    if again:  # the light of a lesson's beat, after the key
        state = showing.set_dark(state, False)
    assert state.display.revealed


def ground(state: State, axes: tuple[str, ...], veil: float) -> tuple[float, float]:
    """How strongly the dark covers, and what the lantern shows."""
    surface_slice = slice_picture(state.descent, along(state.descent, axes), FIELD[: len(axes)], 61)
    frame = Frame(500, 400, 14, Audience.SCREEN)
    made = surface_picture(state, surface_slice, frame, None, None, veil).drawing
    found = {"dark_field": 0.0, "lantern": 0.0}
    for shape in flat(made.shapes):
        if isinstance(shape, Path | Box):
            for paint in (shape.fill, shape.pen.paint if shape.pen else None):
                if paint and paint.role in found:
                    found[paint.role] = max(found[paint.role], paint.opacity)
    return found["dark_field"], found["lantern"]


@pytest.mark.parametrize("axes", [DARK, DARK[:1]])
def test_the_light_begins_with_the_dark_field_and_its_lantern_and_ends_without(axes) -> None:
    descent = after("dark-field", 3)
    surface = MAP if len(axes) == 2 else SLOPE
    dark = State(descent, Display(axes[0], 0, surface, axes, dark=True))
    light = showing.set_dark(dark, False)
    assert ground(dark, axes, 0) == (1, 1)
    assert ground(light, axes, 1) == (1, 1)
    assert ground(light, axes, 0.25) == (0.25, 0.25)
    assert ground(light, axes, 0) == (0, 0)
