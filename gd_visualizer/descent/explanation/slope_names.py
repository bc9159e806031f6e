"""What a slope is called: at one point, over this step's points, over all points."""

from gd_visualizer.core.network.network import Parameter
from gd_visualizer.descent.explanation.values import StepValues
from gd_visualizer.descent.names import label
from gd_visualizer.text.message import Message, message


def at_point(values: StepValues, parameter: Parameter) -> Message:
    """At the point that is explained; where there is only one, it needs no name."""
    name = label(values.network, parameter.name)
    if values.lesson.objective.points > 1:
        return message("slope of {weight} {over}", weight=name, over=_at(values.point))
    if values.priced(parameter):
        return message("slope of {weight} without the penalty", weight=name)
    return message("slope of {weight}", weight=name)


def over_points(values: StepValues, parameter: Parameter) -> Message:
    """The mean over the points that make the step."""
    name = label(values.network, parameter.name)
    if values.lesson.objective.points == 1:
        return at_point(values, parameter)
    return message("slope of {weight} {over}", weight=name, over=over(values))


def that_moves(values: StepValues, parameter: Parameter) -> Message:
    """The one that the step is made of, the penalty's slope in it."""
    if values.priced(parameter):
        name = label(values.network, parameter.name)
        return message("slope of {weight} with the penalty", weight=name)
    return over_points(values, parameter)


def over(values: StepValues) -> Message:
    """Over which points a slope is that moves a weight."""
    if values.batch is None:
        return over_all(values.lesson.objective.points)
    if len(values.rows) == 1:
        return _at(int(values.rows[0]))
    return message("over this step’s {points} points", points=len(values.rows))


def over_all(points: int) -> Message:
    """Over all points, where there is more than one."""
    return message("over all {points} points", points=points)


def _at(point: int) -> Message:
    return message("at point {point}", point=str(point + 1))
