"""The errors as bars, from actual to predicted, beside the rows of a table of points."""

import numpy as np
from msgspec import Struct

from gd_visualizer.core.arrays import Array, Floats
from gd_visualizer.descent.explanation.values import settled_trace
from gd_visualizer.descent.state.before import theta_before
from gd_visualizer.descent.state.state import State
from gd_visualizer.drawing.shapes import Box, Dots, Paint, Pen, Shape, line
from gd_visualizer.scene.explanation.block import Target
from gd_visualizer.scene.points.grid import Grid

_BAR, _GHOST, _TICK, _DOT = 0.34, 0.14, 0.3, 0.2  # of a row's height: half heights, a radius
_AROUND = 0.06  # of the width, free at each side
_PALE = 0.35


class ErrorBars(Struct, frozen=True):
    """``actual``, ``predicted`` and what was predicted ``before`` the last change (None: nothing
    was), each (rows,), of the first output."""

    actual: Floats
    predicted: Floats
    before: Floats | None

    def shapes(self, grid: Grid, left: float, width: float, points: Array) -> list[Shape]:
        """In the rows of a ``grid``, from ``left`` on; all rows have one scale."""
        every = [v for v in (self.actual, self.predicted, self.before) if v is not None]
        known = np.concatenate(every)
        low, high = float(known.min()), float(known.max())
        span = high - low
        if not np.isfinite(span):
            return []
        side = _AROUND * width
        by = (width - 2 * side) / span if span > 0 else 0.0

        def place(value: float) -> float:
            return left + side + (value - low) * by if span > 0 else left + width / 2

        shapes: list[Shape] = []
        for k, point in enumerate(points.tolist()):
            y, tall = grid.middle(k), grid.high
            target = Target(point=int(point))
            end, start = place(float(self.predicted[k])), place(float(self.actual[k]))
            base = line((left, y), (left + width, y), pen=Pen(Paint("grid"), 1.0))
            shapes += [base, *self._ghost(k, y, tall, start, place)]
            rect = (min(start, end), y - _BAR * tall / 2, abs(end - start), _BAR * tall)
            tick = line(
                (start, y - _TICK * tall),
                (start, y + _TICK * tall),
                pen=Pen(Paint("ink"), max(0.06 * tall, 1.5)),
            )
            dot = Dots(np.array([[end, y]]), _DOT * tall, Paint("factor_loss"))
            shapes += [Box(rect, Paint("factor_loss", 0.55), name=target), tick, dot]
        return shapes

    def _ghost(self, k: int, y: float, tall: float, start: float, place: object) -> list[Shape]:
        """The bar as it was, pale."""
        if self.before is None:
            return []
        end = place(float(self.before[k]))  # type: ignore[operator]
        rect = (min(start, end), y - _GHOST * tall / 2, abs(end - start), _GHOST * tall)
        ring = Dots(np.array([[end, y]]), _DOT * tall * 0.8, None, Pen(Paint("line"), 1.5))
        return [Box(rect, Paint("factor_loss", _PALE)), ring]


def error_bars(state: State, rows: Array) -> ErrorBars | None:
    """Of these rows; None where there are several outputs or a number has no place."""
    descent = state.descent
    fit = descent.lesson.fit
    if fit.y.shape[1] > 1:
        return None
    kept = settled_trace(descent.lesson, descent.moment.theta, rows)
    before = None
    theta = theta_before(descent)
    if theta is not None:
        before = settled_trace(descent.lesson, theta, rows).predicted[:, 0]
    made = ErrorBars(fit.y[rows, 0], kept.predicted[:, 0], before)
    numbers = [v for v in (made.actual, made.predicted, made.before) if v is not None]
    return made if all(np.isfinite(v).all() for v in numbers) else None
