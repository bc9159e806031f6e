"""Tables, explanations and code of numbers at the edge: computed, or refused in one sentence."""

from pathlib import Path

import pytest

from gd_visualizer.cli import main as cli
from tests.extremes import lesson_text, lessons, seeded

LESSONS = 100


def test_every_word_of_random_extreme_lessons_ends_in_a_text_or_a_sentence(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file, table = tmp_path / "lesson.toml", tmp_path / "table.csv"
    for seed, _lesson in lessons(800, LESSONS):
        file.write_text(lesson_text(seed))
        for words in (
            ("explain", str(file), "--step", "1"),
            ("code", str(file)),
            ("export", str(file), "--output", str(table), "--force"),
        ):
            with seeded(seed):
                status = cli.run(words)
            text, problem = capsys.readouterr()
            assert status in (0, 2)
            assert text or words[0] == "export" or problem.count("\n") == 1


def test_a_lesson_whose_gradient_is_too_long_is_refused_in_one_sentence(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = Path(__file__).parents[1] / "extreme" / "gradient-norm-overflows.toml"
    assert cli.run(("export", str(file), "--output", str(tmp_path / "a.png"))) == 2
    words = (
        f"gd-visualizer: {file.name}: start.weights: the gradient is too long for a number there\n"
    )
    assert capsys.readouterr().err == words
