"""Forward: each node's sum and value, with its numbers."""

from gd_visualizer.descent.explanation.equation import equation
from gd_visualizer.descent.explanation.expressions.expression import Expression, Value, plus, times
from gd_visualizer.descent.explanation.expressions.formula import formula
from gd_visualizer.descent.explanation.line import Line
from gd_visualizer.descent.explanation.values import StepValues
from gd_visualizer.descent.names import node_name
from gd_visualizer.text.message import message, translatable


def forward(values: StepValues) -> tuple[Line, ...]:
    """The lines of every node's sum and value at the point, layer by layer."""
    layers = values.network.layers
    return tuple(
        line
        for layer in range(1, len(layers))
        for node in range(layers[layer])
        for line in node_lines(values, layer, node)
    )


def node_lines(values: StepValues, layer: int, node: int) -> tuple[Line, ...]:
    """A node's sum and, where its activation is not the identity, its value. ``layer`` ≥ 1."""
    total = node_sum(values, layer, node)
    bent = activation(values, layer, node)
    return (total,) if bent is None else (total, bent)


def node_sum(values: StepValues, layer: int, node: int) -> Line:
    """Σ value × weight, and the bias."""
    network = values.network
    W, b = network.unpack(values.theta)[layer - 1]
    terms: list[Expression] = [
        times(Value(values.node_value(layer - 1, k)), Value(float(W[k, node])))
        for k in range(network.layers[layer - 1])
    ]
    if b is not None:
        terms.append(Value(float(b[node])))
    plain = network.functions[layer - 1].straight
    label = "{at}" if plain else translatable("sum {at}")
    return Line(
        message(label, at=node_name(network, layer, node, "" if plain else "at")),
        equation(
            plus(terms),
            float(values.kept.sums[layer - 1][0, node]),
            settle=values.kept.sums[layer - 1][0, node] == 0,
        ),
        node=(layer, node),
    )


def activation(values: StepValues, layer: int, node: int) -> Line | None:
    """The node's activation of its sum; None for the identity."""
    function = values.network.functions[layer - 1]
    if function.straight:
        return None
    expression = formula(function.written, z=float(values.kept.sums[layer - 1][0, node]))
    return Line(
        message("value {of}", of=node_name(values.network, layer, node, "of")),
        equation(expression, values.node_value(layer, node), settle=False),
        node=(layer, node),
    )
