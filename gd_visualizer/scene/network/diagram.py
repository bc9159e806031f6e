"""The network as a diagram: where nodes, edges, weight boxes and captions lie, and what they say.

Lengths are in the units of ``width`` and ``height``, y grows downwards.
"""

from collections.abc import Sequence
from itertools import pairwise

import numpy as np
from msgspec.structs import replace

from gd_visualizer.descent.explanation.printed import Printed
from gd_visualizer.descent.explanation.values import StepValues, settled_trace
from gd_visualizer.descent.state.descent import Descent
from gd_visualizer.drawing.frame import Audience, Frame
from gd_visualizer.lesson.lesson import Phase
from gd_visualizer.scene.explanation.moment_lines import printed_moment
from gd_visualizer.scene.explanation.parts import ASKED
from gd_visualizer.scene.network.captions import captions
from gd_visualizer.scene.network.edges import edges
from gd_visualizer.scene.network.labelled import labelled
from gd_visualizer.scene.network.large_print import Readable, readable
from gd_visualizer.scene.network.node_texts import (
    LARGEST,
    Inside,
    NodeTexts,
    node_texts,
    width_for,
)
from gd_visualizer.scene.network.parts import Diagram, ErrorBox, Node
from gd_visualizer.scene.network.placing.places import Sizes, label_width
from gd_visualizer.scene.visibility import ALL, Visibility

_SMALLEST = {Audience.SCREEN: 1.0, Audience.PAPER: 0.6}  # ems, of letters
_SMALLEST_BOXED = {Audience.SCREEN: 1.0, Audience.PAPER: 0.6}
_BOXED_SHARES = 1.0, 0.88, 0.76  # of those, rather than leave a weight out
_BOXED = 0.68  # of a node's letters, those of a weight
_WIDEST = 0.42  # half a node's width at most, of the way to the next one
_LEAST_TEXT = 0.016  # of the height: smaller, a node's value could not be read
_LEAST_OF_ALL = 0.7  # of the smallest letters, those of a long value


def diagram(
    descent: Descent,
    point: int,
    frame: Frame,
    shown: Visibility = ALL,
    key: float = 0.0,
    printed: Printed | None = None,
    weight: str = "",
    values: StepValues | None = None,
) -> Diagram:
    """The network at the current moment and at ``point`` (a row of data, from 0), in a frame.

    Values are at least as large as ``key`` px where nodes have room for it. Places and sizes are
    the same whatever is ``shown``. ``printed`` says how numbers look; None: as on a picture of
    their own. ``weight`` is the selected one; of a step's ``values`` slopes stand at the edges.
    """
    width, height, smallest = frame.width, frame.height, _SMALLEST[frame.audience] * frame.em
    fit, theta = descent.lesson.fit, descent.moment.theta
    kept = settled_trace(descent.lesson, theta, np.array([point]))
    layers = fit.network.layers
    printed = printed_moment(descent, point) if printed is None else printed
    texts = node_texts(kept, fit.y[point], printed, frame.speech)
    boxed = _SMALLEST_BOXED[frame.audience] * frame.em
    sizes = [share * boxed for share in _BOXED_SHARES]
    rooms = [label_width(descent.lesson, frame.speech, size) for size in sizes]
    large = readable(layers, width, height, key, rooms) if key else None
    columns = large.columns if large else _columns(layers, width)
    radius = large.radius if large else _radius(columns, height, layers[0])
    legible = max(height * _LEAST_TEXT, smallest * _LEAST_OF_ALL)
    nodes = _nodes(layers, texts, columns, radius, height, legible, large)
    outputs = nodes[-layers[-1] :]
    size = radius * LARGEST
    boxes = _error_boxes(outputs, texts, columns, width, legible, large)
    side = min(height, width * 0.6)
    words = max(min(max(size * 0.62, side * 0.03), side * 0.046), smallest)
    lines = edges(descent, nodes, size)
    said = captions(descent, nodes, lines, boxes, texts.actual, words, printed, frame)
    made = Diagram(nodes, lines, boxes, said)
    letters = Sizes(max(size * _BOXED, smallest), sizes[0], sizes[-1])
    made = labelled(made, descent, weight, frame, letters, printed, values)
    return veiled(made, shown)


def _nodes(
    layers: Sequence[int],
    texts: NodeTexts,
    columns: Sequence[float],
    radius: float,
    height: float,
    legible: float,
    large: Readable | None,
) -> tuple[Node, ...]:
    """Every layer's column of nodes; all of a layer with their values, or none."""
    most = _WIDEST * min(b - a for a, b in pairwise(columns))
    found: list[Node] = []
    alike = min(_column(count, radius, height)[0] for count in layers)
    for layer, count in enumerate(layers):
        r, ys = _column(count, radius, height)
        if large:
            r = alike
            inside = Inside(large.wide, r, large.least, max(r * LARGEST, large.key))
        else:
            inside = Inside(width_for(r, legible, most), r, legible, r * LARGEST)
        said = _written(texts, texts.layers[layer], inside)
        wide = inside.wide if inside.wide > r else 0.0
        found += [
            Node(layer, k, columns[layer], y, r, text, size, wide)
            for k, (y, (text, size)) in enumerate(zip(ys, said, strict=True))
        ]
    return tuple(found)


def _written(texts: NodeTexts, values: Sequence[float], inside: Inside) -> list[tuple[str, float]]:
    """The numbers of a column, and the size of their letters; "" and 0 where none could be read."""
    if inside.size("0") < inside.least:
        return [("", 0.0)] * len(values)
    return [texts.fitted(value, inside) for value in values]


def veiled(picture: Diagram, shown: Visibility) -> Diagram:
    """Without what may not be seen yet; with a ? where it is asked for."""
    if shown.values and shown.errors:
        return picture
    value = ASKED if shown.asked == Phase.FORWARD else ""
    error = ASKED if shown.asked == Phase.ERROR else ""
    nodes, errors = picture.nodes, picture.errors
    if not shown.values:
        nodes = tuple(_with_value(node, value) if node.layer else node for node in nodes)
    if not shown.errors:
        errors = tuple(replace(box, text=error, size=_mark_size(box)) for box in errors)
    return replace(picture, nodes=nodes, errors=errors)


def _with_value(node: Node, text: str) -> Node:
    return replace(node, text=text, size=node.radius * 0.72 if text else node.size)


def _mark_size(box: ErrorBox) -> float:
    return box.half * 0.75


def _columns(layers: Sequence[int], width: float) -> list[float]:
    """The x of each layer and, last, of the errors."""
    left, right = width * 0.13, width * (0.115 if len(layers) < 5 else 0.08)
    gaps = [1.0] * (len(layers) - 1) + [0.72 if len(layers) < 5 else 0.8]
    unit = (width - left - right) / sum(gaps)
    places = [left]
    for gap in gaps:
        places.append(places[-1] + gap * unit)
    return places


def _radius(columns: Sequence[float], height: float, inputs: int) -> float:
    beside = 0.64 if inputs <= 2 else 0.55  # inputs between two others are named at their left
    gaps = columns[1] - columns[0], columns[-1] - columns[-2]
    return min(height * 0.125, gaps[0] * 0.22, gaps[1] * 0.32, columns[0] * beside)


def _column(count: int, radius: float, height: float) -> tuple[float, list[float]]:
    """The radius of a layer's nodes and their y, centred."""
    usable = height - 2 * max(radius * 1.8, height * 0.1)
    gap = min(height * 0.47, usable / max(count - 1, 1))
    r = min(radius, gap * 0.38) if count > 1 else radius
    return r, [height / 2 + (i - (count - 1) / 2) * gap for i in range(count)]


def _error_boxes(
    outputs: Sequence[Node],
    texts: NodeTexts,
    columns: Sequence[float],
    width: float,
    least: float,
    large: Readable | None,
) -> tuple[ErrorBox, ...]:
    """Squares, wider where long numbers could not be read in them."""
    radius = outputs[0].radius
    half = radius * 0.92
    if large:
        least, largest = large.least, max(radius * LARGEST, large.key)
        inside = Inside(large.wide, half, least, largest, False)
    else:
        room = min(width - columns[-1], (columns[-1] - columns[-2]) - radius) * 0.86
        wide = min(max(half, width_for(radius, least, room)), room)
        inside = Inside(wide, half, least, radius * LARGEST, False)
    said = _written(texts, texts.errors, inside)
    return tuple(
        ErrorBox(
            columns[-1],
            node.y,
            half,
            inside.wide,
            text,
            size,
            columns[-2] + max(node.radius, node.wide),
        )
        for node, (text, size) in zip(outputs, said, strict=True)
    )


def node_value(descent: Descent, point: int, layer: int, node: int) -> float:
    """The value of one node at ``point``, exactly; all count from 0."""
    kept = descent.lesson.fit.trace(descent.moment.theta, np.array([point]))
    return float(kept.values[layer][0, node])
