"""What is read at a place of the fit: the prediction there, and the point that is near."""

import numpy as np

from gd_visualizer.descent.names import node_name
from gd_visualizer.descent.state.state import State
from gd_visualizer.scene.explanation.of_state import printed
from gd_visualizer.scene.fit.cut import Node, forwarded, input_name, output_node, shown_axes
from gd_visualizer.scene.fit.editing import given, training_point
from gd_visualizer.scene.look.ticks import round_step
from gd_visualizer.scene.plot.area import Area
from gd_visualizer.scene.visibility import Visibility
from gd_visualizer.text.message import Message, joined, message
from gd_visualizer.text.numerals import fixed, number

_FINE = 200  # parts of an axis that a place is read in


def place_reading(
    state: State, area: Area, at: tuple[float, float], shown: Visibility, node: Node | None
) -> Message:
    """The inputs there, and what is predicted of them, or the value of a node."""
    axes = shown_axes(state)
    data = state.descent.lesson.data
    sides = area.x, area.y
    where = ", ".join(
        f"{input_name(data, axis)} = {_rounded(value, *side)}"
        for axis, value, side in zip(axes, at, sides, strict=False)
    )
    layer, index = output_node(state) if node is None else node
    if not shown.values:
        return message("{where}", where=where)
    value = _values(state, at, layer, index)
    if node is None:
        return message("{where}: predicted {value}", where=where, value=number(value, 3))
    name = node_name(state.descent.lesson.network, *node)
    return message("{where}: {name} {value}", where=where, name=name, value=number(value, 3))


def point_reading(state: State, row: int, shown: Visibility) -> Message:
    """A point by its number, its actual value, and as far as they may be seen, what is predicted
    and the error."""
    lesson, index = state.descent.lesson, output_node(state)[1]
    data, point = lesson.data, training_point(state, row)
    text = printed(state).text
    actual = text(float(data.y[row, index]))
    name = message("testing point") if point is None else message("point {n}", n=str(point + 1))
    parts: list[str | Message] = [name, ": ", message("actual {number}", number=actual)]
    with np.errstate(all="ignore"):
        X = data.given(data.X[[row]])
    predicted = float(forwarded(lesson.network, state.descent.moment.theta, X)[-1][0, index])
    if shown.values:
        parts += [", ", message("predicted {number}", number=text(predicted))]
    if shown.errors:
        error = predicted - float(data.y[row, index])
        parts += [", ", message("error {number}", number=text(error))]
    return joined(*parts)


def _values(state: State, at: tuple[float, float], layer: int, index: int) -> float:
    network, theta = state.descent.lesson.network, state.descent.moment.theta
    return float(forwarded(network, theta, given(state, at))[layer][0, index])


def _rounded(value: float, low: float, high: float) -> str:
    """To about a pixel."""
    step = round_step(high - low, _FINE)
    decimals = max(0, -int(np.floor(np.log10(step) + 1e-9)))
    return fixed(round(value / step) * step, decimals) if decimals <= 6 else number(value, 4)
