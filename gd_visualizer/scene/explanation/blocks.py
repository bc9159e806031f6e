"""The other blocks of the explanation: bars, a vector, its title, plain words."""

from collections.abc import Sequence

from msgspec.structs import replace

from gd_visualizer.drawing.frame import Frame
from gd_visualizer.drawing.lines import balanced, broken
from gd_visualizer.drawing.shapes import Anchor, Box, Paint, Shape, Words, words
from gd_visualizer.drawing.typeface import Weight, width_of
from gd_visualizer.scene.explanation.block import LINE, Block, Target, end_of, written
from gd_visualizer.scene.explanation.parts import Bar, Vector
from gd_visualizer.scene.explanation.reserved_widths import ReservedWidths
from gd_visualizer.text.message import Message, message

_SMALLER = 0.85  # of a bar's number: its point's name


def bar_name(bar: Bar) -> Message:
    """Which point a bar is about."""
    return message("point {point}", point=str(bar.point + 1))


def bars(found: Sequence[Bar], frame: Frame, ems: float, reserved: ReservedWidths) -> Block:
    """A small bar for each point's slope, with its number, upwards or downwards."""
    size, small = frame.size(ems), frame.size(ems * _SMALLER)
    numbers = [frame.speech.number(bar.text) for bar in found]
    names = [frame.speech.words(bar_name(bar)) for bar in found]
    letters = [width_of(text, size, "semibold") for text in numbers]
    letters += [width_of(name, small) for name in names]
    wide = reserved.most(f"{len(found)} bars", max(letters) / size) * size + size * 0.9
    reach, high = size * 1.1, size * 1.5
    some_up, some_down = any(b.share > 0 for b in found), any(b.share < 0 for b in found)
    up, down = reach * (some_up or not some_down), reach * some_down
    shapes: list[Shape] = []
    for k, (bar, text, name) in enumerate(zip(found, numbers, names, strict=True)):
        x, middle = k * wide, k * wide + wide / 2
        tall = max(abs(bar.share) * reach, 1.5)
        top = up - tall if bar.share >= 0 else up
        whole = (x, 0.0, wide - 4, up + down + high * 2)
        soft = Paint("now_soft") if bar.selected else None
        below = up + down + 1 + high / 2
        shapes += [
            Box(whole, soft, round=wide * 0.12, name=Target(point=bar.point)),
            Box((middle - size * 0.5, top, size, tall), Paint("slope"), round=min(tall, size) / 8),
            _centred(text, middle - 2, below, size, "slope", "semibold"),
            _centred(name, middle - 2, below + high * 0.9, small, "muted"),
        ]
    shapes.append(Box((0.0, up - 0.5, wide * len(found) - 4, 1.0), Paint("line")))
    return Block(tuple(shapes), wide * len(found), up + down + high * 1.95)


def fitted_vector(shown: Vector, frame: Frame, ems: float, small: float, room: float) -> Block:
    """As many of the numbers around the selected one as have room."""
    made = vector(shown, frame, ems, small, room)
    if made.width <= room:
        return made
    size = frame.size(ems)
    sides = [n for n in (shown.before, shown.after) if n]
    gap = width_of("  ", size)
    each = [
        sum(width_of(frame.speech.number(t), size, "bold") + gap for t in texts)
        for texts in zip(*sides, strict=True)
    ]
    left = room - (made.width - sum(each)) - len(sides) * width_of(" …", size)
    first, last = 0, len(each)
    while sum(each[first:last]) > left and last - first > 1:
        if shown.lit - first >= (last - first) / 2:  # the end that is farther away goes
            first += 1
        else:
            last -= 1
    return vector(_cut(shown, first, last), frame, ems, small, room)


def _cut(shown: Vector, first: int, last: int) -> Vector:
    before, after = shown.before[first:last], shown.after[first:last]
    return replace(shown, before=before, after=after, lit=shown.lit - first, cut=True)


def vector(shown: Vector, frame: Frame, ems: float, small: float, room: float) -> Block:
    """Numbers in brackets: all slopes, or all weights before and after."""
    size, shapes, x = frame.size(ems), list[Shape](), 0.0

    def write(text: str, role: str = "ink", weight: Weight = "regular") -> None:
        nonlocal x
        shapes.append(line := written(text, x, 0, size, role, weight))
        x = end_of(line)

    write(frame.speech.words(shown.words) + "  ", weight="semibold")
    for k, numbers in enumerate(n for n in (shown.before, shown.after) if n):
        if k:
            write("  →  ", "muted")
        write("[ ")
        for place, text in enumerate(numbers):
            lit = place == shown.lit
            role = "slope" if lit and not shown.after else "ink"
            write(frame.speech.number(text), role, "bold" if lit else "regular")
            if place + 1 < len(numbers):
                write("  ")
        write(" …]" if shown.cut else " ]")
    height = size * LINE
    if shown.note:
        note = remark(shown.note, frame, small, room)
        shapes += note.at(0, height + 2)
        x, height = max(x, note.width), height + 2 + note.height
    return Block(tuple(shapes), x, height)


def heading(title: Message, subtitle: Message, frame: Frame, ems: float, room: float) -> Block:
    """The title, on two lines where it is long, and what is below it."""
    size, small = frame.size(ems), frame.size(ems * 0.84)
    parts = broken(frame.speech.words(title), size, room, "bold")
    shapes = [written(part, 0, k * size * 1.3, size, "ink", "bold") for k, part in enumerate(parts)]
    y = len(parts) * size * 1.3 + size * 0.25
    for part in broken(frame.speech.words(subtitle), small, room):
        shapes.append(written(part, 0, y, small, "muted"))
        y += small * 1.37
    return Block(tuple(shapes), room, y)


def remark(text: Message, frame: Frame, ems: float, room: float) -> Block:
    """Plain words, broken into lines."""
    size = frame.size(ems)
    parts = broken(frame.speech.words(text), size, room)
    shapes = [written(part, 0, k * size * LINE, size, "muted") for k, part in enumerate(parts)]
    widest = max((end_of(line) for line in shapes), default=0.0)
    return Block(tuple(shapes), widest, len(parts) * size * LINE)


def centred_words(text: str, frame: Frame, ems: float, room: float) -> Block:
    """Plain words in lines of about the same length, in the middle of ``room``."""
    size = frame.size(ems)
    parts = balanced(text, size, room)
    shapes = [
        _centred(part, room / 2, (k + 0.5) * size * 1.3, size, "muted")
        for k, part in enumerate(parts)
    ]
    return Block(tuple(shapes), room, len(parts) * size * 1.3)


def _centred(
    text: str, x: float, y: float, size: float, role: str, weight: Weight = "regular"
) -> Words:
    return Words(x, y, words(text), size, Paint(role), weight, Anchor.CENTER)
