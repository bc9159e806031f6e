"""What the explanation strip says of a state, phase by phase."""

from dataclasses import replace

import numpy as np

from gd_visualizer.core.network import Parameter
from gd_visualizer.descent.arithmetic import Expression, Negative, Product, Sum, bracketed
from gd_visualizer.descent.descent import Descent
from gd_visualizer.descent.equation import Equation
from gd_visualizer.descent.explanation import error as errors
from gd_visualizer.descent.explanation import forward, slopes, update
from gd_visualizer.descent.explanation.values import LISTED, StepValues, step_values
from gd_visualizer.descent.message import Message, message
from gd_visualizer.descent.names import label, node_name
from gd_visualizer.descent.numerals import column, number
from gd_visualizer.descent.state import State
from gd_visualizer.lesson.lesson import Phase
from gd_visualizer.scene.strip import ASKED, Bar, Chip, Sign, Strip, Vector

_MOST_TERMS = 4
_MOST_LINES = 12
_MOST_IN_VECTOR = 6


def strip(state: State) -> Strip:
    """The strip of the phase that is held, or that is asked for."""
    asked = state.display.asked
    descent = _asked_for(state.descent, asked) if asked else state.descent
    phase = asked or descent.phase
    if phase == Phase.START or (phase == Phase.UPDATE and not descent.row and not asked):
        if state.display.held:
            return _start(state)
        phase = Phase.ERROR
    values = step_values(descent, state.display.point)
    made = {
        Phase.FORWARD: _forward,
        Phase.ERROR: _error,
        Phase.SLOPES: _slopes,
        Phase.UPDATE: _update,
    }[phase](values, state)
    if asked:
        made = _with_question(made)
    at_start = state.descent.phase == Phase.START and not asked
    where = message("at the start") if at_start else _where(values, phase)
    return replace(made, subtitle=where)


def _asked_for(descent: Descent, asked: Phase) -> Descent:
    """Before the update that is asked for, its numbers are those of the slopes."""
    return replace(descent, phase=min(asked, Phase.SLOPES))


def _start(state: State) -> Strip:
    lesson = state.descent.lesson
    return Strip(
        message("{title}", title=lesson.title),
        message("at the start"),
        remark=_plain(lesson.summary),
    )


def _plain(text: str) -> Message:
    return message("{text}", text=text)


def _where(values: StepValues, phase: Phase) -> Message:
    view = values.lesson.view
    step, place, of = str(values.row + 1), str(int(phase)), str(int(view.last_phase))
    if not view.descends:
        where = message("phase {phase} of {of}", phase=place, of=of)
    else:
        where = message("step {step}, phase {phase} of {of}", step=step, phase=place, of=of)
    if values.lesson.objective.points > 1:
        return message("{where}, point {point}", where=where, point=str(values.point + 1))
    return where


def _with_question(made: Strip) -> Strip:
    """The last chip's result, and all that follows from it, are not said yet."""
    row = list(made.row)
    last = max((k for k, part in enumerate(row) if isinstance(part, Chip)), default=-1)
    if last >= 0:
        row[last] = replace(row[last], text=ASKED)
        if last and isinstance(row[last - 1], Sign):
            row[last - 1] = Sign("=")
    return replace(made, row=tuple(row), lines=(), bars=(), vector=None, asked=True)


def shown_node(state: State) -> tuple[int, int]:
    """The node whose sum is shown: the selected one; else the first output."""
    node = state.display.node
    if node is not None and node[0] > 0:
        return node
    return state.descent.lesson.network.depth, 0


def _forward(values: StepValues, state: State) -> Strip:
    layer, node = shown_node(state)
    network, total = values.network, forward.node_sum(values, layer, node)
    bent = forward.activation(values, layer, node)
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
            for line in forward.node_lines(values, other_layer, other)
        ]
        if sum(network.layers[1:]) <= _MOST_LINES
        else []
    )
    return Strip(
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
        return _plain(str(subscripted)) if subscripted else message("input")
    return message("node {number}", number=str(node + 1))


def _error(values: StepValues, state: State) -> Strip:
    layer, node = shown_node(state)
    output = node if layer == values.network.depth else 0
    line = errors.error_line(values, output)
    equation, place = line.equation, (values.network.depth, output)
    assert equation is not None
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
    lines = [line for line in errors.error(values) if line.equation != equation]
    return Strip(title, message(""), row, lines=tuple(lines[-_MOST_LINES:]))


def _two(equation: Equation) -> tuple[str, str]:
    """Both numbers of a difference, the second one in brackets where it needs them."""
    expression, digits = equation.expression, equation.digits
    assert isinstance(expression, Sum)
    left, right = expression.terms
    assert isinstance(right, Negative)
    return left.text(digits), bracketed(right.of, digits)


def _slopes(values: StepValues, state: State) -> Strip:
    network = values.network
    parameter = network.parameter(state.display.weight)
    name, layer, node = label(network, parameter.name), parameter.layer, parameter.target - 1
    three = slopes.factors(values, parameter)
    equation, digits = three.equation, three.equation.digits
    row = (
        Chip(three.loss.text(digits), _loss_words(values, layer, node), "loss", node=(layer, node)),
        Sign("×"),
        Chip(
            bracketed(three.value, digits),
            _value_words(values, parameter),
            "value",
            node=(layer - 1, parameter.source - 1) if parameter.source else None,
        ),
        Sign("×"),
        Chip(
            bracketed(three.activation, digits),
            message("slope of activation"),
            "activation",
            node=(layer, node),
        ),
        Sign(equation.sign),
        Chip(
            equation.result,
            message("slope of {weight}", weight=name),
            "slope",
            parameter=parameter.name,
        ),
    )
    lines = [*slopes.node_slope_lines(values, layer, node), *slopes.bends(values, layer, node)]
    if layer == network.depth and isinstance(three.loss, Product):
        lines = lines[1:]  # 2 · error stands in the first factor already
    several = values.lesson.objective.points > 1
    if several:
        lines.append(slopes.mean_line(values, parameter))
    return Strip(
        message("Slope of {weight}", weight=name),
        message(""),
        row,
        lines=tuple(_with_origins(values, lines)),
        bars=_bars(values, parameter) if several else (),
        vector=_slope_vector(values, parameter),
    )


def _with_origins(values: StepValues, lines: list) -> list:  # type: ignore[type-arg]
    """Each line through a leaving weight can be opened: where the slope there comes from."""
    return [
        replace(line, parts=_origins(values, line.node))
        if line.parameter.startswith("w") and line.node and line.equation
        else line
        for line in lines
    ]


def _origins(values: StepValues, node: tuple[int, int]) -> tuple:  # type: ignore[type-arg]
    below = [*slopes.node_slope_lines(values, *node), *slopes.bends(values, *node)]
    return tuple(_with_origins(values, below))


def _loss_words(values: StepValues, layer: int, node: int) -> Message:
    if layer == values.network.depth:
        return message("slope of the loss")
    return message("slope at {node}", node=node_name(values.network, layer, node))


def _value_words(values: StepValues, parameter: Parameter) -> Message:
    if not parameter.source:
        return message("a bias has no input")
    name = node_name(values.network, parameter.layer - 1, parameter.source - 1)
    return message("value of {node}", node=name)


def _bars(values: StepValues, parameter: Parameter) -> tuple[Bar, ...]:
    found = slopes.point_slopes(values, parameter)
    largest = max(map(abs, found)) or 1.0
    texts = column(found, 3)
    return tuple(
        Bar(int(row), text, slope / largest, int(row) == values.point)
        for row, text, slope in zip(values.rows[:LISTED].tolist(), texts, found, strict=True)
    )


def _slope_vector(values: StepValues, parameter: Parameter) -> Vector | None:
    size = values.network.size
    if size == 1:
        return None
    first, cut = _window(size, parameter.index)
    shown = [number(s) for s in values.gradient[first : first + _MOST_IN_VECTOR].tolist()]
    rate = values.settings.rate.text
    note = message("next: each weight − {rate} × its slope", rate=rate)
    plain = values.settings.optimizer == "gradient descent"
    return Vector(
        message("slopes"),
        tuple(shown),
        lit=parameter.index - first,
        cut=cut,
        note=note if plain and values.lesson.view.descends else None,
    )


def _window(size: int, index: int) -> tuple[int, bool]:
    """The first of the parameters that are shown around one of them, and whether some are not."""
    if size <= _MOST_IN_VECTOR:
        return 0, False
    return min(max(index - _MOST_IN_VECTOR // 2, 0), size - _MOST_IN_VECTOR), True


def _update(values: StepValues, state: State) -> Strip:
    parameter = values.network.parameter(state.display.weight)
    name = label(values.network, parameter.name)
    lines = update.update(values, parameter)
    title = message("New {weight}", weight=name)
    if not lines or lines[-1].equation is None:
        remark = message("The new weights would no longer be finite numbers.")
        return Strip(title, message(""), remark=remark)
    row = _rule(values, parameter, lines[-1].equation)
    return Strip(
        title, message(""), row, lines=lines[:-1], vector=_weight_vector(values, parameter)
    )


def _rule(values: StepValues, parameter: Parameter, equation: Equation) -> tuple[Chip | Sign, ...]:
    """weight − learning rate · direction = new weight."""
    name, digits = label(values.network, parameter.name), equation.digits
    expression = equation.expression
    assert isinstance(expression, Sum)
    old, change = expression.terms
    assert isinstance(change, Negative)
    assert isinstance(change.of, Product)
    rate, direction = change.of.factors
    return (
        Chip(old.text(digits), message("{weight}", weight=name), parameter=parameter.name),
        Sign("−"),
        Chip(_rate_text(values, rate, digits), message("learning rate")),
        Sign("·"),
        Chip(
            bracketed(direction, digits),
            _direction_words(values, name),
            "slope",
            parameter=parameter.name,
        ),
        Sign(equation.sign),
        Chip(
            equation.result,
            message("new {weight}", weight=name),
            "new",
            parameter=parameter.name,
        ),
    )


def _rate_text(values: StepValues, rate: Expression, digits: int) -> str:
    """As it was typed: 1/9; unless the rule has changed it."""
    own = values.settings.rate
    shown = update.rate_expression(own)
    return own.text if rate == shown and "/" in own.text else bracketed(rate, digits)


def _direction_words(values: StepValues, name: str) -> Message:
    match values.settings.optimizer:
        case "gradient descent":
            return message("slope of {weight}", weight=name)
        case "momentum":
            return message("velocity")
        case "nesterov":
            return message("slope ahead")
        case "adagrad" | "rmsprop":
            return message("slope ÷ its usual size")
        case _:
            return message("average slope ÷ its usual size")


def _weight_vector(values: StepValues, parameter: Parameter) -> Vector | None:
    size = values.network.size
    if size == 1:
        return None
    first, cut = _window(size, parameter.index)
    part = slice(first, first + _MOST_IN_VECTOR)
    pairs = np.array([values.theta[part], values.after[part]])
    return Vector(
        message("weights"),
        tuple(map(number, pairs[0].tolist())),
        tuple(map(number, pairs[1].tolist())),
        lit=parameter.index - first,
        cut=cut,
    )
