"""A sheet to draw on: matplotlib's object API in the units of a slide, never pyplot.

Lengths are in design units: a sheet is at least 1,600 wide and 1,000 high in them, whatever its
size in pixels; y grows downwards. So text that is readable in one size is so in every size.
"""

import io
import re
from collections.abc import Sequence
from functools import cache
from pathlib import Path
from typing import Any

import matplotlib
import numpy as np
from matplotlib import font_manager
from matplotlib.artist import Artist
from matplotlib.axes import Axes
from matplotlib.backend_bases import RendererBase
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.figure import Figure
from matplotlib.font_manager import FontProperties
from matplotlib.lines import Line2D

from gd_visualizer import __version__
from gd_visualizer.core.arrays import Array
from gd_visualizer.lesson.library.built_in import resources_folder
from gd_visualizer.scene.look.palette import Palette

WIDTH, HEIGHT = 1600, 1000
TITLE, BODY, SMALL = 54, 38, 34
_PNG_DPI = 64  # a power of two, so that pixels / dpi × dpi is exact
_VECTOR_DPI = 96  # a pixel as CSS and slide programs count it
_PRINTED_DPI = 192  # how large a slide program makes a PNG at first
_CHARACTER = 0.57  # the mean width of a character, in font sizes
# XML 1.0 cannot hold these at all.
_NOT_XML = re.compile("[^\t\n\r -\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_HALF_CAPITAL = 0.364
_FAMILY = ["GD Sans", "DejaVu Sans"]
_WEIGHTS = {"regular": 400, "semibold": 600, "bold": 700}
Rect = tuple[float, float, float, float]  # left, top, right, bottom


def _add_fonts(folder: Path) -> None:
    if "GD Sans" not in {font.name for font in font_manager.fontManager.ttflist}:
        for file in sorted(folder.glob("GDSans-*.ttf")):
            font_manager.fontManager.addfont(file)


@cache
def _letters() -> frozenset[int]:
    return frozenset(
        font_manager.get_font(resources_folder() / "fonts/GDSans-Regular.ttf").get_charmap()
    )


@cache
def _fallback_letters() -> frozenset[int]:
    return frozenset(font_manager.get_font(font_manager.findfont("DejaVu Sans")).get_charmap())


class _Pixels(Artist):
    """Pixels (height, width, 3) uint8 with their lower left corner at a pixel of the sheet."""

    zorder = -1.0

    def __init__(self, image: Array, left: int, bottom: int) -> None:
        super().__init__()
        self._image, self._corner = image, (left, bottom)

    def draw(self, renderer: RendererBase) -> None:
        height, width, _ = self._image.shape
        solid = np.full((height, width, 4), 255, np.uint8)
        solid[..., :3] = self._image[::-1]  # matplotlib's rows begin at the bottom
        renderer.draw_image(renderer.new_gc(), *self._corner, solid)


class Paper:
    """One figure of ``size`` pixels. Use as a context, in which matplotlib's defaults hold."""

    def __init__(self, size: tuple[int, int], palette: Palette, suffix: str = ".png") -> None:
        self.pixels, self.palette = size, palette
        self.kind = suffix.removeprefix(".")
        self._dpi = _PNG_DPI if self.kind == "png" else _VECTOR_DPI
        self.unit = min(size[0] / WIDTH, size[1] / HEIGHT)
        self.width, self.height = size[0] / self.unit, size[1] / self.unit
        self._settings = matplotlib.rc_context()

    def __enter__(self) -> "Paper":
        self._settings.__enter__()
        # A person's own matplotlibrc must not change what a lesson's figure looks like.
        matplotlib.rcdefaults()
        matplotlib.rcParams.update(
            {
                "svg.fonttype": "path",
                "svg.hashsalt": "gd-visualizer",
                "pdf.fonttype": 42,
                "text.hinting": "none",  # letters keep the widths that they were measured with
            }
        )
        _add_fonts(resources_folder() / "fonts")
        inches = (self.pixels[0] / self._dpi, self.pixels[1] / self._dpi)
        self.figure = Figure(figsize=inches, dpi=self._dpi, facecolor=self.palette.paper)
        self.canvas = FigureCanvasAgg(self.figure)
        return self

    def __exit__(self, *error: Any) -> None:
        self._settings.__exit__(*error)

    def points(self, length: float) -> float:
        """A length in design units as matplotlib's points; never so small that it vanishes."""
        return max(length * self.unit * 72 / self._dpi, 0.1)

    def font(self, size: float, weight: str = "regular", text: str = "") -> FontProperties:
        """GD Sans, with DejaVu Sans behind it for a title in letters that it does not have."""
        known = all(ord(letter) in _letters() for letter in text)
        return FontProperties(
            family=_FAMILY[:1] if known else _FAMILY,
            weight=_WEIGHTS[weight] if known else 400,
            size=max(self.points(size), 1),
        )

    def drawable(self, text: str) -> str:
        """``text`` with a box for each letter that neither typeface has."""
        if all(ord(letter) in _letters() for letter in text):
            return text
        known = _letters() | _fallback_letters()
        return "".join(letter if ord(letter) in known else "□" for letter in text)

    def text(
        self,
        x: float,
        y: float,
        text: str,
        size: float = BODY,
        color: str | None = None,
        weight: str = "regular",
        align: str = "left",
        vertical: str = "center",
        turned: bool = False,
        room: float | None = None,
        **more: Any,
    ) -> None:
        """``text`` at a place; smaller, where it would be longer than ``room``."""
        text = self.drawable(text)
        if room is not None:
            size = min(size, max(room / (_CHARACTER * max(len(text), 1)), size * 0.4))
        if (
            vertical == "center"
        ):  # half a capital's height below, so that digits stand in the middle
            shift = _HALF_CAPITAL * size
            x, y, vertical = (x + shift, y, "baseline") if turned else (x, y + shift, "baseline")
        self.figure.text(
            x / self.width,
            1 - y / self.height,
            text,
            fontproperties=self.font(size, weight, text),
            color=color or self.palette.ink,
            ha=align,
            va=vertical,
            rotation=90 if turned else 0,
            rotation_mode="anchor" if turned else None,
            parse_math=False,
            **more,
        )

    def line(
        self, xs: Sequence[float], ys: Sequence[float], color: str, thickness: float, **more: Any
    ) -> None:
        """A line through places on the sheet."""
        self.figure.add_artist(
            Line2D(
                [x / self.width for x in xs],
                [1 - y / self.height for y in ys],
                color=color,
                linewidth=self.points(thickness),
                **{"solid_capstyle": "round", **more},
            )
        )

    def axes(self, rect: Rect, **more: Any) -> Axes:
        """Bare axes over ``rect``: no ticks, no frame; those are drawn from the scene's values."""
        left, top, right, bottom = rect
        place = (
            left / self.width,
            1 - bottom / self.height,
            (right - left) / self.width,
            (bottom - top) / self.height,
        )
        axes = self.figure.add_axes(place, **more)
        axes.set_axis_off()
        return axes

    def pixels_at(self, left: int, top: int, image: Array) -> None:
        """Pixels (height, width, 3) uint8 exactly as they are, below all else on a sheet that is a
        PNG; imshow would sample them again."""
        self.figure.add_artist(_Pixels(image, left, self.pixels[1] - top - len(image)))

    def heading(self, title: str, subtitle: str) -> None:
        """The lesson's title, and below it what is shown."""
        room = self.width - 140
        self.text(70, 68, title, TITLE, weight="bold", room=room)
        self.text(70, 134, subtitle, SMALL, self.palette.muted, room=room)

    def refuse(self, sentence: str) -> None:
        """Says in the picture's own room why nothing is drawn there."""
        middle = self.width / 2, self.height / 2
        room = self.width - 140
        self.text(*middle, sentence, BODY, self.palette.muted, align="center", room=room)

    def image(self) -> Array:
        """The sheet's pixels as a PNG has them (height, width), red + 256 · green + 65536 · blue,
        uint32."""
        self.canvas.draw()
        drawn = np.ascontiguousarray(self.canvas.buffer_rgba())
        return drawn.view("<u4")[..., 0].astype(np.uint32) & 0xFFFFFF

    def save(self, title: str) -> bytes:
        """The sheet's bytes; the same for the same picture."""
        creator = f"gd-visualizer {__version__}"
        title = _NOT_XML.sub("?", title)
        about: dict[str, Any] = {"Creator": creator, "Title": title}
        more: dict[str, Any] = {}
        if self.kind == "png":  # whose text chunks are Latin-1
            latin = title.encode("latin-1", "replace").decode("latin-1")
            about = {"Software": creator, "Title": latin}
            more = {"pil_kwargs": {"dpi": (_PRINTED_DPI, _PRINTED_DPI)}}
        else:
            about["Date" if self.kind == "svg" else "CreationDate"] = None
        stream = io.BytesIO()
        self.figure.savefig(stream, format=self.kind, dpi=self._dpi, metadata=about, **more)
        return stream.getvalue()
