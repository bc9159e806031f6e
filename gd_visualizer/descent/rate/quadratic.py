"""Where the loss is a bowl, a parabola along every line: there its curvature is the same
everywhere, and some of it can be told exactly."""

from fractions import Fraction

import numpy as np

from gd_visualizer.core.losses import HALF_MEAN_SQUARED, MEAN_SQUARED
from gd_visualizer.core.objective.objective import Objective
from gd_visualizer.text.numerals import number

_SHARES = {MEAN_SQUARED.name: 2, HALF_MEAN_SQUARED.name: 1}
_MOST_COLUMNS, _MOST_NUMBERS = 6, 2000
_NEAR = 1e-6
_MOST_BELOW = 1000  # a fraction with more than that below the line says less than a decimal


def is_bowl(objective: Objective) -> bool:
    """One layer without an activation, squared errors, and no |w| in a penalty."""
    network = objective.network
    squared = objective.loss.name in _SHARES
    if objective.penalty is not None and objective.penalty.kinked:
        return False
    return squared and network.depth == 1 and network.activations == ("identity",)


def exact_curvature(objective: Objective, largest: float) -> Fraction | None:
    """The eigenvalue that ``largest`` is an estimate of, where it is a short number; else None.

    The data count as the decimals they are printed as: 0.1 is one tenth.
    """
    if not (is_bowl(objective) and np.isfinite(largest) and largest > 0):
        return None
    columns = objective.X.shape[1] + objective.network.biases
    if columns > _MOST_COLUMNS or objective.points * columns > _MOST_NUMBERS:
        return None
    guesses = Fraction(f"{largest:.6g}"), Fraction(largest).limit_denominator(_MOST_BELOW)
    for guess in guesses:
        matrix = _hessian(objective)
        for k in range(columns):
            matrix[k][k] -= guess
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


def _hessian(objective: Objective) -> list[list[Fraction]]:
    """That of one output; it is the same for each. A penalty adds its price to the diagonal."""
    one = [Fraction(1)] if objective.network.biases else []
    rows = [[Fraction(repr(x)) for x in row] + one for row in objective.X.tolist()]
    share = Fraction(_SHARES[objective.loss.name], len(rows))
    columns = range(len(rows[0]))
    matrix = [[share * sum(row[i] * row[j] for row in rows) for j in columns] for i in columns]
    if objective.penalty is not None:
        # theta holds the weights of an input together, and the biases last
        prices = objective.penalty.l2[:: objective.network.layers[-1]].tolist()
        for k in columns:
            matrix[k][k] += Fraction(repr(prices[k]))
    return matrix


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
