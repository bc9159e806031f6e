"""Where a guess at the lowest place stands in the picture in space."""

import numpy as np

from gd_visualizer.core.arrays import Floats
from gd_visualizer.scene.surface.dark.guess import Guess
from gd_visualizer.scene.surface3d.axes import Box


def in_space(guess: Guess, box: Box) -> Floats:
    """Its place (3,) in units of ``box``: in the dark on the floor, in the light on the surface."""
    flat = box.across(np.array([guess.place]))[0]
    high = box.floor
    if guess.loss is not None:
        high = float(np.clip(box.heights(np.array([guess.loss])), box.floor, box.top)[0])
    return np.array([*flat, high])
