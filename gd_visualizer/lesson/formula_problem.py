"""What is wrong with a formula that somebody has typed."""

from gd_visualizer.core.datasets.formula import FUNCTIONS, FormulaError
from gd_visualizer.text.errors import own
from gd_visualizer.text.message import Message, message
from gd_visualizer.text.numerals import number


def formula_problem(error: FormulaError) -> Message:
    """What is wrong with a formula, for the person who typed it."""
    if error.at is not None:
        return message("it has no finite value at x = {x}", x=number(error.at, 3))
    functions = own(", ".join(FUNCTIONS))
    if error.part:
        return message(
            "cannot read {part}; expected numbers, x, + − * / ^, brackets and {functions}",
            part=own(error.part),
            functions=functions,
        )
    return message(
        "expected a formula of x, as 0.5 * x + sin(2 * x), with {functions}", functions=functions
    )
