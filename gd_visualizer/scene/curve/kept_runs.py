"""Runs that are kept, as lines in the pictures: each with a colour, a dash and a name."""

from dataclasses import dataclass, replace
from functools import lru_cache

import numpy as np

from gd_visualizer.core.arrays import Floats
from gd_visualizer.descent.state.descent import Descent
from gd_visualizer.descent.state.kept_run import KeptRun
from gd_visualizer.descent.state.section import Section
from gd_visualizer.scene.curve.curve import thinned
from gd_visualizer.scene.look.drawable import pinned
from gd_visualizer.scene.surface.slice import SurfaceSlice
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
class KeptRunLine:
    """``xs``, ``ys`` (n,) of a line; ``look`` picks its colour and its dash."""

    words: Message
    look: int
    xs: Floats
    ys: Floats


def curve_kept_lines(descent: Descent) -> list[KeptRunLine]:
    """The losses of the kept runs by row."""
    return [_curve(run) for run in descent.compared]


def surface_kept_lines(descent: Descent, surface_slice: SurfaceSlice) -> list[KeptRunLine]:
    """The paths of the kept runs over a slice; over one parameter its values and the losses."""
    return [
        _placed(_on_slice(run, surface_slice.section), surface_slice) for run in descent.compared
    ]


def _placed(kept_line: KeptRunLine, surface_slice: SurfaceSlice) -> KeptRunLine:
    sides = [*surface_slice.ranges, surface_slice.loss_range][:2]
    xs, ys = pinned(np.column_stack([kept_line.xs, kept_line.ys]), sides).T
    return replace(kept_line, xs=xs, ys=ys)


@lru_cache(32)
def _curve(run: KeptRun) -> KeptRunLine:
    losses = run.timeline.losses()[: run.timeline.cursor + 1]
    rows, kept = thinned(losses, _MOST_ROWS // 4)
    return KeptRunLine(run.words, run.look, rows, kept)


@lru_cache(64)
def _on_slice(run: KeptRun, along: Section) -> KeptRunLine:
    stop = run.timeline.cursor + 1
    if len(along.names) == 2:
        line = along.outline(run.timeline, stop)[-_MOST_ROWS:]
        return KeptRunLine(run.words, run.look, line[:, 0], line[:, 1])
    first = max(stop - _MOST_RINGS, 0)
    line = along.path(run.timeline, stop, first)
    losses = run.timeline.losses(first)[: len(line)]
    return KeptRunLine(run.words, run.look, line[:, 0], np.asarray(losses))
