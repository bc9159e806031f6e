"""What nodes, errors and actual values say in the diagram, and in letters of which size.

A node is as large whatever it says: a long number is set smaller, and then with fewer digits.
"""

from collections.abc import Iterable, Iterator
from math import isfinite, sqrt
from typing import NamedTuple

import numpy as np
from msgspec import Struct

from gd_visualizer.core.network.chain_rule import Trace
from gd_visualizer.descent.explanation.printed import Printed
from gd_visualizer.drawing.typeface import CAPITAL, Weight, width_of
from gd_visualizer.text.numerals import number, scientific
from gd_visualizer.text.speech import Speech

LARGEST = 0.72  # font size, in radii
_LONG = "−0.1234"  # what a node has room for in the smallest letters
_RIM, _LEAST_RIM = 0.18, 0.1  # of half a node's height, between its number and its rim
_FEWER_DIGITS = (3, 2, 1)


class Inside(NamedTuple):
    """The room for a number: ``wide`` and ``high`` from its middle to its rim, with half circles at
    its sides if it is ``round``; letters are ``least`` to ``largest`` px."""

    wide: float
    high: float
    least: float
    largest: float
    round: bool = True
    weight: Weight = "bold"

    def size(self, text: str) -> float:
        """The letters in which ``text`` lies well inside; where these are too small to be read,
        those in which it just does."""
        found = self._size(text, _RIM)
        return found if found >= self.least else min(self._size(text, _LEAST_RIM), self.least)

    def _size(self, text: str, rim: float) -> float:
        half, tall, far = width_of(text, 1.0, self.weight) / 2, CAPITAL / 2, self.high * (1 - rim)
        straight = self.wide - self.high
        most = min((straight + far) / half, far / tall, self.largest)
        if not self.round or most * half <= straight:
            return most
        # A corner of the number lies on a circle around the end of the straight part.
        both = half**2 + tall**2
        root = sqrt(max(both * far**2 - (tall * straight) ** 2, 0.0))
        return min(most, (half * straight + root) / both)


class NodeTexts(Struct, frozen=True):
    """The values of each layer, and the errors of the last one; ``actual`` are texts already."""

    layers: list[list[float]]
    errors: list[float]
    actual: list[str]
    printed: Printed
    speech: Speech

    def fitted(self, value: float, inside: Inside) -> tuple[str, float]:
        """A number as it is printed where that can be read ``inside``, else with fewer digits; and
        the size of its letters."""
        return fitted(shorter(value, self.printed), inside, self.speech)


def fitted(texts: Iterable[str], inside: Inside, speech: Speech) -> tuple[str, float]:
    """The first of the numbers that can be read ``inside``, else the one in the largest letters;
    and the size of its letters."""
    found = "", 0.0
    for text in texts:
        size = inside.size(speech.number(text))
        if size >= inside.least:
            return text, size
        found = max(found, (text, size), key=lambda one: one[1])
    return found


def shorter(value: float, printed: Printed) -> Iterator[str]:
    """A number as it is printed, then with ever fewer digits."""
    yield printed.text(value)
    for digits in _FEWER_DIGITS if isfinite(value) else ():
        yield number(value, digits)
        yield scientific(value, digits)


def node_texts(kept: Trace, actual: np.ndarray, printed: Printed, speech: Speech) -> NodeTexts:
    """For the one point of ``kept`` (of N = 1), whose actual values are (outputs,)."""
    return NodeTexts(
        [values[0].tolist() for values in kept.values],
        kept.errors[0].tolist(),
        [printed.text(float(t)) for t in actual],
        printed,
        speech,
    )


def width_for(radius: float, least: float, most: float) -> float:
    """Half the width of nodes in which long numbers can be read: circles where these have room,
    else wider, up to ``most``."""
    half, tall, far = width_of(_LONG, least, "bold") / 2, CAPITAL / 2 * least, radius * (1 - _RIM)
    if tall >= far:
        return radius
    return max(radius, min(half + radius - sqrt(far**2 - tall**2), most))
