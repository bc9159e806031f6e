"""The point's animation from one row to the next."""

from PySide6.QtCore import QObject

from gd_visualizer.descent.state.state import State
from gd_visualizer.scene.surface.slice import Marks, SurfaceSlice, between
from gd_visualizer.view.widgets.animation import Animation

_DURATION = 240  # ms
Place = tuple[float, float]


class PointAnimation(Animation):
    """Moves the point from the row before to the new one, after a single step."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent, _DURATION)
        self._before: Marks | None = None

    def follow(self, new: State, old: State | None, marks: Marks | None) -> None:
        """Begins where one step has just been made; ``marks`` are those before it."""
        self._before = marks if old and _steps(old, new) else None
        if self._before:
            self.begin()
        else:
            self.stop()

    def place(self, here: Place, surface_slice: SurfaceSlice) -> Place:
        """Where the point is now that belongs ``here``."""
        if not self.moving or self._before is None:
            return here
        if len(self._before.point) != len(surface_slice.ranges):
            return here
        return between(self._before, here, self.share, surface_slice)


def _steps(old: State, new: State) -> bool:
    """Whether one step has just been made."""
    one, other = old.descent, new.descent
    return one.lesson is other.lesson and other.row == one.row + 1 and other.resting
