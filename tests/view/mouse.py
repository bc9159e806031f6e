"""Real mouse events on plots, whose viewport takes them in pixels."""

from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QMouseEvent, QWheelEvent
from PySide6.QtWidgets import QApplication

from gd_visualizer.view.plot.plot import Plot

LEFT, NONE = Qt.MouseButton.LeftButton, Qt.MouseButton.NoButton


def pixel(plot: Plot, x: float, y: float) -> QPointF:
    """Where a place of the plot is on its viewport."""
    scene = plot.getViewBox().mapViewToScene(QPointF(x, y))
    return QPointF(plot.mapFromScene(scene))


def send(plot: Plot, kind: QEvent.Type, at: QPointF, button: Qt.MouseButton = LEFT) -> None:
    """One mouse event, as Qt itself would deliver it."""
    held = NONE if kind == QEvent.Type.MouseButtonRelease else button
    pressed = NONE if kind == QEvent.Type.MouseMove else button
    there = QPointF(plot.viewport().mapToGlobal(at.toPoint()))
    event = QMouseEvent(kind, at, there, pressed, held, Qt.KeyboardModifier.NoModifier)
    QApplication.sendEvent(plot.viewport(), event)


def press(plot: Plot, x: float, y: float) -> None:
    """The left button goes down."""
    send(plot, QEvent.Type.MouseButtonPress, pixel(plot, x, y))


def move(plot: Plot, x: float, y: float, button: Qt.MouseButton = LEFT) -> None:
    """The mouse moves, by default with the left button down."""
    send(plot, QEvent.Type.MouseMove, pixel(plot, x, y), button)


def release(plot: Plot, x: float, y: float) -> None:
    """The left button goes up."""
    send(plot, QEvent.Type.MouseButtonRelease, pixel(plot, x, y))


def wheel(plot: Plot, x: float, y: float, notches: int) -> None:
    """The wheel turns; upwards is positive."""
    at = pixel(plot, x, y)
    event = QWheelEvent(
        at,
        QPointF(plot.viewport().mapToGlobal(at.toPoint())),
        QPoint(),
        QPoint(0, 120 * notches),
        NONE,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(plot.viewport(), event)
