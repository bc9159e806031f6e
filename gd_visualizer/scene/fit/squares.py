"""The errors of a fit over one input: a line from each prediction to its point, a square on it."""

import numpy as np
from msgspec import Struct

from gd_visualizer.core.arrays import Floats
from gd_visualizer.descent.state.state import State
from gd_visualizer.drawing.frame import Frame
from gd_visualizer.drawing.shapes import (
    Anchor,
    Box,
    Clip,
    Paint,
    Path,
    Pen,
    Rect,
    Shape,
    Words,
    words,
)
from gd_visualizer.drawing.typeface import width_of
from gd_visualizer.scene.explanation.of_state import printed
from gd_visualizer.scene.fit.cut import forwarded, thinned_rows
from gd_visualizer.scene.plot.area import Area
from gd_visualizer.scene.plot.labels import KEY
from gd_visualizer.text.message import message

MOST = 200  # errors that are drawn
_LINE, _THIN = 0.15, 0.08  # ems: of few, of many
_FEW = 60
_FILL, _EDGE, _PALE_FROM = 0.13, 0.5, 10
_LEAST, _MOST_WIDE = 4.6, 0.3  # ems of the room for the mean; of the width
_BESIDE = 1.2  # ems beside it
_FAR_DOWN = 0.4  # of the heights
_VIOLET = "factor_loss"


class Errors(Struct, frozen=True, eq=False):
    """``xs``, ``predicted`` and ``actual`` (n,) of the points whose errors are drawn."""

    xs: Floats
    predicted: Floats
    actual: Floats

    def lines(self, area: Area, em: float) -> list[Shape]:
        """From each prediction to its point."""
        starts, ends = self._ends(area)
        wide = _LINE if len(self.xs) <= _FEW else _THIN
        points = np.stack([starts, ends], axis=1).reshape(-1, 2)
        pen = Pen(Paint(_VIOLET), wide * em)
        return [Path(points, pen, starts=np.arange(0, len(points), 2), name="errors")]

    def squares(self, area: Area, em: float) -> list[Shape]:
        """A square on each error's line, at its right unless it has more room at its left; of many
        the paler, so that what lies below can still be seen."""
        pale = min(_PALE_FROM / max(len(self.xs), 1), 1.0)
        fill = Paint(_VIOLET, _FILL * pale)
        pen = Pen(Paint(_VIOLET, _EDGE * pale), max(0.05 * em, 0.8))
        starts, ends = self._ends(area)
        made: list[Shape] = []
        for (x, one), (_, other) in zip(starts.tolist(), ends.tolist(), strict=True):
            side = abs(one - other)
            left = x - side if x + side > area.right and x - side >= area.rect[0] else x
            made.append(Box((left, min(one, other), side, side), fill, pen, name="square"))
        return made

    def _ends(self, area: Area) -> tuple[Floats, Floats]:
        return area.places(self.xs, self.predicted), area.places(self.xs, self.actual)


def errors(state: State, output: int) -> Errors:
    """Of the points that train, as many as can be told apart."""
    lesson = state.descent.lesson
    rows = thinned_rows(np.arange(len(lesson.fit.X)), MOST)
    X = lesson.fit.X[rows]
    predicted = forwarded(lesson.network, state.descent.moment.theta, X)[-1][:, output]
    known = np.isfinite(predicted)
    xs = lesson.data.X[lesson.data.rows[0][rows]][:, 0]
    return Errors(xs[known], predicted[known], lesson.fit.y[rows, output][known])


def shows_squares(state: State) -> bool:
    """Whether its loss is made of squared errors over one input, and may be told."""
    lesson = state.descent.lesson
    over_one = lesson.network.layers[0] == 1
    return over_one and bool(lesson.loss.squares) and lesson.view.tells_loss


def mean_of_squares(state: State, output: int, theta: Floats | None = None) -> float:
    """Of one output's errors, over all points that train; at ``theta`` (P,), None: where we are."""
    lesson = state.descent.lesson
    theta = state.descent.moment.theta if theta is None else theta
    if lesson.network.layers[-1] == 1:
        return lesson.objective.mean_at(theta) / lesson.loss.squares
    predicted = forwarded(lesson.network, theta, lesson.fit.X)[-1][:, output]
    return float(np.mean((predicted - lesson.fit.y[:, output]) ** 2))


def mean_room(state: State, output: int, frame: Frame, per: float) -> float:
    """How much of the width the mean takes, in px, ``per`` of them for each unit of the targets:
    the same in all of a descent, as much as its start needs if that is not too much."""
    mean = mean_of_squares(state, output, state.descent.home)
    side = mean**0.5 * per + _BESIDE * frame.em if np.isfinite(mean) else 0.0
    least = max(_LEAST * frame.em, 0.16 * frame.width, side)
    return min(least, _MOST_WIDE * frame.width)


def mean_square(state: State, output: int, area: Area, frame: Frame) -> list[Shape]:
    """The mean as a square right of the area, with its number above it, over the area as far as it
    has no room there; it stands on the line of 0 where that is far down, else on the axis."""
    mean = mean_of_squares(state, output)
    if not np.isfinite(mean):
        return []
    side = mean**0.5 * area.rect[3] / (area.y[1] - area.y[0])
    left, size = area.right + 0.9 * frame.em, frame.size(KEY[frame.audience])
    edge = 0.1 * frame.em
    right = frame.width - edge
    first = max(min(left, right - side - edge), area.rect[0])
    room: Rect = (first - edge, area.rect[1], right - first, area.rect[3])
    violet, (low, high) = Paint(_VIOLET), area.y
    floor = area.bottom
    if low <= 0 < low + _FAR_DOWN * (high - low):
        floor = area.place(area.x[0], 0.0)[1]
    square = Box(
        (first, floor - side, side, side),
        Paint(_VIOLET, 2 * _FILL),
        Pen(violet, edge),
        name="mean square",
    )
    text = frame.speech.number(printed(state).text(mean))
    size *= min((right - left) / width_of(text, size, "semibold"), 1.0)
    top = max(floor - side - 0.8 * size, area.rect[1] + 0.6 * size)
    said = message("mean")
    return [
        Clip(room, (square,)),
        Words(left, top, words(text), size, violet, "semibold", name="mean"),
        Words(
            left,
            area.bottom + 1.05 * frame.size(1),
            words(frame.speech.words(said)),
            frame.size(1),
            Paint("muted"),
            anchor=Anchor.LEFT,
        ),
    ]
