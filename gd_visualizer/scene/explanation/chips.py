"""The chips of the explanation: numbers with their names, and the signs between them."""

from collections.abc import Sequence

from gd_visualizer.drawing.frame import Frame
from gd_visualizer.drawing.lines import balanced
from gd_visualizer.drawing.shapes import Anchor, Box, Paint, Pen, Shape, Words, words
from gd_visualizer.drawing.typeface import Weight, width_of
from gd_visualizer.scene.explanation.block import Block, Target
from gd_visualizer.scene.explanation.parts import Chip, Sign
from gd_visualizer.scene.explanation.reserved_widths import ReservedWidths

_CAPTION = 0.54  # of a chip's font size
_NUMBER, _NAME, _NEXT = 1.35, 1.45, 1.1  # sizes: height of a number, of a name, between names
_ROLES = {
    "loss": ("factor_loss", "factor_loss_soft"),
    "value": ("factor_value", "factor_value_soft"),
    "activation": ("factor_activation", "factor_activation_soft"),
    "slope": ("slope", "slope_soft"),
    "new": ("now_ink", "now"),
    "plain": ("ink", "background"),
    "blank": ("muted", "paper"),
}
Row = Sequence[Chip | Sign]


def chips(
    row: Row,
    frame: Frame,
    ems: float,
    caption: float = 0.0,
    two_lines: bool = False,
    reserved: Sequence[float] = (),
) -> Block:
    """Chips with their names, on one line or two, and the signs between them; each number has its
    share of ``reserved`` at least. ``ems``, ``caption``: sizes of numbers and of names."""
    size, small = frame.size(ems), frame.size(caption or ems * _CAPTION)
    pad, gap = size * (0.32 if two_lines else 0.5), size * (0.22 if two_lines else 0.38)
    high = round(size * _NUMBER + small * (2.5 if two_lines else _NAME) + pad * 0.9)
    shapes: list[Shape] = []
    x = 0.0
    for k, part in enumerate(row):
        if isinstance(part, Sign):
            lower = frame.size(ems * 0.9)
            wide = width_of(part.text, lower)
            shapes.append(_centred(part.text, x + wide / 2, high / 2, lower, "muted"))
        else:
            least = reserved[k] * size if reserved else 0.0
            wide, made = _chip(part, frame, (size, small), (x, pad, high), two_lines, least)
            shapes += made
        x += wide + gap
    return Block(tuple(shapes), max(x - gap, 0.0), high)


def _chip(
    part: Chip,
    frame: Frame,
    sizes: tuple[float, float],
    place: tuple[float, float, float],
    two_lines: bool,
    least: float,
) -> tuple[float, list[Shape]]:
    """Its width, and its box, number and name; ``place``: left, side and height."""
    (size, small), (x, pad, high) = sizes, place
    ink, fill = _ROLES[part.role]
    text, name = frame.speech.number(part.text), frame.speech.words(part.caption)
    lines, numbered = [name], max(width_of(text, size, "bold"), least)
    if two_lines and " " in name and width_of(name, small) > numbered:
        lines = balanced(name, small, width_of(name, small) * 0.75)
    named = max(width_of(line, small) for line in lines)
    wide = max(numbered, named) + 2 * pad
    pen = Pen(Paint("line"), max(size * 0.05, 1.0)) if part.role == "blank" else None
    target = Target(part.parameter, part.node, part.point, rate=part.rate)
    round_ = min(wide / 4, high * 0.12)
    middle, top = x + wide / 2, pad * 0.35
    below = top + _NUMBER * size + _NAME / 2 * small
    return wide, [
        Box((x, 0, wide, high), Paint(fill), pen, round_, name=target or None),
        _centred(text, middle, top + _NUMBER / 2 * size, size, ink, "bold"),
        *(
            _centred(line, middle, below + k * _NEXT * small, small, ink)
            for k, line in enumerate(lines)
        ),
    ]


def _centred(
    text: str, x: float, y: float, size: float, role: str, weight: Weight = "regular"
) -> Words:
    return Words(x, y, words(text), size, Paint(role), weight, Anchor.CENTER)


def fitted_chips(
    row: Row,
    frame: Frame,
    ems: float,
    room: float,
    least: float,
    caption: float = 0.0,
    reserved: ReservedWidths | None = None,
) -> Block:
    """The chips as large as has room; on several lines where even the ``least`` size has none."""
    kept = reserved.of(row, frame.speech) if reserved else ()
    made = chips(row, frame, ems, caption, reserved=kept)
    while made.width > room and ems > least:
        ems = max(ems * 0.93, least)
        made = chips(row, frame, ems, min(caption, ems), reserved=kept)
    if made.width > room:
        made = chips(row, frame, ems, caption, two_lines=True, reserved=kept)
    return made if made.width <= room else _wrapped(row, frame, ems, room, caption, kept)


def _wrapped(
    row: Row, frame: Frame, ems: float, room: float, caption: float, reserved: Sequence[float]
) -> Block:
    """Broken before signs."""

    def line(first: int, end: int) -> Block:
        kept = reserved[first:end]
        return chips(row[first:end], frame, ems, caption, reserved=kept)

    starts = [0]
    for k in range(1, len(row)):
        sign = isinstance(row[k - 1], Sign)  # it stays with the chip behind it
        if not sign and line(starts[-1], min(k + 2, len(row))).width > room:
            starts.append(k)
    ends = [*starts[1:], len(row)]
    blocks = [line(first, end) for first, end in zip(starts, ends, strict=True)]
    shapes: list[Shape] = []
    y, gap = 0.0, frame.size(ems) * 0.25
    for block in blocks:
        shapes += block.at(0, y)
        y += block.height + gap
    return Block(tuple(shapes), max(b.width for b in blocks), y - gap)
