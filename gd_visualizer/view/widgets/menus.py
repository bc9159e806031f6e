"""Headings and groups of choices for menus."""

from collections.abc import Callable, Mapping

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


def item(menu: QMenu, text: str, wish: Callable[[], object]) -> QAction:
    """An action at the end of ``menu`` that calls ``wish``."""

    def chosen() -> None:  # Qt offers its bool to whatever takes an argument
        wish()

    action = menu.addAction(text)
    action.triggered.connect(chosen)
    return action


def switch(menu: QMenu, text: str, wish: Callable[[bool], object]) -> QAction:
    """An action at the end of ``menu`` that calls ``wish`` with whether it is on now."""

    def chosen(on: bool) -> None:
        wish(on)

    action = menu.addAction(text)
    action.setCheckable(True)
    action.triggered.connect(chosen)
    return action


def open_below(menu: QMenu, button: QWidget) -> None:
    """The menu right below its button, its right edges aligned."""
    corner = button.mapToGlobal(button.rect().bottomRight())
    corner.setX(corner.x() - menu.sizeHint().width())
    menu.popup(corner)
