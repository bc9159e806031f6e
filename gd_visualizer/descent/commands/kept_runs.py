"""Runs that are kept for comparison: named lines beside the run on screen."""

from msgspec.structs import replace

from gd_visualizer.descent.commands import descent as commands
from gd_visualizer.descent.commands.command import command
from gd_visualizer.descent.state.kept_run import KeptRun
from gd_visualizer.descent.state.state import State
from gd_visualizer.text.errors import RefusedValue
from gd_visualizer.text.message import message

MOST = 8
_LONGEST = 40  # letters of a name


@command(pauses=True, keeps=True)
def keep(state: State, beat: int = 0) -> State:
    """Keeps the run up to the cursor, and returns to the start; ``beat`` as in KeptRun.

    The same state where no step has been taken. Raises RefusedValue where eight are kept already.
    """
    state = commands.drop(state)
    descent = state.descent
    if not descent.row:
        return commands.reset(state)
    if len(descent.kept) >= MOST:
        words = message("Eight runs are kept already: remove one first.")
        raise RefusedValue(words)
    looks = {run.look for run in descent.kept}
    look = next(k for k in range(MOST) if k not in looks)
    kept = (*descent.kept, KeptRun(descent.timeline, look, beat=beat))
    return commands.reset(replace(state, descent=replace(descent, kept=kept)))


@command(keeps=True)
def hide(state: State, run: KeptRun, hidden: bool) -> State:
    """Out of the pictures, or back in."""
    return _changed(state, run, replace(run, hidden=hidden))


@command(keeps=True)
def rename(state: State, run: KeptRun, name: str) -> State:
    """Another name; an empty one is the run's own again."""
    return _changed(state, run, replace(run, name=" ".join(name.split())[:_LONGEST]))


@command(keeps=True)
def remove(state: State, run: KeptRun) -> State:
    """Forgets ``run``; the same state where it is not kept."""
    return _changed(state, run, None)


def _changed(state: State, run: KeptRun, new: KeptRun | None) -> State:
    if run not in state.descent.kept:
        return state
    kept = tuple(k for one in state.descent.kept for k in ((new,) if one is run else (one,)) if k)
    return replace(state, descent=replace(state.descent, kept=kept))
