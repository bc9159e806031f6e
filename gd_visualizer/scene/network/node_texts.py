"""What nodes, errors and actual values say in the diagram, and how large they can be written."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from gd_visualizer.core.network.chain_rule import Trace
from gd_visualizer.descent.explanation.printed import Printed
from gd_visualizer.text.numerals import letters

CHARACTER = 0.62  # width of a character, in font sizes
_SPAN = 1.55  # of a circle's radius, as wide as a text may be inside it
_LARGEST = 0.72  # font size, in radii
_GOOD = 0.36  # of the radius: for larger texts than a circle has room for, a node is wider
_TALLEST = 1.2  # font size in radii: taller letters stand out of a wider node too
_SIDE = 0.35  # left and right of a text, in font sizes
_TIGHT, _TIGHT_SIDE = 0.57, 0.2  # the same with nothing to spare, and a character's width
Texts = list[str]


@dataclass(frozen=True)
class NodeTexts:
    """The texts of each layer; ``errors`` and ``actual`` go with the last one."""

    layers: list[Texts]
    errors: Texts
    actual: Texts


def node_texts(kept: Trace, actual: np.ndarray, printed: Printed) -> NodeTexts:
    """The texts for the one point of ``kept`` (of N = 1), whose actual values are (outputs,)."""
    return NodeTexts(
        [[printed.text(float(v)) for v in values[0]] for values in kept.values],
        [printed.text(float(e)) for e in kept.errors[0]],
        [printed.text(float(t)) for t in actual],
    )


def room_for(texts: Sequence[str], radius: float, least: float, most: float) -> tuple[float, float]:
    """Half the width of a layer's nodes, and the font size; 0 where none could be read.

    Nodes are circles where their values are well read inside them, else wider, up to ``most``.
    """
    size, good = fitting(texts, radius), max(least, _GOOD * radius)
    if size >= good or good > _TALLEST * radius:
        return radius, size if size >= least else 0.0
    wide = min(half(texts, good), max(most, radius))
    size = max(size, min(good, wide / half(texts, 1.0)))
    return (wide, size) if size >= least else (radius, 0.0)


def fitting(texts: Sequence[str], radius: float) -> float:
    """The font size at which every text fits into a circle."""
    longest = max(2, *map(letters, texts))
    return min(radius * _LARGEST, _SPAN * radius / (CHARACTER * longest))


def half(texts: Sequence[str], size: float, spare: bool = True) -> float:
    """Half the width that the longest text needs; ``spare``: with room for a digit more or less."""
    longest = max(map(letters, texts))
    if not spare:
        return size * (_TIGHT * longest / 2 + _TIGHT_SIDE)
    return size * (CHARACTER * (longest | 1) / 2 + _SIDE)
