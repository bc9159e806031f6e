"""What stays from one paint of a view to the next, as one picture: axes, their numbers, the ground.

A scene gives the same shapes again, not equal ones, as long as nothing of them has changed.
"""

from collections.abc import Sequence
from itertools import takewhile

from PySide6.QtCore import QSize
from PySide6.QtGui import QPainter, QPixmap

from gd_visualizer.drawing.shapes import Drawing, Paint, Shape
from gd_visualizer.scene.look.palette import Palette
from gd_visualizer.view.look.style import palette
from gd_visualizer.view.paint.drawing import paint_shapes
from gd_visualizer.view.paint.pens import qcolor

_PAPER = Paint("paper")


class RestingShapes:
    """Paints a view's drawings on paper; the first shapes of one, if they are those of the last one
    too, from a picture."""

    def __init__(self) -> None:
        self._last: Sequence[Shape] = ()
        self._kept: Sequence[Shape] = ()
        self._look: tuple[QSize, float, Palette] | None = None
        self._most: int | None = None  # what has changed once will change again
        self._picture = QPixmap()

    def paint(self, painter: QPainter, drawing: Drawing | None, size: QSize) -> None:
        """``drawing`` over paper of ``size``."""
        colors, ratio = palette(), painter.device().devicePixelRatioF()
        shapes = drawing.shapes if drawing else ()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        rest = self._rest(shapes, (size, ratio, colors))
        if rest:
            painter.drawPixmap(0, 0, self._picture)
        else:
            painter.fillRect(0, 0, size.width(), size.height(), qcolor(_PAPER, colors))
        paint_shapes(painter, shapes[rest:], colors)

    def _rest(self, shapes: Sequence[Shape], look: tuple[QSize, float, Palette]) -> int:
        """How many of the shapes are in the picture."""
        again, self._last = _alike(self._last, shapes), shapes
        same = _alike(self._kept, shapes)
        if look != self._look:
            self._look, self._kept, self._most = look, (), None
        elif same < len(self._kept):
            self._kept, self._most = (), same or None
        again = again if self._most is None else min(again, self._most)
        if again > len(self._kept) and look[1].is_integer():  # else pixels would not meet pixels
            self._kept = shapes[:again]
            self._draw(*look)
        return len(self._kept)

    def _draw(self, size: QSize, ratio: float, colors: Palette) -> None:
        if self._picture.size() != size * ratio:
            self._picture = QPixmap(size * ratio)
        self._picture.setDevicePixelRatio(ratio)
        self._picture.fill(qcolor(_PAPER, colors))
        with QPainter(self._picture) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            paint_shapes(painter, self._kept, colors)


def _alike(some: Sequence[Shape], others: Sequence[Shape]) -> int:
    """How many shapes both begin with."""
    return sum(
        1 for _ in takewhile(lambda pair: pair[0] is pair[1], zip(some, others, strict=False))
    )
