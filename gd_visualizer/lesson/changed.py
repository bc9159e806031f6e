"""A lesson with other points, and with a network that fits them."""

import numpy as np
from msgspec.structs import replace

from gd_visualizer.core.activations import IDENTITY
from gd_visualizer.core.losses import MEAN_SQUARED, Loss
from gd_visualizer.core.network.network import MAX_NODES, Network
from gd_visualizer.core.network.objective import NetworkObjective
from gd_visualizer.core.penalty import penalty_of
from gd_visualizer.lesson.data import Data, Generated, class_values
from gd_visualizer.lesson.lesson import Lesson
from gd_visualizer.lesson.pictures import MAP, SLOPE
from gd_visualizer.text.errors import RefusedValue
from gd_visualizer.text.message import message, translatable

MOST_POINTS = 100_000


def generated_data(lesson: Lesson, asked: Generated) -> Data:
    """The points of ``asked`` for the lesson's network; how many test, and whether inputs are
    scaled, as before. Raises FormulaError."""
    now = lesson.data
    X, y = asked.made(class_values(lesson.network))
    return Data(X, y, test=now.test, test_seed=now.test_seed, scaled=now.scaled, generated=asked)


def with_data(lesson: Lesson, data: Data) -> Lesson:
    """``lesson`` with other points: its network, its loss and what is looked at as they are, as far
    as they go with them. ``taught`` is the lesson whose script it was.

    Raises RefusedValue in a sentence for the person.
    """
    _check(data)
    network, loss = _network(lesson, data), _loss(lesson, data)
    same = network == lesson.network
    penalty = lesson.fit.penalty
    if penalty is not None and not same:
        penalty = penalty_of(network.weights, *penalty.prices(lesson.network.weights))
    X, y = data.training
    objective = NetworkObjective(network, X, y, loss, penalty)
    made = replace(
        lesson, objective=objective, given=data, taught=lesson.original, found=None, source=""
    )
    size = lesson.settings.batch_size
    if size is not None and size > len(X):
        made = replace(made, settings=replace(made.settings, batch_size=None))
    return made if same else _begun_anew(made, network)


def _check(data: Data) -> None:
    count, most = len(data.X), MOST_POINTS
    if not 1 <= count <= most:
        words = translatable("expected 1 to {most} points, got {count}")
        raise RefusedValue(message(words, most=most, count=count))
    if not (np.isfinite(data.X).all() and np.isfinite(data.y).all()):
        raise RefusedValue(message("expected finite numbers"))
    if data.test and count < 2:
        raise RefusedValue(message("One point cannot be held out: nothing would train."))
    if max(data.X.shape[1], data.y.shape[1]) > MAX_NODES:
        words = translatable("expected at most {most} inputs and as many targets")
        raise RefusedValue(message(words, most=MAX_NODES))


def _network(lesson: Lesson, data: Data) -> Network:
    """The lesson's network with as many inputs and outputs as the points have; its last layer is
    straight where they are numbers that it could not reach."""
    now = lesson.network
    layers = (data.X.shape[1], *now.layers[1:-1], data.y.shape[1])
    names = now.activations
    if data.class_values is None and lesson.data.class_values is not None:
        names = (*names[:-1], IDENTITY.name)
    return Network(layers, names, now.biases)


def _loss(lesson: Lesson, data: Data) -> Loss:
    """The lesson's loss, if the network of these points can have it; else the squared errors."""
    loss, network = lesson.loss, _network(lesson, data)
    if loss.output is None:
        return loss
    taken = network.functions[-1] is loss.output and data.y.min() >= 0 and data.y.max() <= 1
    return loss if taken else MEAN_SQUARED


def _begun_anew(lesson: Lesson, network: Network) -> Lesson:
    """With a start and axes of another network."""
    surface = lesson.view.surface if lesson.view.surface.axes <= network.size else SLOPE
    count = min(max(surface.axes, MAP.axes), network.size)
    axes = network.names[:count]
    if network.biases and network.size > 1:
        axes = (network.names[0], *([network.names[-1]] if count > 1 else []))
    view = replace(lesson.view, surface=surface, axes=axes, x_range=None, y_range=None)
    start = lesson.random.theta(network.size)
    return replace(lesson, start=start, starts_random=True, view=view)
