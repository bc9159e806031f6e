"""Another language for widgets that are there already: their fixed words, source by source.

What has numbers in it is written anew by ``sync``.
"""

from collections.abc import Callable

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QLineEdit, QMenu, QWidget

from gd_visualizer.view.text.translate import anew
from gd_visualizer.view.widgets.buttons import Button
from gd_visualizer.view.widgets.fixed_label import StillLabel

_Write = Callable[[str], None]


def retranslate() -> None:
    """Every widget and every entry of a menu, in the language that is in force."""
    for top in QApplication.topLevelWidgets():
        for one in (top, *top.findChildren(QObject)):
            _retranslate(one)


def _retranslate(one: QObject) -> None:
    if isinstance(one, QAction):
        _again(one.text(), one.setText)
        _again(one.toolTip(), one.setToolTip)
    if not isinstance(one, QWidget):
        return
    if isinstance(one, Button):
        one.retranslate()
    _again(one.toolTip(), one.setToolTip)
    _again(one.accessibleName(), one.setAccessibleName)
    _again(one.accessibleDescription(), one.setAccessibleDescription)
    if isinstance(one, Button):
        return
    if isinstance(one, QAbstractButton):
        _again(one.text(), one.setText)
    elif isinstance(one, QLabel) and not isinstance(one, StillLabel):
        _again(one.text(), one.setText, small=True)
    elif isinstance(one, QLineEdit):
        _again(one.placeholderText(), one.setPlaceholderText)
    elif isinstance(one, QMenu):
        _again(one.title(), one.setTitle)


def _again(shown: str, write: _Write, small: bool = False) -> None:
    words = anew(shown, small)
    if words != shown:
        write(words)
