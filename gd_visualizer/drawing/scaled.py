"""A drawing in another size: everything in it grows or shrinks alike."""

from collections.abc import Sequence

from msgspec.structs import replace

from gd_visualizer.drawing.shapes import (
    Box,
    Clip,
    Dots,
    Path,
    Pen,
    Placed,
    Rect,
    Shape,
    Words,
)


def scaled(shapes: Sequence[Shape], by: float) -> tuple[Shape, ...]:
    """The same shapes, ``by`` times as large from their (0, 0) on."""
    return tuple(_scaled(shape, by) for shape in shapes)


def _scaled(shape: Shape, by: float) -> Shape:
    if isinstance(shape, Placed):
        return Placed(shape.x * by, shape.y * by, scaled(shape.shapes, by))
    if isinstance(shape, Path):
        return replace(shape, points=shape.points * by, pen=_pen(shape.pen, by))
    if isinstance(shape, Dots):
        pen = _pen(shape.pen, by)
        return replace(shape, centers=shape.centers * by, radius=shape.radius * by, pen=pen)
    if isinstance(shape, Words):
        return _words(shape, by)
    if isinstance(shape, Box):
        pen, rounded = _pen(shape.pen, by), shape.round * by
        return replace(shape, rect=_rect(shape.rect, by), pen=pen, round=rounded)
    if isinstance(shape, Clip):
        inside = scaled(shape.shapes, by)
        return replace(shape, rect=_rect(shape.rect, by), shapes=inside, rests=False)
    return replace(shape, rect=_rect(shape.rect, by))


def _words(shape: Words, by: float) -> Words:
    return replace(
        shape,
        x=shape.x * by,
        y=shape.y * by,
        size=shape.size * by,
        pen=_pen(shape.pen, by),
        margin=shape.margin * by,
        round=shape.round * by,
    )


def _pen(pen: Pen | None, by: float) -> Pen | None:
    return replace(pen, width=pen.width * by) if pen else None


def _rect(rect: Rect, by: float) -> Rect:
    left, top, width, height = rect
    return left * by, top * by, width * by, height * by
