"""The table of a fit: what is predicted over the inputs that are shown."""

from collections.abc import Iterator

import numpy as np

from gd_visualizer.descent.state.descent import Descent
from gd_visualizer.figures.sheet.asked import state_asked
from gd_visualizer.figures.sheet.makers import TableMaker
from gd_visualizer.figures.sheet.request import Request
from gd_visualizer.figures.table import DEFAULT_GRID, head_of, pieces_of
from gd_visualizer.scene.fit.cut import forwarded
from gd_visualizer.scene.fit.samples import asked, grid


@TableMaker
def fit_table(descent: Descent, request: Request) -> Iterator[bytes]:
    """One column for each input that is shown, in its own units, the first one slowest; then every
    output, exactly, empty where it may not be seen. The other inputs are the shown point's."""
    lesson = descent.lesson
    lines, places = grid(asked(state_asked(descent, request)), request.grid or DEFAULT_GRID)
    predicted = forwarded(lesson.network, descent.moment.theta, places.points)[-1]
    if not request.shown.values:
        predicted = np.full_like(predicted, np.nan)
    inputs, outputs = lesson.network.layers[0], lesson.network.layers[-1]
    names = [f"input_{axis + 1}" if inputs > 1 else "input" for axis in places.axes]
    names += [f"predicted_{k + 1}" if outputs > 1 else "predicted" for k in range(outputs)]
    along = [values.ravel() for values in np.meshgrid(*lines, indexing="ij")]
    yield head_of(names)
    yield from pieces_of([*along, predicted])
