"""What of a moment may be seen, in every picture, figure and table: nothing of a phase that has not
been reached, and nothing that is asked for."""

from msgspec import Struct
from msgspec.structs import replace

from gd_visualizer.descent.script.script import asks, caption, place
from gd_visualizer.descent.state.state import State
from gd_visualizer.lesson.lesson import Phase


class Visibility(Struct, frozen=True):
    """``values`` of the nodes behind the input, ``errors`` with the losses, ``slopes`` where the
    phase is that; ``asked``: the first phase that is not shown is asked for, its places hold a ?.

    ``losses`` of the points, their ``total`` and their ``mean`` in the table and the arithmetic;
    ``loss``: that of where we are, on a curve or in words; ``ahead``: the rows to come;
    ``tangent``: the slope on a curve; ``downhill``: which way that is, as an arrow; ``next_step``:
    where the step about to be taken would end, and the loss there.
    """

    values: bool = True
    errors: bool = True
    losses: bool = True
    total: bool = True
    mean: bool = True
    slopes: bool = True
    asked: Phase | None = None
    loss: bool = True
    ahead: bool = True
    tangent: bool = True
    downhill: bool = True
    next_step: bool = True


ALL = Visibility()


def visibility(state: State) -> Visibility:
    """Of the current phase; between two steps, everything but slopes.

    While a caption asks, and before the first one does, neither which way nor how far it goes on.
    """
    descent, asked = state.descent, state.progress.asked
    values, computed = _computed(state)
    errors = computed
    if state.progress.blank is not None:
        values = values and Phase.FORWARD not in state.progress.blank
        errors = errors and Phase.ERROR not in state.progress.blank
    tangent = descent.phase == Phase.SLOPES and computed
    slopes = tangent and errors and Phase.SLOPES not in (state.progress.blank or ())
    downhill = not asks(caption(state)) and not _asks_first(state)
    losses, total, mean = (errors and state.display.loss_parts > k for k in range(3))
    return Visibility(
        values,
        errors,
        losses,
        total,
        mean,
        slopes,
        asked,
        loss=descent.row > 0 or computed,
        ahead=descent.resting,
        tangent=tangent,
        downhill=downhill,
        next_step=downhill and not state.progress.predict,
    )


def on_paper(state: State) -> Visibility:
    """On paper, in tables and on the clipboard: all there is; a worksheet where results are asked
    for, and not what a caption asks."""
    shown = visibility(state)
    if state.progress.predict:
        return shown
    tangent = shown.tangent or shown.downhill
    return replace(ALL, tangent=tangent, downhill=shown.downhill, next_step=shown.next_step)


def _asks_first(state: State) -> bool:
    """Whether this is the lesson's first sight, and its first beat will ask."""
    beats = state.descent.lesson.beats
    return bool(beats) and place(state) == 0 and asks(beats[0].text)


def _computed(state: State) -> tuple[bool, bool]:
    """Whether the values of the nodes, and whether the errors are known."""
    phase, asked = state.descent.phase, state.progress.asked
    if asked in (Phase.FORWARD, Phase.ERROR):
        return asked == Phase.ERROR, False
    if phase == Phase.START and state.progress.reveal_by_phase:
        return False, False
    return True, phase != Phase.FORWARD
