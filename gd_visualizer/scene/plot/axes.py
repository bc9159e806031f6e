"""Both axes of a plot: lines at round values, numbers, names."""

from collections.abc import Hashable
from functools import lru_cache

from gd_visualizer.descent.state.section import Range
from gd_visualizer.drawing.frame import Frame
from gd_visualizer.drawing.shapes import Anchor, Paint, Pen, Shape, Words, line, words
from gd_visualizer.drawing.typeface import width_of
from gd_visualizer.scene.look.ticks import MOST, WANTED, Ticks, floor_of, linear_ticks
from gd_visualizer.scene.plot.area import Area
from gd_visualizer.text.message import Message

_GRID, _LINE = 0.06, 0.07  # ems
_APART = 0.5  # ems between two numbers
_LEFT, _DOWN = 0.65, 1.05  # ems to the numbers: a point on the axis covers none
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
    below, left = (
        Ticks(each.values, tuple(map(frame.speech.number, each.texts))) for each in ticks
    )
    called = frame.speech.words(names[0]), frame.speech.words(names[1])
    return (
        *(_grid(area, frame, ticks[1]) if grid else ()),
        *_at_the_left(area, frame, left),
        *_below(area, frame, below),
        *_names(area, frame, called, parameters),
    )


@lru_cache(maxsize=16)
def ticks_below(
    area: Area, frame: Frame, most: int, ends: Range | None = None, whole: bool = False
) -> Ticks:
    """Round values between the ``ends``, None: the area's. About ``most`` parts, fewer where the
    numbers would not stand apart, more where there were less than three; only those that lie in the
    frame. ``whole``: no fractions."""
    best = Ticks((), ())

    def make(parts: int) -> Ticks:
        return linear_ticks(*(ends or area.x), parts, whole, parts)

    for parts in (*range(most, 1, -1), *range(most + 1, MOST + 1)):
        found, apart = _within(area, frame, make(parts))
        if apart and len(found.values) >= WANTED:
            return found
        if apart and len(found.values) > len(best.values):
            best = found
    return best if best.values else make(2)


def _within(area: Area, frame: Frame, ticks: Ticks) -> tuple[Ticks, bool]:
    """Those whose numbers lie in the frame, and whether they stand apart."""
    size, kept = frame.size(1), list[int]()
    free, apart = 0.0, True
    for k, (value, text) in enumerate(zip(ticks.values, ticks.texts, strict=True)):
        x = area.place(value, area.y[0])[0]
        half = width_of(frame.speech.number(text), size) / 2
        if x - half >= 0 and x + half <= frame.width:
            apart = apart and x - half >= free
            free = x + half + _APART * size
            kept.append(k)
    return Ticks(tuple(ticks.values[k] for k in kept), tuple(ticks.texts[k] for k in kept)), apart


@lru_cache(maxsize=16)  # an axis hardly ever changes from step to step
def _grid(area: Area, frame: Frame, ticks: Ticks) -> tuple[Shape, ...]:
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
    return tuple(made)


@lru_cache(maxsize=16)
def _at_the_left(area: Area, frame: Frame, ticks: Ticks) -> tuple[Shape, ...]:
    """As many numbers as stand apart, as they are written in the reader's language."""
    size, free, made = frame.size(1), area.bottom + frame.em, list[Shape]()
    for value, text in zip(ticks.values, ticks.texts, strict=True):
        x, y = area.place(area.x[0], value)
        if area.rect[1] - 1 <= y <= area.bottom + 1 and y + size / 2 < free:
            free = y - size / 2
            at = x - _LEFT * size, y
            made.append(Words(*at, words(text), size, MUTED, anchor=Anchor.RIGHT))
    return tuple(made)


@lru_cache(maxsize=16)
def _below(area: Area, frame: Frame, ticks: Ticks) -> tuple[Shape, ...]:
    """As many numbers as stand apart, as they are written in the reader's language."""
    size, free, made = frame.size(1), 0.0, list[Shape]()
    for value, text in zip(ticks.values, ticks.texts, strict=True):
        x, half = area.place(value, area.y[0])[0], width_of(text, size) / 2
        inside = area.rect[0] - 1 <= x <= area.right + 1 and x + half <= frame.width
        if inside and x - half >= free:
            free = x + half + _APART * size
            at = (x, area.bottom + _DOWN * size)
            made.append(Words(*at, words(text), size, MUTED, anchor=Anchor.CENTER))
    return tuple(made)


@lru_cache(maxsize=16)
def _names(
    area: Area, frame: Frame, names: tuple[str, str], parameters: tuple[Hashable, Hashable]
) -> tuple[Shape, ...]:
    size, (below, above) = frame.size(1), names
    middle = area.rect[0] + area.rect[2] / 2
    left = max(area.rect[0] - 1.6 * size, 0.1 * size)
    return (
        Words(
            middle,
            area.bottom + 2.25 * size,
            words(below),
            size,
            INK,
            anchor=Anchor.CENTER,
            name=parameters[0],
        ),
        Words(left, area.rect[1] - 1.2 * size, words(above), size, INK, name=parameters[1]),
    )
