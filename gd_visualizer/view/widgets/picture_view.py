"""The widget of a kind of picture, found by the picture's record."""

from typing import TypeVar

from PySide6.QtWidgets import QWidget

from gd_visualizer.descent.state.state import State
from gd_visualizer.lesson.pictures import Picture, found
from gd_visualizer.view.wishes import Wishes


class PictureView(QWidget):
    """Shows a picture of the state on a card of the window; asks by ``wishes``."""

    def __init__(self, wishes: Wishes) -> None:
        super().__init__()
        self._wishes = wishes

    def sync(self, new: State, old: State | None) -> None:
        """Shows ``new``; ``old`` is the state before, None where all is to be drawn."""
        raise NotImplementedError


_View = TypeVar("_View", bound=PictureView)


def made(picture: Picture, wishes: Wishes, kind: type[_View]) -> _View:
    """The widget that the picture's record names; TypeError where it is no ``kind``."""
    named = found("view", picture.widget, type)
    if not issubclass(named, kind):
        raise TypeError(f"the widget of {picture.name} is no {kind.__name__}")
    return named(wishes)
