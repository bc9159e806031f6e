"""Progress: a line for who waits at a terminal, and for nobody else."""

import io
import os
from pathlib import Path
from threading import Event

import pytest

from gd_visualizer.cli import main as cli
from gd_visualizer.cli.progress import PATIENCE, Progress
from gd_visualizer.descent.commands import running
from gd_visualizer.descent.commands.stepping import take_steps
from gd_visualizer.descent.state.descent import Descent
from gd_visualizer.descent.state.state import open_lesson
from tests.descent.lessons import one_weight


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


class Clock:
    now = 0.0

    def __call__(self) -> float:
        return self.now


def test_nothing_is_said_before_two_seconds_and_then_the_steps() -> None:
    terminal, clock = Terminal(), Clock()
    progress = Progress(terminal, clock)
    descent = open_lesson(one_weight()).descent
    clock.now = PATIENCE - 0.1
    list(progress.counted([descent], 5000))
    assert terminal.getvalue() == ""
    clock.now = PATIENCE
    assert progress.last([descent, take_steps(descent, 1000, heed_stop=False)], 5000).row == 1000
    assert "step 0 of 5,000 …" in terminal.getvalue()
    progress.erase()
    assert terminal.getvalue().endswith("\r\x1b[K")


def test_work_that_cannot_tell_by_itself_is_told_while_it_lasts() -> None:
    terminal, clock = Terminal(), Clock()
    progress = Progress(terminal, clock)
    clock.now = PATIENCE
    written = terminal.write
    heard = Event()

    def write(text: str) -> int:
        heard.set()
        return written(text)

    terminal.write = write  # type: ignore[method-assign]
    with progress.during("drawing out.png"):
        assert heard.wait(60)
    assert "drawing out.png …" in terminal.getvalue()


def test_nothing_is_said_where_standard_error_is_no_terminal() -> None:
    stream, clock = io.StringIO(), Clock()
    progress = Progress(stream, clock)
    clock.now = PATIENCE
    progress.tell("step 1 of 2")
    with progress.during("drawing"):
        pass
    progress.erase()
    assert stream.getvalue() == ""


@pytest.mark.parametrize(
    "word", ["export slope -o out.csv", "export slope -o out.png", "explain slope"]
)
def test_a_person_who_stops_it_reads_one_sentence_and_finds_no_file(
    word: str,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.chdir(tmp_path)

    def stopped(_descent: Descent, _count: int, _heed_stop: bool) -> Descent:
        raise KeyboardInterrupt

    monkeypatch.setattr(running, "take_steps", stopped)
    assert cli.run(word.split()) == 130
    out, error = capsys.readouterr()
    assert (out, error) == ("", "gd-visualizer: stopped before it was done; nothing was written\n")
    assert os.listdir(tmp_path) == []
