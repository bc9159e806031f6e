"""The network's diagram: select, type and drag weights on their edges."""

from dataclasses import dataclass

from PySide6.QtCore import QEvent, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import (
    QAccessible,
    QColor,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPixmap,
    QResizeEvent,
)
from PySide6.QtWidgets import QSizePolicy, QToolTip

from gd_visualizer.descent.state.state import State
from gd_visualizer.scene.network.of_state import shown_diagram, up_to_layer
from gd_visualizer.scene.network.parts import Diagram, Node
from gd_visualizer.view.look.style import look, palette, px, scale
from gd_visualizer.view.network import paint
from gd_visualizer.view.network.changes import computes, looks_alike
from gd_visualizer.view.network.highlights import (
    SMALLEST,
    Lights,
    paint_glows,
    paint_lights,
    paint_sum,
)
from gd_visualizer.view.network.hit_test import described, node_at, node_words, part_at, weight_at
from gd_visualizer.view.network.keyboard import ARROWS, Part, next_part
from gd_visualizer.view.network.weight_editor import WeightEditor
from gd_visualizer.view.text.translate import tr
from gd_visualizer.view.widgets.animation import Animation
from gd_visualizer.view.widgets.picture_view import PictureView
from gd_visualizer.view.wishes import Wishes

_MOVE = 4
_APPEARING = 450  # ms
_PER_PIXEL, _FINE = 0.02, 0.002


@dataclass
class _Press:
    """A weight under the pressed button: where it began, and whether it has moved."""

    name: str
    place: QPointF
    value: float
    dragging: bool = False


class NetworkView(PictureView):
    """Asks for another value of a weight: typed, or dragged up and down.

    ``pointed_at(str)`` tells the weight under the mouse, or inputs, predicted or error; ``light``
    is its counterpart, for what is pointed at elsewhere.
    """

    pointed_at = Signal(str)

    def __init__(self, wishes: Wishes) -> None:
        super().__init__(wishes)
        self.setMouseTracking(True)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(tr("Network"))
        self.setAccessibleDescription(
            tr("Arrows choose a weight or a node, Enter or a number types a value")
        )
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self._state: State | None = None
        self._diagram: Diagram | None = None
        self._picture: QPixmap | None = None
        self._look = look()
        self._lit = ""
        self._hovered: Node | None = None
        self._press: _Press | None = None
        self._appear = Animation(self, _APPEARING)
        self._appear.valueChanged.connect(lambda _share: self.update())
        self._editor = WeightEditor(self, wishes.set_parameter)
        self._editor.closed.connect(self._redraw)
        self._measure()

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
        same = old is not None and old.descent is new.descent
        self._state = new
        if QAccessible.isActive():
            self.setAccessibleDescription(described(new))
        if old and computes(old, new):
            self._appear.begin()
        else:
            self._appear.stop()
        if same and old and looks_alike(old, new):
            self.update()
            return
        if old and old.descent.lesson is not new.descent.lesson:
            self._editor.leave()
            self._lit = ""
        self._lay_out()

    def light(self, what: str) -> None:
        """Lights up what is pointed at here or in another view."""
        if what != self._lit:
            self._lit = what
            self.update()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        super().resizeEvent(event)
        self._editor.finish()
        self._lay_out()

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange and self._look != look():
            self._look = look()
            self._measure()
            self._lay_out()

    def _measure(self) -> None:
        self.setMinimumSize(px(260), px(150))

    def _lay_out(self) -> None:
        if self._state and self.width() > 10:
            self._diagram = shown_diagram(
                self._state, float(self.width()), float(self.height()), SMALLEST * scale()
            )
            self._redraw()

    def _redraw(self) -> None:
        self._picture = None
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802
        if not self._diagram or not self._state:
            return
        painter = QPainter(self)
        picture = up_to_layer(self._diagram, self._appear.share)
        painter.fillRect(self.rect(), QColor(palette().paper))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        lights = self._lights(self._diagram, self._state)
        if len(self._diagram.edges) > paint.MANY:  # drawn once, shown as often as the mouse moves
            if self._picture is None:
                self._picture = paint.as_pixmap(
                    self._diagram, self.size(), self.devicePixelRatioF()
                )
            painter.drawPixmap(0, 0, self._picture)
        else:
            paint_glows(painter, lights)
            paint.paint_diagram(painter, picture, self._editor.name)
        paint_lights(painter, lights)
        paint.paint_notes(painter, self._diagram)
        paint_sum(painter, lights, self.width())
        if self.hasFocus():
            painter.setPen(palette().action)
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), 6, 6)
        painter.end()

    def _lights(self, picture: Diagram, state: State) -> Lights:
        return Lights(picture, state, self.height(), self._lit, self._editor.name, self._hovered)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        if self._press is None:
            self._point(event.position())
            return
        if not event.buttons() & Qt.MouseButton.LeftButton:
            self._release()  # the button went up where nobody told us, in a dialog
            return
        moved = self._press.place.y() - event.position().y()
        if not self._press.dragging and abs(moved) < _MOVE:
            return
        self._press.dragging = True
        fine = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        value = round(self._press.value + moved * (_FINE if fine else _PER_PIXEL), 3 if fine else 2)
        self._wishes.drag({self._press.name: value})

    def _point(self, place: QPointF) -> None:
        name = self._weight_at(place)
        hovered = node_at(self._diagram, place) if self._diagram and not name else None
        if hovered != self._hovered:
            self._hovered = hovered
            self.update()
        self.setCursor(Qt.CursorShape.SizeVerCursor if name else Qt.CursorShape.ArrowCursor)
        what = name or (part_at(self._diagram, place) if self._diagram else "")
        if what != self._lit:
            self.light(what)
            self.pointed_at.emit(what)

    def leaveEvent(self, event: QEvent) -> None:  # noqa: N802
        super().leaveEvent(event)
        self._hovered = None
        self.light("")
        self.update()
        self.pointed_at.emit("")

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        name = self._weight_at(event.position())
        self._editor.finish()
        if event.button() == Qt.MouseButton.LeftButton and name:
            self._press = _Press(name, event.position(), self._value(name))
            self._wishes.select_weight(name)
        elif event.button() == Qt.MouseButton.LeftButton and self._diagram:
            node = node_at(self._diagram, event.position())
            if node is not None:
                self._wishes.select_node(node.layer, node.index)

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
        """Arrows go from part to part; Enter, or a number, types a weight's value."""
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

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            if self._diagram and self._state:  # a weight's are in the note above the diagram
                words = node_words(self._diagram, self._state, QPointF(event.pos()))
                QToolTip.showText(event.globalPos(), words, self)
            return True
        return super().event(event)

    def _value(self, name: str) -> float:
        if not self._state:
            return 0.0
        descent = self._state.descent
        return float(descent.moment.theta[descent.lesson.network.parameter(name).index])

    def _weight_at(self, place: QPointF) -> str:
        return weight_at(self._diagram, place) if self._diagram else ""

    def _edit(self, name: str, begun: str = "") -> None:
        """Opens the field over a weight; ``begun`` is what has been typed already."""
        if not self._diagram or not self._state:
            return
        edge = next((e for e in self._diagram.edges if e.name == name), None)
        caption = next((c for c in self._diagram.captions if c.name == name), None)
        if edge:
            box = self._lights(self._diagram, self._state).box_of(edge)
            rect, size = paint.rect_of(box), box.size
        elif caption:
            rect, size = paint.bias_rect(caption), caption.size
        else:
            return
        self._editor.open(name, self._value(name), rect, size, begun)
        self._redraw()
