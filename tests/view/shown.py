"""What a window shows, found as anybody would: by kind, by accessible name, by what is drawn."""

from collections.abc import Iterator
from typing import TypeVar

import numpy as np
from PySide6.QtWidgets import QTableView, QWidget

from gd_visualizer.core.arrays import Floats
from gd_visualizer.drawing.shapes import Clip, Shape, Words
from gd_visualizer.scene.plot.area import Area
from gd_visualizer.view.plot.plot import Plot
from gd_visualizer.view.points.model import PointsModel

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


def table_of(parent: QWidget) -> PointsModel:
    """What the table of points shows."""
    model = parent.findChild(QTableView).model()
    assert isinstance(model, PointsModel)
    return model
