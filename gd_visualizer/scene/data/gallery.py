"""The gallery of made-up data: what each kind is called, and a small picture of it."""

from functools import lru_cache

import numpy as np

from gd_visualizer.core.arrays import Floats
from gd_visualizer.core.datasets.record import Dataset
from gd_visualizer.core.datasets.registry import DATASETS
from gd_visualizer.drawing.frame import Frame
from gd_visualizer.drawing.shapes import Dots, Drawing, Paint, Path, Shape
from gd_visualizer.text.message import translatable

TITLES = {
    "line": translatable("Line"),
    "curve": translatable("Curve"),
    "steps": translatable("Steps"),
    "two clouds": translatable("Two clouds"),
    "circle": translatable("Circle"),
    "xor": translatable("XOR"),
    "two spirals": translatable("Two spirals"),
    "over or under": translatable("Over or under a curve"),
    "plane": translatable("Plane"),
    "bump": translatable("Bump"),
}
_COUNTS, _NOISE, _SEED = (20, 64), 0.02, 4  # of one input and of two
_MARGIN = 0.12  # of the frame
_SHADES = 3  # of dots whose targets are numbers


def thumbnail(kind: str, frame: Frame) -> Drawing:
    """Some points of a ``kind`` of data; those of two classes differ in colour and shape."""
    X, y = _points(kind)
    dataset = DATASETS[kind]
    across = X[:, 0]
    up = X[:, 1] if dataset.inputs == 2 else y
    places = np.column_stack(
        [_within(across, frame.width), frame.height - _within(up, frame.height)]
    )
    return Drawing(frame, tuple(_marks(dataset, places, y, frame)))


@lru_cache(maxsize=len(DATASETS))
def _points(kind: str) -> tuple[Floats, Floats]:
    dataset = DATASETS[kind]
    count = min(dataset.count, _COUNTS[dataset.inputs - 1])
    return dataset.points(count, min(dataset.noise, _NOISE if dataset.inputs == 2 else 0.2), _SEED)


def _within(values: Floats, room: float) -> Floats:
    low, high = float(values.min()), float(values.max())
    share: Floats = (values - low) / (high - low)
    return room * (_MARGIN + (1 - 2 * _MARGIN) * share)


def _marks(dataset: Dataset, places: Floats, y: Floats, frame: Frame) -> list[Shape]:
    radius = 0.034 * frame.width
    if dataset.inputs == 1:
        return [Dots(places, radius, Paint("ink"))]
    if dataset.classes:
        return [
            Dots(places[y > 0], radius, Paint("positive")),
            _diamonds(places[y <= 0], 1.25 * radius),
        ]
    edges = np.quantile(y, np.linspace(0, 1, _SHADES + 1)[1:-1])
    shade = np.searchsorted(edges, y)
    paints = Paint("negative"), Paint("line"), Paint("positive")
    return [Dots(places[shade == k], radius, paint) for k, paint in enumerate(paints)]


def _diamonds(centers: Floats, half: float) -> Path:
    corners = np.array([[0, -half], [half, 0], [0, half], [-half, 0]])
    rings = (centers[:, None, :] + corners).reshape(-1, 2)
    return Path(rings, fill=Paint("negative"), starts=np.arange(0, len(rings), 4))
