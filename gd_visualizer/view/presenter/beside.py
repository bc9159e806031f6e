"""What paints a kind of picture beside the diagram, as its record names it."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter

from gd_visualizer.descent.state.state import State
from gd_visualizer.view.presenter.axes import Sizes


@dataclass(frozen=True)
class BesidePainter:
    """``paint`` fills the rectangle, in letters of the sizes; a decorator, so that mypy sees it."""

    paint: Callable[[QPainter, QRectF, State, Sizes], None]
