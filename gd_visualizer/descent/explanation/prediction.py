"""What a student has predicted: right, or how it differs."""

from gd_visualizer.descent.explanation.forward import node_sum
from gd_visualizer.descent.explanation.slopes import factors, gradient_of
from gd_visualizer.descent.explanation.values import StepValues
from gd_visualizer.lesson.lesson import Phase
from gd_visualizer.text.message import Message, message

_NEAR = 0.006  # three significant digits are right
_HALVED = message("Not quite: the factor 2 of the squared error is missing.")
_RIGHT = message("Right. The next press shows how it comes about.")


def judge(
    values: StepValues, phase: Phase, weight: str, node: tuple[int, int], answer: float
) -> Message:
    """Of the result of ``phase``: the value of ``node``, the error of that output, the slope of
    ``weight`` at the point, or the new weight."""
    value = asked_value(values, phase, weight, node)
    size = abs(value)
    if phase == Phase.UPDATE:  # a new weight is right if its change is
        size = abs(value - float(values.theta[values.network.parameter(weight).index]))
    if _same(answer, value, size):
        return _RIGHT
    for wrong, words in _slips(values, phase, weight, node):
        if _same(answer, wrong, size):
            return words
    if _same(answer, -value, size):
        return message("Not quite: the sign is the other way round.")
    return (
        message("Not quite: it is less.") if answer > value else message("Not quite: it is more.")
    )


def asked_value(values: StepValues, phase: Phase, weight: str, node: tuple[int, int]) -> float:
    """The number that ``judge`` holds an answer against: the result of ``phase``."""
    parameter = values.network.parameter(weight)
    if phase == Phase.FORWARD:
        return values.node_value(*node)
    if phase == Phase.ERROR:
        output = node[1] if node[0] == values.network.depth else 0
        return float(values.kept.errors[0, output])
    if phase == Phase.SLOPES and values.lesson.view.tells_factors:
        return factors(values, parameter).equation.value
    if phase == Phase.SLOPES:
        return gradient_of(values, parameter)
    return float(values.after[parameter.index])


def _slips(
    values: StepValues, phase: Phase, weight: str, node: tuple[int, int]
) -> list[tuple[float, Message]]:
    """Results of common slips, with what to say of each."""
    value = asked_value(values, phase, weight, node)
    if phase == Phase.FORWARD:
        total = node_sum(values, *node).equation
        words = message("Not quite: that is the sum; the activation comes after it.")
        return [(total.value, words)] if total and total.value != value else []
    if phase == Phase.ERROR:
        return [
            (-value, message("Not quite: the error is predicted − actual, not the other way.")),
            (value * value, message("Not quite: that is the squared error.")),
        ]
    if phase == Phase.SLOPES:
        return [(value / 2, _HALVED)] if values.lesson.loss.squares == 1 else []
    return _update_slips(values, weight)


def _update_slips(values: StepValues, weight: str) -> list[tuple[float, Message]]:
    parameter = values.network.parameter(weight)
    w = float(values.theta[parameter.index])
    change = float(values.after[parameter.index]) - w
    slope, rate = gradient_of(values, parameter), values.settings.rate.value
    points = len(values.rows)
    slips = [
        (w - change, message("Not quite: the sign; the weight goes against the slope.")),
        (w - slope, message("Not quite: the learning rate is missing.")),
        (w + slope, message("Not quite: the learning rate is missing, and the sign is wrong.")),
        (change, message("Not quite: that is the change; the new weight is weight + change.")),
    ]
    plain = values.settings.plain
    if plain and values.lesson.loss.squares == 1:
        slips.append((w + change / 2, _HALVED))
    if points > 1 and plain:
        words = message(
            "Not quite: that is the sum over the points; divide by {points}.", points=str(points)
        )
        slips.append((w - rate * slope * points, words))
    return slips


def _same(answer: float, value: float, size: float) -> bool:
    return abs(answer - value) <= _NEAR * size + 1e-12
