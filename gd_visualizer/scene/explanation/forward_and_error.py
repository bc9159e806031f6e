"""What the explanation says of the phases Forward and Error: one node's sum, one output's error."""

from typing import NamedTuple

from gd_visualizer.descent.explanation import error as errors
from gd_visualizer.descent.explanation import forward
from gd_visualizer.descent.explanation.equation import Equation
from gd_visualizer.descent.explanation.expressions.expression import (
    Negative,
    Quotient,
    Sum,
    bracketed,
)
from gd_visualizer.descent.explanation.line import Line
from gd_visualizer.descent.explanation.printed import MOST, Printed
from gd_visualizer.descent.explanation.values import StepValues
from gd_visualizer.descent.names import label, node_name
from gd_visualizer.descent.state.state import State
from gd_visualizer.scene.explanation.parts import Chip, Explanation, Sign
from gd_visualizer.scene.visibility import Visibility, visibility
from gd_visualizer.text.message import Message, message

_MOST_TERMS = 4
_MOST_LINES = 12


def shown_node(state: State) -> tuple[int, int]:
    """The node whose sum is shown: the selected one; else the first output."""
    node = state.display.node
    if node is not None and node[0] > 0:
        return node
    return state.descent.lesson.network.depth, 0


def forward_explanation(values: StepValues, state: State, numerals: Printed) -> Explanation:
    """The shown node's sum and, behind it, its activation."""
    layer, node = shown_node(state)
    network, total = values.network, numerals.line(forward.node_sum(values, layer, node))
    bent = forward.activation(values, layer, node)
    bent = numerals.line(bent) if bent else None
    name = node_name(network, layer, node)
    row: list[Chip | Sign] = []
    if total.equation:
        row = _terms(values, layer, node, total.equation)
        words = message("sum") if bent else name
        row += [Sign(total.equation.sign), Chip(total.equation.result, words, node=(layer, node))]
    if bent and bent.equation:
        row += [
            Sign("→"),
            Chip(bent.equation.left, message("activation"), "activation", node=(layer, node)),
            Sign(bent.equation.sign),
            Chip(bent.equation.result, name, node=(layer, node)),
        ]
    others = (
        [
            line
            for other_layer in range(1, len(network.layers))
            for other in range(network.layers[other_layer])
            if (other_layer, other) != (layer, node)
            for line in map(numerals.line, forward.node_lines(values, other_layer, other))
        ]
        if sum(network.layers[1:]) <= _MOST_LINES
        else []
    )
    return Explanation(
        message("Forward: {node}", node=name), message(""), tuple(row), lines=tuple(others)
    )


def _terms(values: StepValues, layer: int, node: int, equation: Equation) -> list[Chip | Sign]:
    """value × weight of each node before; of many, the sum as one."""
    expression, network = equation.expression, values.network
    terms = expression.terms if isinstance(expression, Sum) else (expression,)
    if len(terms) > _MOST_TERMS:
        return [Chip(equation.left, message("each value × its weight"))]
    row: list[Chip | Sign] = []
    for k, term in enumerate(terms):
        bias = k == network.layers[layer - 1]
        name = f"b{layer}_{node + 1}" if bias else f"w{layer}_{k + 1}_{node + 1}"
        words = (
            message("bias {bias}", bias=label(network, name))
            if bias
            else message(
                "{value} × {weight}",
                value=_short(values, layer - 1, k),
                weight=label(network, name),
            )
        )
        if k:
            row.append(Sign("+"))
        text = bracketed(term, equation.digits) if bias and k else term.text(equation.digits)
        row.append(Chip(text, words, parameter=name))
    return row


def _short(values: StepValues, layer: int, node: int) -> Message:
    """A node's name without an article."""
    network = values.network
    if layer == 0:
        subscripted = node_name(network, 0, node).values.get("x", "")
        return message("{text}", text=str(subscripted)) if subscripted else message("input")
    return message("node {number}", number=str(node + 1))


def error_explanation(values: StepValues, state: State, numerals: Printed) -> Explanation:
    """The shown output's error and loss, and the loss over all points."""
    layer, node = shown_node(state)
    output = node if layer == values.network.depth else 0
    line, place = errors.error_line(values, output), (values.network.depth, output)
    assert line.equation is not None
    equation = numerals.equation(line.equation)
    cancelled = isinstance(equation.digits, int) and equation.digits > MOST
    predicted, actual = _two(equation)
    many = values.network.layers[-1] > 1
    row = (
        Chip(predicted, message("predicted"), node=place),
        Sign("−"),
        Chip(actual, message("actual"), point=values.point),
        Sign(equation.sign),
        Chip(equation.result, message("error"), "loss", node=place),
    )
    title = (
        message("Error: {node}", node=node_name(values.network, *place))
        if many
        else message("Error")
    )
    seen = visibility(state)
    told = _told(values, seen) if values.lesson.view.tells_loss else ()
    loss = _loss_row(values, seen, output, numerals) if told else None
    if loss:
        lines = [other for other in told if other.equation != loss.equation]
        lines = lines[-_MOST_LINES:]
        return Explanation(title, message(""), loss.row, tuple(map(numerals.line, lines)))
    if cancelled:  # digits enough to make it true would say nothing
        return Explanation(title, message(""), remark=_nearly_right(values, output, numerals))
    lines = [other for other in told if other.equation != line.equation]
    return Explanation(
        title, message(""), row, lines=tuple(map(numerals.line, lines[-_MOST_LINES:]))
    )


class _LossRow(NamedTuple):
    """The chips of an equation."""

    row: tuple[Chip | Sign, ...]
    equation: Equation


def _loss_row(
    values: StepValues, shown: Visibility, output: int, numerals: Printed
) -> _LossRow | None:
    """Where a lesson ends with the loss, that is what its presses tell: the point's loss, then
    their total, then the mean. None where the error is still to be told, or has the row."""
    lesson, count = values.lesson, values.lesson.objective.points
    if lesson.view.descends or count == 1 or lesson.objective.penalty is not None:
        return None
    if shown.mean:
        return _mean_row(values, count, numerals)
    if shown.total:
        return _total_row(values, numerals) if count <= _MOST_TERMS else None
    if values.network.layers[-1] > 1:
        return None
    line = errors.output_loss(values, output)
    assert line.equation is not None
    printed = numerals.equation(line.equation)
    name, words = message("point {point}", point=str(values.point + 1)), message(lesson.loss.words)
    row = (
        Chip(printed.left, name, point=values.point),
        Sign(printed.sign),
        Chip(printed.result, words, "loss", point=values.point),
    )
    return _LossRow(row, line.equation)


def _total_row(values: StepValues, numerals: Printed) -> _LossRow:
    """The losses of a few points, and their sum."""
    found = errors.total_loss(values).equation
    assert found is not None
    printed, row = numerals.equation(found), list[Chip | Sign]()
    assert isinstance(found.expression, Sum)
    for k, term in enumerate(found.expression.terms):
        name = message("point {point}", point=str(k + 1))
        row += [*([Sign("+")] if k else []), Chip(term.text(printed.digits), name, point=k)]
    row += [Sign(printed.sign), Chip(printed.result, message("total"), "loss")]
    return _LossRow(tuple(row), found)


def _mean_row(values: StepValues, count: int, numerals: Printed) -> _LossRow:
    """The sum of all losses, divided by the number of points."""
    found = errors.mean_loss(values).equation
    assert found is not None
    divided = errors.divided(found.value, count)
    printed = numerals.equation(divided)
    assert isinstance(divided.expression, Quotient)
    total, points = divided.expression.top, divided.expression.bottom
    row = (
        Chip(total.text(printed.digits), message("total")),
        Sign("÷"),
        Chip(points.text(printed.digits), message("points")),
        Sign(printed.sign),
        Chip(printed.result, message("loss"), "loss"),
    )
    return _LossRow(row, divided)


def _nearly_right(values: StepValues, output: int, numerals: Printed) -> Message:
    return message(
        "predicted {predicted}, actual {actual}: the error is ≈ 0 ({error})",
        predicted=numerals.text(errors.predicted(values, output)),
        actual=numerals.text(errors.actual(values, output)),
        error=numerals.text(errors.error_of(values, output)),
    )


def _told(values: StepValues, shown: Visibility) -> tuple[Line, ...]:
    """The loss as far as it is shown."""
    if shown.mean:
        return errors.error(values)
    if not shown.losses:
        return ()
    own = errors.point_lines(values)
    return (*own, errors.total_loss(values)) if shown.total else own


def _two(equation: Equation) -> tuple[str, str]:
    """Both numbers of a difference, the second one in brackets where it needs them."""
    expression, digits = equation.expression, equation.digits
    assert isinstance(expression, Sum)
    left, right = expression.terms
    assert isinstance(right, Negative)
    return left.text(digits), bracketed(right.of, digits)
