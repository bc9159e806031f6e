"""A diagram with its labels: weights and their slopes."""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from msgspec.structs import replace

from gd_visualizer.descent.explanation.printed import Printed
from gd_visualizer.descent.explanation.values import StepValues
from gd_visualizer.descent.state.descent import Descent
from gd_visualizer.drawing.frame import Frame
from gd_visualizer.drawing.shapes import Rect
from gd_visualizer.drawing.typeface import width_of
from gd_visualizer.scene.network.captions import MANY, caption_rect, on_lines, surroundings
from gd_visualizer.scene.network.factors import with_factors
from gd_visualizer.scene.network.node_texts import Inside, fitted, shorter
from gd_visualizer.scene.network.parts import Box, Diagram, Note, note_in
from gd_visualizer.scene.network.placing.labels import Edged, OnEdge, Style, Surroundings, on_edges
from gd_visualizer.scene.network.placing.needs import Need, few, lead_of, named, needs
from gd_visualizer.scene.network.placing.places import Sizes, edge_places, styles
from gd_visualizer.scene.network.slope_texts import slope_text, slope_words
from gd_visualizer.text.speech import Speech

_SHRUNK = 0.66  # of a label's letters, those of a long number; longer ones have fewer digits
_WORDED = 0.9  # of its letters, those in which a slope keeps its words


def labelled(
    picture: Diagram,
    descent: Descent,
    weight: str,
    frame: Frame,
    sizes: Sizes,
    printed: Printed,
    values: StepValues | None = None,
) -> Diagram:
    """``picture`` with a box on every edge that has room, in letters of ``sizes``; of a step's
    ``values`` with the slopes beside them, and the factors of the slope of ``weight`` at their
    nodes. A label has its place in the lesson, whatever it says."""
    around, wanted = _around(picture, frame), needs(descent.lesson, frame.speech)
    number = {edge.name: k for k, edge in enumerate(picture.edges)}
    lines = [number[need.name] for need in wanted]
    if len(picture.edges) > MANY:  # they are pale, and everywhere
        around = on_lines(around, [picture.edges[k] for k in lines])
        lines = list(range(len(lines)))
    places = edge_places(wanted, tuple(lines), around, sizes)
    writing = _Writing(descent, printed, frame.speech, {need.name: need for need in wanted})
    if values is None:
        return _with_boxes(picture, places, writing)
    places = _with_explained(picture, places, weight, around, sizes, writing, values)
    boxed = _with_boxes(picture, places, writing)
    slopes = [
        writing.slope(name, one, values, name == weight)
        for name, one in places.items()
        if one.pill is not None
    ]
    told = replace(boxed, notes=tuple(slopes))
    return with_factors(told, values, weight, around, sizes, printed, frame.speech)


class _Writing(NamedTuple):
    """What is written in the places, and in letters of which size."""

    descent: Descent
    printed: Printed
    speech: Speech
    needs: Mapping[str, Need]

    def value(self, name: str) -> float:
        """The weight's."""
        network, theta = self.descent.lesson.network, self.descent.moment.theta
        return float(theta[network.parameter(name).index])

    def box(self, name: str, place: OnEdge, named: bool) -> Box:
        """A weight's number; with its name where it is to be ``named`` and has room."""
        value, inside = self.value(name), _inside(place.box, place.size)
        text = lead_of(self.descent.lesson.network, name) + self.printed.text(value)
        size = inside.size(self.speech.number(text)) if named else 0.0
        if size < inside.least:
            text, size = fitted(shorter(value, self.printed), inside, self.speech)
        left, top, wide, high = place.box
        return Box(left + wide / 2, top + high / 2, wide, high, text, size)

    def slope(self, name: str, place: OnEdge, values: StepValues, selected: bool) -> Note:
        """The slope beside it, with its words where there is room."""
        parameter = values.network.parameter(name)
        text = slope_text(values, parameter, self.printed, selected)
        words, pill = slope_words(values, text, selected), place.pill or place.box
        inside = _inside(pill, place.small)
        size = inside.size(self.speech.words(words)) if words else 0.0
        if size < _WORDED * place.small:
            need = self.needs.get(name)
            wide = need.slope * place.small + pill[3] / 2 if need else pill[2]
            words, pill = None, _narrowed(pill, place.box, wide)
            exact = float(values.gradient[parameter.index])
            texts = [text] if text.startswith("≈") else [text, *shorter(exact, self.printed)]
            text, size = fitted(texts, _inside(pill, place.small), self.speech)
        return note_in(pill, text, size, "slope", name, selected, words=words)


def _inside(rect: Rect, size: float) -> Inside:
    """A label's room for letters of ``size`` px."""
    return Inside(rect[2] / 2, rect[3] / 2, size * _SHRUNK, size, False, "semibold")


def _narrowed(pill: Rect, box: Rect, wide: float) -> Rect:
    """``wide`` px of a pill, where it touches its box."""
    left, top, most, high = pill
    wide = min(wide, most)
    middle = box[0] + box[2] / 2
    return min(max(middle - wide / 2, left), left + most - wide), top, wide, high


def _with_explained(
    picture: Diagram,
    places: Mapping[str, OnEdge],
    weight: str,
    around: Surroundings,
    sizes: Sizes,
    writing: _Writing,
    values: StepValues,
) -> Mapping[str, OnEdge]:
    """With the label and the slope of the ``weight`` that is explained; where it has no place in
    the lesson, those are left out that it covers now."""
    edge = next((edge for edge in picture.edges if edge.name == weight), None)
    if edge is None or (weight in places and places[weight].pill):
        return places
    network = values.network
    line = picture.edges.index(edge)
    if len(picture.edges) > MANY:
        around, line = on_lines(around, [edge]), 0
    lead = "" if few(network, weight) else lead_of(network, weight)
    text = lead + writing.printed.text(writing.value(weight))
    slope = slope_text(values, network.parameter(weight), writing.printed, True)
    wide = [width_of(writing.speech.number(one), 1.0, "semibold") for one in (text, slope)]
    last = styles(sizes)[-1]
    for style in (last, replace(last, off=True), replace(last, off=True, always=True)):
        (found,) = on_edges([Edged(wide[0], wide[1], line, True)], around, style)
        if found and found.pill:
            return {**_clear_of(places, found), weight: found}
    return places


def _clear_of(places: Mapping[str, OnEdge], new: OnEdge) -> dict[str, OnEdge]:
    """The places that ``new`` leaves, without pills that it covers."""
    taken = [rect for rect in (new.box, new.pill) if rect]
    return {
        name: one if _free(one.pill, taken) else replace(one, pill=None)
        for name, one in places.items()
        if _free(one.box, taken)
    }


def _free(rect: Rect | None, taken: Sequence[Rect]) -> bool:
    return rect is None or not any(
        all(min(rect[k] + rect[k + 2], one[k] + one[k + 2]) > max(rect[k], one[k]) for k in (0, 1))
        for one in taken
    )


def _with_boxes(picture: Diagram, places: Mapping[str, OnEdge], writing: _Writing) -> Diagram:
    network = writing.descent.lesson.network
    names = named(network) and all(
        writing.needs[name].named * one.size <= one.box[2] for name, one in places.items()
    )
    boxes = {
        name: writing.box(name, one, names or not few(network, name))
        for name, one in places.items()
    }
    edges = [edge._replace(box=boxes.get(edge.name)) for edge in picture.edges]
    return replace(picture, edges=tuple(edges))


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
    if few(network, name) and around.lines:
        line = picture.edges.index(edge)
    else:  # so many lines that none can be kept off
        around, line = on_lines(around, [edge]), 0
    long = lead_of(network, name) + value
    last = Style(size, size, tight=True, off=True)
    tries = [(Style(size, size), long), (Style(size, size, tight=True), value), (last, value)]
    for style, text in [*tries, (replace(last, always=True), value)]:
        wide = width_of(frame.speech.number(text), 1.0, "semibold")
        edged = [Edged(wide, 0.0, line, True)]
        (found,) = on_edges(edged, around, style)
        if found is not None:
            left, top, wide, high = found.box
            return Box(left + wide / 2, top + high / 2, wide, high, text, size)
    return None
