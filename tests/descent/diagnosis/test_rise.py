"""Why the loss rose: each cause is held against what it claims."""

import numpy as np
import pytest
from msgspec.structs import replace

from gd_visualizer.core.optimizers.registry import OPTIMIZERS
from gd_visualizer.descent.commands.running import running
from gd_visualizer.descent.commands.stepping import take_steps
from gd_visualizer.descent.diagnosis.advice import advice, overflow
from gd_visualizer.descent.diagnosis.rise import Cause, why_it_rose
from gd_visualizer.descent.rate.band import next_step
from gd_visualizer.descent.state.descent import Descent
from gd_visualizer.descent.state.state import open_lesson
from gd_visualizer.lesson.lesson import Lesson, Stop
from gd_visualizer.lesson.rate import learning_rate
from tests.descent.lessons import make, one_weight, tanh_network


def after(lesson: Lesson, steps: int) -> Descent:
    return take_steps(open_lesson(lesson).descent, steps)


def told(descent: Descent) -> str:
    return " ".join(sentence.english for sentence in advice(descent))


def wide(rate: float = 0.5, stop: int = 200) -> Lesson:
    """Inputs from 0 to 99 and a bias."""
    X = np.arange(100.0)[:, None]
    y = 0.3 + X / 10
    return make((1, 1), X, y, [0.0, 0.0], rate, biases=True, stop=Stop(steps=stop))


def test_a_velocity_that_goes_uphill_is_told_and_not_the_rate() -> None:
    lesson = make((1, 1), [[1.0]], [[3.0]], [0.0], 0.05, "momentum")
    descent = after(lesson, 9)
    assert why_it_rose(descent) == Cause("velocity")
    assert told(descent) == "The velocity of earlier steps carries it uphill."


def test_too_big_a_step_tells_the_rate_that_would_have_done_and_2_over_lambda() -> None:
    descent = after(one_weight(0.2), 1)
    assert "a rate below 2/λ = 1/9 would have lowered the loss" in told(descent)
    network = make((1, 2, 1), [[1.0]], [[2.0]], [1.0, 0.5, 1.0, 1.0], 0.5)
    cause = why_it_rose(after(network, 1))
    assert cause is not None
    assert cause.limit is not None
    assert cause.curvature is not None
    assert cause.curvature.critical_rate is not None
    assert abs(cause.limit / cause.curvature.critical_rate - 1) > 0.01


def test_inputs_of_unlike_size_are_told_with_the_rate_that_they_allow() -> None:
    sentence = told(after(wide(), 1))
    assert "2/λ ≈ 0.000304" in sentence
    assert "99-fold: scaling the inputs helps" in sentence
    even = make((2, 1), [[20.0, 1.0], [25.0, -1.0]], [[1.0], [2.0]], [0.0, 0.0], 1.0)
    assert "fold" not in told(after(even, 1))


def test_an_overflow_and_a_stop_are_explained_by_the_step_that_began_the_growth() -> None:
    for descent, kind in ((after(wide(), 200), "diverged"), (after(wide(stop=20), 200), "stop")):
        assert descent.ended is not None
        assert descent.ended.kind == kind
        assert "2/λ ≈ 0.000304" in told(descent)
    assert overflow(after(wide(), 200)).startswith(
        "the numbers are no longer finite after step 43; too big a step: a rate below 2/λ ≈ "
    )
    *_, last = running(open_lesson(one_weight(0.113)).descent, 10**6, whole=False)
    assert last.timeline.readable_from > 1000
    assert "2/λ = 1/9" in told(last)
    at_once = take_steps(after(one_weight(1 / 18), 0), 1)
    late = replace(at_once, settings=replace(at_once.settings, rate=learning_rate(1e308)))
    late = replace(late, timeline=late.timeline.at(0))
    flown = take_steps(late, 1)
    assert flown.ended is not None
    assert (flown.ended.kind, flown.row) == ("diverged", 0)
    assert "2/λ = 1/9" in told(flown)


def test_where_the_loss_has_fallen_nothing_is_told() -> None:
    assert advice(after(one_weight(0.01), 3)) == ()
    assert advice(after(one_weight(0.01), 0)) == ()
    assert advice(after(one_weight(1 / 18), 50)) == ()


def test_adamws_decay_is_told_where_without_it_the_loss_would_have_fallen() -> None:
    options = {"weight_decay": 0.9}
    lesson = make((1, 1), [[1.0]], [[3.0]], [2.9999], 0.1, "adamw", options)
    lesson = replace(lesson, settings=replace(lesson.settings, rate=learning_rate(1e-4)))
    assert why_it_rose(after(lesson, 1)) == Cause("decay")


CASES = [
    (name, batch, rate)
    for name in OPTIMIZERS
    for batch in (None, 3)
    for rate in ((2.0, 0.5) if name in ("momentum", "nesterov") else (2.0,))
]


@pytest.mark.parametrize(("name", "batch", "rate"), CASES)
def test_what_is_told_of_a_rise_holds(name: str, batch: int | None, rate: float) -> None:
    lesson = tanh_network(optimizer=name, batch_size=batch, rate=rate)
    descent = open_lesson(lesson).descent
    kinds = set()
    for _ in range(60):
        before, descent = descent, take_steps(descent, 1, heed_stop=False)
        if descent.moment.loss <= before.moment.loss:
            assert why_it_rose(descent) is None
            continue
        cause = why_it_rose(descent)
        assert cause is not None, "nothing is told"
        kinds.add(cause.kind)
        if cause.kind == "too big":
            assert cause.limit is not None
            for share in (0.9999, 0.7, 0.3, 0.1, 0.01):
                assert next_step(before, cause.limit * share).kind in ("lower", "across")
            assert next_step(before, cause.limit * 1.0001).kind == "higher"
        elif cause.kind == "decay":
            free = {**before.settings.options, "weight_decay": 0.0}
            other = replace(before, settings=replace(before.settings, options=free))
            assert next_step(other).loss <= before.moment.loss
        else:
            assert next_step(before, rate * 1e-6).kind == "higher"
            whole = replace(before, settings=replace(before.settings, batch_size=None))
            falls = next_step(whole, rate * 1e-6).kind == "lower"
            assert falls is (cause.kind == "batch")
    assert kinds, "the loss never rose"
