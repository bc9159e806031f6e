"""What a network's picture shows, and whether its labels stand where they may."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import combinations

import numpy as np

from gd_visualizer.descent.state.state import State
from gd_visualizer.drawing.frame import Audience, Frame
from gd_visualizer.drawing.placement import Label, Obstacles, crossings, free
from gd_visualizer.drawing.shapes import Box, Clip, Paint, Rect, Shape, Words
from gd_visualizer.lesson.lesson import Phase
from gd_visualizer.scene.network.captions import MANY
from gd_visualizer.scene.network.parts import Diagram, Edge, Node
from gd_visualizer.scene.network.picture import NetworkPicture, network_picture
from gd_visualizer.scene.network.slope_texts import in_a_row
from gd_visualizer.scene.visibility import on_paper, visibility
from gd_visualizer.text.speech import ENGLISH
from tests.german import GERMAN

WINDOW, CLASS, PAPER = Audience.SCREEN, Audience.SCREEN, Audience.PAPER
SPEECHES = {"English": ENGLISH, "German": GERMAN}
Room = tuple[float, float, float, Audience]
# The rooms of the network as they are measured there: px wide and high, and an em.
ROOMS: dict[str, Room] = {
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
_SPARE = 3.0  # px around a place that has room


def rooms(lesson: str) -> dict[str, Room]:
    """Where a lesson's network is shown."""
    wide = _BESIDE.get(lesson, 738)
    two: dict[str, Room] = {
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


def shown(state: State, room: Room, said: str) -> Shown:
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
        elif isinstance(shape, Box) and isinstance(shape.name, tuple) and shape.name[0] == "bend":
            pills.append(Written(shape.rect, "curve", ""))
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
        case ("slope of", str() as name):
            pills.append(Written(box.rect, "pill", said.text, name))
        case ("slope of", _):
            pills.append(Written(box.rect, "factor", said.text))


def _flat(shapes: tuple[Shape, ...]) -> Iterator[Shape]:
    for shape in shapes:
        if isinstance(shape, Clip):
            yield from _flat(shape.shapes)
        else:
            yield shape


def faults(made: Shown) -> list[str]:
    """What is wrong with where its labels stand.

    Two things are excused, both of the explained weight alone, which is there in any case: it may
    stand off its edge where its edge has no room for it, and on something where the whole picture
    has none. Where so many edges are drawn that they are pale, its box lies on them.
    """
    boxes, pills, captions = labels(made)
    found = list(_missing(made, boxes, pills))
    told = {made.state.display.weight}
    crowded = _crowded(made, boxes, pills, captions)
    for a, b in combinations([*boxes, *pills, *captions], 2):
        if _share(a.rect, b.rect) and not (crowded and told & {a.name, b.name}):
            found.append(f"{a.kind} {a.text!r} on {b.kind} {b.text!r}")
    for one in (*boxes, *pills, *captions):
        if not (crowded and one.name in told):
            found += [f"{one.kind} {one.text!r} {what}" for what in _places(made, one)]
    found += [f"{one.text!r} off its edge" for one in _strayed(made, boxes, pills, captions)]
    found += [f"{pill.kind} {pill.text!r} off its box" for pill in _apart(made, boxes, pills)]
    return found


def excused(made: Shown) -> tuple[bool, bool]:
    """Whether the explained weight stands off its edge, and whether on something."""
    boxes, pills, captions = labels(made)
    own = [one for one in (*boxes, *pills) if one.name == made.state.display.weight]
    off = any(one.kind == "box" and not _at_home(made, one) for one in own)
    return off, _covers(made, own) and _crowded(made, boxes, pills, captions)


def _covers(made: Shown, own: list[Written]) -> bool:
    return any(any(_places(made, one)) for one in own)


def _crowded(
    made: Shown, boxes: list[Written], pills: list[Written], captions: list[Written]
) -> bool:
    """Whether the explained weight stands on something since nowhere is room for it."""
    own = [one for one in (*boxes, *pills) if one.name == made.state.display.weight]
    if not own or not _covers(made, own):
        return False
    frame, step = made.picture.drawing.frame, own[0].rect[3] / 2
    x, y = np.meshgrid(np.arange(0, frame.width, step), np.arange(0, frame.height, step))
    places = np.column_stack((x.ravel(), y.ravel())).tolist()
    return not _has_room(made, own, places, [*boxes, *pills, *captions])


def _strayed(
    made: Shown, boxes: list[Written], pills: list[Written], captions: list[Written]
) -> Iterator[Written]:
    """Boxes off their edge; the explained one's, where there is room on it."""
    for box in boxes:
        if _at_home(made, box):
            continue
        (edge,) = (e for e in made.diagram.edges if e.name == box.name)
        places = [
            (edge.x1 + (edge.x2 - edge.x1) * share, edge.y1 + (edge.y2 - edge.y1) * share)
            for share in np.linspace(0.02, 0.98, 49).tolist()
        ]
        own = [one for one in (*boxes, *pills) if one.name == box.name]
        selected = box.name == made.state.display.weight
        if not selected or _has_room(made, own, places, [*boxes, *pills, *captions]):
            yield box


def _has_room(
    made: Shown,
    own: list[Written],
    places: list[tuple[float, float]],
    others: list[Written],
) -> bool:
    """Whether a box, and its pill beside it, would cover nothing around any of the places. While
    slopes are told it comes first, so that no other weight's is in its way."""
    box, *pill = sorted(own, key=lambda one: one.kind)
    wide, high = box.rect[2:]
    kinds = ("caption",) if made.slopes else ("caption", "box", "pill")
    taken = [one.rect for one in others if one.kind in kinds and one not in own]
    at = [(x - wide / 2, y - high / 2, wide, high) for x, y in places]
    with_pill = [(one, side) for one in at for side in _sides(one, pill)]
    label = [(rect, rect) for rect in at] if not pill else with_pill
    number = next(k for k, e in enumerate(made.diagram.edges) if e.name == box.name)
    frame = made.picture.drawing.frame
    room = (0.0, 0.0, frame.width, frame.height)
    obstacles = _obstacles(made, taken)
    return any(
        free(
            Label([a for a, _ in part], 0, frozenset({number}), companions=[b for _, b in part]),
            obstacles,
            room,
            _SPARE,
        )
        for part in (label[k : k + 500] for k in range(0, len(label), 500))
    )


def _sides(box: Rect, pill: list[Written]) -> list[Rect]:
    """The four places of a pill right beside its box."""
    left, top, wide, high = box
    return [
        place
        for one in pill
        for width, height in (one.rect[2:],)
        for place in (
            (left + (wide - width) / 2, top + high + 1, width, height),
            (left + (wide - width) / 2, top - height - 1, width, height),
            (left + wide + 1, top + (high - height) / 2, width, height),
            (left - width - 1, top + (high - height) / 2, width, height),
        )
    ]


def _obstacles(made: Shown, taken: list[Rect]) -> Obstacles:
    picture = made.diagram
    squares = [(e.x - e.wide, e.y - e.half, 2 * e.wide, 2 * e.half) for e in picture.errors]
    ways = [(e.from_x, e.y - 1, e.x - e.wide - e.from_x, 2.0) for e in picture.errors]
    discs, middles = [], []
    for n in picture.nodes:
        half = max(n.wide - n.radius, 0.0)
        discs += [(n.x - half, n.y, n.radius), (n.x + half, n.y, n.radius)]
        middles.append((n.x - half, n.y - n.radius, 2 * half, 2 * n.radius))
    lines = [(e.x1, e.y1, e.x2, e.y2, e.thickness / 2) for e in picture.edges]
    return Obstacles.of([*taken, *squares, *ways, *middles], discs, lines)


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
    if len(made.diagram.edges) <= MANY:
        yield from (f"on edge {e.name}" for e in _crossed(made, one) if e.name != one.name)


def _crossed(made: Shown, one: Written, own: bool = False) -> list[Edge]:
    """Edges whose line, as thick as it is, runs through a label."""
    edges = [e for e in made.diagram.edges if not own or e.name == one.name]
    if not edges:
        return []
    lines = np.array([(e.x1, e.y1, e.x2, e.y2, e.thickness / 2) for e in edges])
    left, top, wide, high = one.rect
    rect = np.array([(left + _NEAR, top + _NEAR, left + wide - _NEAR, top + high - _NEAR)])
    return [e for e, long in zip(edges, crossings(rect, lines)[0], strict=True) if long > _NEAR]


_LEAST_OFF = 3.0  # px between the label of an edge that is alone and the edge


def _lone(made: Shown) -> bool:
    """Whether a weight's number stands above its edge, and its slope below."""
    return in_a_row(made.state.descent.lesson.network)


def _at_home(made: Shown, box: Written) -> bool:
    """Whether a weight's box is on its edge, or right above one that is alone, however thick it
    gets in the lesson."""
    if _crossed(made, box, own=True):
        return True
    (edge,) = (e for e in made.diagram.edges if e.name == box.name)
    left, top, wide, high = box.rect
    between = edge.x1 <= left and left + wide <= edge.x2
    return (
        _lone(made)
        and between
        and 0 < edge.y1 - edge.thickness / 2 - (top + high) < _LEAST_OFF + high / 4
    )


def _apart(made: Shown, boxes: list[Written], pills: list[Written]) -> list[Written]:
    """Slopes that are not right beside their boxes; nor below the edge that is between."""
    at = {one.name: one.rect for one in boxes}
    lines = {name: rect[3] / 2 + 2 * _LEAST_OFF for name, rect in at.items() if _lone(made)}
    return [
        one
        for one in pills
        if one.kind == "pill"
        and not (one.name in at and _share(_lower(at[one.name], lines.get(one.name, 0)), one.rect))
    ]


def _lower(rect: Rect, by: float) -> Rect:
    left, top, wide, high = _wider(rect)
    return left, top, wide, high + by


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
