"""The loss surface in space: orbit, zoom, pan, presets; the point can be dragged over it."""

from collections.abc import Iterator

from PySide6.QtCore import QEvent, QPointF, QRectF, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QLabel, QWidget

from gd_visualizer.descent.state.camera import Camera, preset
from gd_visualizer.descent.state.state import State
from gd_visualizer.scene.surface.dark.guess import guessed_at
from gd_visualizer.scene.surface.dark.lantern import Lantern
from gd_visualizer.scene.surface.dragging import dragged_to
from gd_visualizer.scene.surface.slice import SurfaceSlice
from gd_visualizer.view.look.style import px
from gd_visualizer.view.surface3d.painter import Surface3DPainter
from gd_visualizer.view.text.surface import reading
from gd_visualizer.view.text.translate import tr
from gd_visualizer.view.widgets.key_drag import alt_held, shifted
from gd_visualizer.view.wishes import Wishes

_GRAB, _STILL = 22, 4  # px; a finger needs as much
_REST = 400  # ms without a change, after which the picture is drawn smooth
_FRAME = 33  # ms between two pictures while it turns by itself
_TURN, _PER_PIXEL = 0.35, 0.45  # degrees
_NOTCH = 0.85


class Surface3DView(QWidget):
    """Asks as the other surfaces do, and for another camera where a gesture has ended.

    ``gave_up(str)`` tells that OpenGL draws no more.
    """

    gave_up = Signal(str)

    def __init__(self, wishes: Wishes) -> None:
        super().__init__()
        self._wishes = wishes
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setAccessibleName(tr("Loss surface in 3D"))
        self._em = float(px(14))
        self.painter = Surface3DPainter()
        self.camera = Camera()
        self._state: State | None = None
        self._slice: SurfaceSlice | None = None
        self._lantern: Lantern | None = None
        self._last: QPointF | None = None
        self._grabbed = self._panning = self._moved = False
        self._readout = QLabel(self)
        self._readout.setObjectName("readout")
        self._readout.setTextFormat(Qt.TextFormat.PlainText)
        self._readout.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._readout.hide()
        self._rest, self._turning, self._end_later = QTimer(self), QTimer(self), QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(_REST)
        self._rest.timeout.connect(lambda: self._render(fine=True))
        self._turning.setInterval(_FRAME)
        self._turning.timeout.connect(self._turn)
        self._end_later.setSingleShot(True)
        self._end_later.timeout.connect(self._give_up)

    def set_em(self, em: float) -> None:
        """Other letters, in px."""
        self._em = em
        self.update()

    @property
    def turning(self) -> bool:
        """Whether it turns by itself."""
        return self._turning.isActive()

    def show_moment(
        self, state: State, surface_slice: SurfaceSlice, lantern: Lantern | None
    ) -> None:
        """Draws the surface at ``state``; ``lantern`` is None while it is light."""
        if self._state and state.descent.lesson is not self._state.descent.lesson:
            self._grabbed = False
        old = self._state
        if self._grabbed and old and old.descent.provisional and not state.descent.provisional:
            self._grabbed, self._last = False, None  # left by Esc
        if old and old.descent is not state.descent:
            self._readout.hide()  # it was read of another moment
        self._state, self._slice, self._lantern = state, surface_slice, lantern
        if not self._turning.isActive() and self._last is None:
            self.camera = state.display.camera
        self.painter.show(state, surface_slice, lantern)
        self._render()

    def prepare(
        self, coming: State, surface_slice: SurfaceSlice, lantern: Lantern | None
    ) -> Iterator[None]:
        """Draws the surface at a state that may come next, in pieces of work."""
        if self._last is None and not self._turning.isActive() and self.width() > 1:
            room = self.width(), self.height(), self.devicePixelRatioF()
            seen = (coming.display.camera, *room)
            yield from self.painter.prepare(coming, surface_slice, lantern, seen, self._em)

    def release(self) -> None:
        """Ends what moves by itself, and frees what OpenGL holds."""
        self.rest()
        self.painter.close()

    def rest(self) -> None:
        """Nothing moves while it is not seen."""
        for timer in (self._rest, self._turning, self._end_later):
            timer.stop()

    def look(self, name: str) -> None:
        """Asks for the camera of one of the ``PRESETS``."""
        self._turning.stop()
        self._take(preset(name), done=True)

    def turn(self, on: bool) -> None:
        """Turns slowly around the box while ``on``; the camera is asked for at the end."""
        if on:
            self._turning.start()
        elif self._turning.isActive():
            self._turning.stop()
            self._take(self.camera, done=True)

    def _turn(self) -> None:
        self._take(self.camera.orbited(_TURN, 0.0))

    def _take(self, camera: Camera, done: bool = False) -> None:
        self.camera = camera
        self._render()
        if done:
            self._wishes.look_from(camera)

    def _render(self, fine: bool = False) -> None:
        if self._slice is None or self.width() < 2 or not self.isVisible():
            return
        ratio = self.devicePixelRatioF()
        if not self.painter.render(self.camera, self.width(), self.height(), ratio, fine):
            self._give_up()
            return
        if not fine:
            self._rest.start()
        self.update()

    def _give_up(self) -> None:
        self.rest()
        self.gave_up.emit(self.painter.reason)

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802
        painter = QPainter(self)
        self.painter.paint(painter, QRectF(self.rect()), self._em)
        painter.end()
        if self.painter.lost:
            self._end_later.start()  # a view that is being painted cannot be taken away

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        super().resizeEvent(event)
        self._render()

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange and self._state and self._slice:
            self.show_moment(self._state, self._slice, self._lantern)

    def _near_point(self, place: QPointF) -> bool:
        moment = self.painter.moment
        if moment is None or not moment.inside:
            return False
        x, y = self.painter.screen(moment.here[None])[0]
        return bool((place.x() - x) ** 2 + (place.y() - y) ** 2 <= px(_GRAB) ** 2)

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        self._readout.hide()
        self._last = event.position()
        left = event.button() == Qt.MouseButton.LeftButton
        self._grabbed = left and self._near_point(event.position())
        self._panning = not self._grabbed and (not left or shifted(event))
        self._moved = self._panning

    def mouseMoveEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        if self._last is None or not event.buttons():
            self._end()
            self._hover(event.position())
            return
        by = event.position() - self._last
        if by.manhattanLength() < px(_STILL) and not (self._moved or self._grabbed):
            return  # a hand that trembles as it clicks
        self._last, self._moved = event.position(), True
        if self._grabbed:
            self._drag(event.position(), shifted(event))
        elif self._panning:
            self._take(self.camera.panned(by.x() / self.height(), -by.y() / self.height()))
        else:
            self._take(self.camera.orbited(-by.x() * _PER_PIXEL, by.y() * _PER_PIXEL))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        at = None if self._moved or self._grabbed else self.painter.pointed_at(event.position())
        if self._last is not None and at is not None and self._slice:
            self._wishes.guess_lowest(guessed_at(self._slice, at))
        self._end()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        """Asks for a descent that starts at the place of the surface below the mouse."""
        if event.button() == Qt.MouseButton.LeftButton and self._drag(event.position(), True):
            self._wishes.guess_lowest({})  # the first of the two clicks was none
            self._wishes.drop()

    def _end(self) -> None:
        if self._last is None:
            return
        self._last = None
        if self._grabbed:
            self._grabbed = False
            self._wishes.drop()
        else:
            self._wishes.look_from(self.camera)

    def _drag(self, place: QPointF, free: bool) -> bool:
        at = self.painter.place_at(place)
        if at is None or self._state is None or self._slice is None:
            return False
        self._wishes.drag(dragged_to(self._state.descent, self._slice, at, free))
        return True

    def _hover(self, place: QPointF) -> None:
        at = self.painter.place_at(place)
        words = ""
        if at and self._state and self._slice:
            words = reading(self._state, self._slice, at, self._lantern)
        self._readout.setVisible(bool(words))
        if words:
            self._readout.setText(words)
            self._readout.adjustSize()
            wide, high = self._readout.width(), self._readout.height()
            x = min(round(place.x()) + px(14), self.width() - wide)
            y = round(place.y()) - high - px(8)
            self._readout.move(max(x, 0), max(y, 0))

    def leaveEvent(self, event: QEvent) -> None:  # noqa: N802
        super().leaveEvent(event)
        self._readout.hide()

    def wheelEvent(self, event: QWheelEvent) -> None:  # noqa: N802
        notches = event.angleDelta().y() / 120
        if notches:
            x = (event.position().x() - self.width() / 2) / self.height()
            y = (self.height() / 2 - event.position().y()) / self.height()
            self._take(self.camera.zoomed(_NOTCH**-notches, (x, y)), done=True)
        event.accept()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Up and Down orbit, Left and Right with Shift; + and − zoom, 0 is the usual view."""
        turns = {
            Qt.Key.Key_Left: (-10, 0),
            Qt.Key.Key_Right: (10, 0),
            Qt.Key.Key_Up: (0, 5),
            Qt.Key.Key_Down: (0, -5),
        }
        factor = {"+": 1.25, "=": 1.25, "-": 0.8}.get(event.text())
        turn = turns.get(Qt.Key(event.key()), (0, 0))
        if alt_held(event):
            super().keyPressEvent(event)  # the view around it moves the point
        elif turn[1] or (turn[0] and shifted(event)):
            self._take(self.camera.orbited(*turn), done=True)
        elif factor:
            self._take(self.camera.zoomed(factor), done=True)
        elif event.text() == "0":
            self.look("isometric")
        else:
            super().keyPressEvent(event)
