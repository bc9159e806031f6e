"""The slope where we are, as marks on the surface: in words, as an arrow, and where it leads."""

from collections.abc import Sequence

import numpy as np
from msgspec import Struct

from gd_visualizer.core.arrays import unit
from gd_visualizer.descent.explanation.slope_names import over_all
from gd_visualizer.descent.explanation.values import step_values
from gd_visualizer.descent.state.section import Range, Section
from gd_visualizer.descent.state.state import State
from gd_visualizer.scene.explanation.of_state import printed
from gd_visualizer.scene.visibility import Visibility, visibility
from gd_visualizer.text.message import Message, message, translatable

_LEAST = 0.075  # of the smaller side of the picture: shorter arrows could not be seen
_LENGTH = 0.2  # of the smaller side of the picture
Place = tuple[float, float]


class SlopeMarks(Struct, frozen=True):
    """``numbers`` are the surface's own slopes along the axes, over all points; ``points`` is how
    many, where the step is made of some of them. Over two parameters ``arrow`` ends where the step
    will; where that is too near to be seen, it only points downhill, as long on screen whatever
    the slope, and ``next_step`` is where the step will end.
    """

    numbers: tuple[str, ...]
    arrow: Place | None = None
    next_step: Place | None = None
    points: int | None = None

    @property
    def words(self) -> Message:
        """The slopes along one axis or two, named where the step has others."""
        over = None if self.points is None else over_all(self.points)
        if len(self.numbers) == 1:
            (one,) = self.numbers
            if over is None:
                return message("slope {number}", number=one)
            return message("slope {over}: {number}", over=over, number=one)
        first, second = self.numbers
        if over is None:
            return message("slopes {first}, {second}", first=first, second=second)
        words = translatable("slopes {over}: {first}, {second}")
        return message(words, over=over, first=first, second=second)


def slope_marks(
    state: State,
    along: Section,
    ranges: Sequence[Range],
    area: Place,
    shown: Visibility | None = None,
) -> SlopeMarks | None:
    """The marks, where slopes may be seen; ``ranges`` fill an ``area`` of so many pixels.
    ``shown`` instead of what the window shows."""
    shown = shown or visibility(state)
    if not shown.slopes or state.descent.provisional is not None or state.progress.asked:
        return None
    values = step_values(state.descent, state.display.point)
    slopes = along.slopes(values.gradient)
    whole = along.slopes(state.descent.timeline.gradient(values.row))
    texts = tuple(map(printed(state).text, whole.tolist()))
    points = None if values.batch is None else state.descent.lesson.objective.points
    if len(along.names) < 2:
        return SlopeMarks(texts, points=points)
    per = np.array([area[k] / (high - low) for k, (low, high) in enumerate(ranges)])
    direction = unit(unit(slopes) * per / per.max())
    here = along.places(values.theta)
    if not direction.any() or not shown.downhill:
        return SlopeMarks(texts, points=points)
    next_step = along.places(values.after)
    seen = state.descent.lesson.view.descends and shown.next_step
    inside = all(
        low <= value <= high for value, (low, high) in zip(next_step.tolist(), ranges, strict=True)
    )
    step = (float(next_step[0]), float(next_step[1])) if seen and inside else None
    if step and float(np.hypot(*((next_step - here) * per))) >= _LEAST * min(area):
        return SlopeMarks(texts, step, points=points)  # the arrow is the very step
    end = here - direction * (_LENGTH * min(area)) / per
    return SlopeMarks(texts, (float(end[0]), float(end[1])), step, points)
