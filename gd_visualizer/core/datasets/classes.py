"""Data of two classes over two inputs; the targets are 0 and 1."""

import numpy as np

from gd_visualizer.core.arrays import Floats
from gd_visualizer.core.datasets.draw import Draw
from gd_visualizer.core.datasets.formula import Formula
from gd_visualizer.core.datasets.record import Dataset, Made

_HALF = 3.0  # points lie from −3 to 3
_APART = 0.2  # that xor's quadrants keep from the axes


def _turns(count: int) -> Floats:
    """0, 1, 0, 1 …"""
    return np.arange(count, dtype=np.float64) % 2


def _jitter(draw: Draw, noise: float, count: int) -> Floats:
    return np.column_stack([draw.normally(noise, count) for _ in range(2)])


def _clouds(draw: Draw, count: int, noise: float, _formula: Formula | None) -> Made:
    y = _turns(count)
    middle = np.where(y, 1.5, -1.5)[:, None]
    return middle + _jitter(draw, 0.5, count) + _jitter(draw, noise, count), y


def _around(radius: Floats, angle: Floats) -> Floats:
    return np.column_stack([radius * np.sin(angle), radius * np.cos(angle)])


def _circle(draw: Draw, count: int, noise: float, _formula: Formula | None) -> Made:
    """A disc of the one class in a ring of the other."""
    y = 1 - _turns(count)
    radius = np.where(y, draw.evenly(0, 1.4, count), draw.evenly(2.1, _HALF, count))
    places = _around(radius, draw.evenly(0, 2 * np.pi, count))
    return places + _jitter(draw, noise, count), y


def _xor(draw: Draw, count: int, noise: float, _formula: Formula | None) -> Made:
    """One class where both inputs have one sign, the other where they have not."""
    corner = np.arange(count) % 4
    signs = np.column_stack([np.where(corner % 2, 1.0, -1.0), np.where(corner < 2, 1.0, -1.0)])
    places = np.column_stack([draw.evenly(_APART, _HALF, count) for _ in range(2)])
    return signs * places + _jitter(draw, noise, count), (signs.prod(axis=1) > 0).astype(float)


def _spirals(draw: Draw, count: int, noise: float, _formula: Formula | None) -> Made:
    """Two arms around the middle, each of one and three quarters of a turn."""
    y = _turns(count)
    along = (np.arange(count) // 2 + 1) / (count / 2)
    places = _around(_HALF * along, 1.75 * 2 * np.pi * along + np.pi * y)
    return places + _jitter(draw, noise, count), y


def _over_or_under(draw: Draw, count: int, noise: float, formula: Formula | None) -> Made:
    """The one class over the curve of a function of the first input, the other under it."""
    assert formula is not None
    X = np.column_stack([draw.evenly(-_HALF, _HALF, count) for _ in range(2)])
    y = (X[:, 1] > formula(X[:, 0])).astype(np.float64)
    return X + _jitter(draw, noise, count), y


CLOUDS = Dataset(
    "two clouds",
    "one class around (−1.5, −1.5), one around (1.5, 1.5)",
    _clouds,
    inputs=2,
    classes=True,
    count=100,
)
CIRCLE = Dataset(
    "circle",
    "a disc of one class in a ring of the other",
    _circle,
    inputs=2,
    classes=True,
    count=200,
)
XOR = Dataset(
    "xor", "whether both inputs have one sign", _xor, inputs=2, classes=True, count=200, noise=0.1
)
SPIRALS = Dataset(
    "two spirals",
    "two arms around the middle",
    _spirals,
    inputs=2,
    classes=True,
    count=200,
    noise=0.1,
)
OVER_OR_UNDER = Dataset(
    "over or under",
    "whether x₂ is over `formula` of x₁",
    _over_or_under,
    inputs=2,
    classes=True,
    formula="sin(x)",
    count=200,
    noise=0.1,
)
