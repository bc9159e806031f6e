"""What the mouse, the keyboard and the selection light up in the diagram, on top of all else."""

from dataclasses import dataclass, replace

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPen

from gd_visualizer.descent.explanation.forward import node_lines
from gd_visualizer.descent.explanation.values import step_values
from gd_visualizer.descent.state.state import State
from gd_visualizer.scene.explanation.of_state import printed
from gd_visualizer.scene.network.diagram import single_box
from gd_visualizer.scene.network.parts import Diagram, Edge, Node
from gd_visualizer.scene.network.weight_labels import Box
from gd_visualizer.scene.visibility import visibility
from gd_visualizer.view.look.style import font, palette, px, scale
from gd_visualizer.view.network import paint
from gd_visualizer.view.paint.text_width import width_of
from gd_visualizer.view.text.translate import localize_numbers

SMALLEST = 12.0
_SUM = 14.0
_MOST_LETTERS = 60


@dataclass(frozen=True)
class Lights:
    """``pointed`` is the weight or part under the mouse, ``editing`` the weight being typed,
    ``hovered`` the node under the mouse."""

    picture: Diagram
    state: State
    height: float
    pointed: str = ""
    editing: str = ""
    hovered: Node | None = None

    def edges(self) -> list[tuple[Edge, str]]:
        """The selected edge and the one pointed at, with their colours."""
        found = []
        for edge in self.picture.edges:
            if edge.name == self.state.display.weight:
                found.append((edge, palette().now))
            elif edge.name == self.pointed:
                found.append((edge, palette().action))
        return found

    def box_of(self, edge: Edge) -> Box:
        """The edge's own box, or one for the time that it is pointed at."""
        if edge.box:
            return edge.box
        box = single_box(
            self.state.descent, self.picture, edge, 1.1 * SMALLEST * scale(), printed(self.state)
        )
        half = box.height / 2 + 2
        return replace(box, y=min(max(box.y, half), self.height - half))


def paint_glows(painter: QPainter, lights: Lights) -> None:
    """The glow of what is lit, which lies below the edges."""
    for edge, color in lights.edges():
        paint.paint_glow(painter, edge, color)


def paint_lights(painter: QPainter, lights: Lights) -> None:
    """What is lit or pointed at, painted over all the rest."""
    picture, pointed = lights.picture, lights.pointed
    for edge, color in lights.edges():
        if edge.box is None:
            paint.paint_glow(painter, edge, color)
            paint.paint_edge(painter, edge)
        if edge.name != lights.editing:
            selected = color == palette().now
            paint.paint_box(painter, lights.box_of(edge), edge.negative, selected)
    for node in picture.nodes:
        if (pointed == "inputs" and node.layer == 0) or (
            pointed == "predicted" and node.layer == picture.nodes[-1].layer
        ):
            paint.paint_node(painter, node, lit=True)
        if lights.state.display.node == (node.layer, node.index):
            _ring(painter, node, palette().now)
        elif lights.hovered == node:
            _ring(painter, node, palette().action)
    if pointed == "error":
        for error in picture.errors:
            paint.paint_error(painter, error, lit=True)


def paint_sum(painter: QPainter, lights: Lights, width: float) -> None:
    """How the node under the mouse comes by its value, beside it."""
    node, state = lights.hovered, lights.state
    if node is None or node.layer == 0 or not visibility(state).values:
        return
    values = step_values(state.descent, state.display.point)
    texts = [
        localize_numbers(line.equation.text)
        for line in node_lines(values, node.layer, node.index)
        if line.equation
    ]
    texts = [text if len(text) <= _MOST_LETTERS else f"… {text[-_MOST_LETTERS:]}" for text in texts]
    size, high = px(_SUM), px(_SUM) * 1.5
    wide = max(width_of(text, size, QFont.Weight.DemiBold) for text in texts) + px(16)
    tall = len(texts) * high + px(8)
    x = min(max(node.x - wide / 2, 2), width - wide - 2)
    below = node.y + node.radius + px(6)
    y = below if below + tall < lights.height else node.y - node.radius - px(6) - tall
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(palette().ink))
    painter.drawRoundedRect(QRectF(x, y, wide, tall), px(6), px(6))
    painter.setPen(QColor(palette().paper))
    painter.setFont(font(_SUM, QFont.Weight.DemiBold))
    for k, text in enumerate(texts):
        rect = QRectF(x, y + px(4) + k * high, wide, high)
        painter.drawText(rect, int(Qt.AlignmentFlag.AlignCenter), text)


def _ring(painter: QPainter, node: Node, color: str) -> None:
    painter.setPen(QPen(QColor(color), px(3)))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    far = node.radius + px(3)
    painter.drawEllipse(QPointF(node.x, node.y), far, far)
