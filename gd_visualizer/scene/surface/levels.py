"""Level heights of the loss at round values: even where its range is small, else by decades."""

import math
from collections.abc import Sequence

import numpy as np

from gd_visualizer.core.arrays import Array
from gd_visualizer.scene.look.drawable import drawable
from gd_visualizer.scene.look.ticks import round_step
from gd_visualizer.text.numerals import fixed, number

MOST = 14
_EVEN_UP_TO = 6.0
_DECADES = 3
_MANTISSAS = ((1.0, 2.0, 5.0), (1.0,))
_FEW = 5
_FEWEST_DIGITS, _MOST_DIGITS = 4, 17
_FINE = (1.0, 1.5, 2.0, 3.0, 5.0, 7.0)


def level_heights(losses: Array, most: int = MOST) -> tuple[float, ...]:
    """Round heights between the lowest and the highest finite loss, ascending; maybe none.

    Where the highest is more than six times the lowest, heights grow by decades, so that the
    minimum shows as well as the slopes; at most three decades below the highest.
    """
    finite = np.asarray(losses)[np.isfinite(losses)]
    if not finite.size:
        return ()
    low, high = float(finite.min()), float(finite.max())
    if not drawable((low, high)):
        return ()
    if low < 0 or high < _EVEN_UP_TO * low:
        step = round_step(high - low, most, (1, 2, 2.5, 5))
        decimals = max(0, -math.floor(math.log10(step))) + 1
        return _between(
            [round(step * k, decimals) for k in range(int(low // step), int(high // step) + 2)],
            low,
            high,
        )
    low = max(low, high / 10**_DECADES)
    powers = range(int(np.floor(np.log10(low))), int(np.floor(np.log10(high))) + 1)
    for mantissas in _MANTISSAS:
        heights = _between([m * 10.0**p for p in powers for m in mantissas], low, high)
        if len(heights) <= most:
            break
    if len(heights) < _FEW:
        return _between([m * 10.0**p for p in powers for m in _FINE], low, high)
    return heights


def level_texts(levels: Sequence[float]) -> list[str]:
    """Even steps share the decimals that tell them apart; steps by decades take what they need.
    No text stands for two levels."""
    steps = np.diff(levels)
    if not len(steps) or steps.max() > 1.01 * steps.min() or levels[-1] >= 1e7:
        return _apart(levels)
    for decimals in range(10):
        if all(abs(round(level, decimals) - level) < 1e-6 * steps[0] for level in levels):
            return [fixed(level, decimals) for level in levels]
    return _apart(levels)


def _apart(levels: Sequence[float]) -> list[str]:
    """As few digits as it takes to tell them apart."""
    for digits in range(_FEWEST_DIGITS, _MOST_DIGITS):
        texts = [number(level, digits) for level in levels]
        if len(set(texts)) == len(texts):
            return texts
    return [number(level, _MOST_DIGITS) for level in levels]


def _between(heights: list[float], low: float, high: float) -> tuple[float, ...]:
    rounded = (float(f"{h:.15g}") for h in heights)
    return tuple(h for h in rounded if low < h < high)
