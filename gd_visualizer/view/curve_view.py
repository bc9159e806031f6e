"""The loss by step: past and future, the current row, and a click or drag that goes to a row."""

import numpy as np
import pyqtgraph as pg
from PySide6.QtCore import QPointF, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from gd_visualizer.descent.numerals import number
from gd_visualizer.descent.state import State
from gd_visualizer.scene.curve import LossCurve, loss_curve, thinned
from gd_visualizer.view.plot import Plot, paint_now
from gd_visualizer.view.style import font, palette, px

_LOWEST = 1e-300


class CurveView(QWidget):
    """Asks for a row by ``row_requested``."""

    row_requested = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        self.plot = Plot("Loss by step")
        self.setFocusProxy(self.plot)
        self._future, self._past = self.plot.line(), self.plot.line()
        self._now, self._hovered = self.plot.dots(17), self.plot.dots(9)
        self._value = pg.TextItem(anchor=(0, 1))
        self._value.setZValue(21)
        self.plot.addItem(self._value)
        self.plot.name_axes("step", "loss")
        self.plot.pressed.connect(self._ask)
        self.plot.dragged.connect(lambda place, _by: self._ask(place))
        self.plot.moved.connect(self._hover)
        self.plot.left.connect(lambda: self._hovered.setData([], []))
        self.plot.restyled.connect(self._restyle)
        self._log: bool | None = None
        self._curve: LossCurve | None = None
        self._state: State | None = None
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.plot)
        self._restyle()

    @property
    def log(self) -> bool:
        """Whether the heights are by decades."""
        return bool(self._curve and self._curve.log)

    def set_log(self, log: bool) -> None:
        """Heights by decades, or even."""
        self._log = log
        if self._state:
            self._draw(self._state)

    def sync(self, new: State, old: State | None) -> None:
        """The curve of the rows there are; drawn anew where timeline or cursor differ."""
        self._state = new
        if old and old.descent.lesson is not new.descent.lesson:
            self._log = None
        if old is None or old.descent.timeline is not new.descent.timeline:
            self._hovered.setData([], [])
            self._draw(new)

    def _restyle(self) -> None:
        self._future.setPen(pg.mkPen(palette().line, width=px(2), style=_DASHES))
        self._past.setPen(pg.mkPen(palette().action, width=px(2.5)))
        self._hovered.setBrush(pg.mkBrush(palette().paper))
        self._hovered.setPen(pg.mkPen(palette().action, width=px(2)))
        self._value.setColor(palette().ink)
        self._value.setFont(font(15, font(15).Weight.DemiBold))
        paint_now(self._now)
        if self._state:
            self._draw(self._state)

    def _draw(self, state: State) -> None:
        curve = loss_curve(state.descent, self._log)
        self._curve = curve
        rows, losses = thinned(curve.losses, max(self.width(), 200))
        heights = self._heights(losses)
        past, ahead = rows <= curve.row, rows >= curve.row
        self._past.setData(rows[past], heights[past])
        self._future.setData(rows[ahead], heights[ahead])
        low, high = self._heights(np.array(curve.y_range))
        self.plot.set_ranges(curve.x_range, (float(low), float(high)))
        ticks = self._heights(np.array(curve.heights.values, dtype=float))
        self.plot.set_ticks(
            (curve.steps.values, curve.steps.texts), (tuple(ticks.tolist()), curve.heights.texts)
        )
        self._mark(curve)

    def _mark(self, curve: LossCurve) -> None:
        """The current row, with its loss beside it where the curve leaves room."""
        loss = float(curve.losses[curve.row])
        at = float(self._heights(np.array([loss]))[0])
        self._now.setData([curve.row], [at])
        low, high = self._heights(np.array(curve.y_range))
        upper = (at - low) > 0.8 * (high - low)
        right = curve.row > 0.75 * curve.x_range[1]
        self._value.setText(number(loss))
        self._value.setAnchor((1.0 if right else 0.0, 0.0 if upper else 1.0))
        away = (curve.x_range[1] - curve.x_range[0]) * 0.015
        self._value.setPos(curve.row + (-away if right else away), at)

    def _heights(self, losses: np.ndarray) -> np.ndarray:
        log = self._curve is not None and self._curve.log
        return np.log10(np.maximum(losses, _LOWEST)) if log else losses

    def _row_at(self, place: QPointF) -> int:
        return min(max(round(place.x()), 0), len(self._curve.losses) - 1) if self._curve else 0

    def _ask(self, place: QPointF) -> None:
        row = self._row_at(place)
        if self._curve and row != self._curve.row:
            self.row_requested.emit(row)

    def _hover(self, place: QPointF) -> None:
        if not self._curve or not -0.5 <= place.x() <= len(self._curve.losses) - 0.5:
            self._hovered.setData([], [])
            self.plot.read_out("", place)
            return
        row = self._row_at(place)
        loss = float(self._curve.losses[row])
        at = QPointF(row, float(self._heights(np.array([loss]))[0]))
        self._hovered.setData([at.x()], [at.y()])
        self.plot.read_out(f"step {row}: loss {number(loss)}", at)


_DASHES = pg.QtCore.Qt.PenStyle.DashLine
