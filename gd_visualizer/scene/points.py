"""The points as a table of texts: inputs, predicted, actual, error and the loss of each."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

import numpy as np

from gd_visualizer.core.arrays import Array, Floats
from gd_visualizer.core.losses import MEAN_SQUARED
from gd_visualizer.descent.arithmetic import Quotient, Sum, Value
from gd_visualizer.descent.descent import Descent
from gd_visualizer.descent.equation import DIGITS, equation
from gd_visualizer.descent.explanation.error import LOSS_WORDS
from gd_visualizer.descent.numerals import decimal_of, difference, fixed, number, table_column
from gd_visualizer.lesson.lesson import Phase
from gd_visualizer.lesson.message import Message, marked, message
from gd_visualizer.scene.reveal import ALL, Reveal
from gd_visualizer.scene.strip import ASKED

COLUMNS = (
    marked("point"),
    marked("inputs"),
    marked("predicted"),
    marked("actual"),
    marked("error"),
)
_MOST_VALUES = 8  # of one point's inputs or outputs
_GAP = ", "
_MOST_DIGITS = 10
_WHOLE = message("mean + penalty = loss")
_EXACT = 0.0005
_MOST_MORE = 4


@dataclass(frozen=True)
class Sums:
    """The losses of all points added up, and their mean, which is the loss; with a penalty, mean
    and penalty are. ``lines`` are what a table says below its points, in words and numbers."""

    total: str
    loss: str
    lines: tuple[tuple[Message, str], ...]


def loss_word(descent: Descent) -> str:
    """What one point's loss is called."""
    return LOSS_WORDS[descent.lesson.loss.name]


def point_texts(
    descent: Descent, rows: Array, shown: Reveal = ALL, point: int = -1
) -> list[tuple[str, ...]]:
    """One tuple for each of ``rows`` (of the data, from 0), in the order of COLUMNS and the loss.

    A column's numbers share their digits; predicted and error have equally many. What is not
    ``shown`` is empty, or ? in the row ``point`` where it is asked for.
    """
    objective = descent.lesson.objective
    kept = objective.trace(descent.moment.theta, rows)
    inputs = _columns(objective.X[rows])
    actual = _columns(objective.y[rows])
    outputs = range(objective.y.shape[1])
    losses = table_column(kept.losses.sum(axis=1).tolist())
    pairs = [
        _pair(kept.predicted[:, k].tolist(), kept.errors[:, k].tolist(), losses)
        if len(outputs) == 1 and descent.lesson.loss is MEAN_SQUARED
        else table_column([*kept.predicted[:, k].tolist(), *kept.errors[:, k].tolist()])
        for k in outputs
    ]
    predicted = [pair[: len(rows)] for pair in pairs]
    errors = [pair[len(rows) :] for pair in pairs]
    texts: list[tuple[str, ...]] = []
    for k, row in enumerate(rows):
        value = ASKED if shown.asked == Phase.FORWARD and row == point else ""
        error = ASKED if shown.asked == Phase.ERROR and row == point else ""
        texts.append(
            (
                str(int(row) + 1),
                _joined(inputs, k),
                _joined(predicted, k) if shown.values else value,
                _joined(actual, k),
                _joined(errors, k) if shown.errors else error,
                losses[k] if shown.errors else "",
            )
        )
    return texts


def _pair(predicted: Sequence[float], errors: Sequence[float], losses: Sequence[str]) -> list[str]:
    """Texts of both, with as many decimals as it takes that each error's square is its loss as
    printed, up to a few more than usual."""
    texts = table_column([*predicted, *errors])
    decimals = len(texts[0].partition(".")[2])
    for more in range(_MOST_MORE):
        squares = [decimal_of(text) ** 2 for text in texts[len(predicted) :]]
        if all(map(_rounds_to, squares, losses)) or any("×" in text for text in texts):
            break
        texts = [fixed(value, decimals + more + 1) for value in (*predicted, *errors)]
    return texts


def _rounds_to(value: Decimal, text: str) -> bool:
    shown = decimal_of(text)
    exponent = shown.as_tuple().exponent
    unit = Decimal(1).scaleb(exponent if isinstance(exponent, int) else 0)
    return abs(value - shown) < unit / 2


def point_sums(descent: Descent) -> Sums:
    """Total and mean over all points at the current moment: total ÷ points = mean as printed."""
    objective, word = descent.lesson.objective, message(loss_word(descent))
    if objective.penalty is None:
        total, mean = _total_and_mean(descent.moment.loss, objective.points, DIGITS)
        lines = [(message("mean {loss} = loss", loss=word), mean)]
        loss = mean
    else:
        total, *texts = _with_penalty(descent)
        words = message("mean {loss}", loss=word), message("penalty"), _WHOLE
        lines, loss = list(zip(words, texts, strict=True)), texts[-1]
    if objective.points > 1:
        lines.insert(0, (message("total {loss}", loss=word), total))
    return Sums(total, loss, tuple(lines))


def _total_and_mean(mean: float, points: int, digits: int) -> tuple[str, str]:
    if not np.isfinite(mean * points):
        return number(mean * points), number(mean)
    made = equation(Quotient(Value(mean * points), Value(points)), mean, digits)
    return number(mean * points, made.digits), made.result


def _with_penalty(descent: Descent) -> tuple[str, str, str, str]:
    """Total, mean, penalty and loss, with as many digits as it takes that mean + penalty = loss
    and total ÷ points = mean, as printed."""
    objective, theta = descent.lesson.objective, descent.moment.theta
    mean, price = objective.mean_at(theta), objective.penalty_at(theta)
    whole = equation(Sum((Value(mean), Value(price))), descent.moment.loss)
    total, shown = _total_and_mean(mean, objective.points, whole.digits)
    while shown != number(mean, whole.digits) and whole.digits < _MOST_DIGITS:
        whole = equation(whole.expression, descent.moment.loss, whole.digits + 1)
        total, shown = _total_and_mean(mean, objective.points, whole.digits)
    return total, number(mean, whole.digits), number(price, whole.digits), whole.result


def prediction(descent: Descent, point: int) -> tuple[str, str, str]:
    """Predicted, actual and error at ``point`` (from 0), as the diagram says them; of several
    outputs, all."""
    objective = descent.lesson.objective
    kept = objective.trace(descent.moment.theta, np.array([point]))
    pairs = zip(kept.predicted[0].tolist(), objective.y[point].tolist(), strict=True)
    columns = zip(*(difference(p, t, _EXACT) for p, t in pairs), strict=True)
    predicted, actual, error = (_GAP.join(texts[:_MOST_VALUES]) for texts in columns)
    return predicted, actual, error


def _columns(values: Floats) -> list[list[str]]:
    return [
        table_column(values[:, k].tolist()) for k in range(min(values.shape[1], _MOST_VALUES + 1))
    ]


def _joined(columns: Sequence[Sequence[str]], row: int) -> str:
    shown = _GAP.join(texts[row] for texts in columns[:_MOST_VALUES])
    return shown + (" …" if len(columns) > _MOST_VALUES else "")


def point_values(descent: Descent) -> tuple[list[str], Floats]:
    """Names of columns and exact numbers (points, columns) of the whole table."""
    objective = descent.lesson.objective
    kept = objective.trace(descent.moment.theta)
    outputs = objective.y.shape[1]

    def numbered(word: str, count: int) -> list[str]:
        return [word] if count == 1 else [f"{word}_{k + 1}" for k in range(count)]

    names = [
        *numbered("input", objective.X.shape[1]),
        *numbered("predicted", outputs),
        *numbered("actual", outputs),
        *numbered("error", outputs),
        "loss",
    ]
    values = np.column_stack(
        [objective.X, kept.predicted, objective.y, kept.errors, kept.losses.sum(axis=1)]
    )
    return names, values
