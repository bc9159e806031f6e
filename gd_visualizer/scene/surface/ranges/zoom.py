"""The ranges on screen: zoomed around a place, moved, widened."""

import math
from collections.abc import Sequence

from gd_visualizer.core.arrays import Floats
from gd_visualizer.descent.state.section import Range
from gd_visualizer.scene.look.drawable import drawable

_WIDEST = 300.0  # lengths, that a point may draw a range out to one side
_BEYOND = 0.25  # of the length that is needed


def zoomed(ranges: Sequence[Range], place: Sequence[float], factor: float) -> list[Range]:
    """The ranges after a zoom by ``factor`` (below 1: nearer) that leaves ``place`` where it is.

    Unchanged where they could no longer be drawn.
    """
    made = [
        (at + (low - at) * factor, at + (high - at) * factor)
        for (low, high), at in zip(ranges, place, strict=True)
    ]
    return made if drawable(*made) else list(ranges)


def moved(ranges: Sequence[Range], by: Sequence[float]) -> list[Range]:
    """The ranges shifted; unchanged where they could no longer be drawn."""
    made = [(low + d, high + d) for (low, high), d in zip(ranges, by, strict=True)]
    return made if drawable(*made) else list(ranges)


def rounded(value: float, shown: Range) -> float:
    """To a thousandth of the axis or so, that a drag gives readable weights."""
    digits = math.floor(math.log10((shown[1] - shown[0]) / 5))
    return round(value, min(max(2 - digits, 0), 12))


def including(ranges: Sequence[Range], least: Floats, most: Floats) -> list[Range]:
    """The ranges, widened to reach from ``least`` to ``most`` (axes,); well beyond, so that they
    need not grow with every step. Never so wide that what they showed would vanish."""
    return [
        _reaching(shown, float(a), float(b))
        for shown, a, b in zip(ranges, least, most, strict=True)
    ]


def _reaching(shown: Range, least: float, most: float) -> Range:
    low, high = shown
    farthest = _WIDEST * (high - low)
    to_low = max(min(low, least), low - farthest)
    to_high = min(max(high, most), high + farthest)
    beyond = _BEYOND * (to_high - to_low)
    return (
        to_low - beyond if to_low < low else low,
        to_high + beyond if to_high > high else high,
    )
