"""Marks on a plot: dots and words at places of the plot, in sizes of the screen.

One item that paints all of them: pyqtgraph's scatter plots and texts take five times as long for
a handful of marks, at every repaint.
"""

from dataclasses import dataclass

import numpy as np
import pyqtgraph as pg
from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPen, QPolygonF
from PySide6.QtWidgets import QStyleOptionGraphicsItem, QWidget

from gd_visualizer.core.arrays import Floats
from gd_visualizer.scene.surface.lantern import Lantern
from gd_visualizer.view.look.style import font, palette, px
from gd_visualizer.view.paint.labels import free_box, paint_label
from gd_visualizer.view.paint.lantern_labels import paint_direction_labels
from gd_visualizer.view.text.fitted import on_one_line


@dataclass(frozen=True, eq=False)
class Dots:
    """Round marks of one look at ``xs``, ``ys`` (n,)."""

    xs: Floats
    ys: Floats
    radius: float
    fill: str
    edge: str
    width: float


@dataclass(frozen=True)
class Words:
    """``text``, in the person's language, beside a place: right of it and above, or left of it, or
    below; ``dark``: on the dark."""

    text: str
    x: float
    y: float
    left: bool = False
    below: bool = False
    color: str = ""
    dark: bool = False


@dataclass(frozen=True)
class Pointer:
    """An arrow from a place to another one, set off from any colour."""

    x: float
    y: float
    to_x: float
    to_y: float


@dataclass(frozen=True, eq=False)
class DirectionLabels:
    """What the loss changes by around the lantern, which stands at ``here``; ``path`` (n, 2) and
    the point stay free. ``flat``: to the right and the left only."""

    lantern: Lantern
    here: tuple[float, float]
    path: Floats
    flat: bool


@dataclass(frozen=True)
class Stalk:
    """A dashed upright line at ``x``: the point is somewhere on it."""

    x: float


@dataclass(frozen=True, eq=False)
class Obstacle:
    """Places ``xs``, ``ys`` (n,) of a line drawn elsewhere, that words keep off where they can."""

    xs: Floats
    ys: Floats


Mark = Dots | Words | Pointer | DirectionLabels | Stalk | Obstacle


class MarksItem(pg.GraphicsObject):
    """Above everything else in the plot."""

    def __init__(self) -> None:
        super().__init__()
        self.setZValue(20)
        self._marks: tuple[Mark, ...] = ()

    @property
    def marks(self) -> tuple[Mark, ...]:
        """The marks that the next repaint shows, the first ones below the others."""
        return self._marks

    def show_marks(self, *marks: Mark) -> None:
        """Paints ``marks`` instead of those before, in their order."""
        self._marks = marks
        self.update()

    def viewRangeChanged(self) -> None:  # noqa: N802
        """pyqtgraph tells that the plot shows something else."""
        self.prepareGeometryChange()

    def viewTransformChanged(self) -> None:  # noqa: N802
        """pyqtgraph tells that the plot's size has changed."""
        self.prepareGeometryChange()

    def boundingRect(self) -> QRectF:  # noqa: N802
        """All that the plot shows."""
        view = self.getViewBox()
        return QRectF(view.viewRect()) if view is not None else QRectF()

    def paint(
        self, painter: QPainter, _option: QStyleOptionGraphicsItem, _widget: QWidget | None = None
    ) -> None:
        to_screen = painter.worldTransform()
        painter.save()
        painter.resetTransform()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        scale = to_screen.m11(), to_screen.m22(), to_screen.dx(), to_screen.dy()
        area = to_screen.mapRect(self.boundingRect())
        dots = [mark for mark in self._marks if isinstance(mark, Dots) and len(mark.xs) == 1]
        taken = [_around(dot, scale) for dot in dots]
        lines = _on_screen([line for mark in self._marks if (line := _line_of(mark))], scale)
        for mark in self._marks:
            if isinstance(mark, Words):
                _write(painter, mark, scale, area, taken, lines)
            elif isinstance(mark, Obstacle):
                continue
            elif isinstance(mark, Pointer):
                _point(painter, mark, scale)
            elif isinstance(mark, Stalk):
                painter.setPen(QPen(QColor(palette().now), px(1.5), Qt.PenStyle.DashLine))
                x = mark.x * scale[0] + scale[2]
                painter.drawLine(QLineF(x, area.top(), x, area.bottom()))
            elif isinstance(mark, DirectionLabels):
                _direction_labels(painter, mark, scale, area)
            else:
                _dot(painter, mark, scale, area)
        painter.restore()


Scale = tuple[float, float, float, float]
# Where words go that others have taken the place of: across first, for a line through the place
# leaves that free too.
_ROWS_AWAY = 4
_SIDES = ((False, False), (True, True), (False, True), (True, False))


def now(x: float, y: float, inside: bool = True) -> Dots:
    """The current point: orange, with an edge that sets it off from any colour; hollow, where it
    only says in which direction the point has left the picture."""
    colors = (palette().now, palette().paper) if inside else (palette().paper, palette().now)
    return Dots(np.array([x]), np.array([y]), 8.5, *colors, 3)


def next_step(x: float, y: float) -> Dots:
    """Where the step about to be taken will end: a ring that lets the surface through."""
    return Dots(np.array([x]), np.array([y]), 7.5, "transparent", palette().now, 3)


def _point(painter: QPainter, arrow: Pointer, scale: Scale) -> None:
    start = QPointF(arrow.x * scale[0] + scale[2], arrow.y * scale[1] + scale[3])
    end = QPointF(arrow.to_x * scale[0] + scale[2], arrow.to_y * scale[1] + scale[3])
    line = QLineF(start, end)
    if line.length() < 1:
        return
    along = (end - start) / line.length()
    across, head = QPointF(-along.y(), along.x()), px(15)
    neck = end - along * head
    tip = QPolygonF([end, neck + across * head * 0.5, neck - across * head * 0.5])
    for color, width in ((palette().path_edge, px(7)), (palette().path, px(3.5))):
        pen = QPen(QColor(color), width)
        pen.setJoinStyle(Qt.PenJoinStyle.MiterJoin)
        painter.setPen(pen)
        painter.drawLine(QLineF(start, neck))
        painter.setPen(QPen(QColor(palette().path_edge), px(3)))
        painter.setBrush(QColor(palette().path))
        painter.drawPolygon(tip)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.drawPolygon(tip)


def _around(dot: Dots, scale: Scale) -> QRectF:
    """A single dot, as far as words keep off it."""
    x, y, far = dot.xs[0] * scale[0] + scale[2], dot.ys[0] * scale[1] + scale[3], px(dot.radius)
    return QRectF(x - far, y - far, 2 * far, 2 * far)


def _direction_labels(painter: QPainter, mark: DirectionLabels, scale: Scale, area: QRectF) -> None:
    center = QPointF(mark.here[0] * scale[0] + scale[2], mark.here[1] * scale[1] + scale[3])
    path = mark.path * (scale[0], scale[1]) + (scale[2], scale[3])
    radius = mark.lantern.radius[0] * abs(scale[0])
    paint_direction_labels(painter, mark.lantern, center, radius, area, path, px(15))


def _dot(painter: QPainter, dots: Dots, scale: Scale, area: QRectF) -> None:
    painter.setPen(QPen(QColor(dots.edge), px(dots.width)))
    painter.setBrush(QColor(dots.fill))
    with np.errstate(all="ignore"):
        xs, ys = dots.xs * scale[0] + scale[2], dots.ys * scale[1] + scale[3]
    radius = px(10 * dots.radius) / 10
    room = area.adjusted(-2 * radius, -2 * radius, 2 * radius, 2 * radius)
    inside = (xs > room.left()) & (xs < room.right()) & (ys > room.top()) & (ys < room.bottom())
    for x, y in zip(xs[inside].tolist(), ys[inside].tolist(), strict=True):
        painter.drawEllipse(QPointF(x, y), radius, radius)


def _line_of(mark: Mark) -> Obstacle | None:
    """What words keep off of a mark."""
    if isinstance(mark, Pointer):
        share = np.linspace(0, 1, 24)
        xs, ys = mark.x + share * (mark.to_x - mark.x), mark.y + share * (mark.to_y - mark.y)
        return Obstacle(xs, ys)
    return mark if isinstance(mark, Obstacle) else None


def _on_screen(lines: list[Obstacle], scale: Scale) -> Floats:
    """Their places in pixels (n, 2)."""
    if not lines:
        return np.empty((0, 2))
    xs, ys = np.concatenate([m.xs for m in lines]), np.concatenate([m.ys for m in lines])
    with np.errstate(all="ignore"):
        return np.column_stack([xs * scale[0] + scale[2], ys * scale[1] + scale[3]])


def _write(
    painter: QPainter,
    words: Words,
    scale: Scale,
    area: QRectF,
    taken: list[QRectF],
    lines: Floats,
) -> None:
    """Beside its place; on another side of it, where that leaves what is ``taken`` free, or more
    of the ``lines`` (n, 2)."""
    text = words.text
    face = on_one_line(font(15, QFont.Weight.DemiBold), text, area.width() - px(12))
    advance = QFontMetricsF(face).horizontalAdvance(text)
    x, y = words.x * scale[0] + scale[2], words.y * scale[1] + scale[3]
    left = words.left or area.right() - x < advance + px(16)
    box = QRectF()
    for away in range(_ROWS_AWAY):  # further off, where all around is taken
        sides = [(left ^ a, words.below ^ b) for a, b in _SIDES]
        boxes = [_box(x, y, advance, area, *side, away) for side in sides]
        free = [one for one in boxes if not any(map(one.intersects, taken))]
        if free or not away:
            box = free_box(free or boxes, taken, lines)
        if free:
            break
    taken.append(box)
    label = box.adjusted(0, px(2), 0, -px(2))
    paint_label(painter, label, text, face.pixelSize(), words.color, words.dark)


def _box(
    x: float, y: float, advance: float, area: QRectF, left: bool, below: bool, rows: int = 0
) -> QRectF:
    """Where words of that width stand beside a place, inside the area, or so many rows off."""
    away, high = px(12), px(24)
    start = x - away - advance if left else x + away
    start = min(max(start, area.left() + 4), max(area.right() - advance - 4, area.left() + 4))
    top = y + px(2) + rows * high if below else y - px(2) - (rows + 1) * high
    top = min(max(top, area.top()), max(area.bottom() - high, area.top()))
    return QRectF(start - 2, top, advance + 4, high)
