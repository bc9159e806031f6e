"""A diagram's columns for the back row: nodes with room for usual values in large letters."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import product

_MOST_NODES = 8
_SHARES = 1.0, 0.85, 0.72, 0.6  # of the font size that is asked for
_WIDES = 1.86, 1.6  # in font sizes: room for −24.5 in these letters, for −0.1234 in 65 % of them
_TALL = {1: 0.21, 2: 0.17}  # of the height, by the nodes of the largest layer
_LEAST_GAPS = 3.3, 2.6, 1.7, 1.2, 0.75, 0.45, 0.25  # between rims, in font sizes
_ERROR_GAP = 0.25  # the one before the errors, in shares of the others
_SIDES = 0.2  # left and right of all, in shares of a gap


@dataclass(frozen=True)
class Readable:
    """Where the columns stand: ``columns`` are the x of the layers and of the errors, ``wide`` half
    the width of a node and of an error, ``gap`` what is between two nodes, ``key`` the font size of
    a usual value there."""

    columns: list[float]
    radius: float
    wide: float
    gap: float
    key: float


def readable(layers: Sequence[int], width: float, height: float, key: float) -> Readable | None:
    """The columns for values of font size ``key``, or somewhat smaller ones; None where they have
    no room."""
    if max(layers) > _MOST_NODES:
        return None
    tall = height * _TALL.get(max(layers), 0.34 / max(layers))
    for share, gap, ems in product(_SHARES, _LEAST_GAPS, _WIDES):
        size = key * share
        found = _tried(len(layers), size * ems, min(tall, size * ems), width, size)
        if found.gap >= gap * size:
            return found
    return None


def _tried(layers: int, wide: float, radius: float, width: float, key: float) -> Readable:
    shares = layers - 1 + _ERROR_GAP + 2 * _SIDES
    gap = (width - 2 * (layers + 1) * wide) / shares
    first = gap * _SIDES + wide
    columns = [first + k * (2 * wide + gap) for k in range(layers)]
    error = columns[-1] + 2 * wide + gap * _ERROR_GAP
    return Readable([*columns, error], radius, wide, gap, key)
