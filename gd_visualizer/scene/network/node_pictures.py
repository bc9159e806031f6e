"""Each node's value over the inputs as a small picture, in the place of its number."""

from collections.abc import Sequence
from itertools import pairwise

import numpy as np
from msgspec.structs import replace

from gd_visualizer.core.arrays import Array
from gd_visualizer.descent.state.state import State
from gd_visualizer.drawing.frame import Frame
from gd_visualizer.drawing.shapes import (
    Anchor,
    Box,
    Clip,
    Paint,
    Path,
    Pen,
    Rect,
    Shape,
    Words,
    words,
)
from gd_visualizer.scene.fit.cut import shown_axes
from gd_visualizer.scene.fit.field import colored
from gd_visualizer.scene.fit.samples import every_node
from gd_visualizer.scene.fit.value_scale import ValueScale, output_scale, own_scale
from gd_visualizer.scene.network.captions import caption_rect
from gd_visualizer.scene.network.edges import edges
from gd_visualizer.scene.network.parts import Diagram, Node
from gd_visualizer.scene.visibility import Visibility
from gd_visualizer.text.speech import Speech

_SIZES = {1: 81, 2: 40}  # samples a side
_OF_GAP = 0.46  # of the way to the next node of a column, half a picture's side
_APART, _LEAST_SHARE = 2.0, 0.75  # px to words; of a node's radius, half a side at least
_ROUND = 0.12  # of a node's radius
_LINE = 0.13  # ems
_EDGES = {"ink": 0.19, "now": 0.26}  # ems
_LEAST = 0.35  # ems of a radius, below which nothing could be seen
_MARGIN = 0.12  # of a small curve's height, above and below it


def has_pictures(state: State) -> bool:
    """Whether there are nodes between the inputs and the outputs, that would show something new."""
    return state.descent.lesson.network.depth > 1


def with_pictures(state: State, made: Diagram, shown: Visibility, speech: Speech) -> Diagram:
    """The diagram whose nodes show pictures instead of numbers, as far as values may be seen."""
    if not (state.display.fit.node_pictures and has_pictures(state)):
        return made
    last, half = made.nodes[-1].layer, _half_side(made, speech)
    pictured = last if shown.values else 0
    nodes = tuple(
        replace(one, wide=0.0, radius=half, text="" if one.layer <= pictured else one.text)
        for one in made.nodes
    )
    rims = edges(state.descent, nodes, 1.0)
    lines = zip(made.edges, rims, strict=True)
    ends = tuple(old._replace(x1=e.x1, y1=e.y1, x2=e.x2, y2=e.y2) for old, e in lines)
    outputs = [one for one in nodes if one.layer == last]
    boxes = tuple(
        replace(box, from_x=one.x + half) for box, one in zip(made.errors, outputs, strict=True)
    )
    return replace(made, nodes=nodes, edges=ends, errors=boxes, pictured=pictured)


def _half_side(made: Diagram, speech: Speech) -> float:
    """Of every picture, whatever the weights are: what is as wide as a node, leaves room between
    those of a column, and covers no caption."""
    radius = min(node.radius for node in made.nodes)
    wide = min(max(node.wide, node.radius) for node in made.nodes)
    gaps = (b.y - a.y for a, b in pairwise(made.nodes) if a.layer == b.layer)
    said = [caption_rect(one, speech) for one in made.captions]
    off = (_away(node, rect) - _APART for node in made.nodes for rect in said)
    return max(min([wide, *(_OF_GAP * gap for gap in gaps), *off]), _LEAST_SHARE * radius)


def _away(node: Node, rect: Rect) -> float:
    """Half the side of the largest square around a node that does not reach a rectangle."""
    left, top, width, height = rect
    across = abs(node.x - left - width / 2) - width / 2
    return max(across, abs(node.y - top - height / 2) - height / 2)


def node_pictures(state: State, made: Diagram, frame: Frame, share: float) -> list[Shape]:
    """Those of a diagram, and frames for those that may not be seen yet; while values appear layer
    by layer, a ``share`` of the layers has its own."""
    if made.pictured is None:
        return []
    values = every_node(state, _SIZES[len(shown_axes(state))])
    last = min(share * made.nodes[-1].layer, made.pictured)
    shapes: list[Shape] = []
    for node in made.nodes:
        if node.radius < _LEAST * frame.em:
            continue
        r = node.radius
        rect = node.x - r, node.y - r, 2 * r, 2 * r
        shapes.append(Box(rect, Paint("paper")))
        if node.layer <= last:
            shapes += _inside(state, node, values[node.layer][node.index], rect, frame)
        elif node.text:  # a question mark
            size = min(node.size, r)
            middle = Anchor.CENTER
            shapes.append(
                Words(node.x, node.y, words(node.text), size, Paint("ink"), "bold", middle)
            )
        name = (node.layer, node.index)
        shapes.append(Box(rect, None, _edge(state, node, frame), _ROUND * r, name))
    return shapes


def _inside(state: State, node: Node, values: Array, rect: Rect, frame: Frame) -> Sequence[Shape]:
    if values.ndim == 1:
        return (Clip(rect, tuple(_curve(values, rect, frame))),)
    scale = _scale(state, node, values)
    return (Clip(rect, (colored(scale.indices(values), rect),)),)


def _edge(state: State, node: Node, frame: Frame) -> Pen:
    role = "now" if state.display.node == (node.layer, node.index) else "ink"
    return Pen(Paint(role), _EDGES[role] * frame.em)


def _scale(state: State, node: Node, values: Array) -> ValueScale:
    lesson = state.descent.lesson
    if node.layer == lesson.network.depth:
        return output_scale(lesson.data, node.index)
    return own_scale(values)


def _curve(values: Array, rect: Rect, frame: Frame) -> list[Shape]:
    """The value over one input, in its own heights, with a line where it is 0."""
    finite = values[np.isfinite(values)]
    if not finite.size:
        return []
    low, high = min(float(finite.min()), 0.0), max(float(finite.max()), 0.0)
    span = (high - low) or 1.0
    left, top, width, height = rect
    low, span = low - _MARGIN * span, span * (1 + 2 * _MARGIN)

    def at(heights: Array) -> Array:
        return top + height - (heights.astype(np.float64) - low) / span * height

    xs = left + np.linspace(0, 1, len(values)) * width
    places = np.column_stack((xs, at(values)))
    zero = at(np.zeros(2))
    middle = np.column_stack(([left, left + width], zero))
    return [
        Path(middle, Pen(Paint("line"), 0.06 * frame.em)),
        Path(places[np.isfinite(places).all(axis=1)], Pen(Paint("factor_value"), _LINE * frame.em)),
    ]
