"""What is looked at, as a value: it never changes what happens."""

from collections.abc import Mapping

from msgspec import Struct, field

from gd_visualizer.core.objective.plane import Plane
from gd_visualizer.descent.state.camera import Camera
from gd_visualizer.lesson.beats import ShowLoss
from gd_visualizer.lesson.fit_look import USUAL, FitLook
from gd_visualizer.lesson.lesson import LOSS_PARTS, Lesson
from gd_visualizer.lesson.pictures import SURFACE_PANEL, Panel, Picture


class Spot(Struct, frozen=True):
    """A place of the surface: ``values`` by the names of its axes, along the directions of
    ``plane`` if there is one."""

    plane: Plane | None
    values: tuple[tuple[str, float], ...]

    def on(self, names: tuple[str, ...], plane: Plane | None) -> tuple[float, ...] | None:
        """Its coordinates along the axes ``names``; None where they are other axes."""
        known = dict(self.values)
        if self.plane is not plane or known.keys() != set(names):
            return None
        return tuple(known[name] for name in names)


class Display(Struct, frozen=True):
    """What is looked at.

    ``weight`` names the selected weight or bias; ``node`` is (layer, node) from (0, 0), or None;
    ``point`` is the row of data that is shown, from 0. ``surface`` is the kind of it that is
    seen, over ``axes``, one or two parameters, or over the directions of ``plane`` instead.
    ``ranges`` are what the person has zoomed to, by axis or ``loss``; the others are chosen by the
    program. ``panels`` are what the stage shows, the first of them where there is no room for
    all. ``loss_parts``: how many parts of the loss are
    told, of the points' losses, their total and their mean: all, unless the lesson's beats tell
    them one by one.
    ``dark``: only the surface around the point is seen; ``revealed``: it was dark,
    and the light has just shown where we are. ``log_height``: the surface's heights grow by powers
    of ten; ``log_loss``: so do those of the loss by step, or, where it is None, as the program
    chooses. ``camera`` is from where it is seen in 3D.
    ``rate_held``: the learning rate's slider is held, and where the rate would lead is shown; the
    controller alone says so, of every state.
    ``guess`` is where somebody thinks the lowest place is, while it is dark. ``fit`` is how the
    fit and the nodes are looked at.
    """

    weight: str
    point: int
    surface: Picture
    axes: tuple[str, ...]
    plane: Plane | None = None
    node: tuple[int, int] | None = None
    ranges: Mapping[str, tuple[float, float]] = field(default_factory=dict)
    panels: tuple[Panel, ...] = ()
    loss_parts: int = len(LOSS_PARTS)
    dark: bool = False
    revealed: bool = False
    log_height: bool = False
    log_loss: bool | None = None
    camera: Camera = field(default_factory=Camera)
    rate_held: bool = False
    guess: Spot | None = None
    fit: FitLook = USUAL

    def picture(self, panel: Panel) -> Picture:
        """The picture that a panel shows."""
        return self.surface if panel is SURFACE_PANEL else panel.pictures[0]

    @property
    def shows_surface(self) -> bool:
        """Whether the surface is among what is shown."""
        return SURFACE_PANEL in self.panels


def first_display(lesson: Lesson) -> Display:
    """What a lesson shows at first."""
    return Display(
        weight=lesson.view.axes[0],
        point=0,
        surface=lesson.view.surface,
        axes=lesson.view.axes,
        panels=lesson.view.panels,
        dark=lesson.view.dark,
        fit=lesson.view.fit,
        loss_parts=0 if tells_parts(lesson) else len(LOSS_PARTS),
    )


def tells_parts(lesson: Lesson) -> bool:
    """Whether the lesson's beats tell the loss part by part."""
    actions = (action for beat in lesson.beats for action in beat.do)
    return any(isinstance(action, ShowLoss) for action in actions)
