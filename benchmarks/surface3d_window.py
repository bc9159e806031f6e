"""The surface in space measured in one window.

``python -m benchmarks.surface3d_window SECONDS RUNS`` takes the screen that it finds, prints JSON.
"""

# mypy: allow-untyped-calls

import json
import sys
import time
from functools import partial
from itertools import count, cycle
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import numpy as np

from benchmarks.problems import lesson, playground
from benchmarks.surface3d import FRAME, GRID, LARGE, NAMES, RATES, SIZE, SPEEDS, WARM
from benchmarks.surface3d_peers import peers
from benchmarks.surface3d_timing import in_turn, quantiles, wait
from gd_visualizer.descent.commands import descent as commands
from gd_visualizer.descent.commands import display as showing
from gd_visualizer.descent.script import clicker
from gd_visualizer.lesson.pictures import named


def main() -> None:
    """Every case in turn, on one window; the peers beside it."""
    from PySide6.QtCore import Qt
    from PySide6.QtWidgets import QApplication

    from benchmarks.real_window import opened, warmed_up

    seconds, runs = float(sys.argv[1]), int(sys.argv[2])
    QApplication.setAttribute(Qt.ApplicationAttribute.AA_ShareOpenGLContexts)
    with TemporaryDirectory() as folder:
        program = opened(playground(), Path(folder))
        warmed_up(program)
        measured = Measured(program, seconds, runs)
        print(json.dumps(measured.all()))


class Measured:
    """One window in all of its cases."""

    def __init__(self, program: Any, seconds: float, runs: int) -> None:
        self.program, self.seconds, self.runs = program, seconds, runs
        self.events = 60 * runs

    def all(self) -> dict[str, Any]:
        """What is found, by group and case."""
        found: dict[str, Any] = {
            name: {} for name in ("run", "keys", "unprepared", "drag", "blocked", "coarse", "orbit")
        }
        for kind in RATES:
            self.go_to(playground(), kind)
            found["run"][kind] = [self.run(kind) for _ in range(self.runs)]
            found["drag"][kind] = self.drag(kind)
        found["orbit"] = self.orbit()
        for kind in RATES:
            self.go_to(playground(), kind)
            found["keys"][kind] = self.keys(prepared=True)
            found["unprepared"][kind] = self.keys(prepared=False)
        for kind in RATES:
            self.go_to(lesson(*LARGE), kind)
            found["coarse"][kind] = self.coarse()
            for speed in SPEEDS:
                name = f"{speed} steps a second, {NAMES[kind]}"
                found["blocked"][name] = [self.blocked(speed) for _ in range(self.runs)]
        return found

    def go_to(self, which: Any, kind: str) -> None:
        """A lesson, its surface on that page; in space with 900 × 600 pixels for it."""
        from benchmarks.first_paint import SIZE as WHOLE
        from benchmarks.real_window import settle

        self.program.controller.open(which)
        self.program.controller.do(showing.show_surface, named(kind))
        self.program.window.resize(*WHOLE)
        settle(self.program, 0.3)
        if kind == "3d":
            window = self.program.window
            for _ in range(12):  # it has half of what the window gets
                at = self.surface()
                window.resize(
                    window.width() + SIZE[0] - at.width(), window.height() + SIZE[1] - at.height()
                )
                settle(self.program, 0.3)
            at = self.surface()
            print(f"the surface has {at.width()}×{at.height()}", file=sys.stderr)

    def surface(self) -> Any:
        """What the surface is painted on."""
        surface = self.program.live.surface
        return surface.surface3d or surface.plot.viewport()

    def views(self) -> list[Any]:
        """What every view paints on."""
        from benchmarks.first_paint import views

        return [self.surface(), *views(self.program)[1:]]

    def run(self, kind: str) -> list[float]:
        """Steps and paints of the surface a second; the fewest paints of surface and curve."""
        from benchmarks.real_window import Paints

        controller = self.program.controller
        paints = Paints([self.surface(), self.program.live.curve.plot.viewport()])
        rows: list[tuple[float, int]] = []

        def note(new: Any, _old: Any) -> None:
            rows.append((time.perf_counter(), new.descent.row))

        controller.changed.connect(note)
        controller.set_speed(RATES[kind][0])
        start = time.perf_counter()
        controller.run()
        wait(self.seconds)
        controller.pause()
        took = time.perf_counter() - start
        controller.changed.disconnect(note)
        (begin, first), (end, last) = rows[0], rows[-1]  # the tick that is due next is not missing
        return [(last - first) / (end - begin), min(paints.counts.values()) / took]

    def keys(self, prepared: bool) -> dict[str, Any]:
        """Right, to new rows, and a bare window's key in turn."""
        from benchmarks.latency import Measured as Keys

        keys = Keys(self.program, self.events, self.views())
        try:
            return keys.keys(True, prepared)
        finally:
            keys.bare.close()

    def drag(self, kind: str) -> dict[str, float]:
        """The point to and fro: nothing but the two axes' weights moves."""
        from PySide6.QtCore import QEvent, QPointF

        from benchmarks.real_window import Paints, mouse, settle

        self.program.controller.do(clicker.reset)
        settle(self.program, 0.3)
        widget, start = self.surface(), self._point(kind)
        places = cycle(start + QPointF(1 + n % 13, -(n % 7)) for n in range(91))
        paints, told = Paints([widget]), list[object]()
        mouse(widget, QEvent.Type.MouseButtonPress, start)

        def one() -> float:
            move = partial(mouse, widget, QEvent.Type.MouseMove, next(places))
            took = paints.until_painted(move).wall
            told.append(self.program.live.surface.surface_slice)
            settle(self.program, 0.02)
            return took

        one()
        first = told.pop()
        found = quantiles(one, self.events)
        assert self.program.controller.state.descent.provisional is not None
        mouse(widget, QEvent.Type.MouseButtonRelease, start)
        settle(self.program)
        new = {id(one) for one in told if one is not first}
        return found | {"slices": len(new), "moves": self.events + WARM}

    def _point(self, kind: str) -> Any:
        """Where the current point is seen."""
        from PySide6.QtCore import QPointF

        from gd_visualizer.scene.surface.ranges.shown_ranges import axis_values

        if kind == "3d":
            painter = self.surface().painter
            return QPointF(*painter.screen(painter.moment.here[None])[0].tolist())
        plot, state = self.program.live.surface.plot, self.program.controller.state
        now = axis_values(state.descent, state.section)[-1].tolist()
        return QPointF(plot.mapFromScene(plot.getViewBox().mapViewToScene(QPointF(*now))))

    def orbit(self) -> dict[str, dict[str, float]]:
        """A drag around our surface, and the peers turned by as much."""
        from PySide6.QtCore import QEvent, QPointF

        from benchmarks.real_window import Paints, mouse

        surface3d = self.surface()
        surface3d.look("isometric")
        surface_slice = surface3d.painter.moment.surface_slice
        lines, heights = surface_slice.slice.coordinates, surface_slice.slice.losses
        assert heights.shape == (GRID, GRID), heights.shape
        heights = np.minimum(np.nan_to_num(heights, nan=np.inf), surface_slice.loss_range[1])
        others = peers([np.linspace(-1, 1, len(line)) for line in lines], heights)
        paints, at = Paints([surface3d]), count(1)
        corner = QPointF(20, 20)
        mouse(surface3d, QEvent.Type.MouseButtonPress, corner)

        def ours() -> float:
            place = corner + QPointF(5 * (next(at) % 150), 0)
            move = partial(mouse, surface3d, QEvent.Type.MouseMove, place)
            return paints.until_painted(move).wall

        found = in_turn({"ours": ours} | others, 20 * self.runs)
        mouse(surface3d, QEvent.Type.MouseButtonRelease, corner)

        def fine() -> float:
            return paints.until_painted(partial(surface3d._render, fine=True)).wall

        found["fine"] = quantiles(fine, 20)
        return found

    def coarse(self) -> dict[str, float]:
        """From a step until a slice of its own is told."""
        from benchmarks.real_window import settle, until

        controller, surface = self.program.controller, self.program.live.surface

        def one() -> float:
            settle(self.program)
            before = surface.surface_slice
            start = time.perf_counter()
            controller.do(commands.step)
            until(lambda: surface.surface_slice is not before)
            return time.perf_counter() - start

        return quantiles(one, 6 * self.runs)

    def blocked(self, speed: float) -> list[float]:
        """The longest gap of a timer of 1 ms during a run, how many gaps are longer than a frame,
        and the seconds of the run."""
        from PySide6.QtCore import Qt, QTimer

        controller = self.program.controller
        controller.set_speed(speed)
        timer, ticks = QTimer(), [time.perf_counter()]
        timer.setTimerType(Qt.TimerType.PreciseTimer)
        timer.timeout.connect(lambda: ticks.append(time.perf_counter()))
        timer.start(1)
        controller.run()
        wait(self.seconds)
        controller.pause()
        gaps = np.diff(ticks)
        return [float(gaps.max()), float((gaps > FRAME).sum()), self.seconds]


if __name__ == "__main__":
    main()
