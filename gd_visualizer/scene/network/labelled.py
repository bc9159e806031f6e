"""A diagram with its labels: weights and their slopes."""

from collections.abc import Sequence
from dataclasses import replace

import numpy as np

from gd_visualizer.core.network.network import Network, Parameter
from gd_visualizer.descent.explanation.equation import settled
from gd_visualizer.descent.explanation.printed import Printed
from gd_visualizer.descent.explanation.slope_names import over
from gd_visualizer.descent.explanation.slopes import gradient_of
from gd_visualizer.descent.explanation.update import stays
from gd_visualizer.descent.explanation.values import StepValues
from gd_visualizer.descent.names import label
from gd_visualizer.descent.state.descent import Descent
from gd_visualizer.drawing.frame import Frame
from gd_visualizer.drawing.shapes import Rect
from gd_visualizer.lesson.lesson import Phase
from gd_visualizer.scene.network.captions import MANY, caption_rect, on_lines, surroundings
from gd_visualizer.scene.network.factors import with_factors
from gd_visualizer.scene.network.labels import (
    PILL,
    Edged,
    OnEdge,
    Style,
    Surroundings,
    on_edges,
)
from gd_visualizer.scene.network.parts import Box, Diagram, Edge, Note, note_in
from gd_visualizer.text.message import Message, message
from gd_visualizer.text.speech import Speech

_MOST_BOXES = 24  # between two layers
_MOST_RESERVED = 12  # edges of a network that keeps room for slopes before there are any
_USUAL_SLOPE = "−24.5"
_NAMED = 3  # weights of one layer that are written with their names
_SMALLER = (1.0, 0.88, 0.76, 0.66)  # of the largest letters of a weight


def labelled(
    picture: Diagram,
    descent: Descent,
    weight: str,
    frame: Frame,
    sizes: tuple[float, float],
    printed: Printed,
    values: StepValues | None = None,
) -> Diagram:
    """``picture`` with a box on every edge that has room, in letters of ``sizes`` (the largest, the
    smallest) px; of a step's ``values`` with the slopes beside them, and the factors of the slope
    of ``weight`` at their nodes."""
    around, speech = _around(picture, frame), frame.speech
    weight = weight if values else ""  # else places would depend on what is selected
    found = _on_edges(picture, descent, weight, around, sizes, printed, speech, values)
    boxed = _with_boxes(picture, found)
    if values is None:
        return boxed
    told = replace(boxed, notes=_slopes(found, weight))
    return with_factors(told, values, weight, around, sizes, printed, speech)


Found = dict[str, tuple[OnEdge, str, str, Message | None]]  # box's and slope's texts, its words
Said = list[tuple[Edge, str, str, Message | None, str]]


def _on_edges(
    picture: Diagram,
    descent: Descent,
    weight: str,
    around: Surroundings,
    sizes: tuple[float, float],
    printed: Printed,
    speech: Speech,
    values: StepValues | None,
) -> Found:
    """In the largest letters in which all have room: with names and words, or numbers alone. Else
    as many as there is room for, the selected one with its slope in any case."""
    usual = [
        _said(_texts(picture, descent, weight, printed, values, named, worded), speech)
        for named, worded in _variants(picture, values)
    ]
    if not usual[0]:
        return {}
    kept = picture.edges
    if len(kept) > MANY:  # they are pale, and everywhere
        kept = tuple(edge for edge, *_ in usual[0])
        around = on_lines(around, kept)
    lines = {edge.name: k for k, edge in enumerate(kept)}
    looks = [(style, said) for style in _styles(sizes) for said in usual]

    def tried(style: Style, said: Said) -> Found:
        return _found(weight, around, lines, style, said, speech)

    found = tried(replace(looks[0][0], whole=True), looks[0][1])
    if _whole(found, looks[0][1]):
        return found
    style, said = looks[-1]
    found = tried(style, said)
    if _whole(found, said):  # so there is a first look in which all have room
        every = ((tried(replace(look, whole=True), words), words) for look, words in looks[1:])
        return next(one for one, words in every if _whole(one, words))
    if len(found) < len(said):
        # Room for slopes to come is kept only where all boxes have theirs.
        bare: Said = said if values else [(e, text, "", None, "") for e, text, *_ in said]
        found = max(found, tried(replace(style, moved=True), bare), key=len)
    for other in (replace(style, off=True), replace(style, off=True, always=True)):
        if not weight or _told(found, weight, said):
            break
        found = tried(other, said)
    return found


def _styles(sizes: tuple[float, float]) -> list[Style]:
    """The best first."""
    largest, smallest = sizes
    letters = sorted({max(largest * share, smallest) for share in _SMALLER}, reverse=True)
    return [Style(s, max(s * PILL, smallest), tight) for tight in (False, True) for s in letters]


def _whole(found: Found, said: Said) -> bool:
    return all(_told(found, edge.name, said) for edge, *_ in said)


def _told(found: Found, name: str, said: Said) -> bool:
    """Whether a weight has its box, and its slope if it has one."""
    if name not in found:
        return False
    slope = next(slope for edge, _, slope, *_ in said if edge.name == name)
    return not slope or found[name][0].pill is not None


def _found(
    weight: str,
    around: Surroundings,
    lines: dict[str, int],
    style: Style,
    said: Said,
    speech: Speech,
) -> Found:
    """What has a place in one look."""
    edged = [
        Edged(e.name, speech.number(text), told, lines[e.name], e.name == weight)
        for e, text, _, _, told in said
    ]
    return {
        e.name: (place, text, slope, words)
        for place, (e, text, slope, words, _) in zip(
            on_edges(edged, around, style), said, strict=True
        )
        if place is not None
    }


def _said(texts: list[tuple[Edge, str, str, Message | None]], speech: Speech) -> Said:
    """With what is written of each slope."""
    return [
        (edge, text, slope, words, speech.words(words) if words else speech.number(slope))
        for edge, text, slope, words in texts
    ]


def _variants(picture: Diagram, values: StepValues | None) -> list[tuple[bool, bool]]:
    """Whether with names, and whether with words: the longest first."""
    names = [True, False] if len(picture.edges) <= _NAMED else [False]
    worded = [True, False] if values and len(picture.edges) <= _MOST_RESERVED else [False]
    return [(name, word) for name in names for word in worded]


def _texts(
    picture: Diagram,
    descent: Descent,
    weight: str,
    printed: Printed,
    values: StepValues | None,
    named: bool,
    worded: bool,
) -> list[tuple[Edge, str, str, Message | None]]:
    """Of every edge that may have a box: its value, its slope, and the slope's words."""
    network, theta = descent.lesson.network, descent.moment.theta
    here = [e for e in picture.edges if _few(network, e.name) or e.name == weight]
    names = named and network.depth == 1 and len(picture.edges) <= _NAMED
    reserved = (
        _USUAL_SLOPE
        if values is None
        and descent.lesson.view.last_phase >= Phase.SLOPES
        and len(picture.edges) <= _MOST_RESERVED
        else ""
    )
    found = []
    for edge in here:
        parameter = network.parameter(edge.name)
        text = printed.text(float(theta[parameter.index]))
        if names or not _few(network, edge.name):
            text = f"{label(network, edge.name)} = {text}"
        slope = slope_text(values, parameter, printed, edge.name == weight) if values else reserved
        words = _words(values, slope, edge.name == weight, len(here)) if values and worded else None
        found.append((edge, text, slope, words))
    return found


def _words(values: StepValues, slope: str, selected: bool, count: int) -> Message | None:
    one = values.lesson.objective.points == 1
    if selected:
        if one:
            return message("slope {number}", number=slope)
        return message("slope {over}: {number}", over=over(values), number=slope)
    return message("slope {number}", number=slope) if one and count <= _NAMED else None


def _few(network: Network, name: str) -> bool:
    layer = network.parameter(name).layer
    return network.layers[layer - 1] * network.layers[layer] <= _MOST_BOXES


def slope_text(
    values: StepValues, parameter: Parameter, printed: Printed, selected: bool = False
) -> str:
    """The slope that moves a weight; ≈ 0 where it is nothing that any digit would show."""
    if stays(values, parameter):
        return "≈ 0"
    if selected:
        return printed.text(gradient_of(values, parameter))
    largest = float(np.abs(values.gradient).max())
    return printed.text(settled(float(values.gradient[parameter.index]), largest))


def _with_boxes(picture: Diagram, found: Found) -> Diagram:
    edges = []
    for edge in picture.edges:
        if edge.name in found:
            place_found, text, *_ = found[edge.name]
            left, top, wide, high = place_found.box
            box = Box(left + wide / 2, top + high / 2, wide, high, text, place_found.size)
            edge = edge._replace(box=box)  # noqa: PLW2901
        edges.append(edge)
    return replace(picture, edges=tuple(edges))


def _slopes(found: Found, weight: str) -> tuple[Note, ...]:
    return tuple(
        note_in(one.pill, slope, one.small, "slope", name, name == weight, words=words)
        for name, (one, _, slope, words) in found.items()
        if one.pill is not None and slope
    )


def _around(picture: Diagram, frame: Frame, more: Sequence[Rect] = ()) -> Surroundings:
    said = [caption_rect(caption, frame.speech) for caption in picture.captions]
    return surroundings(picture.nodes, picture.edges, picture.errors, (*said, *more), frame)


def box_of(
    picture: Diagram,
    descent: Descent,
    name: str,
    frame: Frame,
    size: float,
    printed: Printed,
) -> Box | None:
    """The box, with its name, of a weight that has none, for as long as it is pointed at; clear of
    nodes and captions where it can be. None where there is no such edge."""
    edge = next((edge for edge in picture.edges if edge.name == name), None)
    if edge is None:
        return None
    network, theta = descent.lesson.network, descent.moment.theta
    value = printed.text(float(theta[network.parameter(name).index]))
    around = _around(picture, frame, picture.labels)
    if _few(network, name):
        line = picture.edges.index(edge)
    else:  # so many lines that none can be kept off
        around, line = on_lines(around, [edge]), 0
    long = f"{label(network, name)} = {value}"
    last = Style(size, size, tight=True, off=True)
    tries = [(Style(size, size), long), (Style(size, size, tight=True), value), (last, value)]
    for style, text in [*tries, (replace(last, always=True), value)]:
        edged = [Edged(name, frame.speech.number(text), "", line, True)]
        (found,) = on_edges(edged, around, style)
        if found is not None:
            left, top, wide, high = found.box
            return Box(left + wide / 2, top + high / 2, wide, high, text, size)
    return None
