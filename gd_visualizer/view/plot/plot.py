"""A plot that shows a drawing: pyqtgraph keeps ranges and mouse, the scene draws all there is."""

from collections.abc import Sequence

import numpy as np
import pyqtgraph as pg
from msgspec.structs import replace
from PySide6.QtCore import QEvent, QPointF, Qt, Signal
from PySide6.QtGui import (
    QFocusEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QWheelEvent,
)

from gd_visualizer.drawing.frame import Audience, Frame
from gd_visualizer.drawing.shapes import Drawing, Paint, Shape, Words
from gd_visualizer.scene.plot.area import Area
from gd_visualizer.view.look.style import look, px
from gd_visualizer.view.paint.resting import RestingShapes
from gd_visualizer.view.plot.readout import Readout
from gd_visualizer.view.text.translate import speech
from gd_visualizer.view.widgets.key_drag import shifted
from gd_visualizer.view.widgets.keyboard_focus import KeyboardFocus

pg.setConfigOptions(antialias=True)
_ZOOM_A_NOTCH = 0.85


class Plot(pg.PlotWidget):
    """``pressed``, ``released``, ``moved``, ``clicked`` (down and up at one place of the area; told
    before ``released``) and ``chosen`` (by a double click) give places in the plot's own units;
    ``dragged`` the place, how far it is from the last one, and whether Shift is held; ``zoomed``
    the place and a factor (below 1: nearer); ``resized`` tells that there is another frame to draw
    for, in size or look.
    """

    pressed = Signal(QPointF)
    dragged = Signal(QPointF, QPointF, bool)
    released = Signal(QPointF)
    chosen = Signal(QPointF)
    clicked = Signal(QPointF)
    moved = Signal(QPointF)
    left = Signal()
    zoomed = Signal(QPointF, float)
    resized = Signal()

    def __init__(self, name: str) -> None:
        super().__init__(enableMenu=False)
        self.setAccessibleName(name)
        self.hideButtons()
        self.setMouseEnabled(False, False)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        for side in ("bottom", "left"):
            self.hideAxis(side)
        box = self.getViewBox()
        box.setDefaultPadding(0)
        box.disableAutoRange()
        self._em = float(px(14))
        self._look = look()
        self._drawing: Drawing | None = None
        self._area: Area | None = None
        self._lit = ""
        self._resting = RestingShapes()
        self._readout = Readout(self)
        self._focus = KeyboardFocus(self)
        self._last: QPointF | None = None
        self._down: QPointF | None = None  # until the mouse has moved from there
        self._shift = False
        self.viewport().installEventFilter(self)
        self.viewport().setMouseTracking(True)

    @property
    def frame(self) -> Frame:
        """The room that there is for a drawing."""
        return Frame(self.width(), self.height(), self._em, Audience.SCREEN, speech())

    def set_em(self, em: float) -> None:
        """Other letters, in px."""
        if em != self._em:
            self._em = em
            self.resized.emit()

    @property
    def drawing(self) -> Drawing | None:
        """What the next repaint shows; None before there is anything."""
        return self._drawing

    def show_drawing(
        self, drawing: Drawing | None, area: Area | None, over: Sequence[Shape] = ()
    ) -> None:
        """Shows a drawing made for ``frame``, with shapes ``over`` it; the mouse tells places of
        ``area``."""
        if drawing is not None and over:
            drawing = replace(drawing, shapes=(*drawing.shapes, *over))
        self._drawing = drawing
        if area is not None and area != self._area:
            self._place(area)
        self._area = area
        self.viewport().update()

    def _place(self, area: Area) -> None:
        """The ViewBox where the drawing has its area, in its ranges."""
        left, top, width, height = area.rect
        layout = self.getPlotItem().layout
        layout.setContentsMargins(
            left, top, self.width() - left - width, self.height() - top - height
        )
        layout.activate()
        self.getViewBox().setRange(xRange=area.x, yRange=area.y, padding=0, disableAutoRange=True)

    def read_out(self, text: str, place: QPointF) -> None:
        """``text`` beside a place of the plot; nothing, where it is empty."""
        self._readout.show_text(text)
        if text:
            at = self.mapFromScene(self.getViewBox().mapViewToScene(place))
            self._readout.put_beside(at)

    def pixels_between(self, a: QPointF, b: QPointF) -> float:
        """How far apart two places of the plot are on screen."""
        box = self.getViewBox()
        away = box.mapViewToScene(a) - box.mapViewToScene(b)
        return float(np.hypot(away.x(), away.y()))

    def area(self) -> tuple[float, float]:
        """Width and height of the area in pixels."""
        return self._area.size if self._area else (1.0, 1.0)

    def light(self, name: str) -> None:
        """Lights up the axis of that parameter; an empty name: none."""
        if name != self._lit:
            self._lit = name
            self.viewport().update()

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange and self._look != look():
            self._look = look()
            self.resized.emit()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        super().resizeEvent(event)
        self.resized.emit()

    def eventFilter(self, _watched: object, event: QEvent) -> bool:  # noqa: N802
        if isinstance(event, QMouseEvent) and event.type() in _MOUSE:
            if self._area is not None:
                self._tell(event, self._values(event.position()))
        elif event.type() == QEvent.Type.Leave:
            self._readout.hide()
            self.left.emit()
        return False

    def _values(self, position: QPointF) -> QPointF:
        """The plot's values at a place of the widget."""
        found: QPointF = self.getViewBox().mapSceneToView(self.mapToScene(position.toPoint()))
        return found

    def _tell(self, event: QMouseEvent, place: QPointF) -> None:
        left = event.button() == Qt.MouseButton.LeftButton
        kind, self._shift = event.type(), shifted(event)
        if kind == QEvent.Type.MouseButtonDblClick and left:
            self.chosen.emit(place)
        elif kind == QEvent.Type.MouseButtonPress and left:
            self._last = self._down = event.position()
            self.pressed.emit(place)
        elif kind == QEvent.Type.MouseButtonRelease and left:
            self._last = None
            if self._still(event) and self.getViewBox().viewRect().contains(place):
                self.clicked.emit(place)
            self._down = None
            self.released.emit(place)
        elif kind == QEvent.Type.MouseMove and self._last is not None and not _held(event):
            self._last = self._down = None  # the button went up where nobody told us, in a dialog
            self.released.emit(place)
        elif kind == QEvent.Type.MouseMove and self._last is not None:
            if not self._still(event):
                self._down = None
            before = self._values(self._last)
            self._last = event.position()
            self.dragged.emit(place, place - before, shifted(event))
        elif kind == QEvent.Type.MouseMove:
            self.moved.emit(place)

    @property
    def shift_held(self) -> bool:
        """Whether Shift was held when the mouse told something last."""
        return self._shift

    @property
    def steady(self) -> bool:
        """Whether the mouse has not left where its button went down: a hand trembles."""
        return self._down is not None

    def _still(self, event: QMouseEvent) -> bool:
        return self._down is not None and (event.position() - self._down).manhattanLength() < px(4)

    def wheelEvent(self, event: QWheelEvent) -> None:  # noqa: N802
        notches = event.angleDelta().y() / 120
        if notches and self._area is not None:
            self.zoomed.emit(self._values(event.position()), _ZOOM_A_NOTCH**notches)
        event.accept()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Keys belong to the view around the plot, not to pyqtgraph's own history of ranges."""
        event.ignore()

    def focusInEvent(self, event: QFocusEvent) -> None:  # noqa: N802
        super().focusInEvent(event)
        self.viewport().update()

    def focusOutEvent(self, event: QFocusEvent) -> None:  # noqa: N802
        super().focusOutEvent(event)
        self.viewport().update()

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802
        """The drawing alone: of pyqtgraph's own items nothing is seen."""
        painter = QPainter(self.viewport())
        shown = self._lighted(self._drawing) if self._drawing else None
        self._resting.paint(painter, shown, self.viewport().size())
        self._focus.paint(painter, 2)
        painter.end()

    def _lighted(self, drawing: Drawing) -> Drawing:
        """With the name of the axis in blue that is pointed at elsewhere."""
        if not self._lit:
            return drawing
        return replace(drawing, shapes=tuple(self._as_lit(one) for one in drawing.shapes))

    def _as_lit(self, shape: Shape) -> Shape:
        if isinstance(shape, Words) and shape.name == self._lit:
            return replace(shape, paint=Paint("action"))
        return shape


def _held(event: QMouseEvent) -> bool:
    return bool(event.buttons() & Qt.MouseButton.LeftButton)


_MOUSE = (
    QEvent.Type.MouseButtonPress,
    QEvent.Type.MouseButtonRelease,
    QEvent.Type.MouseButtonDblClick,
    QEvent.Type.MouseMove,
)
