"""A lesson file gives exactly the values that it writes, and the defaults for the others."""

from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from gd_visualizer.lesson.beats import Advance, Beat, Nothing, SetParameter
from gd_visualizer.lesson.file.reader import parse_lesson, read_lesson
from gd_visualizer.lesson.lesson import Phase, RandomStart, Settings, Stop, View
from gd_visualizer.lesson.library.catalogue import find
from gd_visualizer.lesson.pictures import MAP, NETWORK_PANEL, SLOPE, SURFACE_3D, SURFACE_PANEL
from gd_visualizer.lesson.rate import LearningRate

FULL = '''
format = 1
id = "two-inputs"
title = "Two inputs"
summary = "One sentence."

[network]
layers = [2, 1, 1]
activations = ["tanh", "identity"]
biases = true

[data]
inputs = [[3, 4], [0.5, -0.0]]
targets = [[6], [7]]

[start]
weights = [[[1], [2]], [[3]]]
biases = [[4], [5]]

[descent]
loss = "huber"
optimizer = "adam"
learning_rate = "1 / 9"
options = { beta1 = 0.5, epsilon = 0, weight_decay = 0.5 }
penalty = { l1 = 0.25, l2 = 2 }
batch_size = 1
seed = 7
stop = { steps = 10000, gradient = 1e-3 }

[view]
surface = "3d"
axes = ["b1_1", "w1_2_1"]
x_range = [-3, 5]
y_range = [0.5, 0.75]
pictures = ["surface", "network"]
phases = ["forward", "error"]
hide = ["optimizer", "random start"]
dark = true
predict = true

[[beat]]
text = "Which way\\nis downhill?"
do = ["none"]
notes = """
Ask, and wait.
\tThen: "left", of course.
"""

[[beat]]
do = ["set w1_2_1 = -3e-1", "advance"]

[[beat]]
'''
SHORT = """
format = 1
title = "T"
[network]
layers = [1, 1]
[data]
inputs = [[3]]
targets = [6]
[start]
weights = [[[2]]]
"""


def test_a_file_with_every_key_gives_exactly_these_values() -> None:
    lesson = parse_lesson(FULL.encode(), "x.toml", None)
    network = lesson.network
    assert (lesson.id, lesson.title, lesson.summary) == (
        "two-inputs",
        "Two inputs",
        "One sentence.",
    )
    assert (network.layers, network.activations) == ((2, 1, 1), ("tanh", "identity"))
    assert network.biases
    assert lesson.objective.X.tolist() == [[3, 4], [0.5, 0]]
    assert np.signbit(lesson.objective.X[1, 1])
    assert lesson.objective.y.tolist() == [[6], [7]]
    assert lesson.loss.name == "huber"
    assert dict(zip(network.names, lesson.start, strict=True)) == {
        "w1_1_1": 1,
        "w1_2_1": 2,
        "b1_1": 4,
        "w2_1_1": 3,
        "b2_1": 5,
    }
    assert lesson.settings == Settings(
        optimizer="adam",
        options={"beta1": 0.5, "beta2": 0.999, "epsilon": 0},
        rate=LearningRate(1 / 9, "1/9"),
        batch_size=1,
        seed=7,
    )
    penalty = lesson.objective.penalty
    assert penalty is not None
    by_name = dict(zip(network.names, zip(penalty.l1, penalty.l2, strict=True), strict=True))
    assert by_name["w2_1_1"] == (0.25, 2.5)
    assert by_name["b2_1"] == (0, 0.5)
    assert lesson.stop == Stop(steps=10000, gradient=1e-3)
    assert lesson.view == View(
        surface=SURFACE_3D,
        axes=("b1_1", "w1_2_1"),
        x_range=(-3, 5),
        y_range=(0.5, 0.75),
        panels=(SURFACE_PANEL, NETWORK_PANEL),
        last_phase=Phase.ERROR,
        hide=("optimizer", "random start"),
        dark=True,
        predict=True,
    )
    assert lesson.beats == (
        Beat(
            (Nothing(),),
            "Which way\nis downhill?",
            'Ask, and wait.\n\tThen: "left", of course.',
        ),
        Beat((SetParameter("w1_2_1", -0.3), Advance())),
        Beat((Advance(),), "", ""),
    )
    assert not lesson.starts_random


def test_keys_that_are_absent_have_these_defaults() -> None:
    lesson = parse_lesson(SHORT.encode(), "a lesson.toml", None)
    assert (lesson.id, lesson.summary, lesson.beats) == ("a lesson", "", ())
    assert (lesson.network.activations, lesson.network.biases) == (("identity",), False)
    assert lesson.loss.name == "mean squared error"
    assert lesson.settings == Settings("gradient descent", {}, LearningRate(0.01, "0.01"))
    assert lesson.objective.penalty is None
    assert lesson.stop == Stop(steps=None, gradient=1e-9)
    assert lesson.view == View(
        surface=SLOPE, axes=("w1_1_1",), panels=(NETWORK_PANEL, SURFACE_PANEL)
    )
    assert lesson.random == RandomStart(-1, 1, 0)


def test_a_network_of_two_parameters_shows_the_map_of_both() -> None:
    text = SHORT.replace("layers = [1, 1]", "layers = [1, 1]\nbiases = true")
    view = parse_lesson(text.encode(), "x.toml", None).view
    assert (view.surface, view.axes) == (MAP, ("w1_1_1", "b1_1"))


def test_biases_are_zeros_where_absent() -> None:
    text = SHORT.replace("layers = [1, 1]", "layers = [1, 1]\nbiases = true")
    assert parse_lesson(text.encode(), "x.toml", None).start.tolist() == [2, 0]


def test_one_activation_serves_every_layer() -> None:
    text = SHORT.replace("[1, 1]", '[1, 1, 1]\nactivations = "relu"')
    text = text.replace("[[[2]]]", "[[[2]], [[3]]]")
    assert parse_lesson(text.encode(), "x.toml", None).network.activations == ("relu", "relu")


def test_a_random_start_draws_weights_and_biases_from_its_seed() -> None:
    text = SHORT.replace("weights = [[[2]]]", "random = { low = 2, high = 3, seed = 5 }")
    text = text.replace("[1, 1]", "[1, 1]\nbiases = true")
    lesson = parse_lesson(text.encode(), "x.toml", None)
    assert lesson.start.tolist() == np.random.default_rng(5).uniform(2, 3, 2).tolist()
    assert lesson.random == RandomStart(2, 3, 5)
    assert lesson.starts_random
    assert not lesson.start.flags.writeable


def test_a_byte_order_mark_and_windows_line_ends_change_nothing() -> None:
    lesson = parse_lesson(b"\xef\xbb\xbf" + FULL.replace("\n", "\r\n").encode(), "x.toml", None)
    assert lesson.title == "Two inputs"
    assert lesson.beats[0].text == "Which way\nis downhill?"
    assert lesson.beats[0].notes == parse_lesson(FULL.encode(), "x.toml", None).beats[0].notes


def test_arrays_of_a_lesson_are_read_only() -> None:
    lesson = parse_lesson(FULL.encode(), "x.toml", None)
    arrays = (lesson.start, lesson.objective.X, lesson.objective.y)
    assert not any(array.flags.writeable for array in arrays)


def test_a_file_names_the_lesson_and_its_messages(tmp_path: Path) -> None:
    path = tmp_path / "two weights.toml"
    path.write_text(SHORT)
    assert read_lesson(path).id == "two weights"


def test_a_file_of_any_name_is_found(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    for name in ("mine", "mine.toml", "slope"):
        (tmp_path / name).write_text(SHORT)
    assert (find("mine").title, find("mine.toml").title, find("./slope").title) == ("T", "T", "T")


@given(st.lists(st.floats(-1e100, 1e100), min_size=1, max_size=5))
def test_numbers_come_back_bit_for_bit(values: list[float]) -> None:
    text = SHORT.replace("[[3]]", str([[v] for v in values])).replace("[6]", str(values))
    objective = parse_lesson(text.encode(), "x.toml", None).objective
    assert objective.X.tobytes() == np.array(values).tobytes() == objective.y.tobytes()


def test_a_hundred_thousand_points_are_read() -> None:
    values = [i / 7 for i in range(100_000)]
    text = SHORT.replace("[[3]]", str([[v] for v in values])).replace("[6]", str(values))
    assert parse_lesson(text.encode(), "x.toml", None).objective.y[:, 0].tolist() == values
