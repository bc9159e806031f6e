"""Start-up. Whole processes in turn, against bare windows, until their paints are done."""

import statistics
import time
from collections import defaultdict

from benchmarks.screen import Screen, screen
from benchmarks.table import Row, within
from benchmarks.timing import Seconds

WHAT = {
    "frame": ("first painted frame", "label", "bare window with a label", 1.5),
    "views": ("every view painted", "plot", "bare pyqtgraph window, one plot", 1.3),
}


def rows(quick: bool) -> list[Row]:
    """The rows of the table about the start."""
    with screen() as on:
        seconds = _seconds(on, 3 if quick else 15)
    return [
        within(
            f"process start → {words} ({on.words})",
            seconds["program", name],
            peer,
            seconds[what, "frame"],
            budget,
        )
        for name, (words, what, peer, budget) in WHAT.items()
    ]


def _seconds(on: Screen, runs: int) -> dict[tuple[str, str], Seconds]:
    """Seconds by process and name; the first run of each fills caches."""
    seconds: dict[tuple[str, str], list[float]] = defaultdict(list)
    for run in range(runs + 1):
        for what in ("program", "label", "plot"):
            found = on.run("benchmarks.first_paint", what, time.monotonic())
            for name, took in found.items():
                if run:
                    seconds[what, name].append(took)
    return {key: Seconds(statistics.median(took), min(took)) for key, took in seconds.items()}
