"""Words beside places of a plot, each where it covers nothing."""

from collections.abc import Hashable, Sequence
from math import hypot, inf

import numpy as np
from msgspec import Struct, field
from msgspec.structs import replace

from gd_visualizer.core.arrays import Floats
from gd_visualizer.drawing.frame import Audience, Frame
from gd_visualizer.drawing.placement import Label, Obstacles, covers, free, place
from gd_visualizer.drawing.shapes import Anchor, Paint, Path, Pen, Rect, Words, line, words
from gd_visualizer.drawing.typeface import Weight, width_of
from gd_visualizer.scene.plot.area import Area

_HIGH, _MARGIN, _ROUND = 1.3, 0.2, 0.2  # of their size
_AWAY, _ROWS = 0.75, 4  # ems from the place; how many rows farther off
_MOST_WIDE = 0.75  # of the area, that a text with a shorter one may take
_FAR, _LEADER = 1.6, 0.06  # letters from a place on; ems of the line's width
_PLACES = 16  # along each side, where it may be anywhere
_MOST_SEGMENTS = 200
KEY = {Audience.SCREEN: 1.4, Audience.PAPER: 1.15}  # ems of key numbers
PLATE = 0.86  # how much of what is behind words their plate covers
_PLATES = {False: "paper", True: "dark_field"}


class Beside(Struct, frozen=True):
    """``text`` beside (``x``, ``y``) in px, at its right and above unless ``left`` or ``below``.

    The lower ``rank``, the sooner it has its place; ``always``: it is there whatever it covers.
    ``dark``: on the dark field. ``beyond``: what it names lies outside, where no line leads to.
    ``between``: heights in px that it rather stands between. ``shorter`` texts stand for it where
    it would cover something.
    """

    text: str
    x: float
    y: float
    size: float
    paint: Paint = field(default=Paint("ink"))
    left: bool = False
    below: bool = False
    rank: float = 1.0
    always: bool = False
    dark: bool = False
    weight: Weight = "semibold"
    name: Hashable = None
    shorter: tuple[str, ...] = ()
    beyond: bool = False
    between: tuple[float, float] = (-inf, inf)

    def cut(self) -> "Beside":
        """With the next shorter text, where there is one."""
        return (
            replace(self, text=self.shorter[0], shorter=self.shorter[1:]) if self.shorter else self
        )

    @property
    def width(self) -> float:
        """With the plate behind it."""
        return width_of(self.text, self.size, self.weight) + 2 * _MARGIN * self.size

    def candidates(self) -> list[Rect]:
        """Where it may stand, the best first: its own side, then the others, then farther off."""
        wide, high, away = self.width, _HIGH * self.size, _AWAY * self.size
        found = []
        for row in range(_ROWS):
            for turn_x, turn_y in ((False, False), (True, True), (False, True), (True, False)):
                left, below = self.left ^ turn_x, self.below ^ turn_y
                x = self.x - away - wide if left else self.x + away
                up = (0.3 + row) * high
                y = self.y + up if below else self.y - up - high
                found.append((x, y, wide, high))
            over = (1 + row) * high
            found.append((self.x - wide / 2, self.y - over - away * 0.6, wide, high))
            found.append((self.x - wide / 2, self.y + over - high + away * 0.6, wide, high))
        level = self.y - high / 2
        return [
            *found,
            (self.x - away - wide, level, wide, high),
            (self.x + away, level, wide, high),
        ]

    def anywhere(self, inside: Rect) -> list[Rect]:
        """Everywhere inside, the nearest to its place first."""
        wide, high = self.width, _HIGH * self.size
        left, top, width, height = inside
        xs = np.linspace(left + 2, left + width - wide - 2, _PLACES)
        ys = np.linspace(top + 1, top + height - high - 1, _PLACES)
        found = [(x, y, wide, high) for x in xs.tolist() for y in ys.tolist()]
        return sorted(
            found, key=lambda at: np.hypot(at[0] + wide / 2 - self.x, at[1] + high / 2 - self.y)
        )

    def at(self, rect: Rect) -> Words:
        """Written into one of its candidates."""
        left, top, width, height = rect
        return Words(
            left + width / 2,
            top + height / 2,
            words(self.text),
            self.size,
            self.paint,
            self.weight,
            Anchor.CENTER,
            plate=Paint(_PLATES[self.dark], PLATE),
            margin=_MARGIN * self.size,
            round=_ROUND * self.size,
            name=self.name,
        )


def written(
    labels: Sequence[Beside],
    area: Area,
    frame: Frame,
    obstacles: Obstacles,
    rather_not: Obstacles | None = None,
) -> tuple[list[Path], list[Words]]:
    """The labels that have found a place inside of the area; one that has to be there stands
    farther off, where there is none beside its place, in smaller letters, where it is too wide.
    Before them thin lines, from each that is far off to its place."""
    inside, apart = area.rect, 0.1 * frame.em
    labels = [_short(one, _MOST_WIDE * inside[2]) for one in labels]
    made, chosen, crowded = _placed(labels, inside, apart, obstacles, rather_not)
    while any(labels[k].shorter for k in crowded):
        labels = [one.cut() if k in crowded else one for k, one in enumerate(labels)]
        made, chosen, crowded = _placed(labels, inside, apart, obstacles, rather_not)
    if crowded:
        for k in crowded:
            made[k] = replace(made[k], candidates=_fitting(labels[k], inside).anywhere(inside))
        chosen = place(made, obstacles, inside, apart, rather_not)
    found = [
        (_fitting(one, inside) if one.always else one, label.candidates[k])
        for one, label, k in zip(labels, made, chosen, strict=True)
        if k is not None
    ]
    made_words = [one.at(rect) for one, rect in found]
    leaders = (
        _leader(one, seen.rect, frame.em) for (one, _), seen in zip(found, made_words, strict=True)
    )
    return [line for line in leaders if line], made_words


def _leader(one: Beside, rect: Rect, em: float) -> Path | None:
    """A line from a label to its place, where that is farther off than a row."""
    left, top, width, height = rect
    end = min(max(one.x, left), left + width), min(max(one.y, top), top + height)
    away = hypot(end[0] - one.x, end[1] - one.y)
    if one.beyond or away < _FAR * one.size:
        return None
    share = _AWAY * one.size / away
    start = one.x + share * (end[0] - one.x), one.y + share * (end[1] - one.y)
    return line(start, end, pen=Pen(Paint("muted"), _LEADER * em), name="leader")


def _placed(
    labels: Sequence[Beside],
    inside: Rect,
    apart: float,
    obstacles: Obstacles,
    rather_not: Obstacles | None,
) -> tuple[list[Label], list[int | None], list[int]]:
    """The labels with their candidates, which of these each has, and those that cover something
    though they have to be there."""
    made = []
    for one in labels:
        fitting = _fitting(one, inside) if one.always else one
        candidates = [pushed(c, inside) for c in fitting.candidates()]
        low, high = one.between
        own = [c for c in candidates if c[1] >= low and c[1] + c[3] <= high]
        candidates = own or candidates
        made.append(Label(candidates, one.rank, always=one.always))
    heights = [one.y for one in labels]
    chosen = _clearest(made, heights, inside, apart, obstacles, rather_not)
    crowded = [k for k in range(len(made)) if not _alone(k, made, chosen, obstacles, inside, apart)]
    return made, list(chosen), crowded


def _clearest(
    made: Sequence[Label],
    heights: Sequence[float],
    inside: Rect,
    apart: float,
    obstacles: Obstacles,
    rather_not: Obstacles | None,
) -> list[int | None]:
    """Each by its rank; the other way round where as many have a place and cover less of the lines,
    one above the other as the ``heights`` of what they name: what stands close to its own may leave
    none clear of them to another."""
    chosen = place(made, obstacles, inside, apart, rather_not)
    covered = covers(made, chosen, rather_not, inside) if rather_not and len(made) > 1 else 0.0
    if rather_not is None or not covered:
        return chosen
    turned = [replace(one, rank=-one.rank) for one in made]
    other = place(turned, obstacles, inside, apart, rather_not)
    as_many = other.count(None) <= chosen.count(None)
    clearer = as_many and covers(made, other, rather_not, inside) < covered
    return other if clearer and _in_order(made, other, heights) else chosen


def _in_order(
    made: Sequence[Label], chosen: Sequence[int | None], heights: Sequence[float]
) -> bool:
    """Whether the labels that have a place stand one above the other as what they name."""
    placed = [
        (height, label.candidates[k][1])
        for label, k, height in zip(made, chosen, heights, strict=True)
        if k is not None
    ]
    tops = [top for _, top in sorted(placed)]
    return tops == sorted(tops)


def _alone(
    at: int,
    labels: Sequence[Label],
    chosen: Sequence[int | None],
    obstacles: Obstacles,
    inside: Rect,
    apart: float,
) -> bool:
    """Whether a label covers nothing where it is; only one that has to be there ever does."""
    if not labels[at].always:
        return True
    rects = [None if k is None else labels[n].candidates[k] for n, k in enumerate(chosen)]
    others = Obstacles.of([r for n, r in enumerate(rects) if r is not None and n != at])
    own = rects[at]
    return own is None or free(Label([own]), obstacles.with_others(others), inside, apart)


def _short(one: Beside, most: float) -> Beside:
    """With its first text that is no wider; else with its last."""
    while one.shorter and one.width > most:
        one = one.cut()
    return one


def _fitting(one: Beside, inside: Rect) -> Beside:
    """The same in smaller letters, where it is wider than the area."""
    share = (inside[2] - 5) / one.width
    return one if share >= 1 else replace(one, size=max(one.size * share, 1.0))


def pushed(rect: Rect, inside: Rect) -> Rect:
    """``rect`` moved into a room along both sides."""
    left, top, width, height = rect
    x = min(max(left, inside[0] + 2), inside[0] + inside[2] - width - 2)
    y = min(max(top, inside[1] + 1), inside[1] + inside[3] - height - 1)
    return x, y, width, height


def lines_through(points: Floats, width: float = 0.0) -> Floats:
    """A polyline (n, 2) as pieces (m, 5) that labels keep off, of which there are not too many:
    two ends and half a width, in px."""
    if len(points) < 2:
        return np.empty((0, 5))
    count = min(len(points), _MOST_SEGMENTS + 1)
    some = points[np.arange(count) * (len(points) - 1) // (count - 1)]
    pieces = np.empty((count - 1, 5))
    pieces[:, :2], pieces[:, 2:4], pieces[:, 4] = some[:-1], some[1:], width / 2
    return pieces
