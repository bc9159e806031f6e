"""The presenter: the whole screen for the class, moved by a clicker."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QPointF, QRectF, Qt, QTimer, Signal
from PySide6.QtGui import (
    QCloseEvent,
    QColor,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import QWidget

from gd_visualizer.descent.state.state import State
from gd_visualizer.drawing.frame import Audience, Frame
from gd_visualizer.lesson.pictures import CURVE, NETWORK, Picture, found
from gd_visualizer.scene.network.picture import network_picture
from gd_visualizer.scene.surface.guess import guessed_at
from gd_visualizer.scene.surface.lantern import lantern_at
from gd_visualizer.scene.surface.maker import DrawingMaker
from gd_visualizer.scene.surface.picture import map_aspect, surface_picture
from gd_visualizer.scene.surface.slice import SurfaceSlice
from gd_visualizer.scene.visibility import visibility
from gd_visualizer.view.explanation import items as explanation_items
from gd_visualizer.view.explanation.chips import ReservedWidths
from gd_visualizer.view.look.style import palette, scaled
from gd_visualizer.view.network.hit_test import weight_at
from gd_visualizer.view.paint.drawing import paint_drawing
from gd_visualizer.view.presenter.layout import Stage, stage
from gd_visualizer.view.presenter.pointer import pointer_cursor
from gd_visualizer.view.surface3d.gl_probe import probe
from gd_visualizer.view.text.translate import SPEECH, tr
from gd_visualizer.view.wishes import Wishes

if TYPE_CHECKING:
    from gd_visualizer.view.surface3d.painter import Surface3DPainter

_HIDDEN_AFTER = 2000  # ms without a movement of the mouse
_DESIGNED = 720  # pixels high, for which line widths are designed
_BLANK = (Qt.Key.Key_Period, Qt.Key.Key_B)


class Presenter(QWidget):
    """Asks for what the clicker means, as the window does; ``keys`` are those that it shares with
    it. ``left()`` tells that it has been closed, ``aspect_changed(float)`` the shape of its
    surface.
    """

    left = Signal()
    aspect_changed = Signal(float)

    def __init__(self, wishes: Wishes, keys: dict[int, Callable[[], object]]) -> None:
        super().__init__()
        self._wishes = wishes
        self.setWindowTitle(tr("Presenter"))
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._keys = keys
        self._state: State | None = None
        self._slice: SurfaceSlice | None = None
        self._stage: Stage | None = None
        self._blank = self._pointing = False
        self._surface3d: Surface3DPainter | None = None
        self._rooms = ReservedWidths()
        self._hide = QTimer(self)
        self._hide.setSingleShot(True)
        self._hide.setInterval(_HIDDEN_AFTER)
        self._hide.timeout.connect(self._hide_mouse)

    @property
    def stage(self) -> Stage | None:
        """The screen's parts with their places; None before they are laid out."""
        return self._stage

    @property
    def blank(self) -> bool:
        """Whether the screen is dark."""
        return self._blank

    @property
    def pointing(self) -> bool:
        """Whether the mouse is a large pointer."""
        return self._pointing

    def sync(self, new: State, _old: State | None) -> None:
        """Lays the screen out for ``new``; nothing where it is hidden."""
        if self._state is None or new.descent.lesson is not self._state.descent.lesson:
            self._rooms = ReservedWidths()
        self._state = new
        if self.isVisible():
            self._lay_out()

    def show_slice(self, surface_slice: SurfaceSlice) -> None:
        """A slice of the surface, or a finer one."""
        if surface_slice is self._slice:
            return
        self._slice = surface_slice
        display = self._state.display if self._state else None
        if display and (display.dark or display.revealed) and self.isVisible():
            self._write()  # what it says depends on the slice
        self._draw_surface3d()
        self.update()

    def _draw_surface3d(self) -> None:
        """The surface in space, where that is what the class shall see."""
        made, state = self._stage, self._state
        wanted = made.beside if made else None
        if not made or not wanted or not wanted.in_space or probe() or not self._fits():
            self._close_surface3d()
            return
        from gd_visualizer.view.surface3d.painter import (
            Surface3DPainter,
        )  # takes a third of a second

        assert state is not None
        assert self._slice is not None
        self._surface3d = self._surface3d or Surface3DPainter(Audience.CLASS)
        lantern = lantern_at(state.descent, self._slice) if state.display.dark else None
        with scaled(self.height() / _DESIGNED):
            self._surface3d.prepare(state, self._slice, lantern)
            size = round(made.plot.width()), round(made.plot.height())
            ratio = self.devicePixelRatioF()
            self._surface3d.render(state.display.camera, *size, ratio, fine=True)

    def _close_surface3d(self) -> None:
        if self._surface3d:
            self._surface3d.close()
            self._surface3d = None

    def _write(self) -> None:
        assert self._state is not None
        with scaled(self.height() / _DESIGNED):
            self._stage = stage(
                self._state, self.width(), self.height(), self._rooms, self._drawn()
            )

    def _lay_out(self) -> None:
        if self._state is None:
            return
        self._write()
        assert self._stage is not None
        if self._stage.surface:
            self.aspect_changed.emit(map_aspect(self._frame(self._stage.plot)))
        self._draw_surface3d()
        self.setAccessibleName(tr("Presenter"))
        self.setAccessibleDescription("\n".join(i.text for i in self._stage.items if i.text))
        self.update()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        super().resizeEvent(event)
        self._lay_out()

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange and self.isVisible():
            self._lay_out()

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802
        painter = QPainter(self)
        painter.fillRect(self.rect(), QColor("#000000" if self._blank else palette().paper))
        if self._stage and self._state and not self._blank:
            with scaled(self.height() / _DESIGNED):
                self._paint(painter, self._stage, self._state)
        painter.end()

    def _paint(self, painter: QPainter, made: Stage, state: State) -> None:
        explanation_items.paint(painter, made.items)
        if not made.network.isEmpty():
            self._draw(painter, NETWORK, made.network, state)
        if self._surface3d and not self._surface3d.lost and self._fits():
            self._surface3d.paint(painter, made.plot, made.sizes.small)
        elif made.beside and made.beside.drawing and not made.plot.isEmpty():
            self._draw(painter, made.beside, made.plot, state)
        if not made.curve.isEmpty():
            self._draw(painter, CURVE, made.curve, state)

    def _draw(self, painter: QPainter, picture: Picture, room: QRectF, state: State) -> None:
        """A kind of picture into its room."""
        maker = found("scene", picture.drawing, DrawingMaker)
        drawing = maker.draw(state, self._frame(room), visibility(state), self._about(state))
        painter.save()
        painter.translate(room.topLeft())
        paint_drawing(painter, drawing)
        painter.restore()

    def _frame(self, room: QRectF) -> Frame:
        assert self._stage is not None
        small = round(self._stage.sizes.small)
        return Frame(room.width(), room.height(), small, Audience.CLASS, SPEECH)

    def _about(self, state: State) -> SurfaceSlice | None:
        """The slice at hand, if it is what the state is about."""
        there = self._slice is not None and self._slice.section is state.section
        return self._slice if there else None

    def _fits(self) -> bool:
        """Whether the slice at hand is what the state is about, and can be drawn."""
        if self._slice is None or self._state is None:
            return False
        return self._slice.section is self._state.section and self._slice.refused is None

    def _drawn(self) -> SurfaceSlice | None:
        return self._slice if self._fits() else None

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """A clicker that repeats a key which is held down is not meant."""
        key = event.key()
        if event.isAutoRepeat():
            return
        if key in (Qt.Key.Key_F5, Qt.Key.Key_Escape):
            self.close()
        elif key in _BLANK:
            self._blank = not self._blank
            self.update()
        elif key == Qt.Key.Key_PageDown:
            self._go(self._wishes.next)
        elif key == Qt.Key.Key_PageUp:
            self._go(self._wishes.previous)
        elif key == Qt.Key.Key_P:
            self._pointing = not self._pointing
            self._show_mouse()
        elif key in self._keys:
            self._keys[key]()
        else:
            super().keyPressEvent(event)

    def _go(self, wish: Callable[[], object]) -> None:
        """A press while the screen is dark only brings the light back."""
        if self._blank:
            self._blank = False
            self.update()
        else:
            wish()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        super().mouseMoveEvent(event)
        self._show_mouse()

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        if event.button() != Qt.MouseButton.LeftButton or not self._stage or not self._state:
            return
        room = self._stage.network
        if not room.contains(event.position()):
            self._guess(event.position())
            return
        picture = network_picture(self._state, self._frame(room))
        name = weight_at(picture, event.position() - room.topLeft())
        if name:
            self._wishes.select_weight(name)

    def _guess(self, place: QPointF) -> None:
        """A click on the surface, for where the class thinks the lowest place is."""
        if not self._stage or not self._slice or not self._fits():
            return
        if not self._stage.surface or not self._stage.plot.contains(place):
            return
        at = self._values(place - self._stage.plot.topLeft())
        if at:
            self._wishes.guess_lowest(guessed_at(self._slice, at))

    def _values(self, place: QPointF) -> tuple[float, float] | None:
        """What lies at a place of the surface's room; None beside the surface."""
        assert self._stage is not None
        assert self._state is not None
        assert self._slice is not None
        if self._surface3d and not self._surface3d.lost:
            return self._surface3d.pointed_at(place)
        made = surface_picture(self._state, self._slice, self._frame(self._stage.plot))
        if made.area is None:
            return None
        values = made.area.values(place.x(), place.y())
        return values if made.area.holds(*values) else None

    def _show_mouse(self) -> None:
        pointer = pointer_cursor(self.height()) if self._pointing else Qt.CursorShape.ArrowCursor
        self.setCursor(pointer)
        self._hide.start()

    def _hide_mouse(self) -> None:
        if not self._pointing:
            self.setCursor(Qt.CursorShape.BlankCursor)

    def closeEvent(self, event: QCloseEvent) -> None:  # noqa: N802
        self._hide.stop()
        self._blank = self._pointing = False
        super().closeEvent(event)
        self._close_surface3d()
        self.left.emit()
