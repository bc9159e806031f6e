"""A guess at the lowest place is judged by the network's own loss."""

import numpy as np
import pytest

from gd_visualizer.descent.commands import display as showing
from gd_visualizer.descent.state.descent import Descent
from gd_visualizer.descent.state.display import Display
from gd_visualizer.descent.state.state import Progress, State
from gd_visualizer.lesson.pictures import MAP, SLOPE
from gd_visualizer.scene.surface.dark.guess import guess_mark, guess_note, guessed_at
from gd_visualizer.scene.surface.dark.lantern import RADII_ACROSS
from gd_visualizer.scene.surface.minima import local_minima
from gd_visualizer.scene.surface.slice import SlicePicture, slice_picture
from gd_visualizer.text.numerals import number
from tests.scene.descents import after, along

SMALL = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789")
AXES = ("w1_1_1", "w2_1_1")
FIELD = [(-3.0, 3.0), (-3.0, 3.0)]


def guessing(descent: Descent, place: tuple[float, ...], light: bool) -> State:
    """Somebody has pointed at ``place`` in the dark."""
    kind = MAP if len(place) == 2 else SLOPE
    display = Display(AXES[0], 0, kind, AXES, dark=True)
    state = showing.guess_lowest(
        State(descent, display, Progress(predict=True)),
        dict(zip(AXES[: len(place)], place, strict=True)),
    )
    return showing.set_dark(state, False) if light else state


def surface_slice(descent: Descent, axes: int = 2) -> SlicePicture:
    return slice_picture(descent, along(descent, AXES[:axes]), FIELD[:axes], 201)


def loss_at(descent: Descent, place: tuple[float, ...]) -> float:
    theta = descent.moment.theta.copy()
    for name, value in zip(AXES, place, strict=False):
        theta[descent.lesson.network.parameter(name).index] = value
    return descent.lesson.objective.loss_at(theta)


def test_in_the_dark_the_mark_tells_nothing_of_the_surface() -> None:
    descent = after("dark-field", 3)
    found = guess_mark(guessing(descent, (1.4, 1.5), light=False), surface_slice(descent))
    assert found is not None
    assert (found.place, found.words.english) == ((1.4, 1.5), "your guess")
    one = surface_slice(descent, 1)
    found = guess_mark(guessing(descent, (1.4,), light=False), one)
    assert found is not None
    assert found.place == (1.4, one.loss_range[0])
    assert guess_note(guessing(descent, (1.4, 1.5), light=False), surface_slice(descent)) is None


def test_in_the_light_it_tells_the_loss_there() -> None:
    descent = after("dark-field", 3)
    for place in ((1.4, 1.5), (-0.7, 2.2), (0.3,)):
        found = guess_mark(guessing(descent, place, light=True), surface_slice(descent, len(place)))
        assert found is not None
        loss = loss_at(descent, place)
        assert found.words.english == f"your guess: {number(loss)}"
        assert len(place) == 2 or found.place[1] == pytest.approx(loss)


def test_either_of_two_equal_minima_is_right_and_nothing_else() -> None:
    descent = after("dark-field", 20)
    picture = surface_slice(descent)
    for minimum in local_minima(descent, picture):
        for away, right in ((0.9, "Right"), (2.5, "Not there")):
            x, y = minimum.place
            place = x - np.sign(x) * away * 6 / RADII_ACROSS, y  # towards the middle
            note = guess_note(guessing(descent, place, light=True), picture)
            assert note is not None
            assert note.english.startswith(right), (place, note.english)
            lowest = number(minimum.loss)
            here = number(descent.moment.loss)
            assert f"{lowest} at the lowest place, {here} here" in note.english


def test_over_one_weight_the_lowest_place_of_the_curve_is_right() -> None:
    descent = after("dark-field", 20)
    picture = surface_slice(descent, 1)
    lowest = float(picture.slice.coordinates[0][np.argmin(picture.slice.losses)])
    for place, right in ((lowest + 0.3, "Right"), (lowest + 2.0, "Not there")):
        note = guess_note(guessing(descent, (place,), light=True), picture)
        assert note is not None
        assert note.english.startswith(right)


def test_a_guess_belongs_to_its_axes_and_to_this_darkness() -> None:
    descent = after("dark-field", 3)
    state = guessing(descent, (1.4, 1.5), light=True)
    assert guess_mark(state, surface_slice(descent, 1)) is None
    assert state.display.guess
    assert not showing.set_dark(state, True).display.guess
    assert not showing.set_predict(state, False).display.guess


def test_a_guess_outside_the_picture_is_neither_shown_nor_judged() -> None:
    descent = after("dark-field", 20)
    state = guessing(descent, (-1.2, -1.6), light=True)
    near = slice_picture(descent, along(descent, AXES), [(1.8, 3.0), (-3.0, 3.0)], 51)
    assert guess_mark(state, near) is None
    assert guess_note(state, near) is None


def test_near_the_lowest_place_but_high_up_a_wall_is_not_right() -> None:
    """One weight of ``activation``: the start is within a lantern's radius, at a loss of 9."""
    descent = after("activation", 0)
    name = descent.lesson.objective.names[0]
    theta = descent.moment.theta
    for weight in descent.lesson.objective.names:
        name, start = weight, float(theta[descent.lesson.network.parameter(weight).index])
        picture = slice_picture(descent, along(descent, (name,)), [None], 801)
        display = Display(name, 0, SLOPE, (name,), dark=True)
        state = showing.guess_lowest(State(descent, display, Progress(predict=True)), {name: start})
        note = guess_note(showing.set_dark(state, False), picture)
        assert note is not None
        low, high = picture.loss_range
        right = descent.moment.loss <= float(picture.slice.losses.min()) + 0.16 * (high - low)
        assert note.english.startswith("Right") <= right


def test_no_place_that_is_printed_as_lowest_is_higher_than_the_guess() -> None:
    """Also along a ravine, which has no single lowest place."""
    for lesson in ("baseline", "two-inputs", "loss-surface", "through-a-layer"):
        descent = after(lesson, 1)
        axes = descent.lesson.objective.names[:2]
        picture = slice_picture(descent, along(descent, axes), [None, None], 101)
        losses = picture.slice.losses
        at = np.unravel_index(int(np.argmin(losses)), losses.shape)
        place = [float(line[k]) for line, k in zip(picture.slice.coordinates, at, strict=True)]
        display = Display(axes[0], 0, MAP, axes, dark=True)
        state = showing.guess_lowest(
            State(descent, display, Progress(predict=True)), dict(zip(axes, place, strict=True))
        )
        note = guess_note(showing.set_dark(state, False), picture)
        assert note is not None
        assert note.english.startswith("Right"), (lesson, note.english)
        values = {
            k: float(v.replace(" × 10⁻", "e-").translate(SMALL)) for k, v in note.values.items()
        }
        assert values["lowest"] <= values["loss"] * 1.001


def test_a_guess_follows_swapped_axes_and_not_other_directions() -> None:
    descent = after("dark-field", 20)
    state = guessing(descent, (1.2, 1.6), light=True)
    swapped = slice_picture(descent, along(descent, AXES[::-1]), FIELD, 51)
    found = guess_mark(state, swapped)
    assert found is not None
    assert found.place == (1.6, 1.2)
    plane = showing.show_plane(state, "random", 1)
    assert guess_mark(plane, slice_picture(descent, plane.section, [None, None], 51)) is None


def test_without_predictions_or_in_the_light_a_click_sets_nothing() -> None:
    descent = after("dark-field", 3)
    for dark, predict in ((True, False), (False, True), (False, False)):
        state = State(descent, Display(AXES[0], 0, MAP, AXES, dark=dark), Progress(predict=predict))
        assert showing.guess_lowest(state, {"w1_1_1": 1.0, "w2_1_1": 2.0}) is state


def test_a_click_is_read_to_the_picture_s_accuracy() -> None:
    picture = surface_slice(after("dark-field", 3))
    assert guessed_at(picture, (1.23456, -0.98765)) == {"w1_1_1": 1.23, "w2_1_1": -0.99}
