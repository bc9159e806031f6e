"""Sentences for the person: where we are, and what just happened."""

from gd_visualizer.descent.numerals import number
from gd_visualizer.descent.state import State
from gd_visualizer.lesson.lesson import Phase
from gd_visualizer.scene.names import label


def sentence(state: State) -> str:
    """One sentence: where we are and what happened last, with what helps where it went wrong."""
    descent = state.descent
    moment = descent.moment
    if descent.provisional:
        return f"Let go to start from here: the loss is {number(moment.loss)}."
    if descent.ended:
        return _ended(state)
    if not descent.row:
        if descent.lesson.view.last_phase < Phase.UPDATE:
            return f"The loss is {number(moment.loss)}. Change a weight and see what becomes of it."
        return f"At the start the loss is {number(moment.loss)}. Step goes downhill once."
    before = descent.timeline.losses()[descent.row - 1]
    change = "fell" if moment.loss < before else "rose" if moment.loss > before else "stayed"
    ends = f"from {number(float(before))} to {number(moment.loss)}"
    if change == "stayed":
        ends = f"at {number(moment.loss)}"
    hint = (
        " The step was too big." if change == "rose" and descent.settings.batch_size is None else ""
    )
    return f"After step {descent.row} the loss {change} {ends}{_weight(state)}.{hint}"


def _weight(state: State) -> str:
    descent = state.descent
    network, name = descent.lesson.network, state.display.weight
    index = network.parameter(name).index
    was = float(descent.timeline.theta(descent.row - 1)[index])
    now = float(descent.moment.theta[index])
    return f"; {label(network, name)} went from {number(was)} to {number(now)}"


def _ended(state: State) -> str:
    descent, ending = state.descent, state.descent.ended
    if ending is None:
        return ""
    if ending.kind == "flat":
        return f"Flat here, after step {descent.row}. Not necessarily the lowest place."
    if ending.kind == "stop":
        loss = number(descent.moment.loss)
        return f"The lesson stops here, after step {descent.row}, at a loss of {loss}."
    return "The next step would leave all numbers behind: take a smaller learning rate, or go Back."
