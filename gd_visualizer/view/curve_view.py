"""The loss by step: past and future, the current row, and a click that goes to a row."""

from typing import Any

import numpy as np
from PySide6.QtCore import QPointF, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from gd_visualizer.descent.numerals import number
from gd_visualizer.descent.state import State
from gd_visualizer.scene.curve import LossCurve, loss_curve, thinned
from gd_visualizer.view.plot import Plot, point_item
from gd_visualizer.view.style import PALETTE


class CurveView(QWidget):
    """Asks for a row by ``row_requested``."""

    row_requested = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        self._plot = Plot()
        self._plot.setAccessibleName("Loss by step")
        self._future = self._plot.line(PALETTE.line, 2)
        self._past = self._plot.line(PALETTE.action, 2.5)
        self._now = point_item()
        self._plot.addItem(self._now)
        self._plot.name_axes("step", "loss")
        self._plot.pressed.connect(self._ask)
        self._plot.moved.connect(self._hover)
        self._log: bool | None = None
        self._curve: LossCurve | None = None
        self._state: State | None = None
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._plot)

    def set_log(self, log: bool) -> None:
        """Heights by decades, or even."""
        self._log = log
        if self._state:
            self._draw(self._state)

    def sync(self, new: State, old: State | None) -> None:
        """The curve of the rows there are; drawn anew where timeline or cursor differ."""
        self._state = new
        if old is None or old.descent.timeline is not new.descent.timeline:
            self._draw(new)

    def _draw(self, state: State) -> None:
        curve = loss_curve(state.descent, self._log)
        self._curve = curve
        rows, losses = thinned(curve.losses, max(self.width(), 200))
        heights = np.log10(np.maximum(losses, 1e-300)) if curve.log else losses
        past = rows <= curve.row
        ahead = rows >= curve.row
        self._past.setData(rows[past], heights[past])
        self._future.setData(rows[ahead], heights[ahead])
        now = float(curve.losses[curve.row])
        at = float(np.log10(max(now, 1e-300))) if curve.log else now
        self._now.setData([curve.row], [at])
        low, high = curve.y_range
        ticks: Any = curve.heights.values
        if curve.log:
            low, high = np.log10(low), np.log10(high)
            ticks = np.log10(curve.heights.values)
        self._plot.set_ranges(curve.x_range, (float(low), float(high)))
        self._plot.set_ticks(
            (curve.steps.values, curve.steps.texts), (tuple(ticks), curve.heights.texts)
        )

    def _ask(self, place: QPointF) -> None:
        if self._curve:
            row = min(max(round(place.x()), 0), len(self._curve.losses) - 1)
            self.row_requested.emit(row)

    def _hover(self, place: QPointF) -> None:
        if self._curve and -0.5 <= place.x() <= len(self._curve.losses) - 0.5:
            row = min(max(round(place.x()), 0), len(self._curve.losses) - 1)
            self._plot.setToolTip(f"step {row}: loss {number(float(self._curve.losses[row]))}")
