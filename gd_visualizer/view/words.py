"""Sentences for the person: where we are, and what just happened."""

from gd_visualizer.descent.descent import Descent
from gd_visualizer.descent.numerals import number
from gd_visualizer.descent.state import State
from gd_visualizer.lesson.lesson import Phase
from gd_visualizer.scene.names import label

_MOST_NAMES = 3


def sentence(new: State, old: State | None) -> str:
    """One sentence: where we are and what happened last, with what helps where it went wrong."""
    descent = new.descent
    if descent.provisional:
        return _dragged(descent)
    changed = _settings(descent, old.descent) if old else ""
    if changed:
        return changed
    if descent.ended:
        return _ended(descent)
    if not descent.row:
        return _start(descent, old.descent if old else None)
    if not descent.resting:
        return f"Inside step {descent.row + 1}; the loss is {number(descent.moment.loss)}."
    if old and _went_back(descent, old.descent):
        return f"Back after step {descent.row}, where the loss is {number(descent.moment.loss)}."
    return _stepped(new)


def _dragged(descent: Descent) -> str:
    now, before = descent.moment.theta, descent.timeline.theta(descent.row)
    network = descent.lesson.network
    names = [p.name for p in network.parameters if now[p.index] != before[p.index]]
    values = ", ".join(
        f"{label(network, name)} = {number(float(now[network.parameter(name).index]))}"
        for name in names[:_MOST_NAMES]
    )
    values = f"{values} makes" if values else "Unmoved,"
    loss = number(descent.moment.loss)
    return f"{values} the loss {loss}. Let go to start from here, Esc leaves it."


def _settings(new: Descent, old: Descent) -> str:
    """What has been set for the steps to come."""
    if new.lesson is not old.lesson or new.settings is old.settings:
        return ""
    if new.timeline is not old.timeline:
        return ""
    if new.settings.optimizer != old.settings.optimizer:
        return f"From here on, steps are made by {new.settings.optimizer}."
    if new.settings.rate != old.settings.rate:
        return f"From here on the learning rate is {new.settings.rate.text}."
    return ""


def _start(new: Descent, old: Descent | None) -> str:
    loss = number(new.moment.loss)
    if new.lesson.view.last_phase < Phase.UPDATE:
        if new.before:
            return f"The loss is {loss} now. Back brings the old weights back."
        return f"The loss is {loss}. Drag a weight up or down, or click it and type."
    if new.before:
        return f"A new start with your weights: the loss is {loss}. Back returns to before."
    if old and old.lesson is new.lesson and old.home is not new.home:
        return f"A new random start: the loss is {loss}. Step goes downhill once."
    return f"At the start the loss is {loss}. Step goes downhill once."


def _went_back(new: Descent, old: Descent) -> bool:
    return new.lesson is old.lesson and new.row < old.row and new.timeline.length > new.row + 1


def _stepped(state: State) -> str:
    descent = state.descent
    now, before = descent.moment.loss, float(descent.timeline.losses()[descent.row - 1])
    if now == before:
        change = f"stayed at {number(now)}"
    else:
        change = f"{'fell' if now < before else 'rose'} from {number(before)} to {number(now)}"
    hint = ""
    if now > before and descent.moment.settings.batch_size is None:
        hint = " The step was too big: a smaller learning rate helps."
    return f"After step {descent.row} the loss {change}{_weight(state)}.{hint}"


def _weight(state: State) -> str:
    descent = state.descent
    network, name = descent.lesson.network, state.display.weight
    index = network.parameter(name).index
    was = float(descent.timeline.theta(descent.row - 1)[index])
    now = float(descent.moment.theta[index])
    return f"; {label(network, name)} went from {number(was)} to {number(now)}"


def _ended(descent: Descent) -> str:
    ending = descent.ended
    if ending is None:
        return ""
    if ending.kind == "flat":
        where = f"after step {descent.row}" if descent.row else "at the start"
        return f"Flat here, {where}. Not necessarily the lowest place."
    if ending.kind == "stop":
        loss = number(descent.moment.loss)
        return f"The lesson stops here, after step {descent.row}, at a loss of {loss}."
    return "The next step would leave all numbers behind: take a smaller learning rate, or go Back."
