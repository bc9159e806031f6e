"""Sections: cuts along parameters are plain indexing, cuts along directions projections."""

from functools import cache

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from gd_visualizer.core.arrays import Floats
from gd_visualizer.core.objective.directions import (
    Plane,
    gradient_plane,
    principal_plane,
    random_plane,
)
from gd_visualizer.descent.commands import descent as commands
from gd_visualizer.descent.commands.stepping import take_steps
from gd_visualizer.descent.state.descent import Descent
from gd_visualizer.descent.state.section import directions, parameters, section
from gd_visualizer.descent.state.state import State, open_lesson
from gd_visualizer.lesson.pictures import MAP, SURFACE_3D
from gd_visualizer.scene.surface.dragging import dragged_to
from gd_visualizer.scene.surface.slice import slice_picture
from tests.core.strategies import proof
from tests.descent.lessons import tanh_network

KINDS = ("gradient", "random", "principal")
NUMBER = st.floats(-100, 100).map(lambda value: round(value, 6))
LONG = 3_300  # rows: more than the chunks that are outlined by all of theirs


@cache
def walked(steps: int = 60) -> Descent:
    """The network of thirteen weights, so many steps on."""
    return take_steps(open_lesson(tanh_network(rate=0.05)).descent, steps, heed_stop=False)


@cache
def plane(kind: str) -> Plane:
    descent = walked()
    theta, objective = descent.moment.theta, descent.lesson.objective
    if kind == "gradient":
        return gradient_plane(objective, theta)
    if kind == "random":
        return random_plane(descent.lesson.objective.filters, theta, 4)
    return principal_plane(descent.timeline.thetas(), theta)


def somewhere(seed: int) -> Floats:
    size = walked().lesson.objective.size
    return np.random.default_rng(seed).normal(size=size) * 3


@pytest.mark.parametrize("index", [(0,), (5,), (2, 7), (7, 2)])
def test_a_section_of_parameters_is_plain_indexing(index: tuple[int, ...]) -> None:
    descent = walked()
    objective, timeline = descent.lesson.objective, descent.timeline
    along = parameters(objective, tuple(objective.names[k] for k in index))
    theta, place = somewhere(1), [4.5, -1.25][: len(index)]
    columns = timeline.thetas()[:, list(index)]
    assert (along.index, along.plane) == (index, None)
    np.testing.assert_array_equal(along.places(theta), theta[list(index)])
    np.testing.assert_array_equal(along.places(timeline.thetas()), columns)
    np.testing.assert_array_equal(along.slopes(theta), theta[list(index)])
    moved, expected = along.at(theta, place), theta.copy()
    expected[list(index)] = place
    np.testing.assert_array_equal(moved, expected)
    np.testing.assert_array_equal(along.path(timeline, 40, 7), columns[7:40])
    np.testing.assert_array_equal(along.outline(timeline, 40), columns[:40])
    least, most = along.bounds(timeline, 40)
    np.testing.assert_array_equal([least, most], [columns[:40].min(0), columns[:40].max(0)])


def test_a_section_is_exact_where_nothing_is_held() -> None:
    objective = open_lesson(tanh_network()).descent.lesson.objective
    assert not parameters(objective, objective.names[:2]).exact
    small = Plane("own", ("a", "b"), np.array([[1.0, 1.0], [1.0, -1.0]]), np.zeros(2))
    assert directions(small, 2).exact
    assert not directions(small, 1).exact


@proof(60)
@given(kind=st.sampled_from(KINDS), count=st.sampled_from((1, 2)), seed=st.integers(0, 9999))
def test_theta_moved_to_its_own_place_stays_where_it_is(kind: str, count: int, seed: int) -> None:
    along, theta = directions(plane(kind), count), somewhere(seed)
    np.testing.assert_allclose(along.at(theta, along.places(theta)), theta, rtol=0, atol=1e-11)


@proof(60)
@given(kind=st.sampled_from(KINDS), x=NUMBER, y=NUMBER, seed=st.integers(0, 9999))
def test_theta_has_the_place_that_it_was_moved_to_and_keeps_the_rest(
    kind: str, x: float, y: float, seed: int
) -> None:
    along, theta = directions(plane(kind), 2), somewhere(seed)
    moved = along.at(theta, [x, y])
    np.testing.assert_allclose(along.places(moved), [x, y], atol=1e-9)
    np.testing.assert_allclose(along.at(moved, along.places(theta)), theta, rtol=0, atol=1e-9)


@proof(60)
@given(kind=st.sampled_from(KINDS), x=st.floats(-5, 5), y=st.floats(-5, 5))
def test_what_is_held_is_the_same_before_and_after_a_drag_inside_the_plane(
    kind: str, x: float, y: float
) -> None:
    state = State(walked(), open_lesson(walked().lesson).display)
    along = directions(plane(kind), 2)
    picture = slice_picture(state.descent, along, [(-6.0, 6.0)] * 2, size=3)
    dragged = commands.drag(state, dragged_to(state.descent, picture, (x, y)))
    assert dragged.descent.moment is not state.descent.moment
    before, after = (s.descent.moment.theta for s in (state, dragged))
    assert along.held(before) == along.held(after)


@pytest.mark.parametrize("kind", KINDS)
def test_what_is_held_differs_beside_the_plane(kind: str) -> None:
    along, theta = directions(plane(kind), 2), walked().moment.theta
    beside = somewhere(3)
    away = along.at(beside, along.places(theta))  # the same place, another plane
    assert along.held(away) != along.held(theta)


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("count", [1, 2])
def test_path_outline_and_bounds_agree_with_projecting_all_rows(kind: str, count: int) -> None:
    descent, along = walked(LONG), directions(plane(kind), count)
    projected = plane(kind).coordinates(descent.timeline.thetas())[:, :2]
    if count == 1:
        unit = plane(kind).basis[0] / np.linalg.norm(plane(kind).basis[0])
        projected = (descent.timeline.thetas() - plane(kind).origin) @ unit[:, None]
        projected = projected / np.linalg.norm(plane(kind).basis[0])
    for stop in (1, 50, LONG + 1):
        rows = projected[:stop]
        np.testing.assert_allclose(along.path(descent.timeline, stop), rows, atol=1e-12)
        outline = along.outline(descent.timeline, stop)
        np.testing.assert_allclose(outline[[0, -1]], rows[[0, -1]], atol=1e-12)
        apart = np.abs(rows[:, None] - outline[None]).max(axis=2) if stop < 100 else None
        assert apart is None or apart.min(axis=1).max() < 1e-12
        bounds = along.bounds(descent.timeline, stop)
        np.testing.assert_allclose(bounds, [rows.min(0), rows.max(0)], atol=1e-12)
    np.testing.assert_allclose(along.path(descent.timeline, 3000, 2990), projected[2990:3000])
    assert len(along.outline(descent.timeline, LONG + 1)) < LONG


def test_slopes_along_directions_are_those_of_the_loss() -> None:
    descent, along = walked(), directions(plane("random"), 2)
    objective, theta = descent.lesson.objective, descent.moment.theta
    slopes, h = along.slopes(descent.moment.gradient), 1e-5
    for k, (dx, dy) in enumerate(((h, 0), (0, h))):
        ends = [along.at(theta, along.places(theta) + s * np.array([dx, dy])) for s in (1, -1)]
        rise = objective.loss_at(ends[0]) - objective.loss_at(ends[1])
        assert slopes[k] == pytest.approx(rise / (2 * h), rel=1e-6)


def test_the_same_cut_is_the_same_object() -> None:
    objective, found = walked().lesson.objective, plane("gradient")
    a, b, c = objective.names[:3]
    assert parameters(objective, (a, b)) is parameters(objective, (a, b))
    assert parameters(objective, (a, b)) is not parameters(objective, (b, a))
    assert parameters(objective, (a, c)) is not parameters(objective, (a, b))
    assert directions(found, 2) is directions(found, 2)
    assert directions(found, 1) is directions(found, 1)
    assert directions(found, 1) is not directions(found, 2)
    assert directions(plane("random"), 2) is not directions(found, 2)


def test_a_display_is_cut_along_what_it_shows() -> None:
    state = open_lesson(tanh_network())
    objective, names = state.descent.lesson.objective, state.descent.lesson.objective.names
    over = replace(state.display, axes=names[:2])
    assert section(over, objective) is parameters(objective, names[:1])
    for kind in (MAP, SURFACE_3D):
        shown = replace(over, surface=kind)
        assert section(shown, objective) is parameters(objective, names[:2])
        along = replace(shown, plane=plane("gradient"))
        assert section(along, objective) is directions(plane("gradient"), 2)
    assert section(replace(over, plane=plane("gradient")), objective).names == ("gradient",)


def test_a_parameter_that_the_network_has_not_is_refused() -> None:
    with pytest.raises(KeyError):
        parameters(walked().lesson.objective, ("w9_9_9",))
