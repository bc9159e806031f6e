"""[start]: the weights and biases of row 0, given or drawn."""

from collections.abc import Sized

import numpy as np

from gd_visualizer.core.arrays import Floats, frozen
from gd_visualizer.core.network.network import Network
from gd_visualizer.lesson.file.data.data_table import matrix
from gd_visualizer.lesson.file.refusal import Refusal, counted, one_way
from gd_visualizer.lesson.file.schema import RandomTable, StartTable
from gd_visualizer.lesson.lesson import RandomStart
from gd_visualizer.text.errors import own
from gd_visualizer.text.message import message, translatable

_WAYS = (("weights",), ("weights", "biases"), ("random",))
_WORDS = message("either weights, with biases or without, or random")
_LAYERS = translatable("1 layer"), translatable("{count} layers")
_ROWS = translatable("1 row"), translatable("{count} rows")
_NUMBERS = translatable("1 number"), translatable("{count} numbers")


def start(table: StartTable, network: Network) -> Floats:
    """Row 0's theta (P,), read-only. Raises Refusal."""
    given = [key for key in ("weights", "biases", "random") if getattr(table, key) is not None]
    one_way("start", given, _WAYS, _WORDS)
    if table.random:
        return random(table.random).theta(network.size)
    weights = _weights(table.weights or [], network.layers)
    biases = None if table.biases is None else _biases(table.biases, network)
    return frozen(network.pack(weights, biases))


def random(table: RandomTable | None) -> RandomStart:
    """How a new start is drawn: as the lesson says, or the default."""
    if not table:
        return RandomStart()
    if not table.low < table.high:
        words = message(
            "expected low below high, got {low} and {high}",
            low=own(str(table.low)),
            high=own(str(table.high)),
        )
        raise Refusal("start.random", words)
    return RandomStart(table.low, table.high, table.seed)


def _weights(layers: list[list[list[float]]], nodes: tuple[int, ...]) -> list[Floats]:
    _check_length("start.weights", layers, len(nodes) - 1, _LAYERS)
    matrices = []
    for layer, (rows, n, m) in enumerate(zip(layers, nodes, nodes[1:], strict=False), 1):
        where = f"start.weights[{layer}]"
        _check_length(where, rows, n, _ROWS)
        matrices.append(matrix(where, rows, m))
    return matrices


def _biases(layers: list[list[float]], network: Network) -> list[Floats]:
    if not network.biases:
        words = message("expected none, because network.biases is not true")
        raise Refusal("start.biases", words)
    _check_length("start.biases", layers, network.depth, _LAYERS)
    for layer, (row, m) in enumerate(zip(layers, network.layers[1:], strict=True), 1):
        _check_length(f"start.biases[{layer}]", row, m, _NUMBERS)
    return [np.array(row, dtype=np.float64) for row in layers]


def _check_length(where: str, values: Sized, count: int, nouns: tuple[str, str]) -> None:
    if len(values) != count:
        what = counted(count, *nouns)
        raise Refusal(where, message("expected {what}, got {got}", what=what, got=len(values)))
