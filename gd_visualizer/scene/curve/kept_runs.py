"""Runs that are kept, by their losses."""

from functools import lru_cache

from msgspec.structs import replace

from gd_visualizer.descent.run_names import run_names
from gd_visualizer.descent.state.descent import Descent
from gd_visualizer.descent.state.kept_run import KeptRun
from gd_visualizer.scene.curve.curve import thinned
from gd_visualizer.scene.plot.kept_runs import MOST_ROWS, NAMELESS, KeptRunLine


def curve_kept_lines(descent: Descent) -> list[KeptRunLine]:
    """The losses of the kept runs by row."""
    named = zip(descent.kept, run_names(descent), strict=False)
    return [replace(_curve(run), words=words) for run, words in named if not run.hidden]


@lru_cache(32)
def _curve(run: KeptRun) -> KeptRunLine:
    losses = run.timeline.losses()[: run.timeline.cursor + 1]
    rows, kept = thinned(losses, MOST_ROWS // 4)
    return KeptRunLine(NAMELESS, run.look, rows, kept)
