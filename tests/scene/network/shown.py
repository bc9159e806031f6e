"""What a network's picture shows, and whether its labels stand where they may."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import combinations

import numpy as np

from gd_visualizer.descent.state.state import State
from gd_visualizer.drawing.frame import Audience, Frame
from gd_visualizer.drawing.placement import crossings
from gd_visualizer.drawing.shapes import Box, Clip, Paint, Rect, Shape, Words
from gd_visualizer.lesson.lesson import Phase
from gd_visualizer.scene.network.parts import Diagram, Edge, Node
from gd_visualizer.scene.network.picture import NetworkPicture, network_picture
from gd_visualizer.scene.visibility import on_paper, visibility
from gd_visualizer.text.speech import ENGLISH, Speech
from tests.german import German

WINDOW, CLASS, PAPER = Audience.WINDOW, Audience.CLASS, Audience.PAPER
GERMAN: Speech = German()
SPEECHES = {"English": ENGLISH, "German": GERMAN}
# The rooms of the network as they are measured there: px wide and high, and an em.
ROOMS = {
    "1440 × 900": (584, 334, 14, WINDOW),
    "1440 × 900, one card": (1165, 352, 14, WINDOW),
    "1440 × 900, 200 %": (927, 308, 28, WINDOW),
    "1024 × 768": (368, 150, 14, WINDOW),
    "1024 × 768, one card": (749, 168, 14, WINDOW),
    "1024 × 768, 200 %": (871, 308, 28, WINDOW),
    "class 1280 × 720": (1230, 380, 25, CLASS),
    "class 1920 × 1080": (1844, 570, 37, CLASS),
    "paper": (1520, 770, 36, PAPER),
}
_BESIDE = {"descent-1d": 615, "learning-rate": 615, "slope": 615, "loss-function": 767}
_BESIDE |= {"many-points": 888}  # px wide with a second picture, of 1230
_ALONE = ("baseline", "change-weights", "dark-field")  # never with a second one for the class
_NEAR = 0.01  # px


def rooms(lesson: str) -> dict[str, tuple[float, float, float, Audience]]:
    """Where a lesson's network is shown."""
    wide = _BESIDE.get(lesson, 738)
    two = {
        "class 1280 × 720, two": (wide, 380, 25, CLASS),
        "class 1920 × 1080, two": (1.5 * wide, 570, 37, CLASS),
    }
    return ROOMS if lesson in _ALONE else ROOMS | two


@dataclass(frozen=True)
class Written:
    """A box, a pill or a caption: what it covers, which weight it is of, and its text."""

    rect: Rect
    kind: str
    text: str
    name: str = ""


@dataclass(frozen=True)
class Shown:
    """One picture of a state in a frame."""

    where: str
    state: State
    picture: NetworkPicture
    slopes: bool

    @property
    def diagram(self) -> Diagram:
        return self.picture.diagram


def shown(state: State, room: tuple[float, float, float, Audience], said: str) -> Shown:
    """The picture in one room and one language."""
    frame = Frame(*room, speech=SPEECHES[said])
    what = on_paper(state) if frame.audience is PAPER else visibility(state)
    where = f"row {state.descent.row}, {state.descent.phase}, {room}, {said}"
    slopes = what.slopes and what.asked != Phase.SLOPES
    return Shown(where, state, network_picture(state, frame, what), slopes)


def labels(made: Shown) -> tuple[list[Written], list[Written], list[Written]]:
    """Boxes of weights, pills, and captions, each once."""
    boxes: dict[str, Written] = {}
    pills: list[Written] = []
    captions: list[Written] = []
    last: Box | None = None
    for shape in _flat(made.picture.drawing.shapes):
        if isinstance(shape, Words) and last:
            _add(boxes, pills, last, shape)
        elif isinstance(shape, Words) and shape.paint == Paint("muted"):
            captions.append(Written(shape.rect, "caption", shape.text))
        last = shape if isinstance(shape, Box) else None
    return list(boxes.values()), pills, captions


def _add(boxes: dict[str, Written], pills: list[Written], box: Box, said: Words) -> None:
    match box.name:
        case "error":
            pass
        case str() as name:
            boxes[name] = Written(box.rect, "box", said.text, name)
        case ("slope", str() as name):
            pills.append(Written(box.rect, "pill", said.text, name))
        case ("slope", _):
            pills.append(Written(box.rect, "factor", said.text))


def _flat(shapes: tuple[Shape, ...]) -> Iterator[Shape]:
    for shape in shapes:
        if isinstance(shape, Clip):
            yield from _flat(shape.shapes)
        else:
            yield shape


def faults(made: Shown) -> list[str]:
    """What is wrong with where its labels stand."""
    boxes, pills, captions = labels(made)
    found = list(_missing(made, boxes, pills))
    for a, b in combinations([*boxes, *pills, *captions], 2):
        if _share(a.rect, b.rect):
            found.append(f"{a.kind} {a.text!r} on {b.kind} {b.text!r}")
    for one in (*boxes, *pills, *captions):
        found += [f"{one.kind} {one.text!r} {what}" for what in _places(made, one)]
    found += [f"{pill.kind} {pill.text!r} off its box" for pill in _apart(boxes, pills)]
    return found


def _missing(made: Shown, boxes: list[Written], pills: list[Written]) -> Iterator[str]:
    weight = made.state.display.weight
    if not made.state.descent.lesson.network.parameter(weight).source:
        return
    if weight not in {one.name for one in boxes}:
        yield "no box of the selected weight"
    if made.slopes and weight not in {one.name for one in pills if one.kind == "pill"}:
        yield "no slope of the selected weight"


def _places(made: Shown, one: Written) -> Iterator[str]:
    left, top, wide, high = one.rect
    frame = made.picture.drawing.frame
    if min(left, top, frame.width - left - wide, frame.height - top - high) < -_NEAR:
        yield "outside"
    yield from (f"on node {n.layer}, {n.index}" for n in made.diagram.nodes if _on(one.rect, n))
    for error in made.diagram.errors:
        square = error.x - error.wide, error.y - error.half, 2 * error.wide, 2 * error.half
        if _share(one.rect, square):
            yield "on an error"
    yield from (f"on edge {edge.name}" for edge in _crossed(made, one) if edge.name != one.name)
    if one.kind == "box" and one.name not in {e.name for e in _crossed(made, one, own=True)}:
        yield "off its edge"


def _crossed(made: Shown, one: Written, own: bool = False) -> list[Edge]:
    """Edges whose line, as thick as it is, runs through a label."""
    edges = [e for e in made.diagram.edges if not own or e.name == one.name]
    if not edges:
        return []
    lines = np.array([(e.x1, e.y1, e.x2, e.y2, e.thickness / 2) for e in edges])
    left, top, wide, high = one.rect
    rect = np.array([(left + _NEAR, top + _NEAR, left + wide - _NEAR, top + high - _NEAR)])
    return [e for e, long in zip(edges, crossings(rect, lines)[0], strict=True) if long > _NEAR]


def _apart(boxes: list[Written], pills: list[Written]) -> list[Written]:
    at = {one.name: one.rect for one in boxes}
    return [
        one
        for one in pills
        if one.kind == "pill" and not (one.name in at and _share(_wider(at[one.name]), one.rect))
    ]


def _wider(rect: Rect, by: float = 2.0) -> Rect:
    return rect[0] - by, rect[1] - by, rect[2] + 2 * by, rect[3] + 2 * by


def _share(a: Rect, b: Rect) -> bool:
    wide = min(a[0] + a[2], b[0] + b[2]) - max(a[0], b[0])
    high = min(a[1] + a[3], b[1] + b[3]) - max(a[1], b[1])
    return wide > _NEAR and high > _NEAR


def _on(rect: Rect, node: Node) -> bool:
    """Whether a label lies on a node, which is a circle, or two with what is between them."""
    left, top, wide, high = rect
    half = max(node.wide - node.radius, 0.0)
    away_x = max(left - node.x - half, node.x - half - left - wide, 0.0)
    away_y = max(top - node.y, node.y - top - high, 0.0)
    return bool(np.hypot(away_x, away_y) < node.radius - _NEAR)
