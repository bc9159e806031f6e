"""Numbers drawn by a seed, the same ones on every machine and in every version of NumPy.

NumPy promises that the bits of PCG64 stay as they are, and promises nothing of what its Generator
makes of them; so the bits are read here.
"""

import numpy as np

from gd_visualizer.core.arrays import Floats, Ints

_STEPS = 2.0**-53  # between two floats that are drawn, in [0, 1)
_SUMMED = 12  # evenly drawn numbers, whose sum has the variance 1


class Draw:
    """A stream of numbers, from ``seed`` on."""

    def __init__(self, seed: int) -> None:
        self._bits = np.random.PCG64(seed)

    def evenly(self, low: float, high: float, count: int) -> Floats:
        """``count`` numbers of [low, high)."""
        whole = (self._bits.random_raw(count) >> np.uint64(11)).astype(np.float64)
        drawn: Floats = low + (high - low) * (_STEPS * whole)
        return drawn

    def normally(self, deviation: float, count: int) -> Floats:
        """``count`` numbers around 0: sums of twelve evenly drawn ones, which are as good as normal
        and take no function that two machines round differently."""
        evenly = self.evenly(-0.5, 0.5, _SUMMED * count).reshape(count, _SUMMED)
        summed: Floats = deviation * evenly.sum(axis=1)
        return summed

    def order(self, count: int) -> Ints:
        """The whole numbers below ``count`` in any order."""
        shuffled: Ints = np.argsort(self._bits.random_raw(count), kind="stable")
        return shuffled
