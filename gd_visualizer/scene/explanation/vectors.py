"""Slopes and weights in brackets, as many as are worth reading at once."""

from gd_visualizer.core.network.network import Parameter
from gd_visualizer.descent.explanation.printed import Printed
from gd_visualizer.descent.explanation.slope_names import over
from gd_visualizer.descent.explanation.values import StepValues
from gd_visualizer.scene.explanation.parts import Vector
from gd_visualizer.text.message import Message, message

_MOST_IN_VECTOR = 6


def slope_vector(values: StepValues, parameter: Parameter, numerals: Printed) -> Vector | None:
    """All slopes, or those around ``parameter``; None where there is one weight only."""
    size = values.network.size
    if size == 1:
        return None
    first, cut = _window(size, parameter.index)
    shown = [numerals.text(v) for v in values.gradient[first : first + _MOST_IN_VECTOR].tolist()]
    rate = values.settings.rate.text
    note = message("next: each weight − {rate} × its slope", rate=rate)
    plain = values.settings.plain
    return Vector(
        _slopes(values),
        tuple(shown),
        lit=parameter.index - first,
        cut=cut,
        note=note if plain and values.lesson.view.descends else None,
    )


def _slopes(values: StepValues) -> Message:
    if values.lesson.objective.points == 1:
        return message("slopes")
    return message("slopes {over}", over=over(values))


def weight_vector(values: StepValues, parameter: Parameter, numerals: Printed) -> Vector | None:
    """The weights before and after the update; None where there is one weight only."""
    size = values.network.size
    if size == 1:
        return None
    first, cut = _window(size, parameter.index)
    part = slice(first, first + _MOST_IN_VECTOR)
    return Vector(
        message("weights"),
        tuple(map(numerals.text, values.theta[part].tolist())),
        tuple(map(numerals.text, values.after[part].tolist())),
        lit=parameter.index - first,
        cut=cut,
    )


def _window(size: int, index: int) -> tuple[int, bool]:
    """The first of the parameters that are shown around one of them, and whether some are not."""
    if size <= _MOST_IN_VECTOR:
        return 0, False
    return min(max(index - _MOST_IN_VECTOR // 2, 0), size - _MOST_IN_VECTOR), True
