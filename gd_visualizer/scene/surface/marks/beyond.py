"""What lies beyond the rim of a surface: its mark and its words stand at the rim, with the way."""

import numpy as np

from gd_visualizer.drawing.shapes import Paint, Path
from gd_visualizer.scene.plot import marks
from gd_visualizer.scene.plot.area import Area

_INSET = 1.2  # ems from the rim, of a mark with its head
_OFF, _LONG, _HALF = 0.1, 0.48, 0.42  # ems: from the mark to its head, the head's length and half
# of its width
Place = tuple[float, float]


def within(area: Area, at: Place, em: float) -> Place:
    """The nearest place to ``at``, in px, that has room for a mark."""
    (left, top, *_), side = area.rect, _INSET * em
    return (
        min(max(at[0], left + side), area.right - side),
        min(max(at[1], top + side), area.bottom - side),
    )


def head(spot: Place, at: Place, em: float, dark: bool) -> Path:
    """At the mark on ``spot``: which way it is from there to the place ``at`` that is meant; never
    along one side alone where it lies beyond both, however far along the one."""
    along = np.subtract(at, spot)
    least = np.where(np.abs(along) > _INSET * em, np.abs(along).max() / 2, 0.0)
    along = np.copysign(np.maximum(np.abs(along), least), along)
    along = along / np.hypot(*along)
    across, first = np.array([-along[1], along[0]]), spot + along * (marks.POINT + _OFF) * em
    sides = np.outer((1.0, -1.0), across * _HALF * em)
    corners = np.vstack((first + along * _LONG * em, first + sides))
    return Path(corners, fill=Paint("dark_ink" if dark else "path"), closed=True, name="beyond")


def onward(text: str, at: Place, area: Area) -> str:
    """``text`` with the way to a place beyond the rim, in px."""
    if at[0] < area.rect[0]:
        return f"← {text}"
    if at[0] > area.right:
        return f"{text} →"
    return f"{text} ↑" if at[1] < area.rect[1] else f"{text} ↓"
