"""What the fit shows is true: squares are squares, lines pass where the prediction is halfway."""

from itertools import combinations

import numpy as np
import pytest
from msgspec.structs import replace

from gd_visualizer.descent.commands import descent as commands
from gd_visualizer.descent.commands import display as showing
from gd_visualizer.descent.commands.data import generate
from gd_visualizer.descent.state.state import State, open_lesson
from gd_visualizer.drawing.frame import Audience, Frame
from gd_visualizer.drawing.shapes import Box, Clip, Drawing, Image, Path, Shape, Words, flat
from gd_visualizer.lesson.data import Generated
from gd_visualizer.lesson.lesson import Lesson, Phase
from gd_visualizer.lesson.library.catalogue import load
from gd_visualizer.scene.fit.cut import forwarded
from gd_visualizer.scene.fit.legend import accuracies
from gd_visualizer.scene.fit.line_title import line_of
from gd_visualizer.scene.fit.picture import FitPicture, fit_picture
from gd_visualizer.scene.plot.area import Area
from tests.german import GERMAN
from tests.scene.fit.lessons import KINDS, lesson, line, of_kind

ROOMS = {
    "window": Frame(640, 520, 18),
    "small": Frame(330, 300, 14),
    "class": Frame(600, 440, 25),
    "wide": Frame(1240, 420, 20),
    "German": Frame(600, 440, 18, speech=GERMAN),
    "paper": Frame(1520, 770, 36, Audience.PAPER),
}


def after(of: Lesson, steps: int) -> State:
    state = open_lesson(of)
    return commands.step(state, steps) if steps else state


def named(made: FitPicture | Drawing, kind: type[Shape], name: str) -> list[Shape]:
    drawing = made if isinstance(made, Drawing) else made.drawing
    return [one for one in flat(drawing.shapes) if isinstance(one, kind) and one.name == name]


def values_of(area: Area, points: np.ndarray) -> np.ndarray:
    return np.array([area.values(*place) for place in points.tolist()])


@pytest.mark.parametrize("room", ROOMS)
@pytest.mark.parametrize("steps", [1, 40])
def test_each_squared_error_is_a_true_square_and_the_mean_is_theirs(room: str, steps: int) -> None:
    state = after(line(), steps)
    made = fit_picture(state, ROOMS[room])
    squares, (mean,) = named(made, Box, "square"), named(made, Box, "mean square")
    sides = np.array([one.rect[2:] for one in squares])
    per = made.area.rect[3] / (made.area.y[1] - made.area.y[0])  # px of a unit of y
    errors = state.descent.lesson.fit.trace(state.descent.moment.theta).errors[:, 0]
    np.testing.assert_allclose(sides[:, 0], sides[:, 1], atol=1e-9)
    np.testing.assert_allclose(sides[:, 0] / per, np.abs(errors), rtol=1e-9)
    assert (mean.rect[2] / per) ** 2 == pytest.approx(state.descent.moment.loss, rel=1e-9)
    assert (sides[:, 0] ** 2).mean() == pytest.approx(mean.rect[2] * mean.rect[3], rel=1e-9)


def test_the_line_runs_through_the_predictions_and_errors_end_at_the_points() -> None:
    state = after(line(), 5)
    made = fit_picture(state, ROOMS["window"])
    (curve,), (errors,) = named(made, Path, "fit"), named(made, Path, "errors")
    slope, intercept = line_of(state)
    x, y = values_of(made.area, curve.points).T
    np.testing.assert_allclose(y, slope * x + intercept, atol=1e-5)
    ends = values_of(made.area, errors.points)
    fit = state.descent.lesson.fit
    np.testing.assert_allclose(ends[1::2], np.column_stack([fit.X, fit.y]), atol=1e-9)
    np.testing.assert_allclose(ends[::2, 1], slope * ends[::2, 0] + intercept, atol=1e-9)


def test_of_scaled_inputs_slope_and_intercept_are_given_back_in_the_old_units() -> None:
    plain, scaled = line(), line(more="scale = true")
    ends = []
    for of in (plain, scaled):
        X = np.column_stack([of.fit.X, np.ones(len(of.fit.X))])
        best = np.linalg.lstsq(X, of.fit.y, rcond=None)[0].ravel()
        ends.append(open_lesson(replace(of, start=best)))
    assert line_of(ends[1]) == pytest.approx(line_of(ends[0]), rel=1e-9)
    made = fit_picture(commands.step(ends[1]), ROOMS["window"])
    said = [one.text for one in flat(made.drawing.shapes) if isinstance(one, Words)]
    assert any(text.startswith("inputs scaled: (x − 2) ÷ ") for text in said)
    assert made.area.x[0] < 0 < 4 < made.area.x[1]  # in its own units


@pytest.mark.parametrize("kind", ["two clouds", "circle", "xor", "two spirals", "over or under"])
@pytest.mark.parametrize("output", ["tanh", "sigmoid"])
@pytest.mark.parametrize("more", ["", "scale = true"])
def test_between_the_classes_the_prediction_is_halfway(kind: str, output: str, more: str) -> None:
    data = f'generate = {{ kind = "{kind}", points = 40, noise = 0.2, seed = 1 }}\n{more}'
    of = lesson(data, "[2, 4, 1]", f'["tanh", "{output}"]', rate=0.3)
    state = after(of, 60)
    halfway = {"tanh": 0.0, "sigmoid": 0.5}[output]
    for frame in ROOMS.values():
        made = fit_picture(state, frame)
        lines = named(made, Path, "between classes")
        assert lines
        for one in lines:
            X = of.data.given(values_of(made.area, one.points))
            found = forwarded(of.network, state.descent.moment.theta, X)[-1]
            steep = np.abs(np.diff(found[:, 0])).max(initial=0.01)
            np.testing.assert_allclose(found, halfway, atol=0.02 + steep)


def test_colours_lie_where_their_values_are() -> None:
    """Whose middle is the white one, and the higher the bluer."""
    state = after(of_kind("plane"), 20)
    made = fit_picture(state, ROOMS["window"])
    (image,) = (one for one in flat(made.drawing.shapes) if isinstance(one, Image))
    rows, columns = image.indices.shape
    left, top, wide, high = image.rect
    for row, column in [(0, 0), (50, 50), (100, 0), (30, 80)]:
        at = left + (column + 0.5) * wide / columns, top + (row + 0.5) * high / rows
        X = np.array([made.area.values(*at)])
        value = forwarded(state.descent.lesson.network, state.descent.moment.theta, X)[-1][0, 0]
        shade = int(image.indices[row, column]) - image.count // 2
        assert np.sign(shade) in (0, np.sign(value))
    flat_values = image.indices.astype(int)
    assert flat_values.max() > image.count // 2 > flat_values.min()


def test_accuracy_is_that_of_the_training_and_of_the_testing_points() -> None:
    of = of_kind("circle")
    state = after(of, 30)
    (X, y), (testing, actual) = of.data.training, of.data.testing
    predicted = [of.fit.trace(state.descent.moment.theta).predicted]
    predicted.append(forwarded(of.network, state.descent.moment.theta, testing)[-1])
    right = [np.mean(np.sign(p) == t) for p, t in zip(predicted, (y, actual), strict=True)]
    assert accuracies(state) == pytest.approx(tuple(right))
    assert len(X) + len(testing) == 40


def test_the_line_before_stays_after_a_step_and_during_a_drag_and_no_longer() -> None:
    start = commands.set_parameter(open_lesson(line()), "w1_1_1", 0.5)
    assert not named(fit_picture(start, ROOMS["window"]), Path, "before")
    stepped = commands.step(start)
    (old,) = named(fit_picture(stepped, ROOMS["window"]), Path, "before")
    (now,) = named(fit_picture(start, ROOMS["window"]), Path, "fit")
    area = fit_picture(stepped, ROOMS["window"]).area
    x, y = values_of(area, old.points).T
    slope, intercept = line_of(start)
    np.testing.assert_allclose(y, slope * x + intercept, atol=1e-5)
    assert len(now.points)
    dragged = commands.drag(stepped, {"w1_1_1": 2.0})
    (old,) = named(fit_picture(dragged, ROOMS["window"]), Path, "before")
    x, y = values_of(fit_picture(dragged, ROOMS["window"]).area, old.points).T
    slope, intercept = line_of(stepped)
    np.testing.assert_allclose(y, slope * x + intercept, atol=1e-5)
    inside = commands.to_phase(stepped, Phase.FORWARD)
    assert not named(fit_picture(inside, ROOMS["window"]), Path, "before")


@pytest.mark.parametrize("kind", ["line", "curve", "steps"])
def test_the_line_is_seen_wherever_other_points_are(kind: str) -> None:
    start = generate(open_lesson(load("line-through-points")), Generated(kind, 40, 0.1, 1))
    for state in (start, commands.step(start), commands.step(start, 50)):
        made = fit_picture(state, ROOMS["window"])
        lesson = state.descent.lesson
        predicted = forwarded(lesson.network, state.descent.moment.theta, lesson.fit.X)[-1]
        low, high = made.area.y
        assert low <= predicted.min() <= predicted.max() <= high


def test_over_two_inputs_the_middle_level_of_before_stays_as_a_pale_line() -> None:
    start = generate(open_lesson(load("two-clouds")), Generated("plane", 40, 0.1, 1))
    stepped = commands.step(start)
    made = fit_picture(stepped, ROOMS["window"])
    (old,) = named(made, Path, "before")
    X = values_of(made.area, old.points)
    (predicted,) = forwarded(start.descent.lesson.network, start.descent.moment.theta, X)[-1].T
    levels = {w.text for w in flat(made.drawing.shapes) if isinstance(w, Words)}
    assert np.ptp(predicted) < 1e-4
    assert f"{round(float(predicted[0]))}".replace("-", "−") in levels
    assert not named(fit_picture(start, ROOMS["window"]), Path, "before")


def test_nothing_is_shown_before_its_phase() -> None:
    start = open_lesson(line())
    seen = {}
    for phase in (Phase.START, Phase.FORWARD, Phase.ERROR):
        state = start if phase == Phase.START else commands.to_phase(start, phase)
        made = fit_picture(state, ROOMS["window"])
        kinds = (Path, "fit"), (Path, "errors"), (Box, "square"), (Box, "mean square")
        seen[phase] = [bool(named(made, *one)) for one in kinds]
        said = [one.text for one in flat(made.drawing.shapes) if isinstance(one, Words)]
        assert any("=" in text for text in said) == (phase > Phase.START)
    assert seen == {
        Phase.START: [False] * 4,
        Phase.FORWARD: [True, False, False, False],
        Phase.ERROR: [True] * 4,
    }
    field = fit_picture(open_lesson(of_kind("circle")), ROOMS["window"])
    assert not any(isinstance(one, Image) for one in flat(field.drawing.shapes))


def test_more_inputs_are_held_at_the_shown_point_and_that_is_said() -> None:
    data = "inputs = [[0, 1, 0.5], [2, 3, 0.7], [4, 0, 0.9]]\ntargets = [[-3, 5], [2, 1], [3, -2]]"
    state = after(lesson(data, "[3, 2]", '"identity"', "inputs = [3, 1]\noutput = 2"), 1)
    state = showing.select_point(state, 1)
    made = fit_picture(state, ROOMS["window"])
    said = [one.text for one in flat(made.drawing.shapes) if isinstance(one, Words)]
    assert "x₂ = 3: held at point 2" in said
    assert {"input x₃", "input x₁"} <= set(said)
    (image,) = (one for one in flat(made.drawing.shapes) if isinstance(one, Image))
    other = fit_picture(showing.show_output(state, 0), ROOMS["window"])
    (first,) = (one for one in flat(other.drawing.shapes) if isinstance(one, Image))
    assert (first.indices != image.indices).any()


def overlaps(a: Words, b: Words) -> bool:
    (x, y, wide, high), (u, v, w, h) = a.rect, b.rect
    across = min(x + wide, u + w) - max(x, u)
    return across > 0.01 and min(y + high, v + h) - max(y, v) > 0.01


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("more", ["test = 0.25", "scale = true"])
def test_words_cover_no_other_words_and_stay_in_the_frame(kind: str, more: str) -> None:
    of = line(more=more) if kind == "line" else of_kind(kind, more, "squares = true")
    for steps in (0, 1, 50):
        state = after(of, steps)
        for room, frame in ROOMS.items():
            made = fit_picture(state, frame)
            said = [one for one in flat(made.drawing.shapes) if isinstance(one, Words)]
            for one in said:
                x, y, wide, high = one.rect
                assert min(x, y) > -0.1, (room, one.text)
                out = max(x + wide - frame.width, y + high - frame.height)
                assert out < 0.1, (room, one.text)
            for a, b in combinations(said, 2):
                assert not overlaps(a, b), (room, a.text, b.text)


@pytest.mark.parametrize("numbers", ["1e150, -1e150", "1e-300, 0", "5, 5", "1e9, 1e9"])
def test_any_numbers_are_drawn_or_refused(numbers: str) -> None:
    data = f"inputs = [[{numbers.replace(', ', '], [')}]]"
    for targets in ("[[0], [1]]", "[[2], [2]]", "[[1e150], [0]]"):
        of = lesson(f"{data}\ntargets = {targets}", "[1, 1]", '"identity"', "squares = true")
        of = replace(of, start=np.zeros(2))
        made = fit_picture(commands.to_phase(open_lesson(of), Phase.ERROR), ROOMS["window"])
        for one in flat(made.drawing.shapes):
            if isinstance(one, Path):
                assert np.isfinite(one.points).all()
            if isinstance(one, Box | Clip):
                assert np.isfinite(one.rect).all()
