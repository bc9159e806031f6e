"""What is looked at, as a value: it never changes what happens."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from gd_visualizer.lesson.lesson import Lesson, Phase

if TYPE_CHECKING:
    from gd_visualizer.descent.state import State


@dataclass(frozen=True)
class Display:
    """What is looked at.

    ``weight`` names the selected weight or bias; ``node`` is (layer, node) from (0, 0), or None;
    ``point`` is the row of data that is shown, from 0. ``surface`` is slope, map or 3d, over
    ``axes``, one or two parameters. ``ranges`` are what the person has zoomed to, by parameter
    or ``loss``; the others are chosen by the program. ``card`` is points or code.

    ``held``: values appear phase by phase; not where a person takes whole steps, or moves a
    weight by hand to see what it does. ``predict``: every result is asked for before it is shown;
    ``asked`` is the phase whose result is asked for now, ``before_asked`` the State before the
    press that asked, ``performed`` how many actions of its beat are done. ``beat`` counts the
    beats that are over, ``before_beat`` is the State before the last one; ``caption`` is what the
    last one says, until something else is done.
    """

    weight: str
    point: int
    surface: str
    axes: tuple[str, ...]
    node: tuple[int, int] | None = None
    ranges: Mapping[str, tuple[float, float]] = field(default_factory=dict)
    card: str = "points"
    held: bool = True
    predict: bool = False
    asked: Phase | None = None
    before_asked: "State | None" = field(default=None, repr=False)
    performed: int = 0
    beat: int = 0
    caption: str = ""
    before_beat: "State | None" = field(default=None, repr=False)


def first_display(lesson: Lesson) -> Display:
    """What a lesson shows at first."""
    return Display(
        weight=lesson.view.axes[0],
        point=0,
        surface=lesson.view.surface,
        axes=lesson.view.axes,
        predict=lesson.view.predict,
    )
