"""Taking steps: the one loop in which theta moves."""

from dataclasses import replace

import numpy as np

from gd_visualizer.core.arrays import norm
from gd_visualizer.core.optimizers import OPTIMIZERS
from gd_visualizer.descent.descent import Descent, Ending, state_for_step
from gd_visualizer.descent.timeline import Writer
from gd_visualizer.lesson.lesson import Phase

_LARGE = 1e100  # |theta|² from which on a sum may overflow behind a relu, unseen in the loss


def take_steps(descent: Descent, count: int, heed_stop: bool = True) -> Descent:
    """``count`` steps on from the cursor; what was recorded after it is cut off.

    Fewer, with an ``ending``, where the ground is flat or the lesson's stop is reached (unless
    ``heed_stop`` is False), or where the next numbers would not be finite.
    """
    if count < 1:
        return descent
    objective, settings = descent.lesson.objective, descent.settings
    stop = descent.lesson.stop
    most = stop.steps if heed_stop and stop.steps is not None else None
    rule, options = OPTIMIZERS[settings.optimizer].rule, settings.options
    rate, row, ending = settings.rate.value, descent.row, None
    theta, gradient = descent.timeline.theta(row), descent.timeline.gradient(row)
    chunk, at = descent.timeline.place(row)
    size = chunk.norm[at]
    state = state_for_step(descent, settings, row)
    writer = Writer(descent.timeline, objective.network.size)
    with np.errstate(all="ignore"):
        for _ in range(count):
            if heed_stop and size <= stop.gradient:
                ending = Ending("flat", row)
            elif most is not None and row >= most:
                ending = Ending("stop", row)
            if ending:
                break
            used = gradient
            if settings.batch_size is not None:
                rows = objective.batch(settings.batch_size, settings.seed, row + 1)
                used = objective.evaluate(theta, rows)[1]
            update, new_state = rule(theta, used, state, rate, options)
            new_theta = theta + update
            loss, new_gradient = objective.evaluate(new_theta)
            size = norm(new_gradient)
            # A sum is finite only if each of its terms is, so one test serves for all of them.
            if not np.isfinite(loss + size + new_theta.sum() + new_state.slots.sum()) and not (
                _finite(loss, size, new_theta, new_state.slots)
            ):
                ending = Ending("diverged", row)
                break
            if new_theta.dot(new_theta) > _LARGE and not objective.sums_finite(new_theta):
                ending = Ending("diverged", row)
                break
            theta, gradient, state, row = new_theta, new_gradient, new_state, row + 1
            writer.append(theta, loss, gradient, size, state, settings)
    if row == descent.row:
        kept = writer.timeline() if ending and ending.kind == "diverged" else descent.timeline
        return replace(replace(descent, timeline=kept).rest(), ending=ending)
    if ending is None and heed_stop:
        ending = _ending_at(row, size, stop.gradient, most)
    return replace(descent, timeline=writer.timeline(), phase=Phase.UPDATE, ending=ending)


def _ending_at(row: int, size: float, flat: float, most: int | None) -> Ending | None:
    if size <= flat:
        return Ending("flat", row)
    return Ending("stop", row) if most is not None and row >= most else None


def _finite(*values: object) -> bool:
    return all(bool(np.isfinite(value).all()) for value in values)  # type: ignore[call-overload]
