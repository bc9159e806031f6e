"""Sentences for the person: where we are, and what just happened."""

from gd_visualizer.descent.diagnosis.advice import advice
from gd_visualizer.descent.diagnosis.rise import leads
from gd_visualizer.descent.explanation.slope_names import at_point, that_moves
from gd_visualizer.descent.explanation.values import step_values
from gd_visualizer.descent.names import label
from gd_visualizer.descent.script.script import asks, caption
from gd_visualizer.descent.state.descent import Descent
from gd_visualizer.descent.state.shown_step import step_number
from gd_visualizer.descent.state.state import State
from gd_visualizer.lesson.lesson import Phase
from gd_visualizer.scene.explanation.of_state import own_words, printed
from gd_visualizer.scene.points.table import prediction
from gd_visualizer.scene.visibility import visibility
from gd_visualizer.text.message import translatable
from gd_visualizer.text.numerals import number
from gd_visualizer.view.text.translate import tr, translate_message

_MOST_NAMES = 3
_MOST_SPOKEN = 6  # weights, to a screen reader
_VECTOR = 4  # weights, up to which all of them are told


def sentence(new: State, old: State | None) -> str:
    """One sentence: where we are and what happened last, with what helps where it went wrong."""
    descent = new.descent
    own = translate_message(own_words(descent.lesson, caption(new)))
    if new.progress.asked is not None or new.progress.seeking:
        return f"{own} {_question(new)}" if asks(own) else _question(new)
    if own:
        return own
    if descent.provisional:
        return _dragged(new)
    changed = _settings(descent, old.descent) if old else ""
    if changed:
        return changed
    if descent.ended:
        return _ended(descent)
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
        return tr("Back after step {row}, where the loss is {loss}.", row=_row(descent), loss=loss)
    return _stepped(new)


def announcement(new: State, old: State | None) -> str:
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
    return tr("after step {row}: loss {values}", row=_row(descent), values=values)


def _row(descent: Descent) -> str:
    return translate_message(step_number(descent, descent.row))


def _question(state: State) -> str:
    """What is to be predicted before it is shown."""
    if state.progress.seeking:
        return tr("Where is the lowest place? Click it; the next press turns on the light.")
    name = label(state.descent.lesson.network, state.display.weight)
    match state.progress.asked:
        case Phase.FORWARD:
            return tr("What will the network predict? The next press shows it.")
        case Phase.ERROR:
            return tr("How large is the error? The next press shows it.")
        case Phase.SLOPES:
            values = step_values(state.descent, state.display.point)
            slope = translate_message(
                at_point(values, values.network.parameter(state.display.weight))
            )
            return tr("What is the {slope}? The next press shows it.", slope=slope)
    return tr("What will {name} be? The next press shows it.", name=name)


def _descends(descent: Descent) -> bool:
    return descent.lesson.view.descends


def _predicts(state: State) -> str:
    """What the network says of the point that is shown; the loss is another lesson's."""
    predicted, actual, error = prediction(state.descent, state.display.point, printed(state))
    if not visibility(state).errors:
        return tr("The network predicts {predicted}", predicted=predicted)
    words = translatable("predicted {predicted}, actual {actual}: the error is {error}")
    translate_message = tr(words, predicted=predicted, actual=actual, error=error)
    if state.descent.lesson.objective.points > 1:
        translate_message = (
            tr("point {point}", point=str(state.display.point + 1)) + ": " + translate_message
        )
    return translate_message[0].upper() + translate_message[1:]


def _dragged(state: State) -> str:
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
        return tr("{values}Let go to start from here, Esc leaves it.", values=values)
    if not _descends(descent):
        return tr("{values}{words}. Esc leaves it.", values=values, words=_predicts(state))
    return tr(
        "{values}The loss is {loss}. Let go to start from here, Esc leaves it.",
        values=values,
        loss=number(descent.moment.loss),
    )


def _settings(new: Descent, old: Descent) -> str:
    """What has been set for the steps to come."""
    if new.lesson is not old.lesson or new.settings is old.settings:
        return ""
    if new.timeline is not old.timeline:
        return ""
    if new.settings.optimizer != old.settings.optimizer:
        name = new.settings.optimizer
        return tr("From here on, steps are made by {optimizer}.", optimizer=name)
    if new.settings.rate != old.settings.rate:
        return tr("From here on the learning rate is {rate}.", rate=new.settings.rate.text)
    return ""


def _forward_only(state: State) -> str:
    words = _predicts(state)
    if state.descent.before:
        return tr("{words}. Back brings the old weights back.", words=words)
    return tr("{words}. Drag a weight up or down, or click it and type.", words=words)


def _before(descent: Descent) -> str:
    """At the very start, with nothing computed yet."""
    if not _descends(descent):
        return tr("Next shows what the network predicts. Drag a weight, or click it and type.")
    return tr("Next takes one step phase by phase; Step takes it at once.")


def _start(new: Descent, old: Descent | None) -> str:
    loss = number(new.moment.loss)
    if new.before:
        words = translatable(
            "A new start with your weights: the loss is {loss}. Back returns to before."
        )
        return tr(words, loss=loss)
    words = translatable("At the start the loss is {loss}.")
    if old and old.lesson is new.lesson and old.home is not new.home:
        words = translatable("A new random start: the loss is {loss}.")
    goes = " " + tr("Step goes downhill once.") if leads(new) == "downhill" else ""
    return tr(words, loss=loss) + goes


def _inside(state: State) -> str:
    """The current phase of the step, and what it says."""
    descent = state.descent
    step = translate_message(step_number(descent, descent.row + 1))
    predicted, actual, error = prediction(descent, state.display.point, printed(state))
    if descent.phase == Phase.FORWARD:
        words = translatable("Step {step}, forward: the network predicts {predicted}.")
        return tr(words, step=step, predicted=predicted)
    if descent.phase == Phase.ERROR:
        return tr(
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
    return tr(
        "Step {step}, slopes: the {what} is {slope}; {next}.",
        step=step,
        what=translate_message(that_moves(values, parameter)),
        slope=printed(state).text(float(values.gradient[parameter.index])),
        next=_next(state),
    )


def _next(state: State) -> str:
    """Where the next press leads; not whether too far, while that is to be guessed."""
    descent = state.descent
    match leads(descent):
        case "too far" if visibility(state).next_step:
            return tr("the step goes downhill, but too far")
        case "downhill" | "too far":
            return tr("the step goes downhill")
        case "nowhere":
            return tr("the step moves nothing")
        case "batch":
            points = str(descent.lesson.objective.points)
            return tr("the step goes downhill for them, uphill for all {n}", n=points)
        case "velocity":
            return tr("the step goes uphill with the velocity of earlier steps")
        case "average":
            return tr("the step goes uphill with the average of earlier slopes")
    return tr("the step goes uphill with the weight decay")


def _went_back(new: Descent, old: Descent) -> bool:
    return new.lesson is old.lesson and new.row < old.row and new.timeline.length > new.row + 1


def _stepped(state: State) -> str:
    descent = state.descent
    now, before = descent.moment.loss, float(descent.timeline.losses()[descent.row - 1])
    printed, printed_before = number(now), number(before)
    values = {"row": _row(descent), "loss": printed, "before": printed_before}
    if printed == printed_before:  # as far as is printed: one must not read "fell from 16 to 16"
        words = translatable("After step {row} the loss is still {loss}{weights}.")
        return tr(words, weights=_weights(state), **values)
    if now > before:
        rose = tr("After step {row} the loss rose from {before} to {loss}", **values)
        helps = _advice(descent)
        return f"{rose}. {helps}" if helps else f"{rose}{_weights(state)}."
    fell = tr("After step {row} the loss fell from {before} to {loss}", **values)
    return f"{fell}{_weights(state)}."


def _advice(descent: Descent) -> str:
    """Why the loss rose, and what would have helped."""
    return " ".join(map(translate_message, advice(descent)))


def _weights(state: State) -> str:
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
        return tr(words, before="  ".join(before), after="  ".join(after))
    index = network.parameter(state.display.weight).index
    name = label(network, state.display.weight)
    one, other = text(float(was[index])), text(float(now[index]))
    if one == other:
        return ""
    return tr("; {name} went from {before} to {after}", name=name, before=one, after=other)


def _ended(descent: Descent) -> str:
    ending = descent.ended
    if ending is None:
        return ""
    loss, row = number(descent.moment.loss), _row(descent)
    if ending.kind == "flat":
        if not descent.row:
            return tr("Flat here, at the start. Not necessarily the lowest place.")
        return tr("Flat here, after step {row}. Not necessarily the lowest place.", row=row)
    if ending.kind == "diverged":
        over = tr("After step {row} the numbers overflow.", row=row)
        return f"{over} {_advice(descent)}".rstrip()
    if descent.moment.loss > float(descent.timeline.losses()[0]):
        words = translatable(
            "The lesson stops here, after step {row}: the loss has grown to {loss}."
        )
        return f"{tr(words, row=row, loss=loss)} {_advice(descent)}".rstrip()
    return tr("The lesson stops here, after step {row}, at a loss of {loss}.", row=row, loss=loss)
