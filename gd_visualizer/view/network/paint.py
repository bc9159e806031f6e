"""The diagram as paint: edges, weight boxes, nodes, errors and words."""

from collections.abc import Sequence

from PySide6.QtCore import QLineF, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetricsF,
    QPainter,
    QPainterPath,
    QPen,
    QPixmap,
    QPolygonF,
)

from gd_visualizer.scene.network.parts import Arrow, Caption, Diagram, Edge, ErrorBox, Node, Note
from gd_visualizer.scene.network.weight_labels import Box
from gd_visualizer.view.look.style import exact_font, palette, px
from gd_visualizer.view.text.translate import localize_numbers, translate_message

MANY = 300  # edges, from which on they are drawn thin, by colour, without dashes
_NOTES = {
    "slope": ("slope_soft", "slope"),
    "loss": ("factor_loss_soft", "factor_loss"),
    "activation": ("factor_activation_soft", "factor_activation"),
}
_RANKS = ((0.6, 0.08), (0.85, 0.2), (0.95, 0.45), (1.0, 1.0))  # up to which share, how strong


def paint_diagram(painter: QPainter, picture: Diagram, editing: str) -> None:
    """Everything but what the mouse and the selection light up; without the box ``editing``."""
    if len(picture.edges) > MANY:
        _paint_many(painter, picture.edges)
    else:
        for edge in picture.edges:
            paint_edge(painter, edge)
    for edge in picture.edges:
        if edge.box and edge.name != editing:
            paint_box(painter, edge.box, edge.negative)
    for error in picture.errors:
        _paint_error(painter, error)
    for node in picture.nodes:
        paint_node(painter, node, feeding=picture.feeding == (node.layer, node.index))
    for caption in picture.captions:
        paint_caption(painter, caption)


def as_pixmap(picture: Diagram, size: QSize, ratio: float) -> QPixmap:
    """The diagram on paper, of ``size`` with ``ratio`` pixels to one; drawn once, shown often."""
    drawn = QPixmap(size * ratio)
    drawn.setDevicePixelRatio(ratio)
    drawn.fill(palette().paper)
    painter = QPainter(drawn)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    paint_diagram(painter, picture, "")
    painter.end()
    return drawn


def paint_notes(painter: QPainter, picture: Diagram) -> None:
    """Slopes on edges and at nodes, and the way from the one to the other."""
    for arrow in picture.arrows:
        _paint_arrow(painter, arrow)
    for note in picture.notes:
        fill, ink = _NOTES[note.role]
        rect = QRectF(note.x - note.width / 2, note.y - note.height / 2, note.width, note.height)
        color = QColor(getattr(palette(), ink))
        rim = QPen(color, px(1.5)) if note.selected else Qt.PenStyle.NoPen
        painter.setPen(rim)
        painter.setBrush(QColor(getattr(palette(), fill)))
        painter.drawRoundedRect(rect, rect.height() / 2, rect.height() / 2)
        _write(painter, rect, _note_words(note), note.size, color, QFont.Weight.DemiBold)


def _note_words(note: Note) -> str:
    """With the word where it was placed with it and has room in this language too."""
    words = translate_message(note.words) if note.words else ""
    wide = QFontMetricsF(exact_font(note.size, QFont.Weight.DemiBold)).horizontalAdvance(words)
    return words if words and wide <= note.width else localize_numbers(note.text)


def _paint_arrow(painter: QPainter, arrow: Arrow) -> None:
    """A bow from the later node's slope to the earlier one's."""
    start, end = QPointF(arrow.x1, arrow.y1), QPointF(arrow.x2 + px(3), arrow.y2)
    bow = 0.45 * max(start.x() - end.x(), px(30))
    path = QPainterPath(start)
    path.cubicTo(start + QPointF(-bow, 0), end + QPointF(bow, 0), end + QPointF(px(6), 0))
    color = QColor(palette().factor_loss)
    painter.setPen(QPen(color, px(2)))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawPath(path)
    head = QPolygonF([QPointF(0, 0), QPointF(px(10), -px(5)), QPointF(px(10), px(5))])
    painter.save()
    painter.translate(end)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(color)
    painter.drawPolygon(head)
    painter.restore()


def paint_edge(painter: QPainter, edge: Edge) -> None:
    """A weight's line: colour and dashes by sign, width by size."""
    color = QColor(palette().negative if edge.negative else palette().positive)
    pen = QPen(color, max(edge.thickness, 1.0))
    if edge.negative:
        pen.setDashPattern([2.2, 1.4])
        pen.setCapStyle(Qt.PenCapStyle.FlatCap)
    painter.setPen(pen)
    painter.drawLine(line_of(edge))


def paint_glow(painter: QPainter, edge: Edge, color: str) -> None:
    """A soft band under an edge that is pointed at or selected."""
    glow = QColor(color)
    glow.setAlpha(90)
    pen = QPen(glow, edge.thickness + px(9))
    pen.setCapStyle(Qt.PenCapStyle.FlatCap)
    painter.setPen(pen)
    painter.drawLine(line_of(edge))


def paint_box(painter: QPainter, box: Box, negative: bool, selected: bool = False) -> None:
    """A weight's box with its value."""
    color = QColor(palette().negative if negative else palette().positive)
    rim = QPen(QColor(palette().now) if selected else color, px(2.5) if selected else px(1.5))
    painter.setPen(rim)
    painter.setBrush(QColor(palette().paper))
    rect = rect_of(box)
    painter.drawRoundedRect(rect, rect.height() * 0.2, rect.height() * 0.2)
    _write(painter, rect, localize_numbers(box.text), box.size, color, QFont.Weight.DemiBold)


def paint_node(painter: QPainter, node: Node, lit: bool = False, feeding: bool = False) -> None:
    """A node with its value; ``feeding`` the weight whose slope is explained, in its colour."""
    edge = palette().line if node.layer == 0 else palette().ink
    if feeding:
        painter.setPen(QPen(QColor(palette().factor_value), max(px(3), node.radius * 0.08)))
        painter.setBrush(QColor(palette().factor_value_soft))
        _draw_node(painter, node)
        _write_value(painter, node, palette().factor_value)
        return
    width = min(2.5, node.radius * 0.12)
    painter.setPen(QPen(QColor(palette().action if lit else edge), width * (1.8 if lit else 1)))
    painter.setBrush(QColor(palette().action_soft if lit else palette().paper))
    _draw_node(painter, node)
    _write_value(painter, node, palette().ink)


def _draw_node(painter: QPainter, node: Node) -> None:
    wide = max(node.wide, node.radius)
    rect = QRectF(node.x - wide, node.y - node.radius, 2 * wide, 2 * node.radius)
    painter.drawRoundedRect(rect, node.radius, node.radius)


def _write_value(painter: QPainter, node: Node, color: str) -> None:
    rect = around(node.x, node.y, max(node.wide, node.radius))
    _write(painter, rect, localize_numbers(node.text), node.size, QColor(color), QFont.Weight.Bold)


def paint_error(painter: QPainter, error: ErrorBox, lit: bool = False) -> None:
    """An error, as a square."""
    color = QColor(palette().factor_loss)
    painter.setPen(QPen(color, 4.0 if lit else 2.5))
    painter.setBrush(QColor(palette().factor_loss_soft))
    rect = error_rect(error)
    painter.drawRoundedRect(rect, 6, 6)
    _write(painter, rect, localize_numbers(error.text), error.size, color, QFont.Weight.Bold)


def _paint_error(painter: QPainter, error: ErrorBox) -> None:
    painter.setPen(QPen(QColor(palette().line), 2))
    painter.drawLine(QPointF(error.from_x, error.y), QPointF(error.x - error.wide, error.y))
    paint_error(painter, error)


def paint_caption(painter: QPainter, caption: Caption) -> None:
    """Words beside or below a node, muted."""
    wide = 400.0
    beside = caption.kind == "x"
    left = caption.x - wide if beside else caption.x - wide / 2
    rect = QRectF(left, caption.y - caption.size, wide, 2 * caption.size)
    side = Qt.AlignmentFlag.AlignRight if beside else Qt.AlignmentFlag.AlignHCenter
    painter.setFont(exact_font(caption.size))
    painter.setPen(QColor(palette().muted))
    painter.drawText(rect, side | Qt.AlignmentFlag.AlignVCenter, translate_message(caption.message))


def _paint_many(painter: QPainter, edges: Sequence[Edge]) -> None:
    """So many lines that single ones no longer count: the strongest dark and on top, the others
    ever paler below.

    Pale colours instead of transparent ones: blending takes ten times as long.
    """
    ranked = sorted(edges, key=lambda edge: edge.thickness)
    start = 0
    for share, strength in _RANKS:
        end = round(share * len(ranked))
        for negative in (True, False):
            color = QColor(palette().negative if negative else palette().positive)
            pen = QPen(_mixed(color, QColor(palette().paper), strength), 1)
            pen.setCapStyle(Qt.PenCapStyle.FlatCap)
            painter.setPen(pen)
            part = ranked[start:end]
            painter.drawLines([line_of(edge) for edge in part if edge.negative == negative])
        start = end


def _mixed(color: QColor, background: QColor, share: float) -> QColor:
    """``share`` of the colour, the rest of the background."""
    parts = zip(color.getRgb()[:3], background.getRgb()[:3], strict=True)  # type: ignore[index]
    return QColor(*(round(a * share + b * (1 - share)) for a, b in parts))


def line_of(edge: Edge) -> QLineF:
    """The edge from node to node, in px."""
    return QLineF(edge.x1, edge.y1, edge.x2, edge.y2)


def rect_of(box: Box) -> QRectF:
    """The rectangle around the box's middle, in px."""
    return QRectF(box.x - box.width / 2, box.y - box.height / 2, box.width, box.height)


def error_rect(error: ErrorBox) -> QRectF:
    """An error's square, or wider."""
    return QRectF(error.x - error.wide, error.y - error.half, 2 * error.wide, 2 * error.half)


def around(x: float, y: float, half: float) -> QRectF:
    """The square around a place."""
    return QRectF(x - half, y - half, 2 * half, 2 * half)


def bias_rect(caption: Caption) -> QRectF:
    """Where a bias can be grabbed."""
    wide = caption.size * (0.3 * len(caption.words) + 0.6)
    return QRectF(caption.x - wide, caption.y - caption.size, 2 * wide, 2 * caption.size)


def _write(
    painter: QPainter, rect: QRectF, text: str, size: float, color: QColor, weight: QFont.Weight
) -> None:
    if text:
        painter.setFont(exact_font(size, weight))
        painter.setPen(color)
        painter.drawText(rect, Qt.AlignmentFlag.AlignCenter, text)
