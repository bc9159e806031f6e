"""Which colour a value has: white in the middle, blue above it, orange-red below."""

import numpy as np
from msgspec import Struct

from gd_visualizer.core.arrays import Array
from gd_visualizer.lesson.data import Data

COLORS = 251  # of the ramp, with its middle in the middle
_HALF = COLORS // 2


class ValueScale(Struct, frozen=True):
    """White is ``middle``; the strongest colours are ``reach`` above and below it."""

    middle: float
    reach: float

    def shares(self, values: Array) -> Array:
        """From −1 to 1; what is no number is 0."""
        with np.errstate(all="ignore"):
            share = np.clip((values - self.middle) / self.reach, -1, 1)
        return np.nan_to_num(share)

    def indices(self, values: Array, strength: float = 1.0) -> Array:
        """Colours of the ramp (COLORS), the strongest ones a ``strength`` of it."""
        share = self.shares(values)
        found: Array = np.round(_HALF + _HALF * strength * share).astype(np.uint8)
        return found

    def two(self, values: Array, strength: float = 1.0) -> Array:
        """Only whether they are above the middle."""
        side = np.where(values > self.middle, strength, -strength)
        found: Array = np.round(_HALF + _HALF * side).astype(np.uint8)
        return found


def output_scale(data: Data, output: int) -> ValueScale:
    """Of an output: white halfway between two classes; of numbers at 0, where they lie on both
    sides of it, else in the middle of the actual values."""
    classes = data.class_values
    low, high = float(data.y[:, output].min()), float(data.y[:, output].max())
    if classes is None and low < 0 < high:
        return ValueScale(0.0, max(-low, high))
    middle, reach = low / 2 + high / 2, high / 2 - low / 2
    return ValueScale(middle, reach if reach > 0 else max(abs(middle), 1.0))


def own_scale(values: Array) -> ValueScale:
    """Of a hidden node, or an input: white is 0, and what is farthest from it has the full colour;
    of values that all lie far off on one side, white is their middle."""
    finite = values[np.isfinite(values)]
    if not finite.size:
        return ValueScale(0.0, 1.0)
    low, high = float(finite.min()), float(finite.max())
    if 0 < 2 * (high - low) < min(abs(low), abs(high)) and low * high > 0:
        return ValueScale(low / 2 + high / 2, high / 2 - low / 2)
    return ValueScale(0.0, max(abs(low), abs(high)) or 1.0)
