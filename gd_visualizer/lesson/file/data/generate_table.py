"""data.generate: made-up points, by the seed."""

from gd_visualizer.core.datasets.formula import FormulaError
from gd_visualizer.core.datasets.registry import DATASETS
from gd_visualizer.core.network.network import Network
from gd_visualizer.lesson.data import Data, Generated
from gd_visualizer.lesson.file.data.class_words import Classes
from gd_visualizer.lesson.file.refusal import Refusal, choice, expected, listed
from gd_visualizer.lesson.file.schema import DataTable, GenerateTable
from gd_visualizer.lesson.formula_problem import formula_problem
from gd_visualizer.text.errors import own
from gd_visualizer.text.message import message


def generated(table: DataTable, asked: GenerateTable, network: Network) -> Data:
    """The points that are asked for. Raises Refusal."""
    choice("data.generate.kind", asked.kind, tuple(DATASETS))
    kind = DATASETS[asked.kind]
    _check_width("network.layers[1]", network.layers[0], kind.inputs, asked.kind)
    last = len(network.layers)
    _check_width(f"network.layers[{last}]", network.layers[-1], 1, asked.kind)
    if asked.formula and not kind.formula:
        words = message("goes with the kinds {kinds}", kinds=listed(_with_formula()))
        raise Refusal("data.generate.formula", words)
    if table.classes is not None and not kind.classes:
        raise Refusal(
            "data.classes", message("the points of {kind} have none", kind=own(kind.name))
        )
    made = Generated(
        asked.kind,
        kind.count if asked.points is None else asked.points,
        kind.noise if asked.noise is None else asked.noise,
        asked.seed,
        asked.formula,
    )
    classes = Classes(network, table.classes)
    try:
        X, y = made.made(classes.values)
    except FormulaError as error:
        raise Refusal("data.generate.formula", formula_problem(error)) from None
    words_of = classes.words if kind.classes else None
    return Data(X, y, classes=words_of, generated=made)


def _with_formula() -> list[str]:
    return [name for name, kind in DATASETS.items() if kind.formula]


def _check_width(where: str, got: int, wanted: int, kind: str) -> None:
    if got != wanted:
        words = message("{count}, because the points are of {kind}", count=wanted, kind=own(kind))
        raise expected(where, words, got)
