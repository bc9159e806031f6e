"""A lesson's script: the states S₀, S₁, S₂ … that its beats alone lead through from its start.

The place in it is found from a state and not counted, so that no caption can speak of other
numbers than those on screen, whatever has been done between two presses of the clicker.
"""

from collections.abc import Iterator
from functools import lru_cache
from itertools import accumulate

import numpy as np
from msgspec.structs import replace

from gd_visualizer.descent.script.actions import act, look, most_steps
from gd_visualizer.descent.state.descent import Descent
from gd_visualizer.descent.state.state import State, open_lesson
from gd_visualizer.lesson.lesson import Lesson, Settings
from gd_visualizer.text.errors import RefusedValue

_MOST_STEPS = 1_000  # that are taken at once, and only to find a place among the beats
_MOST_WORK = 1_000_000  # steps × points × parameters of those


class Script:
    """The states of one lesson, worked out when they are first needed.

    One that takes many steps is never worked out to find a place: it is known once somebody has
    performed its beat, see ``remember``.
    """

    def __init__(self, lesson: Lesson) -> None:
        self._lesson = lesson
        self._states = {0: open_lesson(lesson)}
        of_beats = (sum(most_steps(lesson, action) for action in b.do) for b in lesson.beats)
        self._steps = list(accumulate(of_beats, initial=0))
        self._found: tuple[Descent, int, int | None] | None = None

    def state(self, beat: int) -> State:
        """S of ``beat``, which is 0 at the start of the lesson.

        Raises RefusedValue where a beat cannot be performed.
        """
        first = max(known for known in self._states if known <= beat)
        state = self._states[first]
        for done in range(first, beat):
            for action in self._lesson.beats[done].do:
                state = act(state, action)
            state = replace(state, progress=replace(state.progress, beat=done + 1))
            self._states[done + 1] = state
        return state

    def remember(self, beat: int, reached: State) -> None:
        """That the beats have led to ``reached``, where that takes long to work out."""
        if beat in self._states or self.light(beat):
            return
        before = self.state(beat - 1)
        for action in self._lesson.beats[beat - 1].do:
            before = look(before, action)
        told = reached.progress.reveal_by_phase
        progress = replace(before.progress, beat=beat, reveal_by_phase=told)
        self._states[beat] = State(reached.descent, before.display, progress)
        self._found = None

    def place(self, state: State) -> int | None:
        """How many beats lead to a state with these weights, rows, phase and settings; None where
        no number of them does.

        Where several do, since some beats only show something, it is the one that was performed
        last, else the last one before that, else the first one after it.
        """
        descent, done = state.descent, state.progress.beat
        found = self._found
        if found is None or found[0] is not descent or found[1] != done:
            found = self._found = descent, done, self._search(descent, done)
        place = found[2]
        return place if place == done or not state.progress.asking else None

    def _search(self, descent: Descent, done: int) -> int | None:
        if descent.provisional is not None or descent.lesson is not self._lesson:
            return None
        beats = range(len(self._lesson.beats) + 1)
        alike = [beat for beat in beats if self._is_at(descent, beat)]
        before = [beat for beat in alike if beat <= done]
        return before[-1] if before else alike[0] if alike else None

    def _is_at(self, descent: Descent, beat: int) -> bool:
        if beat not in self._states and not self.light(beat):
            return False
        try:
            return _alike(descent, self.state(beat).descent)
        except RefusedValue:
            return False

    def light(self, beat: int) -> bool:
        """Whether the state of ``beat`` is worked out in no time."""
        return soon(self._lesson, self._steps[beat])


def soon(lesson: Lesson, steps: int) -> bool:
    """Whether so many steps are taken in no time."""
    work = steps * lesson.objective.points * lesson.objective.size
    return steps <= _MOST_STEPS and work <= _MOST_WORK


def script(lesson: Lesson) -> Script:
    """The script of ``lesson``, or of the lesson that it was before its points were changed."""
    return _script(lesson.original)


@lru_cache(8)
def _script(lesson: Lesson) -> Script:
    """One object for each lesson, so that its states are worked out once."""
    return Script(lesson)


def scripted_states(lesson: Lesson) -> Iterator[State]:
    """Those at the start and after each beat, up to the first one that takes long to work out or
    cannot be performed."""
    found = script(lesson)
    for beat in range(len(lesson.beats) + 1):
        if not found.light(beat):
            return
        try:
            yield found.state(beat)
        except RefusedValue:
            return


def place(state: State) -> int | None:
    """How many beats of its lesson lead to ``state``; None where it is not on the script.

    While a beat has asked for its result, it is that of the beat before, if the state is still
    that one's.
    """
    lesson = state.descent.lesson
    return script(lesson).place(state) if lesson.beats else None


def performed(state: State) -> int:
    """How many beats are over: those that lead here or, off the script, the last that did."""
    found = place(state)
    return state.progress.beat if found is None else found


def settled(state: State) -> State:
    """``state`` knowing which beat was performed last, from wherever one goes on from here."""
    if state.progress.asking or performed(state) == state.progress.beat:
        return state
    return replace(state, progress=replace(state.progress, beat=performed(state)))


def caption(state: State) -> str:
    """What the beat says that leads to ``state``; of no other state than that beat's own."""
    found = place(state)
    return state.descent.lesson.beats[found - 1].text if found else ""


def asks(text: str) -> bool:
    """Whether a caption asks something: it ends in a question mark."""
    return text.rstrip(" \"'”’“»«)").endswith(("?", "？"))


def _alike(one: Descent, other: Descent) -> bool:
    """Whether both stand at the same weights after the same rows, in the same phase."""
    if one.phase != other.phase or one.row != other.row:
        return False
    if not (_same_settings(one.settings, other.settings) and _equal(one.home, other.home)):
        return False
    now, then, row = one.timeline, other.timeline, one.row
    if now is then:
        return True
    if not _equal(now.theta(row), then.theta(row)):
        return False
    return _equal(now.theta(0), then.theta(0)) and _equal(
        now.losses()[: row + 1], then.losses()[: row + 1]
    )


def _same_settings(one: Settings, other: Settings) -> bool:
    """The same steps, however the rate was typed."""
    return one == other or (
        one.rate.value == other.rate.value and replace(one, rate=other.rate) == other
    )


_equal = np.array_equal
