"""Tables as CSV: UTF-8, comma, LF, decimal points in every locale, shortest exact numbers."""

import math
from collections.abc import Iterable

import numpy as np

from gd_visualizer.descent.descent import Descent
from gd_visualizer.figures.request import Request
from gd_visualizer.scene.points import point_values
from gd_visualizer.scene.ranges import slice_ranges

DEFAULT_GRID = 101


def run_table(descent: Descent) -> str:
    """Every row: step, loss, its penalty where there is one, learning_rate, gradient_norm, then
    one column per parameter."""
    timeline, penalty = descent.timeline, descent.lesson.objective.penalty
    priced = [] if penalty is None else ["penalty"]
    settings = ["learning_rate", "gradient_norm"]
    header = ["step", "loss", *priced, *settings, *descent.lesson.network.names]
    losses, norms = timeline.losses().tolist(), timeline.gradient_norms().tolist()
    thetas = timeline.thetas()
    prices = np.empty((len(thetas), 0)) if penalty is None else penalty.value(thetas)[:, None]
    rows = (
        [
            str(row),
            _cell(losses[row]),
            *map(_cell, prices[row].tolist()),
            *map(_cell, (timeline.settings(row).rate.value, norms[row])),
            *map(_cell, thetas[row].tolist()),
        ]
        for row in range(timeline.length)
    )
    return _csv(header, rows)


def slice_table(descent: Descent, request: Request) -> str:
    """The sampled slice: one column per axis, then the loss; the first axis slowest."""
    size = request.grid or DEFAULT_GRID
    along = request.section(descent.lesson.network)
    own = slice_ranges(descent, along)
    ranges = [request.ranges[k] or own[k] for k in range(len(own))]
    lines = [np.linspace(low, high, size) for low, high in ranges]
    surface = along.sample(descent.lesson.objective, descent.moment.theta, lines)
    grids = np.meshgrid(*surface.coordinates, indexing="ij")
    columns = [*(grid.ravel().tolist() for grid in grids), surface.losses.ravel().tolist()]
    return _csv([*along.names, "loss"], (map(_cell, row) for row in zip(*columns, strict=True)))


def point_table(descent: Descent) -> str:
    """Every point at the current moment: inputs, predicted, actual, error, loss, from point 1."""
    names, values = point_values(descent)
    rows = ([str(k), *map(_cell, row)] for k, row in enumerate(values.tolist(), 1))
    return _csv(["point", *names], rows)


def _cell(value: float) -> str:
    return repr(value) if math.isfinite(value) else ""


def _csv(header: Iterable[str], rows: Iterable[Iterable[str]]) -> str:
    return "".join(",".join(row) + "\n" for row in (header, *rows))
