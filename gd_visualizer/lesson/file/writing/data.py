"""[data] of a lesson that is written: how its points are made, or the points themselves."""

from collections.abc import Iterator
from typing import Any

import msgspec
import numpy as np

from gd_visualizer.core.datasets.formula import FormulaError
from gd_visualizer.core.datasets.registry import DATASETS
from gd_visualizer.core.network.network import Network
from gd_visualizer.lesson.data import Data, class_values
from gd_visualizer.lesson.file.schema import ColumnNames, Word
from gd_visualizer.lesson.file.writing.layout import Entry, Value


def data_entries(data: Data, network: Network) -> Iterator[Entry]:
    """The keys of [data]."""
    words = _words(data, network)
    if _is_made(data, network):
        yield Entry("generate", _generate(data), "made by its seed, the same everywhere")
    else:
        yield Entry("inputs", data.X.tolist(), "one row per point")
        yield Entry("targets", _targets(data, network, words))
    if words:
        yield Entry("classes", words, "the lower target, the higher one")
    for key, names in (("input_names", data.inputs), ("target_names", data.targets)):
        if names and _fits(list(names), ColumnNames):
            yield Entry(key, names)
    if data.test:
        yield Entry("test", data.test, "the share of the points that is held out")
    if data.test_seed:
        yield Entry("test_seed", data.test_seed)
    if data.scaled:
        yield Entry("scale", True, "inputs are (x − mean) ÷ deviation")


def _is_made(data: Data, network: Network) -> bool:
    """Whether reading would make these very points again."""
    asked = data.generated
    if asked is None or network.layers[-1] != 1:
        return False
    if network.layers[0] != DATASETS[asked.kind].inputs:
        return False
    try:
        X, y = asked.made(class_values(network))
    except FormulaError:
        return False
    return np.array_equal(X, data.X) and np.array_equal(y, data.y)


def _generate(data: Data) -> Value:
    asked = data.generated
    assert asked is not None
    table: dict[str, Value] = {"kind": asked.kind, "points": asked.points}
    table |= {"noise": asked.noise, "seed": asked.seed}
    return table | ({"formula": asked.formula} if asked.formula else {})


def _words(data: Data, network: Network) -> tuple[str, str] | None:
    """The words of the classes, where each target can be one of them."""
    words = data.classes
    if words is None or network.layers[-1] != 1 or not np.isin(data.y, class_values(network)).all():
        return None
    good = all(_fits(word, Word) and word == word.strip() for word in words)
    return words if good and words[0] != words[1] else None


def _targets(data: Data, network: Network, words: tuple[str, str] | None) -> Value:
    """A flat list for one output; words where they are classes."""
    if network.layers[-1] != 1:
        rows: list[list[float]] = data.y.tolist()
        return rows
    flat: list[float] = data.y[:, 0].tolist()
    if words is None:
        return flat
    low, _high = class_values(network)
    return [words[0] if target == low else words[1] for target in flat]


def _fits(value: object, kind: Any) -> bool:
    """Whether the format takes ``value`` as a ``kind``."""
    try:
        msgspec.convert(value, kind)
    except msgspec.ValidationError:
        return False
    return True
