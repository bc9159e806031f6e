"""What parameters are called on screen: w with the subscripts that the network needs."""

from gd_visualizer.core.network import Network
from gd_visualizer.descent.numerals import subscript

_LOW_COMMA = "‚"


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


def node_name(network: Network, layer: int, node: int) -> str:
    """What a node is called; ``layer`` and ``node`` count from 0, layer 0 is the input."""
    last = len(network.layers) - 1
    word = "input" if layer == 0 else "predicted" if layer == last else f"layer {layer}, node"
    many = network.layers[layer] > 1 or 0 < layer < last
    return f"{word} {node + 1}" if many else word
