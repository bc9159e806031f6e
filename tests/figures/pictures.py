"""Pictures to look into."""

import io
import itertools
from collections.abc import Sequence

import numpy as np
from msgspec.structs import replace
from PIL import Image

from gd_visualizer.core.arrays import frozen
from gd_visualizer.descent.state.descent import Descent, begin
from gd_visualizer.descent.state.timeline import Writer
from gd_visualizer.figures.render import render
from gd_visualizer.figures.sheet.request import Request
from gd_visualizer.lesson.library.built_in import BUILT_IN
from gd_visualizer.lesson.library.catalogue import load
from gd_visualizer.lesson.pictures import FIGURES, named
from gd_visualizer.scene.surface.ranges.shown_ranges import Range

SMALL = (320, 200)
SUFFIXES = (".png", ".svg", ".pdf")
VIEWS = [view.name for view in FIGURES]
GRIDS = {"map": 61, "3d": 21}  # coarser than usual, for speed
DRAWABLE = [
    (id, view) for id, view in itertools.product(BUILT_IN, VIEWS) if named(view) in load(id).figures
]


def request(
    descent: Descent,
    view: str,
    size: tuple[int, int] = SMALL,
    ranges: tuple[Range | None, Range | None] = (None, None),
    grid: int | None = None,
) -> Request:
    """A view over the lesson's own axes."""
    lesson = descent.lesson
    axes = dict.fromkeys([*lesson.view.axes, *lesson.objective.names])
    kind = named(view)
    return Request(kind, tuple(axes)[: kind.axes], ranges, grid or GRIDS.get(view), size)


def picture(
    descent: Descent,
    view: str,
    size: tuple[int, int] = SMALL,
    suffix: str = ".png",
    ranges: tuple[Range | None, Range | None] = (None, None),
    grid: int | None = None,
) -> bytes:
    return render(descent, request(descent, view, size, ranges, grid), suffix)


def pixels(png: bytes) -> np.ndarray:
    """(height, width, 3) from 0 to 255."""
    with Image.open(io.BytesIO(png)) as image:
        return np.asarray(image.convert("RGB")).astype(int)


def like(image: np.ndarray, color: str, tolerance: int = 12) -> np.ndarray:
    """Where ``image`` has ``color``, bit by bit; edges are mixed colours and do not count."""
    wanted = [int(color[k : k + 2], 16) for k in (1, 3, 5)]
    return np.abs(image - wanted).max(axis=2) <= tolerance


def orange(image: np.ndarray) -> np.ndarray:
    """Where the point's colour is, in any light."""
    red, green, blue = image[..., 0], image[..., 1], image[..., 2]
    return (red > 130) & (red > 1.5 * green) & (green > 1.5 * blue)


def centre(mask: np.ndarray) -> np.ndarray:
    """The centre (x, y) of all that is set."""
    ys, xs = np.nonzero(mask)
    assert len(xs), "nothing of this colour"
    return np.array([(xs.min() + xs.max()) / 2, (ys.min() + ys.max()) / 2])


def walked(descent: Descent, path: Sequence[Sequence[float]]) -> Descent:
    """The lesson as if its steps had led along the thetas of ``path``."""
    fresh = begin(descent.lesson, descent.settings, frozen(path[0]), descent.home)
    writer = Writer(fresh.timeline, len(path[0]))
    moment = fresh.moment
    for theta in path[1:]:
        loss, gradient = descent.lesson.objective.evaluate(frozen(theta))
        size = float(np.linalg.norm(gradient))
        writer.append(frozen(theta), loss, gradient, size, moment.state, moment.settings)
    return replace(fresh, timeline=writer.timeline()).rest()
