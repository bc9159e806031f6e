"""The penalty: its share in the loss and in the slope of a weight, with their numbers."""

import numpy as np

from gd_visualizer.core.arrays import Floats
from gd_visualizer.core.network.network import Parameter
from gd_visualizer.core.penalty import Penalty
from gd_visualizer.descent.explanation.equation import equation
from gd_visualizer.descent.explanation.expressions.expression import (
    Expression,
    Quotient,
    Sum,
    Value,
    dot,
    plus,
    squared,
)
from gd_visualizer.descent.explanation.line import Line
from gd_visualizer.descent.explanation.values import LISTED, StepValues
from gd_visualizer.descent.names import label
from gd_visualizer.text.message import message


def loss_lines(values: StepValues, mean: float) -> tuple[Line, ...]:
    """The penalty, and the loss: ``mean``, that of the points, and the penalty. Nothing where
    there is no penalty."""
    penalty = values.lesson.objective.penalty
    if penalty is None:
        return ()
    price = float(penalty.value(values.theta))
    whole = Sum((Value(mean), Value(price)))
    return (
        Line(message("penalty"), equation(_expression(penalty, values.theta), price)),
        Line(message("loss, the mean with the penalty"), equation(whole, mean + price)),
    )


def _expression(penalty: Penalty, theta: Floats) -> Expression:
    """l1 · (|w| + …) + l2 ÷ 2 · (w² + …), parameters of one price together."""
    terms: list[Expression] = []
    for price in np.unique(penalty.l1[penalty.l1 != 0]).tolist():
        sizes = np.abs(theta[penalty.l1 == price])
        terms.append(dot(Value(price), _total(list(map(Value, sizes.tolist())), sizes.sum())))
    for price in np.unique(penalty.l2[penalty.l2 != 0]).tolist():
        held = theta[penalty.l2 == price]
        squares: list[Expression] = [squared(Value(w)) for w in held.tolist()]
        total = _total(squares, (held * held).sum())
        terms.append(dot(Quotient(Value(price), Value(2)), total))
    return plus(terms)


def _total(each: list[Value] | list[Expression], total: float) -> Expression:
    return plus(each) if len(each) <= LISTED else Value(float(total))


def slope_lines(values: StepValues, parameter: Parameter, slope: float) -> tuple[Line, ...]:
    """The slope of the penalty along ``parameter``, and the whole slope: ``slope``, that of the
    points, and the penalty's. Nothing where the parameter has no price."""
    if not values.priced(parameter):
        return ()
    name, price = label(values.network, parameter.name), values.penalty_slope(parameter)
    lines = []
    expression = _slope_expression(values, parameter)
    if not isinstance(expression, Value):
        words = message("slope of the penalty along {weight}", weight=name)
        lines.append(Line(words, equation(expression, price), parameter=parameter.name))
    whole = Sum((Value(slope), Value(price)))
    words = message("slope of {weight} with the penalty", weight=name)
    lines.append(Line(words, equation(whole, slope + price), parameter=parameter.name))
    return tuple(lines)


def _slope_expression(values: StepValues, parameter: Parameter) -> Expression:
    """l2 · w, and l1 with the sign of w."""
    penalty, k = values.lesson.objective.penalty, parameter.index
    assert penalty is not None
    w, l1, l2 = (float(each[k]) for each in (values.theta, penalty.l1, penalty.l2))
    terms: list[Expression] = [dot(Value(l2), Value(w))] if l2 else []
    if l1:
        terms.append(Value(float(l1 * np.sign(w))))
    return plus(terms)
