"""What makes the drawing of a kind of picture, as its record names it."""

from collections.abc import Callable

from msgspec import Struct

from gd_visualizer.descent.state.state import State
from gd_visualizer.drawing.frame import Frame
from gd_visualizer.drawing.shapes import Drawing
from gd_visualizer.scene.surface.slice import SurfaceSlice
from gd_visualizer.scene.visibility import Visibility


class DrawingMaker(Struct, frozen=True):
    """``draw`` makes a kind of picture of a state in a frame, as far as it is to be seen; of a
    slice, where it is over parameters. A decorator, so that mypy sees it."""

    draw: Callable[[State, Frame, Visibility, SurfaceSlice | None], Drawing]
