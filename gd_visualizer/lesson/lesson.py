"""A lesson as a value: a network, data, a start, a descent, and what is shown of it."""

from collections.abc import Mapping
from enum import IntEnum
from functools import cached_property
from types import MappingProxyType

import numpy as np
from msgspec import Struct, field
from msgspec.structs import force_setattr

from gd_visualizer.core.arrays import Floats
from gd_visualizer.core.losses import LOSSES, Loss
from gd_visualizer.core.network.fit import Fit
from gd_visualizer.core.network.network import Network
from gd_visualizer.core.network.objective import NetworkObjective
from gd_visualizer.core.objective.objective import Objective
from gd_visualizer.core.optimizers.registry import OPTIMIZERS
from gd_visualizer.lesson.beats import Beat
from gd_visualizer.lesson.data import Data
from gd_visualizer.lesson.fit_look import USUAL, FitLook
from gd_visualizer.lesson.pictures import CODE, FIGURES, NETWORK_PANEL, Panel, Picture
from gd_visualizer.lesson.rate import LearningRate
from gd_visualizer.text.message import Message

FLAT = 1e-9
CONTROLS = (
    "run",
    "speed",
    "learning rate",
    "optimizer",
    "export",
    "random start",
    "axes",
    "log",
    CODE.name,
    "loss",
    "factors",
)
LOSS_PARTS = ("losses", "total", "mean")


class Phase(IntEnum):
    """The phases of one step, in order; START is row 0 before any of them."""

    START = 0
    FORWARD = 1
    ERROR = 2
    SLOPES = 3
    UPDATE = 4


class RandomStart(Struct, frozen=True):
    """Weights and biases drawn evenly from [low, high) by NumPy's default generator."""

    low: float = -1.0
    high: float = 1.0
    seed: int = 0

    def theta(self, size: int) -> Floats:
        """The start (``size``,) that this seed draws."""
        draw = np.random.default_rng(self.seed).uniform(self.low, self.high, size)
        draw.flags.writeable = False
        return draw


class Stop(Struct, frozen=True):
    """When a run ends by itself: after ``steps``, or where the gradient's norm is this small."""

    steps: int | None = None
    gradient: float = FLAT


class Settings(Struct, frozen=True):
    """How a step is made: optimizer, its options (all of them), rate, batch and its seed.

    ``batch_size`` None: all points in every step.
    """

    optimizer: str
    options: Mapping[str, float]
    rate: LearningRate
    batch_size: int | None = None
    seed: int = 0

    def __post_init__(self) -> None:
        # Rows of the past share this mapping.
        force_setattr(self, "options", MappingProxyType(dict(self.options)))

    @property
    def plain(self) -> bool:
        """Whether a step is −rate · gradient and nothing else."""
        return OPTIMIZERS[self.optimizer].plain


class View(Struct, frozen=True):
    """What the lesson shows: surface and its axes, pictures, how far a step goes, hidden controls.

    A range that is None is chosen from the descent. ``last_phase`` before UPDATE: no descent.
    """

    surface: Picture
    axes: tuple[str, ...]
    x_range: tuple[float, float] | None = None
    y_range: tuple[float, float] | None = None
    panels: tuple[Panel, ...] = (NETWORK_PANEL,)
    last_phase: Phase = Phase.UPDATE
    hide: tuple[str, ...] = ()
    dark: bool = False
    predict: bool = False
    fit: FitLook = USUAL

    @property
    def descends(self) -> bool:
        """Whether steps go as far as Update."""
        return self.last_phase == Phase.UPDATE

    @property
    def tells_loss(self) -> bool:
        """Whether points show their loss; not before a lecture has come to it."""
        return "loss" not in self.hide

    @property
    def tells_factors(self) -> bool:
        """Whether a slope is shown as a product; not before a lecture has come to it."""
        return "factors" not in self.hide


class Lesson(Struct, frozen=True, eq=False, dict=True, weakref=True):
    """A lesson. ``objective`` is what is minimised, a network's loss with its data as a rule;
    ``start`` (P,) is row 0's theta.

    ``random`` is how a new start is drawn; ``starts_random`` that the lesson's own was.
    ``source`` is the path of its file; empty for a built-in lesson. ``found`` is how its data file
    is written, where a person should know. ``given`` are its points as they were given, None where
    they are those of ``objective``. ``taught`` is the lesson before somebody changed its points:
    the script of its beats is that one's.
    """

    id: str
    title: str
    summary: str
    objective: Objective
    start: Floats
    settings: Settings
    view: View
    random: RandomStart = RandomStart()
    starts_random: bool = False
    stop: Stop = Stop()
    beats: tuple[Beat, ...] = field(default=())
    source: str = ""
    found: Message | None = None
    given: Data | None = None
    taught: "Lesson | None" = None

    @cached_property
    def data(self) -> Data:
        """Its points in their own units; TypeError where something else is minimised."""
        return self.given or Data(self.fit.X, self.fit.y)

    @property
    def original(self) -> "Lesson":
        """The lesson before its points were changed; itself where they are its own."""
        return self.taught or self

    @cached_property
    def testing(self) -> NetworkObjective | None:
        """The mean loss of the points that are held out, without a penalty; None without any."""
        X, y = self.data.testing
        fit = self.fit
        return NetworkObjective(fit.network, X, y, fit.loss) if len(X) else None

    @property
    def figures(self) -> tuple[Picture, ...]:
        """What of it can be exported: no curve without a descent, no map over a single weight."""
        return tuple(
            picture
            for picture in FIGURES
            if picture.axes <= self.objective.size and (self.view.descends or not picture.descends)
        )

    @property
    def network(self) -> Network:
        """The lesson's network; TypeError where something else is minimised."""
        return self.fit.network

    @property
    def fit(self) -> Fit:
        """The network and its points; TypeError where something else is minimised."""
        if not isinstance(self.objective, Fit):
            raise TypeError(f"what {self.id} minimises is no network")
        return self.objective

    @property
    def loss(self) -> Loss:
        """The loss of the network's points; refuses where something else is minimised."""
        return LOSSES[self.fit.loss.name]
