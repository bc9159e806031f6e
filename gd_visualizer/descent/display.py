"""What is looked at, as a value: it never changes what happens."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from gd_visualizer.lesson.lesson import Lesson


@dataclass(frozen=True)
class Display:
    """What is looked at.

    ``weight`` names the selected weight or bias; ``node`` is (layer, node) from (0, 0), or None;
    ``point`` is the row of data that is shown, from 0. ``surface`` is slope, map or 3d, over
    ``axes``, one or two parameters. ``ranges`` are what the person has zoomed to, by parameter
    or ``loss``; the others are chosen by the program.
    """

    weight: str
    point: int
    surface: str
    axes: tuple[str, ...]
    node: tuple[int, int] | None = None
    ranges: Mapping[str, tuple[float, float]] = field(default_factory=dict)


def first_display(lesson: Lesson) -> Display:
    """What a lesson shows at first."""
    return Display(
        weight=lesson.view.axes[0],
        point=0,
        surface=lesson.view.surface,
        axes=lesson.view.axes,
    )
