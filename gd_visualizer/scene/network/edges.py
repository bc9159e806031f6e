"""The weights as lines between nodes.

Places depend on the layers and the area alone and are kept: from step to step only values change.
"""

from collections.abc import Sequence
from functools import lru_cache
from itertools import pairwise

import numpy as np

from gd_visualizer.core.network.network import Network, Parameter
from gd_visualizer.descent.state.descent import Descent
from gd_visualizer.scene.network.parts import Edge, Node
from gd_visualizer.scene.network.placing.labels import Circle, Line, circles

_THINNEST, _MOST_GROWTH = 0.25, 1.4


def edges(descent: Descent, nodes: Sequence[Node], size: float) -> tuple[Edge, ...]:
    """Every weight, in the order of theta, between ``nodes``. ``size`` is a node's font size, from
    which widths come."""
    network = descent.lesson.network
    weights, names, index = _weights(network)
    values = descent.moment.theta[index]
    # Widths are relative to the lesson's start: dragging one weight leaves the others alone.
    largest = float(np.abs(descent.lesson.start[index]).max()) or 1.0
    thickest = min(size * 0.22, 40.0 * size / len(weights))
    with np.errstate(all="ignore"):
        shares = np.minimum(np.abs(values) / largest, _MOST_GROWTH)
    least = min(size * 0.03, thickest * _THINNEST)
    thickness = np.maximum(least, thickest * (_THINNEST + (1 - _THINNEST) * shares))
    most = thickest
    lines = _lines(network.layers, circles(nodes))
    return tuple(
        Edge(name, *line, thick, most, negative, None)
        for name, line, thick, negative in zip(
            names, lines, thickness.tolist(), (values < 0).tolist(), strict=True
        )
    )


@lru_cache(maxsize=8)
def _weights(network: Network) -> tuple[tuple[Parameter, ...], tuple[str, ...], list[int]]:
    weights = tuple(p for p in network.parameters if p.source)
    return weights, tuple(p.name for p in weights), [p.index for p in weights]


@lru_cache(maxsize=8)
def _lines(layers: tuple[int, ...], nodes: tuple[Circle, ...]) -> tuple[Line, ...]:
    """From rim to rim, in the order of theta; ``nodes`` layer by layer."""
    found, first = [], 0
    for sources, targets in pairwise(layers):
        there = nodes[first + sources : first + sources + targets]
        found += [_line(a, b) for a in nodes[first : first + sources] for b in there]
        first += sources
    return tuple(found)


def _line(a: Circle, b: Circle) -> Line:
    dx, dy = b[0] - a[0] or 1e-6, b[1] - a[1]
    # Rims are ellipses where values need more than a circle.
    start = 1 / ((dx / a[3]) ** 2 + (dy / a[2]) ** 2) ** 0.5
    end = 1 / ((dx / b[3]) ** 2 + (dy / b[2]) ** 2) ** 0.5
    return a[0] + start * dx, a[1] + start * dy, b[0] - end * dx, b[1] - end * dy
