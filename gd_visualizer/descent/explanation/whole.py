"""A whole step in words and equations, as text."""

from gd_visualizer.descent.explanation import weight_path
from gd_visualizer.descent.explanation.error import error
from gd_visualizer.descent.explanation.forward import forward
from gd_visualizer.descent.explanation.line import Section
from gd_visualizer.descent.explanation.slopes import all_points, slopes
from gd_visualizer.descent.explanation.update import update
from gd_visualizer.descent.explanation.values import StepValues
from gd_visualizer.descent.explanation.weight_path import Fold
from gd_visualizer.descent.names import label
from gd_visualizer.text.message import Message, message

NOTHING = Fold()


def sections(values: StepValues, weight: str, fold: Fold = NOTHING) -> tuple[Section, ...]:
    """The four phases of the step, for one weight or bias by its name, but for what is in
    ``fold``."""
    parameter = values.network.parameter(weight)
    point = str(values.point + 1)
    several = values.lesson.objective.points > 1
    there = weight_path.forward_on_path(values, parameter) if fold.nodes else forward(values)
    back = (weight_path.slopes_on_path if fold.nodes else slopes)(values, parameter)
    found = [
        Section(_phase("Forward", point, several), there),
        Section(_phase("Error", point, several), error(values)),
        Section(_phase("Slopes", point, several), back),
    ]
    if several:
        title = "All points" if values.batch is None else "All points of this step"
        each = weight_path.first_points if fold.points else all_points
        found.append(Section(message(title), each(values, parameter)))
    rule = message("Update, by {optimizer}", optimizer=values.settings.optimizer)
    found.append(Section(rule, update(values, parameter)))
    return tuple(found)


def _phase(name: str, point: str, several: bool) -> Message:
    return message(name + ", point {point}", point=point) if several else message(name)


def as_text(values: StepValues, weight: str, whole: bool = False) -> str:
    """In English, a line for each equation; thousands of them only as a ``whole``."""
    parameter = values.network.parameter(weight)
    fold = NOTHING if whole else weight_path.fold(values, parameter)
    title = (
        f"{values.lesson.title}: step {values.number.english}, "
        f"the slope and the update of {label(values.network, weight)} ({weight})"
    )
    lines = [title]
    if any(fold):
        lines.append(weight_path.folded(values, parameter, fold).english)
    for section in sections(values, weight, fold):
        lines += ["", section.title.english, *(f"  {line.text}" for line in section.lines)]
    return "\n".join(lines) + "\n"
