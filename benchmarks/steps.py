"""Gradient steps. The gradient alone, and whole steps with the moment recorded."""

import numpy as np

from benchmarks.peers import HAVE_TORCH, PlainNumpy, TorchEager
from benchmarks.problems import opened, playground
from benchmarks.table import Row, against
from benchmarks.timing import Seconds, side_by_side
from gd_visualizer.descent.commands.descent import step

NETWORK = "2-4-2-1 tanh, 250 points"
STEPS = 100


def rows(quick: bool) -> list[Row]:
    """The rows of the table about steps."""
    rounds = 60 if quick else 300
    return [*_gradient(rounds), *_recorded("gradient descent", rounds), *_recorded("adam", rounds)]


def _gradient(rounds: int) -> list[Row]:
    lesson = playground()
    contestants = {
        "ours": lambda: lesson.objective.evaluate(lesson.start),
        "NumPy, plainly": PlainNumpy(lesson).evaluate,
    }
    _check(lesson.objective.evaluate(lesson.start)[1], contestants["NumPy, plainly"]()[1])
    if HAVE_TORCH:
        torch = TorchEager(lesson)
        contestants["torch eager"] = torch.evaluate
        torch.evaluate()
        _check(lesson.objective.evaluate(lesson.start)[1], torch.gradient())
    seconds = side_by_side(contestants, rounds)
    what = f"gradient, {NETWORK}, float64"
    return [
        against(what, seconds["ours"], "NumPy, plainly", seconds["NumPy, plainly"]),
        against(what, seconds["ours"], "torch eager", seconds.get("torch eager"), 10),
    ]


def _recorded(optimizer: str, rounds: int) -> list[Row]:
    """Whole steps: many in one command, and a command for each."""
    lesson = playground(optimizer)
    start = opened(lesson)
    one = [start]

    def single() -> None:
        one[0] = step(one[0])

    contestants = {"many": lambda: step(start, STEPS), "single": single}
    if HAVE_TORCH:
        _check_steps(optimizer)
        contestants["torch eager"] = TorchEager(lesson).step
    seconds = side_by_side(contestants, rounds)
    theirs = seconds.get("torch eager")
    many = Seconds(*(time / STEPS for time in seconds["many"]))
    what = f"step recorded, {optimizer}"
    return [
        against(f"{what}, {STEPS} to a command", many, "torch eager", theirs, 5),
        against(f"{what}, one to a command", seconds["single"], "torch eager", theirs),
    ]


def _check_steps(optimizer: str) -> None:
    lesson = playground(optimizer)
    torch = TorchEager(lesson)
    for _ in range(20):
        torch.step()
    _check(step(opened(lesson), 20).descent.moment.theta, torch.theta())


def _check(ours: np.ndarray, theirs: np.ndarray) -> None:
    """Peers must compute the same before they are timed."""
    np.testing.assert_allclose(ours, theirs, rtol=1e-9, atol=1e-12)
