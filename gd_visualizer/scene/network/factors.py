"""The factors of the explained slope at their nodes, dead nodes, and the activation drawn small."""

from collections.abc import Sequence
from itertools import product
from typing import NamedTuple

import numpy as np
from msgspec.structs import replace

from gd_visualizer.core.arrays import Floats
from gd_visualizer.descent.explanation.printed import Printed
from gd_visualizer.descent.explanation.slopes import node_factors
from gd_visualizer.descent.explanation.values import StepValues
from gd_visualizer.drawing.shapes import Rect
from gd_visualizer.drawing.typeface import width_of
from gd_visualizer.scene.network.parts import Arrow, Bend, Diagram, Node, Note, note_in
from gd_visualizer.scene.network.placing.labels import PILL, Circle, Surroundings, circles, placed
from gd_visualizer.scene.network.placing.places import Sizes
from gd_visualizer.scene.network.slope_texts import in_a_row
from gd_visualizer.text.message import Message, message
from gd_visualizer.text.speech import Speech

_MOST_ARROWS = 4
_HIGH, _SIDE, _APART = 1.5, 0.5, 2.0
_BEND_WIDE, _BEND_HIGH, _INSIDE = 3.4, 2.4, 0.14  # letters; of its sides
_RIGHT_AT = 7  # places that touch the node
_LEAST_SUM = 3.0  # that the small curve reaches at least


def with_factors(
    picture: Diagram,
    values: StepValues,
    weight: str,
    around: Surroundings,
    sizes: Sizes,
    printed: Printed,
    speech: Speech,
) -> Diagram:
    """The slope at the node that the weight feeds, the activation's slope there and its curve,
    before a hidden layer the slopes that the first one comes from, and the sums of dead nodes."""
    parameter = values.network.parameter(weight)
    if not values.lesson.view.tells_factors:
        return picture
    layer, target = parameter.layer, parameter.target - 1
    at = {(node.layer, node.index): node for node in picture.nodes}
    slope, *bend = node_factors(values, layer, target)
    dead = _dead(values)
    wanted = [_Factor(at[one], printed.text(_sum(values, *one)), "sum") for one in dead]
    wanted.append(_Factor(at[layer, target], printed.text(slope), "loss"))
    wanted += [_Factor(at[layer, target], f"× {printed.text(f)}", "activation") for f in bend]
    later = 0 if layer == values.network.depth else values.network.layers[layer + 1]
    for k in range(later if later <= _MOST_ARROWS else 0):
        text = printed.text(node_factors(values, layer + 1, k)[0])
        wanted.append(_Factor(at[layer + 1, k], text, "loss"))
    size = _size(picture, sizes)
    letters = sorted({size, sizes.smallest}, reverse=True)
    wanted = [one._replace(alone=in_a_row(values.network)) for one in wanted]
    notes = _at_nodes(wanted, picture, around, letters, speech)
    first = next((n for n in notes if n.node == (layer, target) and n.role == "loss"), None)
    sources = [n for n in notes if n.role == "loss" and n.node and n.node[0] > layer]
    told = replace(
        picture,
        nodes=tuple(replace(n, dead=(n.layer, n.index) in dead) for n in picture.nodes),
        notes=(*picture.notes, *notes),
        arrows=tuple(_arrow(note, first) for note in sources if first),
        feeding=(layer - 1, parameter.source - 1) if parameter.source else None,
    )
    bent = bend and not values.network.functions[layer - 1].straight
    small = _bend(told, values, at[layer, target], around, size) if bent else None
    return replace(told, bend=small)


def _dead(values: StepValues) -> list[tuple[int, int]]:
    """The nodes where relu lets nothing through."""
    return [
        (layer, node)
        for layer, function in enumerate(values.network.functions, start=1)
        if function.kinked
        for node in np.flatnonzero(values.kept.activation_slopes[layer - 1][0] == 0).tolist()
    ]


def _sum(values: StepValues, layer: int, node: int) -> float:
    return float(values.kept.sums[layer - 1][0, node])


class _Factor(NamedTuple):
    """A number at a node: a slope of the loss or of an activation, or the sum of a dead one. Of one
    that is ``alone`` in its layer, the one weight is told at its left."""

    node: Node
    text: str
    role: str
    alone: bool = False

    @property
    def words(self) -> Message | None:
        """What it is, where that has room."""
        if self.role == "loss":
            return message("slope {number}", number=self.text)
        return message("sum {at}", at=self.text) if self.role == "sum" else None

    @property
    def worded(self) -> bool:
        """Whether it is never without its words."""
        return self.role == "sum"

    def text_in(self, speech: Speech, worded: bool) -> str:
        """What is written of it."""
        if self.words and (worded or self.worded):
            return speech.words(self.words)
        return speech.number(self.text)

    def places(self, text: str, size: float) -> list[Rect]:
        """Around its node; a sum and an activation's slope rather below it, a sum right at it: else
        it would be taken for another node's."""
        wide = width_of(text, size, "semibold") + 2 * _SIDE * size
        found = _at_node(circles([self.node])[0], wide, _HIGH * size, self.role != "loss")
        if self.alone:
            found.sort(key=lambda rect: rect[0] + wide / 2 < self.node.x - 1)
        return found[:_RIGHT_AT] if self.role == "sum" else found

    def note(self, rect: Rect, size: float, worded: bool) -> Note:
        """In its place."""
        node = self.node.layer, self.node.index
        words = self.words if worded or self.worded else None
        return note_in(rect, self.text, size, self.role, node=node, words=words)


def _size(picture: Diagram, sizes: Sizes) -> float:
    boxes = [edge.box.size for edge in picture.edges if edge.box]
    usual = min(boxes, default=sizes.largest) * PILL
    return max(sizes.smallest, min(usual, picture.nodes[0].radius * 0.42))


def _at_node(node: Circle, width: float, height: float, first_below: bool) -> list[Rect]:
    """Places of a label at a node: above or below it, at its corners, then farther off. Arrows come
    from the right, so that what is below goes to the left first."""
    x, y, radius, half = node
    up = radius + height / 2 + 4
    corner, near = half * 0.75 + width / 2, radius * 0.75 + height / 2
    sides = [(0.0, up if first_below else -up)]
    ends = (-1, 1) if first_below else (1, -1)
    sides += [(sign * corner, down) for sign in ends for down in (-near, near)]
    sides += [(0.0, -up), (0.0, up)]
    sides += [(sign * (half + width / 2), up) for sign in ends]
    sides += [(-1.25 * half - width / 2, -near)] if first_below else []
    sides += [(0.4 * half, sign * (up + k * height)) for k in (1, 2) for sign in (-1, 1)]
    sides += [(sign * corner, (k + 0.5) * height) for k in (-2, 1, -3, 2) for sign in (1, -1)]
    return [(x + a - width / 2, y + b - height / 2, width, height) for a, b in sides]


def _own(rect: Rect, node: Circle, nodes: Sequence[Circle]) -> bool:
    """Whether it is taken for that node's, not for another's: twice as near to it as to any."""
    return all(2 * _away(rect, node) < _away(rect, other) for other in nodes if other != node)


def _away(rect: Rect, node: Circle) -> float:
    """From a node's rim to the nearest part of a rectangle."""
    left, top, wide, high = rect
    x, y, radius, half = node
    beside = max(left - x, x - left - wide, 0.0)
    above = max(top - y, y - top - high, 0.0)
    return max(float(np.hypot(max(beside - (half - radius), 0.0), above)) - radius, 0.0)


def _at_nodes(
    wanted: Sequence[_Factor],
    picture: Diagram,
    around: Surroundings,
    sizes: Sequence[float],
    speech: Speech,
) -> list[Note]:
    """In the look in which most have room; with their words where all have."""
    best: list[Note] = []
    around = replace(around, words=(*around.words, *picture.labels))
    nodes = circles(picture.nodes)
    for size, worded in product(sizes, (True, False)):
        offered = [(one, one.places(one.text_in(speech, worded), size)) for one in wanted]
        places = tuple(
            tuple(rect for rect in rects if _own(rect, circles([one.node])[0], nodes))
            for one, rects in offered
        )
        chosen = placed(places, around, _APART)
        found = [
            one.note(rects[k], size, worded)
            for one, rects, k in zip(wanted, places, chosen, strict=True)
            if k is not None
        ]
        best = max(best, found, key=len)
        if len(best) == len(wanted):
            break
    return best


def _bend(
    told: Diagram, values: StepValues, node: Node, around: Surroundings, size: float
) -> Bend | None:
    """The activation of a node beside it; None where it has no room."""
    wide, high = _BEND_WIDE * size, _BEND_HIGH * size
    notes = [note.rect for note in told.notes if note.role == "activation"]
    places = [one for rect in notes for one in _beside(rect, wide, high)]
    places += _at_node(circles([node])[0], wide, high, first_below=True)[:_RIGHT_AT]
    around = replace(around, words=(*around.words, *told.labels))
    (chosen,) = placed((tuple(places),), around, _APART)
    if chosen is None:
        return None
    function = values.network.functions[node.layer - 1]
    z = _sum(values, node.layer, node.index)
    reach = max(1.25 * abs(z), _LEAST_SUM)
    sums = np.append(np.linspace(-reach, reach, 41), (0.0, z))
    with np.errstate(all="ignore"):
        curve = np.column_stack((sums, function.value(sums)))
    if not np.isfinite(curve).all():
        return None
    return _in_rect((node.layer, node.index), places[chosen], curve)


def _beside(rect: Rect, wide: float, high: float) -> list[Rect]:
    """At the right and left of a note, level with it or a little lower; and below it."""
    x, y, broad, tall = rect
    sides, gap = (x + broad + _APART + 1, x - wide - _APART - 1), _APART + 1
    found = [(side, y + down, wide, high) for down in ((tall - high) / 2, 0.0) for side in sides]
    return [*found, (x + (broad - wide) / 2, y + tall + gap, wide, high)]


def _in_rect(node: tuple[int, int], rect: Rect, curve: Floats) -> Bend:
    """A curve as high and wide as its box has room; its last places are those of 0 and of the
    node's sum."""
    left, top, wide, high = rect
    low, far = curve.min(axis=0), np.ptp(curve, axis=0)
    share = _INSIDE + (1 - 2 * _INSIDE) * (curve - low) / np.where(far, far, 1.0)
    at = np.column_stack((left + wide * share[:, 0], top + high * (1 - share[:, 1])))
    zero, dot = at[-2, 0], at[-1]
    bottom = top + high
    middle = np.array(((zero, top + high * _INSIDE), (zero, bottom - high * _INSIDE)))
    return Bend(node, rect, at[:-2], middle, (float(dot[0]), float(dot[1])))


def _arrow(start: Note, end: Note) -> Arrow:
    return Arrow(start.x - start.width / 2, start.y, end.x + end.width / 2, end.y)
