"""Keys and drags, in a process of its own: ``python -m benchmarks.latency PRESSES``. Prints JSON.

Each case is measured in runs; between two events, and outside of what is timed, the slice gets as
fine as it gets. Our window and the bare one take turns by blocks of events.
"""

import json
import sys
from collections.abc import Callable, Sequence
from functools import partial
from itertools import cycle
from pathlib import Path
from tempfile import TemporaryDirectory
from time import perf_counter

import numpy as np
from msgspec.structs import replace
from PySide6.QtCore import QCoreApplication, QEvent, QPointF, Qt
from PySide6.QtWidgets import QWidget

from benchmarks.bare_window import BareWindow
from benchmarks.first_paint import LESSON, SIZE, views
from benchmarks.problems import playground
from benchmarks.real_window import (
    Paints,
    Took,
    mouse,
    opened,
    press,
    quantiles,
    settle,
    until,
    until_shown,
    warmed_up,
)
from gd_visualizer.app.program import Program
from gd_visualizer.descent.commands.command import Command
from gd_visualizer.descent.commands.stepping import take_steps
from gd_visualizer.descent.state.state import State
from gd_visualizer.lesson.lesson import Lesson, Stop
from gd_visualizer.lesson.library.catalogue import load
from gd_visualizer.lesson.rate import learning_rate
from gd_visualizer.scene.surface.ranges.shown_ranges import axis_values

RUNS = 5
BLOCK = 10
DISTANCE = 2.0  # learning rate times rows: the same way, in few steps or in many
HISTORIES = 1_000, 100_000
FRAME = 0.02  # seconds after which the next place of a drag is taken at once


def main() -> None:
    """Every case in turn, on one window."""
    presses = int(sys.argv[1])
    with TemporaryDirectory() as folder:
        measured = Measured(opened(going_on(load(LESSON), 1_000), Path(folder)), presses)
        found = {}
        for name, lesson in (("old slice", load(LESSON)), ("new slice", playground())):
            for rows in HISTORIES:
                measured.go_to(lesson, rows)
                found[f"{name}, {rows}"] = measured.keys(name == "new slice")
                if rows == HISTORIES[0]:
                    found[f"{name}, drag"] = measured.drag()
                    if name == "new slice":
                        measured.go_to(lesson, rows)
                        found["unprepared"] = measured.keys(on=True, prepared=False)
        found["known slice"] = measured.keys()
        print(json.dumps(found))


def going_on(lesson: Lesson, rows: int) -> Lesson:
    """The lesson with steps so small that so many of them go the same way; no stop."""
    settings = replace(lesson.settings, rate=learning_rate(DISTANCE / rows))
    return replace(lesson, settings=settings, stop=Stop(gradient=0.0))


class Measured:
    """Our window and the bare one beside it, each with its paints."""

    def __init__(self, program: Program, presses: int, shown: Sequence[QWidget] = ()) -> None:
        self.program, self.presses = program, presses
        shown = shown or views(program)
        warmed_up(program)
        self.bare = BareWindow()
        self.bare.resize(*SIZE)
        self.bare.move(SIZE[0] + 10, 0)
        self.bare.show()
        self.paints = Paints(shown)
        still = program.live.curve.plot.viewport(), program.window.stage  # its words may stay
        moving = [view for view in shown if view not in still]
        self.paints_of_drag = Paints(moving)
        self.bare_paints = Paints(self.bare.views)
        until_shown(self.bare_paints)
        self._right = False

    def go_to(self, lesson: Lesson, rows: int) -> None:
        """The lesson with so many rows of history, at the last of them."""

        def steps(state: State) -> State:
            return replace(state, descent=take_steps(state.descent, rows, heed_stop=False))

        self.program.controller.open(going_on(lesson, rows))
        self.program.controller.do(Command(steps))
        assert self.program.controller.state.descent.row == rows
        settle(self.program)

    def keys(self, on: bool = False, prepared: bool = True) -> dict[str, object]:
        """Left and Right in turn at the end of the history, or ``on``: Right alone, to new rows.

        ``prepared``: each comes when the pictures of the next press are there; and how long they
        took after the last one.
        """
        new: list[bool] = []
        ready: list[float] = []

        def one() -> Took:
            before = self.program.live.surface.surface_slice
            self._right = on or not self._right
            took = self.paints.until_painted(self._key)
            new.append(self.program.live.surface.surface_slice is not before)
            if not prepared:
                self.program.next_press.stop()
            start = perf_counter()
            until(lambda: self.program.next_press.idle)
            ready.append(perf_counter() - start)
            settle(self.program)
            return took

        found = self._in_turn(one)
        return found | {"new": sum(new) / len(new), "ready": float(np.median(ready))}

    def _key(self) -> None:
        press(self.program.window, Qt.Key.Key_Right if self._right else Qt.Key.Key_Left)

    def drag(self) -> dict[str, object]:
        """The current point of the surface, to and fro."""
        widget, start = self.program.live.surface.plot.viewport(), self._point()
        places = cycle(start + QPointF(5 + n % 40, 5 + n % 23) for n in range(1, 920))

        def one() -> Took:
            move = partial(mouse, widget, QEvent.Type.MouseMove, next(places))
            took = self.paints_of_drag.until_painted(move)
            settle(self.program, FRAME)
            return took

        mouse(widget, QEvent.Type.MouseButtonPress, start)
        found = self._in_turn(one)
        assert self.program.controller.state.descent.provisional is not None
        mouse(widget, QEvent.Type.MouseButtonRelease, start)
        settle(self.program)
        return found

    def _point(self) -> QPointF:
        """Where on the plot the current point is."""
        plot, state = self.program.live.surface.plot, self.program.controller.state
        now = axis_values(state.descent, state.section)[-1].tolist()
        return QPointF(plot.mapFromScene(plot.getViewBox().mapViewToScene(QPointF(*now))))

    def _in_turn(self, ours: Callable[[], Took]) -> dict[str, object]:
        """Blocks of ours and of the bare window's, after one block of each to warm up."""
        seconds: dict[str, list[Took]] = {"ours": [], "bare": []}
        for block in range(1 + self.presses // BLOCK):
            for name, one in (("ours", ours), ("bare", self._bare_key)):
                took = [one() for _ in range(BLOCK)]
                if block:
                    seconds[name] += took
        return {name: quantiles(all_, RUNS) for name, all_ in seconds.items()}

    def _bare_key(self) -> Took:
        took = self.bare_paints.until_painted(lambda: press(self.bare, Qt.Key.Key_Right))
        QCoreApplication.processEvents()
        return took


if __name__ == "__main__":
    main()
