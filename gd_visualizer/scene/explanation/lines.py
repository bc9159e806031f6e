"""Lines of arithmetic, which open to show what their numbers come from."""

from collections.abc import Collection, Iterator, Sequence

from gd_visualizer.descent.explanation.line import Line
from gd_visualizer.drawing.frame import Frame
from gd_visualizer.drawing.lines import broken
from gd_visualizer.drawing.shapes import Shape, Words
from gd_visualizer.drawing.typeface import width_of
from gd_visualizer.scene.explanation.block import LINE, NOTHING, Block, Target, end_of, written
from gd_visualizer.text.speech import Speech


def line_block(
    found: Sequence[Line], frame: Frame, ems: float, opened: Collection[str], room: float
) -> Block:
    """Equations beside one another where they have room, else below; those with parts open."""
    size = frame.size(ems)
    row = _in_a_row(found, frame, size, opened, room)
    if row:
        return row
    shapes: list[Shape] = []
    y, widest = 0.0, 0.0
    for line, key, depth in flat_lines(found, opened):
        made = _line(line, key, depth, y, frame, size, key in opened, room)
        shapes += made
        widest = max(widest, *map(end_of, made))
        y = made[-1].y + LINE / 2 * size + size * 0.1
    return Block(tuple(shapes), widest, y)


def _in_a_row(
    found: Sequence[Line], frame: Frame, size: float, opened: Collection[str], room: float
) -> Block | None:
    shapes: list[Shape] = []
    x, gap = 0.0, size * 1.6
    for line, key, _depth in flat_lines(found, opened):
        made = _line(line, key, 0, 0.0, frame, size, key in opened, room)
        shapes += Block(tuple(made), 0, 0).at(x, 0)
        x += end_of(made[-1]) + gap
        if x - gap > room or made[-1].y > LINE * size:
            return None
    return Block(tuple(shapes), x - gap, size * LINE)


def flat_lines(
    found: Sequence[Line], opened: Collection[str], above: str = "", depth: int = 0
) -> Iterator[tuple[Line, str, int]]:
    """The lines that are seen, each with its key and how deep it lies."""
    for k, line in enumerate(found):
        key = f"{above}/{k}"
        yield line, key, depth
        if key in opened:
            yield from flat_lines(line.parts, opened, key, depth + 1)


def keys(found: Sequence[Line], above: str = "") -> set[str]:
    """Every line that can be opened."""
    all_keys: set[str] = set()
    for k, line in enumerate(found):
        if line.parts:
            all_keys |= {f"{above}/{k}"} | keys(line.parts, f"{above}/{k}")
    return all_keys


def equation_text(line: Line, speech: Speech) -> str:
    """What stands behind the words of a line; nothing behind a remark."""
    if line.equation is None:
        return ""
    text = line.equation.text
    return speech.number(f"{line.name} ← {text}" if line.name else text)


def _line(
    line: Line,
    key: str,
    depth: int,
    y: float,
    frame: Frame,
    size: float,
    opened: bool,
    room: float,
) -> list[Words]:
    """On one line, or what is computed below its words, where that has no room beside them."""
    left = depth * size * 1.2
    x = left
    made: list[Words] = []
    opener = Target(line=key) if line.parts else NOTHING
    if line.parts:
        made.append(written("▾" if opened else "▸", x, y, size, "muted", target=opener))
        x = end_of(made[-1]) + size * 0.3
    label, text = frame.speech.words(line.label), equation_text(line, frame.speech)
    target = Target(line.parameter, line.node, line.point)
    for k, part in enumerate(broken(f"{label}:" if text else label, size, room - x)):
        y += size * LINE if k else 0
        made.append(written(part, x, y, size, "muted", target=opener or target))
    x = end_of(made[-1]) + size * 0.45
    if x + width_of(text, size, "semibold") > room:
        x, y = left + size * 1.2, y + size * LINE
    for k, part in enumerate(broken(text, size, room - x, "semibold")):
        y += size * LINE if k else 0
        made.append(written(part, x, y, size, "ink", "semibold", target or opener))
    return made
