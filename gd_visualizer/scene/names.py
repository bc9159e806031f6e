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
