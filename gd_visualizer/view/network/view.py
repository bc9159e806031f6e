"""The network's diagram: select, type and drag weights on their edges."""

from collections.abc import Iterator

import numpy as np
from PySide6.QtCore import QEvent, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import (
    QAccessible,
    QColor,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import QToolTip

from gd_visualizer.descent.state.state import State
from gd_visualizer.scene.network.of_state import shown_diagram
from gd_visualizer.scene.network.parts import Diagram
from gd_visualizer.scene.network.picture import Lights, NetworkPicture, network_picture
from gd_visualizer.scene.snapping import one_step, weight_scale
from gd_visualizer.view.look.style import palette
from gd_visualizer.view.network.changes import computes, looks_alike
from gd_visualizer.view.network.hit_test import (
    described,
    node_at,
    node_words,
    part_at,
    rect_of,
    weight_at,
)
from gd_visualizer.view.network.keyboard import ARROWS, Part, next_part
from gd_visualizer.view.network.press import Press
from gd_visualizer.view.paint.drawing import paint_drawing
from gd_visualizer.view.text.translate import tr
from gd_visualizer.view.widgets.animation import Animation
from gd_visualizer.view.widgets.event_listener import EventListener
from gd_visualizer.view.widgets.key_drag import KeyDrag, shifted, way
from gd_visualizer.view.widgets.keyboard_focus import KeyboardFocus
from gd_visualizer.view.widgets.number_editor import NumberEditor, typed_weight
from gd_visualizer.view.widgets.picture_view import PictureView
from gd_visualizer.view.wishes import Wishes

_APPEARING = 450  # ms


class NetworkView(PictureView):
    """Asks for another value of a weight: typed, or dragged up and down.

    ``pointed_at(str)`` tells the weight under the mouse, or inputs, predicted or error; ``light``
    is its counterpart, for what is pointed at elsewhere. While nodes show pictures,
    ``node_pointed_at`` tells the node (layer, index) under the mouse, or None.
    """

    pointed_at = Signal(str)
    node_pointed_at = Signal(object)

    def __init__(self, wishes: Wishes) -> None:
        super().__init__(wishes)
        self.setMouseTracking(True)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(tr("Network"))
        self.setAccessibleDescription(
            tr("Arrows choose a weight or a node, Enter or a number types a value")
        )
        self._state: State | None = None
        self._diagram: Diagram | None = None
        self._picture: NetworkPicture | None = None
        self._lit = ""
        self._hovered: tuple[int, int] | None = None
        self._press: Press | None = None
        self._keys, self._focus = KeyDrag(wishes, self), KeyboardFocus(self)
        self._appear = Animation(self, _APPEARING)
        self._appear.valueChanged.connect(self._redraw)
        self._editor = NumberEditor(self, typed_weight, wishes.set_parameter)
        self._editor.setAccessibleName(tr("Value of the weight"))
        self._editor.closed.connect(self._redraw)
        EventListener(self, QEvent.Type.ToolTip, self._tell_node)

    @property
    def diagram(self) -> Diagram | None:
        """What is shown, in the view's own pixels; None before the first ``sync``."""
        return self._diagram

    @property
    def lit(self) -> str:
        """What is pointed at; ``""`` is nothing."""
        return self._lit

    def sync(self, new: State, old: State | None) -> None:
        """Lays the diagram out anew where weights, data or lesson differ."""
        if old and old.descent.provisional and not new.descent.provisional:
            self._press = None  # dropped, or left by Esc
            self._keys.forget()
        same = old is not None and old.descent is new.descent
        self._state = new
        if QAccessible.isActive():
            self.setAccessibleDescription(described(new))
        if old and computes(old, new):
            self._appear.begin()
        else:
            self._appear.stop()
        if same and old and looks_alike(old, new):
            self._redraw()
            return
        if old and old.descent.lesson is not new.descent.lesson:
            self._editor.leave()
            self._lit, self._hovered = "", None  # the other network may have no such node
        self._lay_out()

    def prepare(self, coming: State) -> Iterator[None]:
        """The diagram with the numbers that may come next."""
        if self.width() > 10:
            self.prepare_drawing(
                network_picture(coming, self.frame, None, self._lights(1.0)).drawing
            )
        yield

    def light(self, what: str) -> None:
        """Lights up what is pointed at here or in another view."""
        if what != self._lit:
            self._lit = what
            self._redraw()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        super().resizeEvent(event)
        self._editor.finish()
        self._lay_out()

    def restyle(self) -> None:
        self._lay_out()

    def _lay_out(self) -> None:
        if self._state and self.width() > 10:
            self._diagram = shown_diagram(self._state, self.frame)
            self._redraw()

    def set_em(self, em: float) -> None:
        super().set_em(em)
        self._lay_out()

    def _redraw(self) -> None:
        self._picture = None
        self.update()

    @property
    def picture(self) -> NetworkPicture | None:
        """What the next repaint shows; None before the first ``sync``."""
        if self._picture is None and self._diagram and self._state:
            lights = self._lights(self._appear.share)
            self._picture = network_picture(self._state, self.frame, None, lights)
        return self._picture

    def _lights(self, share: float) -> Lights:
        """What is lit; ``share`` of the layers have their values."""
        return Lights(self._lit, self._editor.name, self._hovered, share)

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802
        picture = self.picture
        if picture is None:
            return
        painter = QPainter(self)
        painter.fillRect(self.rect(), QColor(palette().paper))
        paint_drawing(painter, picture.drawing)
        self._focus.paint(painter)
        painter.end()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        if self._press is None:
            self._point(event.position())
            return
        if not event.buttons() & Qt.MouseButton.LeftButton:
            self._release()  # the button went up where nobody told us, in a dialog
            return
        value = self._press.value_at(event.position(), shifted(event))
        if value is not None:
            self._wishes.drag({self._press.name: value})

    def _point(self, place: QPointF) -> None:
        name, picture = self._weight_at(place), self.picture
        hovered = node_at(picture, place) if picture and not name else None
        self._hover(hovered)
        self.setCursor(Qt.CursorShape.SizeVerCursor if name else Qt.CursorShape.ArrowCursor)
        what = name or (part_at(picture, place) if picture else "")
        if what != self._lit:
            self.light(what)
            self.pointed_at.emit(what)

    def _hover(self, node: tuple[int, int] | None) -> None:
        if node != self._hovered:
            self._hovered = node
            self._redraw()
            if node is None or (self._state and self._state.display.fit.node_pictures):
                self.node_pointed_at.emit(node)

    def leaveEvent(self, event: QEvent) -> None:  # noqa: N802
        super().leaveEvent(event)
        self._hover(None)
        self.light("")
        self._redraw()
        self.pointed_at.emit("")

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        name = self._weight_at(event.position())
        self._editor.finish()
        if event.button() == Qt.MouseButton.LeftButton and name:
            self._press = Press(name, event.position(), self._value(name), self._scale(name))
            self._wishes.select_weight(name)
        elif event.button() == Qt.MouseButton.LeftButton and self.picture:
            node = node_at(self.picture, event.position())
            if node is not None:
                self._wishes.select_node(*node)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        if not self._press or event.button() != Qt.MouseButton.LeftButton:
            return
        name = self._press.name
        if not self._release():
            self._edit(name)

    def _release(self) -> bool:
        """The weight is let go; whether it had been dragged."""
        dragged = self._press is not None and self._press.dragging
        self._press = None
        if dragged:
            self._wishes.drop()
        return dragged

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Arrows go from part to part; Enter, or a number, types a weight's value; with Alt, Up and
        Down change it step by step."""
        steps = way(event)
        if steps and steps[1] and self._state and self._diagram:
            self._step(self._state.display.weight, steps[1], shifted(event))
            return
        key, plain = event.key(), not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if not self._state or not self._diagram or not plain:
            super().keyPressEvent(event)
        elif key in ARROWS:
            self._go(next_part(self._diagram, self._part(self._state), key))
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._edit(self._state.display.weight)
        elif event.text() and event.text() in "0123456789-−.,":
            self._edit(self._state.display.weight, event.text())
        else:
            super().keyPressEvent(event)

    def _step(self, name: str, count: int, free: bool) -> None:
        """So many steps on, of the size that is natural where the drag began."""
        now, scale = self._keys.place(name, (self._value(name), self._scale(name)))
        value = one_step(now, scale, count, free)
        self._keys.take(name, (value, scale), {name: value}, self)

    def _part(self, state: State) -> Part:
        """The node or weight that is selected."""
        node = state.display.node
        return ("", node) if node is not None else (state.display.weight, None)

    def _go(self, part: Part) -> None:
        name, node = part
        if node is not None:
            self._wishes.select_node(*node)
        else:
            self._wishes.select_weight(name)

    def _tell_node(self, event: QEvent) -> bool:
        """A weight's words are in the note above the diagram."""
        if self.picture and self._state and isinstance(event, QHelpEvent):
            words = node_words(self.picture, self._state, QPointF(event.pos()))
            QToolTip.showText(event.globalPos(), words, self)
        return True

    def _value(self, name: str) -> float:
        if not self._state:
            return 0.0
        descent = self._state.descent
        return float(descent.moment.theta[descent.lesson.network.parameter(name).index])

    def _scale(self, name: str) -> float:
        """What is natural for a weight as it is now."""
        theta = self._state.descent.moment.theta if self._state else np.zeros(0)
        return weight_scale(self._value(name), theta)

    def _weight_at(self, place: QPointF) -> str:
        return weight_at(self.picture, place) if self.picture else ""

    def _edit(self, name: str, begun: str = "") -> None:
        """Opens the field over a weight; ``begun`` is what has been typed already."""
        picture = self.picture
        rect = rect_of(picture.drawing, name) if picture else None
        if rect is None:
            return
        size = rect[3] / 1.75  # a box's height in its letters
        shown = repr(self._value(name)).removesuffix(".0")
        self._editor.open(name, shown, QRectF(*rect), size, begun)
        self._redraw()
