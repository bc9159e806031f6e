"""[data]: the points of a lesson as arrays, written in the lesson or columns of a CSV file."""

from collections.abc import Sequence
from itertools import chain
from pathlib import Path
from typing import NamedTuple

import numpy as np
from msgspec.structs import replace

from gd_visualizer.core.arrays import Floats
from gd_visualizer.core.losses import Loss
from gd_visualizer.core.network.network import Network
from gd_visualizer.lesson.data import Data
from gd_visualizer.lesson.file.data.class_words import Classes, numbered
from gd_visualizer.lesson.file.data.data_file import read_columns
from gd_visualizer.lesson.file.data.decimal_mark import MARKS
from gd_visualizer.lesson.file.data.generate_table import generated
from gd_visualizer.lesson.file.refusal import Refusal, choice, counted, expected, one_way
from gd_visualizer.lesson.file.schema import Column, DataTable
from gd_visualizer.text.errors import own
from gd_visualizer.text.message import Message, message, translatable

_WAYS = (("inputs", "targets"), ("file", "input_columns", "target_columns"), ("generate",))
_WORDS = message(
    "either inputs and targets, or file, input_columns and target_columns, or generate"
)
_NAME, _NAMES = translatable("1 name"), translatable("{count} names")
_COLUMN, _COLUMNS = translatable("1 column"), translatable("{count} columns")


class Points(NamedTuple):
    """The points, the key that their targets came from, and how a file writes them where that was
    found."""

    data: Data
    target_key: str
    found: Message | None = None


def points(table: DataTable, network: Network, folder: Path | None) -> Points:
    """The points of [data]; a CSV file is sought in ``folder``. Raises Refusal or LessonError."""
    given = [key for key in chain(*_WAYS) if getattr(table, key) is not None]
    one_way("data", given, _WAYS, _WORDS)
    if table.decimal is not None and table.file is None:
        raise Refusal("data.decimal", message("goes with file"))
    made = _read(table, network, folder)
    check_share(table, len(made.data.X))
    data = replace(made.data, test=table.test, test_seed=table.test_seed, scaled=table.scale)
    return made._replace(data=_named(data, table))


def _read(table: DataTable, network: Network, folder: Path | None) -> Points:
    if table.generate is not None:
        return Points(generated(table, table.generate, network), "data.generate")
    if table.file is not None:
        return _from_file(table, network, folder)
    inputs, targets = table.inputs or [], table.targets or []
    if len(targets) != len(inputs):
        words = translatable("expected {count}, as many as inputs, got {got}")
        raise Refusal("data.targets", message(words, count=len(inputs), got=len(targets)))
    X = matrix("data.inputs", inputs, network.layers[0])
    numbers, classes = numbered(table, targets, network)
    rows = _as_rows(numbers, network.layers[-1])
    y = matrix("data.targets", rows, network.layers[-1])
    return Points(Data(X, y, classes=classes), "data.targets")


def check_share(table: DataTable, count: int) -> None:
    """Raises Refusal where none would be left to train with."""
    if table.test and count < 2:
        raise expected("data.test", message("0, because there is one point only"), table.test)


def _named(data: Data, table: DataTable) -> Data:
    """``data`` with its columns' names, where they are given. Raises Refusal."""
    if table.input_names is not None:
        names = _checked_names("data.input_names", table.input_names, data.X.shape[1])
        data = replace(data, inputs=names)
    if table.target_names is not None:
        names = _checked_names("data.target_names", table.target_names, data.y.shape[1])
        data = replace(data, targets=names)
    return data


def _checked_names(where: str, names: list[str], width: int) -> tuple[str, ...]:
    _one_per_node(where, len(names), counted(width, _NAME, _NAMES), width)
    return tuple(names)


def _one_per_node(where: str, got: int, what: Message, width: int) -> None:
    """Raises Refusal unless there are as many as the layer has nodes."""
    if got != width:
        words = message("expected {what}, one per node, got {got}", what=what, got=got)
        raise Refusal(where, words)


def matrix(where: str, rows: list[list[float]], width: int) -> Floats:
    """``rows`` as an array (N, width). Raises Refusal at the first row of another width."""
    if set(map(len, rows)) - {width}:
        off = next(i for i, row in enumerate(rows) if len(row) != width)
        numbers = counted(width, translatable("1 number"), translatable("{count} numbers"))
        words = message("expected {what}, got {got}", what=numbers, got=len(rows[off]))
        raise Refusal(f"{where}[{off + 1}]", words)
    return np.array(rows, dtype=np.float64)


def _as_rows(targets: Sequence[float | list[float]], width: int) -> list[list[float]]:
    """Targets as rows of ``width``; a flat list serves for one output."""
    flat = width == 1 and isinstance(targets[0], float)
    rows = [[t] if flat else t for t in targets if isinstance(t, float) is flat]
    if len(rows) == len(targets):
        return rows  # type: ignore[return-value]
    off = next(i for i, t in enumerate(targets) if isinstance(t, float) is not flat)
    one, more = translatable("a list of 1 number"), translatable("a list of {count} numbers")
    words = message("a number") if flat else counted(width, one, more)
    raise expected(f"data.targets[{off + 1}]", words, targets[off])


def _from_file(table: DataTable, network: Network, folder: Path | None) -> Points:
    inputs = _columns("data.input_columns", table.input_columns, network.layers[0])
    targets = _columns("data.target_columns", table.target_columns, network.layers[-1])
    if table.decimal is not None:
        choice("data.decimal", table.decimal, tuple(MARKS))
    classes = Classes(network, table.classes) if len(targets) == 1 else None
    read = read_columns(folder, table.file or "", inputs | targets, table.decimal, classes)
    X, y = np.hsplit(read.values, [len(inputs)])
    names = read.names[: len(inputs)], read.names[len(inputs) :]
    return Points(Data(X, y, *names, classes=read.classes), "data.target_columns", read.found)


def _columns(where: str, columns: list[Column] | None, width: int) -> dict[str, Column]:
    """The columns by their places in the lesson file, as many as the layer has nodes."""
    columns = columns or []
    _one_per_node(where, len(columns), counted(width, _COLUMN, _COLUMNS), width)
    return {f"{where}[{i}]": column for i, column in enumerate(columns, 1)}


def check_loss(loss: Loss, network: Network, given: Points) -> None:
    """Raises Refusal where ``loss`` needs its own activation at the end and targets from 0 to 1."""
    if loss.output is None:
        return
    if network.functions[-1] is not loss.output:
        text = translatable("{activation} in the last layer, because the loss is {loss}")
        words = message(text, activation=own(loss.output.name), loss=own(loss.name))
        raise expected("network.activations", words, network.activations[-1])
    y = given.data.y
    outside = np.argwhere((y < 0) | (y > 1))
    if len(outside):
        point, output = outside[0]
        words = message(
            "expected 0 to 1, because the loss is {loss}, got {got} at point {point}",
            loss=own(loss.name),
            got=own(repr(float(y[point, output]))),
            point=own(str(point + 1)),
        )
        raise Refusal(given.target_key, words)
