"""Sentences for the person: where we are, and what just happened."""

from gd_visualizer.descent.diagnosis.advice import advice
from gd_visualizer.descent.diagnosis.rise import leads
from gd_visualizer.descent.explanation.slope_names import that_moves
from gd_visualizer.descent.explanation.values import step_values
from gd_visualizer.descent.names import label
from gd_visualizer.descent.script.script import asks, caption
from gd_visualizer.descent.state.descent import Descent
from gd_visualizer.descent.state.shown_step import step_number
from gd_visualizer.descent.state.state import State
from gd_visualizer.lesson.data import Data
from gd_visualizer.lesson.lesson import Phase
from gd_visualizer.scene.explanation.of_state import own_words, printed
from gd_visualizer.scene.points.table import prediction
from gd_visualizer.scene.questions import question
from gd_visualizer.scene.visibility import visibility
from gd_visualizer.text.message import Message, joined, listed, message, translatable
from gd_visualizer.text.numerals import number

_MOST_NAMES = 3
_MOST_SPOKEN = 6  # weights, to a screen reader
_VECTOR = 4  # weights, up to which all of them are told


def sentence(new: State, old: State | None) -> Message:
    """One sentence: where we are and what happened last, with what helps where it went wrong."""
    descent = new.descent
    said = caption(new)
    own = own_words(descent.lesson, said)
    if new.progress.blank is not None:
        return question(new)
    if new.progress.asked is not None or new.progress.seeking:
        return joined(own, " ", question(new)) if asks(said) else question(new)
    if said:
        return own
    if descent.provisional:
        return _dragged(new)
    changed = _settings(descent, old.descent) if old else None
    if changed:
        return changed
    if descent.ended:
        return ended(descent)
    if descent.resting and not descent.row and new.progress.reveal_by_phase:
        return _before(descent)
    if not _descends(descent):
        return _forward_only(new)
    if not descent.resting:
        return _inside(new)
    if not descent.row:
        return _start(descent, old.descent if old else None)
    if old and _went_back(descent, old.descent):
        loss = number(descent.moment.loss)
        return message(
            "Back after step {row}, where the loss is {loss}.", row=_row(descent), loss=loss
        )
    return _stepped(new)


def running(state: State) -> Message:
    """While steps follow one another: what changes, where it can be read."""
    descent = state.descent
    words = translatable("Step {row}: the loss is {loss}.")
    return message(words, row=_row(descent), loss=number(descent.moment.loss))


def announcement(new: State, old: State | None) -> Message:
    """For a screen reader: after a step its numbers, otherwise the sentence."""
    descent = new.descent
    if old is None or descent.row == old.descent.row or not descent.row or not descent.resting:
        return sentence(new, old)
    network, text = descent.lesson.network, printed(new).text
    weights = [
        f"{label(network, name)} {text(value)}"
        for name, value in zip(
            network.names, descent.moment.theta[:_MOST_SPOKEN].tolist(), strict=False
        )
    ]
    values = ", ".join([text(descent.moment.loss), *weights])
    return message("after step {row}: loss {values}", row=_row(descent), values=values)


def _row(descent: Descent) -> Message:
    return step_number(descent, descent.row)


def _descends(descent: Descent) -> bool:
    return descent.lesson.view.descends


def _predicts(state: State) -> Message:
    """What the network says of the point that is shown; the loss is another lesson's."""
    predicted, actual, error = prediction(state.descent, state.display.point, printed(state))
    if not visibility(state).errors:
        return message("The network predicts {predicted}", predicted=predicted)
    numbers = {"predicted": predicted, "actual": actual, "error": error}
    if state.descent.lesson.objective.points == 1:
        return message("Predicted {predicted}, actual {actual}: the error is {error}", **numbers)
    point = str(state.display.point + 1)
    words = translatable(
        "Point {point}: predicted {predicted}, actual {actual}: the error is {error}"
    )
    return message(words, point=point, **numbers)


def _dragged(state: State) -> Message:
    descent = state.descent
    now, before = descent.moment.theta, descent.timeline.theta(descent.row)
    network = descent.lesson.network
    names = [p.name for p in network.parameters if now[p.index] != before[p.index]]
    values = ", ".join(
        f"{label(network, name)} = {printed(state).text(float(now[network.parameter(name).index]))}"
        for name in names[:_MOST_NAMES]
    )
    values = f"{values}. " if values else ""
    if not visibility(state).values:
        return message("{values}Let go to start from here, Esc leaves it.", values=values)
    if not _descends(descent):
        return message("{values}{words}. Esc leaves it.", values=values, words=_predicts(state))
    return message(
        "{values}The loss is {loss}. Let go to start from here, Esc leaves it.",
        values=values,
        loss=number(descent.moment.loss),
    )


def _settings(new: Descent, old: Descent) -> Message | None:
    """What has been set for the steps to come."""
    if new.lesson is not old.lesson or new.settings is old.settings:
        return None
    if new.timeline is not old.timeline:
        return None
    if new.settings.optimizer != old.settings.optimizer:
        name = new.settings.optimizer
        return message("From here on, steps are made by {optimizer}.", optimizer=name)
    if new.settings.rate != old.settings.rate:
        return message("From here on the learning rate is {rate}.", rate=new.settings.rate.text)
    return None


def _forward_only(state: State) -> Message:
    words = _predicts(state)
    if state.descent.before:
        return message("{words}. Back (‹) brings the old weights back.", words=words)
    return message("{words}. Drag a weight up or down, or click it and type.", words=words)


def _before(descent: Descent) -> Message:
    """At the very start, with nothing computed yet."""
    if not _descends(descent):
        return message("Next shows what the network predicts. Drag a weight, or click it and type.")
    return message("Next takes one step phase by phase; Step takes it at once.")


def _start(new: Descent, old: Descent | None) -> Message:
    loss = number(new.moment.loss)
    if new.before:
        words = translatable(
            "A new start with your weights: the loss is {loss}. Back (‹) returns to before."
        )
        return message(words, loss=loss)
    words = translatable("At the start the loss is {loss}.")
    if old and old.lesson is not new.lesson and old.lesson.original is new.lesson.original:
        words = _other_data(new.lesson.data, old.lesson.data)
    if old and old.lesson is new.lesson and old.home is not new.home:
        words = translatable("A new random start: the loss is {loss}.")
    told = message(words, loss=loss)
    downhill = leads(new) == "downhill"
    return joined(told, " ", message("Step goes downhill once.")) if downhill else told


def _other_data(new: Data, old: Data) -> str:
    """What has become of the points, with a place for the loss."""
    if new.X is not old.X or new.y is not old.y:
        return translatable("Other points: with these weights the loss is {loss}.")
    if new.scaled != old.scaled and new.scaled:
        return translatable("The inputs are scaled now: at the start the loss is {loss}.")
    if new.scaled != old.scaled:
        return translatable("The inputs are as they were: at the start the loss is {loss}.")
    if len(new.rows[1]):
        return translatable("Points are held out for testing: the loss of the others is {loss}.")
    return translatable("No point is held out any more: the loss is {loss}.")


def _inside(state: State) -> Message:
    """The current phase of the step, and what it says."""
    descent = state.descent
    step = step_number(descent, descent.row + 1)
    predicted, actual, error = prediction(descent, state.display.point, printed(state))
    if descent.phase == Phase.FORWARD:
        words = translatable("Step {step}, forward: the network predicts {predicted}.")
        return message(words, step=step, predicted=predicted)
    if descent.phase == Phase.ERROR:
        return message(
            "Step {step}, error: {predicted} is predicted, {actual} is actual, the error is "
            "{error}; the loss is {loss}.",
            step=step,
            predicted=predicted,
            actual=actual,
            error=error,
            loss=number(descent.moment.loss),
        )
    values = step_values(descent, state.display.point)
    parameter = values.network.parameter(state.display.weight)
    return message(
        "Step {step}, slopes: the {what} is {slope}; {next}.",
        step=step,
        what=that_moves(values, parameter),
        slope=printed(state).text(float(values.gradient[parameter.index])),
        next=_next(state),
    )


def _next(state: State) -> Message:
    """Where the next press leads; not whether too far, while that is to be guessed."""
    descent = state.descent
    match leads(descent):
        case "too far" if visibility(state).next_step:
            return message("the step goes downhill, but too far")
        case "downhill" | "too far":
            return message("the step goes downhill")
        case "nowhere":
            return message("the step moves nothing")
        case "batch":
            points = str(descent.lesson.objective.points)
            return message("the step goes downhill for them, uphill for all {n}", n=points)
        case "velocity":
            return message("the step goes uphill with the velocity of earlier steps")
        case "average":
            return message("the step goes uphill with the average of earlier slopes")
    return message("the step goes uphill with the weight decay")


def _went_back(new: Descent, old: Descent) -> bool:
    return new.lesson is old.lesson and new.row < old.row and new.timeline.length > new.row + 1


def _stepped(state: State) -> Message:
    descent = state.descent
    now, before = descent.moment.loss, descent.timeline.loss(descent.row - 1)
    loss, loss_before = number(now), number(before)
    if loss == loss_before:  # as far as is printed: one must not read "fell from 16 to 16"
        words = translatable("After step {row} the loss is still {loss}{weights}.")
        return message(words, row=_row(descent), loss=loss, weights=_weights(state))
    values: dict[str, str | Message] = {"row": _row(descent), "loss": loss, "before": loss_before}
    if now > before:
        rose = message("After step {row} the loss rose from {before} to {loss}", **values)
        helps = advice(descent)
        told = (". ", listed(helps, " ")) if helps else (_weights(state), ".")
        return joined(rose, *told)
    fell = message("After step {row} the loss fell from {before} to {loss}", **values)
    return joined(fell, _weights(state), ".")


def _weights(state: State) -> Message | str:
    """How the weights have changed: all of them where they are few, else the selected one."""
    descent = state.descent
    network = descent.lesson.network
    was, now = descent.timeline.theta(descent.row - 1), descent.moment.theta
    text = printed(state).text
    if 1 < network.size <= _VECTOR:
        before, after = (list(map(text, theta.tolist())) for theta in (was, now))
        if before == after:
            return ""
        words = translatable("; the weights went from [{before}] to [{after}]")
        return message(words, before="  ".join(before), after="  ".join(after))
    index = network.parameter(state.display.weight).index
    name = label(network, state.display.weight)
    one, other = text(float(was[index])), text(float(now[index]))
    if one == other:
        return ""
    return message("; {name} went from {before} to {after}", name=name, before=one, after=other)


def ended(descent: Descent) -> Message:
    """Why there is no step from here, and what helps; there has to be such a reason."""
    ending = descent.ended
    assert ending is not None
    loss, row = number(descent.moment.loss), _row(descent)
    if ending.kind == "flat":
        if not descent.row:
            return message("Flat here, at the start. Not necessarily the lowest place.")
        return message("Flat here, after step {row}. Not necessarily the lowest place.", row=row)
    if ending.kind == "diverged":
        over = message("After step {row} the numbers overflow.", row=row)
        return listed([over, *advice(descent)], " ")
    if descent.moment.loss > descent.timeline.loss(0):
        words = translatable(
            "The lesson stops here, after step {row}: the loss has grown to {loss}."
        )
        return listed([message(words, row=row, loss=loss), *advice(descent)], " ")
    return message(
        "The lesson stops here, after step {row}, at a loss of {loss}.", row=row, loss=loss
    )
