"""The explanation as a drawing, as wide as its frame and as high as it needs."""

from collections.abc import Collection

from msgspec.structs import replace

from gd_visualizer.drawing.frame import Frame
from gd_visualizer.drawing.shapes import Box, Drawing, Paint, Shape
from gd_visualizer.scene.explanation import blocks
from gd_visualizer.scene.explanation.block import Block
from gd_visualizer.scene.explanation.chips import fitted_chips
from gd_visualizer.scene.explanation.lines import equation_text, flat_lines, line_block
from gd_visualizer.scene.explanation.parts import Chip, Explanation
from gd_visualizer.scene.explanation.reserved_widths import ReservedWidths
from gd_visualizer.text.speech import Speech

# In ems: sizes of letters, then room.
_KEY, _LEAST, _LINE, _TITLE = 1.79, 1.07, 1.07, 1.21
_REMARK, _VECTOR, _SMALL = 1.14, 1.43, 1.0
_TITLE_ROOM, _SIDE, _BESIDE, _GAP, _BELOW = 14.0, 1.29, 0.71, 2.43, 0.71


def explanation_drawing(
    shown: Explanation, frame: Frame, opened: Collection[str], reserved: ReservedWidths
) -> Drawing:
    """The blocks from left to right, on further rows where it is too wide; its frame is as high as
    they need. ``opened``: the keys of lines whose parts are seen."""
    em, side = frame.em, frame.em * _SIDE
    title = blocks.heading(shown.title, shown.subtitle, frame, _TITLE, _TITLE_ROOM * em)
    left = side + title.width + _BESIDE * em
    room = frame.width - left - side
    made = _flowed(_blocks(shown, frame, room, opened, reserved), frame, room)
    top = side * 0.55
    whole = round(max(made.height, title.height) + 2 * top)
    shapes = (*title.at(side, top), *made.at(left, top))
    return Drawing(replace(frame, height=whole), shapes)


def _blocks(
    shown: Explanation,
    frame: Frame,
    room: float,
    opened: Collection[str],
    reserved: ReservedWidths,
) -> list[Block]:
    """The chips; beside them the vector where it has room, else what the numbers come from."""
    found: list[Block] = []
    if shown.row:
        found.append(fitted_chips(shown.row, frame, _KEY, room, _LEAST, reserved=reserved))
    if shown.remark.text:
        found.append(blocks.remark(shown.remark, frame, _REMARK, room))
    others: list[Block] = []
    if shown.lines:
        made = line_block(shown.lines, frame, _LINE, opened, room)
        labels = "/".join(line.label.english for line in shown.lines)
        others.append(replace(made, width=reserved.most(labels, made.width)))
    if shown.bars:
        others.append(blocks.bars(shown.bars, frame, _SMALL, reserved))
    if not shown.vector:
        return found + others
    vector = blocks.fitted_vector(shown.vector, frame, _VECTOR, _SMALL, room)
    vector = replace(vector, width=reserved.most(shown.vector.words.english, vector.width))
    beside = bool(found) and found[0].width + _GAP * frame.em + vector.width <= room
    return [*found, vector, *others] if beside else [*found, *others, vector]


def _flowed(found: list[Block], frame: Frame, room: float) -> Block:
    """Blocks beside one another with a thin line between them, in rows."""
    gap = _GAP * frame.em
    shapes: list[Shape] = []
    x = y = high = 0.0
    for block in found:
        if x and x + block.width > room:
            x, y, high = 0.0, y + high + _BELOW * frame.em, 0.0
        if x:
            line = (x - gap / 2, y + 4, 1.0, max(block.height, 40) - 8)
            shapes.append(Box(line, Paint("grid")))
        shapes += block.at(x, y)
        x += block.width + gap
        high = max(high, block.height)
    return Block(tuple(shapes), room, y + high)


def spoken(shown: Explanation, opened: Collection[str], speech: Speech) -> list[str]:
    """What the chips, lines and bars say: to be copied, or read out."""
    found = [
        f"{speech.words(part.caption)}: {speech.number(part.text)}"
        for part in shown.row
        if isinstance(part, Chip)
    ]
    if shown.remark.text:
        found.append(speech.words(shown.remark))
    for line, _key, _depth in flat_lines(shown.lines, opened):
        text = equation_text(line, speech)
        if text:
            found.append(f"{speech.words(line.label)}: {text}")
    for bar in shown.bars:
        name = speech.words(blocks.bar_name(bar))
        found.append(f"{name}: {speech.number(bar.text)}")
    return found
