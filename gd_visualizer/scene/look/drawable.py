"""What can be drawn: the one place that decides it, for every picture on paper and on screen.

Pictures divide by lengths and multiply both axes' scales, so that much less than the largest float
overflows; and ends that floats barely tell apart have no ticks between them.
"""

import math
from collections.abc import Sequence

import numpy as np

from gd_visualizer.core.arrays import Floats
from gd_visualizer.descent.state.section import Range
from gd_visualizer.text.message import Message, message

LARGEST = 1e100  # that an end may be
_SHORTEST = 1e-100
_NEAREST = 1e-9  # of the numbers themselves; nearer, their ticks have too many digits
_ROOM = 4.0  # times as wide as just enough
_FARTHEST = 1e6  # lengths of a range, that a place is drawn outside of it


def refused(*ranges: Range) -> Message | None:
    """Why a picture cannot show these ranges, in a short sentence; None where it can."""
    ends = [end for shown in ranges for end in shown]
    if not all(map(math.isfinite, ends)) or max(map(abs, ends)) > LARGEST:
        return message("Nothing to draw: the numbers here are too large")
    if not all(map(_wide, ranges)):
        return message("Nothing to draw: the ends of an axis are too close together")
    return None


def drawable(*ranges: Range) -> bool:
    """Whether a picture can show these ranges."""
    return refused(*ranges) is None


def widened(shown: Range) -> Range:
    """``shown``, or the range around its middle that is wide enough to be drawn; what is not
    below 0 stays so."""
    if _wide(shown) or not all(map(math.isfinite, shown)):
        return shown
    middle = shown[0] / 2 + shown[1] / 2
    half = _ROOM / 2 * max(_least(shown), 2 * _SHORTEST)
    if middle < half and shown[0] >= 0:
        return 0.0, 2 * half
    return middle - half, middle + half


def pinned(places: Floats, ranges: Sequence[Range]) -> Floats:
    """``places`` (n, axes), with those that are farther off than any picture can draw brought
    nearer: on the same line from the middle, and still outside of ``ranges``."""
    if len(places) == 1 and all(map(_near, places[0].tolist(), ranges)):
        return places
    low, high = np.array(ranges, dtype=np.float64).T
    middle, reach = low / 2 + high / 2, _FARTHEST * (high - low)
    half = places / 2 - middle / 2  # the whole may be too large for a float
    if (np.abs(half) <= reach).all():
        return places
    share = (reach / np.maximum(np.abs(half), reach)).min(axis=-1, keepdims=True)
    made: Floats = np.where(share < 1, middle + half * share, places)
    return made


def _near(place: float, shown: Range) -> bool:
    """Whether a place can be drawn as it is; False where it is not a number."""
    middle = shown[0] / 2 + shown[1] / 2
    return abs(place / 2 - middle / 2) <= _FARTHEST * (shown[1] - shown[0])


def _wide(shown: Range) -> bool:
    return shown[1] - shown[0] > _least(shown)


def _least(shown: Range) -> float:
    return max(_SHORTEST, _NEAREST * max(map(abs, shown)))
