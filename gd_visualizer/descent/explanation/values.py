"""The numbers of the step that is explained."""

from functools import cached_property, lru_cache

import numpy as np
from msgspec import Struct
from msgspec.structs import replace

from gd_visualizer.core.arrays import Array, Floats
from gd_visualizer.core.batches import epoch_of
from gd_visualizer.core.network.chain_rule import Trace, output_slopes
from gd_visualizer.core.network.network import Network, Parameter
from gd_visualizer.core.optimizers.record import Optimizer, OptimizerState
from gd_visualizer.core.optimizers.registry import OPTIMIZERS
from gd_visualizer.descent.explanation.equation import ROUNDING
from gd_visualizer.descent.state.descent import Descent, state_for_step, step_gradient
from gd_visualizer.descent.state.shown_step import numbered
from gd_visualizer.lesson.lesson import Lesson, Phase, Settings
from gd_visualizer.text.message import Message

LISTED = 12  # points whose numbers stand in a sum one by one
_ROUNDED = 1e-9  # of a layer's largest slope
_LEAST_SPREAD = 1e-12  # p(1 − p): below it 1 − p keeps too few digits


class StepValues(Struct, frozen=True, eq=False, dict=True):
    """The step that leaves ``row``, at one ``point`` (a row of data, from 0).

    ``theta``, ``gradient`` (P,) stand before the step; ``after`` (P,) is theta after it.
    ``batch`` are the rows of data that make the step, None: all of them. ``state`` is what the
    optimizer remembers before it.
    """

    lesson: Lesson
    settings: Settings
    row: int
    point: int
    theta: Floats
    gradient: Floats
    batch: Array | None
    state: OptimizerState

    @property
    def network(self) -> Network:
        """The network whose step it is; TypeError for a lesson on another objective."""
        return self.lesson.network

    @property
    def optimizer(self) -> Optimizer:
        """The rule that makes the step."""
        return OPTIMIZERS[self.settings.optimizer]

    @cached_property
    def kept(self) -> Trace:
        """The chain rule at the point alone."""
        return settled_trace(self.lesson, self.theta, np.array([self.point]))

    @cached_property
    def rows(self) -> Array:
        """The rows of data that make the step."""
        return np.arange(self.lesson.objective.points) if self.batch is None else self.batch

    @property
    def number(self) -> Message:
        """The step's number, with its epoch where it is made of a batch."""
        size, points = self.settings.batch_size, self.lesson.objective.points
        step = self.row + 1
        return numbered(step, epoch_of(points, size, step) if size else None)

    @cached_property
    def after(self) -> Floats:
        """Theta after the step (P,), by the optimizer's rule; inf or nan where it overflows."""
        with np.errstate(all="ignore"):
            update, _state = self.optimizer.rule(
                self.theta,
                self.gradient,
                self.state,
                self.settings.rate.value,
                self.settings.options,
            )
            after: Floats = self.theta + update
        return after

    def multiplied_out(self, output: int) -> bool:
        """Whether the slope of the loss at an output and that of its activation are told as one,
        p − t, because one is so large and the other so close to 0 that neither can be printed."""
        function = self.lesson.loss.output
        if function is None:
            return False
        z, p = self.kept.sums[-1][0, output], self.kept.predicted[0, output]
        return bool(function.derivative(z, p) < _LEAST_SPREAD)

    def priced(self, parameter: Parameter) -> bool:
        """Whether the penalty has a price on ``parameter``."""
        penalty = self.lesson.objective.penalty
        k = parameter.index
        return penalty is not None and bool(penalty.l1[k] or penalty.l2[k])

    def penalty_slope(self, parameter: Parameter) -> float:
        """The slope of the penalty along ``parameter``; 0 where there is none."""
        penalty = self.lesson.objective.penalty
        return 0.0 if penalty is None else float(penalty.gradient(self.theta)[parameter.index])

    def node_value(self, layer: int, node: int) -> float:
        """The value of a node at the point; ``layer`` 0 is the input."""
        return float(self.kept.values[layer][0, node])


@lru_cache(maxsize=4)  # every picture and sentence of a screen asks for the same step
def step_values(descent: Descent, point: int) -> StepValues:
    """Of the step that the current phase belongs to; between two steps, of the last one."""
    made = descent.phase == Phase.UPDATE and descent.row > 0 and not descent.provisional
    row = descent.row - made
    settings = descent.timeline.settings(row + 1) if made else descent.settings
    if descent.provisional:
        moment = descent.provisional
        state = state_for_step(replace(descent, timeline=descent.timeline.at(0)), settings, 0)
        gradient, batch = moment.gradient, None
        if settings.batch_size is not None:
            objective = descent.lesson.objective
            batch = objective.batch(settings.batch_size, settings.seed, 1)
            gradient = objective.evaluate(moment.theta, batch)[1]
        return StepValues(descent.lesson, settings, 0, point, moment.theta, gradient, batch, state)
    gradient, batch = step_gradient(descent, settings, row)
    return StepValues(
        lesson=descent.lesson,
        settings=settings,
        row=row,
        point=point,
        theta=descent.timeline.theta(row),
        gradient=gradient,
        batch=batch,
        state=state_for_step(descent, settings, row),
    )


def values_now(descent: Descent, point: int) -> StepValues:
    """The same step with the weights that are shown, after an update the new ones: for what hangs
    on them alone, values of nodes, errors and losses."""
    return replace(step_values(descent, point), theta=descent.moment.theta)


def settled_trace(lesson: Lesson, theta: Floats, rows: Array) -> Trace:
    """``chain_rule.trace``, with rounding errors taken for the 0 that is meant.

    Not where it would cross a kink: relu's slope at 10⁻¹⁷ is 1, at 0 it is 0. And not where a
    slope hangs on them, as between weights of 10³⁵: what moves the weights is what is told.
    """
    if len(rows) > LISTED:
        return _told_trace(lesson, theta, rows)
    return _kept_trace(lesson, theta.tobytes(), rows.astype(np.intp).tobytes())


@lru_cache(maxsize=8)  # what one step leads to the next one starts with
def _kept_trace(lesson: Lesson, theta: bytes, rows: bytes) -> Trace:
    return _told_trace(lesson, np.frombuffer(theta), np.frombuffer(rows, np.intp))


def _told_trace(lesson: Lesson, theta: Floats, rows: Array) -> Trace:
    plain, kept = lesson.fit.trace(theta, rows), _settled_trace(lesson, theta, rows)
    with np.errstate(all="ignore"):
        same = all(
            (np.abs(a - b) <= _ROUNDED * np.abs(b).max(initial=0.0)).all()
            for a, b in zip(kept.sum_slopes, plain.sum_slopes, strict=True)
        )
    return kept if same else plain


def _settled_trace(lesson: Lesson, theta: Floats, rows: Array) -> Trace:
    network, loss, fit = lesson.network, lesson.loss, lesson.fit
    layers = network.unpack(theta)
    y, values, sums = fit.y[rows], [fit.X[rows]], []
    with np.errstate(all="ignore"):
        for layer, (W, b) in enumerate(layers):
            z, size = values[-1] @ W, np.abs(values[-1]) @ np.abs(W)
            z, size = (z, size) if b is None else (z + b, size + np.abs(b))
            sums.append(z if network.functions[layer].kinked else _settled(z, size))
            values.append(network.functions[layer].value(sums[-1]))
        errors = values[-1] - y
        if not loss.slope_jumps:
            errors = _settled(errors, np.abs(values[-1]) + np.abs(y))
            values[-1] = np.where(errors == 0, y, values[-1])
        node_slopes: list[Floats] = []
        activation_slopes: list[Floats] = []
        sum_slopes: list[Floats] = []
        slope, at_sum = output_slopes(loss, sums[-1], values[-1], y)
        if at_sum is not None:
            slope, at_sum = (np.where(errors == 0, 0.0, each) for each in (slope, at_sum))
        for layer in reversed(range(network.depth)):
            function = network.functions[layer]
            bend = function.derivative(sums[layer], values[layer + 1])
            if function.slope_size:
                bend = _settled(bend, np.full_like(bend, function.slope_size))
            node_slopes.insert(0, slope)
            activation_slopes.insert(0, bend)
            sum_slopes.insert(0, slope * bend if at_sum is None else at_sum)
            W, at_sum = layers[layer][0], None
            slope = _settled(sum_slopes[0] @ W.T, np.abs(sum_slopes[0]) @ np.abs(W.T))
    return Trace(
        sums,
        values,
        errors,
        loss.value(sums[-1] if loss.of_sums else values[-1], y),
        node_slopes,
        activation_slopes,
        sum_slopes,
    )


def _settled(values: Floats, sizes: Floats) -> Floats:
    return np.where(np.abs(values) <= ROUNDING * sizes, 0.0, values)
