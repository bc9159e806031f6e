"""What the explanation does not say: a result that is asked for, and what would give it away."""

from msgspec.structs import replace

from gd_visualizer.descent.explanation.prediction import asked_value
from gd_visualizer.descent.explanation.printed import Printed
from gd_visualizer.descent.explanation.values import step_values
from gd_visualizer.descent.names import label
from gd_visualizer.descent.state.state import State
from gd_visualizer.lesson.lesson import Phase
from gd_visualizer.scene.explanation.parts import ASKED, SLOPE_ROLE, Chip, Explanation, Sign
from gd_visualizer.text.message import message


def with_blanks(made: Explanation, state: State, numerals: Printed) -> Explanation:
    """Without the result that is asked for, all that follows from it, and the hidden values that it
    comes from; on a worksheet without what has been asked before."""
    asked = state.progress.asked
    phase = asked or state.descent.phase
    last = max((k for k, part in enumerate(made.row) if isinstance(part, Chip)), default=-1)
    row: list[Chip | Sign] = []
    for k, part in enumerate(made.row):
        if isinstance(part, Sign):
            row.append(Sign("=") if k == last - 1 and asked else part)
        else:
            unsaid = (k == last and asked) or _unsaid(part, state, phase, first=k == 0)
            row.append(_blank(part, state) if unsaid else part)
    if not row and asked:
        row.append(_blank(result_chip(made, state, numerals), state))
    said = replace(made, remark=message("")) if asked else made
    nothing = replace(said, row=tuple(row), lines=(), bars=(), vector=None)
    return replace(nothing, asked=asked is not None)


def result_chip(made: Explanation, state: State, numerals: Printed) -> Chip:
    """The result of the phase: the last chip; where nothing is left to work out, what is said."""
    chips = [part for part in made.row if isinstance(part, Chip)]
    if chips:
        return chips[-1]
    network, weight = state.descent.lesson.network, state.display.weight
    values = step_values(state.descent, state.display.point)
    phase = state.progress.asked or state.descent.phase
    node = state.display.node or (network.depth, 0)
    text = numerals.text(asked_value(values, phase, weight, node))
    if phase == Phase.ERROR:
        return Chip(text, message("error"), "loss", node=node)
    name = message("new {weight}", weight=label(network, weight))
    return Chip(text, name, "new", parameter=weight)


def _blank(chip: Chip, state: State) -> Chip:
    if state.progress.blank is None:
        return replace(chip, text=ASKED)
    return replace(chip, text="", role="blank")


def _unsaid(chip: Chip, state: State, phase: Phase, first: bool) -> bool:
    """Whether a number is the result of a phase that is to be filled in."""
    blank = state.progress.blank or frozenset()
    if state.progress.asked == Phase.FORWARD:
        blank |= {Phase.FORWARD}
    match phase:
        case Phase.FORWARD:
            return Phase.FORWARD in blank and not _of_inputs(chip, state)
        case Phase.ERROR:
            predicted = first and Phase.FORWARD in blank
            return predicted or (chip.role == "loss" and Phase.ERROR in blank)
        case Phase.SLOPES:
            value = chip.role == "value" and chip.node is not None and chip.node[0] > 0
            return (chip.role == "loss" and Phase.ERROR in blank) or (
                value and Phase.FORWARD in blank
            )
    slope = chip.role == SLOPE_ROLE and _told_by_slopes(state) and Phase.SLOPES in blank
    return slope or (first and Phase.UPDATE in blank)


def _of_inputs(chip: Chip, state: State) -> bool:
    """Whether a term of a sum comes from the data and a weight, or is a bias."""
    if not chip.parameter:
        return False
    parameter = state.descent.lesson.network.parameter(chip.parameter)
    return parameter.layer == 1 or not parameter.source


def _told_by_slopes(state: State) -> bool:
    """Whether the slope that the phase before asks for is the one that moves the weight."""
    lesson = state.descent.lesson
    return lesson.objective.points == 1 or not lesson.view.tells_factors
