"""How the parts of a diagram are drawn: edges, boxes, nodes, errors, captions, slopes, arrows."""

from collections.abc import Sequence
from functools import lru_cache

import numpy as np
from msgspec import Struct

from gd_visualizer.drawing.frame import Frame
from gd_visualizer.drawing.shapes import (
    Anchor,
    Clip,
    Dots,
    Paint,
    Path,
    Pen,
    Shape,
    Words,
    line,
    words,
)
from gd_visualizer.drawing.shapes import Box as Rounded
from gd_visualizer.drawing.typeface import Weight
from gd_visualizer.scene.network.captions import MANY
from gd_visualizer.scene.network.of_state import up_to_layer
from gd_visualizer.scene.network.parts import (
    Arrow,
    Bend,
    Box,
    Caption,
    Diagram,
    Edge,
    ErrorBox,
    Node,
    Note,
)

_TOGETHER = 128  # of them as one path
_RANKS = ((0.6, 0.08), (0.85, 0.2), (0.95, 0.45), (1.0, 1.0))  # up to which share, how strong
_NOTES = {
    "slope": ("slope_soft", "slope"),
    "loss": ("factor_loss_soft", "factor_loss"),
    "activation": ("factor_activation_soft", "factor_activation"),
    "sum": ("background", "muted"),
}
_BOX, _SELECTED, _NOTE, _CURVE = 0.11, 0.18, 0.11, 0.14  # ems of lines
_DOT = 0.26  # ems of a radius


def resting(frame: Frame, made: Diagram, share: float, editing: str) -> list[Shape]:
    """What is there whatever is lit, but for the weight ``editing``; of many edges always the same
    object, so that it is painted once and shown as often as the mouse moves."""
    if len(made.edges) > MANY:
        return [_kept(frame, made, share, editing)]
    return Parts(frame).resting(up_to_layer(made, share), editing)


@lru_cache(maxsize=2)
def _kept(frame: Frame, made: Diagram, share: float, editing: str) -> Clip:
    shapes = Parts(frame).resting(up_to_layer(made, share), editing)
    return Clip((0.0, 0.0, frame.width, frame.height), tuple(shapes), rests=True)


class Parts(Struct, frozen=True):
    """Draws parts in a frame."""

    frame: Frame

    @property
    def em(self) -> float:
        """Of the frame."""
        return self.frame.em

    def resting(self, shown: Diagram, editing: str) -> list[Shape]:
        """From below up: edges, errors, nodes, boxes, captions."""
        many = len(shown.edges) > MANY
        made: list[Shape] = (
            list(_many(shown.edges)) if many else [edge_line(e) for e in shown.edges]
        )
        for error in shown.errors:
            made += self.error(error)
        for node in shown.nodes:
            made += self.node(node, shown.feeding == (node.layer, node.index))
        for edge in shown.edges:
            if edge.box and edge.name != editing:
                made += self.box(edge.box, edge, False)
        return [*made, *map(self._caption, shown.captions)]

    def notes(self, made: Diagram) -> list[Shape]:
        """Slopes at edges and nodes, and the way from the one to the other."""
        arrows = [shape for arrow in made.arrows for shape in self._arrow(arrow)]
        notes = [shape for note in made.notes for shape in self._note(note)]
        return [*arrows, *notes, *(self._bend(made.bend) if made.bend else [])]

    def _bend(self, bend: Bend) -> list[Shape]:
        """An activation's curve with the node on it."""
        ink, em = Paint("factor_activation"), self.em
        name = ("bend", bend.node)
        return [
            Rounded(bend.rect, Paint("factor_activation_soft"), round=0.3 * em, name=name),
            Path(bend.middle, Pen(Paint("line"), _NOTE * em)),
            Path(bend.curve, Pen(ink, _CURVE * em)),
            Dots(np.array([bend.dot]), _DOT * em, ink),
        ]

    def box(self, box: Box, edge: Edge, selected: bool) -> list[Shape]:
        """A weight's value."""
        paint = Paint("negative" if edge.negative else "positive")
        pen = Pen(Paint("now") if selected else paint, (_SELECTED if selected else _BOX) * self.em)
        rect = (box.x - box.width / 2, box.y - box.height / 2, box.width, box.height)
        text = self.frame.speech.number(box.text)
        return [
            Rounded(rect, Paint("paper"), pen, box.height * 0.2, edge.name),
            centred(box.x, box.y, text, box.size, paint, "semibold"),
        ]

    def node(self, node: Node, feeding: bool, lit: bool = False) -> list[Shape]:
        """A node with its value; ``feeding`` the weight that is explained, in that factor's
        colour."""
        width = min(0.18 * self.em, node.radius * 0.12)
        edge, fill, ink = "line" if node.layer == 0 else "ink", "paper", "ink"
        if node.dead:
            edge, ink = "line", "muted"
        if feeding:
            edge, fill, ink = "factor_value", "factor_value_soft", "factor_value"
            width = max(0.21 * self.em, node.radius * 0.08)
        elif lit:
            edge, fill, width = "action", "action_soft", width * 1.8
        wide = max(node.wide, node.radius)
        rect = (node.x - wide, node.y - node.radius, 2 * wide, 2 * node.radius)
        pen = Pen(Paint(edge), width)
        name = (node.layer, node.index)
        made: list[Shape] = [Rounded(rect, Paint(fill), pen, node.radius, name)]
        if node.text:
            text = self.frame.speech.number(node.text)
            made.append(centred(node.x, node.y, text, node.size, Paint(ink), "bold"))
        return made

    def error(self, error: ErrorBox, lit: bool = False) -> list[Shape]:
        """The error as a square behind its output."""
        paint, thick = Paint("factor_loss"), (0.3 if lit else 0.18) * self.em
        rect = (error.x - error.wide, error.y - error.half, 2 * error.wide, 2 * error.half)
        start, end = (error.from_x, error.y), (error.x - error.wide, error.y)
        text = self.frame.speech.number(error.text)
        return [
            line(start, end, pen=Pen(Paint("line"), 0.14 * self.em)),
            Rounded(rect, Paint("factor_loss_soft"), Pen(paint, thick), 0.4 * self.em, "error"),
            centred(error.x, error.y, text, error.size, paint, "bold"),
        ]

    def _caption(self, caption: Caption) -> Words:
        """Words beside or below a node; a bias can be pointed at."""
        anchor = Anchor.RIGHT if caption.kind == "x" else Anchor.CENTER
        text = words(self.frame.speech.words(caption.message))
        size, muted = caption.size, Paint("muted")
        return Words(
            caption.x, caption.y, text, size, muted, anchor=anchor, name=caption.name or None
        )

    def _note(self, note: Note) -> list[Shape]:
        fill, ink = (Paint(role) for role in _NOTES[note.role])
        rect = (note.x - note.width / 2, note.y - note.height / 2, note.width, note.height)
        pen = Pen(ink, _NOTE * self.em) if note.selected else None
        speech = self.frame.speech
        text = speech.words(note.words) if note.words else speech.number(note.text)
        name = ("slope of", note.name or note.node)
        return [
            Rounded(rect, fill, pen, note.height / 2, name),
            centred(note.x, note.y, text, note.size, ink, "semibold"),
        ]

    def _arrow(self, arrow: Arrow) -> list[Shape]:
        """A bow from the later node's slope to the earlier one's."""
        em, paint = self.em, Paint("factor_loss")
        start = np.array((arrow.x1, arrow.y1))
        end = np.array((arrow.x2 + 0.2 * em, arrow.y2))
        bow = np.array((0.45 * max(arrow.x1 - arrow.x2, 2 * em), 0.0))
        tail = end + np.array((0.45 * em, 0.0))
        t = np.linspace(0, 1, 24)[:, None]
        curve = (
            (1 - t) ** 3 * start
            + 3 * (1 - t) ** 2 * t * (start - bow)
            + 3 * (1 - t) * t**2 * (end + bow)
            + t**3 * tail
        )
        head = end + np.array([(0, 0), (0.72, -0.36), (0.72, 0.36)]) * em
        return [Path(curve, Pen(paint, 0.14 * em)), Path(head, fill=paint, closed=True)]


def centred(x: float, y: float, text: str, size: float, paint: Paint, weight: Weight) -> Words:
    """Words around a place."""
    return Words(x, y, words(text), size, paint, weight, Anchor.CENTER)


def edge_line(edge: Edge) -> Path:
    """A weight's line: colour and dashes by sign, width by size."""
    role = "negative" if edge.negative else "positive"
    dashes = (2.2, 1.4) if edge.negative else ()
    pen = Pen(Paint(role), max(edge.thickness, 1.0), dashes)
    return line((edge.x1, edge.y1), (edge.x2, edge.y2), pen=pen, name=edge.name)


def _many(edges: Sequence[Edge]) -> list[Path]:
    """So many lines that single ones no longer count: the strongest on top, the others ever paler
    below. As a few paths: one, or thousands, would take seconds."""
    ranked = sorted(edges, key=lambda edge: edge.thickness)
    made, start = [], 0
    for share, strength in _RANKS:
        end = round(share * len(ranked))
        for negative in (True, False):
            part = [edge[1:5] for edge in ranked[start:end] if edge.negative is negative]
            pen = Pen(Paint("negative" if negative else "positive", strength), 1.0)
            for first in range(0, len(part), _TOGETHER):
                points = np.array(part[first : first + _TOGETHER]).reshape(-1, 2)
                made.append(Path(points, pen, starts=np.arange(0, len(points), 2)))
        start = end
    return made
