"""A drawing on matplotlib: the same shapes, as vectors where the file has them."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any

import numpy as np
from matplotlib.artist import Artist
from matplotlib.axes import Axes
from matplotlib.collections import EllipseCollection
from matplotlib.patches import Ellipse, Patch, PathPatch, Rectangle
from matplotlib.path import Path as Outline

from gd_visualizer.core.arrays import Floats
from gd_visualizer.drawing.shapes import (
    Box,
    Clip,
    Dots,
    Drawing,
    Glow,
    Image,
    Paint,
    Path,
    Pen,
    Placed,
    Rect,
    Shape,
    moved,
)
from gd_visualizer.drawing.shapes import Words as Line
from gd_visualizer.drawing.typeface import CAPITAL, LOWERED, SMALL
from gd_visualizer.figures.sheet.paper import Paper
from gd_visualizer.scene.look.colors import rgb
from gd_visualizer.scene.look.paint import color_of, ramp_of

_SAMPLES = 256  # of a glow, along each side
_ARC = 4 / 3 * (2**0.5 - 1)  # how far the handles of a quarter circle reach, in radii


def draw(paper: Paper, drawing: Drawing, left: float = 0.0, top: float = 0.0) -> None:
    """Draws it with its upper left corner at a place of the sheet, whose units are its own."""
    axes = paper.axes((0.0, 0.0, paper.width, paper.height))
    axes.set_xlim(-left, paper.width - left)
    axes.set_ylim(paper.height - top, -top)
    _Sheet(paper, axes).draw(drawing.shapes, None)


class _Sheet:
    """Adds artists one over the other."""

    def __init__(self, paper: Paper, axes: Axes) -> None:
        self.paper, self.axes, self._above = paper, axes, 1.0

    def draw(self, shapes: Sequence[Shape], clip: Patch | None) -> None:
        """Shapes in their order, as far as they lie in ``clip``."""
        for shape in shapes:
            if isinstance(shape, Placed):
                self.draw(moved(shape.shapes, shape.x, shape.y), clip)
            elif isinstance(shape, Clip):
                self.draw(shape.shapes, self._outline(shape))
            else:
                for artist in _MAKERS[type(shape)](self, shape):
                    self._add(artist, clip)

    def _outline(self, shape: Clip) -> Patch:
        left, top, width, height = shape.rect
        onto = self.axes.transData
        if shape.oval:
            middle = left + width / 2, top + height / 2
            return Ellipse(middle, width, height, transform=onto)
        return Rectangle((left, top), width, height, transform=onto)

    def _add(self, artist: Artist, clip: Patch | None) -> None:
        self._above += 1e-4
        artist.set_zorder(self._above)
        if artist.axes is None:
            self.axes.add_artist(artist)
        if clip is None:
            artist.set_clip_on(False)
        else:
            artist.set_clip_path(clip)

    def look(self, pen: Pen | None, fill: Paint | None) -> dict[str, Any]:
        """Edge and face of a patch."""
        found: dict[str, Any] = {"facecolor": self.color(fill), "edgecolor": "none", "linewidth": 0}
        if pen:
            dashes = (0, pen.dashes) if pen.dashes else "-"
            found |= {
                "edgecolor": self.color(pen.paint),
                "linewidth": self.paper.points(pen.width),
                "linestyle": dashes,
            }
        return found

    def color(self, paint: Paint | None) -> Any:
        """A paint as matplotlib's colour."""
        if paint is None:
            return "none"
        return (*rgb(color_of(paint, self.paper.palette)), paint.opacity)


def _path(sheet: _Sheet, shape: Path) -> list[Artist]:
    points, starts = shape.points, shape.starts
    if not len(points):
        return []
    firsts = np.zeros(1, np.intp) if starts is None else starts
    codes = np.full(len(points), Outline.LINETO, Outline.code_type)
    codes[firsts] = Outline.MOVETO
    if shape.closed:
        ends = np.append(firsts[1:], len(points))
        points = np.insert(points, ends, points[firsts], axis=0)
        codes = np.insert(codes, ends, Outline.CLOSEPOLY)
    # as on screen: a line of two places ends where they are
    cap = "butt" if len(shape.points) == 2 or (shape.pen and shape.pen.dashes) else "round"
    return [
        PathPatch(
            Outline(points, codes),
            **sheet.look(shape.pen, shape.fill),
            capstyle=cap,
            joinstyle="round",
        )
    ]


def _dots(sheet: _Sheet, shape: Dots) -> list[Artist]:
    wide = np.full(len(shape.centers), 2 * shape.radius)
    look = sheet.look(shape.pen, shape.fill)
    made = EllipseCollection(
        wide, wide, np.zeros(len(wide)), units="xy", offsets=shape.centers,
        offset_transform=sheet.axes.transData, **look,
    )  # fmt: skip
    return [made]


def _box(sheet: _Sheet, shape: Box) -> list[Artist]:
    left, top, width, height = shape.rect
    look = sheet.look(shape.pen, shape.fill)
    if not shape.round:
        return [Rectangle((left, top), width, height, **look)]
    return [PathPatch(_rounded(left, top, width, height, shape.round), **look)]


def _rounded(left: float, top: float, width: float, height: float, radius: float) -> Outline:
    """A rectangle with round corners, as four cubic curves that are circles to 0.03 %."""
    r = min(radius, width / 2, height / 2)
    k = r * (1 - _ARC)
    right, bottom = left + width, top + height
    corners = (
        [(right - r, top), (right - k, top), (right, top + k), (right, top + r)],
        [(right, bottom - r), (right, bottom - k), (right - k, bottom), (right - r, bottom)],
        [(left + r, bottom), (left + k, bottom), (left, bottom - k), (left, bottom - r)],
        [(left, top + r), (left, top + k), (left + k, top), (left + r, top)],
    )
    codes = [Outline.LINETO, *[Outline.CURVE4] * 3] * 4
    codes[0] = Outline.MOVETO
    points = [point for corner in corners for point in corner]
    return Outline([*points, points[0]], [*codes, Outline.CLOSEPOLY])


def _words(sheet: _Sheet, shape: Line) -> list[Artist]:
    made: list[Artist] = []
    if shape.plate or shape.pen:
        made += _box(sheet, Box(shape.rect, shape.plate, shape.pen, shape.round))
    paper, along = sheet.paper, -shape.width * shape.anchor.value
    for run in shape.runs:
        size = shape.size * SMALL if run.lowered else shape.size
        down = CAPITAL / 2 * shape.size + (LOWERED * shape.size if run.lowered else 0.0)
        x, y = (
            (shape.x + down, shape.y - along) if shape.turned else (shape.x + along, shape.y + down)
        )
        text = paper.drawable(run.text)
        weight = run.weight or shape.weight
        words = sheet.axes.text(
            x, y, text, fontproperties=paper.font(size, weight, text),
            color=sheet.color(run.paint or shape.paint), ha="left", va="baseline",
            rotation=90 if shape.turned else 0, rotation_mode="anchor", parse_math=False,
        )  # fmt: skip
        if hasattr(words, "set_fontfeatures"):  # matplotlib 3.11; older ones know neither
            words.set_fontfeatures(("-kern", "-liga", "-calt"))
        made.append(words)
        along += run.width(shape.size, shape.weight)
    return made


def _image(sheet: _Sheet, shape: Image) -> list[Artist]:
    colors = np.array([rgb(c) for c in ramp_of(shape.role, shape.count, sheet.paper.palette)])
    return [
        _pixels(sheet, colors[shape.indices], shape.rect, "bilinear" if shape.smooth else "nearest")
    ]


def _glow(sheet: _Sheet, shape: Glow) -> list[Artist]:
    left, top, width, height = shape.rect
    reach = shape.stops[-1][0]
    side = ((np.arange(_SAMPLES) + 0.5) / _SAMPLES * 2 - 1) * reach
    away = np.hypot(side[None, :], side[:, None])
    image = np.empty((*away.shape, 4))
    image[..., :3] = rgb(color_of(Paint(shape.role), sheet.paper.palette))
    shares, opacities = np.array(shape.stops).T
    image[..., 3] = np.where(away <= reach, np.interp(away, shares, opacities), 0.0)
    grow = (reach - 1) / 2
    rect = (left - grow * width, top - grow * height, width * reach, height * reach)
    return [_pixels(sheet, image, rect, "bilinear")]


def _pixels(sheet: _Sheet, image: Floats, rect: Rect, how: str) -> Artist:
    left, top, width, height = rect
    before = sheet.axes.get_xlim(), sheet.axes.get_ylim()
    extent = (left, left + width, top + height, top)
    made = sheet.axes.imshow(image, extent=extent, interpolation=how, aspect="auto")
    sheet.axes.set_xlim(before[0])
    sheet.axes.set_ylim(before[1])
    return made


_MAKERS: Mapping[type, Callable[[_Sheet, Any], list[Artist]]] = {
    Path: _path,
    Dots: _dots,
    Box: _box,
    Line: _words,
    Image: _image,
    Glow: _glow,
}
