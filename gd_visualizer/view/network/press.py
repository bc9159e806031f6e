"""A weight under the pressed button."""

from msgspec import Struct
from PySide6.QtCore import QPointF

from gd_visualizer.scene.snapping import snap_step, snapped

_STILL = 4.0  # px, that a hand trembles as it clicks
_PER_STEP, _FINER = 5.0, 0.1  # px that a step of a drag takes; how fast it goes with Shift


class Press(Struct):
    """A weight's ``name``, its ``value`` and ``scale`` where the button went down, and whether it
    has been dragged since."""

    name: str
    place: QPointF
    value: float
    scale: float
    dragging: bool = False

    def value_at(self, place: QPointF, free: bool) -> float | None:
        """The value once the mouse is at ``place``: upwards is more; None where it has not been
        moved."""
        moved = self.place.y() - place.y()
        self.dragging = self.dragging or abs(moved) >= _STILL
        by = moved / _PER_STEP * snap_step(self.scale) * (_FINER if free else 1.0)
        return snapped(self.value + by, self.scale, free) if self.dragging else None
