"""What of the diagram is under the mouse."""

from PySide6.QtCore import QPointF

from gd_visualizer.descent.names import label, node_name
from gd_visualizer.descent.state.state import State
from gd_visualizer.scene.explanation.of_state import printed
from gd_visualizer.scene.network.diagram import node_value
from gd_visualizer.scene.network.parts import Diagram, Edge, Node
from gd_visualizer.scene.visibility import visibility
from gd_visualizer.view.network.paint import bias_rect, error_rect, rect_of
from gd_visualizer.view.text.translate import localize_numbers, translate_message

_GRAB = 7.0


def weight_at(picture: Diagram, place: QPointF) -> str:
    """The weight or bias whose box, words or line are at ``place``; else nothing."""
    for edge in picture.edges:
        if edge.box and rect_of(edge.box).contains(place):
            return edge.name
    for caption in picture.captions:
        if caption.name and bias_rect(caption).contains(place):
            return caption.name
    if node_at(picture, place) is not None:
        return ""
    near = min(picture.edges, key=lambda e: _distance(e, place), default=None)
    close = near and _distance(near, place) <= max(_GRAB, near.thickness / 2)
    return near.name if near and close else ""


def part_at(picture: Diagram, place: QPointF) -> str:
    """inputs, predicted or error, where such a node is at ``place``; else nothing."""
    node = node_at(picture, place)
    if node is not None:
        return {0: "inputs", picture.nodes[-1].layer: "predicted"}.get(node.layer, "")
    squares = [error_rect(error) for error in picture.errors]
    return "error" if any(square.contains(place) for square in squares) else ""


def node_at(picture: Diagram, place: QPointF) -> Node | None:
    """The node (layer, number) at ``place`` in px; None where there is none."""
    for node in picture.nodes:
        if (node.x - place.x()) ** 2 + (node.y - place.y()) ** 2 <= node.radius**2:
            return node
    return None


def node_words(picture: Diagram, state: State, place: QPointF) -> str:
    """Name and value of the node at ``place``, which may have no room inside it."""
    node = node_at(picture, place)
    if node is None:
        return ""
    descent = state.descent
    value = node_value(descent, state.display.point, node.layer, node.index)
    name = translate_message(node_name(descent.lesson.network, node.layer, node.index))
    return f"{name} = {localize_numbers(printed(state).text(value))}"


def described(state: State) -> str:
    """What is selected, for a screen reader."""
    descent, display = state.descent, state.display
    network = descent.lesson.network
    if display.node is None:
        value = float(descent.moment.theta[network.parameter(display.weight).index])
        return localize_numbers(f"{label(network, display.weight)} = {printed(state).text(value)}")
    name = translate_message(node_name(network, *display.node))
    if display.node[0] and not visibility(state).values:
        return name
    value = node_value(descent, display.point, *display.node)
    return f"{name} = {localize_numbers(printed(state).text(value))}"


def _distance(edge: Edge, place: QPointF) -> float:
    """From a place to the edge's line."""
    dx, dy = edge.x2 - edge.x1, edge.y2 - edge.y1
    along = ((place.x() - edge.x1) * dx + (place.y() - edge.y1) * dy) / (dx * dx + dy * dy)
    along = min(max(along, 0.0), 1.0)
    x, y = edge.x1 + along * dx - place.x(), edge.y1 + along * dy - place.y()
    return float((x * x + y * y) ** 0.5)
