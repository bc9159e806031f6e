"""The words that print a step: explain and code."""

import json
import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest

from gd_visualizer.cli import main as cli
from gd_visualizer.descent.commands.stepping import take_steps
from gd_visualizer.descent.state.state import open_lesson
from gd_visualizer.lesson.library.built_in import BUILT_IN, resources_folder
from gd_visualizer.lesson.library.catalogue import find
from tests.cli.test_main import ROOT, program
from tests.descent.reader import Read

SCALED = """
format = 1
title = "Scaled"
[network]
layers = [2, 3, 1]
activations = "tanh"
biases = true
[data]
inputs = [[1, 200], [2, 150], [4, 300]]
targets = [0.1, 0.4, -0.2]
input_names = ["age", "size"]
target_names = ["price"]
scale = true
[start]
random = { seed = 4 }
"""


def output(capsys: pytest.CaptureFixture[str], *arguments: str) -> str:
    assert cli.run(arguments) == 0
    return capsys.readouterr().out


# The lecture's numbers, from the deck.
DECK = [
    ("baseline", ["5 × 2 + 1 × (−1) = 9", "9 − 13 = −4"]),
    ("loss-function", ["(100 + 25 + 25) ÷ 3 = 50"]),
    ("slope", ["2 · (−4) × 3 × 1 = −24", "w ← 2 − 0.01 · (−24) = 2.24"]),
    (
        "two-inputs",
        ["3 × 1 + 4 × 2 = 11", "11 − 6 = 5", "2 · 5 × 3 × 1 = 30", "1 − 0.01 · 30 = 0.7"],
    ),
    ("two-inputs --weight w1_2_1", ["2 · 5 × 4 × 1 = 40", "2 − 0.01 · 40 = 1.6"]),
    ("learning-rate", ["w ← 2 − 1 · (−24) = 26"]),
    ("learning-rate --step 2", ["3 × 26 = 78", "68² = 4624"]),
    ("through-a-layer", ["−8 × 1 × 2 = −16", "−16 × 2 × 1 = −32"]),
    ("through-a-layer --weight w1_2_2", ["8 × 3 × 1 = 24"]),
    ("through-a-layer --weight w2_1_1", ["2 · (−4) × 5 × 1 = −40"]),
    ("activation", ["relu(5) = 5", "relu(−5) = 0", "(−3)² = 9", "−12 × 2 × 1 = −24"]),
    ("activation --weight w1_1_2", ["6 × 2 × 0 = 0"]),
]


@pytest.mark.parametrize(("command", "equations"), DECK)
def test_the_explanation_has_the_deck_s_arithmetic(
    command: str, equations: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    text = output(capsys, "explain", *command.split())
    for equation in equations:
        assert equation in text


@pytest.mark.parametrize("lesson", BUILT_IN)
@pytest.mark.parametrize("step", ["1", "3"])
def test_every_line_with_an_equation_can_be_read_by_a_script(
    lesson: str, step: str, capsys: pytest.CaptureFixture[str]
) -> None:
    lines = output(capsys, "explain", lesson, "--step", step).splitlines()
    equations = [Read(line) for line in lines if "=" in line or "≈" in line]
    assert len(equations) >= 4
    assert all(read.holds() for read in equations)


def test_the_code_is_a_script_of_its_own(tmp_path: Path) -> None:
    for lesson, losses in (("slope", "16"), ("through-a-layer", "16")):
        made = program("code", lesson, folder=tmp_path)
        assert made.stderr == ""
        done = subprocess.run(
            [sys.executable, "-I", "-W", "error", "-c", made.stdout],
            capture_output=True,
            encoding="utf-8",
            check=True,
        )
        before, after = done.stdout.splitlines()[-2:]
        assert float(before.removeprefix("loss = ")) == float(losses)
        assert after.startswith("loss_updated = ")


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (("explain", "slope", "--weight", "w9"), "--weight w9: no such parameter; expected w1_1_1"),
        (("explain", "slope", "--point", "2"), "--point 2: expected 1 to 1"),
        (("explain", "slope", "--step", "0"), "argument --step: expected a whole number from 1"),
        (("code", "slope", "--weight", "w"), "unrecognized arguments: --weight w"),
        (("code", "slope", "--steps", "3"), "--steps goes with --run or --torch"),
        (("code", "slope", "--run", "--step", "3"), "--step goes without --run and --torch"),
        (
            ("code", "slope", "--run", "--torch"),
            "argument --torch: not allowed with argument --run",
        ),
        (
            ("weights", "learning-rate", "--steps", "5000"),
            "--steps 5000: the numbers are no longer finite after step",
        ),
        (
            ("code", "learning-rate", "--step", "5000"),
            "--step 5000: the numbers are no longer finite after step",
        ),
    ],
)
def test_what_cannot_be_explained_is_refused_in_one_sentence(
    arguments: tuple[str, ...], sentence: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert cli.run(arguments) == 2
    out, error = capsys.readouterr()
    assert out == ""
    assert error.startswith(f"gd-visualizer: {sentence}")
    assert len(error.splitlines()) == 1


def test_the_training_is_as_long_as_the_lesson_s_run_or_as_is_asked(
    capsys: pytest.CaptureFixture[str],
) -> None:
    for arguments, steps in (
        (("many-steps", "--run"), 40),
        (("many-steps", "--torch"), 40),
        (("many-steps", "--run", "--steps", "7"), 7),
    ):
        lines = output(capsys, "code", *arguments).splitlines()
        assert f"steps = {steps}" in lines
        assert lines[-1].lstrip().startswith('print("loss ="')


def test_the_weights_as_json_predict_what_the_program_predicts(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    text = json.loads(output(capsys, "weights", "many-steps"))
    assert (text["steps"], text["layers"], text["activations"]) == (40, [2, 1], ["identity"])
    (tmp_path / "mine.toml").write_text(SCALED, encoding="utf-8")
    model = json.loads(output(capsys, "weights", str(tmp_path / "mine.toml"), "--steps", "5"))
    descent = take_steps(open_lesson(find(str(tmp_path / "mine.toml"))).descent, 5)
    data = descent.lesson.data
    values = (data.X - model["scale"]["mean"]) / model["scale"]["deviation"]
    for W, b in zip(model["weights"], model["biases"], strict=True):
        values = np.tanh(values @ np.array(W) + b)
    predicted = descent.lesson.fit.trace(descent.moment.theta).predicted
    np.testing.assert_allclose(values, predicted, rtol=1e-12)
    assert (model["inputs"], model["targets"]) == (["age", "size"], ["price"])
    assert model["loss"] == descent.moment.loss


def test_neither_word_needs_qt_or_a_display(tmp_path: Path) -> None:
    for word in ("explain", "code"):
        done = program(word, "dark-field", folder=tmp_path, PYTHONPROFILEIMPORTTIME="1")
        assert done.returncode == 0
        for module in ("PySide6", "pyqtgraph", "matplotlib"):
            assert module not in done.stderr


def test_any_title_and_any_output_give_a_script_that_runs(tmp_path: Path) -> None:
    text = (resources_folder() / "lessons" / "slope.toml").read_text(encoding="utf-8")
    title = 'title = "Encoding: one-hot \\u2019"'
    (tmp_path / "mine.toml").write_text(
        text.replace('title = "Slope of one weight"', title), encoding="utf-8"
    )
    command = [sys.executable, "-m", "gd_visualizer", "code", "mine.toml"]
    environment = {"PYTHONPATH": str(ROOT), "PYTHONIOENCODING": "cp1252"}
    made = subprocess.run(command, cwd=tmp_path, env=environment, capture_output=True, check=True)
    (tmp_path / "step.py").write_bytes(made.stdout)
    done = subprocess.run(
        [sys.executable, "-I", "step.py"], cwd=tmp_path, capture_output=True, check=True
    )
    assert done.stdout.splitlines()[-2] == b"loss = 16"


def test_arithmetic_is_utf_8_wherever_it_goes(tmp_path: Path) -> None:
    done = program("explain", "slope", folder=tmp_path, PYTHONIOENCODING="ascii")
    assert "2 · (−4) × 3 × 1 = −24" in done.stdout


def test_a_start_whose_sums_overflow_is_refused_in_one_sentence(tmp_path: Path) -> None:
    text = (resources_folder() / "lessons" / "slope.toml").read_text(encoding="utf-8")
    text = text.replace('"identity"', '"sigmoid"').replace("[[3]]", "[[1e300]]")
    (tmp_path / "mine.toml").write_text(text.replace("[[[2]]]", "[[[1e300]]]"), encoding="utf-8")
    done = program("explain", "mine.toml", folder=tmp_path)
    assert done.returncode == 2
    assert "start.weights" in done.stderr
    assert "Traceback" not in done.stderr
