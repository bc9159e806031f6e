"""What the explanation says in the dark: the slopes at the current point and nothing else."""

from gd_visualizer.descent.explanation.printed import Printed
from gd_visualizer.descent.names import axis_label
from gd_visualizer.descent.state.state import State
from gd_visualizer.scene.explanation.parts import SLOPE_ROLE, Chip, Explanation, Sign
from gd_visualizer.text.message import message


def dark_explanation(state: State, numerals: Printed) -> Explanation:
    """The slopes along the axes of the surface, all that may be known in the dark."""
    along, network = state.section, state.descent.lesson.network
    slopes = along.slopes(state.descent.moment.gradient).tolist()
    row: list[Chip | Sign] = []
    for place, slope in enumerate(slopes):
        name = axis_label(along, network, place)
        parameter = along.names[place] if along.plane is None else ""
        words = message("slope along {axis}", axis=name)
        row.append(Chip(numerals.text(slope), words, SLOPE_ROLE, parameter=parameter))
    return Explanation(message("The slope under your feet"), message(""), tuple(row))
