"""The lines that hold between numbers of one moment wherever they stand, shown or not."""

from functools import lru_cache

import numpy as np

from gd_visualizer.descent.explanation.equation import Equation, equation
from gd_visualizer.descent.explanation.error import divided, error_line, output_loss
from gd_visualizer.descent.explanation.expressions.expression import Sum, Value
from gd_visualizer.descent.explanation.printed import Printed, agreed
from gd_visualizer.descent.explanation.values import values_now
from gd_visualizer.descent.state.descent import Descent

_MOST_OUTPUTS = 8


def moment_equations(descent: Descent, point: int) -> list[Equation]:
    """Error and loss at ``point`` (from 0), and the mean, with the weights that are shown."""
    values = values_now(descent, point)
    outputs = range(min(values.network.layers[-1], _MOST_OUTPUTS))
    lines = [line for k in outputs for line in (error_line(values, k), output_loss(values, k))]
    found = [line.equation for line in lines if line.equation]
    return found + _sums(descent)


def _sums(descent: Descent) -> list[Equation]:
    """total ÷ points = mean, and mean + penalty = loss."""
    objective, moment = descent.lesson.objective, descent.moment
    priced, points = objective.penalty is not None, objective.points
    mean = objective.mean_at(moment.theta) if priced else moment.loss
    found = []
    if points > 1 and np.isfinite(mean * points):
        found.append(divided(mean, points))
    if priced and np.isfinite(moment.loss):
        price = objective.penalty_at(moment.theta)
        found.append(equation(Sum((Value(mean), Value(price))), moment.loss))
    return found


@lru_cache(maxsize=4)
def printed_moment(descent: Descent, point: int) -> Printed:
    """How the numbers of a moment are printed where nothing but its pictures is seen."""
    return agreed(moment_equations(descent, point))
