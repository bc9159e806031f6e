"""[descent]: how a step is made, and when a run ends."""

import sys
from collections.abc import Mapping

from gd_visualizer.core.losses import LOSSES, Loss
from gd_visualizer.core.network.network import Network
from gd_visualizer.core.optimizers.record import Optimizer, Option
from gd_visualizer.core.optimizers.registry import OPTIMIZERS
from gd_visualizer.core.penalty import Penalty, penalty_of
from gd_visualizer.lesson.file.refusal import below, choice, expected, not_taken, unknown_key
from gd_visualizer.lesson.file.schema import DescentTable, StopTable
from gd_visualizer.lesson.lesson import Settings, Stop
from gd_visualizer.lesson.rate import LearningRate, learning_rate, typed_rate
from gd_visualizer.text.errors import own
from gd_visualizer.text.message import message

_WEIGHT_DECAY = "weight_decay"


def loss(table: DescentTable) -> Loss:
    """The loss of that name. Raises Refusal."""
    choice("descent.loss", table.loss, tuple(LOSSES))
    return LOSSES[table.loss]


def penalty(table: DescentTable, network: Network) -> Penalty | None:
    """What is added to the loss: [descent] penalty, and the weight_decay that torch's optimizers
    add to the gradient. Raises Refusal."""
    decay = table.penalty.weight_decay
    if _WEIGHT_DECAY in table.options and _coupled(table.optimizer):
        where = below("descent.options", _WEIGHT_DECAY)
        decay += _option(where, table.options[_WEIGHT_DECAY], Option(0.0))
    return penalty_of(network.weights, table.penalty.l1, table.penalty.l2, decay)


def _coupled(optimizer: str) -> bool:
    """Whether a weight_decay is added to the gradient: adamw has one of its own instead."""
    return _WEIGHT_DECAY not in OPTIMIZERS[optimizer].options


def settings(table: DescentTable, points: int) -> Settings:
    """The settings of a step over ``points`` points. Raises Refusal."""
    choice("descent.optimizer", table.optimizer, tuple(OPTIMIZERS))
    if table.batch_size is not None and table.batch_size > points:
        words = message("at most {most}, the number of points", most=points)
        raise expected("descent.batch_size", words, table.batch_size)
    return Settings(
        optimizer=table.optimizer,
        options=_options(table.options, OPTIMIZERS[table.optimizer]),
        rate=_rate(table.learning_rate),
        batch_size=table.batch_size,
        seed=table.seed,
    )


def stop(table: StopTable) -> Stop:
    """When a run ends by itself."""
    return Stop(table.steps, table.gradient)


def _rate(value: float | str) -> LearningRate:
    try:
        return typed_rate(value) if isinstance(value, str) else learning_rate(value)
    except ValueError as error:
        raise not_taken("descent.learning_rate", error, value) from None


def _options(given: Mapping[str, object], optimizer: Optimizer) -> Mapping[str, float]:
    checked = {}
    known = tuple(dict.fromkeys((*optimizer.options, _WEIGHT_DECAY)))
    for name, value in given.items():
        if name not in known:
            raise unknown_key("descent.options", name, known)
        if name not in optimizer.options:
            continue  # the weight decay, see ``penalty``
        where = below("descent.options", name)
        checked[name] = _option(where, value, optimizer.options[name])
    return optimizer.defaults(checked)


def _option(where: str, value: object, option: Option) -> float:
    """The option's value, a finite number with low ≤ value < high."""
    if (
        isinstance(value, float | int)
        and not isinstance(value, bool)
        and option.low <= value < option.high
        and value <= sys.float_info.max
    ):
        return float(value)
    low, high = own(f"{option.low:g}"), own(f"{option.high:g}")
    words = message("a number from {low} to below {high}", low=low, high=high)
    if option.high > sys.float_info.max:
        words = message("a number of {low} or more", low=low)
    raise expected(where, words, value)
