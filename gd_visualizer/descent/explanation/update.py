"""Update: the optimizer's own rule for one weight, with its numbers."""

import math
from functools import lru_cache

from gd_visualizer.core.network.network import Parameter
from gd_visualizer.core.optimizers.record import Assignment, Lines
from gd_visualizer.descent.explanation.equation import DIGITS, Equation, equation
from gd_visualizer.descent.explanation.expressions.expression import Expression, Quotient, Value
from gd_visualizer.descent.explanation.expressions.formula import formula
from gd_visualizer.descent.explanation.line import Line
from gd_visualizer.descent.explanation.slopes import gradient_of
from gd_visualizer.descent.explanation.values import StepValues
from gd_visualizer.descent.names import label
from gd_visualizer.lesson.rate import LearningRate
from gd_visualizer.text.message import Message, message
from gd_visualizer.text.numerals import NOTHING, number

_UNSEEN = 1e-6  # of a weight: a change that no printed digit shows
_CLOSE = 1e-4  # of the update's size


class _Board:
    """The lines of one rule as they are written, line by line, with the numbers of one weight."""

    def __init__(self, values: StepValues, parameter: Parameter, slope: float) -> None:
        self.before = float(values.theta[parameter.index])
        self.after = float(values.after[parameter.index])
        self.parameter, self.label = parameter.name, label(values.network, parameter.name)
        self.lines: list[Line] = []
        slots = values.state.slots[:, parameter.index].tolist()
        self._numbers: dict[str, float | Expression] = {
            "weight": self.before,
            "slope": slope,
            "learning_rate": rate_expression(values.settings.rate),
            "step": values.state.count + 1,
            "steps_before": values.state.count,
            **values.settings.options,
            **dict(zip(values.optimizer.slots, slots, strict=True)),
        }

    def write(self, rule: Lines) -> float:
        """All lines; how far the printed numbers are from the new weight that was made."""
        *first, last = rule
        for assignment in first:
            self._assign(assignment)
        made = equation(formula(last.formula, **self._numbers), self.after, self._digits)
        self._line(message("new {weight}", weight=self.label), made, self.label)
        return abs(made.value - self.after)

    @property
    def _digits(self) -> int:
        """Of the new weight: one more where it would else look as if nothing had moved."""
        alike = [number(self.before, d) == number(self.after, d) for d in (DIGITS, DIGITS + 1)]
        return DIGITS + 1 if alike == [True, False] else DIGITS

    def _assign(self, assignment: Assignment) -> None:
        """Writes a line; its value is 0 where nothing but rounding errors is left."""
        expression = formula(assignment.formula, **self._numbers)
        value = expression.computed()
        if not isinstance(expression, Value):
            made = equation(expression, value)
            self._line(message(assignment.words), made, assignment.symbol or self.label)
            value = made.value
        self._numbers[assignment.name] = value

    def _line(self, words: Message, made: Equation, name: str) -> None:
        self.lines.append(Line(words, made, name, parameter=self.parameter))


@lru_cache(maxsize=8)  # how numbers are printed is asked first, then the lines themselves
def update(values: StepValues, parameter: Parameter) -> tuple[Line, ...]:
    """The rule of the step's optimizer for ``parameter``, with its own state, line by line.

    Source of the rules: ``core.optimizers``. Nothing where the numbers overflow.
    """
    if not math.isfinite(float(values.after[parameter.index])):
        return ()
    if stays(values, parameter):
        return (_nothing_moves(values, parameter),)
    rule = values.optimizer.lines(values.settings.options, values.state.count)
    board = _Board(values, parameter, gradient_of(values, parameter))
    far = board.write(rule)
    if far > _CLOSE * abs(board.after - board.before):  # even rounding errors make a step
        board = _Board(values, parameter, float(values.gradient[parameter.index]))
        board.write(rule)
    return tuple(board.lines)


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
