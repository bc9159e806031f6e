"""What keeps a place from being a row of a descent."""

import math

import numpy as np

from gd_visualizer.core.arrays import Floats, norm
from gd_visualizer.core.objective.objective import Objective
from gd_visualizer.text.message import Message, message


def unfit(objective: Objective, theta: Floats, loss: float, gradient: Floats) -> Message | None:
    """Why no descent can stand at ``theta`` (P,) with its ``loss`` and ``gradient`` (P,); None
    where it can.

    A row holds a finite loss, a gradient whose length is finite too, and every node's sum is.
    """
    if not math.isfinite(loss):
        return message("the loss is not finite there")
    if not np.isfinite(gradient).all():
        return message("the gradient is not finite there")
    if not math.isfinite(norm(gradient)):
        return message("the gradient is too long for a number there")
    if not objective.finite_at(theta):
        return message("a node's sum is not finite there")
    return None
