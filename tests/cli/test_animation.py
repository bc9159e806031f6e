"""``export --animation``: what it writes, and how it refuses."""

import os
import sys
from pathlib import Path

import pytest
from PIL import Image

from gd_visualizer.cli import progress
from gd_visualizer.cli.main import run
from gd_visualizer.figures.animation import video
from tests.cli.test_progress import Terminal


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty folder to work in, and no encoder."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setitem(sys.modules, "imageio_ffmpeg", None)
    monkeypatch.setattr(video.shutil, "which", lambda _name: None)
    return tmp_path


def animate(*more: str, lesson: str = "two-inputs", out: str = "run.gif") -> int:
    return run(["export", lesson, "--animation", out, *more])


def test_a_run_is_written_with_a_frame_for_each_step(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert animate("--steps", "3") == 0
    assert capsys.readouterr() == ("", "")
    assert os.listdir(folder) == ["run.gif"]
    with Image.open("run.gif") as image:
        assert image.n_frames == 4
        assert image.size == (1280, 800)


def test_frames_seconds_and_size_are_those_that_were_asked_for() -> None:
    asked = ("--steps", "200", "--frames", "9", "--seconds", "4", "--size", "300x200")
    assert animate("--view", "network", *asked) == 0
    with Image.open("run.gif") as image:
        assert (image.n_frames, image.size) == (9, (300, 200))
        durations = []
        for frame in range(9):
            image.seek(frame)
            durations.append(image.info["duration"])
    assert sum(durations) == pytest.approx(4000, rel=0.1)
    assert durations[-1] > durations[0] > durations[1]


REFUSED = {
    "another suffix": (("--animation", "a.avi"), "expected a name ending in .gif, .mp4 or .webm"),
    "both": (("--animation", "a.gif", "--output", "a.png"), "not allowed with argument"),
    "neither": ((), "is required"),
    "frames of a figure": (("--output", "a.png", "--frames", "3"), "--frames: goes with"),
    "one frame": (("--animation", "a.gif", "--frames", "1"), "expected a whole number from 2"),
    "no time": (("--animation", "a.gif", "--seconds", "nan"), "expected a number of seconds"),
    "no step": (("--animation", "a.gif", "--steps", "0"), "--steps 0: an animation needs a step"),
    "too large": (("--animation", "a.gif", "--size", "9000x900"), "too many for an animation"),
    "no folder": (("--animation", "nowhere/a.gif"), "the folder 'nowhere' does not exist"),
    "no encoder": (("--animation", "a.mp4"), "pip install 'gd-visualizer[video]'"),
    "too fast": (
        ("--animation", "a.gif", "--steps", "90", "--frames", "80", "--seconds", "1"),
        "80 frames do not go into 1 s",
    ),
}


@pytest.mark.parametrize("name", REFUSED)
def test_what_cannot_be_made_is_refused_in_one_line_and_nothing_is_written(
    name: str, folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    arguments, words = REFUSED[name]
    assert run(["export", "many-steps", *arguments]) == 2
    error = capsys.readouterr().err
    assert words in error
    assert error.count("\n") == 1
    assert os.listdir(folder) == []


def test_a_lesson_without_steps_and_a_file_that_exists_are_refused(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert animate(lesson="baseline") == 2
    assert "takes no steps" in capsys.readouterr().err
    Path("run.gif").write_bytes(b"old")
    assert animate() == 2
    assert "--force" in capsys.readouterr().err
    assert Path("run.gif").read_bytes() == b"old"


def test_at_a_terminal_each_frame_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    terminal = Terminal()
    monkeypatch.setattr(progress, "PATIENCE", 0.0)
    monkeypatch.setattr(progress, "_PAUSE", 0.0)
    monkeypatch.setattr(sys, "stderr", terminal)
    assert animate("--steps", "2", "--size", "160x100") == 0
    for frame in (1, 2, 3):
        assert f"run.gif: frame {frame} of 3 …" in terminal.getvalue()
    assert terminal.getvalue().endswith("\r\x1b[K")
