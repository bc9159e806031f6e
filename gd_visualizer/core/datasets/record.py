"""What a kind of made-up data is."""

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

from gd_visualizer.core.arrays import Floats, frozen
from gd_visualizer.core.datasets.draw import Draw
from gd_visualizer.core.datasets.formula import Formula

MOST_NOISE = 5.0
DECIMALS = 3  # that points are rounded to: the last digits of a sine differ between machines
Made = tuple[Floats, Floats]


@dataclass(frozen=True, eq=False)
class Dataset:
    """A kind of data: all that the program knows of it.

    ``made_of`` says in words what its targets are. ``make(draw, count, noise, formula)`` gives
    inputs (count, ``inputs``) and targets (count,): numbers or, of two ``classes``, 0 and 1.
    ``noise`` is the deviation of what is added to the targets, or, where there are classes, to the
    places of the points. ``formula`` is the function of x that it follows where nobody types
    another, "" where it follows none. ``count`` and ``noise`` are what it has where nobody asks for
    others.
    """

    name: str
    made_of: str
    make: Callable[[Draw, int, float, Formula | None], Made]
    inputs: int = 1
    classes: bool = False
    formula: str = ""
    count: int = 40
    noise: float = 0.2

    def points(self, count: int, noise: float, seed: int, formula: str = "") -> Made:
        """Inputs (count, inputs) and targets (count,), read-only and rounded to 3 decimals.

        Raises FormulaError for a formula that is none, or has no finite value where it is needed.
        """
        written = formula or self.formula
        function = Formula(written) if written else None
        X, y = self.make(Draw(seed), count, noise, function)
        return rounded(X), rounded(y)


def rounded(values: Floats) -> Floats:
    """``values`` with as many decimals as points have, read-only; no −0."""
    return frozen(np.round(values, DECIMALS) + 0.0)
