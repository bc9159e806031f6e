"""The loss by step: its ranges, ticks and heights, even or by decades."""

import numpy as np
from msgspec import Struct

from gd_visualizer.core.arrays import Floats, distinct
from gd_visualizer.descent.state.descent import Descent
from gd_visualizer.descent.state.held_out import held_out_losses, sampled_rows
from gd_visualizer.descent.state.section import Range
from gd_visualizer.scene.look.drawable import LARGEST, refused, widened
from gd_visualizer.scene.look.ticks import MOST, Ticks, linear_ticks, log_ticks
from gd_visualizer.text.message import Message

_LOG_FROM = 1000.0
_MARGIN = 0.06
_FLOOR = 0.25  # of the decades shown, below them
_POWERS = -307.0, 308.0  # of ten, between which floats have all their digits
_STAGES = (20, 24, 30, 40, 50, 60, 80, 100, 120, 160, 200)  # twentieths of a power of ten
_ENDS = (np.argmin, np.argmax)


class LossCurve(Struct, frozen=True, eq=False):
    """The loss of every row (rows,), with the current ``row``; ``log``: heights by decades.

    ``testing`` are rows and losses of the points that are held out; () where there are none.
    """

    losses: Floats
    row: int
    log: bool
    steps: Ticks
    heights: Ticks
    x_range: Range
    y_range: Range
    testing: tuple[Floats, ...] = ()

    @property
    def refused(self) -> Message | None:
        """Why nothing can be drawn; None where it can."""
        low, high = self.y_range
        if self.log and self.losses.min() <= high:  # else all of it is above
            low, high = np.log10(self.y_range).tolist()
        return refused(self.x_range, (low, high))

    def drawn_heights(self, losses: Floats) -> Floats:
        """``losses`` as heights of an even axis: by decades their logarithms, with what is lower
        than the axis on its floor."""
        return np.log10(np.maximum(losses, self.y_range[0])) if self.log else losses


def loss_curve(
    descent: Descent,
    log: bool | None = None,
    most: tuple[int, int] = (8, 6),
    staged: bool = False,
    limit: float = MOST,
    above: float = 0.0,
) -> LossCurve:
    """The curve of ``descent``; by decades if ``log``, or where it rises over a thousandfold.

    ``most`` are the ticks that look well on both axes, ``limit`` the parts that the axis of losses
    has room for; ``staged``: the axis of steps grows in stages and not with every step; ``above``:
    the share of the height that is left free above the losses, at least.
    """
    losses = descent.timeline.losses()
    others = [run.timeline.losses()[: run.timeline.cursor + 1] for run in descent.compared]
    testing = _testing(descent)
    known = [one[np.isfinite(one)] for one in testing[1:]]
    every = np.concatenate([losses, *others, *known]) if others or known else losses
    lowest, highest = float(every.min()), float(every.max())
    if log is None:
        log = highest > _LOG_FROM * max(float(losses[0]), 1e-12) or highest > LARGEST
    log = log and highest > 0
    steps = max(descent.timeline.last, 4, *(len(other) - 1 for other in others))
    if staged:
        steps = stage(steps)
    if log:
        low, high = _log_range(float(every[every > 0].min()), highest, above)
        if lowest > 0:
            heights = log_ticks(low, high, most[1], limit)
        else:
            floor = _floor(low, high)
            heights = log_ticks(low, high, most[1], _above(floor, low, high, limit))
            low, heights = floor, Ticks((floor, *heights.values), ("0", *heights.texts))
    else:
        low, high = _linear_range(lowest, highest, above)
        heights = linear_ticks(low, high, most[1], limit=limit)
    side = steps * 0.02
    return LossCurve(
        losses=losses,
        row=descent.row,
        log=log,
        steps=linear_ticks(0, steps, most[0], whole=True),
        heights=heights,
        x_range=(-side, steps + side),
        y_range=(low, high),
        testing=testing,
    )


def _testing(descent: Descent) -> tuple[Floats, ...]:
    """Rows of the testing points' line, and their losses; those before a drag."""
    if descent.lesson.testing is None:
        return ()
    rows = sampled_rows(descent)
    return rows.astype(np.float64), held_out_losses(descent, rows)


def _floor(low: float, high: float) -> float:
    """The place of a mark for 0, which has none by decades: well below all others."""
    decades = float(np.log10(high) - np.log10(low))
    return float(10 ** max(np.log10(low) - max(_FLOOR * decades, 0.3), -307.5))


def _above(floor: float, low: float, high: float, limit: float) -> float:
    """The parts that the axis from ``low`` on has room for, of ``limit`` from the floor on."""
    share = (np.log10(high) - np.log10(low)) / (np.log10(high) - np.log10(floor))
    return max(limit * float(share), 1.0)


def stage(steps: int) -> int:
    """The next round number, by up to a third larger."""
    power = 10 ** (len(str(steps)) - 1)
    found: int = next(m * power // 20 for m in _STAGES if m * power >= 20 * steps)
    return found


def _linear_range(lowest: float, highest: float, above: float) -> Range:
    """From 0, so that heights can be compared by eye, with room above."""
    base = 0.0 if lowest >= 0 else lowest
    if highest - base > LARGEST:
        return lowest, highest  # which no picture shows
    base, highest = widened((base, highest if highest > base else base + (abs(base) or 1.0)))
    span = highest - base
    return base - span * _MARGIN / 3, highest + span * max(_MARGIN, above / (1 - above))


def _log_range(lowest: float, highest: float, above: float) -> Range:
    low, high = np.log10(lowest), np.log10(highest)
    side = max(high - low, 0.5) * _MARGIN
    low = min(max(low - side, _POWERS[0]), _POWERS[1] - 2 * side)
    more = max(side, (high - low) * above / (1 - above))
    high = max(min(high + more, _POWERS[1]), low + 2 * side)
    return float(10**low), float(10**high)


def thinned(values: Floats, columns: int) -> tuple[Floats, Floats]:
    """(rows, values) that draw the same line in so many pixel columns: each one's extremes.

    ``values`` (rows,); at most 4 · ``columns`` points, first and last kept.
    """
    count = len(values)
    if count <= 4 * columns:
        return np.arange(count, dtype=np.float64), values
    stretch = -(-count // columns)
    whole = count // stretch
    blocks = values[: whole * stretch].reshape(whole, stretch)
    start = np.arange(whole) * stretch
    rest = whole * stretch + np.array(
        [f(values[whole * stretch :]) for f in _ENDS if count % stretch]
    )
    found = [start, *(start + f(blocks, axis=1) for f in _ENDS), rest, [count - 1]]
    rows = distinct(np.concatenate(found)).astype(np.int64)
    return rows.astype(np.float64), values[rows]
