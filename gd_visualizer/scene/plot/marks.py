"""Marks on a plot: the point where we are, where the next step leads, rings, an arrow."""

import numpy as np

from gd_visualizer.core.arrays import Floats
from gd_visualizer.drawing.shapes import Dots, Paint, Path, Pen, Shape, line

POINT, RING = 0.5, 0.24  # radii in ems
_RIM, _CURVE, _CASED, _PATH = 0.14, 0.19, 0.26, 0.12
_HEAD = 0.95  # ems of an arrow's head
NOW, PAPER = Paint("now"), Paint("paper")
Place = tuple[float, float]


def dot(place: Place, radius: float, fill: Paint | None, pen: Pen | None, name: str = "") -> Dots:
    """One disc."""
    return Dots(np.array([place]), radius, fill, pen, name or None)


def point(place: Place, em: float, known: bool = True) -> Dots:
    """Where we are: orange, with a rim that sets it off from any colour; hollow where its height
    is not known, or where it only says in which direction it has left the picture."""
    edge, fill = (PAPER, NOW) if known else (NOW, PAPER)
    return dot(place, POINT * em, fill, Pen(edge, _RIM * em), "point")


def next_step(place: Place, em: float) -> Dots:
    """Where the step about to be taken will end: a ring that lets the surface through."""
    return dot(place, 0.42 * em, None, Pen(NOW, _RIM * em), "next step")


def left(place: Place, em: float, dark: bool = False) -> Dots:
    """Where we were before the drag that goes on: a pale ring."""
    fill, edge = (PAPER.role, "muted") if not dark else ("dark_field", "dark_ink")
    return dot(place, 0.42 * em, Paint(fill, 0.5), Pen(Paint(edge, 0.7), _RIM * em), "left")


def unknown(x: float, top: float, bottom: float, em: float) -> Path:
    """A dashed upright line: the point is somewhere on it."""
    return line((x, top), (x, bottom), pen=Pen(NOW, 0.1 * em, (4.0, 3.0)), name="unknown")


def curve(
    points: Floats, em: float, role: str = "action", pen: Pen | None = None, name: str = "curve"
) -> Path:
    """The line that a plot is about, through places (n, 2)."""
    return Path(points, pen or Pen(Paint(role), _CURVE * em), name=name)


def rings(places: Floats, em: float, edge: str, fill: str = "paper", name: str = "earlier") -> Dots:
    """Where we were, at places (n, 2)."""
    return Dots(places, RING * em, Paint(fill), Pen(Paint(edge), 0.1 * em), name)


def path(places: Floats, em: float, exact: bool, dark: bool = False) -> tuple[Shape, ...]:
    """The way over a surface through places (n, 2); dashed where it is a projection."""
    edge, own = ("dark_field", "dark_ink") if dark else ("path_edge", "path")
    if not exact and not dark:
        own = "line"
    dashes = () if exact else (4.0, 3.0)
    return (
        Path(places, Pen(Paint(edge), _CASED * em)),
        Path(places, Pen(Paint(own), _PATH * em, dashes), name="path"),
    )


def arrow(start: Place, end: Place, em: float) -> tuple[Shape, ...]:
    """From a place to another, set off from any colour; nothing where they are one."""
    along = np.subtract(end, start)
    length = float(np.hypot(*along))
    if not 1 < length < 1e6:
        return ()
    along, head = along / length, min(_HEAD * em, 0.8 * length)
    across, tip = np.array([-along[1], along[0]]), np.array(end)
    neck = tip - along * head
    shaft = np.array([start, neck + along * head * 0.2])
    corners = np.stack([tip, neck + across * head / 2, neck - across * head / 2])
    edge, own = Paint("path_edge"), Paint("path")
    return (
        Path(shaft, Pen(edge, 0.46 * em)),
        Path(corners, Pen(edge, 0.28 * em), closed=True),
        Path(shaft, Pen(own, 0.22 * em)),
        Path(corners, fill=own, closed=True, name="arrow"),
    )
