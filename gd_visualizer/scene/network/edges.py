"""The weights as lines between nodes, with a box on each where there is room.

Places depend on the layers and the area alone and are kept: from step to step only values change.
"""

from collections.abc import Sequence
from functools import lru_cache
from itertools import pairwise

import numpy as np

from gd_visualizer.core.network.network import Network, Parameter
from gd_visualizer.descent.explanation.printed import Printed
from gd_visualizer.descent.names import label
from gd_visualizer.descent.state.descent import Descent
from gd_visualizer.scene.network.parts import Edge
from gd_visualizer.scene.network.weight_labels import (
    Box,
    Circle,
    Line,
    Obstacles,
    box_size,
    place_boxes,
)

_MOST_BOXES = 16  # between two layers
_SMALLER = 1.0, 0.88, 0.76  # of the smallest letters, rather than no boxes
_THINNEST, _MOST_GROWTH = 0.25, 1.4


def edges(
    descent: Descent,
    off: Obstacles,
    size: float,
    smallest: tuple[float, float],
    printed: Printed,
) -> tuple[Edge, ...]:
    """Every weight, in the order of theta. ``size`` is a node's font size, from which widths and
    boxes come; boxes keep ``off`` what is there, and are never written below the first of
    ``smallest``, below the second one only where there would be none."""
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
    lines = _lines(network.layers, off.nodes)
    boxes = _boxes(descent, dict(zip(names, lines, strict=True)), off, size, smallest, printed)
    return tuple(
        Edge(name, *line, thick, negative, boxes.get(name))
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


def _boxes(
    descent: Descent,
    lines: dict[str, Line],
    off: Obstacles,
    size: float,
    smallest: tuple[float, float],
    printed: Printed,
) -> dict[str, Box]:
    """The boxes by the weights' names: all of those between two layers, or none of them."""
    network, theta = descent.lesson.network, descent.moment.theta
    weights = _weights(network)[0]
    layers = [[p for p in weights if p.layer == k + 1] for k in range(network.depth)]
    layers = [here for here in layers if len(here) <= _MOST_BOXES]
    floor, usual = smallest
    largest = max(size * 0.68, usual)
    share = 0.9 if usual else 0.5  # rather most of its line than too small to read
    values = {p.name: printed.text(float(theta[p.index])) for here in layers for p in here}
    named = {name: f"{label(network, name)} = {text}" for name, text in values.items()}
    for least in sorted({max(usual * less, floor) for less in _SMALLER}, reverse=True):
        if network.depth == 1 and len(weights) <= 3:
            wide = 0.78 if usual else 0.62
            found = _boxed(layers, named, lines, off, largest, wide, least)
            if found:
                return found
        found = _boxed(layers, values, lines, off, largest, share, least)
        if found:
            return found
    return {}


def _boxed(
    layers: Sequence[Sequence[Parameter]],
    texts: dict[str, str],
    lines: dict[str, Line],
    off: Obstacles,
    size: float,
    share: float,
    smallest: float,
) -> dict[str, Box]:
    """Boxes of one size that takes at most ``share`` of the shortest line; none if too small."""
    words = [[texts[p.name] for p in here] for here in layers]
    there = [[lines[p.name] for p in here] for here in layers]
    fits = [box_size(w, t, size, share) for w, t in zip(words, there, strict=True)]
    size = max(min(fits, default=0.0), 0.0)
    if size < smallest:
        return {}
    found: dict[str, Box] = {}
    for here, w, t in zip(layers, words, there, strict=True):
        placed = place_boxes(w, t, off, size, smallest)
        found |= {p.name: box for p, box in zip(here, placed or [], strict=False)}
    return found
