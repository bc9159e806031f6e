"""Slices of the loss. How soon each grid is there, and how long the window waits at most."""

import statistics
from collections import defaultdict
from collections.abc import Callable, Sequence

import numpy as np

from benchmarks.problems import lesson, playground
from benchmarks.table import NONE, Row, below, faster, time_text, verdict
from benchmarks.timing import clock, side_by_side
from gd_visualizer.core.arrays import Floats
from gd_visualizer.core.objective.landscape import refine, sample
from gd_visualizer.lesson.lesson import Lesson

RANGES = ((-3.0, 3.0), (-3.0, 3.0))
AXES = {"of two nodes": ("w1_1_1", "w1_2_2"), "into one node": ("w1_1_1", "w1_2_1")}
LONGEST = 4e-3
LIMITS = {21: 3e-3, 101: 20e-3}
LOOPED = 400  # points that the Python loop really does


class Drive:
    """Grids as ``refine`` yields them, over and over: when each was ready, and every piece."""

    def __init__(self, which: Lesson, axes: Sequence[str], sizes: Sequence[int]) -> None:
        self.lesson, self.axes, self.sizes = which, axes, sizes
        self.ready: dict[int, list[float]] = defaultdict(list)
        self.pieces: list[list[float]] = []

    def run(self) -> None:
        """Once more, from the first piece to the last."""
        objective, theta = self.lesson.objective, self.lesson.start
        ready: dict[int, float] = {}
        pieces: list[float] = []
        start = before = clock()
        for grid in refine(objective, theta, self.axes, RANGES, self.sizes):
            now = clock()
            pieces.append(now - before)
            if grid is not None:
                ready.setdefault(len(grid.losses), now - start)
            before = now
        for size, seconds in ready.items():
            self.ready[size].append(seconds)
        self.pieces.append(pieces)

    def until(self, size: int) -> float:
        """Seconds from the start until that grid is there, coarser ones included: the median."""
        return statistics.median(self.ready[size])

    def longest_piece(self) -> float:
        """The longest of the pieces, each of them the median over the runs."""
        return max(statistics.median(times) for times in zip(*self.pieces, strict=True))

    def worst(self) -> float:
        """The longest single piece of all runs."""
        return max(map(max, self.pieces))


def rows(quick: bool) -> list[Row]:
    """The rows of the table about slices."""
    rounds = 7 if quick else 25
    found: list[Row] = []
    for words, axes in AXES.items():
        found += _network(words, axes, rounds)
    return [*found, *_exact(rounds), *_large(3 if quick else 7)]


def _network(words: str, axes: tuple[str, str], rounds: int) -> list[Row]:
    """The network of the budgets, over two of its first weights."""
    which = playground()
    drive = Drive(which, axes, (21, 101, 201))
    _check(which, axes)
    contestants = {
        "drive": drive.run,
        "loop": _loop(which, axes, LOOPED),
        "batched": lambda: _batched(which, axes, 101),
    }
    seconds = side_by_side(contestants, rounds)
    point, batched = seconds["loop"].median / LOOPED, seconds["batched"].median
    loop = "Python loop, scaled"
    kind = f"two weights {words}"
    return [
        below(f"slice 21×21, {kind}", drive.until(21), LIMITS[21], loop, point * 21**2),
        below(f"slice 101×101, {kind}", drive.until(101), LIMITS[101], loop, point * 101**2),
        below(f"slice 101×101, {kind}", drive.until(101), LIMITS[101], "batched matmul", batched),
        faster(f"slice 201×201, {kind}", drive.until(201), loop, point * 201**2),
        _piece(f"longest piece of these slices, {kind}", drive),
    ]


def _exact(rounds: int) -> list[Row]:
    """The same grid in float64, as the tables need it."""
    which, axes = playground(), AXES["into one node"]
    contestants = {
        "ours": lambda: _sampled(which, axes, 101),
        "loop": _loop(which, axes, LOOPED),
    }
    seconds = side_by_side(contestants, rounds)
    theirs = seconds["loop"].median / LOOPED * 101**2
    what = "slice 101×101 in float64, two weights into one node"
    return [faster(what, seconds["ours"].median, "Python loop, scaled", theirs)]


def _large(rounds: int) -> list[Row]:
    """A network of 501 parameters on 1,000 points."""
    drive = Drive(lesson((2, 20, 20, 1), 1000), AXES["into one node"], (21,))
    for _ in range(rounds):
        drive.run()
    words = "2-20-20-1 (501 parameters), 1,000 points"
    return [
        Row(f"slice 21×21, {words}", time_text(drive.until(21))),
        _piece(f"longest piece, {words}", drive),
    ]


def _piece(what: str, drive: Drive) -> Row:
    seconds = drive.longest_piece()
    measured = f"{time_text(seconds)} (once {time_text(drive.worst())})"
    return Row(what, measured, NONE, NONE, f"≤ {LONGEST * 1e3:g} ms", verdict(seconds <= LONGEST))


def _lines(size: int) -> list[Floats]:
    return [np.linspace(*limits, size) for limits in RANGES]


def _sampled(which: Lesson, axes: tuple[str, str], size: int) -> Floats:
    return np.asarray(sample(which.objective, which.start, axes, _lines(size)).losses)


def _thetas(which: Lesson, axes: tuple[str, str], size: int) -> Floats:
    """Theta at every point of the grid (size · size, P)."""
    thetas = np.repeat(which.start[None], size * size, axis=0)
    grids = np.meshgrid(*_lines(size), indexing="ij")
    for name, grid in zip(axes, grids, strict=True):
        thetas[:, which.network.parameter(name).index] = grid.ravel()
    return thetas


def _loop(which: Lesson, axes: tuple[str, str], count: int) -> Callable[[], list[float]]:
    """The plain way: one theta after the other, ``count`` of the 101×101."""
    thetas = _thetas(which, axes, 101)[:: 101**2 // count][:count]
    return lambda: [which.objective.loss_at(theta) for theta in thetas]


def _batched(which: Lesson, axes: tuple[str, str], size: int) -> Floats:
    """All points of a row of the grid at once, by NumPy's stacked matrix products, in float32."""
    X, y = (a.astype(np.float32) for a in (which.objective.X, which.objective.y))
    thetas = _thetas(which, axes, size).astype(np.float32).reshape(size, size, -1)
    losses = np.empty((size, size))
    for row, some in enumerate(thetas):
        values, at = X, 0
        for n, m in zip(which.network.layers, which.network.layers[1:], strict=False):
            W = some[:, at : at + n * m].reshape(-1, n, m)
            b = some[:, at + n * m : at + n * m + m]
            values = np.tanh(values @ W + b[:, None, :])
            at += n * m + m
        losses[row] = ((values - y) ** 2).sum(axis=2).mean(axis=1)
    return losses


def _check(which: Lesson, axes: tuple[str, str]) -> None:
    """Peers must compute the same before they are timed."""
    ours = _sampled(which, axes, 21)
    looped = [which.objective.loss_at(theta) for theta in _thetas(which, axes, 21)]
    np.testing.assert_allclose(ours.ravel(), looped, rtol=1e-9)
    np.testing.assert_allclose(ours, _batched(which, axes, 21), rtol=1e-3)
