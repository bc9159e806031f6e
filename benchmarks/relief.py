"""The surface in space, and the run beside it: frames, keys, and how long the window waits.

``python -m benchmarks.relief SECONDS RUNS`` measures on the screen it finds and prints JSON; what
OpenGL's software does on threads of its own counts, so all of it is time on the wall.
"""

# mypy: allow-untyped-calls

import json
import sys
import time
from collections.abc import Callable, Sequence
from functools import partial
from itertools import count, cycle
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import numpy as np

from benchmarks.problems import lesson, playground
from benchmarks.screen import screen
from benchmarks.table import Row, longer, time_text, verdict

SIZE = 900, 600
GRID = 101
FRAME = 1 / 60
RATES = {"map": (120, 120, 60), "3d": (60, 60, 30)}  # asked; steps and paints promised
LARGE = (2, 20, 16, 1), 1000
SPEEDS = 4, 60
KEY = 16.7e-3
WARM = 5
NAMES = {"map": "map and curve at 1440×900", "3d": "3D at 900×600"}


def rows(quick: bool) -> list[Row]:
    """The rows of the table about the surface in space; none where there is no OpenGL."""
    with screen() as on:
        if on.words == "offscreen":
            return [Row("the surface in 3D", "no screen with OpenGL")]
        found = on.run("benchmarks.relief", *((2, 1) if quick else (4, 2)))
    return [
        *(_run_row(kind, found["run"][kind]) for kind in RATES),
        *_orbit_rows(found["orbit"]),
        *(_key_row(name, took) for name, took in found["keys"].items()),
        *(_drag_row(kind, took) for kind, took in found["drag"].items()),
        *(_blocked_row(name, gaps) for name, gaps in found["blocked"].items()),
        *(_coarse_row(kind, took) for kind, took in found["coarse"].items()),
    ]


def _run_row(kind: str, runs: list[list[float]]) -> Row:
    asked, steps, paints = RATES[kind]
    middle, least = np.median(runs, axis=0), np.min(runs, axis=0)
    return Row(
        f"run at {asked} steps a second, {NAMES[kind]}",
        f"{middle[0]:.0f} steps, {middle[1]:.0f} paints a second"
        f" (least {least[0]:.0f}, {least[1]:.0f})",
        budget=f"≥ {steps} steps, {paints} paints",
        within=verdict(middle[0] >= steps and middle[1] >= paints),
    )


def _orbit_rows(found: dict[str, dict[str, float]]) -> list[Row]:
    ours = found.pop("ours")
    what = f"camera moved → painted, {GRID}×{GRID} samples, 900×600"
    fine = found.pop("fine")
    return [
        *(longer(f"{what}, p50", ours["p50"], name, took["p50"]) for name, took in found.items()),
        Row(f"{what}, least", time_text(ours["least"]), _least(found)),
        Row("the smooth picture, once it rests", _pair(fine)),
    ]


def _least(found: dict[str, dict[str, float]]) -> str:
    return ", ".join(f"{name}: {time_text(took['least'])}" for name, took in found.items())


def _key_row(name: str, took: dict[str, float]) -> Row:
    within = verdict(took["p95"] <= KEY)
    what = f"key → every view repainted, {name}"
    return Row(what, _pair(took), budget=f"p95 ≤ {KEY * 1e3:g} ms", within=within)


def _drag_row(kind: str, took: dict[str, float]) -> Row:
    return Row(
        f"drag of the point over both axes, {NAMES[kind]}",
        f"{took['slices']:.0f} new slices in {took['moves']:.0f} moves, each {_pair(took)}",
        budget="0 new slices",
        within=verdict(took["slices"] == 0),
    )


def _blocked_row(name: str, runs: list[list[float]]) -> Row:
    longest, late, seconds = np.median(runs, axis=0)
    return Row(
        f"longest wait of the event loop, 2-20-16-1, 1,000 points, {name}",
        f"{time_text(longest)} (least of {len(runs)} runs {time_text(np.min(runs, axis=0)[0])});"
        f" {late / seconds:.1f} a second longer than a frame",
        budget=f"≤ {FRAME * 1e3:.1f} ms",
        within=verdict(longest <= FRAME),
    )


def _coarse_row(kind: str, took: dict[str, float]) -> Row:
    within = verdict(took["p95"] <= FRAME)
    what = f"step → first new slice, 2-20-16-1, 1,000 points, {NAMES[kind]}"
    return Row(what, _pair(took), budget=f"≤ {FRAME * 1e3:.1f} ms", within=within)


def _pair(took: dict[str, float]) -> str:
    return f"p50 {time_text(took['p50'])}, p95 {time_text(took['p95'])}"


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
            name: {} for name in ("run", "keys", "drag", "blocked", "coarse", "orbit")
        }
        for kind in RATES:
            self.go_to(playground(), kind)
            found["run"][kind] = [self.run(kind) for _ in range(self.runs)]
            found["drag"][kind] = self.drag(kind)
        found["orbit"] = self.orbit()
        for kind in RATES:
            self.go_to(playground(), kind)
            found["keys"][f"new slice (2-4-2-1, 250 points), {NAMES[kind]}"] = self.keys()
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
        self.program.controller.show_surface(kind)
        self.program.window.resize(*WHOLE)
        settle(self.program, 0.3)
        if kind == "3d":
            window = self.program.window
            for _ in range(6):
                at = self.surface()
                window.resize(
                    window.width() + SIZE[0] - at.width(), window.height() + SIZE[1] - at.height()
                )
                settle(self.program, 0.3)
            at = self.surface()
            print(f"the surface has {at.width()}×{at.height()}", file=sys.stderr)

    def surface(self) -> Any:
        """What the surface is painted on."""
        surface = self.program.surface
        return surface.relief or surface.plot.viewport()

    def views(self) -> list[Any]:
        """What every view paints on."""
        from benchmarks.first_paint import views

        return [self.surface(), *views(self.program)[1:]]

    def run(self, kind: str) -> list[float]:
        """Steps and paints of the surface a second; the fewest paints of surface and curve."""
        from benchmarks.real_window import Paints

        controller = self.program.controller
        paints = Paints([self.surface(), self.program.curve.plot.viewport()])
        controller.set_speed(RATES[kind][0])
        first, start = controller.state.descent.row, time.perf_counter()
        controller.run()
        _wait(self.seconds)
        controller.pause()
        took = time.perf_counter() - start
        return [
            (controller.state.descent.row - first) / took,
            min(paints.counts.values()) / took,
        ]

    def keys(self) -> dict[str, float]:
        """Right and Left in turn."""
        from PySide6.QtCore import Qt

        from benchmarks.real_window import Paints, press, settle

        paints = Paints(self.views())
        keys = cycle((Qt.Key.Key_Right, Qt.Key.Key_Left))

        def one() -> float:
            took = paints.until_painted(lambda: press(self.program.window, next(keys))).wall
            settle(self.program)
            return took

        return _quantiles(one, self.events)

    def drag(self, kind: str) -> dict[str, float]:
        """The point to and fro: nothing but the two axes' weights moves."""
        from PySide6.QtCore import QEvent, QPointF

        from benchmarks.real_window import Paints, mouse, settle

        self.program.controller.reset()
        settle(self.program, 0.3)
        widget, start = self.surface(), self._point(kind)
        places = cycle(start + QPointF(1 + n % 13, -(n % 7)) for n in range(91))
        paints, told = Paints([widget]), list[object]()
        mouse(widget, QEvent.Type.MouseButtonPress, start)

        def one() -> float:
            move = partial(mouse, widget, QEvent.Type.MouseMove, next(places))
            took = paints.until_painted(move).wall
            settle(self.program, 0.02)
            return took

        one()
        self.program.feed.surface_refined.connect(told.append)
        found = _quantiles(one, self.events)
        self.program.feed.surface_refined.disconnect(told.append)
        assert self.program.controller.state.descent.provisional is not None
        mouse(widget, QEvent.Type.MouseButtonRelease, start)
        settle(self.program)
        return found | {"slices": len(told), "moves": self.events + WARM}

    def _point(self, kind: str) -> Any:
        """Where the current point is seen."""
        from PySide6.QtCore import QPointF

        from gd_visualizer.scene.ranges import axis_values

        if kind == "3d":
            painter = self.surface().painter
            return QPointF(*painter.screen(painter.moment.here[None])[0].tolist())
        plot, state = self.program.surface.plot, self.program.controller.state
        now = axis_values(state.descent, state.section)[-1].tolist()
        return QPointF(plot.mapFromScene(plot.getViewBox().mapViewToScene(QPointF(*now))))

    def orbit(self) -> dict[str, dict[str, float]]:
        """A drag around our surface, and the peers turned by as much."""
        from PySide6.QtCore import QEvent, QPointF

        from benchmarks.real_window import Paints, mouse

        relief = self.surface()
        relief.look("isometric")
        ground = relief.painter.moment.ground
        lines, heights = ground.slice.coordinates, ground.slice.losses
        assert heights.shape == (GRID, GRID), heights.shape
        heights = np.minimum(np.nan_to_num(heights, nan=np.inf), ground.loss_range[1])
        peers = _peers([np.linspace(-1, 1, len(line)) for line in lines], heights)
        paints, at = Paints([relief]), count(1)
        corner = QPointF(20, 20)
        mouse(relief, QEvent.Type.MouseButtonPress, corner)

        def ours() -> float:
            place = corner + QPointF(5 * (next(at) % 150), 0)
            move = partial(mouse, relief, QEvent.Type.MouseMove, place)
            return paints.until_painted(move).wall

        found = _in_turn({"ours": ours} | peers, 20 * self.runs)
        mouse(relief, QEvent.Type.MouseButtonRelease, corner)
        found["fine"] = _quantiles(lambda: _timed(partial(relief._render, fine=True)), 20)
        return found

    def coarse(self) -> dict[str, float]:
        """From a step until a slice of its own is told."""
        from benchmarks.real_window import settle, until

        controller, told = self.program.controller, list[object]()
        self.program.feed.surface_refined.connect(told.append)

        def one() -> float:
            settle(self.program)
            told.clear()
            start = time.perf_counter()
            controller.step()
            until(lambda: bool(told))
            return time.perf_counter() - start

        found = _quantiles(one, 6 * self.runs)
        self.program.feed.surface_refined.disconnect(told.append)
        return found

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
        _wait(self.seconds)
        controller.pause()
        gaps = np.diff(ticks)
        return [float(gaps.max()), float((gaps > FRAME).sum()), self.seconds]


def _peers(lines: Sequence[Any], heights: Any) -> dict[str, Callable[[], float]]:
    """The same samples in a bare GLViewWidget, seen and unseen, and in matplotlib."""
    from matplotlib.backends.backend_agg import FigureCanvasAgg
    from matplotlib.figure import Figure
    from pyqtgraph.opengl import GLSurfacePlotItem, GLViewWidget  # type: ignore[attr-defined]

    from benchmarks.real_window import Paints, until_shown

    def made() -> Any:
        view = GLViewWidget()
        view.resize(*SIZE)
        view.setCameraPosition(distance=4)
        z = heights / heights.max()
        view.addItem(GLSurfacePlotItem(x=lines[0], y=lines[1], z=z, shader="shaded"))
        return view

    seen, unseen = made(), made()
    seen.move(1900, 0)
    seen.show()
    paints = Paints([seen])
    until_shown(paints)
    canvas = FigureCanvasAgg(Figure((SIZE[0] / 100, SIZE[1] / 100), dpi=100))
    axes: Any = canvas.figure.add_subplot(projection="3d")
    axes.plot_surface(*np.meshgrid(*lines, indexing="ij"), heights, cmap="viridis")

    def grabbed() -> None:
        unseen.orbit(2, 0)
        assert not unseen.grabFramebuffer().isNull()

    def drawn() -> None:
        axes.view_init(30, axes.azim + 2)
        canvas.draw()

    return {
        "bare GLViewWidget, visible": lambda: paints.until_painted(lambda: seen.orbit(2, 0)).wall,
        "hidden GLViewWidget, grabbed": lambda: _timed(grabbed),
        "matplotlib (Agg, 50×50 of the samples)": lambda: _timed(drawn),
    }


def _in_turn(ones: dict[str, Callable[[], float]], events: int) -> dict[str, dict[str, float]]:
    """Blocks of each in turn, so that what disturbs one disturbs all."""
    took: dict[str, list[float]] = {name: [] for name in ones}
    for block in range(events // WARM + 1):
        for name, one in ones.items():
            some = [one() for _ in range(WARM)]
            took[name] += some if block else []
    return {name: _summary(seconds) for name, seconds in took.items()}


def _quantiles(one: Callable[[], float], events: int) -> dict[str, float]:
    for _ in range(WARM):
        one()
    return _summary([one() for _ in range(events)])


def _summary(seconds: Sequence[float]) -> dict[str, float]:
    p50, p95 = np.quantile(seconds, (0.5, 0.95)).tolist()
    return {"p50": p50, "p95": p95, "least": min(seconds)}


def _timed(act: Callable[[], object]) -> float:
    start = time.perf_counter()
    act()
    return time.perf_counter() - start


def _wait(seconds: float) -> None:
    """Qt's own event loop, for so long."""
    from PySide6.QtCore import QEventLoop, QTimer

    loop = QEventLoop()
    QTimer.singleShot(round(seconds * 1000), loop.quit)
    loop.exec()


if __name__ == "__main__":
    main()
