"""What nodes, errors and actual values say in the diagram, with as many digits as have room."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from gd_visualizer.core.chain_rule import Trace
from gd_visualizer.descent.numerals import difference, fixed, number
from gd_visualizer.scene.boxes import CHARACTER

_SPAN = 1.55  # of a circle's radius, as wide as a text may be inside it
_LARGEST = 0.72  # font size, in radii
_GOOD = 0.36  # of the radius: texts that would be smaller lose digits first
_SMALL = 0.22  # the same for numbers whose difference holds
_EXACT, _NEAR = 0.0005, 0.005
EXACT_WAYS = 2
Texts = list[str]


@dataclass(frozen=True)
class NodeTexts:
    """Ways to write each layer, the one with most digits first.

    ``errors`` and ``actual`` go with the ways of the last layer: predicted − actual = error holds
    as printed in each of them.
    """

    layers: list[list[Texts]]
    errors: list[Texts]
    actual: list[Texts]


def node_texts(kept: Trace, actual: np.ndarray) -> NodeTexts:
    """The texts for the one point of ``kept`` (of N = 1), whose actual values are (outputs,)."""
    layers = [
        [
            *([number(float(v), digits) for v in values[0]] for digits in (4, 3, 2, 1)),
            [fixed(float(v), 1) for v in values[0]],
        ]
        for values in kept.values
    ]
    pairs = list(zip(kept.predicted[0].tolist(), actual.tolist(), strict=True))
    ways = [[difference(p, t, exactness) for p, t in pairs] for exactness in (_EXACT, _NEAR)]
    for digits in (2, 1):  # where a node is too small for numbers whose difference holds
        ways.append(
            [(number(p, digits), number(t, 3), number(p - t, max(digits, 2))) for p, t in pairs]
        )
    layers[-1] = [[predicted for predicted, _t, _e in way] for way in ways]
    return NodeTexts(
        layers,
        [[error for _p, _t, error in way] for way in ways],
        [[text for _p, text, _e in way] for way in ways],
    )


def best_way(
    ways: Sequence[Texts], radius: float, least: float, good: float = 0.0, last: bool = False
) -> tuple[int, float]:
    """Which way to write a layer's nodes, and the font size; 0 where none can be read.

    Digits are left out rather than being written smaller than ``good``. Of the ``last`` layer's
    ways the first ones belong to an error that holds as printed.
    """
    sizes = [fitting(texts, radius) for texts in ways]
    good = max(least, _GOOD * radius, min(good, 0.5 * radius))
    exact = range(min(EXACT_WAYS, len(ways)))
    for k in exact if last else range(len(ways)):
        if sizes[k] >= good:
            return k, sizes[k]
    if last:  # rather small than not true, rather shorter than unreadable
        best = max(exact, key=sizes.__getitem__)
        if sizes[best] >= max(least, _SMALL * radius):
            return best, sizes[best]
    largest = max(range(len(ways)), key=sizes.__getitem__)
    return largest, sizes[largest] if sizes[largest] >= least else 0.0


def fitting(texts: Texts, radius: float) -> float:
    """The font size at which every text fits into a node."""
    longest = max(2, *map(len, texts))
    return min(radius * _LARGEST, _SPAN * radius / (CHARACTER * longest))
