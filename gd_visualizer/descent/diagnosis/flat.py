"""Where a descent is flat: the loss has no slope, and the very next update would not move."""

from collections.abc import Iterator

from gd_visualizer.core.arrays import Floats, norm
from gd_visualizer.core.batches import batches_per_epoch
from gd_visualizer.core.objective.objective import Objective
from gd_visualizer.core.objective.step_line import unit_step
from gd_visualizer.core.optimizers.record import OptimizerState
from gd_visualizer.lesson.lesson import Settings


def stands_still(
    objective: Objective,
    settings: Settings,
    row: int,
    theta: Floats,
    gradient: Floats,
    state: OptimizerState,
    limit: float,
) -> bool:
    """Whether the step that leaves ``row`` would not move, nor any other batch of its epoch.

    ``theta``, ``gradient`` (P,), over all points, and the optimizer's ``state`` stand at the row.
    Both the gradient and the update at a learning rate of 1 are at most ``limit`` long: a velocity
    moves where the ground is flat, and at a turning point it is 0 where the ground is steep.
    """
    if norm(gradient) > limit:
        return False
    for used in _gradients(objective, settings, row, theta, gradient):
        direction = unit_step(settings.optimizer, theta, used, state, settings.options)
        if not norm(direction) <= limit:
            return False
    return True


def _gradients(
    objective: Objective, settings: Settings, row: int, theta: Floats, gradient: Floats
) -> Iterator[Floats]:
    """What the next step is made of (P,), then, with batches, what the rest of its epoch is."""
    size = settings.batch_size
    if size is None:
        yield gradient
        return
    each = batches_per_epoch(objective.points, size)
    first = row - row % each
    for k in range(each):
        step = first + (row - first + k) % each + 1
        yield objective.evaluate(theta, objective.batch(size, settings.seed, step))[1]
