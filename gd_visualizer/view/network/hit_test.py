"""What of the diagram is under the mouse."""

from PySide6.QtCore import QPointF

from gd_visualizer.descent.names import label, node_name
from gd_visualizer.descent.state.state import State
from gd_visualizer.drawing.hit import name_at
from gd_visualizer.drawing.shapes import Box, Drawing, Rect, Words
from gd_visualizer.scene.explanation.of_state import printed
from gd_visualizer.scene.network.diagram import node_value
from gd_visualizer.scene.network.parts import Edge
from gd_visualizer.scene.network.picture import NetworkPicture
from gd_visualizer.scene.visibility import visibility
from gd_visualizer.view.look.style import px
from gd_visualizer.view.text.translate import localize_numbers, translate_message

_GRAB = 22  # px around a handle; a finger needs as much


def weight_at(picture: NetworkPicture, place: QPointF) -> str:
    """The weight or bias whose box, slope, words or line are at ``place``; where nothing is, the
    nearest of them as far as a finger's tip reaches. "" for none."""
    found = name_at(picture.drawing, place.x(), place.y())
    if isinstance(found, tuple) and found[0] == "slope of":
        found = found[1]
    if isinstance(found, str) and found != "error":
        return found
    return _nearest(picture, place) if found is None else ""


def part_at(picture: NetworkPicture, place: QPointF) -> str:
    """inputs, predicted or error, where such a node is at ``place``; else nothing."""
    node = node_at(picture, place)
    if node is not None:
        return {0: "inputs", picture.diagram.nodes[-1].layer: "predicted"}.get(node[0], "")
    return "error" if name_at(picture.drawing, place.x(), place.y()) == "error" else ""


def node_at(picture: NetworkPicture, place: QPointF) -> tuple[int, int] | None:
    """The node (layer, index) at ``place``; None where there is none."""
    found = name_at(picture.drawing, place.x(), place.y())
    if isinstance(found, tuple) and isinstance(found[0], int):
        return found[0], found[1]
    return None


def rect_of(drawing: Drawing, name: str) -> Rect | None:
    """The box of a weight, or the words of a bias; None where neither is drawn."""
    boxes = [one for one in drawing.shapes if isinstance(one, Box | Words) and one.name == name]
    return boxes[-1].rect if boxes else None


def node_words(picture: NetworkPicture, state: State, place: QPointF) -> str:
    """What the node at ``place`` is, and an input's value, for which it may be too small;
    nothing where the sum stands beside it."""
    node = node_at(picture, place)
    if node is None or (node[0] and visibility(state).values):
        return ""
    descent = state.descent
    name = translate_message(node_name(descent.lesson.network, *node))
    if node[0]:
        return name
    value = node_value(descent, state.display.point, *node)
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


def _nearest(picture: NetworkPicture, place: QPointF) -> str:
    """The weight whose number is around ``place``, small as it may be; else the line nearest to it,
    of however many."""
    reach = px(_GRAB)
    away: dict[str, tuple[float, float]] = {}
    for one in picture.drawing.shapes:
        if isinstance(one, Box | Words) and isinstance(one.name, str) and one.name != "error":
            away[one.name] = _off(one.rect, place, reach), _off(one.rect, place)
    near = min(away, key=away.__getitem__, default="")
    if near and away[near][0] == 0:
        return near
    lines = {edge.name: _distance(edge, place) for edge in picture.diagram.edges}
    near = min(lines, key=lines.__getitem__, default="")
    return near if near and lines[near] <= reach else ""


def _off(rect: Rect, place: QPointF, reach: float = 0.0) -> float:
    """How far in px a place is from a rectangle, which has at least ``reach`` around its middle."""
    left, top, width, height = rect
    x = abs(place.x() - left - width / 2) - max(width / 2, reach)
    y = abs(place.y() - top - height / 2) - max(height / 2, reach)
    return max(x, y, 0.0)


def _distance(edge: Edge, place: QPointF) -> float:
    """From a place to the edge's line, in px."""
    dx, dy = edge.x2 - edge.x1, edge.y2 - edge.y1
    along = ((place.x() - edge.x1) * dx + (place.y() - edge.y1) * dy) / (dx * dx + dy * dy)
    along = min(max(along, 0.0), 1.0)
    x, y = edge.x1 + along * dx - place.x(), edge.y1 + along * dy - place.y()
    return float((x * x + y * y) ** 0.5)
