"""What the actions of a beat do to a state."""

from msgspec.structs import replace

from gd_visualizer.descent.commands import (
    descent as commands,
)
from gd_visualizer.descent.commands import (
    display as showing,
)
from gd_visualizer.descent.commands import (
    kept_runs as kept,
)
from gd_visualizer.descent.state.state import State
from gd_visualizer.lesson import beats
from gd_visualizer.lesson.beats import Action
from gd_visualizer.lesson.lesson import LOSS_PARTS, Lesson

_MOST_STEPS = 10_000  # of a run in a lesson without a stop


def act(state: State, action: Action) -> State:
    """One action of a beat. ``keep`` is a reset where eight runs are kept already."""
    match action:
        case beats.Advance():
            return commands.advance(state)
        case beats.Step(count):
            return commands.step(state, count)
        case beats.Run():
            return commands.step(state, run_steps(state.descent.lesson))
        case beats.Reset():
            return commands.reset(state)
        case beats.Keep():
            if len(state.descent.kept) >= kept.MOST:
                return commands.reset(state)
            return kept.keep(state, beat=state.progress.beat + 1)
        case beats.SetParameter(name, value):
            dropped = commands.set_parameter(state, name, value)
            return replace(
                dropped,
                progress=replace(dropped.progress, reveal_by_phase=state.progress.reveal_by_phase),
            )
        case beats.SetRate(rate):
            return commands.set_learning_rate(state, rate)
        case beats.SetOptimizer(name):
            return commands.set_optimizer(state, name)
    return look(state, action)


def look(state: State, action: Action) -> State:
    """One action of a beat that leaves the descent alone; the same state for any other."""
    match action:
        case beats.Select(name):
            return showing.select_weight(state, name)
        case beats.ShowPoint(number):
            return showing.select_point(state, number - 1)
        case beats.ShowSurface(kind):
            return showing.show_surface(state, kind)
        case beats.ShowPictures(panels):
            return showing.show_panels(state, panels)
        case beats.ShowInstead(panel):
            return showing.show_instead(state, panel)
        case beats.ShowLoss(part):
            return showing.tell_loss(state, LOSS_PARTS.index(part) + 1)
        case beats.Darken() | beats.Light():
            return showing.set_dark(state, isinstance(action, beats.Darken))
    return state


def run_steps(lesson: Lesson) -> int:
    """How many steps a run takes at most."""
    return lesson.stop.steps or _MOST_STEPS


def most_steps(lesson: Lesson, action: Action) -> int:
    """How many steps the action takes at most."""
    match action:
        case beats.Advance():
            return 1
        case beats.Step(count):
            return count
        case beats.Run():
            return run_steps(lesson)
    return 0
