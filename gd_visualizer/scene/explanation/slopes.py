"""What the explanation says of Slopes: the three factors, where they come from, all points."""

from collections.abc import Iterable

from msgspec.structs import replace

from gd_visualizer.core.network.network import Parameter
from gd_visualizer.descent.explanation import slopes
from gd_visualizer.descent.explanation.expressions.expression import Digits, Product, bracketed
from gd_visualizer.descent.explanation.line import Line
from gd_visualizer.descent.explanation.printed import Printed
from gd_visualizer.descent.explanation.slope_names import at_point
from gd_visualizer.descent.explanation.slopes import Factors
from gd_visualizer.descent.explanation.update import stays
from gd_visualizer.descent.explanation.values import LISTED, StepValues
from gd_visualizer.descent.names import label, node_name
from gd_visualizer.descent.state.state import State
from gd_visualizer.scene.explanation.parts import SLOPE_ROLE, Bar, Chip, Explanation, Sign
from gd_visualizer.scene.explanation.vectors import slope_vector
from gd_visualizer.text.message import Message, message

_MOST_PATHS = 16
_MOST_LINES = 16


def slopes_explanation(values: StepValues, state: State, numerals: Printed) -> Explanation:
    """The selected weight's slope as a product of factors; the tangent where those are not told."""
    network = values.network
    parameter = network.parameter(state.display.weight)
    name, layer, node = label(network, parameter.name), parameter.layer, parameter.target - 1
    if not values.lesson.view.tells_factors:
        return _tangent_explanation(values, parameter, numerals)
    three = slopes.factors(values, parameter)
    equation = numerals.equation(three.equation)
    digits = equation.digits
    row = (
        Chip(three.loss.text(digits), _loss_words(values, layer, node), "loss", node=(layer, node)),
        Sign("×"),
        Chip(
            bracketed(three.value, digits),
            _value_words(values, parameter),
            "value",
            node=(layer - 1, parameter.source - 1) if parameter.source else None,
        ),
        *_activation(three, digits, (layer, node)),
        Sign(equation.sign),
        Chip(
            equation.result,
            at_point(values, parameter),
            "slope",
            parameter=parameter.name,
        ),
    )
    lines = [*slopes.node_slope_lines(values, layer, node), *slopes.bends(values, layer, node)]
    if layer == network.depth and isinstance(three.loss, Product):
        lines = lines[1:]  # 2 · error stands in the first factor already
    several = values.lesson.objective.points > 1
    if several and values.rows.tolist() != [values.point]:
        lines.append(slopes.mean_line(values, parameter))
    lines += slopes.penalty_lines(values, parameter)
    return Explanation(
        message("Slope of {weight}", weight=name),
        message(""),
        row,
        lines=tuple(map(numerals.line, _with_origins(values, lines[-_MOST_LINES:]))),
        bars=_bars(values, parameter, numerals) if several else (),
        vector=slope_vector(values, parameter, numerals),
    )


def _tangent_explanation(
    values: StepValues, parameter: Parameter, numerals: Printed
) -> Explanation:
    """The slope alone, as the picture shows it."""
    text = (
        "≈ 0" if stays(values, parameter) else numerals.text(slopes.gradient_of(values, parameter))
    )
    chip = Chip(text, message("slope of the tangent"), SLOPE_ROLE, parameter=parameter.name)
    title = message("Slope of {weight}", weight=label(values.network, parameter.name))
    return Explanation(title, message(""), (chip,))


def _activation(three: Factors, digits: Digits, node: tuple[int, int]) -> tuple[Sign | Chip, ...]:
    """The third factor, where it is one of its own."""
    if three.activation is None:
        return ()
    text = bracketed(three.activation, digits)
    return Sign("×"), Chip(text, message("slope of activation"), "activation", node=node)


def _with_origins(values: StepValues, lines: Iterable[Line], paths: int = 1) -> list[Line]:
    """Each line through a leaving weight can be opened: where the slope there comes from.

    Down to the output, as long as there are not more ``paths`` there than a person would go.
    """
    return [
        replace(line, parts=_origins(values, line.node, paths))
        if line.parameter.startswith("w") and line.node and line.equation
        else line
        for line in lines
    ]


def _origins(values: StepValues, node: tuple[int, int], paths: int) -> tuple[Line, ...]:
    paths *= values.network.layers[node[0]]
    if paths > _MOST_PATHS:
        return ()
    below = [*slopes.node_slope_lines(values, *node), *slopes.bends(values, *node)]
    return tuple(_with_origins(values, below, paths))


def _loss_words(values: StepValues, layer: int, node: int) -> Message:
    if layer == values.network.depth:
        if values.multiplied_out(node):
            return message("predicted − actual, the slope at the sum")
        return message("slope of the loss")
    return message("slope {at}", at=node_name(values.network, layer, node, "at"))


def _value_words(values: StepValues, parameter: Parameter) -> Message:
    if not parameter.source:
        return message("a bias has no input")
    name = node_name(values.network, parameter.layer - 1, parameter.source - 1, "of")
    return message("value {of}", of=name)


def _bars(values: StepValues, parameter: Parameter, numerals: Printed) -> tuple[Bar, ...]:
    found = slopes.point_slopes(values, parameter)
    largest = max(map(abs, found)) or 1.0
    return tuple(
        Bar(int(row), numerals.text(slope), slope / largest, int(row) == values.point)
        for row, slope in zip(values.rows[:LISTED].tolist(), found, strict=True)
    )
