"""What a figure or table is asked to show."""

from msgspec import Struct, field

from gd_visualizer.core.objective.objective import Objective
from gd_visualizer.core.objective.plane import Plane
from gd_visualizer.descent.state.camera import Camera
from gd_visualizer.descent.state.section import Range, Section, directions, parameters
from gd_visualizer.lesson.fit_look import FitLook
from gd_visualizer.lesson.pictures import Picture
from gd_visualizer.scene.surface.maker import DrawingMaker
from gd_visualizer.scene.visibility import ALL, Visibility
from gd_visualizer.text.speech import ENGLISH, Speech

SUFFIXES = (".png", ".svg", ".pdf", ".csv")
SIZE = (1600, 1000)


class Still(Struct, frozen=True, eq=False):
    """What stays the same through an animation: over two axes the losses that are shown, and their
    levels; ``maker`` draws a picture whose places are the same in all frames; ``kept`` is what the
    frames hand on to one another."""

    heights: Range | None = None
    levels: tuple[float, ...] = ()
    maker: DrawingMaker | None = None
    kept: dict[str, object] = field(default_factory=dict)


class Request(Struct, frozen=True):
    """A kind of picture, its axes (as many as it is over), and what the person fixed of it.

    ``plane``: over its directions instead of the axes.

    ``ranges`` belong to the axes; over one axis the second one is the range of the loss. A
    range or grid that is None is chosen by the scene.

    ``camera``: in space as the window shows it from there; None is the figure's own view. ``log``:
    losses by powers of ten, where they are heights; ``log_loss``: in the loss by step, None as its
    losses ask for. ``dark``: of a surface only the lantern's circle; ``revealed``: the
    light has just come. ``shown``: what of the moment
    may be seen; less than all is a worksheet. ``point``: the row of data that is shown, from 0.
    ``fit``: how the fit and the nodes are looked at; None: as the lesson does.
    ``still``: it is a frame of an animation. ``speech``: the language of a picture's words and
    numbers; a table is the same in all.
    """

    view: Picture
    axes: tuple[str, ...]
    ranges: tuple[Range | None, Range | None] = (None, None)
    grid: int | None = None
    size: tuple[int, int] = SIZE
    plane: Plane | None = None
    camera: Camera | None = None
    log: bool = False
    log_loss: bool | None = None
    dark: bool = False
    revealed: bool = False
    shown: Visibility = ALL
    point: int = 0
    fit: FitLook | None = None
    still: Still | None = None
    speech: Speech = ENGLISH

    def section(self, objective: Objective) -> Section:
        """What the slice is cut along."""
        if self.plane is not None:
            return directions(self.plane, len(self.axes))
        return parameters(objective, self.axes)
