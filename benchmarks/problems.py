"""The networks and data that are measured; the same in every run."""

import numpy as np

from gd_visualizer.core.losses import MEAN_SQUARED
from gd_visualizer.core.network.network import Network
from gd_visualizer.core.network.objective import NetworkObjective
from gd_visualizer.core.optimizers.registry import OPTIMIZERS
from gd_visualizer.descent.state.state import State, open_lesson
from gd_visualizer.lesson.lesson import Lesson, RandomStart, Settings, Stop, View
from gd_visualizer.lesson.pictures import CURVE_PANEL, MAP, SURFACE_PANEL
from gd_visualizer.lesson.rate import learning_rate


def lesson(
    layers: tuple[int, ...], points: int, optimizer: str = "gradient descent", biases: bool = True
) -> Lesson:
    """A tanh network on a smooth function of its inputs, with a start drawn from seed 1."""
    network = Network(layers, ("tanh",) * (len(layers) - 1), biases)
    X = np.random.default_rng(0).uniform(-1, 1, (points, layers[0]))
    y = np.sin(3 * X).prod(axis=1, keepdims=True)
    options = OPTIMIZERS[optimizer].defaults()
    return Lesson(
        id="benchmark",
        title="Benchmark",
        summary="",
        objective=NetworkObjective(network, X, y, MEAN_SQUARED),
        start=RandomStart(seed=1).theta(network.size),
        settings=Settings(optimizer, options, learning_rate(0.01)),
        view=View(MAP, network.names[:2], panels=(SURFACE_PANEL, CURVE_PANEL)),
        stop=Stop(gradient=0.0),
    )


def playground(optimizer: str = "gradient descent") -> Lesson:
    """2-4-2-1 with biases (25 parameters) on 250 points: the network of the budgets."""
    return lesson((2, 4, 2, 1), 250, optimizer)


def opened(which: Lesson) -> State:
    """The lesson at its start."""
    return open_lesson(which)
