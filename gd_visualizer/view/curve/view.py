"""The loss by step: past and future, the current row, and a click or drag that goes to a row."""

from collections.abc import Iterator

import numpy as np
from PySide6.QtCore import QPointF
from PySide6.QtWidgets import QVBoxLayout

from gd_visualizer.descent.state.held_out import held_out_losses
from gd_visualizer.descent.state.shown_step import step_number
from gd_visualizer.descent.state.state import State
from gd_visualizer.drawing.shapes import Paint, Pen, Shape
from gd_visualizer.scene.curve.picture import CurvePicture, curve_picture
from gd_visualizer.scene.explanation.of_state import printed
from gd_visualizer.scene.plot import marks
from gd_visualizer.scene.rate.next_step import next_step_at
from gd_visualizer.scene.visibility import visibility
from gd_visualizer.text.numerals import number
from gd_visualizer.view.plot.plot import Plot
from gd_visualizer.view.text.translate import tr, translate_message
from gd_visualizer.view.widgets.picture_view import PictureView
from gd_visualizer.view.wishes import Wishes


class CurveView(PictureView):
    """Asks for the row that is clicked."""

    def __init__(self, wishes: Wishes) -> None:
        super().__init__(wishes)
        self.plot = Plot(tr("Loss by step"))
        self.setFocusProxy(self.plot)
        self._hovered: int | None = None
        self.plot.pressed.connect(self._ask)
        self.plot.dragged.connect(lambda place, _by, _free: self._ask(place))
        self.plot.moved.connect(self._hover)
        self.plot.left.connect(lambda: self._hover_row(None))
        self.plot.resized.connect(self._draw)
        self._picture: CurvePicture | None = None
        self._state: State | None = None
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.plot, 1)

    def set_em(self, em: float) -> None:
        super().set_em(em)
        self.plot.set_em(em)

    @property
    def log(self) -> bool:
        """Whether the heights are by decades."""
        return bool(self._picture and self._picture.curve.log)

    def retranslate(self) -> None:
        """The same in the language that is in force now."""
        if self._state:
            self._draw()

    def sync(self, new: State, old: State | None) -> None:
        """The curve of the rows there are; drawn anew where timeline or cursor differ."""
        self._state = new
        moved = old is None or old.descent.timeline is not new.descent.timeline
        if moved or (old and _displayed(old) != _displayed(new)):
            self._hovered = None
            self._draw()

    def prepare(self, coming: State) -> Iterator[None]:
        """The curve with the row that may come next."""
        self.prepare_drawing(curve_picture(coming, self.plot.frame).drawing)
        yield

    def _draw(self) -> None:
        if self._state is None:
            return
        self._picture = curve_picture(self._state, self.plot.frame)
        self._show()

    def _show(self) -> None:
        made = self._picture
        if made:
            self.plot.show_drawing(made.drawing, made.area, self._ring(made))

    def _ring(self, made: CurvePicture) -> list[Shape]:
        """Around the row under the mouse."""
        if self._hovered is None or made.area is None:
            return []
        height = float(made.curve.drawn_heights(made.curve.losses[[self._hovered]])[0])
        em = self.plot.frame.em
        pen = Pen(Paint("action"), 0.14 * em)
        return [marks.dot(made.area.place(self._hovered, height), 0.36 * em, marks.PAPER, pen)]

    def _row_at(self, place: QPointF) -> int:
        made = self._picture
        return min(max(round(place.x()), 0), len(made.curve.losses) - 1) if made else 0

    def _ask(self, place: QPointF) -> None:
        row = self._row_at(place)
        if self._picture and self._picture.area and row != self._picture.curve.row:
            self._wishes.jump(row)

    def _hover_row(self, row: int | None) -> None:
        if row != self._hovered and self._picture:
            self._hovered = row
            self._show()

    def _hover(self, place: QPointF) -> None:
        made = self._picture
        if (
            not self._state
            or not made
            or not made.area
            or not -0.5 <= place.x() <= len(made.curve.losses) - 0.5
        ):
            self._hover_row(None)
            self.plot.read_out("", place)
            return
        row = self._row_at(place)
        loss = float(made.curve.losses[row])
        at = QPointF(row, float(made.curve.drawn_heights(np.array([loss]))[0]))
        self._hover_row(row)
        step = translate_message(step_number(self._state.descent, row))
        said = tr("step {row}: loss {loss}", row=step, loss=number(loss))
        if made.curve.testing:
            tested = float(held_out_losses(self._state.descent, np.array([row]))[0])
            said += "\n" + tr("testing loss {loss}", loss=number(tested))
        self.plot.read_out(said, at)


def _displayed(state: State) -> tuple[object, ...]:
    """Whether the rows to come are shown, and the current one; the step about to be taken; where a
    drag has come to; and how numbers are printed."""
    shown, kept = visibility(state), state.descent.kept
    told = shown.ahead, shown.loss, next_step_at(state), kept, state.display.log_loss
    return *told, state.descent.provisional, printed(state)
