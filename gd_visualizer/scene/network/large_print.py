"""A diagram's columns for the back row: nodes with room for usual values in large letters."""

from collections.abc import Sequence
from itertools import product

from msgspec import Struct

_MOST_NODES = 8
_SHARES = 1.0, 0.85, 0.72, 0.6  # of the font size that is asked for
_WIDES = 1.86, 1.72  # in font sizes: room for −24.5 in these letters, −0.1234 in 65 %
_NARROW = {1: 1.62}  # the same, by the nodes of the largest layer, for room between columns
_TALL = {1: 0.21, 2: 0.17}  # of the height, by the nodes of the largest layer
_LEAST_GAPS = 3.3, 2.6, 1.7, 1.2, 0.75, 0.45, 0.25  # between rims, in font sizes
_ERROR_GAP = 0.25  # the one before the errors, in shares of the others
_LONG = 0.65  # of a usual value's letters, those of a long one
_SIDES = 0.2  # left and right of all, in shares of a gap


class Readable(Struct, frozen=True):
    """Where the columns stand: ``columns`` are the x of the layers and of the errors, ``wide`` half
    the width of a node and of an error, ``gap`` what is between two nodes, ``key`` the font size of
    a usual value there, ``least`` that of long ones."""

    columns: list[float]
    radius: float
    wide: float
    gap: float
    key: float
    least: float


def readable(
    layers: Sequence[int], width: float, height: float, key: float, rooms: Sequence[float]
) -> Readable | None:
    """The columns for values of font size ``key``, with the first of the ``rooms`` between them, in
    px, that can be; for the last of those values may be somewhat smaller. None where values have no
    room."""
    if max(layers) > _MOST_NODES:
        return None
    tall = height * _TALL.get(max(layers), 0.34 / max(layers))
    wanted = [(1.0, room) for room in rooms[:-1]]
    wanted += [(share, room) for room in (*rooms[-1:], 0.0) for share in _SHARES]
    wides = *_WIDES, _NARROW.get(max(layers), 1.6)
    for (share, least), gap, ems in product(wanted, _LEAST_GAPS, wides):
        size = key * share
        found = _tried(len(layers), size * ems, min(tall, size * ems), width, size, _LONG * key)
        if found.gap >= max(gap * size, least):
            return found
    return None


def _tried(
    layers: int, wide: float, radius: float, width: float, key: float, long: float
) -> Readable:
    shares = layers - 1 + _ERROR_GAP + 2 * _SIDES
    gap = (width - 2 * (layers + 1) * wide) / shares
    first = gap * _SIDES + wide
    columns = [first + k * (2 * wide + gap) for k in range(layers)]
    error = columns[-1] + 2 * wide + gap * _ERROR_GAP
    return Readable([*columns, error], radius, wide, gap, key, long)
