"""What is written of a weight's slope."""

import numpy as np

from gd_visualizer.core.network.network import Network, Parameter
from gd_visualizer.descent.explanation.equation import settled
from gd_visualizer.descent.explanation.printed import Printed
from gd_visualizer.descent.explanation.slope_names import over
from gd_visualizer.descent.explanation.slopes import gradient_of
from gd_visualizer.descent.explanation.update import stays
from gd_visualizer.descent.explanation.values import StepValues, step_values
from gd_visualizer.descent.state.state import State
from gd_visualizer.lesson.lesson import Phase
from gd_visualizer.scene.visibility import Visibility
from gd_visualizer.text.message import Message, message

_SINGLE = 3  # weights, whose slopes are all called so


def told_values(state: State, shown: Visibility) -> StepValues | None:
    """Of the step whose slopes stand at the edges, as far as it is ``shown``; None: none do."""
    told = shown.slopes and shown.asked != Phase.SLOPES
    return step_values(state.descent, state.display.point) if told else None


def slope_text(
    values: StepValues, parameter: Parameter, printed: Printed, selected: bool = False
) -> str:
    """The slope that moves a weight; ≈ 0 where it is nothing that any digit would show."""
    if stays(values, parameter):
        return "≈ 0"
    if selected:
        return printed.text(gradient_of(values, parameter))
    largest = float(np.abs(values.gradient).max())
    return printed.text(settled(float(values.gradient[parameter.index]), largest))


def slope_words(values: StepValues, slope: str, selected: bool) -> Message | None:
    """With its name, where that has room; None for one of many that is not ``selected``."""
    one = values.lesson.objective.points == 1
    if selected and not one:
        return message("slope {over}: {number}", over=over(values), number=slope)
    told = selected or (one and single(values.network))
    return message("slope {number}", number=slope) if told else None


def in_a_row(network: Network) -> bool:
    """Whether there is one node in each layer, and so one weight between any two."""
    return max(network.layers) == 1


def single(network: Network) -> bool:
    """Whether there are so few weights that each is told with its words."""
    return sum(bool(p.source) for p in network.parameters) <= _SINGLE
