"""What the points of a lesson are, in words."""

import math

from gd_visualizer.core.objective.curvature import curvature_at
from gd_visualizer.lesson.data import Data
from gd_visualizer.lesson.lesson import Lesson
from gd_visualizer.lesson.table.chosen import differ_widely
from gd_visualizer.text.message import Message, message

_TINY = 1e-3
_POINTS, _PRODUCTS = 1000, 40  # by which a rate is known well enough for a hint


def summary(data: Data) -> Message:
    """How many points there are, and how many of them train and test."""
    training, testing = data.rows
    if len(testing):
        return message(
            "{points} points: {training} train, {testing} test",
            points=len(data.X),
            training=len(training),
            testing=len(testing),
        )
    return message("1 point") if len(data.X) == 1 else message("{count} points", count=len(data.X))


def scaling_hint(lesson: Lesson) -> Message | None:
    """That scaling helps, where inputs differ in size or steps must be tiny; that it is on, where
    it is."""
    data = lesson.data
    if data.scaled:
        return message("The network is given (x − mean) ÷ deviation.")
    if differ_widely(data.X):
        return message("The inputs differ in size more than 30 times: scaling them helps.")
    if _critical_rate(lesson) < _TINY:
        return message("Only learning rates below 0.001 lead down: scaling the inputs helps.")
    return None


def _critical_rate(lesson: Lesson) -> float:
    """2/λ at the lesson's start, about; ∞ where nothing bends."""
    objective = lesson.objective.thinned(_POINTS)
    return curvature_at(objective, lesson.start, 1e-2, _PRODUCTS).critical_rate or math.inf
