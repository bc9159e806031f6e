"""Which points make a step: mini-batches, in epochs.

An epoch goes through all points once, in an order drawn from (seed, epoch), and is cut into
batches of one size; the last one is smaller where the size does not divide the points. So the
points of step t follow from (seed, t) alone, and any step repeats bit for bit. Steps and epochs
count from 1. Source: torch.utils.data.DataLoader with shuffle=True, drop_last=False.
"""

from functools import lru_cache

import numpy as np

_SHUFFLES = 4  # kept; an epoch's steps follow one another


def batches_per_epoch(points: int, size: int) -> int:
    """How many batches of at most ``size`` it takes to go through ``points``."""
    return -(-points // size)


def epoch_of(points: int, size: int, step: int) -> int:
    """The epoch of step ``step``."""
    return (step - 1) // batches_per_epoch(points, size) + 1


def batch_rows(points: int, size: int, seed: int, step: int) -> np.ndarray:
    """The rows of data (from 0) of step ``step``: at most ``size`` indices, in ascending order."""
    place = (step - 1) % batches_per_epoch(points, size)
    order = _shuffled(points, seed, epoch_of(points, size, step))
    return np.sort(order[place * size : (place + 1) * size])


@lru_cache(_SHUFFLES)
def _shuffled(points: int, seed: int, epoch: int) -> np.ndarray:
    return np.random.default_rng((seed, epoch)).permutation(points)
