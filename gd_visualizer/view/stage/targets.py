"""What lies where in the arithmetic: what a click there selects."""

from PySide6.QtCore import QPointF

from gd_visualizer.drawing.hit import name_at
from gd_visualizer.drawing.shapes import Box, Drawing, Rect, Words
from gd_visualizer.scene.explanation.block import NOTHING, Target

_REACH = 4.0  # px beside words that still count


def target_at(drawing: Drawing | None, place: QPointF) -> Target:
    """What a click there selects."""
    if drawing is None:
        return NOTHING
    found = name_at(drawing, place.x(), place.y(), _REACH)
    return found if isinstance(found, Target) else NOTHING


def targets(drawing: Drawing | None) -> list[Target]:
    """All there is to select, in order."""
    shapes = drawing.shapes if drawing else ()
    names = (one.name for one in shapes if isinstance(one, Box | Words))
    return list(dict.fromkeys(name for name in names if isinstance(name, Target)))


def rects_of(drawing: Drawing, target: Target) -> list[Rect]:
    """Of chips, bars and equations that a click selects the same by."""
    return [
        one.rect
        for one in drawing.shapes
        if isinstance(one, Box | Words)
        and one.name == target
        and (isinstance(one, Box) or one.weight == "semibold")
    ]
