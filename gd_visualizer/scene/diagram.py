"""The network as a diagram: where nodes, edges, weight boxes and captions lie, and what they say.

Lengths are in the units of ``width`` and ``height``, y grows downwards.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from gd_visualizer.core.network import Parameter
from gd_visualizer.descent.descent import Descent
from gd_visualizer.descent.numerals import number
from gd_visualizer.scene.names import label

_PLACES = (0.5, 0.4, 0.6, 0.3, 0.7, 0.25, 0.75)
_APART = 0.3  # between two boxes, in heights of a box
_MOST_BOXES = 24
_CHARACTER = 0.62  # width of a character, in font sizes


@dataclass(frozen=True)
class Node:
    """A node: ``layer`` and ``index`` from 0; ``text`` is empty where there is no room."""

    layer: int
    index: int
    x: float
    y: float
    radius: float
    text: str
    size: float


@dataclass(frozen=True)
class Box:
    """A weight's box on its edge, around ``x``, ``y``."""

    x: float
    y: float
    width: float
    height: float
    text: str
    size: float


@dataclass(frozen=True)
class Edge:
    """A weight as a line; ``thickness`` by its size, dashed where it is negative."""

    name: str
    x1: float
    y1: float
    x2: float
    y2: float
    thickness: float
    negative: bool
    box: Box | None


@dataclass(frozen=True)
class Caption:
    """Words at a place: ``kind`` is input, predicted, error, actual or bias, ``text`` its value."""

    kind: str
    x: float
    y: float
    size: float
    text: str = ""


@dataclass(frozen=True)
class ErrorBox:
    """The error of one output, as a square around ``x``, ``y``."""

    x: float
    y: float
    half: float
    text: str
    size: float
    from_x: float


@dataclass(frozen=True)
class Diagram:
    """All that a picture of the network shows."""

    nodes: tuple[Node, ...]
    edges: tuple[Edge, ...]
    errors: tuple[ErrorBox, ...]
    captions: tuple[Caption, ...]


def diagram(descent: Descent, point: int, width: float, height: float) -> Diagram:
    """The network at the current moment and at ``point`` (a row of data, from 0)."""
    objective, theta = descent.lesson.objective, descent.moment.theta
    kept = objective.trace(theta, np.array([point]))
    layers = objective.network.layers
    columns = _columns(layers, width)
    radius = _radius(columns, height)
    size = radius * 0.72
    rows = [_rows(count, height, radius) for count in layers]
    nodes = tuple(
        Node(
            at,
            i,
            columns[at],
            y,
            _node_radius(radius, len(ys), height),
            *_fitting(number(float(kept.values[at][0, i]), 3), size, radius, len(ys), height),
        )
        for at, ys in enumerate(rows)
        for i, y in enumerate(ys)
    )
    edges = _edges(descent, nodes, size)
    errors = tuple(
        ErrorBox(
            columns[-1],
            y,
            node.radius * 0.92,
            *_fitting(number(float(kept.errors[0, i]), 3), size, radius, layers[-1], height),
            columns[-2] + node.radius,
        )
        for i, (y, node) in enumerate(zip(rows[-1], nodes[-layers[-1] :], strict=True))
    )
    actual = [number(float(value), 3) for value in objective.y[point]]
    captions = _captions(
        nodes, errors, layers, actual, min(max(size * 0.62, height * 0.03), height * 0.046)
    )
    return Diagram(nodes, edges, errors, tuple(captions))


def _columns(layers: Sequence[int], width: float) -> list[float]:
    """The x of each layer and, last, of the errors."""
    left, right = width * 0.185, width * (0.115 if len(layers) < 5 else 0.08)
    gaps = [1.0] * (len(layers) - 1) + [0.72 if len(layers) < 5 else 0.8]
    unit = (width - left - right) / sum(gaps)
    places = [left]
    for gap in gaps:
        places.append(places[-1] + gap * unit)
    return places


def _radius(columns: Sequence[float], height: float) -> float:
    return min(height * 0.125, (columns[1] - columns[0]) * 0.21, (columns[-1] - columns[-2]) * 0.32)


def _rows(count: int, height: float, radius: float) -> list[float]:
    """The y of each node of a layer, centred."""
    usable = height - 2 * max(radius * 1.75, height * 0.08)
    gap = min(height * 0.36, usable / max(count - 1, 1))
    return [height / 2 + (i - (count - 1) / 2) * gap for i in range(count)]


def _node_radius(radius: float, count: int, height: float) -> float:
    rows = _rows(count, height, radius)
    return min(radius, (rows[1] - rows[0]) * 0.38) if count > 1 else radius


def _fitting(text: str, size: float, radius: float, count: int, height: float) -> tuple[str, float]:
    """The text and its font size inside a node of a layer of ``count``; no text if too small."""
    r = _node_radius(radius, count, height)
    size = min(size, r * 0.8, 1.55 * r / (_CHARACTER * max(len(text), 2)))
    return (text, size) if size >= height * 0.016 else ("", size)


def _edges(descent: Descent, nodes: Sequence[Node], size: float) -> tuple[Edge, ...]:
    network, theta = descent.lesson.network, descent.moment.theta
    weights = [p for p in network.parameters if p.source]
    largest = max((abs(float(theta[p.index])) for p in weights), default=1.0) or 1.0
    at = {(n.layer, n.index): n for n in nodes}
    lines = [_line(at[p.layer - 1, p.source - 1], at[p.layer, p.target - 1]) for p in weights]
    boxes = _boxes(descent, weights, lines, size)
    thickest = min(size * 0.22, 40.0 * size / max(len(weights), 1))
    return tuple(
        Edge(
            p.name,
            *line,
            thickness=max(size * 0.03, thickest * (0.25 + 0.75 * abs(theta[p.index]) / largest)),
            negative=bool(theta[p.index] < 0),
            box=box,
        )
        for p, line, box in zip(weights, lines, boxes, strict=True)
    )


def _line(a: Node, b: Node) -> tuple[float, float, float, float]:
    length = ((b.x - a.x) ** 2 + (b.y - a.y) ** 2) ** 0.5
    x, y = (b.x - a.x) / length, (b.y - a.y) / length
    return a.x + x * a.radius, a.y + y * a.radius, b.x - x * b.radius, b.y - y * b.radius


Line = tuple[float, float, float, float]


def _boxes(
    descent: Descent, weights: Sequence[Parameter], lines: Sequence[Line], size: float
) -> list[Box | None]:
    """A box on each edge, where it covers no other box and as few other edges as can be."""
    if len(weights) > _MOST_BOXES:
        return [None] * len(weights)
    network, theta = descent.lesson.network, descent.moment.theta
    named = network.depth == 1 and len(weights) <= 3
    texts = [number(float(theta[p.index]), 3) for p in weights]
    if named:
        texts = [f"{label(network, p.name)} = {t}" for p, t in zip(weights, texts, strict=True)]
    longest = max(3, *map(len, texts))
    narrowest = min(line[2] - line[0] for line in lines)
    font = min(size * 0.68, narrowest * (0.62 if named else 0.5) / (_CHARACTER * longest))
    wide, high = font * (_CHARACTER * longest + 0.8), font * 1.75
    placed: list[Box] = []
    for text, line in zip(texts, lines, strict=True):
        options = [
            Box(_along(line, 0, t), _along(line, 1, t), wide, high, text, font) for t in _PLACES
        ]
        others = [other for other in lines if other is not line]
        placed.append(min(options, key=lambda box: _trouble(box, placed, others)))
    return list(placed)


def _along(line: Line, side: int, share: float) -> float:
    return line[side] + (line[side + 2] - line[side]) * share


def _trouble(box: Box, placed: Sequence[Box], lines: Sequence[Line]) -> int:
    """How much the box covers: other boxes weigh ten times as much as lines do."""
    covered = sum(
        abs(box.x - b.x) < (box.width + b.width) / 2 + _APART * box.height
        and abs(box.y - b.y) < (box.height + b.height) / 2 + _APART * box.height
        for b in placed
    )
    return 10 * covered + sum(_crosses(box, line) for line in lines)


def _crosses(box: Box, line: Line) -> bool:
    """Whether the line passes through the box (Liang and Barsky's clipping)."""
    x, y, dx, dy = line[0], line[1], line[2] - line[0], line[3] - line[1]
    start, end = 0.0, 1.0
    for d, room in (
        (-dx, x - (box.x - box.width / 2)),
        (dx, box.x + box.width / 2 - x),
        (-dy, y - (box.y - box.height / 2)),
        (dy, box.y + box.height / 2 - y),
    ):
        if d == 0 and room < 0:
            return False
        if d < 0:
            start = max(start, room / d)
        elif d > 0:
            end = min(end, room / d)
    return start < end


def _captions(
    nodes: Sequence[Node],
    errors: Sequence[ErrorBox],
    layers: Sequence[int],
    actual: Sequence[str],
    size: float,
) -> list[Caption]:
    captions = []
    inputs = [n for n in nodes if n.layer == 0]
    outputs = nodes[-layers[-1] :]
    if len(inputs) <= 8:
        for n in inputs:
            text = str(n.index + 1) if len(inputs) > 1 else ""
            captions.append(Caption("input", n.x - n.radius - size * 0.5, n.y, size, text))
    captions.append(
        Caption("predicted", outputs[0].x, outputs[0].y - outputs[0].radius - size * 0.85, size)
    )
    captions.append(Caption("error", errors[0].x, errors[0].y - errors[0].half - size * 0.85, size))
    if len(errors) <= 8:
        for e, text in zip(errors, actual, strict=True):
            captions.append(Caption("actual", e.x, e.y + e.half + size * 0.95, size, text))
    return captions
