"""The network's diagram: select, type and drag weights on their edges."""

from dataclasses import dataclass, replace

from PySide6.QtCore import QEvent, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPixmap,
    QResizeEvent,
)
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from gd_visualizer.descent.state import State
from gd_visualizer.scene.boxes import Box
from gd_visualizer.scene.diagram import single_box
from gd_visualizer.scene.diagram_now import shown_diagram
from gd_visualizer.scene.diagram_parts import Diagram, Edge
from gd_visualizer.scene.reveal import reveal
from gd_visualizer.view import network_paint as paint
from gd_visualizer.view.network_hits import node_words, part_at, weight_at
from gd_visualizer.view.style import palette, px, scale
from gd_visualizer.view.weight_editor import WeightEditor

_MOVE = 4
_PER_PIXEL, _FINE = 0.02, 0.002
_SMALLEST = 12.0


@dataclass
class _Press:
    """A weight under the pressed button: where it began, and whether it has moved."""

    name: str
    place: QPointF
    value: float
    dragging: bool = False


class NetworkView(QWidget):
    """Asks for another value of a weight: typed (``weight_typed``), or dragged up and down.

    ``pointed_at(str)`` tells the weight under the mouse, or inputs, predicted or error; ``light``
    is its counterpart, for what is pointed at elsewhere.
    """

    weight_selected = Signal(str)
    weight_dragged = Signal(str, float)
    weight_dropped = Signal()
    weight_typed = Signal(str, float)
    pointed_at = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.setMouseTracking(True)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName("Network")
        self.setAccessibleDescription("Up and Down choose a weight, Enter types its value")
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self._state: State | None = None
        self._diagram: Diagram | None = None
        self._picture: QPixmap | None = None
        self._lit = ""
        self._press: _Press | None = None
        self._editor = WeightEditor(self)
        self._editor.typed.connect(self.weight_typed)
        self._editor.closed.connect(self._redraw)
        self._measure()

    def sync(self, new: State, old: State | None) -> None:
        """Lays the diagram out anew where weights, data or lesson differ."""
        if old and old.descent.provisional and not new.descent.provisional:
            self._press = None  # dropped, or left by Esc
        same = old is not None and old.descent is new.descent
        self._state = new
        if same and old and _looks_alike(old, new):
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
        if event.type() == QEvent.Type.StyleChange:
            self._measure()
            self._lay_out()

    def _measure(self) -> None:
        self.setMinimumSize(px(260), px(150))

    def _lay_out(self) -> None:
        if self._state and self.width() > 10:
            self._diagram = shown_diagram(
                self._state, float(self.width()), float(self.height()), _SMALLEST * scale()
            )
            self._redraw()

    def _redraw(self) -> None:
        self._picture = None
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802
        if not self._diagram or not self._state:
            return
        painter = QPainter(self)
        painter.fillRect(self.rect(), QColor(palette().paper))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if len(self._diagram.edges) > paint.MANY:  # drawn once, shown as often as the mouse moves
            if self._picture is None:
                self._picture = self._drawn(self._diagram)
            painter.drawPixmap(0, 0, self._picture)
            self._paint_lights(painter, self._diagram)
        else:
            self._paint_glows(painter, self._diagram)
            paint.paint_diagram(painter, self._diagram, self._editor.name)
            self._paint_lights(painter, self._diagram)
        paint.paint_notes(painter, self._diagram)
        if self.hasFocus():
            painter.setPen(palette().action)
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), 6, 6)
        painter.end()

    def _drawn(self, picture: Diagram) -> QPixmap:
        ratio = self.devicePixelRatioF()
        drawn = QPixmap(self.size() * ratio)
        drawn.setDevicePixelRatio(ratio)
        drawn.fill(palette().paper)
        painter = QPainter(drawn)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        paint.paint_diagram(painter, picture, "")
        painter.end()
        return drawn

    def _lights(self, picture: Diagram) -> list[tuple[Edge, str]]:
        """The selected edge and the one pointed at, with their colours."""
        selected = self._state.display.weight if self._state else ""
        found = []
        for edge in picture.edges:
            if edge.name == selected:
                found.append((edge, palette().now))
            elif edge.name == self._lit:
                found.append((edge, palette().action))
        return found

    def _paint_glows(self, painter: QPainter, picture: Diagram) -> None:
        for edge, color in self._lights(picture):
            paint.paint_glow(painter, edge, color)

    def _paint_lights(self, painter: QPainter, picture: Diagram) -> None:
        """What is pointed at or selected, on top of all else."""
        for edge, color in self._lights(picture):
            selected = color == palette().now
            if edge.box is None:
                paint.paint_glow(painter, edge, color)
                paint.paint_edge(painter, edge)
            if edge.name != self._editor.name and self._state:
                box = self._box_of(edge, picture, self._state)
                paint.paint_box(painter, box, edge.negative, selected)
        for node in picture.nodes:
            if (self._lit == "inputs" and node.layer == 0) or (
                self._lit == "predicted" and node.layer == picture.nodes[-1].layer
            ):
                paint.paint_node(painter, node, lit=True)
        if self._lit == "error":
            for error in picture.errors:
                paint.paint_error(painter, error, lit=True)

    def _box_of(self, edge: Edge, picture: Diagram, state: State) -> Box:
        """The edge's own box, or one for the time that it is pointed at."""
        size = 1.1 * _SMALLEST * scale()
        if edge.box:
            return edge.box
        box = single_box(state.descent, picture, edge, size)
        half = box.height / 2 + 2
        return replace(box, y=min(max(box.y, half), self.height() - half))

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
        self.weight_dragged.emit(self._press.name, value)

    def _point(self, place: QPointF) -> None:
        name = self._weight_at(place)
        self.setCursor(Qt.CursorShape.SizeVerCursor if name else Qt.CursorShape.ArrowCursor)
        what = name or (part_at(self._diagram, place) if self._diagram else "")
        if what != self._lit:
            self.light(what)
            self.pointed_at.emit(what)

    def leaveEvent(self, event: QEvent) -> None:  # noqa: N802
        super().leaveEvent(event)
        self.light("")
        self.pointed_at.emit("")

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        name = self._weight_at(event.position())
        self._editor.finish()
        if event.button() == Qt.MouseButton.LeftButton and name:
            self._press = _Press(name, event.position(), self._value(name))
            self.weight_selected.emit(name)

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
            self.weight_dropped.emit()
        return dragged

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        key = event.key()
        if key in (Qt.Key.Key_Up, Qt.Key.Key_Down) and self._state:
            names = self._state.descent.lesson.network.names
            step = 1 if key == Qt.Key.Key_Down else -1
            at = (names.index(self._state.display.weight) + step) % len(names)
            self.weight_selected.emit(names[at])
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self._state:
            self._edit(self._state.display.weight)
        else:
            super().keyPressEvent(event)

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

    def _edit(self, name: str) -> None:
        if not self._diagram or not self._state:
            return
        edge = next((e for e in self._diagram.edges if e.name == name), None)
        caption = next((c for c in self._diagram.captions if c.name == name), None)
        if edge:
            box = self._box_of(edge, self._diagram, self._state)
            rect, size = paint.rect_of(box), box.size
        elif caption:
            rect, size = paint.bias_rect(caption), caption.size
        else:
            return
        self._editor.open(name, self._value(name), rect, size)
        self._redraw()


def _looks_alike(old: State, new: State) -> bool:
    """Whether two states of one descent differ in nothing that places anything."""
    a, b = old.display, new.display
    slopes = reveal(new).slopes
    return (
        a.point == b.point and reveal(old) == reveal(new) and (a.weight == b.weight or not slopes)
    )
