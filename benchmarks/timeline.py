"""The timeline. What a long history costs: in time by step, in memory, and to look back into."""

import json
import statistics
import subprocess
import sys
from typing import Any

from benchmarks.problems import opened, playground
from benchmarks.table import NONE, Row, below, longer, verdict
from benchmarks.timing import clock
from gd_visualizer.descent.commands.descent import step
from gd_visualizer.descent.state.state import State

SHORT, LONG = 100, 100_000
MOST_MEMORY = 500  # MB
STEPS, QUICK_STEPS = 200_000, 50_000
MOST_TO_SHOW = 1e-3


def rows(quick: bool) -> list[Row]:
    """The rows of the table about the timeline."""
    return [_history(30 if quick else 150), *_memory(QUICK_STEPS if quick else STEPS)]


def _history(rounds: int) -> Row:
    start = opened(playground())
    far = step(start, LONG)
    short, long = [], []
    for _ in range(rounds):
        near = step(start, SHORT)
        short.append(_chain(near)[0])
        seconds, far = _chain(far)
        long.append(seconds)
    what = f"one step to a command after {LONG:,} rows"
    ours, theirs = statistics.median(long), statistics.median(short)
    return longer(what, ours, f"after {SHORT} rows", theirs)


def _chain(state: State, count: int = 40) -> tuple[float, State]:
    """Seconds a step, one command each, and where that leads."""
    start = clock()
    for _ in range(count):
        state = step(state)
    return (clock() - start) / count, state


def _memory(steps: int) -> list[Row]:
    """What a process of its own reports that takes so many steps."""
    command = [sys.executable, "-m", "benchmarks.memory", str(steps)]
    out = subprocess.run(command, check=True, capture_output=True, text=True).stdout
    found = json.loads(out)
    what = f"{steps:,} steps, 41 parameters, adam"
    return [
        _peak(what, steps, found),
        _growth(what, found["growth"]),
        _growth("20,000 steps, 2 parameters, gradient descent", found["small growth"]),
        *_shown(what, found["show"]),
    ]


def _peak(what: str, steps: int, found: dict[str, Any]) -> Row:
    peak, before = found["peak"], found["before"]
    if peak is None:
        return Row(f"{what}: most memory", "not known on this system")
    return Row(
        f"{what}: most memory",
        f"{peak / 1e6:.0f} MB",
        f"before the first step: {before / 1e6:.0f} MB",
        NONE,
        f"≤ {MOST_MEMORY} MB" if steps == STEPS else f"≤ {MOST_MEMORY} MB for {STEPS:,}",
        verdict(peak <= MOST_MEMORY * 1e6) if steps == STEPS else NONE,
    )


def _growth(what: str, growth: dict[str, Any]) -> Row:
    """Growth by row against the columns that a row is stored in."""
    if growth["measured"] is None:
        return Row(f"{what}: growth by row", "not known on this system")
    ratio = growth["measured"] / growth["stored"]
    return Row(
        f"{what}: growth by row",
        f"{growth['measured']:.0f} B",
        f"its columns: {growth['stored']} B",
        f"{ratio:.2f} × as much",
    )


def _shown(what: str, show: dict[str, float]) -> list[Row]:
    names = {"p50": "median", "p95": "95th percentile", "max": "longest of 1,000"}
    return [
        below(f"{what}: any row shown again, {words}", show[key], MOST_TO_SHOW)
        for key, words in names.items()
    ]
