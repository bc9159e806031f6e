"""The network's diagram as a drawing, with what the mouse and the selection light up."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from gd_visualizer.descent.explanation.forward import node_lines
from gd_visualizer.descent.explanation.values import step_values
from gd_visualizer.descent.state.state import State
from gd_visualizer.drawing.frame import Audience, Frame
from gd_visualizer.drawing.shapes import (
    Anchor,
    Clip,
    Drawing,
    Paint,
    Path,
    Pen,
    Shape,
    Words,
    line,
    words,
)
from gd_visualizer.drawing.shapes import Box as Rounded
from gd_visualizer.drawing.typeface import width_of
from gd_visualizer.scene.explanation.of_state import printed
from gd_visualizer.scene.network.labelled import box_of
from gd_visualizer.scene.network.of_state import shown_diagram, up_to_layer
from gd_visualizer.scene.network.parts import (
    Arrow,
    Box,
    Caption,
    Diagram,
    Edge,
    ErrorBox,
    Node,
    Note,
)
from gd_visualizer.scene.picture import DrawingMaker
from gd_visualizer.scene.surface.slice import SurfaceSlice
from gd_visualizer.scene.visibility import Visibility, visibility

MANY = 300  # edges, from which on they are drawn thin, by colour, without dashes
_RANKS = ((0.6, 0.08), (0.85, 0.2), (0.95, 0.45), (1.0, 1.0))  # up to which share, how strong
_NOTES = {
    "slope": ("slope_soft", "slope"),
    "loss": ("factor_loss_soft", "factor_loss"),
    "activation": ("factor_activation_soft", "factor_activation"),
}
_BOX, _SELECTED, _NOTE, _RING = 0.11, 0.18, 0.11, 0.21  # ems of lines
_GLOW, _GLOWING = 0.65, 0.35  # ems wider than its edge; how strong
_MOST_LETTERS = 60  # of a sum that is shown beside a node
KEY = 1.49  # ems of values for the class


@dataclass(frozen=True)
class Lights:
    """What is lit: ``pointed`` is the weight under the mouse, or inputs, predicted, error;
    ``editing`` the weight that is being typed; ``hovered`` the node (layer, index) under the
    mouse; ``share`` of the layers have their values already."""

    pointed: str = ""
    editing: str = ""
    hovered: tuple[int, int] | None = None
    share: float = 1.0


@dataclass(frozen=True, eq=False)
class NetworkPicture:
    """The ``drawing`` of a ``diagram``."""

    drawing: Drawing
    diagram: Diagram


def network_picture(
    state: State, frame: Frame, shown: Visibility | None = None, lights: Lights | None = None
) -> NetworkPicture:
    """The network in a frame; as far as it is ``shown``, None: as in the window."""
    key = KEY * frame.em if frame.audience is Audience.CLASS else 0.0
    made = shown_diagram(state, frame, key, shown)
    return lighted(state, frame, made, lights or Lights())


def lighted(state: State, frame: Frame, made: Diagram, lights: Lights) -> NetworkPicture:
    """The drawing of a diagram that is laid out already, with other lights."""
    painted = _Network(state, frame, made, lights)
    return NetworkPicture(Drawing(frame, tuple(painted.shapes())), made)


@DrawingMaker
def network_drawing(
    state: State, frame: Frame, shown: Visibility, _slice: SurfaceSlice | None
) -> Drawing:
    """The network."""
    return network_picture(state, frame, shown).drawing


@dataclass(frozen=True, eq=False)
class _Network:
    """What one picture is made of."""

    state: State
    frame: Frame
    diagram: Diagram
    lights: Lights

    @property
    def em(self) -> float:
        """Of the frame."""
        return self.frame.em

    def shapes(self) -> list[Shape]:
        """From below up: glows, edges, boxes, errors, nodes, words, slopes, what is lit."""
        shown = up_to_layer(self.diagram, self.lights.share)
        lit = self._lit()
        resting = self._resting(shown)
        many = len(shown.edges) > MANY
        made = [self._glow(e, role) for e, role in lit]
        if many:  # drawn once, shown as often as the mouse moves
            size = (0.0, 0.0, self.frame.width, self.frame.height)
            made = [Clip(size, tuple(resting), rests=True), *made]
        else:
            made += resting
        for edge, role in lit:
            if edge.box is None:
                made.append(_edge(edge))
            box = self._box_of(edge)
            if box and edge.name != self.lights.editing:
                made += self._box(box, edge, role == "now")
        made += self._lit_nodes(shown)
        return [*made, *self._notes(), *self._sum()]

    def _resting(self, shown: Diagram) -> list[Shape]:
        many = len(shown.edges) > MANY
        made: list[Shape] = list(_many(shown.edges)) if many else [_edge(e) for e in shown.edges]
        for error in shown.errors:
            made += self._error(error)
        for node in shown.nodes:
            made += self._node(node, shown.feeding == (node.layer, node.index))
        for edge in shown.edges:
            if edge.box and edge.name != self.lights.editing:
                made += self._box(edge.box, edge, False)
        return [*made, *map(self._caption, shown.captions)]

    def _lit(self) -> list[tuple[Edge, str]]:
        """The selected edge and the one pointed at, with their roles."""
        roles = {self.lights.pointed: "action", self.state.display.weight: "now"}
        return [(e, roles[e.name]) for e in self.diagram.edges if e.name in roles]

    def _box_of(self, edge: Edge) -> Box | None:
        """The edge's own box, or one for the time that it is pointed at."""
        if edge.box:
            return edge.box
        room = self.frame.width, self.frame.height
        size, numerals = self.frame.size(0.95), printed(self.state)
        return box_of(
            self.diagram, self.state.descent, edge.name, room, size, numerals, self.frame.speech
        )

    def _glow(self, edge: Edge, role: str) -> Shape:
        """A soft band under an edge that is pointed at or selected."""
        pen = Pen(Paint(role, _GLOWING), edge.thickness + _GLOW * self.em)
        return line((edge.x1, edge.y1), (edge.x2, edge.y2), pen=pen)

    def _box(self, box: Box, edge: Edge, selected: bool) -> list[Shape]:
        paint = Paint("negative" if edge.negative else "positive")
        pen = Pen(Paint("now") if selected else paint, (_SELECTED if selected else _BOX) * self.em)
        rect = (box.x - box.width / 2, box.y - box.height / 2, box.width, box.height)
        text = self.frame.speech.number(box.text)
        return [
            Rounded(rect, Paint("paper"), pen, box.height * 0.2, edge.name),
            _centred(box.x, box.y, text, box.size, paint, "semibold"),
        ]

    def _node(self, node: Node, feeding: bool, lit: bool = False) -> list[Shape]:
        """A node with its value; ``feeding`` the weight that is explained, in that factor's
        colour."""
        width = min(0.18 * self.em, node.radius * 0.12)
        edge, fill, ink = "line" if node.layer == 0 else "ink", "paper", "ink"
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
            made.append(_centred(node.x, node.y, text, node.size, Paint(ink), "bold"))
        return made

    def _error(self, error: ErrorBox, lit: bool = False) -> list[Shape]:
        """The error as a square behind its output."""
        paint, thick = Paint("factor_loss"), (0.3 if lit else 0.18) * self.em
        rect = (error.x - error.wide, error.y - error.half, 2 * error.wide, 2 * error.half)
        start, end = (error.from_x, error.y), (error.x - error.wide, error.y)
        text = self.frame.speech.number(error.text)
        return [
            line(start, end, pen=Pen(Paint("line"), 0.14 * self.em)),
            Rounded(rect, Paint("factor_loss_soft"), Pen(paint, thick), 0.4 * self.em, "error"),
            _centred(error.x, error.y, text, error.size, paint, "bold"),
        ]

    def _caption(self, caption: Caption) -> Words:
        """Words beside or below a node; a bias can be pointed at."""
        anchor = Anchor.RIGHT if caption.kind == "x" else Anchor.CENTER
        text = words(self.frame.speech.words(caption.message))
        size, muted = caption.size, Paint("muted")
        return Words(
            caption.x, caption.y, text, size, muted, anchor=anchor, name=caption.name or None
        )

    def _lit_nodes(self, shown: Diagram) -> list[Shape]:
        made: list[Shape] = []
        last, pointed = shown.nodes[-1].layer, self.lights.pointed
        for node in shown.nodes:
            name = (node.layer, node.index)
            if (pointed, node.layer) in (("inputs", 0), ("predicted", last)):
                made += self._node(node, False, lit=True)
            if self.state.display.node == name:
                made.append(self._ring(node, "now"))
            elif self.lights.hovered == name:
                made.append(self._ring(node, "action"))
        if pointed == "error":
            for error in shown.errors:
                made += self._error(error, lit=True)
        return made

    def _ring(self, node: Node, role: str) -> Shape:
        far, wide = node.radius + 0.21 * self.em, max(node.wide, node.radius) + 0.21 * self.em
        rect = (node.x - wide, node.y - far, 2 * wide, 2 * far)
        return Rounded(rect, None, Pen(Paint(role), _RING * self.em), far)

    def _notes(self) -> list[Shape]:
        """Slopes at edges and nodes, and the way from the one to the other."""
        made: list[Shape] = []
        for arrow in self.diagram.arrows:
            made += self._arrow(arrow)
        for note in self.diagram.notes:
            made += self._note(note)
        return made

    def _note(self, note: Note) -> list[Shape]:
        fill, ink = (Paint(role) for role in _NOTES[note.role])
        rect = (note.x - note.width / 2, note.y - note.height / 2, note.width, note.height)
        pen = Pen(ink, _NOTE * self.em) if note.selected else None
        speech = self.frame.speech
        text = speech.words(note.words) if note.words else speech.number(note.text)
        name = ("slope", note.name or note.node)
        return [
            Rounded(rect, fill, pen, note.height / 2, name),
            _centred(note.x, note.y, text, note.size, ink, "semibold"),
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

    def _sum(self) -> list[Shape]:
        """How the node under the mouse comes by its value, beside it."""
        place, state = self.lights.hovered, self.state
        if place is None or place[0] == 0 or not visibility(state).values:
            return []
        node = next(n for n in self.diagram.nodes if (n.layer, n.index) == place)
        values = step_values(state.descent, state.display.point)
        lines = [one.equation.text for one in node_lines(values, *place) if one.equation]
        texts = [self.frame.speech.number(text) for text in lines]
        texts = [t if len(t) <= _MOST_LETTERS else f"… {t[-_MOST_LETTERS:]}" for t in texts]
        return self._beside(node, texts)

    def _beside(self, node: Node, texts: list[str]) -> list[Shape]:
        size, em = self.frame.size(1), self.em
        wide = max(width_of(text, size, "semibold") for text in texts) + 1.2 * em
        tall = len(texts) * 1.5 * size + 0.6 * em
        x = min(max(node.x - wide / 2, 2), self.frame.width - wide - 2)
        below = node.y + node.radius + 0.45 * em
        fits = below + tall < self.frame.height
        y = below if fits else node.y - node.radius - 0.45 * em - tall
        rows = [y + 0.3 * em + (k + 0.5) * 1.5 * size for k in range(len(texts))]
        made: list[Shape] = [Rounded((x, y, wide, tall), Paint("ink"), round=0.45 * em)]
        for at, text in zip(rows, texts, strict=True):
            made.append(_centred(x + wide / 2, at, text, size, Paint("paper"), "semibold"))
        return made


def _centred(x: float, y: float, text: str, size: float, paint: Paint, weight: str) -> Words:
    return Words(x, y, words(text), size, paint, weight, Anchor.CENTER)  # type: ignore[arg-type]


def _edge(edge: Edge) -> Path:
    """A weight's line: colour and dashes by sign, width by size."""
    role = "negative" if edge.negative else "positive"
    dashes = (2.2, 1.4) if edge.negative else ()
    pen = Pen(Paint(role), max(edge.thickness, 1.0), dashes)
    return line((edge.x1, edge.y1), (edge.x2, edge.y2), pen=pen, name=edge.name)


def _many(edges: Sequence[Edge]) -> list[Path]:
    """So many lines that single ones no longer count: the strongest on top, the others ever paler
    below. As a few paths: thousands of them would take seconds."""
    ranked = sorted(edges, key=lambda edge: edge.thickness)
    made, start = [], 0
    for share, strength in _RANKS:
        end = round(share * len(ranked))
        for negative in (True, False):
            part = [edge[1:5] for edge in ranked[start:end] if edge.negative is negative]
            if part:
                points = np.array(part, dtype=np.float64).reshape(-1, 2)
                pen = Pen(Paint("negative" if negative else "positive", strength), 1.0)
                made.append(Path(points, pen, starts=np.arange(0, len(points), 2)))
        start = end
    return made
