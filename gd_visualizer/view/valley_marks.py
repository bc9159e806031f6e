"""Once it is light: the lowest places of the map, with their losses."""

import numpy as np

from gd_visualizer.descent.descent import Descent
from gd_visualizer.descent.numerals import number
from gd_visualizer.scene.slices import Ground
from gd_visualizer.scene.valleys import valleys
from gd_visualizer.view.marks_item import Dots, Mark, Words
from gd_visualizer.view.style import palette
from gd_visualizer.view.translate import tr


def valley_marks(descent: Descent, ground: Ground) -> list[Mark]:
    """A small square at each, and what the loss is there."""
    marks: list[Mark] = []
    for valley in valleys(descent, ground):
        if valley.border:
            continue
        x, y = valley.place
        where = np.array([x]), np.array([y])
        marks.append(Dots(*where, 4, palette().path_edge, palette().path, 2))
        marks.append(Words(tr("low: {loss}", loss=number(valley.loss, 3)), x, y, below=True))
    return marks
