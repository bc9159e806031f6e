"""The points of the fit: those that train and those that test, of two classes, the shown one."""

from collections.abc import Sequence
from functools import lru_cache

import numpy as np
from msgspec import Struct

from gd_visualizer.core.arrays import Floats, Ints
from gd_visualizer.drawing.shapes import Clip, Dots, Paint, Path, Pen, Rect, Shape
from gd_visualizer.lesson.lesson import Lesson
from gd_visualizer.scene.fit.cut import thinned_rows
from gd_visualizer.scene.fit.value_scale import output_scale
from gd_visualizer.scene.plot.area import Area

MOST = 1000  # points, of which every one is drawn
_SIZES = (
    (40, 0.34),
    (120, 0.29),
    (400, 0.23),
    (MOST, 0.17),
)  # up to so many points: ems of a radius
_SHOWN = 0.5  # ems
_RIM = 0.09  # ems
_TESTING = 0.12  # ems of a hollow point's line
_RESTING = 60  # points, from which on their picture is kept
_DIAMOND = 1.25 * np.array([[0, -1], [1, 0], [0, 1], [-1, 0], [0, -1]])  # back to its first corner
NAME = "data point"
SHADES = 15  # of actual values


class Points(Struct, frozen=True, eq=False):
    """``xs`` and ``ys`` (n,) of all data along the axes; ``rows`` are those that train and those
    that test. ``high`` (n,): of two classes, which are of the higher one; None: there are none.
    ``steps`` (n,): the colour of each in the ramp of values, of SHADES; None: they have no own."""

    xs: Floats
    ys: Floats
    rows: tuple[Ints, Ints]
    high: "np.ndarray | None" = None
    steps: "np.ndarray | None" = None

    def radius(self, em: float) -> float:
        """Of a point, in px."""
        count = len(self.xs)
        return em * next((size for most, size in _SIZES if count <= most), _SIZES[-1][1])

    @property
    def drawn(self) -> tuple[Ints, Ints]:
        """The rows that are drawn: not more than can be told apart."""
        share = min(MOST / len(self.xs), 1.0)
        train, test = (thinned_rows(rows, max(int(len(rows) * share), 1)) for rows in self.rows)
        return train, test

    def shapes(self, area: Area, em: float, shown: int) -> list[Shape]:
        """All of them, and on top of them the row ``shown`` of all data."""
        return [*_resting(self, area, em), *self._shown(area, em, shown)]

    def marks(self, area: Area, em: float) -> list[Shape]:
        """The points themselves: testing ones hollow."""
        made: list[Shape] = []
        radius = self.radius(em)
        train, test = self.drawn
        for rows, hollow in ((test, True), (train, False)):
            for paint, diamonds, some in self._kinds(rows):
                places = area.places(self.xs[some], self.ys[some])
                made += mark(places, radius, paint, em, hollow, diamonds)
        return made

    def _kinds(self, rows: Ints) -> Sequence[tuple[Paint, bool, Ints]]:
        """Colour, whether as diamonds, and which rows."""
        if self.steps is not None:
            shades = [(k, rows[self.steps[rows] == k]) for k in range(SHADES)]
            return [(Paint("field", step=(k, SHADES)), False, some) for k, some in shades]
        if self.high is None:
            return [(Paint("ink"), False, rows)]
        of = self.high[rows]
        return [
            (Paint("negative"), True, rows[~of]),
            (Paint("positive"), False, rows[of]),
        ]

    def _shown(self, area: Area, em: float, row: int) -> list[Shape]:
        x, y = float(self.xs[row]), float(self.ys[row])
        if not area.holds(x, y):
            return []
        diamond = self.high is not None and not bool(self.high[row])
        places, rim = np.array([area.place(x, y)]), Pen(Paint("paper"), 0.14 * em)
        if diamond:
            return [_diamonds(places, _SHOWN * em, Paint("now"), rim, "point")]
        return [Dots(places, _SHOWN * em, Paint("now"), rim, "point")]


@lru_cache(maxsize=4)
def _resting(points: Points, area: Area, em: float) -> Sequence[Shape]:
    shapes = points.marks(area, em)
    if len(points.xs) < _RESTING:
        return shapes
    return [Clip(wider(area.rect, 0.6 * em), tuple(shapes), rests=True)]


def wider(rect: Rect, by: float) -> Rect:
    """A rectangle with room around it, in whole px so that what is kept of it stays sharp."""
    left, top, width, height = rect
    x, y = float(np.floor(left - by)), float(np.floor(top - by))
    return x, y, float(np.ceil(width + 2 * by + 1)), float(np.ceil(height + 2 * by + 1))


def mark(
    places: Floats, radius: float, paint: Paint, em: float, hollow: bool, diamonds: bool
) -> list[Shape]:
    """Points of one kind at places (n, 2); nothing for none."""
    if not len(places):
        return []
    paper = Paint("paper")
    shaded = paint.step is not None  # on its own colour: an edge of ink
    pen = Pen(paint, _TESTING * em) if hollow else Pen(Paint("ink") if shaded else paper, _RIM * em)
    if hollow and shaded:
        pen = Pen(Paint("ink"), _RIM * em, (1.5, 1.0))
    fill = paper if hollow and not shaded else paint
    if diamonds:
        return [_diamonds(places, radius, fill, pen, NAME)]
    return [Dots(places, radius, fill, pen, NAME)]


def _diamonds(places: Floats, radius: float, fill: Paint, pen: Pen, name: str) -> Path:
    corners = places[:, None] + radius * _DIAMOND
    starts = np.arange(len(places)) * len(_DIAMOND)
    return Path(corners.reshape(-1, 2), pen, fill, closed=True, starts=starts, name=name)


@lru_cache(maxsize=4)
def points_of(lesson: Lesson, axes: tuple[int, ...], output: int) -> Points:
    """Those of a lesson: over one input its actual values are the heights, over two there are
    classes, where it has them."""
    data = lesson.data
    xs, actual = data.X[:, axes[0]], data.y[:, output]
    if len(axes) == 1:
        return Points(xs, actual, data.rows)
    classes = data.class_values
    ys = data.X[:, axes[1]]
    if classes is not None:
        return Points(xs, ys, data.rows, actual == classes[1])
    share = output_scale(data, output).shares(actual)
    steps = np.round((share + 1) / 2 * (SHADES - 1)).astype(int)
    return Points(xs, ys, data.rows, steps=steps)
