"""A run that is kept for comparison, beside the one on screen."""

from msgspec import Struct

from gd_visualizer.descent.state.timeline import Timeline


class KeptRun(Struct, frozen=True, eq=False):
    """The rows of ``timeline`` up to its cursor. ``name`` is the person's own, or empty; ``look``
    (from 0) its colour and dash; ``beat`` the lesson's beat that kept it, from 1, or 0."""

    timeline: Timeline
    look: int
    name: str = ""
    hidden: bool = False
    beat: int = 0
