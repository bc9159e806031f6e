"""The loss by step: past and future, the current row, and a click or drag that goes to a row."""

import numpy as np
import pyqtgraph as pg
from PySide6.QtCore import QPointF
from PySide6.QtWidgets import QVBoxLayout

from gd_visualizer.core.arrays import Floats
from gd_visualizer.descent.names import loss_title
from gd_visualizer.descent.state.shown_step import step_number
from gd_visualizer.descent.state.state import State
from gd_visualizer.scene.curve.curve import LossCurve, loss_curve, thinned
from gd_visualizer.scene.curve.kept_runs import curve_kept_lines
from gd_visualizer.scene.explanation.of_state import printed
from gd_visualizer.scene.rate.next_step import next_step_at, next_step_words
from gd_visualizer.scene.visibility import visibility
from gd_visualizer.text.numerals import number
from gd_visualizer.view.curve.kept_runs_bar import RunsBar
from gd_visualizer.view.look.style import palette, px
from gd_visualizer.view.plot.kept_runs import KeptRunLines, end_marks
from gd_visualizer.view.plot.marks import Dots, Mark, MarksItem, Obstacle, Words, next_step, now
from gd_visualizer.view.plot.plot import Plot
from gd_visualizer.view.text.translate import localize_numbers, tr, translate_message
from gd_visualizer.view.widgets.picture_view import PictureView
from gd_visualizer.view.widgets.refusal import RefusalLabel
from gd_visualizer.view.wishes import Wishes


class CurveView(PictureView):
    """Asks for the row that is clicked, and for the kept runs above."""

    def __init__(self, wishes: Wishes) -> None:
        super().__init__(wishes)
        self.plot = Plot(tr("Loss by step"))
        self.setFocusProxy(self.plot)
        self._kept_lines = KeptRunLines(self.plot)
        self._future, self._past = self.plot.line(), self.plot.line()
        self._marks = MarksItem()
        self.plot.addItem(self._marks)
        self._refusal = RefusalLabel(self.plot)
        self._hovered: int | None = None
        self.plot.pressed.connect(self._ask)
        self.plot.dragged.connect(lambda place, _by: self._ask(place))
        self.plot.moved.connect(self._hover)
        self.plot.left.connect(lambda: self._hover_row(None))
        self.plot.restyled.connect(self._restyle)
        self.plot.area_changed.connect(self._fit)
        self._curve: LossCurve | None = None
        self._state: State | None = None
        self.runs = RunsBar(wishes)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.runs)
        layout.addWidget(self.plot, 1)
        self._restyle()

    @property
    def log(self) -> bool:
        """Whether the heights are by decades."""
        return bool(self._curve and self._curve.log)

    def retranslate(self) -> None:
        """The same in the language that is in force now."""
        if self._state:
            self._name_axes(self._state)
            self.runs.sync(self._state, None)
            self._draw(self._state)

    def _name_axes(self, state: State) -> None:
        self.plot.name_axes(tr("step"), translate_message(loss_title(state.descent.lesson)))

    def sync(self, new: State, old: State | None) -> None:
        """The curve of the rows there are; drawn anew where timeline or cursor differ."""
        self._state = new
        self.runs.sync(new, old)
        if old is None or old.descent.lesson is not new.descent.lesson:
            self._name_axes(new)
        moved = old is None or old.descent.timeline is not new.descent.timeline
        if moved or (old and _displayed(old) != _displayed(new)):
            self._hovered = None
            self._draw(new)

    def _fit(self) -> None:
        if self._state:
            self._draw(self._state)

    def _restyle(self) -> None:
        self._future.setPen(pg.mkPen(palette().line, width=px(2), style=_DASHES))
        self._past.setPen(pg.mkPen(palette().action, width=px(2.5)))
        if self._state:
            self._draw(self._state)

    def _draw(self, state: State) -> None:
        log, most = state.display.log_loss, self.plot.most_ticks()
        curve = loss_curve(state.descent, log, most, staged=True)
        self._refusal.tell(curve.refused)
        self._curve = None if curve.refused else curve
        if curve.refused:
            return
        columns = max(round(self.plot.area()[0] / 2), 100)  # a line is wider than a pixel
        rows, losses = thinned(curve.losses, columns)
        heights = curve.drawn_heights(losses)
        past, ahead = rows <= curve.row, rows >= curve.row
        self._future.setVisible(visibility(state).ahead)
        self._past.setData(rows[past], heights[past])
        self._future.setData(rows[ahead], heights[ahead])
        self._kept_lines.show(curve_kept_lines(state.descent), curve.drawn_heights, cased=False)
        low, high = curve.drawn_heights(np.array(curve.y_range))
        self.plot.set_ranges(curve.x_range, (float(low), float(high)), pad=7)
        ticks = curve.drawn_heights(np.array(curve.heights.values, dtype=float))
        self.plot.set_ticks(
            (curve.steps.values, curve.steps.texts), (tuple(ticks.tolist()), curve.heights.texts)
        )
        self._mark(curve)

    def _mark(self, curve: LossCurve) -> None:
        """The current row, with its loss beside it where the curve leaves room."""
        if self._state and not _displayed(self._state)[1]:
            self._marks.show_marks(*self._run_ends(curve))
            return
        loss = float(curve.losses[curve.row])
        at = float(curve.drawn_heights(np.array([loss]))[0])
        low, high = curve.drawn_heights(np.array(curve.y_range))
        share = (at - low) / (high - low)
        right = curve.row > 0.75 * curve.x_range[1]
        before = float(curve.losses[max(curve.row - 1, 0)])
        falling = right and before > loss and share > 0.2  # there the line comes from above
        upper = share > 1 - max(0.2, px(30) / self.plot.area()[1]) or falling
        text = printed(self._state).text(loss) if self._state else ""
        words = Words(localize_numbers(text), curve.row, at, left=right, below=upper)
        ring: list[Dots] = []
        if self._hovered is not None:
            height = curve.drawn_heights(curve.losses[[self._hovered]])
            colors = palette().paper, palette().action
            ring = [Dots(np.array([self._hovered]), height, 5, *colors, 2)]
        line = Obstacle(*(np.concatenate(both) for both in zip(*self.lines, strict=True)))
        marks = (line, *self._run_ends(curve), *ring, *self._earlier_arrow(curve))
        self._marks.show_marks(*marks, now(curve.row, at), words)

    @property
    def lines(self) -> list[tuple[Floats, Floats]]:
        """Rows (n,) and heights (n,) of the lines on screen: the past, then the future if shown."""
        return [item.getData() for item in (self._past, self._future) if item.isVisible()]

    def _earlier_arrow(self, curve: LossCurve) -> list[Mark]:
        """The loss after the step about to be taken; at the rim, where it lies beyond."""
        found = next_step_at(self._state) if self._state else None
        if found is None:
            return []
        at = float(curve.drawn_heights(np.array([found.loss]))[0])
        low, high = curve.drawn_heights(np.array(curve.y_range))
        x = min(curve.row + 1.0, curve.x_range[1])
        shown = min(max(at, float(low)), float(high))
        share = (shown - float(low)) / float(high - low)
        side = x > 0.6 * curve.x_range[1]
        text = translate_message(next_step_words(found))
        if shown < at:
            return [Words(f"{text} ↑", x, shown, left=side, below=True)]
        words = Words(text, x, shown, left=side, below=share > 0.7)
        return [next_step(x, shown), words]

    def _run_ends(self, curve: LossCurve) -> list[Mark]:
        if not self._state:
            return []
        low, high = curve.drawn_heights(np.array(curve.y_range)).tolist()
        found = curve_kept_lines(self._state.descent)
        return end_marks(
            found, curve.drawn_heights, (curve.x_range, (low, high)), False, named=False
        )

    def _row_at(self, place: QPointF) -> int:
        return min(max(round(place.x()), 0), len(self._curve.losses) - 1) if self._curve else 0

    def _ask(self, place: QPointF) -> None:
        row = self._row_at(place)
        if self._curve and row != self._curve.row:
            self._wishes.jump(row)

    def _hover_row(self, row: int | None) -> None:
        if row != self._hovered and self._curve:
            self._hovered = row
            self._mark(self._curve)

    def _hover(self, place: QPointF) -> None:
        if (
            not self._state
            or not self._curve
            or not -0.5 <= place.x() <= len(self._curve.losses) - 0.5
        ):
            self._hover_row(None)
            self.plot.read_out("", place)
            return
        row = self._row_at(place)
        loss = float(self._curve.losses[row])
        at = QPointF(row, float(self._curve.drawn_heights(np.array([loss]))[0]))
        self._hover_row(row)
        step = translate_message(step_number(self._state.descent, row))
        self.plot.read_out(tr("step {row}: loss {loss}", row=step, loss=number(loss)), at)


def _displayed(state: State) -> tuple[object, ...]:
    """Whether the rows to come are shown, and the current one; and the step about to be taken."""
    shown, kept = visibility(state), state.descent.kept
    return shown.ahead, shown.loss, next_step_at(state), kept, state.display.log_loss


_DASHES = pg.QtCore.Qt.PenStyle.DashLine
