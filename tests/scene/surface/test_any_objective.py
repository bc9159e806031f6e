"""A descent and its surface ask the objective and nothing else: here it is no network."""

import numpy as np
import pytest
from msgspec.structs import replace

from gd_visualizer.core.objective.curvature import curvature_at
from gd_visualizer.core.objective.directions import gradient_plane, random_plane
from gd_visualizer.core.optimizers.registry import OPTIMIZERS
from gd_visualizer.descent.commands.stepping import take_steps
from gd_visualizer.descent.diagnosis.advice import advice
from gd_visualizer.descent.rate.band import kind_at, lowering_limit, rate_band
from gd_visualizer.descent.rate.quadratic import equals, exact_curvature
from gd_visualizer.descent.state.descent import Descent, begin
from gd_visualizer.descent.state.section import directions, parameters
from gd_visualizer.lesson.lesson import Lesson, Settings, View
from gd_visualizer.lesson.pictures import MAP
from gd_visualizer.lesson.rate import learning_rate
from gd_visualizer.scene.surface.ranges.shown_ranges import slice_ranges
from gd_visualizer.scene.surface.slice import slice_picture
from tests.core.bowl import BENDS, Bowl

START = np.array([3.0, -1.0])
CENTRE = np.array([0.5, 1.0])
LARGEST = float(np.linalg.eigvalsh(BENDS)[-1])


def bowl(rate: float = 0.1, centres: object = (CENTRE,), batch_size: int | None = None) -> Descent:
    name = "gradient descent"
    options = OPTIMIZERS[name].defaults()
    lesson = Lesson(
        id="bowl",
        title="Bowl",
        summary="",
        objective=Bowl(np.array(centres)),
        start=START,
        settings=Settings(name, options, learning_rate(rate), batch_size),
        view=View(MAP, ("across", "along")),
    )
    return begin(lesson, lesson.settings, START, home=START)


def test_it_descends_by_the_rule_and_ends_where_it_is_flat() -> None:
    first = take_steps(bowl(), 1)
    assert (first.moment.theta == START - 0.1 * (START - CENTRE) @ BENDS).all()
    last = take_steps(bowl(0.3), 10_000)
    assert last.ended is not None
    assert last.ended.kind == "flat"
    assert last.moment.theta == pytest.approx(CENTRE, abs=1e-8)


def test_a_step_over_a_batch_follows_the_batch() -> None:
    centres = np.array([[1.0, 2.0], [0.0, 0.0], [-1.0, 1.0], [4.0, 4.0]])
    stepped = take_steps(bowl(centres=centres, batch_size=2), 1)
    rows = stepped.moment.rows
    assert rows is not None
    assert len(rows) == 2
    slope = ((START - centres[rows]) @ BENDS).mean(axis=0)
    assert stepped.moment.theta == pytest.approx(START - 0.1 * slope)


def test_the_band_and_the_advice_know_the_rate_from_which_it_rises() -> None:
    gradient = (START - CENTRE) @ BENDS
    limit = 2 * (gradient @ gradient) / (gradient @ BENDS @ gradient)
    assert lowering_limit(bowl(), 10.0) == pytest.approx(limit, rel=1e-5)
    band = rate_band(bowl(), 1e-3, 10.0)
    assert band.kinds == ("lower", "across", "higher")
    assert band.edges[2] == pytest.approx(limit, rel=2e-3)
    assert kind_at(bowl(), 0.99 * limit) == "across"
    risen = take_steps(bowl(1.01 * limit), 1)
    assert advice(risen)[0].english.startswith("Too big a step")


def test_its_curvature_is_the_same_everywhere_and_told_exactly_where_it_is_short() -> None:
    objective = bowl().lesson.objective
    largest = curvature_at(objective, START).largest
    assert largest == pytest.approx(LARGEST, rel=1e-9)
    assert exact_curvature(objective, largest) is None, "3 + √2 is no fraction"
    assert equals(None, 2 / largest) == "≈ 0.453"


@pytest.mark.parametrize("kind", ["one", "two", "gradient", "random"])
def test_its_surface_has_ranges_and_a_picture_along_parameters_and_directions(kind: str) -> None:
    descent = take_steps(bowl(), 20)
    objective, theta = descent.lesson.objective, descent.moment.theta
    along = {
        "one": lambda: parameters(objective, ("along",)),
        "two": lambda: parameters(objective, ("across", "along")),
        "gradient": lambda: directions(gradient_plane(objective, theta), 2),
        "random": lambda: directions(random_plane(objective.filters, theta, 1), 2),
    }[kind]()
    ranges = slice_ranges(descent, along)
    here = along.places(theta)
    assert all(low < at < high for (low, high), at in zip(ranges, here, strict=True))
    picture = slice_picture(descent, along, size=11)
    assert not picture.refused
    surface = picture.slice
    place = [axis[3] for axis in surface.coordinates]
    assert surface.losses[(3,) * len(place)] == pytest.approx(
        objective.loss_at(along.at(theta, place))
    )


def test_only_what_is_about_a_network_asks_for_one() -> None:
    lesson = bowl().lesson
    with pytest.raises(TypeError, match="no network"):
        _ = lesson.network
    assert replace(lesson, title="x").objective.names == ("across", "along")
