"""What the explanation says of a state, phase by phase."""

from functools import lru_cache

from msgspec.structs import replace

from gd_visualizer.descent.explanation.printed import Draft, Printed, agreed
from gd_visualizer.descent.explanation.values import StepValues, step_values
from gd_visualizer.descent.state.descent import Descent
from gd_visualizer.descent.state.shown_step import step_number
from gd_visualizer.descent.state.state import State
from gd_visualizer.lesson.lesson import Lesson, Phase
from gd_visualizer.scene.explanation.blanks import result_chip, with_blanks
from gd_visualizer.scene.explanation.dark import dark_explanation
from gd_visualizer.scene.explanation.forward_and_error import error_explanation, forward_explanation
from gd_visualizer.scene.explanation.moment_lines import moment_equations
from gd_visualizer.scene.explanation.parts import Chip, Explanation
from gd_visualizer.scene.explanation.slopes import slopes_explanation
from gd_visualizer.scene.explanation.update import update_explanation
from gd_visualizer.text.message import Message, message, translatable

_PHASES = {
    Phase.FORWARD: forward_explanation,
    Phase.ERROR: error_explanation,
    Phase.SLOPES: slopes_explanation,
    Phase.UPDATE: update_explanation,
}


@lru_cache(maxsize=4)
def explanation(state: State) -> Explanation:
    """The explanation of the current phase, or of the one whose result is asked for."""
    numerals, progress = printed(state), state.progress
    made = _explanation(state, numerals)
    if progress.asked or (progress.blank is not None and not state.descent.resting):
        return with_blanks(made, state, numerals)
    return made


@lru_cache(maxsize=16)  # each change asks how it was before; the next press, slides and figures too
def printed(state: State) -> Printed:
    """How every number on screen is printed: in pictures, table, arithmetic and sentence.

    Inside of a step the lines of all its phases are asked, so that no number looks otherwise in
    the next one.
    """
    draft, point = Draft(), state.display.point
    if state.descent.phase == Phase.UPDATE:
        _explanation(state, draft)
    else:
        told = _all_told(state)
        values = step_values(told.descent, point)
        for phase, explain in _PHASES.items():
            if phase <= values.lesson.view.last_phase:
                explain(values, told, draft)
    return agreed([*draft.found, *moment_equations(state.descent, point)])


def _all_told(state: State) -> State:
    """The same step with nothing held back."""
    descent = replace(state.descent, phase=Phase.SLOPES)
    return State(descent, state.display, replace(state.progress.unasked(), blank=None))


def explained_phase(state: State) -> Phase:
    """The phase whose arithmetic is shown: at a start that a person has made, its error."""
    descent, asked = state.descent, state.progress.asked
    phase = asked or descent.phase
    at_start = phase == Phase.START or (phase == Phase.UPDATE and not descent.row and not asked)
    return Phase.ERROR if at_start and not state.progress.reveal_by_phase else phase


def _in_the_dark(state: State) -> bool:
    """Whether nothing is told but the slopes underfoot."""
    display, progress = state.display, state.progress
    return (display.dark or display.revealed) and state.descent.resting and not progress.asked


def shown_phase(state: State) -> Phase:
    """Where in the step one is, for the row of phases."""
    phase = state.progress.asked or state.descent.phase
    last = state.descent.lesson.view.last_phase
    return phase if _in_the_dark(state) else min(explained_phase(state), last)


def _explanation(state: State, numerals: Printed) -> Explanation:
    asked = state.progress.asked
    descent = asked_descent(state.descent, asked) if asked else state.descent
    phase = explained_phase(state)
    if _in_the_dark(state):
        return replace(dark_explanation(state, numerals), subtitle=_when(descent))
    if phase == Phase.START or (phase == Phase.UPDATE and not descent.row and not asked):
        return _start(state)
    values = step_values(descent, state.display.point)
    made = _PHASES[phase](values, state, numerals)
    at_start = state.descent.phase == Phase.START and not asked
    where = message("at the start") if at_start else _where(values, phase)
    return replace(made, subtitle=where)


def asked_chip(state: State) -> Chip:
    """The result that is asked for with its name, as the next press will show it."""
    numerals = printed(state)
    return result_chip(_explanation(state, numerals), state, numerals)


def asked_descent(descent: Descent, asked: Phase) -> Descent:
    """Before the update that is asked for, its numbers are those of the slopes."""
    return replace(descent, phase=min(asked, Phase.SLOPES))


def _start(state: State) -> Explanation:
    lesson = state.descent.lesson
    return Explanation(
        own_words(lesson, lesson.title),
        message("at the start"),
        remark=own_words(lesson, lesson.summary),
        told_above=True,
    )


def _when(descent: Descent) -> Message:
    if not descent.row:
        return message("at the start")
    return message("after step {step}", step=step_number(descent, descent.row))


def own_words(lesson: Lesson, text: str) -> Message:
    """A lesson's text: translated where it is built in, a person's own words as they are."""
    return Message("{text}", {"text": text}) if lesson.source else Message(text)


def _where(values: StepValues, phase: Phase) -> Message:
    view, step = values.lesson.view, values.number
    place, of = str(int(phase)), str(int(view.last_phase))
    if not view.descends:
        where = message("phase {phase} of {of}", phase=place, of=of)
    else:
        where = message("step {step}, phase {phase} of {of}", step=step, phase=place, of=of)
    if values.lesson.objective.points > 1 and phase != Phase.UPDATE:
        point = str(values.point + 1)
        if values.point not in values.rows:
            words = translatable("{where}, point {point}, not in this step")
            return message(words, where=where, point=point)
        return message("{where}, point {point}", where=where, point=point)
    return where
