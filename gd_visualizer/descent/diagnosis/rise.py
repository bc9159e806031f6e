"""Why the loss rose: worked out from the step that raised it, with what would have helped."""

from functools import cached_property
from typing import Literal

import numpy as np
from msgspec import Struct
from msgspec.structs import replace

from gd_visualizer.core.arrays import Floats
from gd_visualizer.core.objective.curvature import Curvature, power_iteration
from gd_visualizer.core.objective.objective import Objective
from gd_visualizer.core.optimizers.record import Optimizer, Options
from gd_visualizer.core.optimizers.registry import OPTIMIZERS
from gd_visualizer.descent.rate.band import ACROSS, LOWER, lowering_limit, next_step
from gd_visualizer.descent.state.descent import Descent, state_for_step, step_gradient

Kind = Literal["too big", "velocity", "average", "decay", "batch"]
Direction = Literal["downhill", "too far", "nowhere", "velocity", "average", "decay", "batch"]
_COSTLY = 50_000  # points × parameters, from which on the numbers would hold up a run
_MOST_PRODUCTS = 100
_TOLERANCE = 1e-5
_WIDE = 30.0
_LONG_AGO = 0.75  # of a run's steps


class Cause(Struct, frozen=True):
    """Why a step raises the loss.

    ``too big``: its direction leads downhill; every learning rate up to ``limit`` would have
    lowered the loss, and ``curvature`` is the most that the loss bends there, for gradient descent
    over all points, which above 2/λ overshoots. ``decay``: adamw's own, without which the loss
    would have fallen. ``batch``: the step's points slope another way than all points.
    ``velocity``, ``average``: what the optimizer remembers leads uphill. What is not known, or
    would take too long, is None. ``spread`` is the largest input over the smallest, a bias's 1
    among them, where that is more than 30.
    """

    kind: Kind
    limit: float | None = None
    curvature: Curvature | None = None
    spread: float | None = None


def why_it_rose(descent: Descent) -> Cause | None:
    """Of the step that led to the row at the cursor, or of the one that could not be made there.

    At an ending of many steps, of the first of those that raised the loss last, unless it has
    fallen for long since. None where the loss has not risen, or nothing is known.
    """
    row = _raised_by(descent)
    if row is None:
        return None
    made = row <= descent.row
    settings = descent.timeline.settings(row) if made else descent.settings
    timeline = descent.timeline.at(row - 1)
    return cause(replace(descent, timeline=timeline, settings=settings, provisional=None))


def _raised_by(descent: Descent) -> int | None:
    """The step whose cause is told, counted from 1."""
    row, timeline, ended = descent.row, descent.timeline, descent.ended
    first = timeline.readable_from if ended else max(row - 1, 0)
    losses = timeline.losses(first)[: row + 1 - first]
    rose = losses[1:] > losses[:-1]
    if ended is None or ended.kind == "flat":
        return row if len(rose) and rose[-1] and not ended else None
    if ended.kind == "diverged" and not (len(rose) and rose[-1]):
        return row + 1
    if not rose.any():
        return None
    last = int(np.flatnonzero(rose)[-1])
    if last < _LONG_AGO * len(rose):
        return None
    before = np.flatnonzero(~rose[:last])
    return first + (int(before[-1]) + 2 if len(before) else 1)


def leads(before: Descent) -> Direction:
    """Where the next step from ``before``, which stands on a row, leads: ``too far`` begins
    downhill and does not end lower; the others but ``downhill`` begin uphill, as in Cause."""
    step = _Step(before)
    if not step.update.any():
        return "nowhere"
    if not np.isfinite(step.update).all():
        return "too far"
    if not step.uphill(step.update):
        return "downhill" if next_step(before).kind in (LOWER, ACROSS) else "too far"
    rest = step.without_decay
    if step.decays_uphill and not (rest.any() and step.uphill(rest)):
        return "decay"
    return step.led_uphill() or "nowhere"


def cause(before: Descent) -> Cause | None:
    """Why the next step from ``before``, which stands on a row, raises the loss."""
    step = _Step(before)
    if not np.isfinite(step.update).all():
        return _too_big(before)
    if step.raised_by_decay:
        return Cause("decay")
    if step.uphill(step.update):
        kind = step.led_uphill()
        return Cause(kind) if kind else None
    return _too_big(before)


class _Step:
    """The step that leaves the row at the cursor, with what it is made of."""

    def __init__(self, before: Descent) -> None:
        row, self.settings = before.row, before.settings
        self.objective = before.lesson.objective
        self.theta, self.gradient = before.timeline.theta(row), before.timeline.gradient(row)
        self.loss = float(before.timeline.losses(row)[0])
        self.used, self.rows = step_gradient(before, self.settings, row)
        self.state = state_for_step(before, self.settings, row)

    @property
    def optimizer(self) -> Optimizer:
        return OPTIMIZERS[self.settings.optimizer]

    @cached_property
    def update(self) -> Floats:
        return self._update(self.used, self.settings.options)

    def _update(self, gradient: Floats, options: Options) -> Floats:
        rate = self.settings.rate.value
        with np.errstate(all="ignore"):
            return self.optimizer.rule(self.theta, gradient, self.state, rate, options)[0]

    def uphill(self, update: Floats) -> bool:
        with np.errstate(all="ignore"):
            return not float(self.gradient @ update) < 0

    @property
    def raised_by_decay(self) -> bool:
        """Whether adamw's decay leads uphill, and without it the loss would have fallen."""
        if not self.decays_uphill:
            return False
        return self.objective.loss_at(self.theta + self.without_decay) <= self.loss

    @property
    def decays_uphill(self) -> bool:
        if not self.settings.options.get("weight_decay"):
            return False
        return self.uphill(self.update - self.without_decay)

    @cached_property
    def without_decay(self) -> Floats:
        return self._update(self.used, {**self.settings.options, "weight_decay": 0.0})

    def led_uphill(self) -> Literal["batch", "velocity", "average"] | None:
        whole = self._update(self.gradient, self.settings.options)
        if self.rows is not None and not self.uphill(whole):
            return "batch"
        if "velocity" in self.optimizer.slots:
            return "velocity"
        return "average" if "average" in self.optimizer.slots else None


def _too_big(before: Descent) -> Cause:
    objective, settings = before.lesson.objective, before.settings
    found = Cause("too big", spread=input_spread(objective))
    if objective.points * objective.size > _COSTLY:
        return found
    plain = settings.batch_size is None and not OPTIMIZERS[settings.optimizer].slots
    bends = _curvature(before) if plain else None
    limit = lowering_limit(before, settings.rate.value)
    return replace(found, limit=limit, curvature=bends)


def _curvature(before: Descent) -> Curvature | None:
    """At the row, if it settles soon and bends upward."""
    theta = before.timeline.theta(before.row)
    found = power_iteration(before.lesson.objective, theta, _TOLERANCE, _MOST_PRODUCTS)
    *_, last = found
    return last if last.settled and last.largest > 0 else None


def input_spread(objective: Objective) -> float | None:
    """The largest input over the smallest by their columns, with a bias's 1; None up to 30."""
    sizes = objective.input_sizes[objective.input_sizes > 0]
    if objective.biased:
        sizes = np.append(sizes, 1.0)
    with np.errstate(over="ignore"):
        spread = float(sizes.max() / sizes.min()) if len(sizes) else 1.0
    return spread if spread > _WIDE else None
