"""What parameters are called on screen: w with the subscripts that the network needs."""

from typing import NamedTuple

from gd_visualizer.core.network.network import Network
from gd_visualizer.descent.state.section import Section
from gd_visualizer.lesson.lesson import Lesson
from gd_visualizer.text.message import Message, message, translatable
from gd_visualizer.text.numerals import number, subscript

_LOW_COMMA = "‚"


class _Words(NamedTuple):
    """A node's names: one of several, the only one; inputs, outputs, hidden; in deep networks."""

    input: str
    inputs: str
    output: str
    outputs: str
    hidden: str
    hiddens: str
    deep: str


_NODES = {
    "": _Words(
        translatable("input {x}"),
        translatable("the input"),
        translatable("prediction {number}"),
        translatable("the prediction"),
        translatable("hidden node {number}"),
        translatable("the hidden node"),
        translatable("layer {layer}, node {number}"),
    ),
    "at": _Words(
        translatable("at input {x}"),
        translatable("at the input"),
        translatable("at prediction {number}"),
        translatable("at the prediction"),
        translatable("at hidden node {number}"),
        translatable("at the hidden node"),
        translatable("at layer {layer}, node {number}"),
    ),
    "of": _Words(
        translatable("of input {x}"),
        translatable("of the input"),
        translatable("of prediction {number}"),
        translatable("of the prediction"),
        translatable("of hidden node {number}"),
        translatable("of the hidden node"),
        translatable("of layer {layer}, node {number}"),
    ),
    "through": _Words(
        translatable("through input {x}"),
        translatable("through the input"),
        translatable("through prediction {number}"),
        translatable("through the prediction"),
        translatable("through hidden node {number}"),
        translatable("through the hidden node"),
        translatable("through layer {layer}, node {number}"),
    ),
}
_DIRECTIONS = {
    "gradient": message("along the gradient"),
    "across": message("across the gradient"),
    "random 1": message("random direction 1"),
    "random 2": message("random direction 2"),
    "PC 1": message("path, first direction"),
    "PC 2": message("path, second direction"),
}


def label(network: Network, name: str) -> str:
    """``w``, ``w₂`` or ``w₁₂₁``: layer, from and to, each only where it tells weights apart."""
    parameter = network.parameter(name)
    layers = network.layers
    numbers = [parameter.layer] if network.depth > 1 else []
    if parameter.source and max(layers[:-1]) > 1:
        numbers.append(parameter.source)
    if max(layers[1:]) > 1:
        numbers.append(parameter.target)
    apart = _LOW_COMMA if max(layers) > 9 and len(numbers) > 1 else ""
    return name[0] + apart.join(map(subscript, numbers))


def node_name(network: Network, layer: int, node: int, how: str = "") -> Message:
    """What a node is called; ``layer`` and ``node`` count from 0, layer 0 is the input.

    ``how``: with "at", "of" or "through" before it, for languages that decline.
    """
    words, last = _NODES[how], len(network.layers) - 1
    many, number = network.layers[layer] > 1, str(node + 1)
    if layer == 0:
        return message(words.input, x=f"x{subscript(node + 1)}") if many else message(words.inputs)
    if layer == last:
        return message(words.output, number=number) if many else message(words.outputs)
    if last == 2:
        return message(words.hidden, number=number) if many else message(words.hiddens)
    return message(words.deep, layer=str(layer), number=number)


def axis_title(along: Section, network: Network, place: int) -> Message:
    """What the axis at ``place`` of a slice is called; a direction of the path with its share."""
    name = along.names[place]
    if along.plane is None:
        short = label(network, name)
        return (
            message("weight {name}", name=short)
            if name[0] == "w"
            else message("bias {name}", name=short)
        )
    if along.plane.shares is None:
        return _DIRECTIONS[name]
    share = number(100 * along.plane.shares[place], 2)
    return message("{direction} ({share} %)", direction=_DIRECTIONS[name], share=share)


def loss_title(lesson: Lesson) -> Message:
    """What an axis of losses is called: with a penalty, that it is in it."""
    return message("loss") if lesson.objective.penalty is None else message("loss with penalty")


def axis_label(along: Section, network: Network, place: int) -> Message:
    """``axis_title`` without the direction's share, for places with little room."""
    name = along.names[place]
    return _DIRECTIONS[name] if along.plane else Message("{text}", {"text": label(network, name)})
