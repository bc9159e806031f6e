"""Words about the surface: what is under the mouse, and what the picture holds."""

import numpy as np

from gd_visualizer.descent.names import axis_label
from gd_visualizer.descent.state.shown_step import step_number
from gd_visualizer.descent.state.state import State
from gd_visualizer.scene.surface.caption import surface_note
from gd_visualizer.scene.surface.dark.lantern import Lantern
from gd_visualizer.scene.surface.ranges.zoom import rounded
from gd_visualizer.scene.surface.slice import SurfaceSlice, loss_and_slopes, past_row
from gd_visualizer.text.message import translatable
from gd_visualizer.text.numerals import number
from gd_visualizer.view.text.translate import tr, translate_message


def note(
    state: State, surface_slice: SurfaceSlice, lantern: Lantern | None, flat_reason: str = ""
) -> str:
    """One line below the surface; ``flat_reason`` says why it is not seen in 3D."""
    if flat_reason and state.display.surface.in_space:
        return tr("{reason} The map takes its place.", reason=tr(flat_reason))
    words = surface_note(state, surface_slice, lantern)
    return translate_message(words) if words else ""


def reading(
    state: State,
    surface_slice: SurfaceSlice,
    place: tuple[float, float],
    lantern: Lantern | None = None,
) -> str:
    """Parameters, loss and slopes at a place of the surface, to the pixel's accuracy; nothing
    outside, nor in the dark beyond the lantern."""
    descent, along = state.descent, surface_slice.section
    pairs = list(zip(place, surface_slice.ranges, strict=False))
    if not all(low <= value <= high for value, (low, high) in pairs):
        return ""
    if lantern and not lantern.within(np.array([place[0]]), np.array([place[1]]))[0] <= 1:
        return ""
    values = [rounded(value, shown) for value, shown in pairs]
    network = descent.lesson.network
    weights = ", ".join(
        f"{translate_message(axis_label(along, network, k))} = {number(value)}"
        for k, value in enumerate(values)
    )
    loss, slopes = loss_and_slopes(descent, along, values)
    numbers = [number(slope, 3) for slope in slopes.tolist()]
    if len(numbers) < 2:
        words = translatable("{weights}: loss {loss}, slope {slope}")
        return tr(words, weights=weights, loss=number(loss), slope=numbers[0])
    words = translatable("{weights}: loss {loss}, slopes {first}, {second}")
    return tr(words, weights=weights, loss=number(loss), first=numbers[0], second=numbers[1])


def past_reading(
    state: State,
    surface_slice: SurfaceSlice,
    place: tuple[float, float],
    reach: tuple[float, float],
) -> str:
    """An earlier row under the mouse, with the loss that it had; nothing where there is none."""
    found = past_row(state.descent, surface_slice.section, place, reach)
    if found is None:
        return ""
    row = translate_message(step_number(state.descent, found[0]))
    return tr("step {row}: loss {loss}", row=row, loss=number(found[1]))
