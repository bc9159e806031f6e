"""The blocks of the explanation: chips in a row, lines of arithmetic, bars, a vector."""

from collections.abc import Collection, Sequence
from dataclasses import replace

from PySide6.QtCore import QRectF
from PySide6.QtGui import QFont

from gd_visualizer.descent.explanation.line import Line
from gd_visualizer.scene.explanation.parts import Bar, Vector
from gd_visualizer.view.explanation.chips import ReservedWidths
from gd_visualizer.view.explanation.items import Block, Item, Target, words
from gd_visualizer.view.explanation.line_breaks import broken
from gd_visualizer.view.paint.text_width import width_of
from gd_visualizer.view.text.translate import localize_numbers, tr, translate_message

_BOLD, _HALF, _NORMAL = QFont.Weight.Bold, QFont.Weight.DemiBold, QFont.Weight.Normal


def lines(found: Sequence[Line], size: float, opened: Collection[str], room: float) -> Block:
    """Equations beside one another where they have room, else below; those with parts open."""
    row = _in_a_row(found, size, opened, room)
    if row:
        return row
    items: list[Item] = []
    y, widest = 0.0, 0.0
    for line, key, depth in _flat(found, opened, "", 0):
        made = _line(line, key, depth, y, size, key in opened, room)
        items += made
        widest = max(widest, made[-1].rect.right())
        y = max(item.rect.bottom() for item in made) + size * 0.1
    return Block(tuple(items), widest, y)


def _in_a_row(
    found: Sequence[Line], size: float, opened: Collection[str], room: float
) -> Block | None:
    items: list[Item] = []
    x = 0.0
    for line, key, _depth in _flat(found, opened, "", 0):
        made = _line(line, key, 0, 0.0, size, key in opened, room)
        items += [item.moved(x, 0) for item in made]
        x = items[-1].rect.right() + size * 1.6
        if x - size * 1.6 > room or any(item.rect.y() for item in made):
            return None
    return Block(tuple(items), x - size * 1.6, size * 1.4)


def _flat(
    found: Sequence[Line], opened: Collection[str], above: str, depth: int
) -> list[tuple[Line, str, int]]:
    flat = []
    for k, line in enumerate(found):
        key = f"{above}/{k}"
        flat.append((line, key, depth))
        if key in opened:
            flat += _flat(line.parts, opened, key, depth + 1)
    return flat


def keys(found: Sequence[Line], above: str = "") -> set[str]:
    """Every line that can be opened."""
    all_keys: set[str] = set()
    for k, line in enumerate(found):
        if line.parts:
            all_keys |= {f"{above}/{k}"} | keys(line.parts, f"{above}/{k}")
    return all_keys


def _line(
    line: Line, key: str, depth: int, y: float, size: float, opened: bool, room: float
) -> list[Item]:
    x = depth * size * 1.2
    target = Target(line.parameter, line.node, line.point)
    items: list[Item] = []
    if line.parts:
        items.append(words("▾" if opened else "▸", x, y, size, "muted", target=Target(line=key)))
        x = items[-1].rect.right() + size * 0.3
    if line.equation is None:
        return [*items, words(translate_message(line.label), x, y, size, "muted")]
    label = f"{translate_message(line.label)}:"
    text = localize_numbers(
        f"{line.name} ← {line.equation.text}" if line.name else line.equation.text
    )
    opener = Target(line=key) if line.parts else target
    items.append(words(label, x, y, size, "muted", target=opener))
    x = items[-1].rect.right() + size * 0.45
    if x + width_of(text, size, _HALF) > room and depth == 0:  # a long one on its own line
        x, y = size * 1.2, y + size * 1.4
    name = f"{label} {text}"
    items.append(words(text, x, y, size, "ink", _HALF, target or opener, name))
    return items


def bars(found: Sequence[Bar], size: float, reserved_widths: ReservedWidths) -> Block:
    """A small bar for each point's slope, with its number, upwards or downwards."""
    numbers = [localize_numbers(bar.text) for bar in found]
    names = [tr("point {point}", point=str(bar.point + 1)) for bar in found]
    letters = [*(width_of(text, size, _HALF) for text in numbers)]
    letters += [width_of(name, size * 0.85) for name in names]
    wide = reserved_widths.most(f"{len(found)} bars", max(letters) / size) * size + size * 0.9
    reach, high = size * 1.1, size * 1.5
    some_up, some_down = any(b.share > 0 for b in found), any(b.share < 0 for b in found)
    up, down = reach * (some_up or not some_down), reach * some_down
    base = up
    items: list[Item] = []
    for k, (bar, text, name) in enumerate(zip(found, numbers, names, strict=True)):
        x = k * wide
        tall = max(abs(bar.share) * reach, 1.5)
        top = base - tall if bar.share >= 0 else base
        whole = QRectF(x, 0, wide - 4, up + down + high * 2)
        target = Target(point=bar.point)
        items.append(
            Item(
                whole,
                fill="now_soft" if bar.selected else "",
                target=target,
                name=f"{name}: {text}",
            )
        )
        items.append(
            Item(QRectF(x + wide / 2 - size * 0.5, top, size, tall), fill="slope", target=target)
        )
        below = QRectF(x, up + down + 1, wide - 4, high)
        items.append(Item(below, text, size, _HALF, "slope", center=True, target=target))
        items.append(
            Item(
                below.translated(0, high * 0.9),
                name,
                size * 0.85,
                _NORMAL,
                "muted",
                center=True,
                target=target,
            )
        )
    items.append(Item(QRectF(0, base - 0.5, wide * len(found) - 4, 1), fill="line"))
    return Block(tuple(items), wide * len(found), up + down + high * 1.95)


def fitted_vector(shown: Vector, size: float, small: float, room: float) -> Block:
    """As many of the numbers around the selected one as have room."""
    made = vector(shown, size, small)
    if made.width <= room:
        return made
    sides = [n for n in (shown.before, shown.after) if n]
    gap = width_of("  ", size, _NORMAL) + 2
    each = [
        sum(width_of(localize_numbers(t), size, _BOLD) + gap for t in texts)
        for texts in zip(*sides, strict=True)
    ]
    left = room - (made.width - sum(each)) - len(sides) * width_of(" …", size, _NORMAL)
    first, last = 0, len(each)
    while sum(each[first:last]) > left and last - first > 1:
        if shown.lit - first >= (last - first) / 2:  # the end that is farther away goes
            first += 1
        else:
            last -= 1
    return vector(_cut(shown, first, last), size, small)


def _cut(shown: Vector, first: int, last: int) -> Vector:
    before, after = shown.before[first:last], shown.after[first:last]
    return replace(shown, before=before, after=after, lit=shown.lit - first, cut=True)


def vector(shown: Vector, size: float, small: float) -> Block:
    """Numbers in brackets: all slopes, or all weights before and after."""
    items: list[Item] = []
    x = 0.0

    def write(text: str, color: str = "ink", weight: QFont.Weight = _HALF) -> None:
        nonlocal x
        items.append(words(text, x, 0, size, color, weight))
        x = items[-1].rect.right()

    write(translate_message(shown.words) + "  ", weight=_HALF)
    for k, numbers in enumerate(n for n in (shown.before, shown.after) if n):
        if k:
            write("  →  ", "muted", _NORMAL)
        write("[ ", weight=_NORMAL)
        for place, text in enumerate(numbers):
            lit = place == shown.lit
            color = "slope" if not shown.after else "ink"
            write(localize_numbers(text), color if lit else "ink", _BOLD if lit else _NORMAL)
            if place + 1 < len(numbers):
                write("  ", weight=_NORMAL)
        write(" …]" if shown.cut else " ]", weight=_NORMAL)
    height = size * 1.4
    if shown.note:
        items.append(words(translate_message(shown.note), 0, height + 2, small, "muted"))
        height += 2 + small * 1.4
    return Block(tuple(items), max(item.rect.right() for item in items), height)


def heading(title: str, subtitle: str, size: float, room: float) -> Block:
    """The title, on two lines where it is long, and what is below it."""
    parts = broken(title, size, _BOLD, room)
    items = [words(part, 0, k * size * 1.3, size, "ink", _BOLD) for k, part in enumerate(parts)]
    y = len(parts) * size * 1.3 + size * 0.25
    for part in broken(subtitle, size * 0.84, _NORMAL, room):
        items.append(words(part, 0, y, size * 0.84, "muted"))
        y += size * 1.15
    return Block(tuple(items), room, y)


def remark(text: str, size: float, room: float) -> Block:
    """Plain words, broken into lines."""
    items = [
        words(part, 0, k * size * 1.4, size, "muted", name=part)
        for k, part in enumerate(broken(text, size, _NORMAL, room))
    ]
    widest = max((item.rect.width() for item in items), default=0.0)
    return Block(tuple(items), widest, len(items) * size * 1.4)
