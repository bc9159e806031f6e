"""The presenter: the whole screen for the class, moved by a clicker."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QPointF, QRectF, Qt, QTimer, Signal
from PySide6.QtGui import (
    QAccessible,
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
from gd_visualizer.drawing.frame import Audience
from gd_visualizer.drawing.shapes import Rect, Words, flat
from gd_visualizer.scene.explanation.reserved_widths import ReservedWidths
from gd_visualizer.scene.network.picture import network_picture
from gd_visualizer.scene.presenter.screen import ClassScreen, class_frame, class_screen
from gd_visualizer.scene.surface.guess import guessed_at
from gd_visualizer.scene.surface.lantern import lantern_at
from gd_visualizer.scene.surface.picture import surface_picture
from gd_visualizer.scene.surface.slice import SurfaceSlice
from gd_visualizer.view.look.style import palette, scaled
from gd_visualizer.view.network.hit_test import weight_at
from gd_visualizer.view.paint.drawing import paint_drawing
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
    it. ``left()`` tells that it has been closed.
    """

    left = Signal()

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
        self._screen: ClassScreen | None = None
        self._blank = self._pointing = False
        self._surface3d: Surface3DPainter | None = None
        self._reserved = ReservedWidths()
        self._hide = QTimer(self)
        self._hide.setSingleShot(True)
        self._hide.setInterval(_HIDDEN_AFTER)
        self._hide.timeout.connect(self._hide_mouse)

    @property
    def class_screen(self) -> ClassScreen | None:
        """What the next repaint shows; None before it is laid out."""
        return self._screen

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
            self._reserved = ReservedWidths()
        self._state = new
        if self.isVisible():
            self._lay_out()

    def show_slice(self, surface_slice: SurfaceSlice) -> None:
        """A slice of the surface, or a finer one."""
        if surface_slice is self._slice:
            return
        self._slice = surface_slice
        if self.isVisible() and self._state:
            self._draw_surface3d()
            self._write()

    def _draw_surface3d(self) -> None:
        """The surface in space, where that is what the class shall see."""
        made, state = self._screen, self._state
        wanted = made.beside if made else None
        room = made.plot if made else None
        if not room or not wanted or not wanted.in_space or probe() or not self._fits():
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
            size = round(room[2]), round(room[3])
            ratio = self.devicePixelRatioF()
            self._surface3d.render(state.display.camera, *size, ratio, fine=True)

    def _close_surface3d(self) -> None:
        if self._surface3d:
            self._surface3d.close()
            self._surface3d = None

    def _write(self) -> None:
        """Makes the screen anew; the next repaint shows it."""
        assert self._state is not None
        frame = class_frame(self.width(), self.height(), SPEECH)
        in_space = self._seen_in_space()
        self._screen = class_screen(self._state, frame, self._slice, self._reserved, in_space)
        self.update()

    def _seen_in_space(self) -> bool:
        """Whether OpenGL draws the surface."""
        return self._surface3d is not None and not self._surface3d.lost and self._fits()

    def _lay_out(self) -> None:
        if self._state is None:
            return
        was_in_space = self._seen_in_space()
        self._write()
        made = self._screen
        assert made is not None
        self._draw_surface3d()
        if self._seen_in_space() is not was_in_space:
            self._write()  # with the map, or with nothing in its place
        self.setAccessibleName(tr("Presenter"))
        if QAccessible.isActive():
            said = (one.text for one in flat(made.drawing.shapes) if isinstance(one, Words))
            self.setAccessibleDescription("\n".join(said))

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
        if self._screen and not self._blank:
            paint_drawing(painter, self._screen.drawing)
            self._paint_surface3d(painter, self._screen)
        painter.end()

    def _paint_surface3d(self, painter: QPainter, made: ClassScreen) -> None:
        if self._surface3d and made.plot and self._seen_in_space():
            with scaled(self.height() / _DESIGNED):
                self._surface3d.paint(painter, QRectF(*made.plot), made.frame(made.plot).em)

    def _fits(self) -> bool:
        """Whether the slice at hand is what the state is about, and can be drawn."""
        if self._slice is None or self._state is None:
            return False
        return self._slice.section is self._state.section and self._slice.refused is None

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
        made, place = self._screen, event.position()
        if event.button() != Qt.MouseButton.LeftButton or not made or not self._state:
            return
        room = made.network
        if room is None or not QRectF(*room).contains(place):
            self._guess(made, place)
            return
        picture = network_picture(self._state, made.frame(room))
        name = weight_at(picture, _inside(room, place))
        if name:
            self._wishes.select_weight(name)

    def _guess(self, made: ClassScreen, place: QPointF) -> None:
        """A click on the surface, for where the class thinks the lowest place is."""
        if not made.plot or not self._slice or not self._fits():
            return
        if not made.surface or not QRectF(*made.plot).contains(place):
            return
        at = self._values(made, made.plot, place)
        if at:
            self._wishes.guess_lowest(guessed_at(self._slice, at))

    def _values(self, made: ClassScreen, room: Rect, place: QPointF) -> tuple[float, float] | None:
        """What lies at a place of the surface's room; None beside the surface."""
        assert self._state is not None
        assert self._slice is not None
        inside = _inside(room, place)
        if self._surface3d and not self._surface3d.lost:
            return self._surface3d.pointed_at(inside)
        picture = surface_picture(self._state, self._slice, made.frame(room))
        if picture.area is None:
            return None
        values = picture.area.values(inside.x(), inside.y())
        return values if picture.area.holds(*values) else None

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


def _inside(room: Rect, place: QPointF) -> QPointF:
    """A place of the screen, from the room's corner on."""
    return place - QPointF(room[0], room[1])
