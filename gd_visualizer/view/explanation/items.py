"""The pieces of the explanation: what is written where, and how it is painted."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPen

from gd_visualizer.view.look.style import exact_font, palette
from gd_visualizer.view.paint.text_width import NORMAL, width_of


@dataclass(frozen=True)
class Target:
    """What a click selects: a parameter, a node, a point, or a line that opens and closes."""

    parameter: str = ""
    node: tuple[int, int] | None = None
    point: int | None = None
    line: str = ""

    def __bool__(self) -> bool:
        return bool(self.parameter or self.node or self.point is not None or self.line)


NOTHING = Target()


@dataclass(frozen=True)
class Item:
    """A text, a filled shape, or both, in ``rect``. Colours are the palette's names."""

    rect: QRectF
    text: str = ""
    size: float = 0.0
    weight: QFont.Weight = NORMAL
    color: str = "ink"
    fill: str = ""
    edge: str = ""
    center: bool = False
    round: bool = False
    target: Target = NOTHING
    name: str = ""
    """What a screen reader says of it; empty where it belongs to another item."""

    def moved(self, x: float, y: float) -> "Item":
        """The same item, ``x`` and ``y`` px further right and down."""
        return Item(  # dataclasses.replace would take most of a panel's time
            self.rect.translated(x, y),
            self.text,
            self.size,
            self.weight,
            self.color,
            self.fill,
            self.edge,
            self.center,
            self.round,
            self.target,
            self.name,
        )


@dataclass(frozen=True)
class Block:
    """Items that stay together, from (0, 0) on."""

    items: tuple[Item, ...]
    width: float
    height: float

    def at(self, x: float, y: float) -> list[Item]:
        """The items in their place."""
        return [item.moved(x, y) for item in self.items]


def words(
    text: str,
    x: float,
    y: float,
    size: float,
    color: str = "ink",
    weight: QFont.Weight = NORMAL,
    target: Target = NOTHING,
    name: str = "",
) -> Item:
    """A line of text from ``x`` on, its top at ``y``."""
    wide = width_of(text, size, weight) + 1
    rect = QRectF(x, y, wide, round(size * 1.4))
    return Item(rect, text, size, weight, color, target=target, name=name)


def paint(painter: QPainter, items: Sequence[Item], lit: Target = NOTHING) -> None:
    """Every item; those of the target under the mouse or the keyboard with a rim."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    for item in items:
        if item.fill or item.edge:
            painter.setPen(QPen(_color(item.edge), 2) if item.edge else Qt.PenStyle.NoPen)
            painter.setBrush(_color(item.fill) if item.fill else Qt.BrushStyle.NoBrush)
            half = min(item.rect.height(), item.rect.width()) / 2
            radius = half if item.round else min(half / 2, item.rect.height() * 0.12)
            painter.drawRoundedRect(item.rect, radius, radius)
        if lit and item.target == lit and item.name:
            painter.setPen(QPen(_color("action"), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(item.rect.adjusted(-2, -2, 2, 2), 6, 6)
        if item.text:
            painter.setFont(exact_font(item.size, item.weight))
            painter.setPen(_color(item.color))
            side = Qt.AlignmentFlag.AlignHCenter if item.center else Qt.AlignmentFlag.AlignLeft
            flags = side | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextDontClip
            painter.drawText(item.rect, int(flags), item.text)


def target_at(items: Sequence[Item], place: QPointF) -> Target:
    """What a click there selects."""
    for item in reversed(items):
        if item.target and item.rect.contains(place):
            return item.target
    return NOTHING


def _color(name: str) -> QColor:
    return QColor(getattr(palette(), name))
