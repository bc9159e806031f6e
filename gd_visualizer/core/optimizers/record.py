"""What an optimizer is: a rule as a function, and the same rule as lines to be written.

A rule is pure: (theta, gradient, state, rate, options) → (update, new state). The update is
returned before it is applied: new theta = theta + update.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import NamedTuple

import numpy as np

from gd_visualizer.core.arrays import Floats

Options = Mapping[str, float]


@dataclass(frozen=True, eq=False, slots=True)
class OptimizerState:
    """What an optimizer remembers: the steps it has taken, and its vectors ``slots`` (k, P)."""

    count: int
    slots: Floats


Rule = Callable[[Floats, Floats, OptimizerState, float, Options], tuple[Floats, OptimizerState]]


class Option(NamedTuple):
    """A setting of an optimizer: its default, and the range low ≤ value < high.

    ``silent``: at 0 it changes nothing, and the code does not name it.
    """

    default: float
    low: float = 0.0
    high: float = np.inf
    silent: bool = False


class Assignment(NamedTuple):
    """A line of a rule for one weight: the number called ``name`` becomes ``formula``.

    The formula, in the signs of ``descent.explanation.formula``, is of weight, slope,
    learning_rate, the options, the slots, step (counted from 1), steps_before (one less) and what
    the lines before it have assigned. The explanation puts ``words`` before it and calls the number
    ``symbol``; without one it is called as the weight is. A line that only hands a number on is not
    written. ``inserted``: the code has no line for it, but writes it where it is used.
    """

    name: str
    formula: str
    words: str = ""
    symbol: str = ""
    inserted: bool = False


Lines = tuple[Assignment, ...]


@dataclass(frozen=True, eq=False)
class Optimizer:
    """An optimizer: all that the program knows of it.

    ``lines(options, steps_before)`` is the rule of a step as it is written; its last line assigns
    the new weight, as weight − learning_rate · something, which ``direction`` says in words;
    empty: it is the slope. ``source`` names torch's page of the rule, and ``year`` is when it was
    published: menus and lists are in that order. ``torch`` makes that optimizer of ``parameters``,
    with learning_rate and the options by their names.
    ``slots`` are the names of what is remembered. That a step leads uphill is explained by those
    called velocity or average. They begin at 0, or at the option ``fill``.
    ``plain``: its update is −η g and nothing else.
    """

    name: str
    source: str
    torch: str
    year: int
    rule: Rule
    lines: Callable[[Options, int], Lines]
    slots: tuple[str, ...]
    options: Mapping[str, Option]
    direction: str
    fill: str = ""
    plain: bool = False

    def initial(self, size: int, options: Options) -> OptimizerState:
        """The state before the first step for ``size`` parameters."""
        fill = options.get(self.fill, 0.0)
        return OptimizerState(0, np.full((len(self.slots), size), fill))

    def defaults(self, options: Options | None = None) -> dict[str, float]:
        """All options, given ones over the defaults."""
        return {name: o.default for name, o in self.options.items()} | dict(options or {})
