"""Slopes: one weight's slope as a product of three factors, and where the first one comes from."""

import numpy as np
from msgspec import Struct
from msgspec.structs import replace

from gd_visualizer.core.network.network import Parameter
from gd_visualizer.descent.explanation.equation import Equation, equation
from gd_visualizer.descent.explanation.error import actual, of_output, predicted
from gd_visualizer.descent.explanation.expressions.expression import (
    Expression,
    Product,
    Quotient,
    Sum,
    Value,
    minus,
    times,
)
from gd_visualizer.descent.explanation.expressions.formula import formula
from gd_visualizer.descent.explanation.line import Line
from gd_visualizer.descent.explanation.penalty import slope_lines
from gd_visualizer.descent.explanation.slope_names import at_point, over_points
from gd_visualizer.descent.explanation.values import LISTED, StepValues, settled_trace
from gd_visualizer.descent.names import node_name
from gd_visualizer.text.message import Message, message


class Factors(Struct, frozen=True):
    """The three factors of one weight's slope at one point, and their product.

    ``loss`` is the slope at the node that the weight feeds, ``value`` what feeds the weight, and
    ``activation`` the slope of the activation at that node; None where ``loss`` is the product of
    the two, see ``StepValues.multiplied_out``.
    """

    loss: Expression
    value: Expression
    activation: Expression | None
    equation: Equation


def factors(values: StepValues, parameter: Parameter) -> Factors:
    """Of the slope of ``parameter`` at the point."""
    layer, node = parameter.layer, parameter.target - 1
    first = _first_factor(values, layer, node)
    fed = values.node_value(layer - 1, parameter.source - 1) if parameter.source else 1.0
    slope = float(values.kept.sum_slopes[layer - 1][0, node]) * fed
    second = Value(fed)
    if _at_sum(values, layer, node):
        return Factors(first, second, None, equation(times(first, second), slope))
    third = Value(float(values.kept.activation_slopes[layer - 1][0, node]))
    return Factors(first, second, third, equation(times(first, second, third), slope))


def _at_sum(values: StepValues, layer: int, node: int) -> bool:
    return layer == values.network.depth and values.multiplied_out(node)


def node_factors(values: StepValues, layer: int, node: int) -> tuple[float, ...]:
    """The slope at a node and the slope of its activation; their product alone where that is all
    that can be printed. ``layer`` ≥ 1."""
    kept = values.kept
    if _at_sum(values, layer, node):
        return (float(kept.sum_slopes[-1][0, node]),)
    both = kept.node_slopes[layer - 1][0, node], kept.activation_slopes[layer - 1][0, node]
    return float(both[0]), float(both[1])


def slopes(values: StepValues, parameter: Parameter) -> tuple[Line, ...]:
    """From the prediction back to the weight, its slope, and over several points the mean."""
    found = [
        line
        for layer in range(values.network.depth, parameter.layer, -1)
        for node in range(values.network.layers[layer])
        for line in (*node_slope_lines(values, layer, node), *bends(values, layer, node))
    ]
    target = parameter.target - 1
    found += node_slope_lines(values, parameter.layer, target)
    found += bends(values, parameter.layer, target)
    found.append(slope_line(values, parameter))
    if values.lesson.objective.points == 1:
        found += penalty_lines(values, parameter)
    return tuple(found)


def penalty_lines(values: StepValues, parameter: Parameter) -> tuple[Line, ...]:
    """The penalty's slope and the whole one, which moves the weight; nothing where it has none."""
    return slope_lines(values, parameter, _step_slope(values, parameter))


def slope_line(values: StepValues, parameter: Parameter) -> Line:
    """Slope at the node × value that feeds the weight × slope of the activation."""
    point = values.point if values.lesson.objective.points > 1 else None
    made = factors(values, parameter).equation
    return Line(at_point(values, parameter), made, parameter=parameter.name, point=point)


def node_slope_lines(values: StepValues, layer: int, node: int) -> tuple[Line, ...]:
    """How the slope of the loss at a node comes about; ``layer`` ≥ 1."""
    if layer == values.network.depth:
        expression = loss_slope(values, node)
        if isinstance(expression, Value) or values.multiplied_out(node):
            return ()
        slope = float(values.kept.node_slopes[-1][0, node])
        at = node_name(values.network, layer, node, "at")
        words = message("slope of the loss {at}", at=at)
        return (Line(words, equation(expression, slope), node=(layer, node)),)
    terms = leaving(values, layer, node)
    if len(terms) == 1:
        return terms
    slope = float(values.kept.node_slopes[layer - 1][0, node])
    numbers = [line.equation.value for line in terms if line.equation]
    words = message("slope {at}", at=node_name(values.network, layer, node, "at"))
    total = Line(words, equation(Sum(tuple(map(Value, numbers))), slope), node=(layer, node))
    return (*terms, total)


def leaving(values: StepValues, layer: int, node: int) -> tuple[Line, ...]:
    """Slope there × slope of the activation there × weight, for each weight that leaves a node."""
    network, kept = values.network, values.kept
    W = network.unpack(values.theta)[layer][0]
    found = []
    for k in range(network.layers[layer + 1]):
        weight = float(W[node, k])
        there = (*node_factors(values, layer + 1, k), weight)
        found.append(
            Line(
                _through(values, layer, node, k),
                equation(times(*map(Value, there)), float(kept.sum_slopes[layer][0, k]) * weight),
                node=(layer + 1, k),
                parameter=f"w{layer + 1}_{node + 1}_{k + 1}",
            )
        )
    return tuple(found)


def _through(values: StepValues, layer: int, node: int, to: int) -> Message:
    network = values.network
    at = node_name(network, layer, node, "at")
    if network.layers[layer + 1] == 1:
        return message("slope {at}", at=at)
    through = node_name(network, layer + 1, to, "through")
    return message("slope {at}, {through}", at=at, through=through)


def bends(values: StepValues, layer: int, node: int) -> tuple[Line, ...]:
    """The slope of the activation at a node, where it is more than 1 or 0."""
    if _at_sum(values, layer, node):
        return (_product_line(values, layer, node),)
    function, kept = values.network.functions[layer - 1], values.kept
    if not function.slope_written:
        return ()
    z, a = float(kept.sums[layer - 1][0, node]), values.node_value(layer, node)
    expression = formula(function.slope_written, z=z, a=a)
    slope = float(kept.activation_slopes[layer - 1][0, node])
    words = message(
        "slope of {activation} {at}",
        activation=function.name,
        at=node_name(values.network, layer, node, "at"),
    )
    line = Line(words, equation(expression, slope), node=(layer, node))
    if layer == values.network.depth and values.lesson.loss.of_sums:
        return line, _product_line(values, layer, node)
    return (line,)


def _product_line(values: StepValues, layer: int, node: int) -> Line:
    """p − t: what is left of (p − t) ÷ (p (1 − p)) × p (1 − p)."""
    words = message("slopes of loss and sigmoid multiplied out, predicted − actual")
    if values.network.layers[-1] > 1:
        words = message("{what}, output {number}", what=words, number=str(node + 1))
    slope = float(values.kept.sum_slopes[-1][0, node])
    return Line(words, equation(_difference(values, node), slope), node=(layer, node))


def _difference(values: StepValues, output: int) -> Expression:
    return minus(Value(predicted(values, output)), Value(actual(values, output)))


def loss_slope(values: StepValues, output: int) -> Expression:
    """The slope of the point's loss with respect to one prediction."""
    return of_output(values, values.lesson.loss.slope_written, output)


def _first_factor(values: StepValues, layer: int, node: int) -> Expression:
    """2 · error where that is all; else the number that the lines before have come to."""
    if _at_sum(values, layer, node):
        return Value(float(values.kept.sum_slopes[-1][0, node]))
    if layer == values.network.depth:
        expression = loss_slope(values, node)
        if isinstance(expression, Product):
            return expression
    return Value(float(values.kept.node_slopes[layer - 1][0, node]))


def point_slopes(values: StepValues, parameter: Parameter) -> list[float]:
    """Each point's own slope, of the points that make the step; of the first ones, if many."""
    return _slopes_at(values, parameter, values.rows[:LISTED])


def _slopes_at(values: StepValues, parameter: Parameter, rows: np.ndarray) -> list[float]:
    kept = settled_trace(values.lesson, values.theta, rows)
    layer, target = parameter.layer - 1, parameter.target - 1
    slope = kept.sum_slopes[layer][:, target]
    if parameter.source:
        with np.errstate(over="ignore"):  # of one point, where the mean of all is finite
            slope = slope * kept.values[layer][:, parameter.source - 1]
    found: list[float] = slope.tolist()
    return found


def all_points(values: StepValues, parameter: Parameter) -> tuple[Line, ...]:
    """Every point's slope with its factors, of the points that make the step, and the mean."""
    rows = values.rows
    if values.lesson.objective.points == 1:
        return ()
    lines = []
    if values.point not in rows:
        point = str(values.point + 1)
        lines.append(Line(message("point {point} is not one of them", point=point)))
    lines += [slope_line(replace(values, point=row), parameter) for row in rows.tolist()]
    return (*lines, mean_line(values, parameter), *penalty_lines(values, parameter))


def mean_line(values: StepValues, parameter: Parameter) -> Line:
    """The mean of the points' slopes: their sum divided by N."""
    found = equation(*_mean(values, parameter, len(values.rows)))
    return Line(over_points(values, parameter), found, parameter=parameter.name)


def _mean(values: StepValues, parameter: Parameter, points: int) -> tuple[Expression, float]:
    if points <= LISTED:
        each = point_slopes(values, parameter)
        return Quotient(Sum(tuple(map(Value, each))), Value(points)), sum(each) / points
    mean = float(values.gradient[parameter.index]) - values.penalty_slope(parameter)
    return Quotient(Value(mean * points), Value(points)), mean


def gradient_of(values: StepValues, parameter: Parameter) -> float:
    """The slope that the step is made of, 0 where nothing but rounding errors is left."""
    slope = _step_slope(values, parameter)
    if not values.priced(parameter):
        return slope
    price = values.penalty_slope(parameter)
    return equation(Sum((Value(slope), Value(price))), slope + price).value


def _step_slope(values: StepValues, parameter: Parameter) -> float:
    """That of the points that make the step, without the penalty."""
    if len(values.rows) == 1:
        return factors_at(values, parameter)
    return equation(*_mean(values, parameter, len(values.rows))).value


def factors_at(values: StepValues, parameter: Parameter) -> float:
    """The slope at the only point that makes the step."""
    return _slopes_at(values, parameter, values.rows[:1])[0]
