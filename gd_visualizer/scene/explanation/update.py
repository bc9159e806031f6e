"""What the explanation says of the phase Update: the optimizer's rule with its numbers."""

from gd_visualizer.core.network.network import Parameter
from gd_visualizer.descent.explanation import update
from gd_visualizer.descent.explanation.equation import Equation
from gd_visualizer.descent.explanation.expressions.expression import (
    Digits,
    Expression,
    Negative,
    Product,
    Sum,
    bracketed,
)
from gd_visualizer.descent.explanation.printed import Printed
from gd_visualizer.descent.explanation.slope_names import that_moves
from gd_visualizer.descent.explanation.values import StepValues
from gd_visualizer.descent.names import label
from gd_visualizer.descent.state.state import State
from gd_visualizer.scene.explanation.parts import Chip, Explanation, Sign
from gd_visualizer.scene.explanation.vectors import weight_vector
from gd_visualizer.text.message import Message, message


def update_explanation(values: StepValues, state: State, numerals: Printed) -> Explanation:
    """The selected weight's update by the optimizer's rule; a remark where it is not finite."""
    parameter = values.network.parameter(state.display.weight)
    name = label(values.network, parameter.name)
    lines = tuple(map(numerals.line, update.update(values, parameter)))
    title = message("New {weight}", weight=name)
    if not lines:
        remark = message("The new weights would no longer be finite numbers.")
        return Explanation(title, message(""), remark=remark)
    vector = weight_vector(values, parameter, numerals)
    if lines[-1].equation is None:
        row = _stays(values, parameter, numerals) if values.settings.plain else ()
        return Explanation(title, message(""), row, remark=lines[-1].label, vector=vector)
    row = _rule(values, parameter, lines[-1].equation)
    return Explanation(title, message(""), row, lines=lines[:-1], vector=vector)


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
        Chip(_rate_text(values, rate, digits), message("learning rate"), rate=True),
        Sign("·"),
        Chip(
            bracketed(direction, digits),
            _direction_words(values, parameter),
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


def _stays(values: StepValues, parameter: Parameter, numerals: Printed) -> tuple[Chip | Sign, ...]:
    """The same where the slope rounds to nothing, and no printed digit of the weight changes."""
    name, own = label(values.network, parameter.name), parameter.name
    weight = numerals.text(float(values.theta[parameter.index]))
    return (
        Chip(weight, message("{weight}", weight=name), parameter=own),
        Sign("−"),
        Chip(values.settings.rate.text, message("learning rate"), rate=True),
        Sign("·"),
        Chip("(≈ 0)", _direction_words(values, parameter), "slope", parameter=own),
        Sign("≈"),
        Chip(weight, message("new {weight}", weight=name), "new", parameter=own),
    )


def _rate_text(values: StepValues, rate: Expression, digits: Digits) -> str:
    """As it was typed: 1/9, 10⁻⁷; unless the rule has changed it."""
    own = values.settings.rate
    shown = update.rate_expression(own)
    one = "×" not in own.text  # no brackets are needed
    return own.text if rate == shown and one else bracketed(rate, digits)


def _direction_words(values: StepValues, parameter: Parameter) -> Message:
    words = values.optimizer.direction
    return message(words) if words else that_moves(values, parameter)
