"""What one press of the clicker does: a beat of the lesson, or a phase where it has none.

With ``Display.predict`` a press first asks for the result, and the next one shows it.
"""

from dataclasses import replace

from gd_visualizer.descent import commands, kept, showing
from gd_visualizer.descent.state import State
from gd_visualizer.lesson import beats
from gd_visualizer.lesson.beats import Action, Beat
from gd_visualizer.lesson.lesson import Phase

_MOST_STEPS = 10_000  # of a run in a lesson without a stop


def forward(state: State, animated: bool = False) -> State:
    """The next beat; in a lesson without beats, the next phase.

    ``animated``: a run at the end of the beat is left to the caller, see ``ends_in_run``. The
    same state where nothing comes after it.
    """
    state = commands.drop(state)
    if state.display.seeking == "hand":
        return showing.set_dark(state, False)
    beat = next_beat(state)
    if beat is None:
        return state if state.descent.lesson.beats else _advance(state)
    before = state.display.before_asked or state
    answered = state.display.asked is not None or state.display.seeking == "beat"
    question = _question(beat) if state.display.predict and not answered else None
    new = state
    for place in range(state.display.performed, len(beat.do)):
        if place == question and _unknown(new, beat.do[place]):
            return _asking(new, before, place, beat.do[place])
        left = animated and place == len(beat.do) - 1 and isinstance(beat.do[place], beats.Run)
        new = new if left else perform(new, beat.do[place])
    display = replace(
        new.display,
        asked=None,
        seeking="",
        before_asked=None,
        performed=0,
        beat=state.display.beat + 1,
        before_beat=before,
        caption=beat.text,
        trying=False,
    )
    return State(new.descent, display)


def backward(state: State) -> State:
    """A whole beat back; in a lesson without beats, a phase.

    The same state where nothing came before it.
    """
    if state.descent.provisional is not None:
        return commands.cancel_drag(state)
    if showing.leave_question(state) is not state:
        return showing.leave_question(state)
    if state.display.before_asked is not None:
        return _as_person_left(state.display.before_asked, state)
    if state.display.before_beat is not None:
        return _as_person_left(state.display.before_beat, state)
    return state if state.descent.lesson.beats else commands.retreat(state)


def _as_person_left(before: State, now: State) -> State:
    """``before`` with the runs that a person has kept since, unless the beat kept one itself."""
    descent, beat = before.descent, last_beat(now)
    own = beat is not None and any(isinstance(action, beats.Keep) for action in beat.do)
    if own or descent.lesson is not now.descent.lesson or descent.kept is now.descent.kept:
        return before
    return replace(before, descent=replace(descent, kept=now.descent.kept))


def next_beat(state: State) -> Beat | None:
    """What the next press does; None after the last one, or where the lesson has none."""
    found, done = state.descent.lesson.beats, state.display.beat
    return found[done] if done < len(found) else None


def last_beat(state: State) -> Beat | None:
    """What the last press did."""
    found, done = state.descent.lesson.beats, state.display.beat
    return found[done - 1] if 0 < done <= len(found) else None


def at_end(state: State) -> bool:
    """Whether the next press belongs to the next lesson."""
    if state.descent.lesson.beats:
        return next_beat(state) is None
    last = state.descent.lesson.view.last_phase
    return state.descent.ended is not None or (
        last < Phase.UPDATE and state.descent.phase == last and state.display.asked is None
    )


def ends_in_run(state: State) -> bool:
    """Whether the beat that was performed last ends in a run."""
    beat = last_beat(state)
    return beat is not None and isinstance(beat.do[-1], beats.Run)


def follow(state: State, before: State) -> State:
    """``state``, a lesson at its start, as what comes after ``before``: a press back returns."""
    return replace(state, display=replace(state.display, before_beat=before))


def perform(state: State, action: Action) -> State:
    """One action of a beat. ``keep`` is a reset where eight runs are kept already."""
    match action:
        case beats.Advance():
            return commands.advance(state)
        case beats.Step(count):
            return commands.step(state, count)
        case beats.Run():
            return commands.step(state, state.descent.lesson.stop.steps or _MOST_STEPS)
        case beats.Reset():
            return commands.reset(state)
        case beats.Keep():
            return (
                kept.keep(state) if len(state.descent.kept) < kept.MOST else commands.reset(state)
            )
        case beats.SetParameter(name, value):
            dropped = commands.drop(commands.drag(state, {name: value}))
            return replace(dropped, display=replace(dropped.display, held=state.display.held))
        case beats.SetRate(rate):
            return commands.set_learning_rate(state, rate)
        case beats.SetOptimizer(name):
            return commands.set_optimizer(state, name)
        case beats.Select(name):
            return showing.select_weight(state, name)
        case beats.ShowPoint(number):
            return showing.select_point(state, number - 1)
        case beats.ShowSurface(kind):
            return showing.show_surface(state, kind)
        case beats.ShowCard(what):
            return showing.show_card(state, what)
        case beats.Darken() | beats.Light():
            return showing.set_dark(state, isinstance(action, beats.Darken))
        case beats.Nothing():
            return state


def coming(state: State) -> Phase | None:
    """The phase that the next advance enters; None where there is none."""
    descent = state.descent
    phase = Phase.FORWARD if descent.resting else Phase(descent.phase + 1)
    if phase > descent.lesson.view.last_phase or descent.ended:
        return None
    return phase


def _advance(state: State) -> State:
    if not state.display.predict or state.display.asked is not None or coming(state) is None:
        return commands.advance(state)
    return _asking(state, state, 0, beats.Advance())


def _question(beat: Beat) -> int | None:
    """The place in the beat before which its result is asked for."""
    shows = beats.Advance | beats.Light
    found = [k for k, action in enumerate(beat.do) if isinstance(action, shows)]
    return found[-1] if found else None


def _unknown(state: State, action: Action) -> bool:
    """Whether what the action shows is not to be seen yet."""
    if isinstance(action, beats.Light):
        return state.display.dark
    return coming(state) is not None


def _asking(state: State, before: State, performed: int, action: Action) -> State:
    light = isinstance(action, beats.Light)
    asked = None if light else coming(state)
    display = replace(state.display, asked=asked, before_asked=before, performed=performed)
    if light:
        display = replace(display, seeking="beat", caption="")
    return replace(state, display=display)
