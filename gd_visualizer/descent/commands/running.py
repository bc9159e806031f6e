"""Many steps in pieces, for what cannot wait for the last one or hold them all in memory."""

from collections.abc import Iterator

from msgspec.structs import replace

from gd_visualizer.descent.commands.stepping import take_steps
from gd_visualizer.descent.state.chunk import ROWS
from gd_visualizer.descent.state.descent import Descent


def running(
    descent: Descent, count: int, heed_stop: bool = True, whole: bool = True
) -> Iterator[Descent]:
    """The descent after every piece of ``count`` steps, at least once; the last is that of
    ``take_steps``.

    ``whole`` False: each holds the rows since the one before it, and lets go of older ones.
    """
    goal = descent.row + count
    while True:
        before = descent.row
        descent = take_steps(descent, min(ROWS, goal - before), heed_stop)
        yield descent
        if descent.row in (before, goal) or descent.ended:
            return
        if not whole:
            descent = replace(descent, timeline=descent.timeline.without_earlier_rows())
