"""The points as a table of texts: inputs, predicted, actual, error and the loss of each."""

from collections.abc import Sequence
from decimal import Decimal

import numpy as np
from msgspec import Struct

from gd_visualizer.core.arrays import Array, Floats
from gd_visualizer.core.network.chain_rule import Trace
from gd_visualizer.descent.explanation.expressions.expression import (
    Expression,
    Value,
    minus,
    squared,
)
from gd_visualizer.descent.explanation.printed import Printed
from gd_visualizer.descent.explanation.values import settled_trace
from gd_visualizer.descent.state.descent import Descent
from gd_visualizer.lesson.lesson import Phase
from gd_visualizer.scene.explanation.moment_lines import printed_moment
from gd_visualizer.scene.explanation.parts import ASKED
from gd_visualizer.scene.visibility import ALL, Visibility
from gd_visualizer.text.message import Message, message, translatable
from gd_visualizer.text.numerals import decimal_of, fixed

COLUMNS = (
    translatable("point"),
    translatable("inputs"),
    translatable("predicted"),
    translatable("actual"),
    translatable("error"),
)
_MOST_VALUES = 8  # of one point's inputs or outputs
_GAP = ", "
_WHOLE = message("mean + penalty = loss")
_MOST_ZEROS = 4


class Sums(Struct, frozen=True):
    """The losses of all points added up, and their mean, which is the loss; with a penalty, mean
    and penalty are. ``lines`` are what a table says below its points, in words and numbers."""

    total: str
    loss: str
    lines: tuple[tuple[Message, str], ...]


def column_names(descent: Descent) -> tuple[str, ...]:
    """The heads of the columns before the loss; that the inputs are scaled, where they are."""
    scaled = translatable("scaled inputs")
    names = (scaled if name == "inputs" else name for name in COLUMNS)
    return tuple(names) if descent.lesson.data.scaled else COLUMNS


def loss_word(descent: Descent) -> str:
    """What one point's loss is called."""
    return descent.lesson.loss.words


def point_texts(
    descent: Descent,
    rows: Array,
    shown: Visibility = ALL,
    point: int = -1,
    printed: Printed | None = None,
) -> list[tuple[str, ...]]:
    """One tuple for each of ``rows`` (of the data, from 0), in the order of COLUMNS and the loss.

    Each number as ``printed`` (None: as on a picture of its own); short ones take zeros on to the
    decimals of their column. What is not ``shown`` is empty, or ? in the row ``point`` where it is
    asked for.
    """
    fit = descent.lesson.fit
    kept = settled_trace(descent.lesson, descent.moment.theta, rows)
    losses = kept.losses.sum(axis=1)
    printed = printed_moment(descent, max(point, 0)) if printed is None else printed
    printed = printed.with_lines(_lines(descent, kept, rows))
    inputs, actual = _columns(fit.X[rows], printed), _columns(fit.y[rows], printed)
    predicted, errors = _columns(kept.predicted, printed), _columns(kept.errors, printed)
    (loss,) = _columns(losses[:, np.newaxis], printed)
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
                loss[k] if shown.losses else "",
            )
        )
    return texts


def _lines(descent: Descent, kept: Trace, rows: Array) -> list[tuple[Expression, float]]:
    """What holds in each row of one output: predicted − actual = error, and its square."""
    if kept.errors.shape[1] > 1:
        return []
    found: list[tuple[Expression, float]] = []
    actual = descent.lesson.fit.y[rows, 0].tolist()
    columns = kept.predicted[:, 0].tolist(), actual, kept.errors[:, 0].tolist()
    for p, t, e in zip(*columns, strict=True):
        found.append((minus(Value(p), Value(t)), e))
        if descent.lesson.loss.squares == 1:
            found.append((squared(Value(e)), e * e))
    return found


def point_sums(descent: Descent, printed: Printed | None = None) -> Sums:
    """Total and mean over all points at the current moment: total ÷ points = mean as printed."""
    objective, moment = descent.lesson.objective, descent.moment
    printed = printed_moment(descent, 0) if printed is None else printed
    word, loss = message(loss_word(descent)), printed.text(moment.loss)
    mean = moment.loss
    lines = [(message("mean {loss} = loss", loss=word), loss)]
    if objective.penalty is not None:
        mean, price = objective.mean_at(moment.theta), objective.penalty_at(moment.theta)
        words = message("mean {loss}", loss=word), message("penalty"), _WHOLE
        lines = list(zip(words, (printed.text(mean), printed.text(price), loss), strict=True))
    total = printed.text(mean * objective.points)
    if objective.points > 1:
        lines.insert(0, (message("total {loss}", loss=word), total))
    return Sums(total, loss, tuple(lines))


def prediction(descent: Descent, point: int, printed: Printed) -> tuple[str, str, str]:
    """Predicted, actual and error at ``point`` (from 0), as the diagram says them; of several
    outputs, all."""
    kept = settled_trace(descent.lesson, descent.moment.theta, np.array([point]))
    columns = kept.predicted[0], descent.lesson.fit.y[point], kept.errors[0]
    predicted, actual, error = (
        _GAP.join(map(printed.text, values.tolist()[:_MOST_VALUES])) for values in columns
    )
    return predicted, actual, error


def _columns(values: Floats, printed: Printed) -> list[list[str]]:
    shown = range(min(values.shape[1], _MOST_VALUES + 1))
    return [_column(values[:, k].tolist(), printed) for k in shown]


def _column(values: Sequence[float], printed: Printed) -> list[str]:
    """Numbers below one another: the exact ones with zeros up to the decimals of the others."""
    texts = [printed.text(value) for value in values]
    decimals = max((len(text.partition(".")[2]) for text in texts), default=0)
    if decimals > _MOST_ZEROS or any("×" in text or not text[-1].isdigit() for text in texts):
        return texts
    return [
        fixed(value, decimals) if decimal_of(text) == Decimal(repr(value)) else text
        for value, text in zip(values, texts, strict=True)
    ]


def _joined(columns: Sequence[Sequence[str]], row: int) -> str:
    shown = _GAP.join(texts[row] for texts in columns[:_MOST_VALUES])
    return shown + (" …" if len(columns) > _MOST_VALUES else "")


def point_values(descent: Descent) -> tuple[list[str], Floats]:
    """Names of columns and exact numbers (points, columns) of the whole table."""
    fit = descent.lesson.fit
    kept = fit.trace(descent.moment.theta)
    outputs = fit.y.shape[1]

    def numbered(word: str, count: int) -> list[str]:
        return [word] if count == 1 else [f"{word}_{k + 1}" for k in range(count)]

    names = [
        *numbered("input", fit.X.shape[1]),
        *numbered("predicted", outputs),
        *numbered("actual", outputs),
        *numbered("error", outputs),
        "loss",
    ]
    values = np.column_stack([fit.X, kept.predicted, fit.y, kept.errors, kept.losses.sum(axis=1)])
    return names, values
