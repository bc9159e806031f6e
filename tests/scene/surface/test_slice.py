"""A slice with its path, as values."""

import numpy as np
import pytest
from hypothesis import given
from msgspec.structs import replace

from gd_visualizer.descent.state.descent import Descent
from gd_visualizer.lesson.library.built_in import BUILT_IN
from gd_visualizer.lesson.library.catalogue import load
from gd_visualizer.scene.look.drawable import LARGEST
from gd_visualizer.scene.surface.slice import slice_picture
from tests.scene.descents import after, along, diverged, networks, proof


@pytest.mark.parametrize("lesson", BUILT_IN)
def test_a_slice_holds_the_losses_the_path_and_the_slopes_of_its_moment(lesson: str) -> None:
    for steps in (0, 5, None):
        descent = after(lesson, steps)
        objective, network = descent.lesson.objective, descent.lesson.network
        axes = descent.lesson.view.axes
        picture = slice_picture(descent, along(descent, axes), size=7)
        index = [network.names.index(name) for name in axes]
        assert np.array_equal(picture.marks.point, descent.moment.theta[index])
        assert np.array_equal(picture.marks.slopes, descent.moment.gradient[index])
        assert np.array_equal(picture.marks.path[0], descent.timeline.theta(0)[index])
        assert picture.marks.loss == descent.moment.loss
        assert len(picture.marks.path) == len(picture.marks.path_losses) == descent.row + 1
        assert picture.marks.exact is (len(axes) == network.size)
        theta = descent.moment.theta.copy()
        corner = (1, 5)[: len(axes)]
        theta[index] = [line[k] for line, k in zip(picture.slice.coordinates, corner, strict=True)]
        assert picture.slice.losses[corner] == pytest.approx(objective.loss_at(theta), rel=1e-12)
        for (low, high), line in zip(picture.ranges, picture.slice.coordinates, strict=True):
            assert (line[0], line[-1], len(line)) == (low, high, 7)


def test_a_range_that_is_asked_for_is_kept_and_the_other_is_the_lesson_s() -> None:
    descent = after("many-steps", 5)
    picture = slice_picture(
        descent, along(descent, descent.lesson.view.axes), [(1.0, 2.0), None], size=3
    )
    assert picture.ranges == ((1.0, 2.0), (-3.0, 3.0))


def test_a_slice_after_going_back_ends_with_the_row_that_is_shown() -> None:
    there = after("many-steps")
    back = replace(there, timeline=there.timeline.at(3))
    picture = slice_picture(back, along(back, back.lesson.view.axes), size=3)
    assert len(picture.marks.path) == len(picture.marks.path_losses) == 4
    assert np.array_equal(picture.marks.point, there.timeline.theta(3))
    assert picture.marks.loss == there.timeline.losses()[3] == back.moment.loss


@proof(40)
@given(descent=networks(most_layers=4, most_nodes=5, most_steps=30))
def test_the_heights_shown_are_finite_and_ascend_and_hold_the_levels(descent: Descent) -> None:
    names = descent.lesson.objective.names
    for axes in (names[:1], names[:2]):
        picture = slice_picture(descent, along(descent, axes), size=9)
        low, high = picture.loss_range
        assert low < high
        assert picture.refused is None or not (picture.slice.losses < LARGEST).any()
        assert all(low < level < high for level in picture.levels)
        assert list(picture.levels) == sorted(set(picture.levels))


@pytest.mark.parametrize("lesson", BUILT_IN)
def test_the_current_point_s_loss_is_among_the_heights_shown(lesson: str) -> None:
    for steps in (0, 5, None):
        descent = after(lesson, steps)
        picture = slice_picture(descent, along(descent, descent.lesson.view.axes), size=41)
        low, high = np.array(picture.ranges).T
        if np.all((low <= picture.marks.point) & (picture.marks.point <= high)):
            assert picture.marks.loss <= picture.loss_range[1]
            assert picture.marks.loss >= picture.loss_range[0] - 0.2 * np.ptp(picture.loss_range)


@pytest.mark.parametrize("lesson", ["descent-1d", "slope", "two-inputs", "many-steps"])
def test_a_path_that_lies_on_the_slice_is_among_the_heights_shown(lesson: str) -> None:
    picture = slice_picture(after(lesson), along(after(lesson), load(lesson).view.axes), size=41)
    assert picture.marks.exact
    assert picture.loss_range[1] >= picture.marks.path_losses.max() > 10 * picture.marks.loss


def test_a_slice_of_a_diverged_path_shows_the_minimum() -> None:
    picture = slice_picture(diverged(), along(diverged(), ("w1_1_1",)))
    assert picture.marks.loss > 1e300
    assert picture.loss_range[1] < 1e7
