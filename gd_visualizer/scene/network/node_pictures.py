"""Each node's value over the inputs as a small picture, in the place of its number."""

from collections.abc import Sequence
from dataclasses import replace

import numpy as np

from gd_visualizer.core.arrays import Array
from gd_visualizer.descent.state.state import State
from gd_visualizer.drawing.frame import Frame
from gd_visualizer.drawing.shapes import Box, Clip, Paint, Path, Pen, Rect, Shape
from gd_visualizer.scene.fit.cut import shown_axes
from gd_visualizer.scene.fit.field import colored
from gd_visualizer.scene.fit.samples import every_node
from gd_visualizer.scene.fit.value_scale import ValueScale, output_scale, own_scale
from gd_visualizer.scene.network.parts import Diagram, Node
from gd_visualizer.scene.visibility import Visibility

_SIZES = {1: 81, 2: 40}  # samples a side
_ROUND = 0.12  # of a node's radius
_LINE = 0.13  # ems
_EDGES = {"ink": 0.19, "now": 0.26}  # ems
_LEAST = 0.35  # ems of a radius, below which nothing could be seen
_MARGIN = 0.12  # of a small curve's height, above and below it


def has_pictures(state: State) -> bool:
    """Whether there are nodes between the inputs and the outputs, that would show something new."""
    return state.descent.lesson.network.depth > 1


def with_pictures(state: State, made: Diagram, shown: Visibility) -> Diagram:
    """The diagram whose nodes show pictures instead of numbers, as far as values may be seen."""
    if not (state.display.fit.node_pictures and has_pictures(state)):
        return made
    last = made.nodes[-1].layer if shown.values else 0
    nodes = (replace(node, text="") if node.layer <= last else node for node in made.nodes)
    return replace(made, nodes=tuple(nodes), pictured=last)


def node_pictures(state: State, made: Diagram, frame: Frame, share: float) -> list[Shape]:
    """Those of a diagram; while values appear layer by layer, of a ``share`` of the layers."""
    if made.pictured is None:
        return []
    values = every_node(state, _SIZES[len(shown_axes(state))])
    last = min(share * made.nodes[-1].layer, made.pictured)
    shapes: list[Shape] = []
    for node in made.nodes:
        if node.layer <= last and node.radius >= _LEAST * frame.em:
            shapes += _picture(state, node, values[node.layer][node.index], frame)
    return shapes


def _picture(state: State, node: Node, values: Array, frame: Frame) -> Sequence[Shape]:
    wide, high = max(node.wide, node.radius), node.radius
    rect = node.x - wide, node.y - high, 2 * wide, 2 * high
    edge = Box(rect, None, _edge(state, node, frame), _ROUND * high, (node.layer, node.index))
    below = Box(rect, Paint("paper"))
    if values.ndim == 1:
        return below, Clip(rect, tuple(_curve(values, rect, frame))), edge
    scale = _scale(state, node, values)
    return below, Clip(rect, (colored(scale.indices(values), rect),)), edge


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
