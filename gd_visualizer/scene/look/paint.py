"""What a drawing's paints look like in a palette."""

from functools import lru_cache

from gd_visualizer.drawing.shapes import Paint
from gd_visualizer.scene.look.colors import ramp
from gd_visualizer.scene.look.palette import Palette


@lru_cache(maxsize=1024)
def color_of(paint: Paint, palette: Palette) -> str:
    """``#rrggbb`` of a paint, its opacity aside."""
    found = getattr(palette, paint.role)
    if isinstance(found, str):
        return found
    if paint.step is None:
        raise ValueError(f"{paint.role} is a ramp: which step of it?")
    step, count = paint.step
    return ramp_of(paint.role, count, palette)[step]


def ramp_of(role: str, count: int, palette: Palette) -> list[str]:
    """``count`` colours of a ramp of the palette, even in lightness; of ``runs`` the very ones; an
    odd ``count`` of ``field`` has its middle in the middle."""
    anchors = getattr(palette, role)
    if role == "runs":
        return [anchors[k % len(anchors)] for k in range(count)]
    if role == "field":  # over its middle, from where lightness runs the other way
        low, middle, high = anchors
        half = count // 2 + 1
        return [*ramp((low, middle), half)[:-1], *ramp((middle, high), count - half + 1)]
    return ramp(anchors, count)
