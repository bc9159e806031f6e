"""[start], [descent] and its tables of a lesson that is written."""

from collections.abc import Iterator

import numpy as np

from gd_visualizer.core.network.network import Network
from gd_visualizer.core.optimizers.registry import OPTIMIZERS
from gd_visualizer.core.penalty import penalty_of
from gd_visualizer.lesson.file.writing.layout import Entry, Value
from gd_visualizer.lesson.lesson import Lesson, RandomStart, Stop
from gd_visualizer.lesson.rate import LearningRate, learning_rate

_WEIGHT_DECAY = "weight_decay"
_DIGITS = 17


def start_entries(lesson: Lesson) -> Iterator[Entry]:
    """The keys of [start]: how it was drawn where it was, else the weights."""
    random, network = lesson.random, lesson.network
    if lesson.starts_random and np.array_equal(random.theta(network.size), lesson.start):
        yield Entry("random", _random(random), "drawn evenly between low and high")
        return
    parts = network.unpack(lesson.start)
    yield Entry("weights", [W.tolist() for W, _b in parts], "weights[layer][from][to]")
    if network.biases:
        biases = [b.tolist() for _W, b in parts if b is not None]
        yield Entry("biases", biases, "biases[layer][to]")


def _random(random: RandomStart) -> Value:
    return {"low": random.low, "high": random.high, "seed": random.seed}


def descent_entries(lesson: Lesson) -> Iterator[Entry]:
    """The keys of [descent]."""
    settings = lesson.settings
    yield Entry("loss", lesson.fit.loss.name)
    yield Entry("optimizer", settings.optimizer)
    yield Entry("learning_rate", rate_value(settings.rate))
    l1, l2, decay = _prices(lesson)
    coupled = _WEIGHT_DECAY not in OPTIMIZERS[settings.optimizer].options
    options: dict[str, Value] = {
        name: value
        for name, value in settings.options.items()
        if value != OPTIMIZERS[settings.optimizer].options[name].default
    }
    if decay and coupled:
        options[_WEIGHT_DECAY] = decay
    if options:
        yield Entry("options", options)
    penalty: dict[str, Value] = {"l1": l1} if l1 else {}
    penalty |= {"l2": l2} if l2 else {}
    penalty |= {_WEIGHT_DECAY: decay} if decay and not coupled else {}
    if penalty:
        yield Entry("penalty", penalty, "is part of the loss")
    if settings.batch_size is not None:
        yield Entry("batch_size", settings.batch_size, "points in a step")
    if settings.seed:
        yield Entry("seed", settings.seed, "of the batches")
    if stop := _stop(lesson.stop):
        yield Entry("stop", stop, "where a run ends")


def _stop(stop: Stop) -> dict[str, Value]:
    found: dict[str, Value] = {} if stop.steps is None else {"steps": stop.steps}
    return found | ({} if stop.gradient == Stop().gradient else {"gradient": stop.gradient})


def rate_value(rate: LearningRate) -> Value:
    """The rate as a number or, where it was typed as one, as a fraction in quotes."""
    return rate.value if learning_rate(rate.value) == rate else rate.text


def _prices(lesson: Lesson) -> tuple[float, float, float]:
    """l1, l2 and decay, in round numbers that give the penalty of the lesson exactly."""
    penalty, network = lesson.fit.penalty, lesson.network
    if penalty is None:
        return 0.0, 0.0, 0.0
    l1, l2, decay = penalty.prices(network.weights)
    return l1, _round_part(l2, decay, network, float(penalty.l2[np.argmax(network.weights)])), decay


def _round_part(l2: float, decay: float, network: Network, total: float) -> float:
    """The roundest l2 that gives the ``total`` price of a weight's square beside ``decay``."""
    for digits in range(1, _DIGITS + 1):
        tried = float(f"{l2:.{digits}g}")
        made = penalty_of(network.weights, 0.0, tried, decay)
        if made is not None and made.l2[np.argmax(network.weights)] == total:
            return tried
    return l2
