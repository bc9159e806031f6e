"""A long run in the window, in a process of its own: ``python -m benchmarks.window_run STEPS``.

Prints JSON; memory is in bytes and None where the system does not tell.
"""

import json
import math
import sys
import time
from pathlib import Path
from tempfile import TemporaryDirectory

from PySide6.QtCore import Qt

from benchmarks.first_paint import LESSON, views
from benchmarks.latency import going_on
from benchmarks.memory import held
from benchmarks.real_window import Paints, opened, press, settle, until, warmed_up
from benchmarks.timing import clock
from gd_visualizer.app.program import Program
from gd_visualizer.descent.commands.descent import step
from gd_visualizer.lesson.library.catalogue import load

WARM = 4_096
KEYS, WARM_KEYS = 2_000, 200
ALONE = 1_000  # steps to a command where nothing is painted


def main() -> None:
    """Start, a run at top speed, keys to and fro."""
    steps = int(sys.argv[1])
    with TemporaryDirectory() as folder:
        program = opened(going_on(load(LESSON), steps), Path(folder))
        found = {"started": held("VmRSS")}
        warmed_up(program)
        found |= {"idle": held("VmRSS")}
        _run_to(program, WARM)
        settle(program)
        print(json.dumps(found | {"run": _run(program, steps), "keys": _to_and_fro(program)}))


def _run_to(program: Program, row: int) -> None:
    """Run at top speed; the last turn may go beyond ``row``."""
    program.controller.set_speed(math.inf)
    program.controller.run()
    until(lambda: program.controller.state.descent.row >= row)
    program.controller.pause()


def _run(program: Program, steps: int) -> dict[str, object]:
    """Steps and frames a second, growth, and what the new rows take."""
    paints = Paints(views(program))
    first, before, start = program.controller.state, held("VmRSS"), time.perf_counter()
    _run_to(program, first.descent.row + steps)
    seconds = time.perf_counter() - start
    settle(program)
    after = held("VmRSS")
    rows = program.controller.state.descent.row - first.descent.row
    moment = program.controller.state.descent.moment
    row = 8 * ((2 + len(moment.state.slots)) * len(moment.theta) + 4)
    return {
        "rows": rows,
        "steps a second": rows / seconds,
        "frames a second": min(list(paints.counts.values())[:2]) / seconds,
        "all a second": min(paints.counts.values()) / seconds,
        "growth": _more(before, after),
        "stored": rows * row,
        "alone": _alone(program),
    }


def _alone(program: Program) -> float:
    """Steps a second of the same descent when nothing is shown."""
    state = program.controller.state
    start = clock()
    for _ in range(5):
        step(state, ALONE)
    return 5 * ALONE / (clock() - start)


def _to_and_fro(program: Program) -> int | None:
    """Growth over Left and Right in turn, every one painted."""
    paints = Paints(views(program))

    def keys(count: int) -> None:
        for number in range(count):
            key = Qt.Key.Key_Right if number % 2 else Qt.Key.Key_Left
            paints.until_painted(lambda key=key: press(program.window, key))  # type: ignore[misc]
            settle(program)

    keys(WARM_KEYS)
    before = held("VmRSS")
    keys(KEYS)
    return _more(before, held("VmRSS"))


def _more(before: int | None, after: int | None) -> int | None:
    return None if before is None or after is None else after - before


if __name__ == "__main__":
    main()
