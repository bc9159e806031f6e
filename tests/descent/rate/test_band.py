"""The band behind the learning rate, held against single steps and central differences."""

from itertools import pairwise

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from gd_visualizer.core.arrays import frozen
from gd_visualizer.core.optimizers.registry import OPTIMIZERS
from gd_visualizer.descent.commands import descent as commands
from gd_visualizer.descent.rate.band import (
    SAMPLES,
    Band,
    kind_at,
    next_step,
    rate_band,
    refine_band,
)
from gd_visualizer.descent.state.descent import Descent, begin
from gd_visualizer.descent.state.state import State, open_lesson
from gd_visualizer.lesson.lesson import Lesson, Phase
from gd_visualizer.lesson.library.catalogue import load
from gd_visualizer.lesson.rate import learning_rate, typed_rate
from tests.descent.lessons import make, one_weight, tanh_network

LOW, HIGH = 1e-5, 10.0


def band_kind(band: Band, rate: float) -> str:
    at = np.searchsorted(band.edges, rate) - 1
    return band.kinds[min(max(at, 0), len(band.kinds) - 1)]


def stepped(state: State, rate: float) -> Descent:
    """After one whole step at ``rate``, by the program's own command."""
    return commands.step(commands.set_learning_rate(state, learning_rate(rate))).descent


def draw_state(name: str, data: st.DataObject) -> State:
    """A random network, a few steps into a descent with random options."""
    rng = np.random.default_rng(data.draw(st.integers(0, 2**32 - 1)))
    layers = (*data.draw(st.lists(st.integers(1, 4), min_size=1, max_size=3)), 1)
    layers = (2, *layers)
    biases = data.draw(st.booleans())
    size = sum((n + biases) * m for n, m in pairwise(layers))
    options = {
        option: data.draw(st.just(o.default) | st.floats(o.low, min(o.high, 0.99)))
        for option, o in OPTIMIZERS[name].options.items()
    }
    lesson = make(
        layers,
        rng.normal(size=(12, 2)),
        rng.normal(size=(12, 1)),
        rng.normal(size=size),
        0.01,
        name,
        options,
        data.draw(st.sampled_from(["tanh", "sigmoid", "softplus", "identity"])),
        biases,
        data.draw(st.sampled_from([None, 1, 5])),
    )
    return commands.step(open_lesson(lesson), data.draw(st.integers(0, 4)))


def brute_kind(state: State, rate: float) -> str | None:
    """By the loss after the step and its central difference; None where rounding would decide."""
    descent = state.descent
    objective, theta, loss = descent.lesson.objective, descent.moment.theta, descent.moment.loss
    update = next_step(descent, rate).theta - theta

    def at(share: float) -> float:
        return objective.loss_at(theta + share * update)

    def slope(share: float) -> float:
        return (at(share + 1e-5) - at(share - 1e-5)) / 2e-5

    after = at(1)
    if not np.isfinite(after):
        return "overflow"
    here, there = slope(0), slope(1)
    noise = 1e-7 * (loss + abs(after))
    if min(abs(after - loss), abs(here), abs(there)) < noise:
        return None
    if after > loss:
        return "higher"
    return "across" if here * there < 0 else "lower"


@pytest.mark.parametrize("name", OPTIMIZERS)
@given(data=st.data())
@settings(max_examples=25, deadline=None, derandomize=True, database=None)
def test_kinds_are_those_of_brute_force(name: str, data: st.DataObject) -> None:
    state = draw_state(name, data)
    band = rate_band(state.descent, LOW, HIGH)
    assert band.edges[0] == LOW
    assert band.edges[-1] == HIGH
    assert (np.diff(band.edges) > 0).all()
    assert len(band.edges) == len(band.kinds) + 1
    for rate in np.geomspace(LOW, HIGH, SAMPLES)[::4]:
        if abs(np.log(band.edges / rate)).min() < 2e-3:
            continue
        expected = brute_kind(state, float(rate))
        if expected is not None:
            assert (band_kind(band, rate), kind_at(state.descent, rate)) == (expected, expected)


@pytest.mark.parametrize("name", OPTIMIZERS)
@given(data=st.data())
@settings(max_examples=20, deadline=None, derandomize=True, database=None)
def test_the_next_step_foretold_is_bit_for_bit_the_one_that_is_taken(
    name: str, data: st.DataObject
) -> None:
    state = draw_state(name, data)
    rate = 10 ** data.draw(st.floats(-5, 1))
    if data.draw(st.booleans()):
        state = commands.drag(state, {"w1_1_1": data.draw(st.floats(-3, 3))})
    elif data.draw(st.booleans()):
        state = commands.advance(commands.advance(state))
    found, after = next_step(state.descent, rate), stepped(state, rate)
    if found.kind == "overflow":
        assert after.ending is not None
        assert after.ending.kind == "diverged"
        return
    assert found.theta.tobytes() == after.moment.theta.tobytes()
    assert found.loss == after.moment.loss
    set_rate = commands.set_learning_rate(state, learning_rate(rate))
    assert next_step(set_rate.descent).theta.tobytes() == found.theta.tobytes()


def test_the_lecture_s_step_through_a_layer_raises_the_loss() -> None:
    descent = open_lesson(load("through-a-layer")).descent
    found = next_step(descent, 0.01)
    assert descent.moment.loss == 16
    assert found.loss == pytest.approx(16.2312, abs=1e-4)
    assert found.kind == kind_at(descent, 0.01) == band_kind(rate_band(descent, LOW, HIGH), 0.01)
    assert found.kind == "higher"


@pytest.mark.parametrize("lesson", [one_weight(), load("learning-rate")], ids=["made", "built in"])
def test_a_bowl_changes_at_the_exact_rates(lesson: Lesson) -> None:
    descent = open_lesson(lesson).descent
    band = rate_band(descent, LOW, HIGH)
    assert band.kinds == ("lower", "across", "higher")
    np.testing.assert_allclose(band.edges[1:3], [1 / 18, 1 / 9], rtol=1e-3)
    for text, kind in (("1/18", "lower"), ("0.0556", "across"), ("1/9", "higher")):
        assert kind_at(descent, typed_rate(text).value) == kind


def test_far_out_the_numbers_overflow_and_where_it_is_flat_nothing_changes() -> None:
    descent = open_lesson(one_weight()).descent
    band = rate_band(descent, 1e-3, 1e300)
    assert band.kinds == ("lower", "across", "higher", "overflow")
    assert stepped(open_lesson(one_weight()), 1e200).ending is not None
    assert kind_at(descent, 1e200) == "overflow"
    flat = begin(descent.lesson, descent.settings, frozen([10 / 3]), descent.home)
    for optimizer in OPTIMIZERS:
        state = commands.set_optimizer(State(flat, open_lesson(one_weight()).display), optimizer)
        if state.descent.moment.gradient[0] == 0 and optimizer != "adamw":
            assert rate_band(state.descent, LOW, HIGH).kinds == ("still",)
            assert kind_at(state.descent, 0.1) == "still"


def test_where_the_optimizer_s_own_numbers_overflow_so_does_every_rate() -> None:
    state = open_lesson(make((1, 1), [[1e90]], [[0.0]], [1e60], optimizer="adagrad"))
    assert rate_band(state.descent, LOW, HIGH).kinds == ("overflow",)
    assert kind_at(state.descent, 0.01) == "overflow"
    assert stepped(state, 0.01).row == 0


def test_near_the_bottom_rounding_does_not_speckle_the_band() -> None:
    state = commands.set_learning_rate(open_lesson(tanh_network()), learning_rate(0.5))
    band = rate_band(commands.step(state, 20_000).descent, LOW, HIGH)
    assert band.kinds[0] == "lower"
    assert len(band.kinds) <= 4


def test_inside_a_step_and_during_a_drag_the_band_is_of_the_step_to_come() -> None:
    state = commands.step(open_lesson(tanh_network(optimizer="adam", batch_size=3)), 5)
    rested = rate_band(state.descent, LOW, HIGH)
    inside = commands.to_phase(commands.advance(state), Phase.SLOPES)
    assert (rate_band(inside.descent, LOW, HIGH).edges == rested.edges).all()
    dragged = commands.drag(state, {"w1_1_1": 2.0})
    on_its_way = rate_band(dragged.descent, LOW, HIGH)
    dropped = rate_band(commands.drop(dragged).descent, LOW, HIGH)
    assert on_its_way.kinds == dropped.kinds
    assert (on_its_way.edges == dropped.edges).all()


def test_coarse_to_fine_ends_with_the_band_and_refuses_an_empty_range() -> None:
    descent = open_lesson(tanh_network(3000)).descent
    bands = list(refine_band(descent, LOW, HIGH))
    assert bands[0] is None
    first = next(band for band in bands if band)
    assert bands[-1] is not None
    assert (bands[-1].edges == rate_band(descent, LOW, HIGH).edges).all()
    assert first.edges[[0, -1]].tolist() == [LOW, HIGH]
    for low, high in ((0, 1), (1, 1), (2, 1), (1, np.inf)):
        with pytest.raises(ValueError, match="expected 0 < low < high"):
            rate_band(descent, low, high)
