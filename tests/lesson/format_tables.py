"""The tables of docs/lesson-format.md that follow from the records of the mathematics.

``python -m tests.lesson.format_tables`` writes them anew.
"""

import re
from collections.abc import Iterable
from pathlib import Path

from gd_visualizer.core.activations import ACTIVATIONS
from gd_visualizer.core.datasets.registry import DATASETS
from gd_visualizer.core.losses import LOSSES
from gd_visualizer.core.optimizers.record import Optimizer
from gd_visualizer.core.optimizers.registry import OPTIMIZERS

FILE = Path(__file__).parents[2] / "docs/lesson-format.md"
_BEGIN, _END = "<!-- {name}: by tests/lesson/format_tables.py -->", "<!-- end -->"


def tables() -> dict[str, str]:
    """By their names."""
    return {
        "activations": _table(
            ("activation", "of the sum z"),
            ((f.name, _formula(f.written)) for f in ACTIVATIONS.values()),
        ),
        "losses": _table(
            ("loss", "of one output"),
            ((loss.name, _formula(loss.written)) for loss in LOSSES.values()),
        ),
        "datasets": _table(
            ("kind", "inputs", "targets", "formula", "points", "noise"),
            (
                (
                    f"`{kind.name}`",
                    str(kind.inputs),
                    kind.made_of,
                    kind.formula,
                    str(kind.count),
                    f"{kind.noise:g}",
                )
                for kind in DATASETS.values()
            ),
        ),
        "optimizers": _table(
            ("optimizer", "options and defaults", "as in"),
            (
                (f"all but {_without_decay()}", "weight_decay 0", ""),
                *((x.name, _options(x), x.source) for x in OPTIMIZERS.values()),
            ),
        ),
    }


def _table(head: tuple[str, ...], rows: Iterable[tuple[str, ...]]) -> str:
    lines = [head, ("---",) * len(head), *rows]
    return "".join(f"| {' | '.join(cells)} |\n" for cells in lines).replace("|  |", "| |")


def _formula(written: str) -> str:
    return f"`{written.replace('·', '*')}`"


def _options(optimizer: Optimizer) -> str:
    return ", ".join(f"{name} {_number(o.default)}" for name, o in optimizer.options.items())


def _number(value: float) -> str:
    return re.sub(r"e-0?", "e-", f"{value:g}")


def _without_decay() -> str:
    """The optimizers whose weight decay is no part of the loss."""
    return " and ".join(o.name for o in OPTIMIZERS.values() if "weight_decay" in o.options)


def with_tables(text: str) -> str:
    """``text`` with every table as it should be."""
    for name, table in tables().items():
        begin = _BEGIN.format(name=name)
        head, found, rest = text.partition(f"{begin}\n")
        assert found, f"no place for the table of {name}"
        text = head + found + table + rest[rest.index(_END) :]
    return text


if __name__ == "__main__":
    FILE.write_text(with_tables(FILE.read_text("utf-8")), "utf-8")
