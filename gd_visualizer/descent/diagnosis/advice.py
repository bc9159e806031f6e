"""Sentences on why the loss rose, and what would have helped."""

from decimal import ROUND_DOWN, Decimal
from weakref import WeakKeyDictionary

from gd_visualizer.core.objective.objective import Objective
from gd_visualizer.descent.diagnosis.rise import Cause, why_it_rose
from gd_visualizer.descent.rate.quadratic import equals, exact_curvature
from gd_visualizer.descent.state.descent import Descent
from gd_visualizer.text.message import Message, message, translatable
from gd_visualizer.text.numerals import number

_SAME = 1e-5
_CLOSE = 2e-6  # the limit is right to half of it
_DIGITS = 3


_known: "WeakKeyDictionary[Descent, tuple[Message, ...]]" = WeakKeyDictionary()


def advice(descent: Descent) -> tuple[Message, ...]:
    """Sentences on why the loss has risen at the cursor: the cause, and where the inputs are part
    of it, that they are. None where it has not risen, or nothing is known."""
    if descent not in _known:  # a sentence and its announcement ask, and it may take milliseconds
        cause = why_it_rose(descent)
        _known[descent] = _sentences(cause, descent.lesson.objective) if cause else ()
    return _known[descent]


def _sentences(cause: Cause, objective: Objective) -> tuple[Message, ...]:
    sentences = {
        "velocity": message("The velocity of earlier steps carries it uphill."),
        "average": message("The average of earlier slopes carries it uphill."),
        "decay": message("The weight decay raises it: without the decay it would have fallen."),
        "batch": message(
            "This step’s points slope another way than all {points} points.",
            points=objective.points,
        ),
    }
    first = sentences[cause.kind] if cause.kind in sentences else _too_big(cause, objective)
    if cause.spread is None:
        return (first,)
    words = translatable("Inputs differ in size {times}-fold: scaling them helps.")
    if objective.biased:
        words = translatable(
            "Inputs and the bias’s 1 differ in size {times}-fold: scaling the inputs helps."
        )
    return first, message(words, times=number(cause.spread, _DIGITS))


def overflow(descent: Descent) -> str:
    """In English, as part of a sentence: after which step the numbers overflow, and why."""
    words = f"the numbers are no longer finite after step {descent.row}"
    reasons = [sentence.english.rstrip(".") for sentence in advice(descent)]
    return "; ".join([words, *(reason[0].lower() + reason[1:] for reason in reasons)])


def _too_big(cause: Cause, objective: Objective) -> Message:
    limit = None if cause.limit is None else _rounded_down(cause.limit)
    if cause.curvature is None or not cause.curvature.critical_rate:
        if limit is None:
            return message("Too big a step: a smaller learning rate helps.")
        words = translatable("Too big a step: a rate below {limit} would have lowered the loss.")
        return message(words, limit=limit)
    rate, largest = cause.curvature.critical_rate, cause.curvature.largest
    exact = exact_curvature(objective, largest)
    critical = equals(2 / exact if exact else None, rate)
    if limit is None or cause.limit is None:
        return message("Too big a step: 2/λ {critical} here.", critical=critical)
    if abs(cause.limit / rate - 1) < _SAME:
        words = translatable(
            "Too big a step: a rate below 2/λ {critical} would have lowered the loss."
        )
        return message(words, critical=critical)
    words = translatable(
        "Too big a step: a rate below {limit} would have lowered the loss; 2/λ {critical} here."
    )
    return message(words, limit=limit, critical=critical)


def _rounded_down(rate: float) -> str:
    """So that a rate below what is printed does lower the loss."""
    exact = Decimal(rate * (1 + _CLOSE))
    place = Decimal(1).scaleb(exact.adjusted() - _DIGITS + 1)
    return number(float(exact.quantize(place, rounding=ROUND_DOWN)), _DIGITS)
