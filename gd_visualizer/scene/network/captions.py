"""The words of a diagram: what nodes, errors and biases are called, each where it has room.

A caption covers no node, no error, no edge and no other caption; one without a place is left out.
"""

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from msgspec.structs import replace

from gd_visualizer.core.network.network import Network
from gd_visualizer.descent.explanation.printed import Printed
from gd_visualizer.descent.state.descent import Descent
from gd_visualizer.drawing.frame import Frame
from gd_visualizer.drawing.shapes import Rect
from gd_visualizer.drawing.typeface import width_of
from gd_visualizer.lesson.data import Data
from gd_visualizer.scene.network.parts import Caption, Edge, ErrorBox, Node
from gd_visualizer.scene.network.placing.labels import Surroundings, circles, placed
from gd_visualizer.text.speech import Speech

MANY = 300  # edges, from which on they are drawn thin, and words may lie on them
_MOST_CAPTIONS = 8
_MOST_BIASES = 4  # of a layer
_LONGEST = 14  # letters of a column's name
_BIAS = 0.9  # of the other captions' letters
_BIAS_ROOM = "− 0.01234"  # that each has, so that what stands around it keeps its place
_APART = 1.0


class _Wanted(NamedTuple):
    """A caption at its places, the best first; the lower ``rank``, the sooner it is placed."""

    places: list[Caption]
    rank: float


def captions(
    descent: Descent,
    nodes: Sequence[Node],
    edges: Sequence[Edge],
    errors: Sequence[ErrorBox],
    actual: Sequence[str],
    size: float,
    printed: Printed,
    frame: Frame,
) -> tuple[Caption, ...]:
    """All that have room, in letters of ``size`` px; ``actual`` are the outputs' actual values."""
    network = descent.lesson.network
    wanted = [
        *_inputs([n for n in nodes if n.layer == 0], size, descent.lesson.data),
        *_outputs(nodes[-network.layers[-1] :], errors, size, _under(network)),
        *_actual(errors, actual, size),
        *_biases(descent, nodes, size * _BIAS, printed),
    ]
    measured = [_measured(one, frame) for one in wanted]
    rects = tuple(rects for _, rects in measured)
    around = surroundings(nodes, edges, errors, (), frame)
    chosen = placed(rects, around, _APART, tuple(one.rank for one in wanted))
    found = zip(measured, chosen, strict=True)
    return tuple(places[k] for (places, _), k in found if k is not None)


def _measured(one: _Wanted, frame: Frame) -> tuple[list[Caption], tuple[Rect, ...]]:
    """A caption's places with all its words in the frame, and what it covers there."""
    kinds = {caption.kind: caption for caption in one.places}  # at all places it says the same
    wide = {kind: _width(caption, frame.speech) for kind, caption in kinds.items()}
    places = [_inside(caption, wide[caption.kind], frame.width) for caption in one.places]
    return places, tuple(_rect(caption, wide[caption.kind]) for caption in places)


def surroundings(
    nodes: Sequence[Node],
    edges: Sequence[Edge],
    errors: Sequence[ErrorBox],
    others: Iterable[Rect],
    frame: Frame,
) -> Surroundings:
    """What labels keep off: parts of the diagram, and ``others``."""
    squares = [(e.x - e.wide, e.y - e.half, 2 * e.wide, 2 * e.half) for e in errors]
    lines = [(e.from_x, e.y - 2, e.x - e.wide - e.from_x, 4.0) for e in errors]
    room = (0.0, 0.0, frame.width, frame.height)
    around = Surroundings(circles(nodes), (*others, *squares, *lines), (), (), room)
    return around if len(edges) > MANY else on_lines(around, edges)


def on_lines(around: Surroundings, edges: Sequence[Edge]) -> Surroundings:
    """With these edges."""
    return replace(
        around,
        lines=tuple(edge[1:5] for edge in edges),
        halves=tuple(edge.thickest / 2 for edge in edges),  # so that places keep still
    )


def caption_rect(caption: Caption, speech: Speech) -> Rect:
    """What a caption covers, with room for a digit more in its number."""
    return _rect(caption, _width(caption, speech))


def _width(caption: Caption, speech: Speech) -> float:
    if caption.kind == "bias":
        return max(width_of(text, caption.size) for text in (caption.text, _BIAS_ROOM))
    said = speech.words(caption.message)
    return width_of(said, caption.size) + (0.6 * caption.size if caption.text else 0.0)


def _rect(caption: Caption, wide: float) -> Rect:
    left = caption.x - wide if caption.kind == "x" else caption.x - wide / 2
    return left, caption.y - 0.6 * caption.size, wide, 1.2 * caption.size


def _inside(caption: Caption, wide: float, most: float) -> Caption:
    """With all its words in the frame, in whatever language."""
    left, _, wide, _ = _rect(caption, wide)
    moved = max(-left, 0.0) - max(left + wide - most, 0.0)
    stays = not moved or caption.kind == "x"
    return caption if stays else caption._replace(x=caption.x + moved)


def _under(network: Network) -> bool:
    """Whether a single output of a deep network is named below it: above it, its slope stands."""
    return len(network.layers) > 2 and not network.biases


def _inputs(inputs: Sequence[Node], size: float, data: Data) -> Iterator[_Wanted]:
    """Above the first input, below the last, and left of those between."""
    if len(inputs) > _MOST_CAPTIONS:
        return
    for n in inputs:
        text = str(n.index + 1) if len(inputs) > 1 else ""
        name = _short(data.inputs[n.index]) if data.inputs else ""
        caption = Caption("input", n.x, n.y, size, text, name, data.scaled)
        above, below = _above(caption, n.radius), _below(caption, n.radius)
        left = [Caption("x", n.x - _half(n) - size * 0.6, n.y, size, text)] if text else []
        if n.index == 0:
            yield _Wanted([above, *left], 2)
        elif n.index == len(inputs) - 1:
            yield _Wanted([below, *left], 2)
        else:
            yield _Wanted(left, 2)


def _short(name: str) -> str:
    return name if len(name) <= _LONGEST else name[: _LONGEST - 1] + "…"


def _outputs(
    outputs: Sequence[Node], errors: Sequence[ErrorBox], size: float, under: bool
) -> Iterator[_Wanted]:
    """What the columns are called: above the first ones, or below the last ones."""
    for kind, column, first_below in (
        ("error", errors, False),
        ("predicted", outputs, under and len(outputs) == 1),
    ):
        high = column[0].radius if isinstance(column[0], Node) else column[0].half
        first, last = column[0], column[-1]
        above = _above(Caption(kind, first.x, first.y, size), high)
        below = _below(Caption(kind, last.x, last.y, size), high)
        ends = [below, above] if first_below else [above, below]
        sides = (0.0, 0.4, -0.4, 0.8, -0.8, 1.3, -1.3)
        yield _Wanted(
            [end._replace(x=end.x + side * high) for end in ends for side in sides],
            0 if kind == "error" else 1,
        )


def _actual(errors: Sequence[ErrorBox], actual: Sequence[str], size: float) -> Iterator[_Wanted]:
    if len(errors) > _MOST_CAPTIONS:
        return
    for e, text in zip(errors, actual, strict=True):
        yield _Wanted([_below(Caption("actual", e.x, e.y, size, text), e.half)], 1)


def _biases(
    descent: Descent, nodes: Sequence[Node], size: float, printed: Printed
) -> Iterator[_Wanted]:
    """At each node the bias that its sum holds; not where nodes have no room for their values."""
    network, theta = descent.lesson.network, descent.moment.theta
    at = {(n.layer, n.index): n for n in nodes}
    for p in network.parameters if network.biases else ():
        if p.source or network.layers[p.layer] > _MOST_BIASES:
            continue
        node = at[p.layer, p.target - 1]
        if not node.size:
            continue
        value = float(theta[p.index])
        text = f"{'−' if value < 0 else '+'} {printed.text(abs(value))}"
        caption = Caption("bias", node.x, node.y, size, text, p.name)
        ends = _below(caption, node.radius), _above(caption, node.radius)
        sides = (0.0, -0.3, 0.3, -0.6, 0.6, -0.9, 0.9, -1.2, 1.2)
        yield _Wanted(
            [end._replace(x=end.x + side * node.radius) for end in ends for side in sides], 3
        )


def _half(node: Node) -> float:
    return max(node.wide, node.radius)


def _above(caption: Caption, radius: float) -> Caption:
    return caption._replace(y=caption.y - radius - 0.85 * caption.size)


def _below(caption: Caption, radius: float) -> Caption:
    return caption._replace(y=caption.y + radius + 0.95 * caption.size)
