"""Small lessons to step through."""

from collections.abc import Mapping

import numpy as np

from gd_visualizer.core.losses import LOSSES
from gd_visualizer.core.network.network import Network
from gd_visualizer.core.network.objective import NetworkObjective
from gd_visualizer.core.optimizers.registry import OPTIMIZERS
from gd_visualizer.lesson.lesson import (
    Lesson,
    Phase,
    RandomStart,
    Settings,
    Stop,
    View,
)
from gd_visualizer.lesson.pictures import SLOPE
from gd_visualizer.lesson.rate import LearningRate, learning_rate

NO_STOP = Stop()


def one_weight(rate: float | LearningRate = 0.01, **more: object) -> Lesson:
    """Input 3, target 10, start 2: loss (3w − 10)², slope 6 (3w − 10)."""
    return make((1, 1), [[3.0]], [[10.0]], [2.0], rate, **more)


def make(
    layers: tuple[int, ...],
    X: object,
    y: object,
    start: object,
    rate: float | LearningRate = 0.01,
    optimizer: str = "gradient descent",
    options: Mapping[str, float] | None = None,
    activation: str = "identity",
    biases: bool = False,
    batch_size: int | None = None,
    seed: int = 0,
    stop: Stop = NO_STOP,
    last_phase: Phase = Phase.UPDATE,
) -> Lesson:
    network = Network(layers, (activation,) * (len(layers) - 1), biases)
    objective = NetworkObjective(network, np.array(X), np.array(y), LOSSES["mean squared error"])
    theta = np.array(start, dtype=float)
    theta.flags.writeable = False
    return Lesson(
        id="test",
        title="Test",
        summary="",
        objective=objective,
        start=theta,
        settings=Settings(
            optimizer,
            OPTIMIZERS[optimizer].defaults(options),
            rate if isinstance(rate, LearningRate) else learning_rate(rate),
            batch_size,
            seed,
        ),
        view=View(SLOPE, (network.names[0],), last_phase=last_phase),
        stop=stop,
    )


def tanh_network(points: int = 20, **more: object) -> Lesson:
    """2-3-1 with tanh and biases on made-up points."""
    draw = np.random.default_rng(7)
    X = draw.normal(size=(points, 2))
    y = np.sin(X[:, :1]) * X[:, 1:]
    network = Network((2, 3, 1), ("tanh", "tanh"), True)
    start = RandomStart(seed=3).theta(network.size)
    return make((2, 3, 1), X, y, start, activation="tanh", biases=True, **more)
