"""The lines along one weight's path, where all of a large network's would be thousands."""

from typing import NamedTuple

from msgspec.structs import replace

from gd_visualizer.core.network.network import Network, Parameter
from gd_visualizer.descent.explanation.forward import node_lines
from gd_visualizer.descent.explanation.line import Line
from gd_visualizer.descent.explanation.slopes import (
    bends,
    mean_line,
    node_slope_lines,
    penalty_lines,
    slope_line,
)
from gd_visualizer.descent.explanation.values import LISTED, StepValues
from gd_visualizer.lesson.file.refusal import AND, counted, listed
from gd_visualizer.text.message import Message, message, translatable

MOST_LINES = 200  # of nodes, or of points, that are printed without being asked for


class Fold(NamedTuple):
    """What is left out: nodes off the weight's path, points after the first ones."""

    nodes: bool = False
    points: bool = False


def fold(values: StepValues, parameter: Parameter) -> Fold:
    """Whatever would take more lines than somebody reads."""
    return Fold(_node_lines(values.network, parameter) > MOST_LINES, len(values.rows) > MOST_LINES)


def _node_lines(network: Network, parameter: Parameter) -> int:
    """About as many lines as the nodes have in Forward and Slopes."""
    layers = network.layers
    behind = range(parameter.layer + 1, network.depth)
    return 2 * sum(layers[1:]) + sum(layers[at] * (layers[at + 1] + 2) for at in behind)


def forward_on_path(values: StepValues, parameter: Parameter) -> tuple[Line, ...]:
    """The nodes at the weight's two ends, and the predictions."""
    nodes = _nodes(values.network, parameter)
    return tuple(line for node in nodes for line in node_lines(values, *node))


def slopes_on_path(values: StepValues, parameter: Parameter) -> tuple[Line, ...]:
    """From the predictions to the node that the weight feeds; what lies between is given."""
    depth, outputs = values.network.depth, range(values.network.layers[-1])
    at = parameter.layer, parameter.target - 1
    ends = [(depth, node) for node in outputs] if parameter.layer < depth else []
    found = [
        line
        for node in (*ends, at)
        for line in (*node_slope_lines(values, *node), *bends(values, *node))
    ]
    found.append(slope_line(values, parameter))
    if values.lesson.objective.points == 1:
        found += penalty_lines(values, parameter)
    return tuple(found)


def first_points(values: StepValues, parameter: Parameter) -> tuple[Line, ...]:
    """The first points' slopes and the mean of all."""
    rows = values.rows[:LISTED].tolist()
    lines = [slope_line(replace(values, point=row), parameter) for row in rows]
    return (*lines, mean_line(values, parameter), *penalty_lines(values, parameter))


def folded(values: StepValues, parameter: Parameter, what: Fold) -> Message:
    """What is left out, and how to see it."""
    network = values.network
    parts = []
    if what.nodes:
        nodes = sum(network.layers[1:]) - len(_nodes(network, parameter))
        parts.append(
            counted(nodes, translatable("1 other node"), translatable("{count} other nodes"))
        )
    if what.points:
        points = len(values.rows) - LISTED
        parts.append(
            counted(points, translatable("1 more point"), translatable("{count} more points"))
        )
    words = translatable("Folded: the lines of {what}; 'explain … --all' prints them.")
    return message(words, what=listed(parts, AND))


def _nodes(network: Network, parameter: Parameter) -> list[tuple[int, int]]:
    """Where the weight comes from, unless that is an input, what it feeds, and the predictions."""
    ends = [(parameter.layer, parameter.target - 1)]
    if parameter.source and parameter.layer > 1:
        ends.insert(0, (parameter.layer - 1, parameter.source - 1))
    outputs = [(network.depth, node) for node in range(network.layers[-1])]
    return list(dict.fromkeys((*ends, *outputs)))
