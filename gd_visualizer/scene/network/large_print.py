"""A diagram's columns for the back row: values as large as asked, nodes as wide as they need."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import product

from gd_visualizer.scene.network.node_texts import NodeTexts, fitting, half

_MOST_NODES = 8
_SHARES = 1.0, 0.85, 0.72, 0.6  # of the font size that is asked for
_RADII = 1.9, 1.5, 1.2, 0.95  # in font sizes
_TALL = {1: 0.21, 2: 0.17}  # of the height, by the nodes of the largest layer
# Between rims, in font sizes, and whether a digit more has room.
_LEAST_GAPS = (
    *((gap, True) for gap in (3.5, 2.4, 1.7, 1.2, 0.75)),
    *((gap, False) for gap in (0.75, 0.45, 0.25)),
)
_ERROR_GAP = 0.25  # the one before the errors, in shares of the others
_SIDES = 0.2  # left and right of all, in shares of a gap


@dataclass(frozen=True)
class Readable:
    """Where the columns stand: ``columns`` are the x of the layers and of the errors, ``wides``
    half the width of each layer's nodes, ``key`` the font size that has room."""

    columns: list[float]
    radius: float
    wides: list[float]
    error_wide: float
    key: float


def readable(
    texts: NodeTexts, layers: Sequence[int], width: float, height: float, key: float
) -> Readable | None:
    """The columns for values of font size ``key``, or somewhat smaller ones; None where they have
    no room."""
    if max(layers) > _MOST_NODES:
        return None
    tall = height * _TALL.get(max(layers), 0.34 / max(layers))
    tries = product((key * share for share in _SHARES), _LEAST_GAPS, _RADII)
    for size, (least, spare), roundness in tries:
        found = _tried(texts, min(tall, size * roundness), width, size, least * size, spare)
        if found:
            return found
    return None


def _tried(
    texts: NodeTexts, radius: float, width: float, key: float, least: float, spare: bool
) -> Readable | None:
    wides = [max(radius, half(of, key, spare)) for of in texts.layers]
    error_wide = max(radius * 0.92, half(texts.errors, key, spare))
    shares = len(wides) - 1 + _ERROR_GAP + 2 * _SIDES
    gap = (width - 2 * sum(wides) - 2 * error_wide) / shares
    if gap < least:
        return None
    return Readable(_columns(wides, error_wide, gap), radius, wides, error_wide, key)


def _columns(wides: Sequence[float], error_wide: float, gap: float) -> list[float]:
    x, columns = gap * _SIDES, []
    for k, wide in enumerate(wides):
        columns.append(x + wide)
        x += 2 * wide + (gap if k + 1 < len(wides) else gap * _ERROR_GAP)
    return [*columns, x + error_wide]


def font_size(texts: Sequence[str], radius: float, key: float) -> float:
    """As large as fits into a circle, at least ``key``."""
    return max(fitting(texts, radius), key)
