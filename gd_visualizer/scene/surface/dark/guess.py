"""Where somebody thinks the lowest place is, and, once it is light, how good a guess that was."""

from collections.abc import Sequence

import numpy as np
from msgspec import Struct

from gd_visualizer.core.arrays import Floats
from gd_visualizer.descent.state.state import State
from gd_visualizer.scene.explanation.of_state import printed
from gd_visualizer.scene.surface.dark.lantern import RADII_ACROSS
from gd_visualizer.scene.surface.log_scale import drawn_heights
from gd_visualizer.scene.surface.minima import EQUALLY_DEEP, local_minima
from gd_visualizer.scene.surface.ranges.zoom import rounded
from gd_visualizer.scene.surface.slice import SurfaceSlice, loss_and_slopes
from gd_visualizer.text.message import Message, message, translatable

_EQUAL = 0.002  # of them: no lower place can be seen
_LOW = 0.15  # of them: still at the bottom, beside the lowest place


class Guess(Struct, frozen=True):
    """A mark at ``place``, in the picture's own units; ``words`` beside it. ``loss`` is the loss
    there, and None as long as it is dark."""

    place: tuple[float, float]
    words: Message
    loss: float | None = None


def guessed_at(surface_slice: SurfaceSlice, place: Sequence[float]) -> dict[str, float]:
    """A place of the picture by the names of its axes, to the picture's accuracy."""
    pairs = zip(surface_slice.section.names, place, surface_slice.ranges, strict=False)
    return {name: rounded(value, shown) for name, value, shown in pairs}


def guess_mark(state: State, surface_slice: SurfaceSlice) -> Guess | None:
    """The guess on this surface; None where there is none, or one along other axes.

    In the dark it says nothing of the surface: over one parameter it stands on the axis.
    """
    place = _place(state, surface_slice)
    if place is None:
        return None
    if state.display.dark:
        return _mark(place, surface_slice.loss_range[0], message("your guess"), None)
    loss = loss_and_slopes(state.descent, surface_slice.section, place)[0]
    words = message("your guess: {loss}", loss=printed(state).text(loss))
    if len(place) == 2:
        return _mark(place, loss, words, loss)
    height, rim = (
        float(drawn_heights(surface_slice, np.array([loss]))[0]),
        surface_slice.sides[1][1],
    )
    if height > rim:  # with the way to go on
        words = message("your guess: {loss} ↑", loss=printed(state).text(loss))
    return _mark(place, min(height, rim), words, loss)


def _mark(place: tuple[float, ...], height: float, words: Message, loss: float | None) -> Guess:
    x, *rest = place
    return Guess((x, rest[0] if rest else height), words, loss)


def guess_note(state: State, surface_slice: SurfaceSlice) -> Message | None:
    """Once it is light, whether the guess was right, and where the descent has led."""
    place = _place(state, surface_slice)
    if place is None or state.display.dark:
        return None
    found = _lowest(state, surface_slice)
    if not found:
        return None
    loss = loss_and_slopes(state.descent, surface_slice.section, place)[0]
    height = surface_slice.loss_range[1] - surface_slice.loss_range[0]
    reach = [(high - low) / RADII_ACROSS for low, high in surface_slice.ranges]
    lowest = found[0][1]
    beside = any(
        bool((np.abs(np.array(place) - minimum) <= reach).all())
        for minimum, depth in found
        if depth <= lowest + EQUALLY_DEEP * height
    )
    right = loss <= lowest + (_LOW if beside else _EQUAL) * height
    words = translatable(
        "Not there: {loss} at your guess, {lowest} at the lowest place, {here} here."
    )
    if right:
        words = translatable(
            "Right: {loss} at your guess, {lowest} at the lowest place, {here} here."
        )
    text = printed(state).text
    here = text(state.descent.moment.loss)
    return message(words, loss=text(loss), lowest=text(lowest), here=here)


def lowest_places(
    state: State, surface_slice: SurfaceSlice
) -> list[tuple[tuple[float, ...], float]]:
    """The places of the picture that are right, and the loss there; from left to right."""
    height = surface_slice.loss_range[1] - surface_slice.loss_range[0]
    found = _lowest(state, surface_slice)
    reach = [(high - low) / RADII_ACROSS for low, high in surface_slice.ranges]
    kept: list[tuple[tuple[float, ...], float]] = []
    for place, loss in found:
        near = any((np.abs(place - np.array(other)) <= reach).all() for other, _ in kept)
        if loss <= found[0][1] + EQUALLY_DEEP * height and not near:
            kept.append((tuple(place.tolist()), loss))
    return sorted(kept)


def _place(state: State, surface_slice: SurfaceSlice) -> tuple[float, ...] | None:
    """The guess, where it lies in the picture."""
    spot, along = state.display.guess, surface_slice.section
    place = spot.on(along.names, state.display.plane) if spot else None
    if place is None:
        return None
    pairs = zip(place, surface_slice.ranges, strict=True)
    return place if all(low <= value <= high for value, (low, high) in pairs) else None


def _lowest(state: State, surface_slice: SurfaceSlice) -> list[tuple[Floats, float]]:
    """The lowest places of the picture with their losses, the lowest first; the lowest sample is
    one of them, for along a ravine there is no single lowest place."""
    losses = np.where(np.isfinite(surface_slice.slice.losses), surface_slice.slice.losses, np.inf)
    lows = [np.array(np.unravel_index(int(losses.argmin()), losses.shape))]
    if losses.ndim == 1:
        before, after = np.r_[np.inf, losses[:-1]], np.r_[losses[1:], np.inf]
        lows += list(np.argwhere((losses < before) & (losses <= after)))
    places = [
        np.array([line[k] for line, k in zip(surface_slice.slice.coordinates, low, strict=True)])
        for low in lows
    ]
    found = [
        (place, loss_and_slopes(state.descent, surface_slice.section, place.tolist())[0])
        for place in places
    ]
    if losses.ndim == 2:
        found += [(np.array(v.place), v.loss) for v in local_minima(state.descent, surface_slice)]
    return sorted((f for f in found if np.isfinite(f[1])), key=lambda one: one[1])
