"""What a person can do to a descent: pure functions from a State to a State.

What only changes what is looked at is in ``display``.

A command that has nothing to do returns the very state that it was given. A value that cannot be
taken raises RefusedValue with a sentence for the person, and nothing has changed.
"""

from collections.abc import Mapping

from msgspec.structs import replace

from gd_visualizer.core.arrays import frozen
from gd_visualizer.core.optimizers.registry import OPTIMIZERS
from gd_visualizer.descent.commands.command import command
from gd_visualizer.descent.commands.display import check_parameter
from gd_visualizer.descent.commands.stepping import take_steps
from gd_visualizer.descent.state.descent import Descent, begin, first_moment
from gd_visualizer.descent.state.memory import trimmed
from gd_visualizer.descent.state.shown_step import following
from gd_visualizer.descent.state.state import State
from gd_visualizer.lesson.lesson import Phase, RandomStart
from gd_visualizer.lesson.rate import LearningRate
from gd_visualizer.text.errors import RefusedValue, own
from gd_visualizer.text.message import message, translatable


@command(pauses=True, cuts=True)
def step(state: State, count: int = 1) -> State:
    """``count`` whole steps; from inside a step, the rest of it is the first.

    A lesson whose steps end before Update goes to its last phase.
    """
    state = drop(state)
    last = state.descent.lesson.view.last_phase
    if last < Phase.UPDATE:
        return _with(state, replace(state.descent, phase=last))
    return _with(state, take_steps(state.descent, count), reveal_by_phase=False)


def advance(state: State) -> State:
    """One phase on: into the next one, after Update into the next step's first.

    Where the numbers of the step would overflow, it stays at the slopes with an ``Ending``.
    """
    state = drop(state)
    descent = state.descent
    coming = Phase.FORWARD if descent.resting else Phase(descent.phase + 1)
    if coming > descent.lesson.view.last_phase:
        return state
    if coming == Phase.UPDATE:
        taken = take_steps(descent, 1)
        if taken.row > descent.row:
            return _with(state, taken, reveal_by_phase=True)
        # There is no step from here: stay at the slopes, with the reason.
        if descent.ended:
            return state
        return _with(state, replace(taken, phase=Phase.SLOPES))
    return _with(state, replace(descent, phase=coming), reveal_by_phase=True)


def retreat(state: State) -> State:
    """One phase back; a drag is cancelled, and from row 0 it goes back as ``back`` does."""
    if state.descent.provisional:
        return cancel_drag(state)
    descent = state.descent
    if descent.phase == Phase.START:
        return back(state)
    if descent.phase == Phase.UPDATE:
        past = descent.timeline.at(descent.row - 1)
        return _with(state, replace(descent, timeline=past, phase=Phase.SLOPES))
    if descent.phase == Phase.FORWARD:
        return _with(state, descent.rest(), reveal_by_phase=True)
    return _with(state, replace(descent, phase=Phase(descent.phase - 1)))


@command(pauses=True, cuts=True)
def to_phase(state: State, phase: Phase) -> State:
    """To a phase of the step that we are in; from its result, back into that step."""
    state = drop(state)
    while state.descent.phase > phase and state.descent.phase != Phase.START:
        state = retreat(state)
    while state.descent.phase < phase:
        further = advance(state)
        if further is state:
            break
        state = further
    return state


@command(pauses=True)
def back(state: State) -> State:
    """A whole step back; from inside a step, to its beginning; from a drop, to before the drag."""
    descent = state.descent
    if descent.provisional:
        return cancel_drag(state)
    if not descent.resting:
        return _with(state, descent.rest())
    if descent.row:
        return jump(state, descent.row - 1)
    if descent.before is None:
        return state
    # The settings are today's, as they are when going back over rows.
    past = descent.before
    return _with(state, replace(past, settings=descent.settings, ending=None, kept=descent.kept))


@command(pauses=True)
def jump(state: State, row: int) -> State:
    """To a recorded row, or the nearest one there is."""
    descent = state.descent
    timeline = descent.timeline.at(row)
    if timeline.cursor == descent.row and descent.resting and not descent.provisional:
        return state
    return _with(state, replace(descent, timeline=timeline).rest(), reveal_by_phase=False)


@command(pauses=True)
def latest(state: State) -> State:
    """Moves the cursor to the latest recorded row."""
    return jump(state, state.descent.timeline.last)


def reset(state: State) -> State:
    """To the start of this descent; from there, to the lesson's own start (or the last drawn).

    Learning rate and optimizer stay as they are.
    """
    descent = state.descent
    descent = replace(descent, provisional=None) if descent.provisional else descent
    untouched = (
        state.descent.provisional is None
        and descent.timeline.length == 1
        and descent.phase == Phase.START
    )
    if untouched and descent.before is None:
        return state
    start = descent.home if untouched else descent.timeline.theta(0)
    fresh = begin(descent.lesson, descent.settings, start, descent.home)
    fresh = replace(fresh, before=None if untouched else descent.before, kept=descent.kept)
    return _with(state, fresh, reveal_by_phase=True)


@command(pauses=True, keeps=True)
def restart(state: State, seed: int) -> State:
    """A new random start, drawn from the lesson's range by ``seed`` alone."""
    descent = state.descent
    random = descent.lesson.random
    start = RandomStart(random.low, random.high, seed).theta(descent.lesson.objective.size)
    fresh = begin(descent.lesson, descent.settings, start, home=start)
    return _with(state, replace(fresh, kept=descent.kept), reveal_by_phase=True)


@command(pauses=True, keeps=True)
def drag(state: State, values: Mapping[str, float]) -> State:
    """Parameters ``values`` on their way, by name; nothing is recorded until ``drop``."""
    descent = state.descent
    theta, objective = descent.moment.theta.copy(), descent.lesson.objective
    for name, value in values.items():
        check_parameter(state, name)
        theta[objective.index(name)] = value
    moment = first_moment(descent.lesson, descent.settings, frozen(theta))
    return _with(
        state, replace(descent, provisional=moment), reveal_by_phase=state.progress.predict
    )


@command()
def drop(state: State) -> State:
    """What was dragged becomes a new row 0, with the optimizer's state cleared."""
    descent = state.descent
    if descent.provisional is None:
        return state
    # What is kept for comparison is today's, also when going back: see ``back``.
    before = replace(descent, provisional=None, kept=())
    fresh = begin(descent.lesson, descent.settings, descent.provisional.theta, descent.home)
    return _with(state, replace(fresh, before=trimmed(before), kept=descent.kept))


@command()
def cancel_drag(state: State) -> State:
    """Drops the provisional weights: the moment before the drag is shown again."""
    if state.descent.provisional is None:
        return state
    return _with(state, replace(state.descent, provisional=None))


@command(pauses=True, keeps=True)
def set_parameter(state: State, name: str, value: float) -> State:
    """A value that was typed: a drag and a drop at once."""
    return drop(drag(state, {name: value}))


@command()
def set_learning_rate(state: State, rate: LearningRate) -> State:
    """Another learning rate from here on; the past stays as it was."""
    return _with_settings(state, rate=rate)


@command(pauses=True, keeps=True)
def step_again(state: State, rate: LearningRate) -> State:
    """The step that led to the current row, made again with another rate, which holds from here
    on; where no step is shown, the rate alone.

    Raises RefusedValue where the numbers of that step would overflow.
    """
    descent = state.descent
    if descent.phase != Phase.UPDATE or not descent.row or descent.provisional:
        return set_learning_rate(state, rate)
    made = replace(descent.timeline.settings(descent.row), rate=rate)
    before = replace(descent, timeline=descent.timeline.at(descent.row - 1), settings=made)
    taken = take_steps(replace(before, phase=Phase.SLOPES), 1)
    if taken.row < descent.row:
        raise RefusedValue(message("The new weights would no longer be finite numbers."))
    settings = replace(descent.settings, rate=rate)
    return _with(state, replace(taken, settings=settings))


@command()
def set_optimizer(state: State, name: str, options: Mapping[str, float] | None = None) -> State:
    """Another optimizer from here on, options not given at their defaults."""
    if name not in OPTIMIZERS:
        words = translatable("expected one of {names}; got {name}")
        raise RefusedValue(message(words, names=own(", ".join(OPTIMIZERS)), name=own(repr(name))))
    known = OPTIMIZERS[name].options
    for option, value in (options or {}).items():
        if option not in known or not known[option].low <= value < known[option].high:
            given = own(f"{option} = {value}")
            raise RefusedValue(message("{name} takes no {option}", name=own(name), option=given))
    return _with_settings(state, optimizer=name, options=OPTIMIZERS[name].defaults(options))


def set_batch_size(state: State, size: int | None) -> State:
    """So many points in every step from here on; None: all of them."""
    points = state.descent.lesson.objective.points
    if size is not None and not 1 <= size <= points:
        words = translatable("expected 1 to {points} points in a batch, got {size}")
        raise RefusedValue(message(words, points=str(points), size=str(size)))
    return _with_settings(state, batch_size=size)


def _with(state: State, descent: Descent, reveal_by_phase: bool | None = None) -> State:
    """``descent`` instead; what was asked for is no longer. ``reveal_by_phase`` as in Progress, if
    given."""
    display, progress = state.display, state.progress.unasked()
    if reveal_by_phase is not None and reveal_by_phase != progress.reveal_by_phase:
        progress = replace(progress, reveal_by_phase=reveal_by_phase)
    point = following(state.descent, descent, display.point)
    if point != display.point:
        display = replace(display, point=point)
    if descent is state.descent and display is state.display and progress is state.progress:
        return state
    return State(descent, display, progress)


def _with_settings(state: State, **changes: object) -> State:
    settings = replace(state.descent.settings, **changes)
    if settings == state.descent.settings:
        return state
    return _with(state, replace(state.descent, settings=settings, ending=None))
