"""The area of a plot: from values to places of the drawing, and back."""

from functools import lru_cache

import numpy as np
from msgspec import Struct

from gd_visualizer.core.arrays import Floats
from gd_visualizer.descent.state.section import Range
from gd_visualizer.drawing.frame import Frame
from gd_visualizer.drawing.shapes import Rect
from gd_visualizer.drawing.typeface import width_of
from gd_visualizer.scene.look.ticks import MOST, Ticks

_LEFT, _ABOVE, _RIGHT, _BELOW = 0.8, 1.9, 0.8, 2.85  # ems around the area
_STAGES = 2.6, 3.6, 4.8, 6.4  # ems of the numbers at the left: a digit more moves no area
_ROW = 1.05  # ems from a number to the next one above it
_STRIP = 4.0  # times as long as wide
_LEAST = 0.4  # of a room, for both axes in one scale
_FAR = 1e6  # px: what lies farther off is not seen, and painters lose their bearings


class Area(Struct, frozen=True):
    """``rect`` in px shows ``x`` from left to right and ``y`` from below up."""

    rect: Rect
    x: Range
    y: Range

    @property
    def size(self) -> tuple[float, float]:
        """Width and height in px."""
        return self.rect[2], self.rect[3]

    @property
    def right(self) -> float:
        """The right side's x, in px."""
        return self.rect[0] + self.rect[2]

    @property
    def bottom(self) -> float:
        """The lower side's y, in px."""
        return self.rect[1] + self.rect[3]

    def places(self, xs: Floats, ys: Floats) -> Floats:
        """Where values (n,) and (n,) lie, in px (m, 2); those that are not finite are left out."""
        made: Floats = np.empty((len(xs), 2))
        with np.errstate(all="ignore"):
            across = (np.asarray(xs, dtype=np.float64) - self.x[0]) / (self.x[1] - self.x[0])
            up = (np.asarray(ys, dtype=np.float64) - self.y[0]) / (self.y[1] - self.y[0])
            made[:, 0] = self.rect[0] + across * self.rect[2]
            made[:, 1] = self.bottom - up * self.rect[3]
            near = np.abs(made) <= _FAR
        if near.all():
            return made
        return made[np.isfinite(made).all(axis=1)].clip(-_FAR, _FAR)

    def place(self, x: float, y: float) -> tuple[float, float]:
        """Where one pair of values lies, in px."""
        across, up = (
            (value - low) / (high - low) for value, (low, high) in ((x, self.x), (y, self.y))
        )
        px, py = self.rect[0] + across * self.rect[2], self.bottom - up * self.rect[3]
        return min(max(px, -_FAR), _FAR), min(max(py, -_FAR), _FAR)

    def values(self, px: float, py: float) -> tuple[float, float]:
        """The values at a place, in px."""
        across, up = (px - self.rect[0]) / self.rect[2], (self.bottom - py) / self.rect[3]
        (x0, x1), (y0, y1) = self.x, self.y
        return x0 + across * (x1 - x0), y0 + up * (y1 - y0)

    def holds(self, x: float, y: float) -> bool:
        """Whether a pair of values is seen; on the rim it is."""
        (x0, x1), (y0, y1) = self.x, self.y
        edge_x, edge_y = 1e-9 * (x1 - x0), 1e-9 * (y1 - y0)
        return x0 - edge_x <= x <= x1 + edge_x and y0 - edge_y <= y <= y1 + edge_y


@lru_cache(maxsize=16)
def room_for_axes(frame: Frame, heights: Ticks, right: float = 0.0, usual: str = "") -> Rect:
    """What numbers and names of both axes leave of a frame; ``right``: px for what stands there.
    ``usual``: a number that has room at the left in any case."""
    size = frame.size(1)
    texts = [frame.speech.number(text) for text in (*heights.texts, usual)]
    wide = max(width_of(text, size) for text in texts)
    wide = next((stage * size for stage in _STAGES if stage * size >= wide), wide)
    left, top = wide + _LEFT * size, _ABOVE * size
    width = frame.width - left - _RIGHT * size - right
    return left, top, max(width, size), max(frame.height - top - _BELOW * size, size)


def most_ticks(frame: Frame) -> tuple[int, int]:
    """How many numbers look well along the axis below and along the one at the left."""
    size = frame.size(1)
    return max(int(frame.width / (4.5 * size)), 2), max(int(frame.height / (3 * size)), 2)


def most_rows(frame: Frame, height: float | None = None) -> float:
    """How many parts an axis at the left can have, whose numbers just keep apart; of a ``height``
    in px, None: all there is."""
    size = frame.size(1)
    high = frame.height - (_ABOVE + _BELOW) * size if height is None else height
    return min(max(high / (_ROW * size), 1.0), MOST)


def same_scale(rect: Rect, x: Range, y: Range) -> Rect:
    """The largest part in the middle of ``rect`` in which both axes have the same scale; all of
    it, where that would be a mere strip, or leave most of the room empty."""
    left, top, width, height = rect
    if not 1 / _STRIP <= (x[1] - x[0]) / (y[1] - y[0]) <= _STRIP:
        return rect
    per = min(width / (x[1] - x[0]), height / (y[1] - y[0]))
    wide, high = per * (x[1] - x[0]), per * (y[1] - y[0])
    if wide * high < _LEAST * width * height:
        return rect
    return left + (width - wide) / 2, top + (height - high) / 2, wide, high
