"""What the fit is over: which inputs, what the others stay at, which node, over which ranges."""

from collections.abc import Sequence
from functools import lru_cache

import numpy as np
from msgspec import Struct

from gd_visualizer.core.arrays import Floats, Ints
from gd_visualizer.core.network.chain_rule import forward
from gd_visualizer.core.network.network import Network
from gd_visualizer.descent.names import node_name
from gd_visualizer.descent.state.descent import Descent
from gd_visualizer.descent.state.section import Range
from gd_visualizer.descent.state.state import State
from gd_visualizer.lesson.data import Data
from gd_visualizer.lesson.lesson import Lesson
from gd_visualizer.scene.look.drawable import drawable, widened
from gd_visualizer.scene.look.ticks import round_step
from gd_visualizer.text.message import Message, message
from gd_visualizer.text.numerals import subscript

Node = tuple[int, int]  # layer and index, from 0
_MARGIN, _PARTS = 0.06, 16  # of what is shown, around it; the parts that it is rounded to
_STAGES = 0.25, 0.5  # spans of the actual values, that heights reach beyond them
_SLIGHT = 0.12  # of a span, that the usual room is enough for
_FAR_STAGES = *_STAGES, 1.0, 2.0, 4.0, 8.0, 16.0  # the same, for the predictions of now
_LOOKED_AT = 200  # points, whose predictions heights have room for


def shown_axes(state: State) -> tuple[int, ...]:
    """The inputs (from 0) along the axes, one or two."""
    return state.display.fit.axes(state.descent.lesson.network.layers[0])


def output_node(state: State) -> Node:
    """The output that is shown."""
    network = state.descent.lesson.network
    return network.depth, min(state.display.fit.output, network.layers[-1] - 1)


def shown_row(state: State) -> int:
    """The row of all data of the point that is shown."""
    return int(state.descent.lesson.data.rows[0][state.display.point])


def others_held(state: State) -> Floats:
    """The inputs (inputs,) of the point that is shown, in their own units."""
    held: Floats = state.descent.lesson.data.X[shown_row(state)]
    return held


def input_title(state: State, axis: int) -> Message:
    """What the axis of an input (from 0) is called."""
    data = state.descent.lesson.data
    return message("input {x}", x=input_name(data, axis)) if not data.inputs else _own(data, axis)


def input_name(data: Data, axis: int) -> str:
    """An input by its column's name, else x, or x with its number."""
    if data.inputs:
        return data.inputs[axis]
    return f"x{subscript(axis + 1)}" if data.X.shape[1] > 1 else "x"


def _own(data: Data, axis: int) -> Message:
    return Message("{text}", {"text": data.inputs[axis]})


def heights_title(state: State, node: Node) -> Message:
    """What the values of a node are called."""
    lesson, (layer, index) = state.descent.lesson, node
    if layer < lesson.network.depth:
        return node_name(lesson.network, layer, index)
    if lesson.data.targets:
        return Message("{text}", {"text": lesson.data.targets[index]})
    if lesson.network.layers[-1] == 1:
        return message("actual, predicted")
    return message("actual, {predicted}", predicted=node_name(lesson.network, layer, index))


class Held(Struct, frozen=True):
    """Ranges that stay while a point is dragged."""

    ranges: tuple[Range, ...]
    heights: Range


def input_ranges(state: State) -> tuple[Range, ...]:
    """The ranges of the axes' inputs, in their own units: of all points, rounded."""
    X = state.descent.lesson.data.X
    return tuple(around(X[:, axis]) for axis in shown_axes(state))


def around(values: Floats, more: Sequence[float] = ()) -> Range:
    """A range with room around ``values``, and up to ``more``, from one round number to another."""
    low, high = float(values.min()), float(values.max())
    if not drawable((low, high)):
        low, high = widened((low, high))
    if low == high:
        size = abs(low) or 1.0
        low, high = low - size / 2, high + size / 2
    side = _MARGIN * (high - low)
    low, high = min(low - side, *more, low), max(high + side, *more, high)
    if not np.isfinite(high - low) or not drawable((low, high)):
        return low, high
    step = round_step(high - low, _PARTS)
    return step * float(np.floor(low / step)), step * float(np.ceil(high / step))


def height_range(state: State, node: Node) -> Range:
    """Heights over one input: of all actual values, with some room for the predictions at the
    start, and for those of now, in few stages; the same while something is dragged."""
    descent = state.descent
    lesson = descent.lesson
    if node[0] < lesson.network.depth:
        return _of_node(descent, node)
    actual = lesson.data.y[:, node[1]]
    low, high = float(actual.min()), float(actual.max())
    span = (high - low) or abs(low) or 1.0
    below = above = 0.0
    for row in {0, descent.row}:
        seen = predictions(lesson, descent.timeline.theta(row))[:, node[1]]
        seen = seen[np.isfinite(seen)]
        if seen.size:
            with np.errstate(over="ignore"):
                off = (low - seen.min()) / span, (seen.max() - high) / span
            below = max(below, _stage(off[0], row == descent.row))
            above = max(above, _stage(off[1], row == descent.row))
    return around(actual, (low - below * span, high + above * span))


def _stage(spans: float, now: bool) -> float:
    if spans <= _SLIGHT:
        return 0.0
    stages = _FAR_STAGES if now else _STAGES
    return next((one for one in stages if one >= spans - 1e-9), stages[-1])


def _of_node(descent: Descent, node: Node) -> Range:
    """Of a hidden node, or an input: its values at the points."""
    X = descent.lesson.fit.X[:: max(len(descent.lesson.fit.X) // _LOOKED_AT, 1)]
    values = forwarded(descent.lesson.network, descent.moment.theta, X)[node[0]][:, node[1]]
    values = values[np.isfinite(values)]
    return around(values) if values.size else (0.0, 1.0)


def forwarded(network: Network, theta: Floats, X: Floats) -> list[Floats]:
    """The values of every layer at ``X`` (n, inputs), exactly."""
    with np.errstate(all="ignore"):
        return forward(network, theta, X)[1]


def predictions(lesson: Lesson, theta: Floats) -> Floats:
    """Predicted (n, outputs) at some of the points that train, for ranges."""
    return _predictions(lesson, theta.tobytes())


@lru_cache(maxsize=8)
def _predictions(lesson: Lesson, theta: bytes) -> Floats:
    X = lesson.fit.X
    some = X[:: max(-(-len(X) // _LOOKED_AT), 1)]
    return forwarded(lesson.network, np.frombuffer(theta), some)[-1]


def thinned_rows(rows: Ints, most: int) -> Ints:
    """Every so-manieth of ``rows``, ``most`` at most."""
    return rows[:: max(-(-len(rows) // most), 1)]
