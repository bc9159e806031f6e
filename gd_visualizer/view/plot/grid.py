"""The level lines of a plot: one at each tick, and a stronger one where the axis lies."""

from collections.abc import Sequence

import numpy as np
import pyqtgraph as pg

from gd_visualizer.view.look.style import palette, px

_BEYOND = 9  # lengths of the plot on both sides: it may be moved without other lines


class Grid:
    """Two items of ``plot``, below its curves: the lines at the ticks, and the floor."""

    def __init__(self, plot: pg.PlotWidget) -> None:
        self._lines = pg.PlotCurveItem(connect="pairs", antialias=False)
        self._lines.setZValue(-10)
        self._floor = pg.PlotCurveItem(antialias=False)
        self._floor.setZValue(-9)
        for item in (self._lines, self._floor):
            plot.addItem(item)

    @property
    def has_floor(self) -> bool:
        """Whether the axis of weights or steps is drawn at a loss of 0."""
        return bool(self._floor.isVisible())

    def show(self, heights: Sequence[float], floor: float | None, low: float, high: float) -> None:
        """Lines at ``heights``, and at ``floor`` if there is one, across ``low`` to ``high``."""
        ends = [low - _BEYOND * (high - low), high + _BEYOND * (high - low)]
        self._lines.setData(np.tile(ends, len(heights)), np.repeat(np.array(heights, float), 2))
        self._floor.setVisible(floor is not None)
        if floor is not None:
            self._floor.setData(ends, [floor, floor])

    def restyle(self) -> None:
        """The colours and widths that are in force now."""
        self._lines.setPen(pg.mkPen(palette().grid, width=1))
        self._floor.setPen(pg.mkPen(palette().line, width=px(1.5)))
