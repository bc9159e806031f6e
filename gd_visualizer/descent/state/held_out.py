"""The loss of the points held out for testing, by row; known once it has been asked for."""

import numpy as np

from gd_visualizer.core.arrays import Floats, Ints, distinct
from gd_visualizer.descent.state.descent import Descent

_MOST = 256  # rows that draw the line


def held_out_losses(descent: Descent, rows: Ints) -> Floats:
    """The mean loss (n,) of the testing points at ``rows`` (n,), without a penalty.

    TypeError where no points are held out.
    """
    objective = descent.lesson.testing
    if objective is None:
        raise TypeError("no points are held out for testing")
    found = np.empty(len(rows))
    for k, row in enumerate(rows.tolist()):
        chunk, at = descent.timeline.place(row)
        known = chunk.held_out
        if np.isnan(known[at]):
            known[at] = objective.mean_at(chunk.theta[at])
        found[k] = known[at]
    return found


def held_out_loss(descent: Descent) -> float | None:
    """That of where we are, a drag included; None where no points are held out."""
    objective = descent.lesson.testing
    if objective is None:
        return None
    if descent.provisional is not None:
        return objective.mean_at(descent.provisional.theta)
    return float(held_out_losses(descent, np.array([descent.row]))[0])


def sampled_rows(descent: Descent) -> Ints:
    """Rows that draw the line: every so-manieth, the current and the last one. The same ones for a
    longer run, so that few are new."""
    length = descent.timeline.length
    stride = 1
    while length > _MOST * stride:
        stride *= 2
    rows: Ints = distinct([*range(0, length, stride), descent.row, length - 1])
    return rows
