"""Where a network's loss is a parabola along every line: there its Hessian is one matrix, and of
few short numbers it can be told exactly."""

from fractions import Fraction

from gd_visualizer.core.network.fit import Fit

_MOST_COLUMNS, _MOST_NUMBERS = 6, 2000


def is_quadratic(fit: Fit) -> bool:
    """One layer without an activation, squared errors, and no |w| in a penalty."""
    if fit.penalty is not None and fit.penalty.kinked:
        return False
    network = fit.network
    return fit.loss.squares > 0 and network.depth == 1 and network.functions[0].straight


def exact_hessian(fit: Fit) -> list[list[Fraction]] | None:
    """That of one output (inputs and bias, twice); it is the same for each. None unless quadratic,
    or with many numbers. A penalty adds its price to the diagonal.

    The data count as the decimals they are printed as: 0.1 is one tenth.
    """
    width = fit.X.shape[1] + fit.network.biases
    if not is_quadratic(fit) or width > _MOST_COLUMNS or fit.points * width > _MOST_NUMBERS:
        return None
    one = [Fraction(1)] if fit.network.biases else []
    rows = [[Fraction(repr(x)) for x in row] + one for row in fit.X.tolist()]
    share = 2 * Fraction(fit.loss.squares) / len(rows)
    columns = range(width)
    matrix = [[share * sum(row[i] * row[j] for row in rows) for j in columns] for i in columns]
    if fit.penalty is not None:
        # theta holds the weights of an input together, and the biases last
        prices = fit.penalty.l2[:: fit.network.layers[-1]].tolist()
        for k in columns:
            matrix[k][k] += Fraction(repr(prices[k]))
    return matrix
