"""Headings and groups of choices for menus."""

from collections.abc import Mapping

from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QMenu, QWidget


def choices(parent: QMenu, title: str, names: Mapping[str, str]) -> QActionGroup:
    """A menu of its own in ``parent``: one of the ``names`` is chosen, their keys are the data."""
    menu = QMenu(title, parent)
    group = QActionGroup(parent)
    for key, name in names.items():
        action = QAction(name, menu)
        action.setCheckable(True)
        action.setData(key)
        group.addAction(action)
        menu.addAction(action)
    parent.addMenu(menu)
    return group


def open_below(menu: QMenu, button: QWidget) -> None:
    """The menu right below its button, its right edges aligned."""
    corner = button.mapToGlobal(button.rect().bottomRight())
    corner.setX(corner.x() - menu.sizeHint().width())
    menu.popup(corner)
