"""Once it is light: the lowest places of the surface, with their losses."""

import numpy as np

from gd_visualizer.descent.state.state import State
from gd_visualizer.scene.surface.minima import shown_minima
from gd_visualizer.scene.surface.slice import SurfaceSlice
from gd_visualizer.view.look.style import palette
from gd_visualizer.view.paint.minima import _words
from gd_visualizer.view.plot.marks import Dots, Mark, Words


def minimum_marks(state: State, surface_slice: SurfaceSlice) -> list[Mark]:
    """A small dot at each, and what the loss is there."""
    marks: list[Mark] = []
    for minimum in shown_minima(state, surface_slice):
        x, y = minimum.place
        where = np.array([x]), np.array([y])
        marks.append(Dots(*where, 4, palette().path_edge, palette().path, 2))
        marks.append(Words(_words(minimum), x, y, below=True))
    return marks
