"""The lesson that a table becomes: the smallest network that fits its columns."""

import math
from pathlib import PurePath

import numpy as np
from msgspec.structs import replace

from gd_visualizer.core.activations import IDENTITY
from gd_visualizer.core.arrays import frozen
from gd_visualizer.core.losses import CROSS_ENTROPY, MEAN_SQUARED
from gd_visualizer.core.network.network import Network
from gd_visualizer.core.network.objective import NetworkObjective
from gd_visualizer.core.objective.curvature import curvature_at
from gd_visualizer.core.objective.objective import Objective
from gd_visualizer.core.optimizers.gradient_descent import GRADIENT_DESCENT
from gd_visualizer.lesson.data import Data
from gd_visualizer.lesson.lesson import Lesson, Settings, View
from gd_visualizer.lesson.pictures import FIT_PANEL, MAP, SLOPE, SURFACE_PANEL
from gd_visualizer.lesson.rate import learning_rate
from gd_visualizer.lesson.unfit import unfit
from gd_visualizer.text.errors import RefusedValue

CLASS_VALUES = (0.0, 1.0)
_FAR_SMALLER, _TOO_LARGE = 100.0, 0.5  # a rate of one digit below 1/λ against a rate
_PRODUCTS = 200  # with the Hessian, by which its largest eigenvalue is known well enough


def lesson_of(data: Data, title: str) -> Lesson:
    """A lesson of one layer with biases on ``data``: a straight output and squared errors for
    numbers, a sigmoid and cross-entropy for two classes; from zeros, at a rate that leads down.

    Raises RefusedValue where the numbers are too large for a descent.
    """
    classes = data.classes is not None
    loss = CROSS_ENTROPY if classes else MEAN_SQUARED
    last = loss.output or IDENTITY
    network = Network((data.X.shape[1], data.y.shape[1]), (last.name,), True)
    objective = NetworkObjective(network, *data.training, loss)
    start = frozen(np.zeros(network.size))
    problem = unfit(objective, start, *objective.evaluate(start))
    if problem:
        raise RefusedValue(problem)
    surface = MAP if network.size > 1 else SLOPE
    return Lesson(
        id=PurePath(title).stem,
        title=title,
        summary="",
        objective=objective,
        start=start,
        settings=rated(Settings(GRADIENT_DESCENT.name, {}, learning_rate(0.01)), objective, start),
        view=View(surface, (network.names[0], network.names[-1]), panels=_PANELS),
        given=data,
    )


_PANELS = (FIT_PANEL, SURFACE_PANEL)


def rated_anew(settings: Settings, objective: Objective, theta: np.ndarray) -> Settings:
    """With another rate where that of ``settings`` is far too small at ``theta`` (P,), or too large
    for gradient descent; else as they are."""
    other = rated(settings, objective, theta)
    times = other.rate.value / settings.rate.value
    return other if times > _FAR_SMALLER or times < _TOO_LARGE else settings


def rated(settings: Settings, objective: Objective, theta: np.ndarray) -> Settings:
    """With a learning rate of one digit below 1/λ, the largest curvature at ``theta`` (P,): what
    gradient descent takes there without a zigzag. As before where nothing bends."""
    largest = curvature_at(objective, theta, 1e-2, _PRODUCTS).largest
    if not 0 < largest < math.inf:
        return settings
    power = math.floor(math.log10(1 / largest))
    digit = math.floor(1 / largest / 10.0**power)
    return replace(settings, rate=learning_rate(float(f"{digit}e{power}")))
