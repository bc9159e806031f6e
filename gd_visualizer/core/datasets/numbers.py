"""Data whose targets are numbers: of one input, then of two."""

import numpy as np

from gd_visualizer.core.arrays import Floats
from gd_visualizer.core.datasets.draw import Draw
from gd_visualizer.core.datasets.formula import Formula
from gd_visualizer.core.datasets.record import Dataset, Made

_HALF = 3.0  # inputs lie from −3 to 3, those of the line from 0 to 4


def _line(draw: Draw, count: int, noise: float, _formula: Formula | None) -> Made:
    x = np.linspace(0, 4, count)
    return x[:, None], 0.8 + 1.2 * x + draw.normally(noise, count)


def _curve(draw: Draw, count: int, noise: float, formula: Formula | None) -> Made:
    assert formula is not None
    x = np.linspace(-_HALF, _HALF, count)
    return x[:, None], formula(x) + draw.normally(noise, count)


def _steps(draw: Draw, count: int, noise: float, _formula: Formula | None) -> Made:
    """Stairs: −1 left of −1, 0 in the middle, 1 right of 1."""
    x = np.linspace(-_HALF, _HALF, count)
    stairs: Floats = (x > 1).astype(np.float64) - (x < -1)
    return x[:, None], stairs + draw.normally(noise, count)


def _square(draw: Draw, count: int) -> Floats:
    return np.column_stack([draw.evenly(-_HALF, _HALF, count) for _ in range(2)])


def _plane(draw: Draw, count: int, noise: float, _formula: Formula | None) -> Made:
    X = _square(draw, count)
    return X, 0.3 + X @ np.array((0.5, -0.8)) + draw.normally(noise, count)


def _bump(draw: Draw, count: int, noise: float, _formula: Formula | None) -> Made:
    """A hill of height 2 over the middle."""
    X = _square(draw, count)
    return X, 2 * np.exp(-(X**2).sum(axis=1) / 2) + draw.normally(noise, count)


LINE = Dataset("line", "1.2 x + 0.8, for x from 0 to 4", _line, count=8, noise=0.4)
CURVE = Dataset("curve", "`formula`, for x from −3 to 3", _curve, formula="sin(x)", noise=0.1)
STEPS = Dataset("steps", "−1, 0 and 1, for x from −3 to 3", _steps, noise=0.1)
PLANE = Dataset("plane", "0.5 x₁ − 0.8 x₂ + 0.3", _plane, inputs=2, count=60)
BUMP = Dataset("bump", "a hill of height 2 over the middle", _bump, inputs=2, count=150, noise=0.05)
