"""What the presenter shows at a moment: only what the phase needs."""

from typing import Literal

from gd_visualizer.descent.script import clicker
from gd_visualizer.descent.state.state import State
from gd_visualizer.lesson import beats
from gd_visualizer.lesson.lesson import Phase

Beside = Literal["", "points", "surface", "curve"]


def beside(state: State) -> Beside:
    """What stands beside the diagram."""
    descent, lesson = state.descent, state.descent.lesson
    cards, phase = lesson.view.cards, state.progress.asked or descent.phase
    several = lesson.objective.points > 1
    if "surface" in cards and (state.display.dark or state.display.revealed):
        return "surface"
    if not lesson.view.descends:
        if "surface" in cards and (phase >= Phase.ERROR or not state.progress.reveal_by_phase):
            return "surface"
        return "points" if several and "table" in cards else ""
    if phase == Phase.SLOPES and lesson.network.depth > 1 and max(lesson.network.layers) > 1:
        return ""  # the chain through the layers takes all the room there is
    if descent.kept and descent.resting and {"surface", "curve"} <= set(cards):
        return "surface"  # and the curve beside it: that is where runs are compared
    begun = descent.row or clicker.last_beat(state) or not state.progress.reveal_by_phase
    if phase >= Phase.SLOPES or (phase == Phase.START and begun):
        if _many_steps(state) and "curve" in cards:
            return "curve"
        return "surface" if "surface" in cards else "curve" if "curve" in cards else ""
    if "table" not in cards and "surface" in cards and phase != Phase.START:
        return "surface"
    return "points" if several and "table" in cards and phase != Phase.START else ""


def _many_steps(state: State) -> bool:
    """Whether the last beat went over several steps, of more than one weight."""
    beat = clicker.last_beat(state)
    if beat is None or state.descent.lesson.objective.size < 2 or state.descent.row < 2:
        return False
    return any(
        isinstance(action, beats.Run) or (isinstance(action, beats.Step) and action.count > 1)
        for action in beat.do
    )
