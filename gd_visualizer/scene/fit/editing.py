"""Points of the data under a hand: which one is where, and where it may be moved to."""

from typing import NamedTuple

import numpy as np

from gd_visualizer.core.arrays import Floats
from gd_visualizer.descent.state.state import State
from gd_visualizer.scene.fit.cut import output_node, shown_axes, shown_row
from gd_visualizer.scene.fit.points import points_of
from gd_visualizer.scene.plot.area import Area
from gd_visualizer.scene.snapping import one_step, scale_of, snapped


class PointPlace(NamedTuple):
    """Inputs and targets of the point ``row`` of all data, in their own units."""

    row: int
    x: tuple[float, ...]
    y: tuple[float, ...]


def row_at(state: State, area: Area, at: tuple[float, float], reach: float) -> int | None:
    """The row of all data whose point is nearest to a place of the plot, ``reach`` px at most; of
    several there the one that is shown."""
    points = points_of(state.descent.lesson, shown_axes(state), output_node(state)[1])
    (x, y), (wide, high) = at, area.size
    with np.errstate(all="ignore"):
        away = np.hypot(
            (points.xs - x) * wide / (area.x[1] - area.x[0]),
            (points.ys - y) * high / (area.y[1] - area.y[0]),
        )
    away[shown_row(state)] -= 1e-9 * reach
    nearest = int(np.argmin(away))
    return nearest if away[nearest] <= reach else None


def training_point(state: State, row: int) -> int | None:
    """Which point of those that train it is, from 0; None for one that tests."""
    found = np.flatnonzero(state.descent.lesson.data.rows[0] == row)
    return int(found[0]) if len(found) else None


def place_of(state: State, row: int) -> PointPlace:
    """Where a point is."""
    data = state.descent.lesson.data
    return PointPlace(row, tuple(data.X[row].tolist()), tuple(data.y[row].tolist()))


def moved_to(
    state: State, area: Area, begins: PointPlace, at: tuple[float, float], free: bool
) -> PointPlace:
    """A point where a hand has it, on steps of a tenth of what is natural along the axes unless it
    is ``free``: its input and its target, or its two inputs."""
    values = (
        snapped(value, scale_of(*side), free)
        for value, side in zip(at, (area.x, area.y), strict=True)
    )
    return _at(state, begins, *values)


def stepped(
    state: State, area: Area, begins: PointPlace, steps: tuple[int, int], free: bool
) -> PointPlace:
    """So many of those steps to the right and up; ``free``: of finer ones."""
    values = (
        one_step(value, scale_of(*side), count, free) if count else value
        for value, side, count in zip(
            _coordinates(state, begins), (area.x, area.y), steps, strict=True
        )
    )
    return _at(state, begins, *values)


def added_at(state: State, area: Area, at: tuple[float, float], other: bool) -> PointPlace:
    """One more point: of two classes the higher one, or the ``other``; what the picture has no axis
    for is as at the point that is shown."""
    data = state.descent.lesson.data
    like = place_of(state, shown_row(state))._replace(row=len(data.X))
    made = moved_to(state, area, like, at, free=False)
    if len(shown_axes(state)) == 2 and data.class_values:
        made = made._replace(y=(data.class_values[0 if other else 1],))
    return made


def _coordinates(state: State, place: PointPlace) -> tuple[float, float]:
    first, *second = shown_axes(state)
    up = place.x[second[0]] if second else place.y[output_node(state)[1]]
    return place.x[first], up


def _at(state: State, place: PointPlace, x: float, y: float) -> PointPlace:
    first, *second = shown_axes(state)
    inputs, targets = list(place.x), list(place.y)
    inputs[first] = x
    if second:
        inputs[second[0]] = y
    else:
        targets[output_node(state)[1]] = _target(state, y)
    return PointPlace(place.row, tuple(inputs), tuple(targets))


def _target(state: State, y: float) -> float:
    """Of two classes the nearer one; of what a loss takes from 0 to 1, no other."""
    lesson = state.descent.lesson
    if lesson.data.class_values:
        return min(lesson.data.class_values, key=lambda value: abs(value - y))
    return min(max(y, 0.0), 1.0) if lesson.loss.of_sums else y


def given(state: State, at: tuple[float, float]) -> Floats:
    """The inputs (1, inputs) at a place of the plot, as the network is given them."""
    data, axes = state.descent.lesson.data, shown_axes(state)
    X = data.X[[shown_row(state)]].copy()
    for axis, value in zip(axes, at, strict=False):
        X[0, axis] = value
    return data.given(X)
