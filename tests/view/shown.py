"""What a window shows, found as anybody would: by kind, by accessible name, by what is drawn."""

from collections.abc import Iterator
from typing import TypeVar

import numpy as np
from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QWidget

from gd_visualizer.app.program import Program
from gd_visualizer.core.arrays import Floats
from gd_visualizer.descent.commands import display as showing
from gd_visualizer.drawing.shapes import Box, Clip, Rect, Shape, Words
from gd_visualizer.lesson.pictures import Panel
from gd_visualizer.scene.explanation.block import Target
from gd_visualizer.scene.plot.area import Area
from gd_visualizer.view.plot.plot import Plot
from gd_visualizer.view.points.view import PointsView

Kind = TypeVar("Kind", bound=QWidget)
Drawn = TypeVar("Drawn", bound=Shape)


def named(parent: QWidget, kind: type[Kind], name: str) -> Kind:
    """The one widget of a kind that a screen reader calls ``name``."""
    (found,) = [one for one in parent.findChildren(kind) if one.accessibleName() == name]
    return found


def shapes_on(plot: Plot) -> Iterator[Shape]:
    """Every shape that the plot's next repaint shows, the lowest first."""
    drawing = plot.drawing
    yield from _all(drawing.shapes if drawing else ())


def _all(shapes: tuple[Shape, ...]) -> Iterator[Shape]:
    for shape in shapes:
        yield shape
        if isinstance(shape, Clip):
            yield from _all(shape.shapes)


def drawn(plot: Plot, kind: type[Drawn], name: str) -> list[Drawn]:
    """The shapes of a kind that stand for ``name``."""
    return [one for one in shapes_on(plot) if isinstance(one, kind) and one.name == name]


def values_at(plot: Plot, places: Floats) -> Floats:
    """The plot's values (n, 2) at places of its drawing, as its area is painted."""
    assert plot.drawing is not None
    x, y = plot.getViewBox().viewRange()
    area = Area(plot.drawing.areas["plot"], (x[0], x[1]), (y[0], y[1]))
    return np.array([area.values(*place) for place in places.tolist()]).reshape(-1, 2)


def words_of(shapes: tuple[Shape, ...]) -> list[Words]:
    """All words among shapes."""
    return [one for one in _all(shapes) if isinstance(one, Words)]


def texts_on(plot: Plot) -> list[str]:
    """All words on a plot, those of the axes first."""
    return [one.text for one in shapes_on(plot) if isinstance(one, Words)]


def said(plot: Plot, name: str) -> str:
    """The words that stand for ``name``; empty where there are none."""
    return next((one.text for one in drawn(plot, Words, name)), "")


def show(program: Program, *panels: Panel) -> None:
    """These pictures and no others, as somebody chooses them."""
    for panel in (*panels, *program.controller.state.display.panels):
        program.controller.do(showing.show_panel, panel, panel in panels)


def box_of(points: PointsView, point: int) -> Rect | None:
    """The row of a point (from 0); None where it is not seen."""
    shapes = points.drawing.shapes if points.drawing else ()
    boxes = [one.rect for one in shapes if isinstance(one, Box) and one.name == Target(point=point)]
    return boxes[0] if boxes else None


def place_of(points: PointsView, point: int) -> QPoint:
    """The middle of the row of a point, from 0."""
    rect = box_of(points, point)
    assert rect, point
    return QPoint(round(rect[0] + rect[2] / 2), round(rect[1] + rect[3] / 2))


def row_of(points: PointsView, point: int) -> list[str]:
    """What the row of a point (from 0) says, from the left; nothing where it is not seen."""
    rect = box_of(points, point)
    if rect is None or points.drawing is None:
        return []
    _, top, _, high = rect
    words = [one for one in words_of(points.drawing.shapes) if top < one.y < top + high]
    return [one.text for one in sorted(words, key=lambda one: one.x)]
