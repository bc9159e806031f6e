"""Beats: what the clicker does, press by press, as values."""

from dataclasses import dataclass

from gd_visualizer.lesson.pictures import Panel, Picture
from gd_visualizer.lesson.rate import LearningRate


@dataclass(frozen=True)
class Advance:
    """Goes one phase on inside the step."""


@dataclass(frozen=True)
class Step:
    """Takes ``count`` whole steps, from inside a step the rest of it as the first."""

    count: int = 1


@dataclass(frozen=True)
class Run:
    """Steps to the lesson's stop."""


@dataclass(frozen=True)
class Reset:
    """Goes back to the lesson's start."""


@dataclass(frozen=True)
class SetParameter:
    """One weight or bias set by hand."""

    name: str
    value: float


@dataclass(frozen=True)
class SetRate:
    """Another learning rate from here on."""

    rate: LearningRate


@dataclass(frozen=True)
class SetOptimizer:
    """Another optimizer from here on, with its defaults."""

    name: str


@dataclass(frozen=True)
class Select:
    """The weight or bias that is explained."""

    name: str


@dataclass(frozen=True)
class ShowPoint:
    """The point that is shown, from 1."""

    number: int


@dataclass(frozen=True)
class ShowSurface:
    """Shows the loss as ``kind``, a picture of the surface's panel."""

    kind: Picture


@dataclass(frozen=True)
class ShowPictures:
    """Shows these ``panels`` and no others."""

    panels: tuple[Panel, ...]


@dataclass(frozen=True)
class ShowInstead:
    """Shows the code in the place of the points, or the points in that of the code."""

    panel: Panel


@dataclass(frozen=True)
class ShowLoss:
    """The loss as far as one of its parts: losses, total or mean."""

    part: str


@dataclass(frozen=True)
class Keep:
    """Keep the run for comparison and return to the start."""


@dataclass(frozen=True)
class Darken:
    """Hides the surface but for the lantern's circle."""


@dataclass(frozen=True)
class Light:
    """Ends the dark: all of the surface is seen."""


@dataclass(frozen=True)
class Nothing:
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


@dataclass(frozen=True)
class Beat:
    """One press: its actions in order, a caption or '', and what the lecturer says or ''."""

    do: tuple[Action, ...] = (Advance(),)
    text: str = ""
    notes: str = ""
