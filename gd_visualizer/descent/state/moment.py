"""One row of a descent: theta, loss and gradient, and what made them."""

from msgspec import Struct

from gd_visualizer.core.arrays import Array, Floats
from gd_visualizer.core.optimizers.record import OptimizerState
from gd_visualizer.lesson.lesson import Settings


class Moment(Struct, frozen=True, eq=False):
    """Row ``row`` of a descent; row 0 is the start, and step k leads from row k−1 to row k.

    ``theta``, ``gradient`` (P,) and the optimizer's ``state`` are read-only and stand after the
    step; ``settings`` made it (in row 0: will make the first one). Loss and gradient are over all
    points. ``update`` (P,) led here, ``update_gradient`` (P,) is the gradient that it was made
    of, over the points ``rows`` (None: all of them); None in row 0.
    """

    row: int
    theta: Floats
    loss: float
    gradient: Floats
    gradient_norm: float
    state: OptimizerState
    settings: Settings
    update: Floats | None = None
    update_gradient: Floats | None = None
    rows: Array | None = None
