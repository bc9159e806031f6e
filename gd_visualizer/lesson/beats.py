"""Beats: what the clicker does, press by press, as values."""

from msgspec import Struct

from gd_visualizer.lesson.pictures import Panel, Picture
from gd_visualizer.lesson.rate import LearningRate


class Advance(Struct, frozen=True):
    """Goes one phase on inside the step."""


class Step(Struct, frozen=True):
    """Takes ``count`` whole steps, from inside a step the rest of it as the first."""

    count: int = 1


class Run(Struct, frozen=True):
    """Steps to the lesson's stop."""


class Reset(Struct, frozen=True):
    """Goes back to the lesson's start."""


class SetParameter(Struct, frozen=True):
    """One weight or bias set by hand."""

    name: str
    value: float


class SetRate(Struct, frozen=True):
    """Another learning rate from here on."""

    rate: LearningRate


class SetOptimizer(Struct, frozen=True):
    """Another optimizer from here on, with its defaults."""

    name: str


class Select(Struct, frozen=True):
    """The weight or bias that is explained."""

    name: str


class ShowPoint(Struct, frozen=True):
    """The point that is shown, from 1."""

    number: int


class ShowSurface(Struct, frozen=True):
    """Shows the loss as ``kind``, a picture of the surface's panel."""

    kind: Picture


class ShowPictures(Struct, frozen=True):
    """Shows these ``panels`` and no others."""

    panels: tuple[Panel, ...]


class ShowInstead(Struct, frozen=True):
    """Shows the code in the place of the points, or the points in that of the code."""

    panel: Panel


class ShowLoss(Struct, frozen=True):
    """The loss as far as one of its parts: losses, total or mean."""

    part: str


class Keep(Struct, frozen=True):
    """Keep the run for comparison and return to the start."""


class Darken(Struct, frozen=True):
    """Hides the surface but for the lantern's circle."""


class Light(Struct, frozen=True):
    """Ends the dark: all of the surface is seen."""


class Nothing(Struct, frozen=True):
    """A press that shows a caption only."""


Action = (
    Advance
    | Step
    | Run
    | Reset
    | SetParameter
    | SetRate
    | SetOptimizer
    | Select
    | ShowPoint
    | ShowSurface
    | ShowPictures
    | ShowInstead
    | ShowLoss
    | Keep
    | Darken
    | Light
    | Nothing
)


class Beat(Struct, frozen=True):
    """One press: its actions in order, a caption or '', and what the lecturer says or ''."""

    do: tuple[Action, ...] = (Advance(),)
    text: str = ""
    notes: str = ""
