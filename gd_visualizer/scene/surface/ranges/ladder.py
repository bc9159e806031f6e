"""Ranges of round lengths, on a lattice, for a path that grows.

A box that only grows takes its ranges in one order, fixed by its first rows, and each of them
as long as it holds the box: none comes back, and an earlier row shows what it showed then.
"""

import math
from collections.abc import Iterator, Sequence

import numpy as np
from msgspec import Struct

from gd_visualizer.core.arrays import Floats
from gd_visualizer.descent.state.section import Range

SHAPE = (1.25, 1.0)  # of a map, as wide as is well seen in windows, on screens and on paper
_LENGTHS = (1.0, 1.8, 3.2, 5.6)  # and 10, 18 …; times 1.25 they are round as well
SHARE = 1 / 3  # of an axis, that a path covers at least
_PLACES = 10  # that a range can have in its own length
_RIM = 0.05  # of a length, that is kept free at both ends
_DIGITS = 12


class Growing(Struct, frozen=True):
    """The box (2, axes) of a path, ``first`` that of its first rows, which went ``toward`` (axes,).

    The longest side of ``box`` must be above 0.
    """

    box: Floats
    first: Floats
    toward: Floats

    def ranges(self) -> list[Range]:
        """The shortest ranges that hold the box, a range for each axis; but no shorter than the
        first rows allow for, so that they have room to go on."""
        longest = float((self.first[1] - self.first[0]).max())
        rung = _rung(longest / SHAPE[0] / SHARE) if longest else _rung(self._extent())
        while not self._held(rung):
            rung += 1
        return [self._range(axis, side) for axis, side in enumerate(self._sides(rung))]

    def _extent(self) -> float:
        return float((self.box[1] - self.box[0]).max()) / SHAPE[0]

    def _sides(self, rung: int) -> list[float]:
        power, which = divmod(rung, len(_LENGTHS))
        return [_LENGTHS[which] * 10.0**power * side for side in SHAPE[: self.box.shape[1]]]

    def _held(self, rung: int) -> bool:
        starts = (_starts(self.box[:, k], side) for k, side in enumerate(self._sides(rung)))
        return all(first <= last for first, last in starts)

    def _range(self, axis: int, side: float) -> Range:
        least, most = _starts(self.first[:, axis], side)
        now = _starts(self.box[:, axis], side)
        order = _order(least, most, float(self.toward[axis]))
        start = next(start for start in order if now[0] <= start <= now[1])
        low, high = start * side / _PLACES, (start + _PLACES) * side / _PLACES
        return float(f"{low:.{_DIGITS}g}"), float(f"{high:.{_DIGITS}g}")


def holds(ranges: Sequence[Range], box: Floats) -> bool:
    """Whether ``box`` (2, axes) lies in ``ranges``, and not on their rim."""
    lows, highs = np.array(ranges).T
    rim = _RIM * (highs - lows)
    return bool((lows + rim <= box[0]).all() and (box[1] <= highs - rim).all())


def _rung(length: float) -> int:
    """The longest one of the ladder that is no longer than ``length``."""
    power = math.floor(math.log10(length))
    found = max((k for k, one in enumerate(_LENGTHS) if one * 10.0**power <= length), default=0)
    return len(_LENGTHS) * power + found


def _starts(ends: Floats, side: float) -> tuple[int, int]:
    """The first and the last place of a range ``side`` long that holds both ``ends``."""
    step, rim = side / _PLACES, _RIM * side
    return math.ceil((ends[1] + rim - side) / step), math.floor((ends[0] - rim) / step)


def _order(least: int, most: int, toward: float) -> Iterator[int]:
    """All places from ``least`` to ``most``, so that there is room first where the way leads, then
    for a path that leaves on the one side or on the other."""
    near, far = (least, most) if toward >= 0 else (most, least)
    if toward:
        yield far
    yield near + round((far - near) / 2)
    yield from (far, near)
    yield from range(least, most + 1)
