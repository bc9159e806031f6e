"""What one press of the clicker does: a beat of the lesson, or a phase where it has none.

Where somebody has left the lesson's script, a press goes on from where that was. With
``Progress.predict`` a press first asks for the result, and the next one shows it.
"""

from msgspec import Struct
from msgspec.structs import replace

from gd_visualizer.descent.commands import descent as commands
from gd_visualizer.descent.commands import display as showing
from gd_visualizer.descent.commands.command import command
from gd_visualizer.descent.script.actions import act, most_steps, run_steps
from gd_visualizer.descent.script.script import performed, place, script, settled, soon
from gd_visualizer.descent.state.display import Display
from gd_visualizer.descent.state.kept_run import KeptRun
from gd_visualizer.descent.state.state import State
from gd_visualizer.lesson import beats
from gd_visualizer.lesson.beats import Action, Beat
from gd_visualizer.lesson.lesson import Phase

_MOST_LESSONS = 20  # that a press back can return to
_OWN = ("camera", "log_height", "log_loss")  # of a person, whatever the script shows


class Going(Struct, frozen=True):
    """A run inside ``beat`` (from 1), by its action ``at`` (from 0), up to the row ``last``."""

    beat: int
    at: int
    last: int


def forward(state: State) -> State:
    """The next beat, from the script's own state where ``state`` is not on the script; in a lesson
    without beats, the next phase. The same state where nothing comes after it."""
    return _begun(state, animated=False)[0]


def begun(state: State) -> tuple[State, Going | None]:
    """The same, up to a run that is left to the caller: one that ends the beat, or one that takes
    too long to be waited for. ``gone_on`` does the rest of the beat."""
    return _begun(state, animated=True)


def gone_on(state: State, going: Going) -> tuple[State, Going | None]:
    """After a run of a beat, what is left of it: to its end, or up to its next run."""
    return _worked(state, going.beat, going.at + 1, answered=False, animated=True)


def _begun(state: State, animated: bool) -> tuple[State, Going | None]:
    state = commands.drop(state)
    if state.progress.seeking == "hand":
        return showing.set_dark(state, False), None
    beat = next_beat(state)
    if beat is None:
        return (_on_script(state) if state.descent.lesson.beats else _advance(state)), None
    answered = state.progress.asking
    if not answered:
        state = _on_script(state)
    question = _question(beat)
    first = question if answered and question is not None else 0
    return _worked(state, state.progress.beat + 1, first, answered, animated)


def _worked(
    state: State, number: int, first: int, answered: bool, animated: bool
) -> tuple[State, Going | None]:
    """The actions of beat ``number`` from ``first`` on."""
    beat = state.descent.lesson.beats[number - 1]
    question = None if answered or not state.progress.predict else _question(beat)
    for at in range(first, len(beat.do)):
        if at == question and _unknown(state, beat.do[at]):
            return _asking(state, beat.do[at]), None
        if animated and _runs(state, beat, at):
            return _unasked(state), Going(number, at, _last_row(state, beat.do[at]))
        state = act(state, beat.do[at])
    return arrived(state, number), None


def _runs(state: State, beat: Beat, at: int) -> bool:
    """Whether an action is to be seen as a run."""
    action = beat.do[at]
    if isinstance(action, beats.Run) and at == len(beat.do) - 1:
        return True
    lesson = state.descent.lesson
    return not soon(lesson, most_steps(lesson, action))


def _last_row(state: State, action: Action) -> int:
    if isinstance(action, beats.Step):
        return state.descent.row + action.count
    return run_end(state)


def arrived(state: State, beat: int) -> State:
    """``state``, to which the beats up to ``beat`` have led."""
    descent = replace(state.descent, kept=_kept(state, beat), before=None)
    script(descent.lesson).remember(beat, State(descent, state.display, state.progress))
    new = _unasked(state)
    return replace(new, progress=replace(new.progress, beat=beat))


def backward(state: State) -> State:
    """A whole beat back, or to the script where one has left it; in a lesson without beats, a
    phase.

    The same state where nothing came before it.
    """
    if state.descent.provisional is not None:
        return commands.cancel_drag(state)
    if showing.leave_question(state) is not state:
        return showing.leave_question(state)
    if not state.descent.lesson.beats:
        return _unasked(state) if state.progress.asking else commands.retreat(state)
    found, done = place(state), performed(state)
    if state.progress.asking:
        return _unasked(state) if found is not None else _scripted(state, done)
    if found is None:
        return _scripted(state, done)
    return _undone(state, found) if found else state.progress.came_from or state


@command(pauses=True)
def take_back(state: State) -> State:
    """Without the last press, a step's or a beat's: off the script a step less, on it a beat; in a
    lesson without beats a step less between two steps, inside of one a phase."""
    scripted = bool(state.descent.lesson.beats)
    stepped = place(state) is None if scripted else state.descent.resting
    fewer = commands.back(state) if stepped and not state.progress.asking else state
    return fewer if fewer is not state else backward(state)


def can_go_back(state: State) -> bool:
    """Whether there is a press to take back."""
    descent = state.descent
    moved = descent.row or descent.before or descent.provisional or not descent.resting
    return bool(moved) or not at_start(state)


def at_start(state: State) -> bool:
    """Whether a press back leads nowhere."""
    progress, descent = state.progress, state.descent
    if descent.provisional is not None or progress.asking or progress.seeking:
        return False
    if progress.came_from is not None:
        return False
    if descent.lesson.beats:
        return place(state) == 0
    return descent.resting and not descent.row and descent.before is None


def at_end(state: State) -> bool:
    """Whether the next press belongs to the next lesson. Where the script has been left after its
    last beat, the press leads back to it first."""
    if state.descent.lesson.beats:
        return place(state) == len(state.descent.lesson.beats)
    last = state.descent.lesson.view.last_phase
    return state.descent.ended is not None or (
        last < Phase.UPDATE and state.descent.phase == last and state.progress.asked is None
    )


@command(pauses=True, keeps=True)
def reset(state: State) -> State:
    """Back to the start by hand: from there the lesson begins anew, whatever has been changed."""
    new = commands.reset(state)
    return new if new is state else replace(new, progress=replace(new.progress, beat=0))


def next_beat(state: State) -> Beat | None:
    """What the next press does; None after the last one, or where the lesson has none."""
    found, done = state.descent.lesson.beats, performed(state)
    return found[done] if done < len(found) else None


def run_end(state: State) -> int:
    """The row at which a run from here ends at the latest."""
    stop = state.descent.lesson.stop.steps
    return state.descent.row + run_steps(state.descent.lesson) if stop is None else stop


def soon_there(state: State) -> bool:
    """Whether there is a next beat, and the lesson's states up to it are worked out in no time."""
    beats_of, done = state.descent.lesson.beats, performed(state)
    return done < len(beats_of) and script(state.descent.lesson).light(done + 1)


def finish(state: State, row: int) -> State:
    """A run's last state, at ``row`` or where the descent ends before."""
    return commands.step(state, max(row - state.descent.row, 1))


def follow(state: State, before: State) -> State:
    """``state``, a lesson at its start, as what comes after ``before``: a press back returns."""
    return replace(state, progress=replace(state.progress, came_from=_forgetful(before)))


def coming(state: State) -> Phase | None:
    """The phase that the next advance enters; None where there is none."""
    descent = state.descent
    phase = Phase.FORWARD if descent.resting else Phase(descent.phase + 1)
    if phase > descent.lesson.view.last_phase or descent.ended:
        return None
    return phase


def _on_script(state: State) -> State:
    """As the script has it before the next beat: where one has left it, all of it; else dark again
    where it is, and no more of the loss told."""
    found = place(state)
    if found is None:
        return _scripted(state, performed(state))
    own = script(state.descent.lesson).state(found).display
    state, beat = settled(state), next_beat(state)
    state = showing.tell_loss(state, min(own.loss_parts, state.display.loss_parts))
    lights = beat is not None and any(isinstance(action, beats.Light) for action in beat.do)
    return showing.set_dark(state, True) if own.dark and not lights else state


def _scripted(state: State, beat: int) -> State:
    """The script's own state after ``beat`` beats, with the runs that a person has kept."""
    own = script(state.descent.lesson).state(beat)
    display = replace(own.display, **{name: getattr(state.display, name) for name in _OWN})
    now = state.progress
    progress = replace(own.progress, predict=now.predict, came_from=now.came_from)
    return State(replace(own.descent, kept=_kept(state, beat)), display, progress)


def _undone(state: State, beat: int) -> State:
    """Before ``beat``; of what is looked at, only what it has changed."""
    done, before = (script(state.descent.lesson).state(k).display for k in (beat, beat - 1))
    display = state.display
    changed = {
        name: getattr(before, name)
        for name in Display.__struct_fields__
        if getattr(done, name) != getattr(before, name)
    }
    guess = None if "dark" in changed else display.guess
    display = replace(display, **{**changed, "guess": guess})
    return replace(_scripted(state, beat - 1), display=display)


def _kept(state: State, beat: int) -> tuple[KeptRun, ...]:
    """The runs that a person has kept, and those that the beats up to ``beat`` have."""
    return tuple(run for run in state.descent.kept if run.beat <= beat)


def _forgetful(state: State) -> State:
    """``state`` with a way back over so many lessons and no more."""
    way = [state]
    while way[-1].progress.came_from is not None:
        way.append(way[-1].progress.came_from)
    if len(way) <= _MOST_LESSONS:
        return state
    found = _alone(way[_MOST_LESSONS - 1])
    for one in reversed(way[: _MOST_LESSONS - 1]):
        found = replace(one, progress=replace(one.progress, came_from=found))
    return found


def _alone(state: State) -> State:
    return replace(state, progress=replace(state.progress, came_from=None))


def _unasked(state: State) -> State:
    if not state.progress.asking:
        return state
    return replace(state, progress=state.progress.unasked())


def _advance(state: State) -> State:
    if not state.progress.predict or state.progress.asked is not None or coming(state) is None:
        return commands.advance(state)
    return _asking(state, beats.Advance())


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


def _asking(state: State, action: Action) -> State:
    if isinstance(action, beats.Light):
        return replace(state, progress=replace(state.progress, asked=None, seeking="beat"))
    return replace(state, progress=replace(state.progress, asked=coming(state), seeking=""))
