"""The functions of written formulas: in exact decimals, in float64 and as NumPy source."""

from collections.abc import Callable
from decimal import Decimal

import numpy as np
from msgspec import Struct


def _keeps_all(_largest: float) -> float:
    return 0.0


class Function(Struct, frozen=True):
    """A function of one number, or of several.

    ``name`` is what formulas call it and ``printed`` what the screen does, the same if empty.
    ``exact`` computes in the present decimal context, ``value`` in float64. ``code`` is NumPy
    source with the places {0}, {1} of the arguments. ``size`` is how large the numbers are whose
    rounding errors the result has, from the size of the largest argument; 0: it loses none.
    """

    name: str
    exact: Callable[..., Decimal]
    value: Callable[..., np.float64]
    code: str
    size: Callable[[float], float] = _keeps_all
    printed: str = ""


def _exact_sigmoid(z: Decimal) -> Decimal:
    e = (-abs(z)).exp()
    return (e if z < 0 else Decimal(1)) / (1 + e)


def _exact_tanh(z: Decimal) -> Decimal:
    if abs(z) < Decimal("1e-20"):  # tanh z = z − z³/3 + …
        return z - z**3 / 3
    e = (-2 * abs(z)).exp()
    return ((1 - e) / (1 + e)).copy_sign(z)


def _exact_softplus(z: Decimal) -> Decimal:
    e = (-abs(z)).exp()
    if e < Decimal("1e-20"):  # ln(1 + e) = e − e²/2 + …
        return max(z, Decimal(0)) + e - e * e / 2
    return max(z, Decimal(0)) + (1 + e).ln()


def _sigmoid(z: float) -> np.float64:
    e = np.exp(-abs(z))
    return np.float64((e if z < 0 else 1) / (1 + e))


FUNCTIONS = {
    function.name: function
    for function in (
        Function("tanh", _exact_tanh, np.tanh, "np.tanh({0})"),
        Function("sigmoid", _exact_sigmoid, _sigmoid, "(1 / (1 + np.exp(-({0}))))"),
        Function(
            "softplus",
            _exact_softplus,
            lambda z: np.logaddexp(0, z),
            "np.logaddexp(0, {0})",
        ),
        Function(
            "relu",
            lambda z: max(z, Decimal(0)),
            lambda z: np.maximum(z, 0.0),
            "np.maximum({0}, 0)",
            size=lambda largest: largest,
        ),
        Function(
            "cosh",
            lambda z: (z.exp() + (-z).exp()) / 2,
            np.cosh,
            "np.cosh({0})",
        ),
        Function("exp", lambda z: z.exp(), np.exp, "np.exp({0})"),
        # ln(1 − p) has lost what 1 − p has lost
        Function(
            "ln",
            lambda z: z.ln(),
            np.log,
            "np.log({0})",
            size=lambda largest: max(largest, 1.0),
        ),
        Function(
            "max",
            lambda *numbers: max(numbers),
            np.maximum,
            "np.maximum({0}, {1})",
            size=lambda largest: largest,
        ),
        Function(
            "sign",
            lambda z: Decimal((z > 0) - (z < 0)),
            np.sign,
            "np.sign({0})",
        ),
        Function(
            "sqrt",
            lambda z: z.sqrt(),
            np.sqrt,
            "np.sqrt({0})",
            size=lambda largest: float(np.sqrt(largest)),
            printed="√",
        ),
    )
}
"""Of a written formula, by their names."""
