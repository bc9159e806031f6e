"""The chips of the explanation: numbers with their names, and the signs between them."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF
from PySide6.QtGui import QFont

from gd_visualizer.scene.explanation.parts import ASKED, Chip, Sign
from gd_visualizer.view.explanation.items import Block, Item, Target
from gd_visualizer.view.explanation.line_breaks import balanced
from gd_visualizer.view.paint.text_width import width_of
from gd_visualizer.view.text.translate import localize_numbers, translate_message

_BOLD, _NORMAL = QFont.Weight.Bold, QFont.Weight.Normal
_CAPTION = 0.54  # of a chip's font size
_MEASURE, _MOST_ROOM = 100.0, 7.5  # about twelve digits; longer ones come and go
_TYPED_ROOM = 3.2
_COLORS = {
    "loss": ("factor_loss", "factor_loss_soft"),
    "value": ("factor_value", "factor_value_soft"),
    "activation": ("factor_activation", "factor_activation_soft"),
    "slope": ("slope", "slope_soft"),
    "new": ("now_ink", "now"),
    "plain": ("ink", "background"),
}


class ReservedWidths:
    """The most room that each number has needed, so that nothing moves when its digits change.

    Kept for each row of names on its own, in widths at a size of 1.
    """

    def __init__(self) -> None:
        self._kept: dict[tuple[str, ...], list[float]] = {}
        self._widest: dict[str, float] = {}

    def most(self, what: str, wide: float) -> float:
        """The greatest width of ``what`` so far."""
        self._widest[what] = max(wide, self._widest.get(what, 0.0))
        return self._widest[what]

    def of(self, row: Sequence[Chip | Sign]) -> list[float]:
        """The room of each part of ``row``, never less than before."""
        names = tuple("" if isinstance(part, Sign) else part.caption.english for part in row)
        needed = [_room(part) for part in row]
        before = self._kept.get(names, needed)
        self._kept[names] = list(map(max, before, needed))
        return self._kept[names]


def _room(part: Chip | Sign) -> float:
    """What a number needs at a size of 1; where one is asked for, it can be typed."""
    if isinstance(part, Sign):
        return 0.0
    if part.text == ASKED:
        return _TYPED_ROOM
    return min(width_of(localize_numbers(part.text), _MEASURE, _BOLD) / _MEASURE, _MOST_ROOM)


def chips(
    row: Sequence[Chip | Sign],
    size: float,
    caption: float = 0.0,
    two_lines: bool = False,
    reserved_widths: Sequence[float] = (),
) -> Block:
    """Chips with their names, on one line or two, and the signs between them; each number has its
    share of ``rooms`` at least."""
    small = caption or size * _CAPTION
    pad, gap = size * (0.32 if two_lines else 0.5), size * (0.22 if two_lines else 0.38)
    high = round(size * 1.35 + small * (2.5 if two_lines else 1.45) + pad * 0.9)
    items: list[Item] = []
    x = 0.0
    for k, part in enumerate(row):
        if isinstance(part, Sign):
            wide = width_of(part.text, size * 0.9)
            rect = QRectF(x, 0, wide, high)
            items.append(Item(rect, part.text, size * 0.9, color="muted", center=True))
        else:
            made = _chip(
                part,
                x,
                size,
                small,
                pad,
                high,
                two_lines,
                reserved_widths[k] if reserved_widths else 0,
            )
            wide = made[0].rect.width()
            items += made
        x += wide + gap
    return Block(tuple(items), max(x - gap, 0.0), high)


def _chip(
    part: Chip,
    x: float,
    size: float,
    small: float,
    pad: float,
    high: float,
    two_lines: bool,
    room: float,
) -> list[Item]:
    color, fill = _COLORS[part.role]
    text, name = localize_numbers(part.text), translate_message(part.caption)
    whole = width_of(name, small)
    parts = balanced(name, small, _NORMAL, whole * 0.75) if two_lines and " " in name else [name]
    named = max(width_of(line, small) for line in parts)
    wide = max(width_of(text, size, _BOLD), named, room * size) + 2 * pad
    target = Target(part.parameter, part.node, part.point)
    top = pad * 0.35
    return [
        Item(QRectF(x, 0, wide, high), fill=fill, target=target, name=f"{name}: {text}"),
        Item(
            QRectF(x, top, wide, size * 1.35), text, size, _BOLD, color, center=True, target=target
        ),
        *(
            Item(
                QRectF(x, top + size * 1.35 + k * small * 1.1, wide, small * 1.45),
                line,
                small,
                _NORMAL,
                color,
                center=True,
                target=target,
            )
            for k, line in enumerate(parts)
        ),
    ]


def fitted_chips(
    row: Sequence[Chip | Sign],
    size: float,
    room: float,
    least: float,
    caption: float = 0.0,
    reserved_widths: ReservedWidths | None = None,
) -> Block:
    """The chips as large as has room; on several lines where even the least size has none."""
    kept = reserved_widths.of(row) if reserved_widths else ()
    made = chips(row, size, caption, reserved_widths=kept)
    while made.width > room and size > least:
        size = max(size * 0.93, least)
        made = chips(row, size, min(caption, size), reserved_widths=kept)
    if made.width > room:
        made = chips(row, size, caption, two_lines=True, reserved_widths=kept)
    return made if made.width <= room else _wrapped(row, size, room, caption)


def _wrapped(row: Sequence[Chip | Sign], size: float, room: float, caption: float) -> Block:
    """Broken before signs."""
    lines: list[list[Chip | Sign]] = [[]]
    for part in row:
        longer = chips([*lines[-1], part], size, caption).width
        if longer > room and lines[-1]:
            lines.append([])
        lines[-1].append(part)
    blocks = [chips(line, size, caption) for line in lines]
    items: list[Item] = []
    y = 0.0
    for block in blocks:
        items += block.at(0, y)
        y += block.height + size * 0.25
    return Block(tuple(items), max(b.width for b in blocks), y - size * 0.25)
