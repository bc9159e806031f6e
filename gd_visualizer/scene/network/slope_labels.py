"""Slopes in the diagram: on the edges, and the three factors at their places."""

from collections.abc import Iterable
from dataclasses import dataclass, field, replace

import numpy as np

from gd_visualizer.core.arrays import Floats
from gd_visualizer.core.network.network import Network, Parameter
from gd_visualizer.descent.explanation.equation import settled
from gd_visualizer.descent.explanation.printed import Printed
from gd_visualizer.descent.explanation.slope_names import over
from gd_visualizer.descent.explanation.slopes import gradient_of, node_factors
from gd_visualizer.descent.explanation.update import stays
from gd_visualizer.descent.explanation.values import StepValues
from gd_visualizer.descent.names import label
from gd_visualizer.scene.network.parts import Arrow, Caption, Diagram, Edge, ErrorBox, Node, Note
from gd_visualizer.scene.network.weight_labels import (
    CHARACTER,
    Box,
    Circle,
    Line,
    Obstacles,
    Rectangle,
    circles,
    crosses,
    meet,
    place_beside,
    touches,
)
from gd_visualizer.text.message import Message, message
from gd_visualizer.text.numerals import letters

_MOST_EDGES = 24
_MOST_LINES = 64
_MOST_ARROWS = 4


@dataclass
class _Room:
    """What is taken already."""

    width: float
    height: float
    nodes: tuple[Circle, ...]
    taken: list[Rectangle] = field(default_factory=list)
    lines: list[Line] = field(default_factory=list)

    def place(self, options: Iterable[Rectangle], own: Line | None = None) -> Rectangle | None:
        """The first of the places that is free, and from now on taken; rather one that covers no
        line but its ``own``."""

        def covered(box: Rectangle) -> int:
            return sum(crosses(box, line) for line in self.lines if line != own)

        for box in sorted(options, key=covered):
            x, y, wide, high = box
            inside = (
                wide / 2 <= x <= self.width - wide / 2 and high / 2 <= y <= self.height - high / 2
            )
            if (
                inside
                and not any(meet(box, other, 1.0) for other in self.taken)
                and not any(touches(box, node) for node in self.nodes)
            ):
                self.taken.append(box)
                return box
        return None


def with_slopes(
    picture: Diagram,
    values: StepValues,
    weight: str,
    size: tuple[float, float],
    smallest: float,
    printed: Printed,
) -> Diagram:
    """``picture`` with all slopes that have room, the selected weight's and its factors first."""
    parameter = values.network.parameter(weight)
    room = _Room(*size, circles(picture.nodes), _boxes(picture))
    room.lines = [edge[1:5] for edge in picture.edges[:_MOST_LINES]]
    room.taken += [_error_room(error) for error in picture.errors]
    room.taken += [caption_room(caption) for caption in picture.captions]
    font = max(smallest, min(_edge_font(picture), picture.nodes[0].radius * 0.42))
    notes: list[Note] = []
    arrows: list[Arrow] = []
    selected = next((edge for edge in picture.edges if edge.name == weight), None)
    box = selected and (selected.box or _own_box(picture, values, selected, smallest, printed))
    if box:
        room.taken.append((box.x, box.y, box.width, box.height))
    if values.lesson.view.tells_factors:
        notes += _factor_notes(picture, values, parameter, room, font, arrows, printed)
    if box:
        rests = stays(values, parameter)
        text = "≈ 0" if rests else printed.text(gradient_of(values, parameter))
        line = selected[1:5] if selected else None
        notes += _edge_note(room, box, text, _named(values, text), font, weight, line)
    edges = [edge for edge in picture.edges if edge.box and edge.name != weight]
    few = len(edges) < 3
    for edge in edges[:_MOST_EDGES]:
        text = slope_text(values, values.network.parameter(edge.name), printed)
        if edge.box:
            words = _plain(text) if few and values.lesson.objective.points == 1 else None
            notes += _edge_note(room, edge.box, text, words, font, edge.name, edge[1:5], False)
    told = parameter.source and values.lesson.view.tells_factors
    source = (parameter.layer - 1, parameter.source - 1) if told else None
    return replace(picture, notes=tuple(notes), arrows=tuple(arrows), feeding=source)


def _plain(text: str) -> Message:
    return message("slope {number}", number=text)


def _named(values: StepValues, text: str) -> Message:
    if values.lesson.objective.points == 1:
        return _plain(text)
    return message("slope {over}: {number}", over=over(values), number=text)


def _boxes(picture: Diagram) -> list[Rectangle]:
    return [(e.box.x, e.box.y, e.box.width, e.box.height) for e in picture.edges if e.box]


def _error_room(error: ErrorBox) -> Rectangle:
    return error.x, error.y, 2 * error.wide, 2 * error.half


def _own_box(
    picture: Diagram, values: StepValues, edge: Edge, smallest: float, printed: Printed
) -> Box:
    """Of a weight that has a box only while it is selected."""
    words = own_words(values.network, values.theta, edge.name, printed)
    return place_beside(words, edge[1:5], _off(picture), 1.1 * smallest)


def _off(picture: Diagram) -> Obstacles:
    return Obstacles(circles(picture.nodes), tuple(map(caption_room, picture.captions)))


def own_words(network: Network, theta: Floats, name: str, printed: Printed) -> str:
    """What the box of a weight says that has a box only while it is selected or pointed at."""
    value = float(theta[network.parameter(name).index])
    return f"{label(network, name)} = {printed.text(value)}"


def slope_text(values: StepValues, parameter: Parameter, printed: Printed) -> str:
    """The slope that moves a weight; ≈ 0 where it is nothing that any digit would show."""
    if stays(values, parameter):
        return "≈ 0"
    largest = float(np.abs(values.gradient).max())
    return printed.text(settled(float(values.gradient[parameter.index]), largest))


def caption_room(caption: Caption) -> Rectangle:
    """The rectangle around a caption, a digit more in its number included."""
    wide = caption.size * CHARACTER * (letters(caption.words) | 3)  # room for a digit more
    x = caption.x - wide / 2 if caption.kind == "x" else caption.x
    return x, caption.y, wide, caption.size


def _edge_font(picture: Diagram) -> float:
    return min((edge.box.size * 0.82 for edge in picture.edges if edge.box), default=0.0)


def _edge_note(
    room: _Room,
    box: Box,
    text: str,
    words: Message | None,
    font: float,
    name: str,
    line: Line | None,
    selected: bool = True,
) -> list[Note]:
    """Right beside the weight's box, in ``words`` if those have room."""
    for named in (words, None) if words else (None,):
        wide, high = _extent(named.english if named else text, font)
        up, side = (box.height + high) / 2 + 1, (box.width + wide) / 2 + 2
        options = [
            (box.x + x, box.y + y, wide, high)
            for x, y in (
                (0, up),
                (0, -up),
                (side, 0),
                (-side, 0),
                (side * 0.6, up),
                (-side * 0.6, up),
                (side * 0.6, -up),
                (-side * 0.6, -up),
            )
        ]
        found = room.place(options, line)
        if found:
            return [Note(*found, text, font, "slope", name, selected, words=named)]
    return []


def _extent(text: str, font: float) -> tuple[float, float]:
    return font * (CHARACTER * letters(text) + 0.9), font * 1.5


def _factor_notes(
    picture: Diagram,
    values: StepValues,
    parameter: Parameter,
    room: _Room,
    font: float,
    arrows: list[Arrow],
    printed: Printed,
) -> list[Note]:
    """The slope at the node that the weight feeds, the activation's slope there, and before a
    hidden layer the slopes that the first one comes from."""
    layer, index = parameter.layer, parameter.target - 1
    at = {(node.layer, node.index): node for node in picture.nodes}
    notes: list[Note] = []
    slope, *bend = node_factors(values, layer, index)
    here = _node_note(room, at[layer, index], printed.text(slope), font)
    notes += here
    for factor in bend:
        notes += _beside(room, at[layer, index], f"× {printed.text(factor)}", font, "activation")
    if layer == values.network.depth or values.network.layers[layer + 1] > _MOST_ARROWS:
        return notes
    for k in range(values.network.layers[layer + 1]):
        text = printed.text(node_factors(values, layer + 1, k)[0])
        there = _node_note(room, at[layer + 1, k], text, font)
        notes += there
        if here and there:
            start, end = there[0], here[0]
            arrows.append(Arrow(start.x - start.width / 2, start.y, end.x + end.width / 2, end.y))
    return notes


def _node_note(room: _Room, node: Node, text: str, font: float) -> list[Note]:
    for words in (_plain(text), None):
        found = _beside(room, node, text, font, "loss", words)
        if found:
            return found
    return []


def _beside(
    room: _Room, node: Node, text: str, font: float, role: str, words: Message | None = None
) -> list[Note]:
    """Above the node, or below it, or at its corners."""
    wide, high = _extent(words.english if words else text, font)
    up = node.radius + high / 2 + 2
    corner, near = node.radius * 0.75 + wide / 2, node.radius * 0.75 + high / 2
    first = (0, -up) if role == "loss" else (0, up)
    options = [
        (node.x + x, node.y + y, wide, high)
        for x, y in (
            first,
            (corner, -near),
            (corner, near),
            (-corner, -near),
            (-corner, near),
            (0, -up),
            (0, up),
            (node.radius * 0.4, -up - high),
            (node.radius * 0.4, up + high),
        )
    ]
    found = room.place(options)
    if not found:
        return []
    return [Note(*found, text, font, role, node=(node.layer, node.index), words=words)]
