"""Points that are dragged, added, deleted and made up, in any order."""

import random

import numpy as np
import pytest

pytest.importorskip("PySide6.QtCore", exc_type=ImportError)

from gd_visualizer.control.controller import Controller
from gd_visualizer.core.datasets.registry import DATASETS
from gd_visualizer.descent.commands import data as points
from gd_visualizer.descent.commands import descent as commands
from gd_visualizer.descent.state.state import open_lesson
from gd_visualizer.lesson.data import Generated
from gd_visualizer.lesson.library.catalogue import load

WALK = 2_000


def looks(controller: Controller) -> tuple[object, ...]:
    """What is seen of the points and the weights."""
    descent = controller.state.descent
    data = descent.lesson.data
    return data.X.tobytes(), data.y.tobytes(), data.test, descent.moment.theta.tobytes()


def test_walks_of_data_commands_are_taken_back_to_the_start() -> None:
    """Drags, deletes, generated points, steps and undo in any order: every number stays finite, and
    undo never leads anywhere but to a state that was there."""
    drawn, controller = random.Random(5), Controller(open_lesson(load("two-inputs")))
    seen = {looks(controller)}
    for _ in range(WALK):
        data = controller.state.descent.lesson.data
        row = drawn.randrange(len(data.X))
        near = [drawn.uniform(-3, 3) for _ in range(data.X.shape[1])]
        match drawn.randrange(8):
            case 0 | 1:
                y = [drawn.choice([-1.0, 1.0])] * data.y.shape[1]
                goes_on = drawn.random() < 0.7
                controller.edit(points.place_point, goes_on, row, near, y)
            case 2:
                controller.do(points.place_point, len(data.X), near, data.y[row].tolist())
            case 3:
                controller.do(points.delete_point, row)
            case 4:
                kind = drawn.choice(list(DATASETS))
                count = drawn.randrange(1, 12)
                asked = Generated(kind, count, 0.2, drawn.randrange(99))
                controller.do(points.generate, asked)
            case 5:
                controller.do(points.hold_out, drawn.choice([0.0, 0.25]))
            case 6:
                controller.do(commands.step)
            case 7:
                controller.undo()
                assert looks(controller) in seen
        seen.add(looks(controller))
        descent = controller.state.descent
        assert np.isfinite(descent.moment.loss)
        assert descent.moment.theta.shape == (descent.lesson.objective.size,)
        assert controller.state.display.point < descent.lesson.objective.points
