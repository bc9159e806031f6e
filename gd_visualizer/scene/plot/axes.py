"""Both axes of a plot: lines at round values, numbers, names."""

from collections.abc import Hashable

from gd_visualizer.drawing.frame import Frame
from gd_visualizer.drawing.shapes import Anchor, Paint, Pen, Shape, Words, line, words
from gd_visualizer.drawing.typeface import width_of
from gd_visualizer.scene.look.ticks import Ticks, floor_of
from gd_visualizer.scene.plot.area import Area
from gd_visualizer.text.message import Message

_GRID, _LINE = 0.06, 0.07  # ems
_APART = 0.5  # ems between two numbers
INK, MUTED = Paint("ink"), Paint("muted")


def axes(
    area: Area,
    frame: Frame,
    ticks: tuple[Ticks, Ticks],
    names: tuple[Message, Message],
    grid: bool = True,
    parameters: tuple[Hashable, Hashable] = (None, None),
) -> tuple[Shape, ...]:
    """Level lines where there is a ``grid``, numbers along both axes as far as they have room, and
    the axes' names: the one below in the middle, the other above its numbers. ``parameters``: what
    can be pointed at by the names."""
    return (
        *(_grid(area, frame, ticks[1]) if grid else ()),
        *_at_the_left(area, frame, ticks[1]),
        *_below(area, frame, ticks[0]),
        *_names(area, frame, names, parameters),
    )


def _grid(area: Area, frame: Frame, ticks: Ticks) -> list[Shape]:
    """The floor at a loss of 0, where there is one, is darker."""
    floor, made = floor_of(ticks, *area.y), list[Shape]()
    for value in ticks.values:
        _, y = area.place(area.x[0], value)
        role, wide = ("line", _LINE) if value == floor else ("grid", _GRID)
        if area.rect[1] - 1 <= y <= area.bottom + 1:
            pen = Pen(Paint(role), max(wide * frame.em, 1.0))
            made.append(line((area.rect[0], y), (area.right, y), pen=pen))
    if floor is None:
        pen = Pen(Paint("line"), max(_GRID * frame.em, 1.0))
        made.append(line((area.rect[0], area.bottom), (area.right, area.bottom), pen=pen))
    return made


def _at_the_left(area: Area, frame: Frame, ticks: Ticks) -> list[Shape]:
    size, free, made = frame.size(1), area.bottom + frame.em, list[Shape]()
    for value, text in zip(ticks.values, ticks.texts, strict=True):
        x, y = area.place(area.x[0], value)
        if area.rect[1] - 1 <= y <= area.bottom + 1 and y + size / 2 < free:
            free = y - size / 2
            written = words(frame.speech.number(text))
            made.append(Words(x - 0.45 * size, y, written, size, MUTED, anchor=Anchor.RIGHT))
    return made


def _below(area: Area, frame: Frame, ticks: Ticks) -> list[Shape]:
    """As many numbers as stand apart."""
    size, free, made = frame.size(1), -frame.width, list[Shape]()
    for value, text in zip(ticks.values, ticks.texts, strict=True):
        x, written = area.place(value, area.y[0])[0], frame.speech.number(text)
        half = width_of(written, size) / 2
        if area.rect[0] - 1 <= x <= area.right + 1 and x - half >= free:
            free = x + half + _APART * size
            at = (x, area.bottom + 0.8 * size)
            made.append(Words(*at, words(written), size, MUTED, anchor=Anchor.CENTER))
    return made


def _names(
    area: Area,
    frame: Frame,
    names: tuple[Message, Message],
    parameters: tuple[Hashable, Hashable],
) -> list[Shape]:
    size = frame.size(1)
    below, above = (frame.speech.words(name) for name in names)
    middle = area.rect[0] + area.rect[2] / 2
    left = max(area.rect[0] - 1.6 * size, 0.1 * size)
    return [
        Words(
            middle,
            area.bottom + 2.1 * size,
            words(below),
            size,
            INK,
            anchor=Anchor.CENTER,
            name=parameters[0],
        ),
        Words(left, area.rect[1] - 1.2 * size, words(above), size, INK, name=parameters[1]),
    ]
