"""The arithmetic of the phase in one row that keeps its place, with one smaller line below it."""

from collections.abc import Iterator, Sequence

from msgspec import Struct
from msgspec.structs import replace

from gd_visualizer.descent.explanation.line import Line
from gd_visualizer.drawing.frame import Frame
from gd_visualizer.drawing.shapes import Rect, Shape, Words
from gd_visualizer.drawing.typeface import width_of
from gd_visualizer.scene.explanation import blocks
from gd_visualizer.scene.explanation.block import LINE, Block, Target, written
from gd_visualizer.scene.explanation.chips import Row, chips, fitted_chips
from gd_visualizer.scene.explanation.lines import line_block
from gd_visualizer.scene.explanation.parts import Explanation
from gd_visualizer.scene.explanation.reserved_widths import ReservedWidths
from gd_visualizer.text.message import message

KEY = 1.49  # ems of key numbers, at least: a twentieth of the height is promised
_CHIP, _VECTOR, _REMARK, _SMALL = 1.8, 1.1, 1.2, 1.0  # ems
_GAP, _BESIDE = 0.35, 2.0
_SMALLEST = 0.5  # ems of numbers that are too long for anything else
_FEW_LINES, _MOST_LINES = 2, 3
MORE = Target(line="more")
_MORE = message("more …")


class Arithmetic(Struct, frozen=True, eq=False):
    """``shapes`` in their room; ``whole``: nothing is left out."""

    shapes: tuple[Shape, ...]
    whole: bool


def arithmetic(
    shown: Explanation, frame: Frame, room: Rect, reserved: ReservedWidths, opens: bool = False
) -> Arithmetic:
    """Chips; below them what the numbers come from, else the vector; the points' slopes as bars at
    the right, where the chips need not be smaller for them. ``opens``: what has no room is asked
    for by a click on ``MORE``."""
    left, top, width, height = room
    bars = _bars(shown, frame, width, height, reserved)
    inner = width - (bars.width + _BESIDE * frame.em if bars else 0.0)
    whole = bool(bars) or not shown.bars
    shapes: list[Shape] = []
    y, first = 0.0, None
    for block in _rows(shown, frame, (inner, height), reserved):
        if shapes and y + block.height > height + 0.5:
            whole = False
            break
        x = left + (inner - block.width) / 2
        shapes += block.at(x, top + y)
        first = first or (x + block.width, top, block.height)
        y += block.height + _GAP * frame.em
    if bars:
        shapes += bars.at(left + width - bars.width, top)
    if opens and (not whole or _opens(shown)):
        shapes.append(_more(frame, (left, top, inner, height), first))
    return Arithmetic(tuple(shapes), whole)


def _rows(
    shown: Explanation, frame: Frame, room: tuple[float, float], reserved: ReservedWidths
) -> Iterator[Block]:
    """One below the other, the first the most important; ``room`` is as wide and high."""
    if shown.row:
        yield _row(shown.row, frame, room, reserved)
    elif shown.remark.text and not shown.told_above:
        yield blocks.remark(shown.remark, frame, _REMARK, room[0])
    if shown.lines:
        yield line_block(_seen(shown), frame, _SMALL, (), room[0])
    elif shown.vector:
        yield blocks.fitted_vector(replace(shown.vector, note=None), frame, _VECTOR, 1, room[0])


def _row(row: Row, frame: Frame, room: tuple[float, float], reserved: ReservedWidths) -> Block:
    """The chips; of the longest numbers smaller ones than promised, rather than cut."""
    width, height = room
    least = KEY
    made = fitted_chips(row, frame, _CHIP, width, least, 1, reserved)
    while made.height > height and least > _SMALLEST:
        least *= 0.93
        made = fitted_chips(row, frame, _CHIP, width, least, 1, reserved)
    return made


def _seen(shown: Explanation) -> Sequence[Line]:
    """The last lines: those that the chips' numbers come from at once."""
    return shown.lines[-_FEW_LINES if shown.row else -_MOST_LINES :]


def _opens(shown: Explanation) -> bool:
    """Whether lines are left out, or have parts that can be seen."""
    return len(_seen(shown)) < len(shown.lines) or any(line.parts for line in shown.lines)


def _bars(
    shown: Explanation, frame: Frame, width: float, height: float, reserved: ReservedWidths
) -> Block | None:
    if not shown.bars:
        return None
    made = blocks.bars(shown.bars, frame, _SMALL, reserved)
    kept = reserved.of(shown.row, frame.speech)
    row = chips(shown.row, frame, _CHIP, 1, reserved=kept) if shown.row else made
    fits = row.width + _BESIDE * frame.em + made.width <= width and made.height <= height
    return made if fits else None


def _more(frame: Frame, room: Rect, first: tuple[float, float, float] | None) -> Words:
    """Behind the first row, which ends somewhere and has a top and a height; else where the room
    ends."""
    left, top, width, height = room
    size, gap = frame.size(_SMALL), _BESIDE / 2 * frame.em
    text = frame.speech.words(_MORE)
    wide = width_of(text, size, "semibold")
    x, y = left + width - wide, top + height - LINE * size
    if first and first[0] + gap + wide <= left + width:
        x, y = first[0] + gap, first[1] + (first[2] - LINE * size) / 2
    return written(text, x, y, size, "action_deep", "semibold", MORE)
