"""Error: predicted − actual, the loss of the point, and the loss over all points."""

import numpy as np

from gd_visualizer.descent.explanation.equation import Equation, equation
from gd_visualizer.descent.explanation.expressions.expression import (
    Expression,
    Quotient,
    Sum,
    Value,
    minus,
)
from gd_visualizer.descent.explanation.expressions.formula import formula
from gd_visualizer.descent.explanation.line import Line
from gd_visualizer.descent.explanation.penalty import loss_lines
from gd_visualizer.descent.explanation.values import LISTED, StepValues, settled_trace
from gd_visualizer.text.message import Message, message, translatable


def error(values: StepValues) -> tuple[Line, ...]:
    """The point's errors and losses, output by output, then the loss over all points."""
    lines = [*point_lines(values)]
    if values.lesson.objective.points > 1:
        lines.append(mean_loss(values))
    return (*lines, *loss_lines(values, lines[-1].equation.value if lines[-1].equation else 0.0))


def point_lines(values: StepValues) -> tuple[Line, ...]:
    """The point's errors and losses, output by output."""
    outputs = range(values.network.layers[-1])
    lines = [line for k in outputs for line in (error_line(values, k), output_loss(values, k))]
    return (*lines, point_loss(values)) if len(outputs) > 1 else tuple(lines)


def total_loss(values: StepValues) -> Line:
    """The losses of all points added up: each of a few, or their total."""
    word, points = message(values.lesson.loss.words), values.lesson.objective.points
    mean = _mean(values, points)
    assert isinstance(mean.expression, Quotient)
    total = mean.expression.top
    return Line(message("total {loss}", loss=word), equation(total, mean.value * points))


def error_line(values: StepValues, output: int) -> Line:
    """predicted − actual at one output."""
    label, many = translatable("error, predicted − actual"), values.network.layers[-1] > 1
    return Line(
        _of_output(label, output) if many else message(label),
        equation(
            minus(Value(predicted(values, output)), Value(actual(values, output))),
            error_of(values, output),
        ),
        point=values.point,
        node=(values.network.depth, output),
    )


def _of_output(what: str, output: int) -> Message:
    return message("{what}, output {number}", what=message(what), number=str(output + 1))


def output_loss(values: StepValues, output: int) -> Line:
    """The loss of one output at the point."""
    word = values.lesson.loss.words
    many = values.network.layers[-1] > 1
    return Line(
        _of_output(word, output) if many else message(word),
        equation(_loss_expression(values, output), float(values.kept.losses[0, output])),
        point=values.point,
    )


def point_loss(values: StepValues) -> Line:
    """The sum over the outputs."""
    losses = values.kept.losses[0].tolist()
    return Line(
        message("sum over the outputs"),
        equation(Sum(tuple(map(Value, losses))), float(sum(losses))),
        point=values.point,
    )


def mean_loss(values: StepValues) -> Line:
    """The mean over all points, which is the loss: each of a few, or their total."""
    points = values.lesson.objective.points
    words = translatable("loss, the mean over the points")
    if values.lesson.objective.penalty is not None:
        words = translatable("mean over the points")
    return Line(message(words), _mean(values, points))


def _mean(values: StepValues, points: int) -> Equation:
    if points <= LISTED:
        losses = settled_trace(values.lesson, values.theta, np.arange(points)).losses
        each = losses.sum(axis=1).tolist()
        return equation(Quotient(Sum(tuple(map(Value, each))), Value(points)), sum(each) / points)
    return divided(values.lesson.objective.mean_at(values.theta), points)


def divided(mean: float, points: int) -> Equation:
    """total ÷ points = mean."""
    return equation(Quotient(Value(mean * points), Value(points)), mean)


def predicted(values: StepValues, output: int) -> float:
    """The value of an output at the point."""
    return float(values.kept.predicted[0, output])


def actual(values: StepValues, output: int) -> float:
    """What the output should be at the point."""
    return float(values.lesson.fit.y[values.point, output])


def error_of(values: StepValues, output: int) -> float:
    """The error of an output at the point, predicted − actual, with its numbers."""
    return float(values.kept.errors[0, output])


def of_output(values: StepValues, written: str, output: int) -> Expression:
    """A formula of the loss's record with the numbers of one output at the point."""
    return formula(
        written,
        error=error_of(values, output),
        predictions=predicted(values, output),
        targets=actual(values, output),
        sums=float(values.kept.sums[-1][0, output]),
    )


def _loss_expression(values: StepValues, output: int) -> Expression:
    loss = values.lesson.loss
    at_sum = values.multiplied_out(output)
    return of_output(values, loss.written_at_sum if at_sum else loss.written, output)
