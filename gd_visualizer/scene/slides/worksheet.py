"""A lesson as questions on paper: every beat that comes to a result, with that result blank.

What has been asked for once is blank in the questions after it too, so that none of them gives
away the answer of one before.
"""

from collections import defaultdict
from collections.abc import Iterator

import numpy as np
from msgspec import Struct
from msgspec.structs import replace

from gd_visualizer.core.arrays import Floats
from gd_visualizer.descent.explanation.values import step_values
from gd_visualizer.descent.script import clicker
from gd_visualizer.descent.state.descent import Descent
from gd_visualizer.descent.state.display import tells_parts
from gd_visualizer.descent.state.state import State, open_lesson
from gd_visualizer.lesson.beats import Beat
from gd_visualizer.lesson.lesson import Lesson, Phase

_DIGITS = 12  # by which weights are known again


class Question(Struct, frozen=True, eq=False):
    """What is asked in ``state`` and told in ``answer``, which the ``beat`` leads to."""

    beat: Beat
    state: State
    answer: State


def worksheet(lesson: Lesson) -> list[Question]:
    """The questions of a lesson in their order; none of them twice."""
    asked, found = _Asked(), list[Question]()
    for beat, before, held, after in _played(lesson):
        state = held or _question(before, after)
        made = asked.blank(state) if state else None
        if made:
            found.append(Question(beat, made, after))
    return found


def _played(lesson: Lesson) -> Iterator[tuple[Beat, State, State | None, State]]:
    """Each beat, the states before and after it, and the one between in which it has asked."""
    state = open_lesson(lesson)
    state = replace(state, progress=replace(state.progress, predict=True))
    for beat in lesson.beats:
        following = clicker.forward(state)
        held = following if following.progress.asking else None
        after = clicker.forward(following) if held else following
        yield beat, state, held, after
        state = after


def _question(before: State, after: State) -> State | None:
    """Where a beat's result is asked for that the clicker shows at once; None where it has none."""
    if after.display.loss_parts > before.display.loss_parts and tells_parts(_lesson(before)):
        return replace(before, display=replace(before.display, loss_parts=0))
    descent = after.descent
    if descent.resting:
        moved = descent.row and (descent.timeline is not before.descent.timeline)
        return _asking(after, _first_step(before.descent, descent), Phase.UPDATE) if moved else None
    if _selected(before) == _selected(after):
        return None
    phase = Phase(descent.phase - 1)
    held = replace(descent, phase=phase) if phase else descent.rest()
    return _asking(after, held, descent.phase)


def _first_step(before: Descent, after: Descent) -> Descent:
    """In the middle of a beat's first step: from where it began, or from a new start."""
    row = before.row
    goes_on = row < after.row and np.array_equal(after.timeline.theta(row), before.moment.theta)
    past = after.timeline.at(row if goes_on else 0)
    return replace(after, timeline=past, phase=Phase.SLOPES)


def _asking(state: State, descent: Descent, phase: Phase) -> State:
    return State(descent, state.display, replace(state.progress, asked=phase, seeking=""))


def _selected(state: State) -> tuple[object, ...]:
    display = state.display
    return display.weight, display.node, display.point


def _lesson(state: State) -> Lesson:
    return state.descent.lesson


class _Asked:
    """What has been asked for so far: phases by the weights that they are about."""

    def __init__(self) -> None:
        self._phases: dict[tuple[float, ...], set[Phase]] = defaultdict(set)
        self._once: set[object] = set()

    def blank(self, state: State) -> State | None:
        """``state`` with all that is to be filled in there; None where that has been asked."""
        here, asked = self._phases[_here(state.descent)], state.progress.asked
        if asked is None:
            kind = (bool(state.progress.seeking), state.section.names, _here(state.descent))
            once = kind[:2] if state.progress.seeking else kind
            if once in self._once:
                return None
            self._once.add(once)
        elif asked < Phase.UPDATE:
            here.add(asked)
        blank = frozenset(here)
        if asked == Phase.UPDATE:
            # With it, what comes of the new weight: of an input of 1 the prediction is the weight.
            after = step_values(state.descent, state.display.point).after
            self._phases[_place(after)] |= {Phase.UPDATE, Phase.FORWARD, Phase.ERROR}
        return replace(state, progress=replace(state.progress, blank=blank))


def _here(descent: Descent) -> tuple[float, ...]:
    return _place(descent.moment.theta, descent.row == 0)


def _place(theta: Floats, start: bool = False) -> tuple[float, ...]:
    """The weights, but for rounding errors; those of a start are given, wherever they come from."""
    return (float(start), *(float(f"{value:.{_DIGITS}g}") for value in theta.tolist()))
