"""Drags of a weight, in a process of its own: ``python -m benchmarks.fit_window MOVES``. JSON.

The same lesson with and without the fit and the nodes' pictures, by turns.
"""

import json
import sys
from itertools import count
from pathlib import Path
from tempfile import TemporaryDirectory

from PySide6.QtWidgets import QWidget

from benchmarks.real_window import Paints, Took, opened, quantiles, settle, until_shown, warmed_up
from gd_visualizer.app.program import Program
from gd_visualizer.descent.commands import descent as commands
from gd_visualizer.descent.commands import display as showing
from gd_visualizer.descent.commands.command import Command
from gd_visualizer.lesson.file.reader import parse_lesson
from gd_visualizer.lesson.pictures import (
    CURVE_PANEL,
    FIT_PANEL,
    NETWORK_PANEL,
    SURFACE_PANEL,
    Panel,
)

LESSON = b"""
format = 1
title = "Circle"
[network]
layers = [2, 8, 8, 1]
activations = "tanh"
biases = true
[data]
generate = { kind = "circle", points = 200, noise = 0.2, seed = 1 }
[start]
random = { seed = 3 }
[descent]
learning_rate = 0.1
[view]
pictures = ["network", "surface", "curve"]
"""
USUAL: list[Panel] = [NETWORK_PANEL, SURFACE_PANEL, CURVE_PANEL]
BLOCK, RUNS, FRAME = 10, 5, 0.02


def main() -> None:
    """Blocks of both in turn."""
    moves = int(sys.argv[1])
    with TemporaryDirectory() as folder:
        program = opened(parse_lesson(LESSON, "circle.toml", None), Path(folder))
        warmed_up(program)
        program.controller.do(commands.step, 3)
        seconds: dict[str, list[Took]] = {"with": [], "without": []}
        turns = count(1)
        for block in range(1 + moves // BLOCK):
            for name in seconds:
                shown = [*USUAL, FIT_PANEL] if name == "with" else USUAL
                took = _dragged(program, shown, turns)
                if block:
                    seconds[name] += took
        print(json.dumps({name: quantiles(all_, RUNS) for name, all_ in seconds.items()}))


def _dragged(program: Program, shown: list[Panel], turns: "count[int]") -> list[Took]:
    """Moves of a weight, each until every view that shows it is repainted."""
    controller = program.controller
    controller.do(Command(showing.show_panels), shown)
    controller.do(showing.set_node_pictures, FIT_PANEL in shown)
    settle(program)
    paints = Paints(_views(program, shown))
    until_shown(paints)
    found = []
    for _ in range(BLOCK):
        value = 0.2 + 0.01 * (next(turns) % 40)
        found.append(paints.until_painted(lambda v=value: controller.drag({"w1_1_1": v})))  # type: ignore[misc]
        settle(program, FRAME)
    controller.leave()
    settle(program)
    return found


def _views(program: Program, shown: list[Panel]) -> list[QWidget]:
    live = program.live
    found = [live.network, live.surface.plot.viewport(), live.curve.plot.viewport()]
    return [*found, live.fit.plot.viewport()] if FIT_PANEL in shown else found


if __name__ == "__main__":
    main()
