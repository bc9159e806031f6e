"""The network's diagram, painted by one widget: select, type and drag weights on their edges."""

from PySide6.QtCore import QPointF, QRectF, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFont,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
)
from PySide6.QtWidgets import QLineEdit, QSizePolicy, QWidget

from gd_visualizer.descent.numerals import subscript
from gd_visualizer.descent.state import State
from gd_visualizer.scene.diagram import Caption, Diagram, Edge, diagram
from gd_visualizer.view.style import PALETTE, font

_GRAB = 7.0
_MOVE = 4
_PER_PIXEL, _FINE = 0.02, 0.002


class NetworkView(QWidget):
    """Asks for another value of a weight: typed (``weight_typed``), or dragged up and down."""

    weight_selected = Signal(str)
    weight_dragged = Signal(str, float)
    weight_dropped = Signal()
    weight_typed = Signal(str, float)

    def __init__(self) -> None:
        super().__init__()
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName("Network")
        self.setToolTip("Drag a weight up or down (Shift: finer); click it to type")
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setMinimumSize(300, 180)
        self._state: State | None = None
        self._diagram: Diagram | None = None
        self._hovered: Edge | None = None
        self._pressed: tuple[Edge, QPointF, float] | None = None
        self._dragging = False
        self._editor = QLineEdit(self)
        self._editor.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._editor.hide()
        self._editor.returnPressed.connect(self._commit)
        self._editing = ""

    def sync(self, new: State, old: State | None) -> None:
        """Lays the diagram out anew where weights, data or lesson differ."""
        if old and old.descent is new.descent and old.display == new.display:
            return
        if old and old.descent.lesson is not new.descent.lesson:
            self._stop_editing()
        self._state = new
        self._lay_out()
        self.update()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        super().resizeEvent(event)
        self._lay_out()

    def _lay_out(self) -> None:
        if self._state and self.width() > 10:
            state = self._state
            self._diagram = diagram(
                state.descent, state.display.point, float(self.width()), float(self.height())
            )

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self._diagram and self._state:
            self._paint_edges(painter, self._diagram)
            self._paint_nodes(painter, self._diagram)
            self._paint_words(painter, self._diagram)
        painter.end()

    def _paint_edges(self, painter: QPainter, picture: Diagram) -> None:
        selected = self._state.display.weight if self._state else ""
        for edge in picture.edges:
            line = (QPointF(edge.x1, edge.y1), QPointF(edge.x2, edge.y2))
            if edge.name == selected or edge is self._hovered:
                glow = QColor(PALETTE.now if edge.name == selected else PALETTE.action)
                glow.setAlpha(90)
                painter.setPen(QPen(glow, edge.thickness + 9))
                painter.drawLine(*line)
            color = QColor(PALETTE.negative if edge.negative else PALETTE.positive)
            pen = QPen(color, max(edge.thickness, 1.0))
            if edge.negative:
                pen.setDashPattern([2.2, 1.4])
                pen.setCapStyle(Qt.PenCapStyle.FlatCap)
            painter.setPen(pen)
            painter.drawLine(*line)
        for edge in picture.edges:
            if edge.box and edge.name != self._editing:
                self._paint_box(painter, edge, edge.name == selected)

    def _paint_box(self, painter: QPainter, edge: Edge, selected: bool) -> None:
        box = edge.box
        if box is None:
            return
        color = QColor(PALETTE.negative if edge.negative else PALETTE.positive)
        painter.setPen(QPen(QColor(PALETTE.now) if selected else color, 2.5 if selected else 1.5))
        painter.setBrush(QColor(PALETTE.paper))
        rect = _rect(edge)
        painter.drawRoundedRect(rect, rect.height() * 0.2, rect.height() * 0.2)
        _write(painter, rect, box.text, box.size, color, QFont.Weight.DemiBold)

    def _paint_nodes(self, painter: QPainter, picture: Diagram) -> None:
        for error in picture.errors:
            painter.setPen(QPen(QColor(PALETTE.line), 2))
            painter.drawLine(QPointF(error.from_x, error.y), QPointF(error.x - error.half, error.y))
            painter.setPen(QPen(QColor(PALETTE.factor_loss), 2.5))
            painter.setBrush(QColor(PALETTE.factor_loss_soft))
            rect = QRectF(
                error.x - error.half, error.y - error.half, 2 * error.half, 2 * error.half
            )
            painter.drawRoundedRect(rect, 6, 6)
            _write(
                painter,
                rect,
                error.text,
                error.size,
                QColor(PALETTE.factor_loss),
                QFont.Weight.Bold,
            )
        for node in picture.nodes:
            edge = PALETTE.line if node.layer == 0 else PALETTE.ink
            painter.setPen(QPen(QColor(edge), min(2.5, node.radius * 0.12)))
            painter.setBrush(QColor(PALETTE.paper))
            painter.drawEllipse(QPointF(node.x, node.y), node.radius, node.radius)
            rect = QRectF(
                node.x - node.radius, node.y - node.radius, 2 * node.radius, 2 * node.radius
            )
            _write(painter, rect, node.text, node.size, QColor(PALETTE.ink), QFont.Weight.Bold)

    def _paint_words(self, painter: QPainter, picture: Diagram) -> None:
        for caption in picture.captions:
            words = _words(caption)
            wide = 400.0
            beside = caption.kind == "x"
            left = caption.x - wide if beside else caption.x - wide / 2
            rect = QRectF(left, caption.y - caption.size, wide, 2 * caption.size)
            side = Qt.AlignmentFlag.AlignRight if beside else Qt.AlignmentFlag.AlignHCenter
            painter.setFont(font(min(caption.size, 17)))
            painter.setPen(QColor(PALETTE.muted))
            painter.drawText(rect, side | Qt.AlignmentFlag.AlignVCenter, words)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        if self._pressed:
            self._drag_to(event)
            return
        hovered = self._edge_at(event.position())
        if hovered is not self._hovered:
            self._hovered = hovered
            shape = Qt.CursorShape.SizeVerCursor if hovered else Qt.CursorShape.ArrowCursor
            self.setCursor(shape)
            self.update()

    def _drag_to(self, event: QMouseEvent) -> None:
        if not self._pressed:
            return
        edge, start, value = self._pressed
        moved = start.y() - event.position().y()
        if self._dragging or abs(moved) >= _MOVE:
            self._dragging = True
            fine = event.modifiers() & Qt.KeyboardModifier.ShiftModifier
            scale = _FINE if fine else _PER_PIXEL
            digits = 3 if fine else 2
            self.weight_dragged.emit(edge.name, round(value + moved * scale, digits))

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        edge = self._edge_at(event.position())
        self._stop_editing()
        if event.button() != Qt.MouseButton.LeftButton or not edge or not self._state:
            return
        descent = self._state.descent
        value = float(descent.moment.theta[descent.lesson.network.parameter(edge.name).index])
        self._pressed, self._dragging = (edge, event.position(), value), False
        self.weight_selected.emit(edge.name)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        if not self._pressed or event.button() != Qt.MouseButton.LeftButton:
            return
        edge, _start, value = self._pressed
        self._pressed = None
        if self._dragging:
            self._dragging = False
            self.weight_dropped.emit()
        elif edge.box:
            self._edit(edge, value)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        if event.key() == Qt.Key.Key_Escape and self._editing:
            self._stop_editing()
            return
        super().keyPressEvent(event)

    def _edge_at(self, place: QPointF) -> Edge | None:
        """The edge whose box, or whose line, is under the mouse."""
        if not self._diagram:
            return None
        for edge in self._diagram.edges:
            if edge.box and _rect(edge).contains(place):
                return edge
        near = min(self._diagram.edges, key=lambda e: _distance(e, place), default=None)
        return near if near and _distance(near, place) <= max(_GRAB, near.thickness / 2) else None

    def _edit(self, edge: Edge, value: float) -> None:
        rect = _rect(edge).adjusted(-8, -4, 8, 4).toRect()
        self._editing = edge.name
        self._editor.setGeometry(rect)
        self._editor.setText(repr(value).removesuffix(".0"))
        self._editor.setToolTip("Enter takes the value, Esc leaves it")
        self._editor.setStyleSheet("")
        self._editor.show()
        self._editor.selectAll()
        self._editor.setFocus()

    def _commit(self) -> None:
        try:
            value = float(self._editor.text().replace("−", "-").replace(",", "."))
        except ValueError:
            self.refuse("expected a number, e.g. −0.5")
            return
        name = self._editing
        self._stop_editing()
        self.weight_typed.emit(name, value)

    def refuse(self, reason: str) -> None:
        """Marks what was typed as not taken, in place."""
        self._editor.setStyleSheet(f"border: 2px solid {PALETTE.slope};")
        self._editor.setToolTip(reason)

    def _stop_editing(self) -> None:
        if self._editing:
            self._editing = ""
            self._editor.hide()
            self.setFocus()


def _words(caption: Caption) -> str:
    if caption.kind == "input":
        return f"input x{subscript(int(caption.text))}" if caption.text else "input"
    if caption.kind == "x":
        return f"x{subscript(int(caption.text))}"
    return caption.text if caption.kind == "bias" else f"{caption.kind} {caption.text}".strip()


def _rect(edge: Edge) -> QRectF:
    box = edge.box
    if box is None:
        return QRectF()
    return QRectF(box.x - box.width / 2, box.y - box.height / 2, box.width, box.height)


def _distance(edge: Edge, place: QPointF) -> float:
    """From a place to the edge's line."""
    dx, dy = edge.x2 - edge.x1, edge.y2 - edge.y1
    along = ((place.x() - edge.x1) * dx + (place.y() - edge.y1) * dy) / (dx * dx + dy * dy)
    along = min(max(along, 0.0), 1.0)
    x, y = edge.x1 + along * dx - place.x(), edge.y1 + along * dy - place.y()
    return float((x * x + y * y) ** 0.5)


def _write(
    painter: QPainter, rect: QRectF, text: str, size: float, color: QColor, weight: QFont.Weight
) -> None:
    painter.setFont(font(size, weight))
    painter.setPen(color)
    painter.drawText(rect, Qt.AlignmentFlag.AlignCenter, text)
