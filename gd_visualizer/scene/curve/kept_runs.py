"""Runs that are kept, as lines in the pictures: each with a colour, a dash and a name."""

from dataclasses import dataclass, replace
from functools import lru_cache

import numpy as np

from gd_visualizer.core.arrays import Floats
from gd_visualizer.descent.commands.kept_runs import KeptRun
from gd_visualizer.descent.state.descent import Descent
from gd_visualizer.descent.state.section import Section
from gd_visualizer.scene.curve.curve import thinned
from gd_visualizer.scene.look.drawable import pinned
from gd_visualizer.scene.surface.slice import Ground
from gd_visualizer.text.message import Message

DASHES: tuple[tuple[float, ...], ...] = (
    (6, 3),
    (2, 2),
    (8, 3, 2, 3),
    (12, 4),
    (1, 2),
    (6, 2, 2, 2, 2, 2),
    (4, 4),
    (10, 2),
)
_MOST_ROWS = 2000
_MOST_RINGS = 40


@dataclass(frozen=True, eq=False)
class Ghost:
    """``xs``, ``ys`` (n,) of a line; ``look`` picks its colour and its dash."""

    words: Message
    look: int
    xs: Floats
    ys: Floats


def curve_ghosts(descent: Descent) -> list[Ghost]:
    """The losses of the kept runs by row."""
    return [_curve(run) for run in descent.compared]


def surface_ghosts(descent: Descent, ground: Ground) -> list[Ghost]:
    """The ways of the kept runs over a slice; over one parameter its values and the losses."""
    return [_placed(_way(run, ground.section), ground) for run in descent.compared]


def _placed(ghost: Ghost, ground: Ground) -> Ghost:
    sides = [*ground.ranges, ground.loss_range][:2]
    xs, ys = pinned(np.column_stack([ghost.xs, ghost.ys]), sides).T
    return replace(ghost, xs=xs, ys=ys)


@lru_cache(32)
def _curve(run: KeptRun) -> Ghost:
    losses = run.timeline.losses()[: run.timeline.cursor + 1]
    rows, kept = thinned(losses, _MOST_ROWS // 4)
    return Ghost(run.words, run.look, rows, kept)


@lru_cache(64)
def _way(run: KeptRun, along: Section) -> Ghost:
    stop = run.timeline.cursor + 1
    if len(along.names) == 2:
        line = along.outline(run.timeline, stop)[-_MOST_ROWS:]
        return Ghost(run.words, run.look, line[:, 0], line[:, 1])
    first = max(stop - _MOST_RINGS, 0)
    line = along.path(run.timeline, stop, first)
    losses = run.timeline.losses(first)[: len(line)]
    return Ghost(run.words, run.look, line[:, 0], np.asarray(losses))
