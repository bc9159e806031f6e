"""What the learning rate's feeds work out between events, and their words."""

import numpy as np

from gd_visualizer.background import rate_band_feed as band_feed
from gd_visualizer.background.curvature_feed import CurvatureFeed, curvature_words
from gd_visualizer.background.rate_band_feed import BandFeed, next_step_words
from gd_visualizer.background.runner import BackgroundRunner
from gd_visualizer.core.objective.curvature import Curvature, curvature_at
from gd_visualizer.descent.commands import descent as commands
from gd_visualizer.descent.rate.band import kind_at, next_step, rate_band
from gd_visualizer.descent.state.state import State, open_lesson
from gd_visualizer.lesson.library.catalogue import load
from gd_visualizer.lesson.rate import typed_rate
from gd_visualizer.view.rate.slider import HIGH, LOW
from tests.descent.lessons import make


def opened(name: str) -> State:
    return open_lesson(load(name))


def test_the_band_is_worked_out_between_events_and_the_rate_changes_nothing(qtbot) -> None:
    feed, told = BandFeed(BackgroundRunner()), []
    feed.band_ready.connect(told.append)
    state = opened("many-steps")
    feed.follow(state)
    qtbot.waitUntil(lambda: feed.idle)
    whole = rate_band(state.descent, LOW, HIGH)
    np.testing.assert_array_equal(told[-1].edges, whole.edges)
    assert told[-1].kinds == whole.kinds
    count = len(told)
    feed.follow(commands.set_learning_rate(state, typed_rate("0.3")))
    assert feed.idle
    assert len(told) == count
    feed.follow(commands.step(state))
    qtbot.waitUntil(lambda: feed.idle)
    assert len(told) > count
    assert feed.kind_at(0.01) == kind_at(commands.step(state).descent, 0.01)


def test_stale_work_is_dropped_and_nothing_runs_on(qtbot) -> None:
    runner = BackgroundRunner()
    feed, told = BandFeed(runner), []
    feed.band_ready.connect(told.append)
    state = opened("many-steps")
    for _ in range(30):
        state = commands.step(state)
        feed.follow(state)
    assert len([band for band in told if band is not None]) <= 30
    qtbot.waitUntil(lambda: feed.idle)
    whole = rate_band(state.descent, LOW, HIGH)
    np.testing.assert_array_equal(told[-1].edges, whole.edges)
    assert runner.idle
    feed.follow(opened("many-steps"))
    feed.stop()
    assert told[-1] is None
    assert runner.idle


def test_a_lesson_without_a_rate_has_no_band(qtbot) -> None:
    feed, told = BandFeed(BackgroundRunner()), []
    feed.band_ready.connect(told.append)
    feed.follow(opened("learning-rate"))
    qtbot.waitUntil(lambda: feed.idle)
    assert told[-1] is not None
    hidden = opened("loss-surface")
    assert not band_feed.shows_rate(hidden)
    feed.follow(hidden)
    assert told[-1] is None
    assert feed.idle


def test_the_next_step_in_words() -> None:
    state = opened("learning-rate")
    at = commands.set_learning_rate(state, typed_rate("0.01"))
    assert next_step_words(at).english == f"next loss {next_step(at.descent).loss:.4g}"
    far = commands.set_learning_rate(state, typed_rate("1e200"))
    assert next_step_words(far).english == "the next numbers overflow"


def words_of(state: State) -> str:
    descent = state.descent
    found = curvature_at(descent.lesson.objective, descent.moment.theta)
    return curvature_words(found, descent).english


def test_the_curvature_of_one_weight_is_told_exactly(qtbot) -> None:
    feed, told = CurvatureFeed(BackgroundRunner()), []
    feed.found.connect(lambda *both: told.append(both))
    feed.ask(opened("through-a-layer"))
    state = opened("learning-rate")
    feed.ask(state)
    qtbot.waitUntil(lambda: feed.idle)
    assert [one[1] for one in told] == [state]
    words = curvature_words(told[0][0], state.descent).english
    assert "λ = 18:" in words
    assert "2/λ = 1/9 " in words
    assert "the loss is a bowl" in words
    feed.ask(state)
    feed.forget()
    assert feed.idle


def test_curvature_words_claim_no_more_than_is_known() -> None:
    assert "λ = 50: with gradient descent, learning rates above 2/λ = 0.04 " in words_of(
        opened("two-inputs")
    )
    assert "λ ≈ " in words_of(opened("through-a-layer"))
    assert "A local estimate" in words_of(opened("through-a-layer"))
    crooked = make((2, 1), np.array([[1.0, 2.0], [3.0, 1.0]]), np.ones((2, 1)), np.zeros(2), 0.01)
    words = words_of(open_lesson(crooked))
    assert "λ ≈ 13.1:" in words  # (15 + √125) / 2
    assert "2/λ ≈ 0.153 " in words
    assert "the loss is a bowl" in words
    thirds = make((1, 1), np.array([[1.0], [2.0], [3.0]]), np.ones((3, 1)), np.zeros(1), 0.01)
    words = words_of(open_lesson(thirds))
    assert "λ = 28/3:" in words
    assert "2/λ = 3/14 " in words
    flat = Curvature(0.0, np.zeros(1), settled=True)
    descent = opened("learning-rate").descent
    assert "No direction curves upwards here" in curvature_words(flat, descent).english
    lost = Curvature(np.nan, np.zeros(1), settled=False)
    assert "overflow" in curvature_words(lost, descent).english
