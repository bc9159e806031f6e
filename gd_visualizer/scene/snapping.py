"""Which values a hand reaches while it drags: steps of a tenth of what is natural there."""

import math

from gd_visualizer.core.arrays import Floats

_FINER = 2  # digits more, where the hand is free
_SMALLER = 0.1  # steps of keys, where they are fine


def snap_step(scale: float) -> float:
    """A tenth of the power of ten of ``scale``: 0.1 for 2, 0.001 for 0.03, 10 for 150; 0 has the
    scale of 1."""
    return float(f"1e{-_digits(scale)}")


def snapped(value: float, scale: float, free: bool = False) -> float:
    """``value`` at the nearest of those steps; ``free``: of steps a hundredth as large."""
    digits = _digits(scale) + (_FINER if free else 0)
    try:
        return round(value, digits) + 0.0  # no −0
    except OverflowError:  # the next step is no float any more
        return value


def one_step(value: float, scale: float, count: int, free: bool = False) -> float:
    """``value`` and ``count`` steps, on a step again; ``free``: steps a tenth as large."""
    return snapped(value + count * snap_step(scale) * (_SMALLER if free else 1.0), scale, free)


def scale_of(low: float, high: float) -> float:
    """The scale of an axis: a quarter of it, about what lies between two of its ticks. So where
    the ticks are whole numbers the steps are 0.1, and an axis has 40 to 400 of them."""
    return high / 4 - low / 4


def weight_scale(value: float, theta: Floats) -> float:
    """The scale of a weight among all of them: its own size, but 1, if it is smaller. Only where
    all are very small, ten times the largest."""
    return max(abs(value), min(1.0, 10 * float(abs(theta).max(initial=0.0))))


def _digits(scale: float) -> int:
    """Digits behind the point of a number that is a multiple of the steps; below 0: before it."""
    return 1 - math.floor(math.log10(abs(scale))) if scale else 1
