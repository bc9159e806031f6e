"""Runs that are kept, by their losses."""

from functools import lru_cache

from gd_visualizer.descent.state.descent import Descent
from gd_visualizer.descent.state.kept_run import KeptRun
from gd_visualizer.scene.curve.curve import thinned
from gd_visualizer.scene.plot.kept_runs import MOST_ROWS, KeptRunLine


def curve_kept_lines(descent: Descent) -> list[KeptRunLine]:
    """The losses of the kept runs by row."""
    return [_curve(run) for run in descent.compared]


@lru_cache(32)
def _curve(run: KeptRun) -> KeptRunLine:
    losses = run.timeline.losses()[: run.timeline.cursor + 1]
    rows, kept = thinned(losses, MOST_ROWS // 4)
    return KeptRunLine(run.words, run.look, rows, kept)
