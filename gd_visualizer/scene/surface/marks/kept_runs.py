"""Runs that are kept, by their paths over a slice."""

from functools import lru_cache

import numpy as np
from msgspec.structs import replace

from gd_visualizer.descent.run_names import run_names
from gd_visualizer.descent.state.descent import Descent
from gd_visualizer.descent.state.kept_run import KeptRun
from gd_visualizer.descent.state.section import Section
from gd_visualizer.scene.look.drawable import pinned
from gd_visualizer.scene.plot.kept_runs import MOST_ROWS, NAMELESS, KeptRunLine
from gd_visualizer.scene.surface.slice import SurfaceSlice

_MOST_RINGS = 40


def surface_kept_lines(descent: Descent, surface_slice: SurfaceSlice) -> list[KeptRunLine]:
    """The paths of the kept runs over a slice; over one parameter its values and the losses."""
    named = zip(descent.kept, run_names(descent), strict=False)
    return [
        replace(_placed(_on_slice(run, surface_slice.section), surface_slice), words=words)
        for run, words in named
        if not run.hidden
    ]


def _placed(kept_line: KeptRunLine, surface_slice: SurfaceSlice) -> KeptRunLine:
    sides = [*surface_slice.ranges, surface_slice.loss_range][:2]
    xs, ys = pinned(np.column_stack([kept_line.xs, kept_line.ys]), sides).T
    return replace(kept_line, xs=xs, ys=ys)


@lru_cache(64)
def _on_slice(run: KeptRun, along: Section) -> KeptRunLine:
    stop = run.timeline.cursor + 1
    if len(along.names) == 2:
        line = along.outline(run.timeline, stop)[-MOST_ROWS:]
        return KeptRunLine(NAMELESS, run.look, line[:, 0], line[:, 1])
    first = max(stop - _MOST_RINGS, 0)
    line = along.path(run.timeline, stop, first)
    losses = run.timeline.losses(first)[: len(line)]
    return KeptRunLine(NAMELESS, run.look, line[:, 0], np.asarray(losses))
