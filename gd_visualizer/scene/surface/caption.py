"""What a slice holds, and what the view says of it in one line."""

import numpy as np

from gd_visualizer.descent.names import label
from gd_visualizer.descent.state.shown_step import step_number
from gd_visualizer.descent.state.state import State
from gd_visualizer.scene.explanation.of_state import printed
from gd_visualizer.scene.surface.dark.guess import guess_note
from gd_visualizer.scene.surface.dark.lantern import Lantern, steepness
from gd_visualizer.scene.surface.minima import EQUALLY_DEEP, local_minima
from gd_visualizer.scene.surface.slice import SurfaceSlice
from gd_visualizer.scene.visibility import visibility
from gd_visualizer.text.message import Message, joined, message, translatable

_MOST_NAMES = 3
_FLAT = 0.02  # of the steepest slope of the way


def surface_note(
    state: State, surface_slice: SurfaceSlice, lantern: Lantern | None
) -> Message | None:
    """One line below the surface; None where it shows all there is."""
    told, scaled = _note(state, surface_slice, lantern), state.descent.lesson.data.scaled
    if not scaled:
        return told
    words = message("The inputs are scaled.")
    return joined(words, " ", told) if told else words


def _note(state: State, surface_slice: SurfaceSlice, lantern: Lantern | None) -> Message | None:
    display = state.display
    if lantern is not None:
        arrow = steepness(state.descent, surface_slice.section) > 0
        return _felt(lantern, visibility(state).downhill, arrow)
    if display.revealed:
        judged = guess_note(state, surface_slice)
        if judged or len(surface_slice.ranges) == 2:
            return judged or where_we_ended(state, surface_slice)
    if surface_slice.section.exact:
        return None
    if surface_slice.section.plane is not None:
        return message(
            "A slice through all {count} weights, at this moment: steps are projections.",
            count=str(state.descent.lesson.objective.size),
        )
    return _held(state, surface_slice)


def _felt(lantern: Lantern, downhill: bool, arrow: bool) -> Message:
    """What the marks in the dark are; which way is ``downhill`` only where that may be seen, and
    of an ``arrow`` only where there is one."""
    if not downhill:
        return message("▲▼ loss change, one lantern’s radius away.")
    words = translatable(
        "Downhill in {down} of {all} directions. ▲▼ loss change, one lantern’s radius away."
    )
    if arrow:
        words = translatable(
            "Downhill in {down} of {all} directions. ▲▼ loss change, one lantern’s radius away; "
            "the arrow: right here."
        )
    return message(words, down=str(lantern.downhill), all=str(len(lantern.rays)))


def _held(state: State, surface_slice: SurfaceSlice) -> Message:
    network, theta = state.descent.lesson.network, state.descent.moment.theta
    rest = [k for k in range(network.size) if k not in surface_slice.section.index]
    when = (
        message("now")
        if state.descent.provisional
        else message("after step {step}", step=step_number(state.descent, state.descent.row))
        if state.descent.row
        else message("at the start")
    )
    if len(rest) > _MOST_NAMES:
        return message(
            "The other {count} weights are held as they are {when}.",
            count=str(len(rest)),
            when=when,
        )
    values = ", ".join(
        f"{label(network, network.names[k])} = {printed(state).text(float(theta[k]))}" for k in rest
    )
    return message("Held as {when}: {values}", when=when, values=values)


def where_we_ended(state: State, surface_slice: SurfaceSlice) -> Message:
    """Whether we stand in the lowest minimum of what is shown, in another one, or on a plateau."""
    loss = state.descent.moment.loss
    found = local_minima(state.descent, surface_slice)
    text = printed(state).text
    here = text(loss)
    if not found:
        return message("The loss is {loss} here, and nowhere a valley.", loss=here)
    own = next((v for v in found if _at(state, surface_slice, v.place)), None)
    height = surface_slice.loss_range[1] - surface_slice.loss_range[0]
    if own is None and loss <= found[0].loss + 1e-4 * height:  # along a ravine
        return message("The lowest place of this picture, {loss}.", loss=here)
    if own is None:
        words = (
            translatable("A plateau, nearly flat at {loss}. It goes down to {other} elsewhere.")
            if _flat(state)
            else translatable("Still on the slope, at {loss}. It goes down to {other}.")
        )
        return message(words, loss=here, other=text(found[0].loss))
    others = [v for v in found if v is not own]
    if not others:
        return message("The lowest place of this picture, {loss}.", loss=here)
    near = EQUALLY_DEEP * height
    other = text(others[0].loss)
    if own.loss > others[0].loss + near:
        words = translatable("A valley, but not the deepest: {loss} here, {other} in another.")
    elif others[0].loss > own.loss + near:
        words = translatable("The deepest valley, {loss}; another one ends at {other}.")
    else:
        alike = sum(v.loss <= found[0].loss + near for v in found)
        words = translatable("One of {count} equally deep valleys, down to {other}; {loss} here.")
        return message(words, count=str(alike), other=text(found[0].loss), loss=here)
    return message(words, loss=here, other=other)


def _at(state: State, surface_slice: SurfaceSlice, place: tuple[float, float]) -> bool:
    """Whether the current point is as good as there."""
    here = surface_slice.section.places(state.descent.moment.theta)
    sides = np.array([high - low for low, high in surface_slice.ranges])
    return bool((np.abs(here - place) < 0.05 * sides).all())


def _flat(state: State) -> bool:
    norms = state.descent.timeline.gradient_norms()[: state.descent.row + 1]
    return state.descent.moment.gradient_norm <= _FLAT * float(norms.max())
