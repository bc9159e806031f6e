"""Taking steps: the one loop in which theta moves."""

import numpy as np
from msgspec.structs import replace

from gd_visualizer.core.arrays import Floats, norm
from gd_visualizer.core.optimizers.record import OptimizerState
from gd_visualizer.core.optimizers.registry import OPTIMIZERS
from gd_visualizer.descent.diagnosis.flat import stands_still
from gd_visualizer.descent.state.descent import Descent, Ending, state_for_step
from gd_visualizer.descent.state.timeline import Writer
from gd_visualizer.lesson.lesson import Phase

_LARGE = 1e100  # |theta|² from which on a sum may overflow behind a relu, unseen in the loss


def take_steps(descent: Descent, count: int, heed_stop: bool = True) -> Descent:
    """``count`` steps on from the cursor; what was recorded after it is cut off.

    Fewer, with an ``ending``, where it is flat or the lesson's stop is reached (unless
    ``heed_stop`` is False), or where the next numbers would not be finite.
    """
    if count < 1:
        return descent
    objective, settings = descent.lesson.objective, descent.settings
    stop = descent.lesson.stop
    most = np.inf if stop.steps is None else stop.steps
    rule, options = OPTIMIZERS[settings.optimizer].rule, settings.options
    rate, row, ending = settings.rate.value, descent.row, None
    theta, gradient = descent.timeline.theta(row), descent.timeline.gradient(row)
    chunk, at = descent.timeline.place(row)
    size = chunk.norm[at]
    state = state_for_step(descent, settings, row)
    writer = Writer(descent.timeline, objective.size)
    with np.errstate(all="ignore"):
        for _ in range(count):
            if heed_stop and (size <= stop.gradient or row >= most):
                ending = _ending_at(descent, row, theta, gradient, state)
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
            if new_theta.dot(new_theta) > _LARGE and not objective.finite_at(new_theta):
                ending = Ending("diverged", row)
                break
            theta, gradient, state, row = new_theta, new_gradient, new_state, row + 1
            writer.append(theta, loss, gradient, size, state, settings)
    if row == descent.row:
        kept = writer.timeline() if ending and ending.kind == "diverged" else descent.timeline
        return replace(replace(descent, timeline=kept).rest(), ending=ending)
    if ending is None and heed_stop:
        ending = _ending_at(descent, row, theta, gradient, state)
    return replace(descent, timeline=writer.timeline(), phase=Phase.UPDATE, ending=ending)


def _ending_at(
    descent: Descent, row: int, theta: Floats, gradient: Floats, state: OptimizerState
) -> Ending | None:
    lesson, settings = descent.lesson, descent.settings
    stop = lesson.stop
    if stands_still(lesson.objective, settings, row, theta, gradient, state, stop.gradient):
        return Ending("flat", row)
    return Ending("stop", row) if stop.steps is not None and row >= stop.steps else None


def _finite(*values: object) -> bool:
    return all(bool(np.isfinite(value).all()) for value in values)  # type: ignore[call-overload]
