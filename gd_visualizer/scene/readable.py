"""A diagram's columns for the back row: values as large as asked, nodes as wide as they need."""

from collections.abc import Sequence
from dataclasses import dataclass

from gd_visualizer.scene.boxes import CHARACTER
from gd_visualizer.scene.node_texts import EXACT_WAYS, NodeTexts, fitting

_MOST_NODES, _LEVELS = 8, 6
_RADII = 1.9, 1.5, 1.2, 0.95  # in font sizes
_TALL = {1: 0.21, 2: 0.17}  # of the height, by the nodes of the largest layer
_LEAST_GAPS = 1.2, 0.75  # between rims, in font sizes
_ERROR_GAP = 0.35  # the one before the errors, in shares of the others
_SIDES = 0.3  # left and right of all, in shares of a gap


@dataclass(frozen=True)
class Readable:
    """Where the columns stand: ``columns`` are the x of the layers and of the errors, ``ways``
    which way each layer is written, ``wides`` half the width of its nodes."""

    columns: list[float]
    radius: float
    ways: list[int]
    wides: list[float]
    error_wide: float


def readable(
    texts: NodeTexts, layers: Sequence[int], width: float, height: float, key: float
) -> Readable | None:
    """The columns for values of font size ``key``; None where they have no room."""
    if max(layers) > _MOST_NODES:
        return None
    tall = height * _TALL.get(max(layers), 0.34 / max(layers))
    for least in _LEAST_GAPS:
        for level in range(_LEVELS):
            for roundness in _RADII:
                radius = min(tall, key * roundness)
                found = _tried(texts, radius, level, width, key, least * key)
                if found:
                    return found
    return None


def _tried(
    texts: NodeTexts, radius: float, level: int, width: float, key: float, least: float
) -> Readable | None:
    ways = [min(level, len(of) - 2) for of in texts.layers]
    # Rather predicted − actual = error rounded each by itself than not to be read at all.
    last = max(level - 1, 0) if level <= EXACT_WAYS else level - 2
    ways[-1] = min(last, len(texts.errors) - 1)
    wides = [max(radius, half(of[way], key)) for of, way in zip(texts.layers, ways, strict=True)]
    error_wide = max(radius * 0.92, half(texts.errors[ways[-1]], key))
    shares = len(wides) - 1 + _ERROR_GAP + 2 * _SIDES
    gap = (width - 2 * sum(wides) - 2 * error_wide) / shares
    if gap < least:
        return None
    return Readable(_columns(wides, error_wide, gap), radius, ways, wides, error_wide)


def _columns(wides: Sequence[float], error_wide: float, gap: float) -> list[float]:
    x, columns = gap * _SIDES, []
    for k, wide in enumerate(wides):
        columns.append(x + wide)
        x += 2 * wide + (gap if k + 1 < len(wides) else gap * _ERROR_GAP)
    return [*columns, x + error_wide]


def half(texts: Sequence[str], size: float) -> float:
    """Half the width that the longest text needs."""
    return size * (CHARACTER * max(map(len, texts)) / 2 + 0.35)


def font_size(texts: Sequence[str], radius: float, key: float) -> float:
    """As large as fits into a circle, at least ``key``."""
    return max(fitting(list(texts), radius), key)
