"""The slope where we are, as marks of the surface."""

import numpy as np

from gd_visualizer.descent.state.state import State
from gd_visualizer.scene.rate.next_step import next_step_at, next_step_words
from gd_visualizer.scene.surface.gradient_marks import slope_marks
from gd_visualizer.scene.surface.log_scale import drawn_heights
from gd_visualizer.scene.surface.slice import SurfaceSlice
from gd_visualizer.text.numerals import MINUS
from gd_visualizer.view.plot.marks import Mark, Pointer, Words, next_step
from gd_visualizer.view.text.translate import translate_message

Place = tuple[float, float]


def slopes(surface_slice: SurfaceSlice, state: State, here: Place, area: Place) -> list[Mark]:
    """In words; over two weights also as an arrow, and where the step leads. None where slopes
    may not be seen."""
    kept_line = _earlier_arrow(surface_slice, state, here)
    shown = slope_marks(state, surface_slice.section, surface_slice.sides, area)
    if shown is None:
        return kept_line
    words = translate_message(shown.words)
    if len(shown.numbers) == 1:
        return [*kept_line, Words(words, *here, left=not shown.numbers[0].startswith(MINUS))]
    marks: list[Mark] = []
    if shown.arrow:
        marks.append(Pointer(*here, *shown.arrow))
    downwards = shown.arrow is not None and shown.arrow[1] < here[1]
    return [*marks, *kept_line, Words(words, *here, below=not downwards)]


def _earlier_arrow(surface_slice: SurfaceSlice, state: State, here: Place) -> list[Mark]:
    """A ring where the step would land, and on the side away from ``here`` the loss there; outside
    the picture the words alone."""
    found = next_step_at(state)
    if found is None:
        return []
    place = surface_slice.section.places(found.theta).tolist()
    loss = float(drawn_heights(surface_slice, np.array([found.loss]))[0])
    at = (place[0], loss if len(place) == 1 else place[1])
    words = translate_message(next_step_words(found, surface_slice.section))
    (x0, x1), (y0, y1) = surface_slice.sides
    if not (x0 <= at[0] <= x1 and y0 <= at[1] <= y1):  # at the rim, with the way to go on
        arrow = "→" if at[0] > x1 else "←" if at[0] < x0 else "↑"
        x, y = min(max(at[0], x0), x1), min(max(at[1], y0), y1)
        return [Words(f"{words} {arrow}", x, y, left=at[0] > here[0], below=at[1] > here[1])]
    return [next_step(*at), Words(words, *at, left=at[0] < here[0], below=at[1] < here[1])]
