"""Export without a window. Whole processes, against one that draws the same curve by hand."""

import statistics
import subprocess
import sys
import time
from pathlib import Path
from tempfile import TemporaryDirectory

import numpy as np

from benchmarks.table import Row, longer
from gd_visualizer.descent.commands.descent import step
from gd_visualizer.descent.state.state import open_lesson
from gd_visualizer.lesson.library.catalogue import load

LESSON, STEPS = "many-steps", 40
BUDGETS = {"png": 1.3, "svg": None, "pdf": None}


def rows(quick: bool) -> list[Row]:
    """The rows of the table about export."""
    runs = 3 if quick else 11
    with TemporaryDirectory() as name:
        folder = Path(name)
        losses = step(open_lesson(load(LESSON)), STEPS).descent.timeline.losses()
        np.save(folder / "losses.npy", losses)
        kinds = ["png"] if quick else list(BUDGETS)
        return [_format(kind, folder, runs if kind == "png" else 7) for kind in kinds]


def _format(kind: str, folder: Path, runs: int) -> Row:
    ours = ["gd_visualizer", "export", LESSON, "--steps", str(STEPS), "--output"]
    theirs = ["benchmarks.by_hand", str(folder / "losses.npy")]
    commands = {"ours": [*ours, str(folder / f"x.{kind}"), "--force"]}
    commands["by hand"] = [*theirs, str(folder / f"y.{kind}")]
    seconds: dict[str, list[float]] = {"ours": [], "by hand": []}
    for run in range(runs + 1):
        for name, command in commands.items():
            took = _timed(command)
            if run:  # the first one fills caches
                seconds[name].append(took)
    return longer(
        f"export of the loss curve to {kind.upper()}, whole process",
        statistics.median(seconds["ours"]),
        "matplotlib by hand",
        statistics.median(seconds["by hand"]),
        BUDGETS[kind],
    )


def _timed(command: list[str]) -> float:
    start = time.perf_counter()
    subprocess.run([sys.executable, "-m", *command], check=True)
    return time.perf_counter() - start
