"""Where the labels of weights stand in a lesson, whatever they say: found once for what they need.

In the largest letters in which all have room: with names and words, or numbers alone. Where slopes
have no room beside all numbers, the numbers come first.
"""

from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from itertools import product
from typing import NamedTuple

from msgspec.structs import replace

from gd_visualizer.drawing.placement import Label, place
from gd_visualizer.lesson.lesson import Lesson
from gd_visualizer.scene.network.placing.labels import (
    PILL,
    Edged,
    OnEdge,
    Style,
    Surroundings,
    beside,
    on_edges,
)
from gd_visualizer.scene.network.placing.needs import Need, needs
from gd_visualizer.text.speech import Speech

_TOUCHING = 0.5  # px, less than a pill is off its box
_SMALLER = (1.0, 0.88, 0.76, 0.66)  # of the largest letters of a weight


class Sizes(NamedTuple):
    """Letters of weights in px: the ``largest``; the ``smallest`` that are wanted; the ``least``
    rather than leave a weight out."""

    largest: float
    smallest: float
    least: float


def label_width(lesson: Lesson, speech: Speech, size: float) -> float:
    """How wide the widest number of a weight is in letters of ``size`` px, in px with its box."""
    style = Style(size, size, tight=True)
    wide = max((need.least for need in needs(lesson, speech)), default=0.0)
    return (wide + 2 * style.side) * size + 2 * style.apart


@lru_cache(maxsize=64)
def edge_places(
    wanted: tuple[Need, ...], lines: tuple[int, ...], around: Surroundings, sizes: Sizes
) -> Mapping[str, OnEdge]:
    """The place of each weight's label by its name; those without a place are left out. ``lines``
    are their indices among those ``around``."""
    if not wanted:
        return {}
    found = _all_told(wanted, lines, around, sizes)
    if found is None:
        found = _numbers_first(wanted, lines, around, sizes)
    return {need.name: one for need, one in zip(wanted, found, strict=True) if one}


def styles(sizes: Sizes) -> list[Style]:
    """The best first."""
    letters = {max(sizes.largest * share, sizes.smallest) for share in _SMALLER}
    down = sorted(letters, reverse=True)
    return [Style(s, max(s * PILL, sizes.smallest), tight) for tight in (False, True) for s in down]


def _all_told(
    wanted: Sequence[Need], lines: Sequence[int], around: Surroundings, sizes: Sizes
) -> list[OnEdge | None] | None:
    """In the first look in which all numbers and slopes have room; None where there is none."""

    def tried(style: Style, widths: Sequence[tuple[float, float]]) -> list[OnEdge | None] | None:
        found = on_edges(_edged(wanted, lines, widths), around, replace(style, whole=True))
        return None if None in found else found

    looks = styles(sizes)
    looks.append(replace(looks[-1], moved=True))
    every = list(dict.fromkeys(_variants(wanted)))
    if tried(looks[-1], every[-1]) is None:
        return None
    tries = (tried(style, widths) for style in looks for widths in every)
    return next(found for found in tries if found)


def _variants(wanted: Sequence[Need]) -> Iterator[tuple[tuple[float, float], ...]]:
    """What numbers and slopes need, the most first: with names and words, without."""
    for named, worded in product((True, False), repeat=2):
        yield tuple(
            (n.named if named else n.value, n.worded if worded else n.slope) for n in wanted
        )
    yield tuple((n.least, n.slope) for n in wanted)
    yield tuple((n.least, n.told) for n in wanted)


def _edged(
    wanted: Sequence[Need], lines: Sequence[int], widths: Sequence[tuple[float, float]]
) -> list[Edged]:
    told = zip(wanted, lines, widths, strict=True)
    return [Edged(*wide, line, need.first, need.alone) for need, line, wide in told]


def _numbers_first(
    wanted: Sequence[Need], lines: Sequence[int], around: Surroundings, sizes: Sizes
) -> list[OnEdge | None]:
    """Numbers in letters in which all have room, or most; slopes beside them where there is."""
    bare = [(need.least, 0.0) for need in wanted]
    explained = [(need.least, need.told if need.first else 0.0) for need in wanted]
    sized = sorted({sizes.smallest, (sizes.smallest + sizes.least) / 2, sizes.least}, reverse=True)
    for widths, size, moved in product((explained, bare), sized, (False, True)):
        style = Style(size, size, tight=True, moved=moved)
        found = on_edges(_edged(wanted, lines, widths), around, replace(style, whole=True))
        if None not in found:
            return _with_slopes(found, wanted, lines, around, style)
    most = on_edges(_edged(wanted, lines, bare), around, style)
    return _with_slopes(most, wanted, lines, around, style)


def _with_slopes(
    boxes: Sequence[OnEdge | None],
    wanted: Sequence[Need],
    lines: Sequence[int],
    around: Surroundings,
    style: Style,
) -> list[OnEdge | None]:
    """``boxes`` with the pills that have room beside them, those that are explained first."""
    taken = around.obstacles(rect for one in boxes if one for rect in (one.box, one.pill) if rect)
    labels = []
    for one, need, line in zip(boxes, wanted, lines, strict=True):
        wide = (need.told + 2 * style.side) * style.small
        pill = wide, style.pill_high
        bare = one if need.told and one and not one.pill else None
        places = beside(bare.box, pill, around.lines[line], off=True) if bare else []
        labels.append(Label(places, float(not need.first), frozenset({line})))
    chosen = place(labels, taken, around.room, _TOUCHING)
    return [
        replace(one, pill=label.candidates[k]) if one and k is not None else one
        for one, label, k in zip(boxes, labels, chosen, strict=True)
    ]
