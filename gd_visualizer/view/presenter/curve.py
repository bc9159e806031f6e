"""The loss by step for the back row."""

import numpy as np
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPolygonF

from gd_visualizer.core.arrays import Floats
from gd_visualizer.descent.names import loss_title
from gd_visualizer.descent.state.state import State
from gd_visualizer.scene.curve.curve import loss_curve, thinned
from gd_visualizer.scene.curve.kept_runs import curve_kept_lines
from gd_visualizer.scene.explanation.of_state import printed
from gd_visualizer.scene.look.ticks import Ticks
from gd_visualizer.scene.visibility import visibility
from gd_visualizer.view.look.style import palette
from gd_visualizer.view.presenter.axes import Axes, Sizes, area_of, paint_axes
from gd_visualizer.view.presenter.beside import BesidePainter
from gd_visualizer.view.presenter.marks import paint_kept_runs
from gd_visualizer.view.presenter.surface import write_beside
from gd_visualizer.view.text.translate import localize_numbers, tr, translate_message
from gd_visualizer.view.widgets.refusal import paint_refusal


@BesidePainter
def paint_curve(painter: QPainter, rect: QRectF, state: State, sizes: Sizes) -> None:
    """The loss by step, up to where we are."""
    most = (
        max(int(rect.width() / (sizes.small * 5)), 2),
        max(int(rect.height() / (sizes.small * 3)), 2),
    )
    curve = loss_curve(state.descent, state.display.log_loss, most)
    if curve.refused:
        paint_refusal(painter, rect, curve.refused, sizes.small)
        return
    low, high = curve.drawn_heights(np.array(curve.y_range)).tolist()
    axes = Axes(area_of(rect, (low, high), sizes.small, curve.heights), curve.x_range, (low, high))
    heights = curve.drawn_heights(np.array(curve.heights.values, dtype=float)).tolist()
    painted = Ticks(tuple(heights), curve.heights.texts)
    paint_axes(
        painter,
        axes,
        tr("step"),
        translate_message(loss_title(state.descent.lesson)),
        sizes.small,
        True,
        curve.steps,
        painted,
    )
    runs = curve_kept_lines(state.descent)

    def line(xs: Floats, ys: Floats) -> QPolygonF:
        return axes.line(xs, curve.drawn_heights(ys))

    paint_kept_runs(painter, axes.area, runs, line, sizes.small)
    if not visibility(state).loss:
        return
    rows, losses = thinned(curve.losses[: curve.row + 1], max(round(rect.width()), 200))
    painter.setPen(QPen(QColor(palette().action), sizes.small * 0.2))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawPolyline(axes.line(rows, curve.drawn_heights(losses)))
    loss = float(curve.losses[curve.row])
    place = axes.at(curve.row, float(curve.drawn_heights(np.array([loss]))[0]))
    painter.setPen(QPen(QColor(palette().paper), sizes.small * 0.14))
    painter.setBrush(QColor(palette().now))
    painter.drawEllipse(place, sizes.small * 0.42, sizes.small * 0.42)
    left = place.x() > axes.area.center().x()
    before = float(curve.losses[max(curve.row - 1, 0)])  # a falling line comes from above
    top = place.y() < axes.area.top() + sizes.key * 2 or (left and before > loss)
    text = localize_numbers(printed(state).text(loss))
    write_beside(painter, axes, place, text, sizes.key, not left, top, "ink")
