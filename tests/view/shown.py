"""What a window shows, found as anybody would: by kind and by accessible name."""

from typing import TypeVar

from PySide6.QtWidgets import QTableView, QWidget

from gd_visualizer.view.plot.marks import Mark, MarksItem
from gd_visualizer.view.plot.plot import Plot
from gd_visualizer.view.points.model import PointsModel

Kind = TypeVar("Kind", bound=QWidget)


def named(parent: QWidget, kind: type[Kind], name: str) -> Kind:
    """The one widget of a kind that a screen reader calls ``name``."""
    (found,) = [one for one in parent.findChildren(kind) if one.accessibleName() == name]
    return found


def marks_on(plot: Plot) -> tuple[Mark, ...]:
    """Dots, words and arrows on a plot."""
    items = [item for item in plot.items() if isinstance(item, MarksItem)]
    return tuple(mark for item in items for mark in item.marks)


def table_of(parent: QWidget) -> PointsModel:
    """What the table of points shows."""
    model = parent.findChild(QTableView).model()
    assert isinstance(model, PointsModel)
    return model
