"""The fit and the pictures of nodes: how soon they are there, and what they cost while a weight is
dragged."""

from functools import partial

import numpy as np

from benchmarks.screen import screen
from benchmarks.table import Row, below, longer
from benchmarks.timing import side_by_side
from gd_visualizer.core.network.chain_rule import forward
from gd_visualizer.core.network.network import Network
from gd_visualizer.core.network.sampled import InputGrid, node_values

COARSE, FINE, NODES = 3e-3, 20e-3, 5e-3
DRAG = 1.3
MOVES, QUICK_MOVES = 150, 50


def rows(quick: bool) -> list[Row]:
    """The rows of the table about the fit."""
    with screen() as on:
        found = on.run("benchmarks.fit_window", QUICK_MOVES if quick else MOVES)
    drag = longer(
        "drag of a weight, network, surface, curve, and fit with node pictures → repainted, p95",
        found["with"]["p95"],
        "the same without fit and node pictures",
        found["without"]["p95"],
        DRAG,
    )
    return [*_sampled(7 if quick else 25), drag]


def _sampled(rounds: int) -> list[Row]:
    network = Network((2, 8, 8, 1), ("tanh",) * 3, True)
    theta = np.random.default_rng(0).uniform(-1, 1, network.size)
    found = []
    for words, size, layers, limit in (
        ("prediction of 2-8-8-1 at 21×21", 21, (3,), COARSE),
        ("prediction of 2-8-8-1 at 101×101", 101, (3,), FINE),
        ("all nodes of 2-8-8-1 at 40×40", 40, range(4), NODES),
    ):
        line = np.linspace(-3, 3, size)
        grid = InputGrid((0, 1), (line, line), np.zeros(2))
        contestants = {
            "ours": partial(node_values, network, theta, grid, layers),
            "plain": partial(forward, network, theta, grid.points),
        }
        seconds = side_by_side(contestants, rounds)
        plain = seconds["plain"].median
        found.append(below(words, seconds["ours"].median, limit, "the chain rule's form", plain))
    return found
