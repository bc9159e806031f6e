"""What the very next step would do to the loss, for every learning rate: measured, not guessed."""

from collections.abc import Generator, Iterator

import numpy as np
from msgspec import Struct

from gd_visualizer.core.arrays import Array, Floats, distinct, frozen, norm
from gd_visualizer.core.objective.objective import Line
from gd_visualizer.core.objective.step_line import unit_step
from gd_visualizer.core.optimizers.record import OptimizerState
from gd_visualizer.core.optimizers.registry import OPTIMIZERS
from gd_visualizer.descent.state.descent import Descent, fresh_state, state_for_step, step_gradient

LOWER, ACROSS, HIGHER, OVERFLOW, STILL = "lower", "across", "higher", "overflow", "still"
KINDS = (LOWER, ACROSS, HIGHER, OVERFLOW, STILL)
SAMPLES = 129
_COARSE = 33
_COARSER = 17
_COSTLY = 50_000  # points × parameters from which on the samples, not the calls, take the time
_EXACT = 1e-3  # how far apart, in ln(rate), the samples on both sides of an edge may stay
_MOST_EDGES = 16  # edges made exact at once; more of them are nothing that a slider can show
_ROUNDING = 1e-13
_REACH, _LEAST = 1e-4, 1e-12  # how far below a rate one that lowers the loss is looked for
_FINE, _INSIDE, _MOST_ROUNDS = 1e-6, 9, 12


class Band(Struct, frozen=True, eq=False):
    """``kinds[i]`` holds for rates from ``edges[i]`` to ``edges[i + 1]``; ``edges`` (n+1,) ascend.

    Kinds: ``lower``; ``across``: lower, but the slope along the step has changed its sign;
    ``higher``: not lower; ``overflow``: not finite; ``still``: nothing changes.
    """

    edges: Floats
    kinds: tuple[str, ...]


class NextStep(Struct, frozen=True, eq=False):
    """Where the next step leads: ``theta`` (P,), read-only, the loss over all points, the kind."""

    theta: Floats
    loss: float
    kind: str


class _Start(Struct, frozen=True, eq=False):
    """The row that the next step leaves: ``used`` (P,) is the gradient that the step takes, over
    its batch; loss and slope (the change of the loss per rate along ``direction``) over all.
    """

    descent: Descent
    theta: Floats
    loss: float
    used: Floats
    state: OptimizerState
    direction: Floats
    slope: float


def rate_band(descent: Descent, low: float, high: float, samples: int = SAMPLES) -> Band:
    """What the next step would do at each rate from ``low`` to ``high``, edges within 0.1 %.

    A kind that holds between two neighbouring samples only, evenly spaced in ln(rate), is missed.
    """
    band: Band | None = None
    for ready in refine_band(descent, low, high, samples):
        band = ready
    assert band is not None
    return band


def refine_band(
    descent: Descent, low: float, high: float, samples: int = SAMPLES
) -> Iterator[Band | None]:
    """``rate_band``, coarse to fine: yields after each small piece of work the best band so far.

    None before the first is ready. Raises ValueError unless 0 < ``low`` < ``high`` < ∞.
    """
    if not 0 < low < high < np.inf:
        raise ValueError(f"expected 0 < low < high, got {low} and {high}")
    start = _start(descent)
    survey = _Survey(start, low, high)
    band: Band | None = None
    for count in (min(survey.coarse, samples), samples):
        wanted = np.geomspace(low, high, max(2, count))
        while len(wanted):
            for _ in survey.take(wanted):
                yield band
            band = survey.band()
            yield band
            wanted = survey.around_edges()


def kind_at(descent: Descent, rate: float) -> str:
    """What the next step would do at exactly this rate."""
    return next_step(descent, rate).kind


def next_step(descent: Descent, rate: float | None = None) -> NextStep:
    """Where the next step would land at ``rate`` (None: today's): bit for bit that step's row."""
    start, settings = _start(descent), descent.settings
    rate = settings.rate.value if rate is None else rate
    objective = descent.lesson.objective
    rule = OPTIMIZERS[settings.optimizer].rule
    with np.errstate(all="ignore"):
        update, after = rule(start.theta, start.used, start.state, rate, settings.options)
        theta = start.theta + update
        loss, gradient = objective.evaluate(theta)
        slope = float(gradient @ start.direction)
    finite = np.isfinite([loss, norm(gradient)]).all() and np.isfinite(theta).all()
    if not (finite and np.isfinite(after.slots).all() and objective.finite_at(theta)):
        kind = OVERFLOW
    elif (theta == start.theta).all():
        kind = STILL
    else:
        kind = KINDS[_kinds(start, np.array([rate]), np.array([loss]), np.array([slope]))[0]]
    return NextStep(frozen(theta), loss, kind)


def lowering_limit(descent: Descent, high: float) -> float | None:
    """The rate up to which, from 0 on, the next step lowers the loss, if it is below ``high``.

    Right to a millionth. None where no rate above 10⁻¹² · ``high`` lowers it.
    """
    start = _start(descent)
    line = descent.lesson.objective.line(start.theta, start.direction)
    if high * _LEAST < np.finfo(np.float64).tiny:  # rates there have lost their digits
        return None
    low = high * _REACH
    rates = np.geomspace(low, high, _COARSE)
    for _ in range(_MOST_ROUNDS):
        higher = np.flatnonzero(~_lowers(start, line, rates))
        if not len(higher):
            return float(rates[-1])
        if higher[0]:
            below, above = rates[higher[0] - 1 : higher[0] + 1]
            if above / below - 1 <= _FINE:
                return float(below)
            rates = np.geomspace(below, above, _INSIDE)
        else:
            low, rates = low * _REACH, np.geomspace(low * _REACH, low, _COARSE)
        if low < high * _LEAST:
            break
    return None


def _lowers(start: _Start, line: Line, rates: Floats) -> Array:
    """Which of ``rates`` (k,) lower the loss."""
    pieces = line.measure(rates)
    while True:
        try:
            next(pieces)
        except StopIteration as done:
            return _kinds(start, rates, *done.value) <= KINDS.index(ACROSS)


def _start(descent: Descent) -> _Start:
    """As ``take_steps`` begins; from a provisional moment, as it would after the drop."""
    settings, moment = descent.settings, descent.provisional
    objective = descent.lesson.objective
    if moment is None:
        row, timeline = descent.row, descent.timeline
        chunk, at = timeline.place(row)
        theta, gradient, loss = timeline.theta(row), timeline.gradient(row), float(chunk.loss[at])
        used, _ = step_gradient(descent, settings, row)
        state = state_for_step(descent, settings, row)
    else:
        theta, gradient, loss, used = moment.theta, moment.gradient, moment.loss, moment.gradient
        state = fresh_state(settings, len(theta))
        if settings.batch_size is not None:
            rows = objective.batch(settings.batch_size, settings.seed, 1)
            used = objective.evaluate(theta, rows)[1]
    direction = unit_step(settings.optimizer, theta, used, state, settings.options)
    with np.errstate(all="ignore"):
        slope = float(gradient @ direction)
    return _Start(descent, theta, loss, used, state, direction, slope)


def _kinds(start: _Start, rates: Floats, losses: Floats, slopes: Floats) -> Array:
    """Indices into KINDS (k,), from what was measured at ``rates`` (k,).

    Two losses that differ by rounding alone say nothing: there the mean of both ends' slopes,
    exact where the loss is a parabola, says whether it goes down.
    """
    with np.errstate(all="ignore"):
        change = losses - start.loss
        mean = start.slope + slopes
        mean[abs(mean) <= _ROUNDING * (abs(start.slope) + abs(slopes))] = 0
        equal = abs(change) <= _ROUNDING * (abs(losses) + abs(start.loss))
        change = np.where(equal, rates * mean, change)
        across = slopes * np.sign(start.slope) < -_ROUNDING * abs(start.slope)
    found = np.where(change < 0, np.where(across, 1, 0), 2)
    found[equal & (slopes == 0) & (start.slope == 0)] = KINDS.index(STILL)
    found[~np.isfinite(losses) | np.isnan(slopes)] = KINDS.index(OVERFLOW)
    return found


class _Survey:
    """The rates sampled so far, ascending, and the kind of each."""

    def __init__(self, start: _Start, low: float, high: float) -> None:
        self._start, self._rates = start, np.empty(0)
        self._found = np.empty(0, np.intp)
        objective = start.descent.lesson.objective
        self._line = objective.line(start.theta, start.direction)
        costly = objective.points * objective.size > _COSTLY
        self.coarse = _COARSER if costly else _COARSE
        self._between = 2 if costly else 7
        self._ends = low, high

    def take(self, rates: Floats) -> Iterator[None]:
        """Samples at ``rates`` where there is none yet."""
        new = distinct(rates)
        new = new[~np.isin(new, self._rates)]
        if not len(new):
            return
        found = yield from self._measured(new)
        self._rates = np.concatenate((self._rates, new))
        order = np.argsort(self._rates)
        self._rates = self._rates[order]
        self._found = np.concatenate((self._found, found))[order]

    def _measured(self, rates: Floats) -> Generator[None, None, Array]:
        start = self._start
        losses, slopes = yield from self._line.measure(rates)
        found = _kinds(start, rates, losses, slopes)
        found[rates < _least_rate(start)] = KINDS.index(STILL)
        return found

    def band(self) -> Band:
        """Neighbours of one kind made one."""
        edges = np.flatnonzero(np.diff(self._found))
        middles = np.sqrt(self._rates[edges]) * np.sqrt(self._rates[edges + 1])
        firsts = np.concatenate(([0], edges + 1))
        kinds = tuple(KINDS[self._found[first]] for first in firsts)
        low, high = self._ends
        return Band(frozen(np.concatenate(([low], middles, [high]))), kinds)

    def around_edges(self) -> Floats:
        """The next rates to sample, so that edges become exact; none once they are."""
        logs = np.log(self._rates)
        edges = np.flatnonzero(np.diff(self._found))
        edges = edges[logs[edges + 1] - logs[edges] > _EXACT][:_MOST_EDGES]
        parts = np.linspace(0, 1, self._between + 2)[1:-1]
        inside = logs[edges, None] + (logs[edges + 1] - logs[edges])[:, None] * parts
        return np.exp(inside).ravel()


def _least_rate(start: _Start) -> float:
    """The rate below which rounding takes the whole step back; ∞ for a direction of zeros."""
    if not np.isfinite(start.direction).all():
        return 0.0
    with np.errstate(all="ignore"):
        least = np.spacing(abs(start.theta)) / 2 / abs(start.direction)
    return float(np.nanmin(least, initial=np.inf))
