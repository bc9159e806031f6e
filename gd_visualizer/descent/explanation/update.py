"""Update: the optimizer's own rule for one weight, with its numbers."""

import math
from collections.abc import Callable

from gd_visualizer.core.network.network import Parameter
from gd_visualizer.descent.explanation.equation import equation
from gd_visualizer.descent.explanation.expression import (
    Expression,
    Power,
    Quotient,
    Sum,
    Value,
    dot,
    minus,
    plus,
    root,
    squared,
    times,
)
from gd_visualizer.descent.explanation.line import Line
from gd_visualizer.descent.explanation.slopes import gradient_of
from gd_visualizer.descent.explanation.values import StepValues
from gd_visualizer.descent.names import label
from gd_visualizer.lesson.rate import LearningRate
from gd_visualizer.text.message import message, translatable
from gd_visualizer.text.numerals import NOTHING, number

_UNSEEN = 1e-6  # of a weight: a change that no printed digit shows
_CLOSE = 1e-4  # of the update's size


class _Rule:
    """The lines of one rule as they are written, line by line."""

    def __init__(self, values: StepValues, parameter: Parameter, slope: float) -> None:
        self.w = float(values.theta[parameter.index])
        self.slope = slope
        self.after = float(values.after[parameter.index])
        self.options = dict(values.settings.options)
        self.rate = rate_expression(values.settings.rate)
        self.rate_value = values.settings.rate.value
        self.count = values.state.count
        self.slots = [float(slot) for slot in values.state.slots[:, parameter.index]]
        self.parameter, self.name = parameter.name, label(values.network, parameter.name)
        self.lines: list[Line] = []

    def line(self, words: str, expression: Expression, value: float, name: str) -> float:
        """Writes a line; its value, 0 where nothing but rounding errors is left."""
        if isinstance(expression, Value):
            return value
        made = equation(expression, value)
        self.lines.append(Line(message(words), made, name, parameter=self.parameter))
        return made.value

    def end(self, expression: Expression) -> float:
        """Writes the new weight; how far the printed numbers are from the one that was made."""
        made = equation(expression, self.after)
        self.lines.append(
            Line(
                message("new {weight}", weight=self.name),
                made,
                self.name,
                parameter=self.parameter,
            )
        )
        return abs(made.value - self.after)


def update(values: StepValues, parameter: Parameter) -> tuple[Line, ...]:
    """The rule of the step's optimizer for ``parameter``, with its own state, line by line.

    Source of the rules: ``core.optimizers``. Nothing where the numbers overflow.
    """
    if not math.isfinite(float(values.after[parameter.index])):
        return ()
    if stays(values, parameter):
        return (_nothing_moves(values, parameter),)
    rule = _Rule(values, parameter, gradient_of(values, parameter))
    far = _RULES[values.settings.optimizer](rule)
    if far > _CLOSE * abs(rule.after - rule.w):  # where even rounding errors make a step
        rule = _Rule(values, parameter, float(values.gradient[parameter.index]))
        _RULES[values.settings.optimizer](rule)
    return tuple(rule.lines)


def stays(values: StepValues, parameter: Parameter) -> bool:
    """Whether the slope is so small that no digit of the weight changes; not where it is 0."""
    slope, w = float(values.gradient[parameter.index]), float(values.theta[parameter.index])
    change = abs(float(values.after[parameter.index]) - w)
    return 0 < abs(slope) < NOTHING and change < _UNSEEN * abs(w)


def _nothing_moves(values: StepValues, parameter: Parameter) -> Line:
    name, w = label(values.network, parameter.name), float(values.theta[parameter.index])
    words = message(
        "slope of {weight} ≈ 0: nothing moves, {weight} stays at {value}",
        weight=name,
        value=number(w),
    )
    return Line(words, parameter=parameter.name)


def rate_expression(rate: LearningRate) -> Expression:
    """The learning rate, as a fraction where it was given as one."""
    top, line, bottom = rate.text.partition("/")
    if not line:
        return Value(rate.value)
    return Quotient(Value(float(top)), Value(float(bottom)))


def _step(rule: _Rule, direction: Expression) -> Expression:
    return minus(Value(rule.w), dot(rule.rate, direction))


def _gradient_descent(rule: _Rule) -> float:
    return rule.end(_step(rule, Value(rule.slope)))


def _velocity(rule: _Rule, g: float) -> float:
    """torch starts with v = g; the dampening counts from the second step on."""
    keep = rule.options["momentum"]
    if rule.count == 0 or keep == 0:
        return g
    dampening = rule.options.get("dampening", 0.0)
    new: Expression = Value(g)
    if dampening:
        new = times(minus(Value(1), Value(dampening)), Value(g))
    return rule.line(
        translatable("velocity"),
        plus((dot(Value(keep), Value(rule.slots[0])), new)),
        keep * rule.slots[0] + (1 - dampening) * g,
        "v",
    )


def _momentum(rule: _Rule) -> float:
    return rule.end(_step(rule, Value(_velocity(rule, rule.slope))))


def _nesterov(rule: _Rule) -> float:
    g = rule.slope
    keep, v = rule.options["momentum"], _velocity(rule, g)
    ahead = rule.line(
        translatable("slope ahead"), plus((Value(g), dot(Value(keep), Value(v)))), g + keep * v, "d"
    )
    return rule.end(_step(rule, Value(ahead)))


def _scaled(rule: _Rule, top: float, squares: float) -> Quotient:
    """a ÷ (√s + ε)."""
    bottom = Sum((root(Value(squares)), Value(rule.options["epsilon"])))
    return Quotient(Value(top), bottom)


def _adagrad(rule: _Rule) -> float:
    g = rule.slope
    s = rule.line(
        translatable("sum of squares"),
        plus((Value(rule.slots[0]), squared(Value(g)))),
        rule.slots[0] + g * g,
        "s",
    )
    decay = rule.options["learning_rate_decay"]
    if decay and rule.count:
        whole = Sum((Value(1), dot(Value(rule.count), Value(decay))))
        smaller = rule.rate_value / (1 + rule.count * decay)
        rule.rate = Value(
            rule.line(
                translatable("learning rate of this step"),
                Quotient(rule.rate, whole),
                smaller,
                "rate",
            )
        )
    return rule.end(_step(rule, _scaled(rule, g, s)))


def _averaged(rule: _Rule, words: str, name: str, keep: float, old: float, new: float) -> float:
    """β · old + (1 − β) · new, where ``new`` is g, or g² for squares."""
    fresh: Expression = squared(Value(new)) if name == "s" else Value(new)
    return rule.line(
        words,
        Sum((dot(Value(keep), Value(old)), dot(minus(Value(1), Value(keep)), fresh))),
        keep * old + (1 - keep) * (new * new if name == "s" else new),
        name,
    )


def _rmsprop(rule: _Rule) -> float:
    g, keep = rule.slope, rule.options["momentum"]
    s = _averaged(
        rule, translatable("average of squares"), "s", rule.options["alpha"], rule.slots[0], g
    )
    direction: Expression = _scaled(rule, g, s)
    if keep:
        v = keep * rule.slots[1] + _ratio(rule, g, s)
        whole = Sum((dot(Value(keep), Value(rule.slots[1])), direction))
        direction = Value(rule.line(translatable("velocity"), whole, v, "v"))
    return rule.end(_step(rule, direction))


def _ratio(rule: _Rule, top: float, squares: float) -> float:
    bottom = math.sqrt(squares) + rule.options["epsilon"]
    return top / bottom if bottom else math.nan


def _adam_from(rule: _Rule, w: Expression, g: float) -> float:
    beta1, beta2, t = rule.options["beta1"], rule.options["beta2"], rule.count + 1
    m = _averaged(rule, translatable("average of slopes"), "m", beta1, rule.slots[0], g)
    s = _averaged(rule, translatable("average of squares"), "s", beta2, rule.slots[1], g)
    corrected = []
    for words, name, beta, value in (
        (translatable("average of slopes, corrected"), "m̂", beta1, m),
        (translatable("average of squares, corrected"), "ŝ", beta2, s),
    ):
        left = minus(Value(1), Power(Value(beta), t) if t > 1 else Value(beta))
        corrected.append(
            rule.line(words, Quotient(Value(value), left), value / (1 - beta**t), name)
        )
    return rule.end(minus(w, dot(rule.rate, _scaled(rule, *corrected))))


def _adam(rule: _Rule) -> float:
    return _adam_from(rule, Value(rule.w), rule.slope)


def _adamw(rule: _Rule) -> float:
    decay, w = rule.options["weight_decay"], rule.w
    if decay:
        smaller = minus(Value(w), dot(dot(rule.rate, Value(decay)), Value(w)))
        w = rule.line(
            translatable("weight after its decay"),
            smaller,
            w - rule.rate_value * decay * w,
            rule.name,
        )
    return _adam_from(rule, Value(w), rule.slope)


_RULES: dict[str, Callable[[_Rule], float]] = {
    "gradient descent": _gradient_descent,
    "momentum": _momentum,
    "nesterov": _nesterov,
    "adagrad": _adagrad,
    "rmsprop": _rmsprop,
    "adam": _adam,
    "adamw": _adamw,
}
