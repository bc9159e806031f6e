"""The built-in lessons; the thirteen of the lecture with exactly its numbers."""

import re

import numpy as np
import pytest

from gd_visualizer.core.network import chain_rule
from gd_visualizer.core.objective.landscape import sample
from gd_visualizer.descent.commands import descent as commands
from gd_visualizer.descent.state.state import State, open_lesson
from gd_visualizer.lesson.beats import (
    Advance,
    Run,
    SetParameter,
    SetRate,
    Step,
)
from gd_visualizer.lesson.lesson import Phase
from gd_visualizer.lesson.library.built_in import BUILT_IN, LECTURE, resources_folder
from gd_visualizer.lesson.library.catalogue import load
from gd_visualizer.lesson.pictures import CURVE_PANEL, SURFACE_PANEL


def at(lesson_id: str, steps: int = 0, **changes: float) -> chain_rule.Trace:
    state = open_lesson(load(lesson_id))
    if changes:
        state = commands.drop(commands.drag(state, changes))
    if steps:
        state = commands.step(state, steps)
    objective = state.descent.lesson.objective
    return objective.trace(state.descent.moment.theta)


def slopes(lesson_id: str) -> dict[str, float]:
    """The slope of each parameter at the start."""
    descent = open_lesson(load(lesson_id)).descent
    names = descent.lesson.objective.names
    return dict(zip(names, descent.moment.gradient.tolist(), strict=True))


def test_no_text_of_a_lesson_has_a_typewriter_s_apostrophe() -> None:
    for lesson_id in BUILT_IN:
        lesson = load(lesson_id)
        beats = [text for beat in lesson.beats for text in (beat.text, beat.notes)]
        assert "'" not in "".join([lesson.title, lesson.summary, *beats])


def test_the_catalogue_is_the_decks_order_and_the_folder_holds_nothing_else() -> None:
    expected = [
        *("baseline", "change-weights", "many-points", "loss-function", "loss-surface"),
        *("dark-field", "descent-1d", "learning-rate", "slope", "two-inputs"),
        *("many-steps", "through-a-layer", "activation"),
    ]
    assert list(LECTURE) == expected
    files = {path.stem for path in (resources_folder() / "lessons").iterdir()}
    assert files == set(BUILT_IN)


@pytest.mark.parametrize("lesson_id", BUILT_IN)
def test_each_lesson_has_a_title_one_sentence_and_beats_with_captions(lesson_id: str) -> None:
    lesson = load(lesson_id)
    assert (lesson.id, bool(lesson.title)) == (lesson_id, True)
    assert re.fullmatch(r"[^\n]{20,100}\.|[^\n]{20,100}\?", lesson.summary)
    assert lesson.beats
    assert any(beat.text for beat in lesson.beats)


def test_the_first_four_lessons_show_no_descent_and_no_surface() -> None:
    for lesson_id in LECTURE[:4]:
        view = load(lesson_id).view
        assert view.last_phase == Phase.ERROR
        assert not {SURFACE_PANEL, CURVE_PANEL} & set(view.panels)
    assert all(load(i).view.last_phase == Phase.UPDATE for i in LECTURE[5:])


def test_baseline_predicts_9_where_13_is_actual() -> None:
    kept = at("baseline")
    assert kept.values[1].tolist() == [[5, 1]]
    assert (kept.predicted[0, 0], kept.errors[0, 0]) == (9, -4)


def test_change_weights_ends_at_13_after_3_and_minus_2() -> None:
    assert at("change-weights").errors[0, 0] == -4
    kept = at("change-weights", w2_1_1=3, w2_2_1=-2)
    assert (kept.predicted[0, 0], kept.errors[0, 0]) == (13, 0)


def test_many_points_shows_that_tuning_for_one_spoils_others() -> None:
    before, after = at("many-points"), at("many-points", w2_1_1=3, w2_2_1=-2)
    assert before.errors[:, 0].tolist() == [-4, 0, -1, -1]
    assert after.errors[:, 0].tolist() == [0, 2, 5, -1]
    assert after.loss > before.loss


def test_loss_function_has_total_150_and_mean_50() -> None:
    kept = at("loss-function")
    assert kept.predicted[:, 0].tolist() == [10, 8, 6]
    assert kept.errors[:, 0].tolist() == [-10, 5, 5]
    assert kept.losses[:, 0].tolist() == [100, 25, 25]
    assert (kept.losses.sum(), kept.loss) == (150, 50)


def test_loss_surface_has_its_lowest_place_in_view_at_2_and_1() -> None:
    lesson = load("loss-surface")
    assert lesson.view.x_range
    assert lesson.view.y_range
    grid = [np.linspace(*lesson.view.x_range, 141), np.linspace(*lesson.view.y_range, 141)]
    surface = sample(lesson.objective, lesson.start, lesson.view.axes, grid)
    i, j = np.unravel_index(surface.losses.argmin(), surface.losses.shape)
    assert (grid[0][i], grid[1][j]) == pytest.approx((2, 1))
    assert 0 < surface.losses.min() < lesson.objective.loss_at(lesson.start) / 20


def play(state: State, count: int) -> State:
    """The first ``count`` beats, as far as they move weights."""
    for beat in state.descent.lesson.beats[:count]:
        for action in beat.do:
            match action:
                case Advance():
                    state = commands.advance(state)
                case Step(n):
                    state = commands.step(state, n)
                case Run():
                    state = commands.step(state, 10_000)
                case SetParameter(name, value):
                    state = commands.drop(commands.drag(state, {name: value}))
                case SetRate(rate):
                    state = commands.set_learning_rate(state, rate)
    return state


def test_dark_field_ends_in_one_minimum_or_the_other_by_its_start() -> None:
    lesson = load("dark-field")
    assert lesson.view.dark
    assert (lesson.network.layers, lesson.network.activations[0]) == ((1, 1, 1), "tanh")
    saddle = lesson.objective.evaluate(np.zeros(2))
    assert np.abs(saddle[1]).max() == 0
    first, second = play(open_lesson(lesson), 5), play(open_lesson(lesson), 8)
    for state, side in ((first, -1), (second, 1)):
        moment = state.descent.moment
        assert state.descent.ended is not None
        assert state.descent.ended.kind == "flat"
        assert (np.sign(moment.theta) == side).all()
        assert moment.loss < 0.02 < lesson.objective.loss_at(np.zeros(2))


def test_descent_1d_gets_flat_in_a_handful_of_steps_from_either_side() -> None:
    lesson = load("descent-1d")
    assert lesson.starts_random
    sides = set()
    for seed in range(20):
        state = commands.step(commands.restart(open_lesson(lesson), seed), 100)
        descent = state.descent
        first = descent.timeline.thetas()[:2, 0]
        sides.add(np.sign(first[1] - first[0]))
        assert np.sign(first[1] - first[0]) == -np.sign(descent.timeline.gradient(0)[0])
        assert descent.ended is not None
        assert descent.ended.kind == "flat"
        assert 3 <= descent.row <= 10
    assert sides == {-1, 1}


def test_learning_rate_flies_off_at_1_flips_at_a_ninth_and_lands_at_an_eighteenth() -> None:
    state = commands.step(open_lesson(load("learning-rate")))
    kept = state.descent.lesson.objective.trace(state.descent.moment.theta)
    assert (state.descent.moment.theta[0], kept.errors[0, 0], kept.loss) == (26, 68, 4624)
    rates = [
        action.rate
        for beat in state.descent.lesson.beats
        for action in beat.do
        if isinstance(action, SetRate)
    ]
    assert [rate.text for rate in rates] == ["1/9", "1/18", "0.01"]
    start = open_lesson(load("learning-rate"))
    flips = commands.step(commands.set_learning_rate(start, rates[0]), 20).descent
    np.testing.assert_allclose(3 * flips.timeline.thetas()[:, 0] - 10, [-4, 4] * 10 + [-4])
    lands = commands.step(commands.set_learning_rate(start, rates[1]), 1).descent
    assert abs(3 * lands.moment.theta[0] - 10) < 1e-14


def test_slope_is_minus_24_and_the_weight_becomes_2_24() -> None:
    assert slopes("slope") == {"w1_1_1": -24}
    kept = open_lesson(load("slope")).descent.lesson.objective.trace(np.array([2.0]))
    factors = (kept.node_slopes[0], kept.values[0], kept.activation_slopes[0])
    assert [float(f[0, 0]) for f in factors] == [2 * -4, 3, 1]
    assert commands.step(open_lesson(load("slope"))).descent.moment.theta[0] == 2.24


def test_two_inputs_goes_from_1_2_to_0_7_1_6() -> None:
    kept = at("two-inputs")
    assert (kept.predicted[0, 0], kept.errors[0, 0]) == (11, 5)
    assert list(slopes("two-inputs").values()) == [30, 40]
    after = commands.step(open_lesson(load("two-inputs"))).descent.moment
    np.testing.assert_allclose(after.theta, [0.7, 1.6], rtol=1e-15)
    np.testing.assert_allclose(at("two-inputs", 1).errors, [[2.5]], rtol=1e-12)


def test_many_steps_shows_a_loss_that_falls_in_each_of_40_steps() -> None:
    descent = commands.step(open_lesson(load("many-steps")), 1000).descent
    losses = descent.timeline.losses()
    assert descent.row == 40
    assert (np.diff(losses) < 0).all()
    assert losses[40] < losses[0] / 20
    assert losses[0] - losses[5] > 20 * (losses[35] - losses[40])


def test_through_a_layer_has_the_decks_slopes_and_overshoots_at_0_01_only() -> None:
    assert slopes("through-a-layer") == {
        "w1_1_1": -32,
        "w1_1_2": 16,
        "w1_2_1": -48,
        "w1_2_2": 24,
        "w2_1_1": -40,
        "w2_2_1": -8,
    }
    after = at("through-a-layer", 1)
    assert (round(float(after.errors[0, 0]), 4), round(after.loss, 2)) == (4.0288, 16.23)
    slow = commands.set_learning_rate(
        open_lesson(load("through-a-layer")),
        next(a.rate for b in load("through-a-layer").beats for a in b.do if isinstance(a, SetRate)),
    )
    assert slow.descent.settings.rate.text == "0.001"
    assert commands.step(slow).descent.moment.loss < 16


def test_activation_has_a_dead_node() -> None:
    kept = at("activation")
    assert kept.sums[0].tolist() == [[5, -5]]
    assert kept.values[1].tolist() == [[5, 0]]
    assert (kept.predicted[0, 0], kept.errors[0, 0], kept.loss) == (10, -3, 9)
    assert kept.node_slopes[1][0, 0] == -6
    assert slopes("activation") == {
        "w1_1_1": -24,
        "w1_1_2": 0,
        "w1_2_1": -36,
        "w1_2_2": 0,
        "w2_1_1": -30,
        "w2_2_1": 0,
    }


@pytest.mark.parametrize("lesson_id", BUILT_IN)
def test_every_beat_has_notes_to_speak_from_that_ask_and_end_in_a_sentence_to_remember(
    lesson_id: str,
) -> None:
    for beat in load(lesson_id).beats:
        lines = beat.notes.split("\n")
        assert 30 <= len(beat.notes.split()) <= 90
        assert any(line.startswith("Ask: ") for line in lines)
        assert re.fullmatch(r"Remember: [^\n]{20,120}\.", lines[-1])


EQUATION = re.compile(r"([(−\d][\d.²()/ −+×·÷]*[\d²)]) [=≈] (−?[\d.]*\d)")
SIGNS = {"−": "-", "×": "*", "·": "*", "÷": "/", "²": "**2"}


def equations(notes: str) -> list[tuple[str, str]]:
    """The left and right sides of the sums in ``notes``, but for those that students get wrong."""
    lines = [line for line in notes.split("\n") if not line.startswith("Often wrong: ")]
    return [sides for line in lines for sides in EQUATION.findall(line)]


def worked_out(text: str) -> float:
    for sign, operator in SIGNS.items():
        text = text.replace(sign, operator)
    return float(eval(text))


def test_every_sum_in_the_notes_comes_out_as_it_is_written_there() -> None:
    found = [e for name in BUILT_IN for beat in load(name).beats for e in equations(beat.notes)]
    assert len(found) > 25
    for left, right in found:
        last_digit = 10.0 ** -len(right.partition(".")[2])
        assert abs(worked_out(left) - worked_out(right)) < 0.51 * last_digit, (left, right)


def test_every_number_a_lesson_names_is_written_with_a_real_minus() -> None:
    for lesson_id in BUILT_IN:
        texts = [text for beat in load(lesson_id).beats for text in (beat.text, beat.notes)]
        assert not [text for text in texts if re.search(r"(^|\s|\()-\d", text)]
