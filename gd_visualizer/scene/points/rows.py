"""Which points a table shows where it has no room for all."""

import numpy as np

from gd_visualizer.core.arrays import Array
from gd_visualizer.descent.explanation.values import settled_trace
from gd_visualizer.descent.state.descent import Descent
from gd_visualizer.descent.state.shown_step import shown_rows

_WORST = 2
_MOST = 100_000  # points, among which the worst are looked for


def seen_rows(descent: Descent, point: int, most: int, losses: bool = True) -> Array:
    """At most ``most`` rows of the data, from 0, ascending: all of them, else the one that is shown
    (``point``), the worst, where ``losses`` may be seen, those of the step and the first ones."""
    count = descent.lesson.objective.points
    if count <= most:
        return np.arange(count)
    wanted = [np.array([point])]
    if losses and worst_are_seen(descent):
        kept = settled_trace(descent.lesson, descent.moment.theta, np.arange(count))
        wanted.append(np.argsort(-kept.losses.sum(axis=1), kind="stable")[:_WORST])
    step = shown_rows(descent)
    if step is not None:
        wanted.append(step[: max(most // 2, 1)])
    wanted.append(np.arange(min(most, count)))
    ordered = list(dict.fromkeys(np.concatenate(wanted).tolist()))
    return np.array(sorted(ordered[: max(most, 1)]))


def worst_are_seen(descent: Descent) -> bool:
    """Whether those with the largest losses are looked for."""
    return descent.lesson.objective.points <= _MOST
