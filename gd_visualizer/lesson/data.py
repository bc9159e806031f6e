"""The points of a lesson: which train, how their inputs are scaled, where they come from."""

from functools import cached_property

import numpy as np
from msgspec import Struct
from msgspec.structs import force_setattr, replace

from gd_visualizer.core.arrays import Floats, Ints, frozen
from gd_visualizer.core.datasets.draw import Draw
from gd_visualizer.core.datasets.registry import DATASETS
from gd_visualizer.core.network.network import Network

MOST_TESTING = 0.9


def class_values(network: Network) -> tuple[float, float]:
    """The targets of two classes: −1 and 1 where the output can be negative, else 0 and 1."""
    return (-1.0, 1.0) if network.functions[-1].signed else (0.0, 1.0)


class Generated(Struct, frozen=True):
    """How points were made: the ``kind`` of data, how many ``points``, their ``noise``, the
    ``seed``, and the ``formula`` that somebody has typed ("": the kind's own)."""

    kind: str
    points: int
    noise: float
    seed: int = 0
    formula: str = ""

    @property
    def classes(self) -> bool:
        """Whether they are of two classes."""
        return DATASETS[self.kind].classes

    def made(self, values: tuple[float, float]) -> tuple[Floats, Floats]:
        """Inputs (N, inputs) and targets (N, 1), the targets of two classes being ``values``.

        Raises FormulaError as ``Dataset.points`` does.
        """
        kind = DATASETS[self.kind]
        X, y = kind.points(self.points, self.noise, self.seed, self.formula)
        if kind.classes:
            y = frozen(np.where(y > 0, values[1], values[0]))
        return X, y[:, None]


class Scale(Struct, frozen=True, eq=False):
    """(x − ``mean``) ÷ ``deviation`` of each input, both (inputs,); a constant input is only
    moved."""

    mean: Floats
    deviation: Floats

    def applied(self, X: Floats) -> Floats:
        """``X`` (n, inputs) scaled."""
        return frozen((X - self.mean) / self.deviation)


def scale_of(X: Floats) -> Scale:
    """The scale that gives each column of ``X`` (N, inputs) the mean 0 and the deviation 1."""
    deviation = X.std(axis=0)
    return Scale(frozen(X.mean(axis=0)), frozen(np.where(deviation > 0, deviation, 1.0)))


class Data(Struct, frozen=True, eq=False, dict=True):
    """Points ``X`` (N, inputs) and ``y`` (N, outputs) in their own units.

    ``inputs`` and ``targets`` are what the columns are called, () where they have no names;
    ``classes`` are the words for the lower and the higher target, where they are two classes.
    ``test`` is the share that is held out for testing, drawn by ``test_seed``; ``scaled``: the
    network is given (x − mean) ÷ deviation of its training points. ``generated`` is how the points
    were made; None where they are somebody's own.
    """

    X: Floats
    y: Floats
    inputs: tuple[str, ...] = ()
    targets: tuple[str, ...] = ()
    classes: tuple[str, str] | None = None
    test: float = 0.0
    test_seed: int = 0
    scaled: bool = False
    generated: Generated | None = None

    def __post_init__(self) -> None:
        force_setattr(self, "X", frozen(self.X))
        force_setattr(self, "y", frozen(self.y))

    @cached_property
    def rows(self) -> tuple[Ints, Ints]:
        """The rows that train and those that test, ascending; at least one trains, and where a
        share is held out at all, at least one tests."""
        count = len(self.X)
        held = min(max(round(self.test * count), 1), count - 1) if self.test else 0
        if not held:
            return np.arange(count), np.arange(0)
        order = Draw(self.test_seed).order(count)
        return np.sort(order[held:]), np.sort(order[:held])

    @cached_property
    def scale(self) -> Scale | None:
        """That of the training points; None where nothing is scaled."""
        return scale_of(self.X[self.rows[0]]) if self.scaled else None

    def given(self, X: Floats) -> Floats:
        """What the network is given for inputs ``X`` (n, inputs) in their own units."""
        return self.scale.applied(X) if self.scale else X

    @cached_property
    def training(self) -> tuple[Floats, Floats]:
        """The points that train as the network is given them: (n, inputs) and (n, outputs)."""
        return self._part(self.rows[0])

    @cached_property
    def testing(self) -> tuple[Floats, Floats]:
        """The same of the points that test, which may be none."""
        return self._part(self.rows[1])

    def _part(self, rows: Ints) -> tuple[Floats, Floats]:
        if len(rows) == len(self.X):
            return frozen(self.given(self.X)), self.y
        return frozen(self.given(self.X[rows])), frozen(self.y[rows])

    @cached_property
    def class_values(self) -> tuple[float, float] | None:
        """The two targets of one output, lower first; None where there are not two classes."""
        if self.y.shape[1] != 1:
            return None
        low, high = float(self.y.min()), float(self.y.max())
        two = low < high and bool(np.isin(self.y, (low, high)).all())
        told = self.classes is not None or (self.generated is not None and self.generated.classes)
        usual = (low, high) in ((0.0, 1.0), (-1.0, 1.0)) and len(self.y) > 2
        return (low, high) if two and (told or usual) else None

    def edited(self, X: Floats, y: Floats) -> "Data":
        """Other points, somebody's own from now on."""
        return replace(self, X=X, y=y, generated=None)
