"""Values over two inputs as colours, level lines at round values, and the line between classes."""

from collections.abc import Sequence
from functools import lru_cache
from typing import cast

import numpy as np
from contourpy import FillType, LineType, SerialContourGenerator, ZInterp

from gd_visualizer.core.arrays import Array, Floats
from gd_visualizer.drawing.frame import Frame
from gd_visualizer.drawing.placement import Label, Obstacles, place
from gd_visualizer.drawing.shapes import (
    Anchor,
    Clip,
    Image,
    Paint,
    Path,
    Pen,
    Rect,
    Shape,
    Words,
    words,
)
from gd_visualizer.drawing.typeface import width_of
from gd_visualizer.scene.fit.samples import Samples
from gd_visualizer.scene.fit.value_scale import COLORS, ValueScale
from gd_visualizer.scene.plot.area import Area

PALE = 0.62  # of the ramp, behind points
_LEVEL, _LEVELS = 0.07, 0.55  # ems of a level line, how strong it is
_TRIES = 24  # places along a level's lines for its number
_HIGH, _SIDE = 1.25, 0.25  # of a number's letters, around it


def colored(indices: Array, rect: Rect) -> Image:
    """Colours (across, up) over ``rect``, whose outermost samples lie on its sides."""
    left, top, width, height = rect
    cell_x, cell_y = width / (indices.shape[0] - 1), height / (indices.shape[1] - 1)
    around = left - cell_x / 2, top - cell_y / 2, width + cell_x, height + cell_y
    return Image(around, np.ascontiguousarray(indices.T[::-1]), "field", COLORS, smooth=True)


@lru_cache(maxsize=6)
def field(
    samples: Samples, scale: ValueScale, two: bool, levels: tuple[float, ...], area: Area, em: float
) -> Clip:
    """The colours, with level lines."""
    make = scale.two if two else scale.indices
    made: list[Shape] = [colored(make(samples.values, PALE), area.rect)]
    pen = Pen(Paint("ink", _LEVELS), _LEVEL * em)
    for level in levels:
        made += [Path(one, pen) for one in level_lines(samples.values, level, area.rect)]
    return Clip(area.rect, tuple(made), rests=True)


def level_lines(values: Array, level: float, rect: Rect) -> list[Floats]:
    """Where values (across, up) over ``rect`` are just at ``level``: lines of places (n, 2)."""
    heights = np.ascontiguousarray(values.T[::-1], dtype=np.float64)
    heights = np.nan_to_num(heights, posinf=1e300, neginf=-1e300)
    rows, columns = heights.shape
    left, top, width, height = rect
    x, y = np.meshgrid(
        np.linspace(left, left + width, columns), np.linspace(top, top + height, rows)
    )
    drawn = SerialContourGenerator(
        x,
        y,
        heights,
        np.zeros(heights.shape, dtype=bool),
        corner_mask=False,
        line_type=LineType.Separate,
        fill_type=FillType.OuterOffset,
        quad_as_tri=False,
        z_interp=ZInterp.Linear,
    )
    return [line for line in cast("list[Floats]", drawn.lines(level)) if len(line) > 1]


def level_numbers(
    samples: Samples,
    levels: Sequence[tuple[float, str]],
    area: Area,
    frame: Frame,
    off: Obstacles,
) -> list[Words]:
    """Each level's number on its line, where it covers nothing."""
    size = frame.size(0.9)
    labels, texts = list[Label](), list[str]()
    for level, text in levels:
        lines = level_lines(samples.values, level, area.rect)
        if not lines:
            continue
        said = frame.speech.number(text)
        wide, high = width_of(said, size) + 2 * _SIDE * size, _HIGH * size
        longest = max(lines, key=len)
        some = longest[np.linspace(0, len(longest) - 1, _TRIES + 2).astype(int)[1:-1]]
        order = np.argsort(np.abs(np.arange(_TRIES) - _TRIES / 2))
        rects = [(x - wide / 2, y - high / 2, wide, high) for x, y in some[order].tolist()]
        labels.append(Label(rects, rank=len(labels)))
        texts.append(said)
    chosen = place(labels, off, area.rect, 0.15 * frame.em)
    made = []
    for text, label, k in zip(texts, labels, chosen, strict=True):
        if k is not None:
            left, top, wide, high = label.candidates[k]
            made.append(_number(text, (left + wide / 2, top + high / 2), size))
    return made


def _number(text: str, at: tuple[float, float], size: float) -> Words:
    return Words(
        *at,
        words(text),
        size,
        Paint("ink"),
        anchor=Anchor.CENTER,
        plate=Paint("paper", 0.8),
        margin=_SIDE * size / 2,
        round=0.2 * size,
        name="level",
    )
