"""What the presenter shows at a moment: only what the phase needs."""

from gd_visualizer.descent.script import clicker
from gd_visualizer.descent.state.state import State
from gd_visualizer.lesson import beats
from gd_visualizer.lesson.lesson import Phase
from gd_visualizer.lesson.pictures import (
    CURVE_CARD,
    NETWORK_CARD,
    SURFACE_CARD,
    TABLE_CARD,
    Card,
    Picture,
)

_BY_PHASE = (NETWORK_CARD, TABLE_CARD, SURFACE_CARD, CURVE_CARD)


def beside(state: State) -> Picture | None:
    """What stands beside the diagram."""
    card = _beside(state)
    return state.display.drawn(card) if card else None


def _beside(state: State) -> Card | None:
    """The card that the phase needs; else one of the lesson's that no phase needs."""
    descent, lesson = state.descent, state.descent.lesson
    cards, phase = lesson.view.cards, state.progress.asked or descent.phase
    surface = SURFACE_CARD if SURFACE_CARD in cards else None
    curve = CURVE_CARD if CURVE_CARD in cards else None
    table = TABLE_CARD if TABLE_CARD in cards and lesson.objective.points > 1 else None
    other = next((card for card in cards if card not in _BY_PHASE), None)
    if surface and (state.display.dark or state.display.revealed):
        return surface
    if not lesson.view.descends:
        told = phase >= Phase.ERROR or not state.progress.reveal_by_phase
        return surface if surface and told else table or other
    if phase == Phase.SLOPES and lesson.network.depth > 1 and max(lesson.network.layers) > 1:
        return None  # the chain through the layers takes all the room there is
    if descent.kept and descent.resting and surface and curve:
        return surface  # and the curve beside it: that is where runs are compared
    begun = descent.row or clicker.last_beat(state) or not state.progress.reveal_by_phase
    if phase >= Phase.SLOPES or (phase == Phase.START and begun):
        return curve if curve and _many_steps(state) else surface or curve or other
    if phase == Phase.START:
        return None
    return surface if surface and TABLE_CARD not in cards else table or other


def _many_steps(state: State) -> bool:
    """Whether the last beat went over several steps, of more than one weight."""
    beat = clicker.last_beat(state)
    if beat is None or state.descent.lesson.objective.size < 2 or state.descent.row < 2:
        return False
    return any(
        isinstance(action, beats.Run) or (isinstance(action, beats.Step) and action.count > 1)
        for action in beat.do
    )
