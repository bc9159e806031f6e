"""What parameters are called on screen: w with the subscripts that the network needs."""

from gd_visualizer.core.network import Network
from gd_visualizer.descent.numerals import number, subscript
from gd_visualizer.descent.section import Section
from gd_visualizer.lesson.lesson import Lesson
from gd_visualizer.lesson.message import Message, message

_LOW_COMMA = "‚"
PREDICTION = message("the prediction")
HIDDEN = message("the hidden node")
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


def node_name(network: Network, layer: int, node: int) -> Message:
    """What a node is called; ``layer`` and ``node`` count from 0, layer 0 is the input."""
    last, number = len(network.layers) - 1, subscript(node + 1)
    many = network.layers[layer] > 1
    if layer == 0:
        return message("input {x}", x=f"x{number}") if many else message("the input")
    if layer == last:
        return message("prediction {number}", number=str(node + 1)) if many else PREDICTION
    if last == 2:
        return message("hidden node {number}", number=str(node + 1)) if many else HIDDEN
    return message("layer {layer}, node {number}", layer=str(layer), number=str(node + 1))


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
    """The same in short."""
    name = along.names[place]
    return _DIRECTIONS[name] if along.plane else Message("{text}", {"text": label(network, name)})
