"""The network's diagram as a drawing, with what the mouse and the selection light up."""

from collections.abc import Mapping
from functools import lru_cache

from msgspec import Struct
from msgspec.structs import replace

from gd_visualizer.descent.explanation.forward import node_lines
from gd_visualizer.descent.explanation.values import values_now
from gd_visualizer.descent.state.state import State
from gd_visualizer.drawing.frame import Audience, Frame
from gd_visualizer.drawing.shapes import Box as Rounded
from gd_visualizer.drawing.shapes import Drawing, Paint, Pen, Shape, Words, line
from gd_visualizer.drawing.typeface import width_of
from gd_visualizer.scene.explanation.of_state import printed
from gd_visualizer.scene.network.captions import MANY
from gd_visualizer.scene.network.labelled import box_of
from gd_visualizer.scene.network.left import left_numbers
from gd_visualizer.scene.network.node_pictures import node_pictures
from gd_visualizer.scene.network.of_state import shown_diagram, to_fill_in, up_to_layer
from gd_visualizer.scene.network.parts import Box, Diagram, Edge, Node
from gd_visualizer.scene.network.placing.needs import lead_of
from gd_visualizer.scene.network.shapes import Parts, centred, edge_line, resting
from gd_visualizer.scene.surface.maker import DrawingMaker
from gd_visualizer.scene.surface.slice import SurfaceSlice
from gd_visualizer.scene.visibility import Visibility, visibility

_RING = 0.21  # ems of a line
_GLOW, _GLOWING = 0.65, 0.35  # ems wider than its edge; how strong
_EDGE = 2.0  # px that a box keeps off the frame
_MOST_LETTERS = 60  # of a sum that is shown beside a node


class Lights(Struct, frozen=True):
    """What is lit: ``pointed`` is the weight under the mouse, or inputs, predicted, error;
    ``editing`` the weight that is being typed; ``hovered`` the node (layer, index) under the
    mouse; ``share`` of the layers have their values already."""

    pointed: str = ""
    editing: str = ""
    hovered: tuple[int, int] | None = None
    share: float = 1.0


class NetworkPicture(Struct, frozen=True, eq=False):
    """The ``drawing`` of a ``diagram``."""

    drawing: Drawing
    diagram: Diagram


@lru_cache(maxsize=4)  # now and next, in the window and before a class
def network_picture(
    state: State, frame: Frame, shown: Visibility | None = None, lights: Lights | None = None
) -> NetworkPicture:
    """The network in a frame; as far as it is ``shown``, None: as in the window."""
    made = shown_diagram(state, frame, shown)
    painted = _Network(state, frame, made, lights or Lights())
    return NetworkPicture(Drawing(frame, tuple(painted.shapes())), made)


@DrawingMaker
def network_drawing(
    state: State, frame: Frame, shown: Visibility, _slice: SurfaceSlice | None
) -> Drawing:
    """The network."""
    return network_picture(state, frame, shown).drawing


class _Network(Struct, frozen=True, eq=False):
    """What one picture is made of."""

    state: State
    frame: Frame
    diagram: Diagram
    lights: Lights

    @property
    def em(self) -> float:
        """Of the frame."""
        return self.frame.em

    @property
    def parts(self) -> Parts:
        """What draws its parts."""
        return Parts(self.frame)

    def shapes(self) -> list[Shape]:
        """From below up: glows, edges, boxes, errors, nodes, words, slopes, what is lit."""
        made, lights, parts = self.diagram, self.lights, self.parts
        lit, boxes = self._lit(), dict[str, Box]()
        rests = resting(self.frame, made, lights.share, lights.editing)
        glows = [self._glow(edge, role) for edge, role in lit]
        shapes = [*rests, *glows] if len(made.edges) > MANY else [*glows, *rests]
        shapes += self._pictures()
        for edge, role in lit:
            if edge.box is None:
                shapes.append(edge_line(edge))
            box = self._box_of(edge)
            if box and edge.name != lights.editing:
                boxes[edge.name] = box
                shapes += parts.box(box, edge, role == "now")
        shapes += self._lit_nodes(up_to_layer(made, lights.share))
        return [*shapes, *self._left(boxes), *parts.notes(made), *self._named(boxes), *self._sum()]

    def _pictures(self) -> list[Shape]:
        """Of the nodes, below the weights' numbers."""
        made, editing = self.diagram, self.lights.editing
        found = node_pictures(self.state, made, self.frame, self.lights.share)
        for edge in made.edges if found else ():
            if edge.box and edge.name != editing:
                found += self.parts.box(edge.box, edge, False)
        return found

    def _left(self, boxes: dict[str, Box]) -> list[Words]:
        """What weights were before the drag that goes on; ``boxes`` of those that are lit."""
        state = self.state
        return left_numbers(
            state.descent, state.display.weight, self.diagram, boxes, self.frame, printed(state)
        )

    def _lit(self) -> list[tuple[Edge, str]]:
        """The selected edge and the one pointed at, with their roles; on paper nothing is."""
        if self.frame.audience is Audience.PAPER:
            return []
        roles = {self.lights.pointed: "action", self.state.display.weight: "now"}
        return [(e, roles[e.name]) for e in self.diagram.edges if e.name in roles]

    def _named(self, boxes: Mapping[str, Box]) -> list[Shape]:
        """Over all, the box of the weight under the mouse with its name, where it has none."""
        name, network = self.lights.pointed, self.state.descent.lesson.network
        box, edge = boxes.get(name), next((e for e in self.diagram.edges if e.name == name), None)
        if not box or not edge or "=" in box.text:
            return []
        text = lead_of(network, name) + box.text
        wide = width_of(self.frame.speech.number(text), box.size, "semibold") + box.size
        half = max(wide, box.width) / 2
        x = min(max(box.x, half + _EDGE), self.frame.width - half - _EDGE)
        named = replace(box, x=x, width=2 * half, text=text)
        return self.parts.box(named, edge, name == self.state.display.weight)

    def _box_of(self, edge: Edge) -> Box | None:
        """The edge's own box, or one for the time that it is pointed at."""
        if edge.box:
            return edge.box
        ems = 1.0 if self.frame.audience is Audience.SCREEN else 0.95
        size, numerals = self.frame.size(ems), printed(self.state)
        box = box_of(self.diagram, self.state.descent, edge.name, self.frame, size, numerals)
        return to_fill_in(box, edge.name, self.state)

    def _glow(self, edge: Edge, role: str) -> Shape:
        """A soft band under an edge that is pointed at or selected."""
        pen = Pen(Paint(role, _GLOWING), edge.thickness + _GLOW * self.em)
        return line((edge.x1, edge.y1), (edge.x2, edge.y2), pen=pen)

    def _lit_nodes(self, shown: Diagram) -> list[Shape]:
        made: list[Shape] = []
        last, pointed = shown.nodes[-1].layer, self.lights.pointed
        for node in shown.nodes:
            name = (node.layer, node.index)
            pictured = self.diagram.pictured is not None
            named = (pointed, node.layer) in (("inputs", 0), ("predicted", last))
            if named and not pictured:
                made += self.parts.node(node, False, lit=True)
            if self.state.display.node == name:
                made.append(self._ring(node, "now"))
            elif self.lights.hovered == name:
                made.append(self._ring(node, "action"))
        if pointed == "error":
            for error in shown.errors:
                made += self.parts.error(error, lit=True)
        return made

    def _ring(self, node: Node, role: str) -> Shape:
        far, wide = node.radius + 0.21 * self.em, max(node.wide, node.radius) + 0.21 * self.em
        rect = (node.x - wide, node.y - far, 2 * wide, 2 * far)
        return Rounded(rect, None, Pen(Paint(role), _RING * self.em), far)

    def _sum(self) -> list[Shape]:
        """How the node under the mouse comes by its value, beside it."""
        place, state = self.lights.hovered, self.state
        if place is None or place[0] == 0 or not visibility(state).values:
            return []
        node = next(n for n in self.diagram.nodes if (n.layer, n.index) == place)
        values = values_now(state.descent, state.display.point)
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
            made.append(centred(x + wide / 2, at, text, size, Paint("paper"), "semibold"))
        return made
