"""The functions of an explanation's arithmetic on decimals, by the names that they are printed by.

Each is right to the precision of the present decimal context.
"""

from collections.abc import Callable
from decimal import Decimal


def _sigmoid(z: Decimal) -> Decimal:
    e = (-abs(z)).exp()
    return (e if z < 0 else Decimal(1)) / (1 + e)


def _tanh(z: Decimal) -> Decimal:
    if abs(z) < Decimal("1e-20"):  # tanh z = z − z³/3 + …
        return z - z**3 / 3
    e = (-2 * abs(z)).exp()
    return ((1 - e) / (1 + e)).copy_sign(z)


def _softplus(z: Decimal) -> Decimal:
    e = (-abs(z)).exp()
    if e < Decimal("1e-20"):  # ln(1 + e) = e − e²/2 + …
        return max(z, Decimal(0)) + e - e * e / 2
    return max(z, Decimal(0)) + (1 + e).ln()


FUNCTIONS: dict[str, Callable[..., Decimal]] = {
    "tanh": _tanh,
    "sigmoid": _sigmoid,
    "softplus": _softplus,
    "relu": lambda z: max(z, Decimal(0)),
    "exp": lambda z: z.exp(),
    "ln": lambda z: z.ln(),
    "max": lambda *numbers: max(numbers),
    "√": lambda z: z.sqrt(),
}
