"""The flag where somebody thinks the lowest place is."""

import numpy as np

from gd_visualizer.descent.state.state import State
from gd_visualizer.scene.surface.guess import guess_mark
from gd_visualizer.scene.surface.slice import SurfaceSlice
from gd_visualizer.view.look.style import palette
from gd_visualizer.view.plot.marks import Dots, Mark, Words
from gd_visualizer.view.text.translate import translate_message


def guess_marks(state: State, surface_slice: SurfaceSlice) -> list[Mark]:
    """A mark that is no point of the descent: filled with the colour of actions, and its words."""
    found = guess_mark(state, surface_slice)
    if found is None:
        return []
    (x, y), dark = found.place, state.display.dark
    edge = palette().dark_ink if dark else palette().paper
    place = np.array([x]), np.array([y])
    return [
        Dots(*place, 7, palette().action, edge, 2),
        Words(translate_message(found.words), x, y, dark=dark),
    ]
