"""A whole step in words and equations, as text."""

from gd_visualizer.descent.explanation.error import error
from gd_visualizer.descent.explanation.forward import forward
from gd_visualizer.descent.explanation.line import Section
from gd_visualizer.descent.explanation.slopes import all_points, slopes
from gd_visualizer.descent.explanation.update import update
from gd_visualizer.descent.explanation.values import StepValues
from gd_visualizer.descent.names import label
from gd_visualizer.lesson.message import Message, message


def sections(values: StepValues, weight: str) -> tuple[Section, ...]:
    """The four phases of the step, for one weight or bias by its name."""
    parameter = values.network.parameter(weight)
    point = str(values.point + 1)
    several = values.lesson.objective.points > 1
    found = [
        Section(_phase("Forward", point, several), forward(values)),
        Section(_phase("Error", point, several), error(values)),
        Section(_phase("Slopes", point, several), slopes(values, parameter)),
    ]
    if several:
        title = "All points" if values.batch is None else "All points of this step"
        found.append(Section(message(title), all_points(values, parameter)))
    rule = message("Update, by {optimizer}", optimizer=values.settings.optimizer)
    found.append(Section(rule, update(values, parameter)))
    return tuple(found)


def _phase(name: str, point: str, several: bool) -> Message:
    return message(name + ", point {point}", point=point) if several else message(name)


def as_text(values: StepValues, weight: str) -> str:
    """In English, a line for each equation."""
    title = (
        f"{values.lesson.title}: step {values.row + 1}, "
        f"the slope and the update of {label(values.network, weight)} ({weight})"
    )
    lines = [title]
    for section in sections(values, weight):
        lines += ["", section.title.english, *(f"  {line.text}" for line in section.lines)]
    return "\n".join(lines) + "\n"
