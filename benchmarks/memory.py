"""Memory of a long run, in a process of its own: ``python -m benchmarks.memory STEPS``.

Prints JSON; memory is in bytes and None where the system does not tell, times are in seconds.
"""

import json
import sys
from pathlib import Path

import numpy as np

from benchmarks.problems import lesson, opened
from benchmarks.timing import clock
from gd_visualizer.descent.commands.descent import jump, step
from gd_visualizer.descent.state.state import State

GROWN = 20_000
WARM = 2_048  # steps before growth is measured: two whole chunks


def main() -> None:
    """Everything in turn, the small run first."""
    small, small_growth = _grown(opened(lesson((2, 1), 4, biases=False)))
    before = held("VmRSS")
    state, growth = _grown(opened(lesson((2, 10, 1), 250, "adam")))
    state = step(state, int(sys.argv[1]) - WARM - GROWN)
    peak = held("VmHWM")
    assert state.descent.row == int(sys.argv[1])
    assert small.descent.lesson.network.size == 2
    assert state.descent.lesson.network.size == 41
    found = {"before": before, "peak": peak, "growth": growth, "small growth": small_growth}
    print(json.dumps(found | {"show": _show(state)}))


def _grown(state: State) -> tuple[State, dict[str, float | None]]:
    """Some thousand steps on, and the bytes by row that they took."""
    state = step(state, WARM)
    before = held("VmRSS")
    state = step(state, GROWN)
    after = held("VmRSS")
    measured = None if before is None or after is None else (after - before) / GROWN
    slots = len(state.descent.moment.state.slots)
    numbers = (2 + slots) * state.descent.lesson.network.size + 4
    return state, {"measured": measured, "stored": 8 * numbers}


def _show(state: State, count: int = 1000) -> dict[str, float]:
    """How long it takes to go to a row and make its moment."""
    seconds = []
    for row in np.random.default_rng(2).integers(0, state.descent.timeline.length, count).tolist():
        start = clock()
        state = jump(state, row)
        moment = state.descent.moment
        seconds.append(clock() - start)
        assert moment.row == row
    p50, p95 = np.quantile(seconds, (0.5, 0.95)).tolist()
    return {"p50": p50, "p95": p95, "max": max(seconds)}


def held(what: str) -> int | None:
    """VmRSS (now) or VmHWM (at most) of this process.

    Linux's ru_maxrss would not do: it starts from what the parent process had.
    """
    try:
        lines = Path("/proc/self/status").read_text(encoding="utf-8").splitlines()
    except OSError:
        return _most_elsewhere() if what == "VmHWM" else None
    return next(int(line.split()[1]) * 1024 for line in lines if line.startswith(what))


def _most_elsewhere() -> int | None:
    try:
        import resource
    except ImportError:  # Windows
        return None
    most = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return most if sys.platform == "darwin" else most * 1024


if __name__ == "__main__":
    main()
