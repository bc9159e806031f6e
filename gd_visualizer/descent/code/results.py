"""What the lines of a script compute, found by carrying them out."""

import ast
import warnings
from typing import Any

import numpy as np

from gd_visualizer.core.arrays import Array
from gd_visualizer.descent.code.source import Source
from gd_visualizer.descent.explanation.values import StepValues
from gd_visualizer.lesson.lesson import Phase

_MOST = 1000  # numbers written out in a script that is still carried out between two frames


def results(values: StepValues, lines: tuple[Source, ...]) -> dict[str, Array]:
    """By the text of a line, the numbers that it gives a name; ``lines`` are the whole script.

    Of lines at the margin inside of a phase; of none where there are very many data. What a line
    prints is left out: it has been told.
    """
    fit = values.lesson.fit
    if fit.X.size + fit.y.size + values.theta.size > _MOST:
        return {}
    known: dict[str, Any] = {}
    found: dict[str, Array] = {}
    with warnings.catch_warnings(), np.errstate(all="ignore"):
        warnings.simplefilter("ignore", RuntimeWarning)  # what overflows is inf, as in the step
        for statement in ast.parse("\n".join(line.text for line in lines)).body:
            if isinstance(statement, ast.Expr):
                continue
            whole = ast.Module([statement], type_ignores=[])
            exec(compile(whole, "<script>", "exec"), known)
            line = lines[statement.lineno - 1]
            if isinstance(statement, ast.Assign) and line.phase != Phase.START:
                (target,) = statement.targets
                found[line.text] = np.asarray(known[ast.unparse(target)])
    return found
