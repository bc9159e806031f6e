"""Where the loss is a bowl, a parabola along every line: there its curvature is the same
everywhere, and some of it can be told exactly."""

from fractions import Fraction

import numpy as np

from gd_visualizer.core.objective.objective import Objective
from gd_visualizer.text.numerals import number

_NEAR = 1e-6
_MOST_BELOW = 1000  # a fraction with more than that below the line says less than a decimal


def exact_curvature(objective: Objective, largest: float) -> Fraction | None:
    """The eigenvalue that ``largest`` is an estimate of, where it is a short number; else None.

    The data count as the decimals they are printed as: 0.1 is one tenth.
    """
    if not (objective.quadratic and np.isfinite(largest) and largest > 0):
        return None
    hessian = objective.exact_hessian()
    if hessian is None:
        return None
    guesses = Fraction(f"{largest:.6g}"), Fraction(largest).limit_denominator(_MOST_BELOW)
    for guess in guesses:
        matrix = [
            [entry - guess if i == j else entry for j, entry in enumerate(row)]
            for i, row in enumerate(hessian)
        ]
        if abs(float(guess) / largest - 1) <= _NEAR and _singular(matrix):
            return guess
    return None


def equals(exact: Fraction | None, value: float) -> str:
    """``= 1/9`` where the exact number can be printed, otherwise ``≈ 0.111``."""
    if exact is None:
        return f"≈ {number(value, 3)}"
    decimal = f"{float(exact):.4g}"
    if Fraction(decimal) == exact:
        return f"= {number(float(exact))}"
    if exact.denominator <= _MOST_BELOW:
        return f"= {exact}"
    return f"≈ {number(float(exact), 3)}"


def _singular(matrix: list[list[Fraction]]) -> bool:
    """Whether a square matrix has no inverse, by elimination; the matrix is used up."""
    for k in range(len(matrix)):
        pivot = next((i for i in range(k, len(matrix)) if matrix[i][k]), None)
        if pivot is None:
            return True
        matrix[k], matrix[pivot] = matrix[pivot], matrix[k]
        for row in matrix[k + 1 :]:
            factor = row[k] / matrix[k][k]
            for j in range(k, len(matrix)):
                row[j] -= factor * matrix[k][j]
    return False
